"""The last step of the plain skin: what is still not ASCII on a line is replaced sign for sign."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

from tui_backprop.explain.plain import sign

_UPPER_HALVES = "▀▄"


class PlainFilter(LineFilter):
    """Keeps every line as wide as it was laid out, also where a terminal draws signs of ambiguous width two cells wide."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The segments in signs that are one cell wide everywhere; a half block becomes a whole cell of its colour."""
        return [segment if segment.text.isascii() else self._plain(segment) for segment in segments]

    @staticmethod
    def _plain(segment: Segment) -> Segment:
        text, style, control = segment
        colour = style.color if style is not None else None
        if style is not None and colour is not None and not colour.is_default and set(text) <= set(_UPPER_HALVES):
            return Segment(" " * len(text), style + Style(bgcolor=colour), control)
        return Segment("".join(map(sign, text)), style, control)
