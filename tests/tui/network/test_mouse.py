"""What the mouse does on the network screen, in the whole app."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from scenes import settle

from tui_backprop.explain.cell import Cell
from tui_backprop.training.network.recipe import Recipe
from tui_backprop.tui.app import BackpropApp
from tui_backprop.tui.network.drawing import NetworkPane
from tui_backprop.tui.network.parameters import ParametersPane


@asynccontextmanager
async def network(
    *keys: str, size: tuple[int, int] = (200, 60), **recipe: Any
) -> AsyncIterator[tuple[BackpropApp, Any]]:
    """The app on the network screen, after these keys."""
    app = BackpropApp(Recipe(**recipe), compile=False)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        for key in keys:
            await pilot.press(key)
            await settle(pilot)
        yield app, pilot


def on_the_drawing(app: BackpropApp, cell: Cell) -> tuple[NetworkPane, tuple[int, int]]:
    """The drawing, and where on the screen it shows a number."""
    pane = app.screen.query_one(NetworkPane)
    row, column = next(place for place, held in pane._holds.items() if held == cell)
    return pane, (pane.content_region.x + column, pane.content_region.y + row)


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 60)])
@pytest.mark.parametrize("hidden", [4, 12])
async def test_a_click_on_an_edge_puts_the_cursor_on_its_parameter(size, hidden):
    to_the_drawing = () if size == (200, 60) else ("tab",) * 6
    async with network("right", *to_the_drawing, size=size, hidden=hidden) as (app, pilot):
        cell = Cell("theta1", 1, 2)
        _, place = on_the_drawing(app, cell)
        await pilot.click(offset=place)
        await settle(pilot)
        board = app.screen.query_one(ParametersPane)
        assert board.has_focus
        assert board.display
        assert app.network.pointed == cell


async def test_the_pointer_over_an_edge_is_told_in_a_line():
    async with network("right") as (app, pilot):
        _, place = on_the_drawing(app, Cell("theta2", 0, 3))
        await pilot.hover(offset=place)
        await settle(pilot)
        tip = app.network._now.render().plain.splitlines()[2]
        assert tip.startswith("θ′⁽²⁾₁,₃ = ")
        await pilot.hover(offset=(0, 0))
        await settle(pilot)
        assert not app.network._now.render().plain.splitlines()[2].startswith("θ")
