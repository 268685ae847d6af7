"""A terminal that asks for no colour gets every screen, and what colour says is said by shape or text too."""

from __future__ import annotations

from dataclasses import replace

import pytest
from languages import seen
from rich.color import ColorType
from scenes import SCENES, settle

from tui_backprop.training.network.recipe import Recipe
from tui_backprop.tui.app import BackpropApp
from tui_backprop.tui.network.phase_pane import PhasePane
from tui_backprop.tui.starts.groups import GroupsPane


@pytest.mark.parametrize("theme", ["textual-dark", "textual-light", "ansi-dark", "ansi-light"])
async def test_every_screen_is_painted_without_colours_and_in_those_of_the_terminal(theme: str, monkeypatch) -> None:
    for name in ("1", "0"):
        monkeypatch.setenv("NO_COLOR", name) if name == "1" else monkeypatch.delenv("NO_COLOR")
        app = BackpropApp(Recipe(), compile=False)
        async with app.run_test(size=(200, 60)) as pilot:
            app.theme = theme
            for key in ("full_stop", "1", "2", "right", "4", "tab", "tab", "tab", "3", "L"):
                await pilot.press(key)
                await settle(pilot)
                assert seen(app).strip(), key
            assert app.is_running


async def test_without_colours_a_start_that_has_ended_can_be_looked_at() -> None:
    scene = next(scene for scene in SCENES if scene.name == "starts_groups")
    app = replace(scene, no_color=True).app()
    async with app.run_test(size=(120, 36)) as pilot:
        await replace(scene, no_color=True).play(pilot)
        assert app.is_running


@pytest.mark.parametrize(("theme", "positive", "negative"), [("ansi-dark", 3, 12), ("ansi-light", 1, 4)])
async def test_signs_have_colours_of_the_terminal_that_stand_out_from_its_ground(theme, positive, negative) -> None:
    app = BackpropApp(Recipe(), compile=False)
    async with app.run_test(size=(120, 36)) as pilot:
        app.theme = theme
        await pilot.press("full_stop")
        await settle(pilot)
        board = app.network.query_one(PhasePane)
        for tone in ("", "-back"):
            for sign, number in (("positive", positive), ("negative", negative)):
                colour = board.get_component_rich_style(f"matrix-board--{sign}{tone}").color
                assert colour is not None
                assert colour.number == number


async def test_the_pictures_of_a_group_are_in_the_colours_of_the_terminal_where_the_theme_has_only_those() -> None:
    scene = replace(next(scene for scene in SCENES if scene.name == "starts_groups"), theme="ansi-dark")
    app = scene.app()
    async with app.run_test(size=(120, 36)) as pilot:
        await scene.play(pilot)
        styles = [segment.style for segment in app.screen.query_one(GroupsPane).render_line(3)]
        pixels = [style.color for style in styles[:8] if style is not None and style.color is not None]
        assert pixels
        assert not any(colour.type is ColorType.TRUECOLOR for colour in pixels)
