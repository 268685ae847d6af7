"""What happens to networks now and then and has a name."""

from dataclasses import replace
from itertools import product
from typing import Any

import numpy as np

from tui_backprop.calculus.network.quantities import Phase
from tui_backprop.explain.network import phenomena
from tui_backprop.explain.network.notices import notice_fact
from tui_backprop.explain.network.now import Now, now
from tui_backprop.training.network.notice import Changed, Searched
from tui_backprop.training.network.recipe import Recipe
from tui_backprop.training.network.search import AllRight, Saturated, SumBelow
from tui_backprop.training.network.session import Session
from tui_backprop.training.pace import Pace
from tui_backprop.words import sentence


def test_a_gradient_vanishes_only_where_there_is_something_to_learn():
    small = {
        "x3": np.full((5, 1), 0.999999),
        "x4": np.array([[0.9]]),
        "tx1": np.array([[0.0]]),
        "theta1_gradient": np.full((4, 3), 1e-5),
        "theta2": np.ones((1, 5)),
    }
    assert phenomena.vanishes(small) == "units"
    assert phenomena.vanishes({**small, "x3": np.full((5, 1), 0.5), "theta2": np.full((1, 5), 1e-5)}) == "weights"
    assert phenomena.vanishes({**small, "x3": np.full((5, 1), 0.5), "x4": np.array([[0.9999999]])}) == "output"
    assert not phenomena.vanishes({**small, "tx1": np.array([[0.95]])})
    assert not phenomena.vanishes({**small, "theta1_gradient": np.full((4, 3), 0.1)})


def test_what_a_search_has_found_is_named_by_its_iteration_and_its_cycle():
    found = sentence(notice_fact(Searched(SumBelow(0.5), 40_000, 10_000)))
    assert "iteration 10,000" in found
    assert "40,000" in found
    assert "right" not in found
    assert "same θ" in sentence(notice_fact(Searched(AllRight(), 40_001, 10_001)))


def test_equal_units_are_found_by_their_numbers():
    theta1 = np.arange(12.0).reshape(4, 3)
    theta1[3] = theta1[1]
    assert phenomena.equal_units(theta1, np.array([[0.0, 1, 2, 3, 2]])) == (2, 4)
    assert phenomena.equal_units(theta1, np.array([[0.0, 1, 2, 3, 4]])) is None


def test_a_plateau_is_a_high_loss_that_hardly_changes_over_half_of_the_run():
    iteration = np.arange(1.0, 1001)
    flat = np.full(1000, 0.5)
    assert phenomena.on_plateau(iteration, flat, flat, 1000)
    falling = np.linspace(0.7, 0.3, 1000)
    assert not phenomena.on_plateau(iteration, falling, falling, 1000)
    assert not phenomena.on_plateau(iteration, flat / 100, flat / 100, 1000)
    assert not phenomena.on_plateau(iteration, flat, flat, 50)


XOR = np.array([[0.0, 0], [0, 1], [1, 0], [1, 1]]), np.array([0.0, 1, 1, 0])


def test_equal_samples_with_opposite_labels_cancel_though_each_gradient_is_large():
    theta1, theta2 = np.zeros((1, 3)), np.array([[0.0, 1.0]])
    twice = np.ones((2, 2)), np.array([0.0, 1.0])
    share, largest, reason = phenomena.pull(theta1, theta2 * 0, *twice)
    # s(0) = 1/2 everywhere: ∂E/∂θ2 = ±(1/2)(1/4)[1, 1/2], and nothing goes through θ2 = 0.
    assert (share, largest, reason) == (0, 0.125, "cancel")
    alone = phenomena.pull(theta1, theta2 * 0, np.ones((1, 2)), np.array([1.0]))
    assert (alone.share, alone.reason) == (1, "steps")


def test_gradients_that_are_next_to_nothing_are_small_whether_they_cancel_or_not():
    theta1, theta2 = np.ones((2, 3)), np.array([[20.0, 0.0, 0.0]])
    assert phenomena.pull(theta1, theta2, *XOR).reason == "small"
    assert phenomena.pull(np.full((2, 3), 1e9), np.array([[1e9, 1, 1]]), *XOR) == (1, 0, "small")


