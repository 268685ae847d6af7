"""In a terminal with sixteen colours everything that is read stands out, whatever theme was chosen."""

from __future__ import annotations

import pytest
from rich.color import ColorType
from rich.segment import Segment
from rich.style import Style
from scenes import settle
from textual.color import Color
from textual.theme import BUILTIN_THEMES

from tui_backprop.training.network.recipe import Recipe
from tui_backprop.tui.app import BackpropApp
from tui_backprop.tui.kit.sixteen_colours import LEAST, SixteenFilter, has_sixteen, worst_contrast

BRIGHT = ((0, 0, 0), (229, 229, 229), (255, 255, 255))


def painted(text: str, style: Style, dark: bool) -> Style:
    return SixteenFilter(dark).apply([Segment(text, style)], Color(*BRIGHT[0]))[0].style


def test_black_on_white_and_grey_on_black_have_the_contrast_that_is_known_of_them():
    assert worst_contrast(0, 15) == pytest.approx(21)
    assert worst_contrast(7, 0) == pytest.approx(9, abs=0.1)
    assert worst_contrast(3, 15) < 2  # xterm's yellow on white


@pytest.mark.parametrize("theme", ["textual-dark", "textual-light", "nord", "solarized-light"])
async def test_every_letter_can_be_read_in_both_palettes_and_no_ground_is_the_terminals(theme: str) -> None:
    app = BackpropApp(Recipe(), compile=False, sixteen=True)
    async with app.run_test(size=(160, 45)) as pilot:
        app.theme = theme
        for keys in (
            ("right", "full_stop", "full_stop", "down"),
            ("1", "down"),
            ("2", "right"),
            ("4",),
            ("question_mark",),
        ):
            for key in keys:
                await pilot.press(key)
                await settle(pilot)
            for strip in app.screen._compositor.render_strips():
                for text, style, _ in strip:
                    if style is None or not text.strip():
                        continue
                    assert style.color.type is style.bgcolor.type is ColorType.STANDARD, (text, style)
                    if any(map(str.isalnum, text)):
                        assert worst_contrast(style.color.number, style.bgcolor.number) >= LEAST, (text, style)


async def test_a_light_theme_stands_on_white_and_a_dark_one_on_black_and_keeps_its_name() -> None:
    app = BackpropApp(Recipe(), compile=False, sixteen=True)
    async with app.run_test(size=(80, 24)) as pilot:
        for theme, ground in (("textual-light", 15), ("textual-dark", 0)):
            app.theme = theme
            await settle(pilot)
            first = next(iter(app.screen._compositor.render_strips()[3]))
            assert (first.style.bgcolor.number, app.theme, app.current_theme.name) == (ground, theme, theme)


async def test_a_theme_of_the_terminals_own_colours_keeps_the_terminals_ground() -> None:
    app = BackpropApp(Recipe(), compile=False, sixteen=True)
    async with app.run_test(size=(80, 24)) as pilot:
        app.theme = "ansi-dark"
        await settle(pilot)
        styles = [segment.style for segment in app.screen._compositor.render_strips()[3] if segment.style]
        assert all(style.bgcolor is None or style.bgcolor.type is ColorType.DEFAULT for style in styles)


async def test_with_more_colours_a_theme_has_its_own() -> None:
    app = BackpropApp(Recipe(), compile=False)
    async with app.run_test(size=(80, 24)):
        assert app.current_theme == BUILTIN_THEMES["textual-dark"]


@pytest.mark.parametrize(
    ("term", "colorterm", "has"),
    [
        ("xterm", "", True),
        ("xterm-16color", "", True),
        ("linux", "", True),
        ("screen", "", True),
        ("xterm-256color", "", False),
        ("xterm", "truecolor", False),
    ],
)
def test_how_many_colours_there_are_is_read_off_the_terminals_name(monkeypatch, term, colorterm, has):
    monkeypatch.setenv("TERM", term)
    monkeypatch.setenv("COLORTERM", colorterm)
    assert has_sixteen() is has


@pytest.mark.parametrize("dark", [True, False])
def test_letters_on_any_of_the_sixteen_are_made_legible_and_lines_are_not_touched(dark: bool) -> None:
    for ground in range(16):
        style = Style(color="magenta", bgcolor=f"color({ground})")
        lettered, line = painted("a", style, dark), painted("─", style, dark)
        assert worst_contrast(lettered.color.number, ground) >= min(LEAST, worst_contrast(15, ground), 4)
        assert (line.color.number, line.bgcolor.number) == (5, ground)


def test_what_stands_in_reverse_is_made_legible_in_reverse():
    style = painted("a", Style(color="yellow", bgcolor="bright_white", reverse=True), dark=False)
    assert style.color.number == 3
    assert worst_contrast(style.bgcolor.number, 3) >= LEAST
