"""Whoever points into a pane that is out of sight finds the number there at once, whenever the screen is laid out."""

from random import Random

import pytest
from scenes import settle

from tui_backprop.explain.cell import Cell
from tui_backprop.explain.exercise import Exercise
from tui_backprop.explain.network.practice import choose_exercise
from tui_backprop.tui.app import BackpropApp
from tui_backprop.tui.network.drawing import NetworkPane
from tui_backprop.tui.network.quantity_board import QuantityBoard


def under_the_cursors(app):
    """The cells under the cursors of the boards: of one board only, once the screen has heard of it."""
    return [board.pointed() for board in app.network.query(QuantityBoard)]


SIZES = [(80, 24), (120, 36), (200, 60)]


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_a_number_clicked_in_the_network_is_pointed_at_in_its_matrix(size):
    app = BackpropApp(compile=False)
    async with app.run_test(size=size) as pilot:
        await pilot.press("right")
        await settle(pilot)
        for cell in (Cell("theta1", 1, 2), Cell("x3", 2, 0)):
            app.network._go_to_number(NetworkPane.Chosen(cell))
            assert cell in under_the_cursors(app)
            await settle(pilot)
            assert app.network.pointed == cell


@pytest.mark.parametrize("topic", ["jacobians", "gradients", "updates"])
async def test_the_entry_that_is_asked_for_is_pointed_at(topic):
    app = BackpropApp(compile=False)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("right")
        await settle(pilot)
        network, shown = app.network, app.network.snapshot
        exercise = choose_exercise(shown.values, 0.02, 2, 4, Random(0), (topic,))
        assert isinstance(exercise, Exercise)
        assert network.practice.hide(exercise)
        assert exercise.cells[0] in under_the_cursors(app)
        await settle(pilot)
        assert network.pointed == exercise.cells[0]
