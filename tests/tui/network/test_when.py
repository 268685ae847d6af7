"""W: when something changed last, against a walk of the article's class through every cycle."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
import pytest
from languages import seen
from scenes import settle

from tui_backprop.calculus.network.neural_net import NeuralNet
from tui_backprop.calculus.network.quantities import Phase
from tui_backprop.explain.cell import Cell
from tui_backprop.training.network.recipe import Recipe
from tui_backprop.training.network.session import Session
from tui_backprop.tui.app import BackpropApp
from tui_backprop.tui.network.when import When

RECIPE = Recipe(seed=2, learning_rate=5.0)
CYCLES = 1_200


class Asked:
    """An app at cycle 1,200 in which W is asked of a cell."""

    def __init__(self, app: BackpropApp, pilot: Any) -> None:
        self.app, self.pilot = app, pilot

    async def of(self, cell: Cell | None) -> tuple[str, int]:
        """What the notice says, and the cycle of the cursor afterwards."""
        network = self.app.network
        self.app.clear_notifications()
        assert network.snapshot is not None
        await network.when.ask(cell, "phase", network.snapshot)
        await settle(self.pilot)
        (notice,) = self.app._notifications
        return notice.message, network.snapshot.cycle


@pytest.fixture
async def asked():
    app = BackpropApp(RECIPE, go_to=CYCLES)
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        yield Asked(app, pilot)


class Moment(NamedTuple):
    """The end of a cycle: its sample, θ1 after it, x2 in it, and what sample 4 is answered after it."""

    sample: int
    theta1: np.ndarray
    x2: np.ndarray
    answer: float


@pytest.fixture(scope="module")
def walk():
    """The moments of the article's own class, one for the start and one for the end of every cycle."""
    start = Session(RECIPE).snapshot()
    net = NeuralNet()
    net.set_parameter(start.values["theta1"], start.values["theta2"])
    samples = [(x[:, None], [[t]]) for x, t in zip(start.table.x1, start.table.t, strict=True)]

    def moment(cycle):
        x2 = net.x2
        net.feed_forward(*samples[3])
        return Moment((cycle - 1) % 4 + 1 if cycle else 0, net.theta1.copy(), x2, net.x4[0, 0])

    moments = [moment(0)]
    for cycle in range(1, CYCLES + 1):
        net.feed_forward(*samples[(cycle - 1) % 4])
        net.back_propagate()
        net.update_parameter(RECIPE.learning_rate)
        moments.append(moment(cycle))
    return moments


def last_change(states):
    """The last index at which a sequence is not what it was before; None where it never changes."""
    return next((k for k in range(len(states) - 1, 0, -1) if states[k] != states[k - 1]), None)


@pytest.mark.parametrize("cell", [Cell("theta1", row, column) for row in range(4) for column in (0, 2)])
async def test_a_parameter_tells_when_its_sign_flipped_and_the_cursor_goes_there(asked, walk, cell):
    states = [moment.theta1[cell.row, cell.column] > 0 for moment in walk]
    expected = last_change(states)
    said, cycle = await asked.of(cell)
    if expected is None:
        assert "never changed its sign in this run" in said
        assert cycle == CYCLES
    else:
        assert f"changed its sign last in cycle {expected:,}" in said
        assert ("since then it is over 0" in said) == bool(states[-1])
        assert cycle == expected


async def test_another_number_is_asked_for_the_sample_of_this_cycle(asked, walk):
    values = [(cycle, moment.x2[1, 0]) for cycle, moment in enumerate(walk) if moment.sample == 4]
    at = last_change([value > 0 for _, value in values])
    said, cycle = await asked.of(Cell("x2", 1, 0))
    expected = CYCLES if at is None else values[at][0]
    assert cycle == expected
    assert "x⁽²⁾₂ of sample 4" in said


@pytest.mark.parametrize("code", ["x4", "x5"])
async def test_the_output_tells_when_its_sample_became_right(asked, walk, code):
    right = [bool(moment.answer < 0.5) for moment in walk]  # its label is 0
    expected = last_change(right)
    assert expected is not None
    said, cycle = await asked.of(Cell(code, 0, 0))
    assert said == f"Sample 4 is {'right' if right[-1] else 'wrong'} since the end of cycle {expected:,}."
    assert cycle == expected


