"""All that is done to a line before it is painted, as one filter."""

from __future__ import annotations

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter


class JoinedFilter(LineFilter):
    """Applies filters one after the other.

    For each filter Textual makes a strip of its own for every line, with seven empty caches, and looks it up again at
    every paint: that took longer than what the filters do.
    """

    def __init__(self, *parts: LineFilter) -> None:
        super().__init__()
        self.parts = parts

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The segments as the last filter leaves them."""
        for part in self.parts:
            segments = part.apply(segments, background)
        return segments
