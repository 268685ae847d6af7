"""What the settings ask of the app, and what the app remembers."""

from __future__ import annotations

import pytest
from scenes import settle

from tui_backprop.settings import read
from tui_backprop.training.pace import Pace
from tui_backprop.tui.app import BackpropApp


def notices(app: BackpropApp) -> list[str]:
    return [notification.message for notification in app._notifications]


async def test_theme_speed_and_keys_of_the_settings_are_in_force():
    loaded = read('theme = "nord"\nspeed = 10\n[keys]\nundo = "x"')
    app = BackpropApp(compile=False, settings=loaded)
    async with app.run_test() as pilot:
        await settle(pilot)
        assert app.theme == "nord"
        assert app.network.snapshot is not None
        assert app.network.snapshot.pace == Pace.of(10)
        await pilot.press("x")
        await settle(pilot)
        assert "nothing to undo" in notices(app)[0]


async def test_the_command_line_s_key_goes_before_the_settings():
    app = BackpropApp(compile=False, settings=read('[keys]\nundo = "x"'), keymap={"undo": "X"})
    assert app.keymap == {"undo": "X"}


async def test_what_the_app_does_not_know_is_a_sentence_with_its_line_and_the_rest_holds():
    loaded = read('speed = 3\ntheme = "noon"\n[keys]\nruin = "x"\nundo = "z"')
    app = BackpropApp(compile=False, settings=loaded)
    async with app.run_test() as pilot:
        await settle(pilot)
        first, second, third = notices(app)
        assert first.startswith("settings.toml, line 1: speed cannot be 3")
        assert second.startswith("settings.toml, line 2: theme cannot be noon; it is one of")
        assert third.startswith("settings.toml, line 4: there is no action 'ruin'")
        assert app.theme == "textual-dark"
        assert app.keymap == {"undo": "z"}


@pytest.mark.parametrize(
    ("text", "network", "chain"), [("", False, True), ('jacobian = "JT"', True, True), ('jacobian = "J"', False, False)]
)
async def test_the_way_to_write_jacobians_is_in_force_on_every_screen_from_the_start(text, network, chain):
    app = BackpropApp(compile=False, settings=read(text))
    async with app.run_test() as pilot:
        await settle(pilot)
        assert app.screen.transposed is network
        await pilot.press("1")
        await settle(pilot)
        assert app.screen.transposed is chain


async def test_the_way_to_write_jacobians_is_remembered_when_it_is_chosen_and_not_when_a_lesson_needs_it():
    remembered: list[tuple[str, str | int]] = []
    app = BackpropApp(compile=False, remember=lambda name, value: remembered.append((name, value)))
    async with app.run_test() as pilot:
        await settle(pilot)
        assert remembered == []
        for key in "jj":
            await pilot.press(key)
            await settle(pilot)
        assert remembered == [("jacobian", "JT"), ("jacobian", "J")]
        app.screen.keeps_company = False
        await pilot.press("j")
        await settle(pilot)
        assert len(remembered) == 2


async def test_a_theme_that_is_chosen_is_remembered_and_one_that_was_set_is_not_written_again():
    remembered: list[tuple[str, str | int]] = []
    app = BackpropApp(
        compile=False, settings=read('theme = "nord"'), remember=lambda name, value: remembered.append((name, value))
    )
    async with app.run_test() as pilot:
        await settle(pilot)
        assert remembered == []
        app.theme = "dracula"
        await settle(pilot)
        assert remembered == [("theme", "dracula")]


@pytest.mark.parametrize("error", [OSError(13, "Permission denied"), ValueError("no")])
async def test_a_choice_that_cannot_be_written_counts_and_is_said(error):
    def refuse(name: str, value: str | int) -> None:
        raise error

    app = BackpropApp(compile=False, remember=refuse)
    async with app.run_test() as pilot:
        await settle(pilot)
        app.theme = "dracula"
        await settle(pilot)
        assert app.theme == "dracula"
        assert len(notices(app)) == 1
