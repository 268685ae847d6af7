"""Kept runs beside the present one: their curves, their table, and two of them side by side."""

import numpy as np
import pytest

from tui_backprop.calculus.fact import InputError
from tui_backprop.calculus.network.quantities import Phase
from tui_backprop.training.network import timeline as timeline_module
from tui_backprop.training.network.comparison import TARGETS
from tui_backprop.training.network.kept import MOST_KEPT, PRESENT
from tui_backprop.training.network.loss_curve import LossCurve
from tui_backprop.training.network.recipe import Recipe
from tui_backprop.training.network.session import Session
from tui_backprop.training.network.timeline import Timeline

pytestmark = pytest.mark.usefixtures("machine_code")

FAST = Recipe(seed=2, learning_rate=5.0)


def sums(timeline):
    """ΣE of every iteration, added up by hand."""
    rows = timeline.errors(0, timeline.curve.count * 4).reshape(-1, 4)
    return [((a + b) + c) + d for a, b, c, d in rows.tolist()]


def fresh(recipe, iteration):
    """θ1 and θ2 of a run of its own."""
    session = Session(recipe)
    session.go_to(4 * iteration)
    return session.snapshot().values


@pytest.fixture(params=[LossCurve, lambda samples: LossCurve(samples, 64)], ids=["every iteration", "16 as one"])
def timeline(request, monkeypatch):
    monkeypatch.setattr(timeline_module, "LossCurve", request.param)
    timeline = Timeline(FAST)
    timeline.extend(4_003)
    return timeline


def test_the_error_of_an_iteration_is_what_training_gave(timeline):
    expected = sums(timeline)
    assert [timeline.iteration_error(k) for k in (1, 17, 500, 1_000)] == [expected[k - 1] for k in (1, 17, 500, 1_000)]
    assert timeline.iteration_error(0) is timeline.iteration_error(1_001) is None


@pytest.mark.parametrize("target", [0.5, 0.05, 0.01, 0.004])
def test_the_first_iteration_under_a_target_is_the_first_one(timeline, target):
    found = timeline.first_under(target)
    assert found == next(k for k, error in enumerate(sums(timeline), 1) if error < target)
    timeline.extend(8_000)
    assert timeline.first_under(target) == found


def test_a_target_that_was_not_reached_is_asked_for_again_when_the_run_has_gone_on(timeline):
    target = min(sums(timeline)) * 0.9
    assert timeline.first_under(target) is None
    timeline.extend(40_000)
    assert timeline.first_under(target) is not None


def compared():
    """A session at iteration 500 of one run, with another one kept after 1,000 iterations of it."""
    session = Session(FAST)
    session.go_to(4_000)
    session.keep()
    session.restart(Recipe(seed=1))
    session.go_to(2_002)
    session.look("runs", 1)
    return session


def test_the_table_has_every_run_at_the_iteration_of_the_cursor():
    session = compared()
    found = session.snapshot().comparison
    present, kept = found.rows
    assert (found.iteration, present.label, kept.label) == (500, PRESENT, 1)
    assert (present.recipe, kept.recipe) == (Recipe(seed=1), FAST)
    assert (present.iterations, kept.iterations) == (500, 1_000)
    of_the_kept, of_the_present = sums(session.kept[0].timeline), sums(session.timeline)
    assert (present.error, kept.error) == (of_the_present[499], of_the_kept[499])
    assert kept.reached == tuple(next(k for k, error in enumerate(of_the_kept, 1) if error < t) for t in TARGETS)
    assert present.reached == (None, None)


def test_side_by_side_are_the_parameters_that_each_run_has_by_itself():
    beside = compared().snapshot().comparison.beside
    for found, recipe in ((beside.present, Recipe(seed=1)), (beside.kept, FAST)):
        expected = fresh(recipe, 500)
        assert found[0].tobytes() == expected["theta1"].tobytes()
        assert found[1].tobytes() == expected["theta2"].tobytes()
    both = np.concatenate([part.ravel() for part in beside.difference])
    expected = np.concatenate([(one - other).ravel() for one, other in zip(beside.present, beside.kept, strict=True)])
    assert both.tolist() == expected.tolist()
    code, row, column = beside.largest
    assert abs(beside.difference[code == "theta2"][row, column]) == np.abs(expected).max()