def test_on_the_plateau_of_xor_the_gradients_of_the_samples_cancel_and_are_not_small():
    session = Session(Recipe())
    session.go_to(4 * 1_000)
    said = now(session.snapshot())
    shown = said.why.values
    assert (said.event, shown["reason"]) == ("plateau", "cancel")
    values, table = session.snapshot().values, session.snapshot().table
    each: list[np.ndarray] = []
    for x, t in zip(table.x1, table.t, strict=True):

        def error(theta: np.ndarray, x=x, t=t) -> float:
            hidden = 1 / (1 + np.exp(-theta[:12].reshape(4, 3) @ np.array([1, *x])))
            return 0.5 * (1 / (1 + np.exp(-theta[12:] @ np.array([1, *hidden]))) - t) ** 2

        theta = np.concatenate((values["theta1"].ravel(), values["theta2"].ravel()))
        steps = np.eye(17) * 1e-6
        each.append(np.array([(error(theta + step) - error(theta - step)) / 2e-6 for step in steps]))
    lengths = [float(np.linalg.norm(gradient)) for gradient in each]
    assert min(lengths) > 0.1
    assert f"{100 * np.linalg.norm(np.sum(each, axis=0)) / sum(lengths):.1g}" == shown["share"]


def test_a_plateau_that_the_pace_passes_in_a_moment_is_not_told_while_it_runs():
    session = Session(Recipe())
    session.go_to(4 * 1_000)
    rest = session.snapshot()
    slow, fast = (replace(rest, running=True, pace=Pace.of(speed)) for speed in (1_000, 10_000))
    assert [now(snapshot).event for snapshot in (rest, slow, fast)] == ["plateau", "plateau", ""]


def test_a_step_overshoots_where_its_own_sample_gets_worse():
    assert phenomena.overshoots(0.1, 0.2)
    assert not phenomena.overshoots(0.2, 0.1)


def test_a_unit_that_is_saturated_by_one_sample_is_not_said_to_be_so_by_all():
    session = Session(Recipe())
    session.go_to(3)
    session.set_parameter("theta1[0,1]", 20.0)
    session.go_to(4)
    while session.phase != Phase.F2:
        session.step_phase(False)
    snapshot = session.snapshot()
    assert (snapshot.sample, snapshot.saturated, now(snapshot).event) == (4, (1,), "saturated")
    assert "for this sample" in sentence(now(snapshot).why)
    changed = sentence(notice_fact(Changed(Saturated(1), False, None, 2)))
    assert changed == "Hidden unit 1 was never saturated for every sample at once, up to here."
    assert not Saturated(1).holds(session.timeline, 4, 4)[0]


def said_at(cycle: int, phase: Phase, **recipe: Any) -> Now:
    session = Session(Recipe(**recipe))
    session.go_to(cycle)
    session.go_to_phase(phase)
    return now(session.snapshot())


FIRST_SAMPLE = 1
"""(0, 0), whose label is 0."""


def test_an_output_that_no_step_moves_is_not_said_to_come_closer():
    for weights, cycle in product(((8.0, 12.0), (-60.0, -40.0)), range(1, 5)):
        session = Session(Recipe(weights=weights))
        session.go_to(cycle)
        snapshot = session.snapshot()
        moved = snapshot.values["x4"][0, 0] != snapshot.table.x4[snapshot.sample - 1]
        assert now(snapshot).why.code == ("why_moves" if moved else "why_answer_stays"), (weights, cycle)


def test_parameters_with_no_gradient_are_not_said_to_move():
    said = said_at(FIRST_SAMPLE, Phase.THETA2_GRADIENT, weights=(8.0, 12.0))
    assert (said.why.code, said.why.values["parameter"]) == ("why_still", "θ⁽²⁾")
    assert said_at(FIRST_SAMPLE, Phase.THETA2_GRADIENT).why.code == "why_theta2"


def test_a_gradient_that_vanishes_in_zero_parameters_is_not_laid_to_the_slopes():
    said = said_at(FIRST_SAMPLE, Phase.THETA1_GRADIENT, weights=(0.0, 0.0))
    assert (said.event, said.why.values["reason"]) == ("vanishes", "weights")


def test_an_output_of_a_half_is_read_as_nothing_and_stands_on_no_side():
    assert said_at(FIRST_SAMPLE, Phase.F3, weights=(0.0, 0.0)).why.values["answer"] is None
    assert said_at(FIRST_SAMPLE, Phase.F4, weights=(0.0, 0.0)).why.values["side"] == "half"
    assert said_at(FIRST_SAMPLE, Phase.F4).why.values["side"] == "wrong"


def test_the_output_of_a_cycle_is_the_one_that_its_samples_table_has_however_far_out():
    session = Session(Recipe(learning_rate=1e5))
    session.go_to(16)
    snapshot = session.snapshot()
    assert (snapshot.values["x4"] > 0).all()
    assert (
        now(snapshot).why.code != "why_moves" or snapshot.table.x4[snapshot.sample - 1] != snapshot.values["x4"][0, 0]
    )
