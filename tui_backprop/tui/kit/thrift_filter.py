"""Fewer changes of style on a line: each takes twenty to forty bytes on the way to a terminal."""

from __future__ import annotations

from functools import lru_cache

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

_PLAIN = Style()


class ThriftFilter(LineFilter):
    """Gives spaces the style of the text before them where that looks the same, and joins pieces of one style.

    Without it a line of a matrix changes from the colour of the digits to that of the gaps and back for every number.
    Two styles are taken for the same only if they are one object: comparing them takes longer than all else here, and
    by now styles that are equal are one object.
    """

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The segments of the same line in fewer pieces."""
        pieces: list[Segment] = []
        last: Style | None = None
        for segment in segments:
            text, style, control = segment
            if control or not text:
                return segments
            if style is None:
                segment = Segment(text, style := _PLAIN)
            if style is last or (last is not None and text.isspace() and looks_alike_without_text(style, last)):
                pieces[-1] = Segment(pieces[-1].text + text, last)
            else:
                pieces.append(segment)
                last = style
        return pieces


@lru_cache(8_192)
def looks_alike_without_text(one: Style, other: Style) -> bool:
    """Whether spaces look the same in both styles, and do the same when they are clicked."""
    drawn = any(s.underline or s.underline2 or s.reverse or s.strike or s.overline or s.link for s in (one, other))
    return not drawn and one.bgcolor == other.bgcolor and one.meta == other.meta
