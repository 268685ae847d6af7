"""The roles of colours, the same on every screen: signs, the cursor, alarm, lines of a chart.

A theme's own colours may not be apart for everyone, so those of the roles are fixed, once for dark themes and once for
light ones: orange and blue differ for every kind of colour blindness, and each has a contrast of at least 4.5 to what it
stands on. With 16 colours they are the terminal's own. What a colour says is said by a sign or a shape too.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from textual.color import Color


class Role(NamedTuple):
    """A colour for dark themes, one for light ones, and one of the terminal's sixteen."""

    dark: str
    light: str
    ansi: str


ROLES: Mapping[str, Role] = {
    "positive": Role("#f2a73b", "#7a4100", "ansi_yellow"),
    "negative": Role("#66bdf2", "#004f8b", "ansi_bright_blue"),
    "cursor": Role("#f2a73b", "#7a4100", "ansi_yellow"),
    "alarm": Role("#ff9d94", "#9b1c13", "ansi_bright_red"),
    "series-1": Role("#66bdf2", "#004f8b", "ansi_bright_blue"),
    "series-2": Role("#e69f00", "#854900", "ansi_yellow"),
    "series-3": Role("#1fbf92", "#00614a", "ansi_green"),
    "series-4": Role("#dc8cb8", "#94306c", "ansi_magenta"),
}


ON_LIGHT = {"ansi_yellow": "ansi_red", "ansi_bright_blue": "ansi_blue", "ansi_bright_red": "ansi_red"}
"""What stands on a light ground in the place of those of the sixteen colours that most terminals draw too pale for it."""

BLACK, WHITE = Color(0, 0, 0), Color(255, 255, 255)


def luminance(colour: Color) -> float:
    """How bright a colour is, 0 to 1, as the contrast of two colours is defined by it (WCAG 2)."""

    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(channel) for channel in colour.normalized)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Color, other: Color) -> float:
    """The contrast of two colours, 1 to 21; what is read needs 4.5."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def legible_on(ground: Color) -> Color:
    """Black or white, whichever can be read on this ground: one of the two always has a contrast of 4.5."""
    return max(BLACK, WHITE, key=lambda ink: contrast(ink, ground))


def role_rules(widget: str, classes: Mapping[str, str]) -> str:
    """The rules that give component classes of a widget the colours of their roles, to be added to its DEFAULT_CSS."""
    rules: list[str] = []
    for name, role in classes.items():
        dark, light, ansi = ROLES[role]
        rules += [
            f"{widget} > .{name} {{ color: {dark}; }}",
            f"{widget}:light > .{name} {{ color: {light}; }}",
            f"{widget}:ansi > .{name} {{ color: {ansi}; }}",
            f"{widget}:ansi:light > .{name} {{ color: {ON_LIGHT.get(ansi, ansi)}; }}",
        ]
    return "\n".join(rules)