async def test_a_hidden_unit_tells_when_it_saturated(asked):
    states = asked.app.network.run._engine.session.timeline.states(0, CYCLES)
    theta1 = states[:, :12].reshape(-1, 4, 3)
    x1 = [(0, 0), (0, 1), (1, 0), (1, 1)]
    sums = np.array([[[row[0] + row[1] * a + row[2] * b for row in theta] for a, b in x1] for theta in theta1])
    outputs = 1 / (1 + np.exp(-sums))
    for unit in range(4):
        saturated = [bool(all(o * (1 - o) < 0.02)) for o in outputs[:, :, unit]]
        expected = last_change(saturated)
        asked.app.network.time.cycle(CYCLES)
        await settle(asked.pilot)
        said, cycle = await asked.of(Cell("x3", unit + 1, 0))
        assert cycle == (CYCLES if expected is None else expected)
        assert f"Hidden unit {unit + 1} " in said


@pytest.mark.parametrize("cell", [Cell("x1", 0, 0), Cell("x3", 0, 0), Cell("jacobian_f2_x2", 0, 1), Cell("tx1", 0, 0)])
async def test_what_no_training_changes_is_not_searched(asked, cell):
    said, cycle = await asked.of(cell)
    assert "never changes" in said
    assert cycle == CYCLES


async def test_without_a_cell_it_is_asked_which_sample_or_unit_is_meant(asked):
    pilot, app = asked.pilot, asked.app
    await pilot.press("W")
    await settle(pilot)
    text = "\n".join("".join(s.text for s in line) for line in app.screen._compositor.render_strips())
    assert "sample 1 (0,0): when did it become right, or wrong?" in text
    assert "hidden unit 4: when did it saturate" in text
    app.clear_notifications()
    await pilot.press("home", "down", "enter")
    await settle(pilot)
    (notice,) = app._notifications
    assert notice.message.startswith("Sample 2 ")


async def test_inside_a_cycle_a_parameter_is_asked_up_to_the_cycle_before():
    app = BackpropApp(RECIPE, go_to=1)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("full_stop")
        await settle(pilot)
        said, cycle = await Asked(app, pilot).of(Cell("theta2", 0, 1))
        assert "in the whole run" in said
        assert app.network.snapshot is not None
        assert (cycle, app.network.snapshot.phase) == (2, Phase.F1)
        assert isinstance(app.network.when, When)


async def test_a_search_says_how_far_it_has_got_and_how_to_end_it_on_the_smallest_screen_too(monkeypatch):
    monkeypatch.setattr("tui_backprop.tui.network.travel.MOST_SEARCHED", 3_000_000)
    app = BackpropApp(Recipe(), compile=False)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("g")
        await settle(pilot)
        assert "up to iteration 3,000,000" in " ".join(seen(app).split())
        await pilot.press(*"saturated", "enter")
        for _ in range(500):
            await pilot.pause(0.01)
            if app.network.snapshot.progress is not None:
                break
        assert app.network.snapshot.progress.goal == 12_000_000
        assert "0% esc stops" in seen(app).splitlines()[0]
        await pilot.press("escape")
        await settle(pilot)


async def test_a_search_is_stopped_by_escape_where_it_was():
    app = BackpropApp(Recipe(), go_to=40_000)
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        network = app.network
        assert network.snapshot is not None
        await network.when.ask(Cell("theta2_gradient", 0, 0), "phase", network.snapshot)
        for _ in range(500):
            await pilot.pause(0.01)
            if network.snapshot.progress is not None:
                break
        assert network.snapshot.progress is not None
        assert network.snapshot.progress.searching
        text = "".join("".join(s.text for s in line) for line in app.screen._compositor.render_strips())
        assert "searching" in text
        await pilot.press("escape")
        await settle(pilot)
        assert network.snapshot.cycle == 40_000
        assert not [n.message for n in app._notifications if "sign" in n.message]
