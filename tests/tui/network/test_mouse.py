"""What the mouse does on the network screen, in the whole app."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from scenes import settle
from textual import events

from tui_backprop.calculus.network.neural_net import NeuralNet
from tui_backprop.explain.cell import Cell
from tui_backprop.training.network.recipe import Recipe
from tui_backprop.training.network.timeline import Timeline
from tui_backprop.tui.app import BackpropApp
from tui_backprop.tui.network.computation import ComputationPane
from tui_backprop.tui.network.decision_map import DecisionMapPane, cell_of
from tui_backprop.tui.network.drawing import NetworkPane
from tui_backprop.tui.network.loss import LossPane
from tui_backprop.tui.network.parameters import ParametersPane
from tui_backprop.tui.network.samples import SamplesPane


@pytest.fixture
def _keys_are_not_painted() -> None:
    """They are: a click goes to what has been painted under the pointer."""


@asynccontextmanager
async def network(
    *keys: str, size: tuple[int, int] = (200, 60), **recipe: Any
) -> AsyncIterator[tuple[BackpropApp, Any]]:
    """The app on the network screen, after these keys."""
    app = BackpropApp(Recipe(**recipe))
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


async def test_the_pointer_over_a_number_lights_what_it_is_made_from_and_tells_it_in_a_line():
    async with network("right", "full_stop", "full_stop", "full_stop") as (app, pilot):
        board = app.screen.query_one(ComputationPane)
        x, y, _ = board.board.region_of(board.place_of(Cell("x4", 0, 0)))
        await pilot.hover(offset=(board.content_region.x + x + 2, board.content_region.y + y))
        await settle(pilot)
        assert app.network._now.render().plain.splitlines()[2].startswith("x⁽⁴⁾ = 0.")
        assert {board.quantity_at(place) for place in board.lit} >= {Cell("x3", row, 0) for row in range(5)}
        theta = app.screen.query_one(ParametersPane)
        assert {theta.quantity_at(place) for place in theta.lit if theta.quantity_at(place).code == "theta2"} == {
            Cell("theta2", 0, column) for column in range(5)
        }
        assert app.network.pointed is None


async def test_a_click_on_a_number_puts_the_cursor_there():
    async with network("right") as (app, pilot):
        board = app.screen.query_one(ParametersPane)
        x, y, _ = board.board.region_of(board.place_of(Cell("theta1", 2, 1)))
        await pilot.click(offset=(board.content_region.x + x + 2, board.content_region.y + y))
        await settle(pilot)
        assert app.network.pointed == Cell("theta1", 2, 1)


async def test_a_click_on_a_report_goes_to_its_iteration():
    async with network("right_curly_bracket", "right_square_bracket") as (app, pilot):
        assert app.network.snapshot.iteration == 10_001
        lines = app.screen.query_one("#report-lines").region
        await pilot.click(offset=(lines.x + 3, lines.y))  # the heads are no report
        await settle(pilot)
        assert app.network.snapshot.iteration == 10_001
        await pilot.click(offset=(lines.x + 3, lines.y + 1))
        await settle(pilot)
        assert app.network.snapshot.iteration == 10_000


async def test_the_list_of_reports_keeps_the_iteration_in_which_all_were_right_first_and_a_click_goes_there():
    async with network("right_curly_bracket", "right_curly_bracket") as (app, pilot):
        first = app.network.snapshot.first_right
        assert 10_000 < first < 20_000
        lines = app.screen.query_one("#report-lines")
        assert str(lines.render()).splitlines()[2].split(maxsplit=1) == [f"{first:,}", "all right, first"]
        await pilot.click(offset=(lines.region.x + 3, lines.region.y + 2))
        await settle(pilot)
        assert app.network.snapshot.iteration == first
        run = Timeline(Recipe())
        run.extend(4 * first)
        assert (run.errors(4 * first - 4, 4 * first) < 0.125).all()
        assert not (run.errors(4 * first - 8, 4 * first - 4) < 0.125).all()


async def test_a_click_on_a_sample_in_the_table_and_on_the_map_goes_to_it():
    async with network("right") as (app, pilot):
        table = app.screen.query_one(SamplesPane).content_region
        await pilot.click(offset=(table.x + 4, table.y + 3))
        await settle(pilot)
        assert app.network.snapshot.sample == 3
        pane = app.screen.query_one(DecisionMapPane)
        for number, (x1, x2) in enumerate(((0, 0), (0, 1), (1, 0), (1, 1)), start=1):
            await pilot.click(offset=on_the_map(pane, x1, x2))
            await settle(pilot)
            assert app.network.snapshot.sample == number
        await pilot.click(offset=on_the_map(pane, 0.5, 0.5))  # no sample is near
        await settle(pilot)
        assert app.network.snapshot.sample == 4


def on_the_map(pane: DecisionMapPane, x1: float, x2: float) -> tuple[int, int]:
    """Where on the screen the map shows this input."""
    frame, (across, up) = pane._frame, pane._window
    column, row = cell_of(x1, frame.columns, across), frame.rows - 1 - cell_of(x2, frame.rows, up)
    return pane.content_region.x + frame.left + column, pane.content_region.y + frame.top + row


async def test_the_pointer_over_the_map_tells_the_answer_there():
    async with network("right") as (app, pilot):
        pane = app.screen.query_one(DecisionMapPane)
        await pilot.hover(offset=on_the_map(pane, 0.4, 1.1))
        await settle(pilot)
        tip = app.network._now.render().plain.splitlines()[2]
        x1, x2, x4 = map(float, re.fullmatch(r"x₁ = (\S+), x₂ = (\S+): x⁽⁴⁾ = (\S+)", tip.strip()).groups())
        assert (x1, x2) == (pytest.approx(0.4, abs=0.03), pytest.approx(1.1, abs=0.06))
        net = NeuralNet(2, 4)
        net.set_parameter(*(app.network.snapshot.values[name] for name in ("theta1", "theta2")))
        net.feed_forward([[x1], [x2]], [[0]])
        assert x4 == pytest.approx(net.x4[0, 0], abs=2e-3)


async def test_the_wheel_looks_closer_at_the_map_where_the_pointer_is_and_back_to_all_of_it():
    async with network("right") as (app, pilot):
        pane = app.screen.query_one(DecisionMapPane)
        whole, place = pane._window, on_the_map(pane, 1.0, 0.0)
        for _ in range(5):
            await turn(pilot, events.MouseScrollUp, place)
        (left, right), (low, high) = pane._window
        assert right - left == pytest.approx(1.4 / 1.5**5)
        assert high - low == pytest.approx(1.4 / 1.5**5)
        assert left < 1 < right
        assert low < 0 < high
        for _ in range(60):
            await turn(pilot, events.MouseScrollUp, place)
        assert pane._window[0][1] - pane._window[0][0] == pytest.approx(1.4 / 200)
        for _ in range(20):
            await turn(pilot, events.MouseScrollDown, (place[0] - 8, place[1] - 3))
        assert pane._window == whole


async def test_the_wheel_looks_closer_at_the_loss_chart_and_a_click_goes_there():
    async with network("right_curly_bracket") as (app, pilot):
        pane = app.screen.query_one(LossPane)
        drawing, region = pane._drawing, pane.content_region
        place = region.x + drawing.left + 30, region.y + 3
        at = round(drawing.x.value(30))
        await pilot.click(offset=place)
        await settle(pilot)
        assert app.network.snapshot.iteration == at
        await turn(pilot, events.MouseScrollUp, place)
        assert not app.network.snapshot.chart.whole
        await turn(pilot, events.MouseScrollDown, place)
        assert app.network.snapshot.chart.whole


async def turn(pilot: Any, kind: type[events.MouseEvent], place: tuple[int, int]) -> None:
    """Turn the wheel over a place of the screen."""
    await pilot._post_mouse_events([kind], offset=place, button=0)
    await settle(pilot)
