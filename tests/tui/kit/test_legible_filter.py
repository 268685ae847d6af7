"""What is read has a contrast of 4.5 in every theme, wherever it stands."""

from __future__ import annotations

import pytest
from rich.segment import Segment
from rich.style import Style
from scenes import settle
from textual.color import Color
from textual.theme import BUILTIN_THEMES

from tui_backprop.training.network.recipe import Recipe
from tui_backprop.tui.app import BackpropApp
from tui_backprop.tui.kit.legible_filter import LegibleFilter
from tui_backprop.tui.kit.theme import contrast

GREY = Color(40, 40, 40)


def seen(text: str, style: Style) -> Style:
    return LegibleFilter().apply([Segment(text, style)], GREY)[0].style


def test_letters_are_moved_no_further_than_they_need_and_keep_their_hue():
    style = seen("θ 0.5", Style(color="#803000", bgcolor="#282828"))
    found = Color.from_rich_color(style.color)
    assert 4.5 <= contrast(found, GREY) < 5.2
    assert found.r > found.g > found.b
    assert style.bgcolor == Style(bgcolor="#282828").bgcolor


def test_on_a_ground_that_a_segment_does_not_say_the_lines_own_counts():
    assert contrast(Color.from_rich_color(seen("a", Style(color="#404040")).color), GREY) >= 4.5


def test_what_stands_in_reverse_is_measured_in_reverse():
    style = seen("a", Style(color="#505050", bgcolor="#282828", reverse=True))
    assert style.color == Style(color="#505050").color
    assert contrast(Color.from_rich_color(style.bgcolor), Color(0x50, 0x50, 0x50)) >= 4.5


@pytest.mark.parametrize("text", ["·│⎡ ⎤", "⠉⠒⠤", "▀▀", "—"])
def test_lines_and_dots_stay_faint(text):
    style = Style(color="#404040", bgcolor="#282828")
    assert seen(text, style) == style


def test_the_terminals_own_colours_are_left_alone():
    for style in (Style(color="blue", bgcolor="black"), Style(color="default"), Style(bold=True)):
        assert seen("a", style) == style


THEMES = sorted(name for name in BUILTIN_THEMES if not name.startswith("ansi"))


async def test_every_letter_of_the_screens_can_be_read_in_every_theme():
    app = BackpropApp(Recipe(), compile=False)
    async with app.run_test(size=(160, 45)) as pilot:
        for keys in (("right", "full_stop", "full_stop", "full_stop", "down"), ("1", "down"), ("2", "right")):
            for key in keys:
                await pilot.press(key)
            for theme in THEMES:
                app.theme = theme
                await settle(pilot)
                for strip in app.screen._compositor.render_strips():
                    for text, style, _ in strip:
                        if style is None or not any(map(str.isalnum, text)) or None in (style.color, style.bgcolor):
                            continue
                        inks = Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor)
                        assert contrast(*inks) >= 4.5, (theme, text, style)
