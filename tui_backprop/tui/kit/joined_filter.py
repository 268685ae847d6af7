"""All that is done to a line before it is painted, as one filter."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

MOST_KEPT = 2_048
"""A screen wears some hundreds of styles; a map wears new ones with every step, and they would stay for good."""


class JoinedFilter(LineFilter):
    """Applies filters one after the other: first those that are `restyling`, then those that are `rewriting`.

    For each filter Textual makes a strip of its own for every line, with seven empty caches, and looks it up again at
    every paint: that took longer than what the filters do. What a filter is `restyling` depends on no more of a segment
    than its style and whether there is a letter or a digit in it, so it is asked once for each style.
    """

    def __init__(self, restyling: Sequence[LineFilter] = (), rewriting: Sequence[LineFilter] = ()) -> None:
        super().__init__()
        self.restyling, self.rewriting = tuple(restyling), tuple(rewriting)
        # By the identity of the style, which is kept with them so that no other one gets it: to compare styles takes longer
        # than all else here.
        self._looks: dict[Color, dict[int, tuple[Style, Style | None, Style | None]]] = {}
        self._equal: dict[Style | None, Style | None] = {}
        self._kept = 0

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The segments as the last filter leaves them."""
        looks = self._looks.setdefault(background, {})
        line: list[Segment] = []
        for segment in segments:
            text, style, control = segment
            if style is not None:
                known = looks.get(id(style))
                if known is None:
                    known = looks[id(style)] = self._look(style, background)
                    self._kept += 1
                _, bare, lettered = known
                look = bare if bare is lettered or not any(map(str.isalnum, text)) else lettered
                if look is not style:
                    segment = Segment(text, look, control)
            line.append(segment)
        for part in self.rewriting:
            line = part.apply(line, background)
        if self._kept > MOST_KEPT:
            self._looks, self._equal, self._kept = {}, {}, 0
        return line

    def _look(self, style: Style, background: Color) -> tuple[Style, Style | None, Style | None]:
        """A style, and what becomes of it without and with a letter; of styles that are equal the same one."""
        bare, lettered = [Segment(" ", style)], [Segment("a", style)]
        for part in self.restyling:
            bare, lettered = part.apply(bare, background), part.apply(lettered, background)
        one, other = bare[0].style, lettered[0].style
        return style, self._equal.setdefault(one, one), self._equal.setdefault(other, other)
