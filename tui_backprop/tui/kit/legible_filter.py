"""Whatever theme is on: what is read stands out from its ground.

A theme's muted text, or a sign's orange on a tinted ground, can be too close to what it stands on. No style sheet knows
all pairs that come about, so they are mended where they are known: on the lines as they are painted.
"""

from __future__ import annotations

from functools import lru_cache

from rich.color import ColorType
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

from tui_backprop.tui.kit.theme import contrast, legible_on

LEAST = 4.5
"""The contrast that WCAG asks of text."""

_STEPS = 20


class LegibleFilter(LineFilter):
    """Moves the colour of letters and digits towards black or white as far as they need; lines and dots stay faint."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The segments with letters that can be read."""
        return [
            segment
            if segment.style is None or not any(map(str.isalnum, segment.text))
            else Segment(segment.text, legible(segment.style, background), segment.control)
            for segment in segments
        ]


@lru_cache(4096)
def legible(style: Style, background: Color) -> Style:
    """The style with a colour that has enough contrast to its ground; as it is where colours are the terminal's own."""
    ink, ground = style.color, style.bgcolor
    if ink is None or ink.type is not ColorType.TRUECOLOR:
        return style
    if ground is not None and ground.type is not ColorType.TRUECOLOR:
        return style
    front = Color.from_rich_color(ink)
    back = background if ground is None else Color.from_rich_color(ground)
    if style.reverse:
        front, back = back, front
    if contrast(front, back) >= LEAST:
        return style
    end = legible_on(back)
    found = next(c for step in range(1, _STEPS + 1) if contrast(c := front.blend(end, step / _STEPS), back) >= LEAST)
    return style + (Style(bgcolor=found.rich_color) if style.reverse else Style(color=found.rich_color))