def test_where_a_run_does_not_go_so_far_there_is_nothing_of_it():
    session = compared()
    session.go_to(4_004)
    found = session.snapshot().comparison
    assert found.beside.kept is None
    assert found.beside.present is not None
    assert found.beside.difference is found.rows[1].error is None


def test_networks_of_different_sizes_have_no_difference():
    session = compared()
    session.restart(Recipe(hidden=3))
    session.go_to(400)
    beside = session.snapshot().comparison.beside
    assert (beside.present[0].shape, beside.kept[0].shape) == ((3, 3), (4, 3))
    assert beside.difference is beside.largest is None


def test_a_run_beside_itself_differs_in_nothing():
    session = Session(FAST)
    session.go_to(400)
    session.keep()
    session.look("runs", 1)
    beside = session.snapshot().comparison.beside
    assert beside.largest is None
    assert not any(part.any() for part in beside.difference)


def test_nothing_is_compared_while_nobody_looks():
    session = compared()
    session.look("")
    assert session.snapshot().comparison is None


def test_switching_is_exact_to_the_cycle_and_undo_comes_back():
    session = Session(FAST)
    session.go_to(401)
    session.step_phase(True)
    session.mark("here")
    before = session.snapshot()
    label = session.keep()
    session.restart(Recipe(seed=1))
    session.go_to(90)
    session.switch(label)
    after = session.snapshot()
    assert (after.cycle, after.phase, after.recipe, after.marks) == (402, Phase.F1, FAST, before.marks)
    assert after.value("x2").tobytes() == before.value("x2").tobytes()
    session.go_to(800)
    assert session.kept[0].timeline.furthest == 402
    session.undo()
    assert (session.recipe, session.cycle) == (Recipe(seed=1), 90)
    session.switch(7)
    assert session.recipe == Recipe(seed=1)


def test_a_kept_run_does_not_tell_again_that_its_samples_are_right():
    session = Session(FAST)
    session.go_to(8_000)
    assert session.timeline.all_right_at is not None
    while session.take_notice() is not None:
        pass
    session.switch(session.keep())
    session.go_to(9_000)
    assert session.take_notice() is None


def test_eight_runs_are_kept_and_a_label_that_is_free_is_given_again():
    session = Session()
    assert [session.keep() for _ in range(MOST_KEPT)] == [*range(1, 9)]
    with pytest.raises(InputError):
        session.keep()
    session.drop(3)
    assert session.keep() == 3
    assert session.snapshot().kept == tuple(range(1, 9))


def test_the_curves_of_kept_runs_stay_on_the_chart_which_goes_as_far_as_the_longest():
    session = compared()
    chart = session.snapshot().chart
    (kept,) = chart.kept
    assert (kept.label, kept.recipe, chart.window) == (1, FAST, (1, 1_000))
    expected = sums(session.kept[0].timeline)
    starts = [0, *(int(end) for end in kept.curve.iteration[:-1])]
    for start, end, low in zip(starts, kept.curve.iteration, kept.curve.low, strict=True):
        assert low == min(expected[start : int(end)])


def test_a_window_shows_the_kept_run_in_the_same_iterations():
    session = compared()
    session.change_view("window")
    for _ in range(3):
        session.change_view("in")
    chart = session.snapshot().chart
    first, last = chart.window
    (kept,) = chart.kept
    assert [*kept.curve.iteration] == [*range(first, last + 1)]
    assert [*kept.curve.low] == sums(session.kept[0].timeline)[first - 1 : last]


def test_a_chart_without_a_run_of_its_own_still_shows_the_kept_ones():
    session = compared()
    session.restart_new()
    chart = session.snapshot().chart
    assert len(chart.curve) == 0
    assert (chart.window, len(chart.kept[0].curve)) == ((1, 1_000), 250)
