"""A terminal that has no more than sixteen colours: what a theme looks like there.

A theme's own colours would become the nearest of the sixteen: orange on a tinted ground is then red on grey, which nobody
can read. So the theme of the terminal's own colours is worn in its place, dark or light as the one that was chosen. Whether
the terminal's ground is dark nobody knows, so that is painted too.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any, cast

from rich.color import Color as RichColor
from rich.color import ColorType
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual import constants
from textual.color import Color
from textual.filter import LineFilter
from textual.theme import Theme

from tui_backprop.tui.kit.theme import contrast

LEAST = 4.0
"""The contrast that letters have in each of the two palettes: brown on black has no more on a PC."""

_PC = "000000 aa0000 00aa00 aa5500 0000aa aa00aa 00aaaa aaaaaa 555555 ff5555 55ff55 ffff55 5555ff ff55ff 55ffff ffffff"
_XTERM = (
    "000000 cd0000 00cd00 cdcd00 0000ee cd00cd 00cdcd e5e5e5 7f7f7f ff0000 00ff00 ffff00 5c5cff ff00ff 00ffff ffffff"
)
PALETTES = tuple([Color.parse(f"#{colour}") for colour in palette.split()] for palette in (_PC, _XTERM))
"""The sixteen as a PC's console has them and as xterm does; what other terminals have lies about between."""

_BLACK, _GREY, _WHITE = 0, 7, 15


def has_sixteen() -> bool:
    """Whether the terminal has sixteen colours and no more, by what Rich finds in the environment, as Textual asks it."""
    console = Console(color_system=cast(Any, constants.COLOR_SYSTEM), force_terminal=True, legacy_windows=False)
    return console.color_system in ("standard", "windows")


def in_sixteen(theme: Theme, themes: Mapping[str, Theme]) -> Theme:
    """What is worn in the place of a theme; it keeps its name."""
    return theme if theme.ansi else replace(themes["ansi-dark" if theme.dark else "ansi-light"], name=theme.name)


@lru_cache(256)
def worst_contrast(ink: int, ground: int) -> float:
    """The contrast of two of the sixteen, by their numbers, in the palette in which it is less."""
    return min(contrast(palette[ink], palette[ground]) for palette in PALETTES)


class SixteenFilter(LineFilter):
    """Paints the ground and the ink of a dark or a light theme, and letters that can be read on any of the sixteen."""

    def __init__(self, dark: bool) -> None:
        super().__init__()
        self.ink, self.ground = (_GREY, _BLACK) if dark else (_BLACK, _WHITE)

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The segments with colours that do not depend on the terminal's own ground."""
        return [
            segment
            if segment.style is None
            else Segment(
                segment.text, self._painted(segment.style, any(map(str.isalnum, segment.text))), segment.control
            )
            for segment in segments
        ]

    def _painted(self, style: Style, lettered: bool) -> Style:
        ink, ground = _number(style.color, self.ink), _number(style.bgcolor, self.ground)
        if lettered and worst_contrast(ink, ground) < LEAST:
            seen, on = (ground, ink) if style.reverse else (ink, ground)
            seen = max(_BLACK, _WHITE, key=lambda number: worst_contrast(number, on))
            ink, ground = (on, seen) if style.reverse else (seen, on)
        return style + Style(color=RichColor.from_ansi(ink), bgcolor=RichColor.from_ansi(ground))


def _number(colour: RichColor | None, default: int) -> int:
    """Which of the sixteen a colour is; of another one the nearest."""
    if colour is None or colour.type is ColorType.DEFAULT:
        return default
    if colour.number is not None and colour.number < len(PALETTES[0]):
        return colour.number
    seen = Color.from_rich_color(colour)
    return min(range(len(PALETTES[0])), key=lambda number: _distance(seen, PALETTES[0][number]))


def _distance(one: Color, other: Color) -> int:
    return sum((a - b) ** 2 for a, b in zip(one.rgb, other.rgb, strict=True))
