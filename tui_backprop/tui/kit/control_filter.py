"""The last door before the terminal: no text, wherever it came from, brings an escape sequence with it."""

from __future__ import annotations

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from tui_backprop.printable import printable


class ControlFilter(LineFilter):
    """Takes the control characters, which have no width, out of every line."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The segments with what a terminal shows; the very same ones where there is nothing else, as a rule."""
        if "".join([segment.text for segment in segments]).isprintable():
            return segments
        return [Segment(printable(text), style, control) for text, style, control in segments]
