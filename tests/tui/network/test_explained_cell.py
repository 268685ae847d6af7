"""The number that is explained can be seen while it is explained: its explanation lies over the panes, never over it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from driver import Driver
from scenes import STEP, settle
from textual.screen import Screen

from tui_backprop.explain.cell import Cell
from tui_backprop.training.network.recipe import Recipe
from tui_backprop.tui.app import BackpropApp
from tui_backprop.tui.kit.inspector import Inspector
from tui_backprop.tui.network.quantity_board import QuantityBoard
from tui_backprop.words import speak

SIZES = [(80, 24), (120, 36)]
PANES = ["phase", "parameters", "jacobians"]
LARGE = {"task": "parity3", "hidden": 8}


@pytest.fixture
def _english_again() -> Iterator[None]:
    yield
    speak("en")


@asynccontextmanager
async def at_the_end_of_a_cycle(
    pane: str, size: tuple[int, int], recipe: dict[str, Any]
) -> AsyncIterator[tuple[Driver, QuantityBoard]]:
    """The app with a pane in front, when there is a number in every matrix."""
    app = BackpropApp(Recipe(**recipe), compile=False)
    async with app.run_test(size=size) as pilot:
        driver = Driver(app, pilot)
        await settle(pilot)
        await driver.press(*STEP)
        app.network.bring_forward(pane)
        await driver.rest()
        board = app.network.query_one(f"#{pane}", QuantityBoard)
        assert board.region.area
        yield driver, board


def some_cells(board: QuantityBoard) -> list[Cell]:
    """Of each matrix the first and the last number of the first row, of a middle one, and of the last."""
    return [
        Cell(block.view.code, row, column)
        for block in board.board.blocks
        if block.view.shape[1]
        for row in sorted({0, block.view.shape[0] // 2, block.view.shape[0] - 1})
        for column in sorted({0, block.view.shape[1] - 1})
    ]


def fault(app: BackpropApp, board: QuantityBoard) -> str:
    """What is wrong with the place of the number under the cursor; empty where it can be seen."""
    place = board.cursor and board.board.region_of(board.cursor)
    if place is None:
        return f"{board.cursor} is not on show"
    pane = board.scrollable_content_region
    x, y = board.content_region.x + place[0], board.content_region.y + place[1] - board.scroll_offset.y
    if not (
        board.content_region.y <= y < board.content_region.bottom
        and x + place[2] <= board.content_region.x + pane.width
    ):
        return f"{board.cursor} is out of the pane: {x}, {y}"
    inspector = app.network.query_one("#inspector", Inspector)
    if inspector.display and inspector.region.contains(x, y):
        return f"{board.cursor} is under its explanation: {x}, {y}, {inspector.region}"
    return ""


@pytest.mark.usefixtures("_english_again")
@pytest.mark.parametrize(
    ("recipe", "language"), [({}, "en"), ({}, "zh"), (LARGE, "en")], ids=["article", "zh", "large"]
)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("pane", PANES)
async def test_every_number_can_be_seen_while_it_is_explained(pane, size, recipe, language):
    speak(language)
    async with at_the_end_of_a_cycle(pane, size, recipe) as (driver, board):
        faults = []
        for cell in some_cells(board):
            board.cursor = cell
            await driver.rest()
            assert driver.app.network.query_one("#inspector").display
            faults.append(fault(driver.app, board))
        assert not any(faults), [found for found in faults if found]


@pytest.mark.parametrize("recipe", [{}, LARGE], ids=["article", "large"])
@pytest.mark.parametrize("keys", ["", "z"], ids=["beside the others", "alone"])
async def test_the_keys_lead_down_through_a_board_and_up_again_and_it_moves_no_more_than_the_cursor(keys, recipe):
    async with at_the_end_of_a_cycle("jacobians", (80, 24), recipe) as (driver, board):
        await driver.press(*keys, "down")
        for direction, sign in (("down", 1), ("up", -1)):
            while True:
                cell, top = board.cursor, board.scroll_offset.y
                line = board.board.region_of(cell)[1]
                await driver.press(direction)
                assert not fault(driver.app, board)
                if board.cursor == cell:
                    break
                moved = (board.scroll_offset.y - top) * sign
                assert moved >= 0
                # The explanation of another number may be longer than that of the one before.
                assert moved <= abs(board.board.region_of(board.cursor)[1] - line) + 4


async def test_an_explanation_moves_nothing_but_the_board_that_it_lies_over_and_leaves_it_whole():
    async with at_the_end_of_a_cycle("jacobians", (80, 24), {}) as (driver, board):

        def regions() -> dict[Any, Any]:
            return {
                w: w.region for w in driver.app.network.query("*") if w.region.area and "inspector" not in str(w.id)
            }

        before = regions()
        board.cursor = some_cells(board)[-1]
        await driver.rest()
        assert regions() == before
        assert board.scroll_offset.y > board.board.height - board.size.height
        await driver.press("escape")
        assert regions() == before
        assert board.scroll_offset.y == board.board.height - board.size.height
        board.scroll_to(y=0, animate=False)
        board.cursor = some_cells(board)[0]
        await driver.rest()
        assert board.scroll_offset.y == 0


async def test_no_frame_is_drawn_with_the_explanation_over_its_number(monkeypatch):
    faults: list[str] = []
    async with at_the_end_of_a_cycle("jacobians", (80, 24), LARGE) as (driver, board):
        paint = Screen._compositor_refresh

        def look_and_paint(screen: Screen[Any]) -> None:
            pointed = driver.app.network.pointed is not None and board.cursor is not None
            faults.append(fault(driver.app, board) if pointed else "")
            paint(screen)

        monkeypatch.setattr(Screen, "_compositor_refresh", look_and_paint)
        for cell in some_cells(board):
            board.cursor = cell
            await driver.rest()
        assert len(faults) > len(some_cells(board))
        assert not any(faults), [found for found in faults if found]


async def test_in_a_terminal_of_another_size_the_number_can_still_be_seen():
    async with at_the_end_of_a_cycle("jacobians", (80, 30), {}) as (driver, board):
        board.cursor = some_cells(board)[-1]
        await driver.rest()
        for size in ((80, 24), (80, 28), (120, 36), (200, 60), (80, 24)):
            await driver.pilot.resize_terminal(*size)
            await driver.rest()
            assert not fault(driver.app, board), size
        await driver.press("escape")
        assert board.scroll_offset.y <= max(board.board.height - board.size.height, 0)


@pytest.mark.parametrize("size", SIZES)
async def test_no_line_is_skipped_by_the_page_keys_behind_an_explanation(size):
    async with at_the_end_of_a_cycle("jacobians", size, LARGE) as (driver, board):

        def in_sight() -> range:
            top, foot = board.region.y, driver.app.network.query_one("#inspector", Inspector).region.y
            return range(board.scroll_offset.y, board.scroll_offset.y + foot - top)

        await driver.press("down")
        seen = set(in_sight())
        for key in ("pagedown", "pageup"):
            for _ in range(40):
                before = in_sight()
                await driver.press(key)
                after = in_sight()
                assert before.start <= after.stop
                assert after.start <= before.stop
                seen.update(after)
        assert seen.issuperset(range(board.board.height))
        assert board.scroll_offset.y == 0
