"""Marks and kept runs by their keys."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from driver import Driver
from scenes import settle
from textual.widgets import Input, Static

from tui_backprop.calculus.network.quantities import Phase
from tui_backprop.training.network.recipe import Recipe
from tui_backprop.training.saving.saved import read, written
from tui_backprop.tui.app import BackpropApp
from tui_backprop.tui.dialogs.table import Row, TableScreen
from tui_backprop.tui.kit.choices import Choices
from tui_backprop.tui.network.side_by_side import SideBySideScreen

FAST = Recipe(seed=2, learning_rate=5.0)


def session_of(driver: Driver) -> Any:
    return driver.app.network.run._engine.session


@asynccontextmanager
async def running(size: tuple[int, int] = (80, 24), recipe: Recipe = FAST, **more: Any) -> AsyncIterator[Driver]:
    app = BackpropApp(recipe, **more)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        yield Driver(app, pilot)


async def test_m_offers_the_place_as_a_name_and_the_list_goes_back_to_it() -> None:
    async with running() as driver:
        await driver.press("right_square_bracket", "right", "full_stop", "full_stop", "m")
        assert driver.app.screen.query_one(Input).value == "iteration 2, sample 2, f₂"
        await driver.press("enter", "right_square_bracket", "right_square_bracket", "apostrophe")
        assert "iteration 2, sample 2, f₂" in driver.text
        snapshot = await driver.press("enter")
        assert (snapshot.cycle, snapshot.phase) == (6, Phase.F2)
        assert not driver.app.screen.is_modal


async def test_a_mark_is_renamed_and_removed_in_the_list() -> None:
    async with running() as driver:
        await driver.press("right", "m")
        await driver.type("first")
        await driver.press("right", "m")
        await driver.type("second")
        await driver.press("apostrophe", "r")
        await driver.type("the second")
        assert [mark.name for mark in session_of(driver).marks] == ["first", "the second"]
        await driver.press("delete")
        assert [mark.name for mark in session_of(driver).marks] == ["first"]
        assert isinstance(driver.app.screen, TableScreen)
        await driver.press("delete")
        assert "no mark yet" in driver.text
        await driver.press("delete", "enter", "r", "escape")
        assert not driver.app.screen.is_modal


async def test_a_name_full_of_escape_sequences_is_shown_without_them_and_no_markup_is_obeyed() -> None:
    async with running((120, 36)) as driver:
        await driver.press("right_square_bracket", "m")
        driver.app.screen.query_one(Input).value = "[red]\x1b[2J\x1b]0;evil\x07[/]"
        await driver.press("enter")
        (mark,) = session_of(driver).marks
        assert mark.name in driver.notices[0]
        await driver.press("apostrophe")
        assert mark.name == "[red][2J]0;evil[/]"
        assert mark.name in driver.text
        assert not set(driver.text) & {"\x1b", "\x07"}
        await driver.press("escape")
        assert "◆[red][2J]0;evil[/]" in driver.text


@pytest.mark.parametrize("name", ["", "x" * 41])
async def test_a_name_that_is_none_is_refused_where_it_is_typed(name: str) -> None:
    async with running() as driver:
        await driver.press("m")
        await driver.type(name)
        assert str(driver.app.screen.query_one("#ask-error", Static).render())
        assert session_of(driver).marks == ()


async def test_marks_and_kept_runs_travel_with_the_file(tmp_path: Path) -> None:
    async with running() as driver:
        await driver.press("right_square_bracket", "m")
        await driver.type("平台期 · A")
        await driver.press("k", "n", "right")
        data = written(session_of(driver), "network")
    session, _ = read(data)
    async with running(session=session) as driver:
        await driver.press("K", "down", "enter", "apostrophe")
        assert "平台期 · A" in driver.text
        assert (driver.app.network.snapshot.cycle, driver.app.network.snapshot.seed) == (4, 2)


async def test_k_keeps_the_run_and_the_table_compares_it() -> None:
    async with running() as driver:
        await driver.press("g")
        await driver.type("1000")
        await driver.press("k", "n", "right_square_bracket", "K")
        lines = driver.text.splitlines()
        assert any("all: XOR 2-4-1 · α 5" in line for line in lines)
        (kept,) = [line for line in lines if " A  seed 2" in line]
        assert "1,000" in kept
        (present,) = [line for line in lines if "this  seed 3" in line]
        assert "> 1" in present


async def test_enter_in_the_table_switches_exactly_and_delete_lets_a_run_go() -> None:
    async with running() as driver:
        before = await driver.press(*["right"] * 6, "full_stop", "k")
        await driver.press("n", "right", "K", "down")
        after = await driver.press("enter")
        assert (after.cycle, after.phase, after.seed) == (before.cycle, before.phase, 2)
        assert after.values["theta1"].tobytes() == before.values["theta1"].tobytes()
        await driver.press("K", "down", "delete")
        assert session_of(driver).kept == ()
        assert "no run is kept yet" in driver.text
        assert (await driver.press("escape", "u")).seed == 3


async def test_the_ninth_run_asks_which_one_makes_room() -> None:
    async with running() as driver:
        for _ in range(8):
            await driver.press("k", "n")
        await driver.press("k")
        assert "8 runs are kept: which one makes room?" in driver.text
        await driver.press("escape")
        assert [run.timeline.recipe.seed for run in session_of(driver).kept] == [*range(2, 10)]
        await driver.press("k", "down", "enter")
        assert {run.label: run.timeline.recipe.seed for run in session_of(driver).kept}[2] == 10
        assert "kept as B" in driver.notices[-1]


async def test_side_by_side_follows_the_brackets() -> None:
    async with running() as driver:
        await driver.press(*["right_square_bracket"] * 3, "k", "n", "right_square_bracket", "K", "down", "d")
        assert isinstance(driver.app.screen, SideBySideScreen)
        assert "This run beside A, after iteration 1 " in driver.text
        await driver.press("right_square_bracket")
        assert "after iteration 2 " in driver.text
        assert driver.app.network.snapshot.cycle == 8
        await driver.press("right_square_bracket", "right_square_bracket")
        assert "A was kept after 3 iterations" in driver.text
        await driver.press("right_square_bracket", "left_square_bracket")
        assert "after iteration 3 " in driver.text
        assert "they differ most in" in driver.text
        await driver.press("escape")
        assert isinstance(driver.app.screen, TableScreen)
        await driver.press("escape")
        assert session_of(driver).looked_at == ""


async def test_the_table_goes_on_while_the_run_does() -> None:
    async with running(recipe=Recipe()) as driver:
        await driver.press("right_square_bracket", "k")
        await driver.pilot.press("space")
        await driver.pilot.press("K")
        seen: set[str] = set()
        for _ in range(1_000):
            await asyncio.sleep(0.01)
            if isinstance(driver.app.screen, TableScreen):
                seen |= {line for line in driver.text.splitlines() if "this " in line}
            if len(seen) > 3:
                break
        assert len(seen) > 3
        await driver.pilot.press("escape")
        await driver.pilot.pause(0.2)
        await driver.press("space")
        assert not driver.app.network.snapshot.running


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 60)])
async def test_the_largest_networks_fit_side_by_side_by_scrolling(size: tuple[int, int]) -> None:
    async with running(size, Recipe("parity4", hidden=16)) as driver:
        await driver.press("right_square_bracket", "k", "K", "down", "d")
        assert "every parameter is the same, bit for bit" in driver.text
        for widget in driver.app.screen.query("*"):
            assert widget.region in driver.app.screen.region or not widget.region.area


async def test_a_table_whose_rows_come_late_takes_the_keys_all_the_same() -> None:
    async with running() as driver:
        table = TableScreen("Marks", "", "none yet", ("", "name"), ())
        driver.app.push_screen(table)
        await driver.rest()
        table.show("Marks", ("", "name"), [Row(name, ("", name)) for name in "ab"])
        await driver.rest()
        await driver.press("down")
        assert table.query_one(Choices).highlighted == 1
