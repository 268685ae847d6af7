"""Searches, against going through the cycles one by one with the article's NeuralNet."""

from types import SimpleNamespace

import numpy as np
import pytest

from tui_backprop.calculus.fact import InputError
from tui_backprop.calculus.network.neural_net import NeuralNet
from tui_backprop.training.network import search
from tui_backprop.training.network.recipe import Edit, Recipe
from tui_backprop.training.network.search import AllRight, Positive, SampleRight, Saturated, Search, SumBelow
from tui_backprop.training.network.session import Session

LENGTH = 800
RUNS = [
    Recipe(learning_rate=5.0, seed=3),
    Recipe("or", 3, learning_rate=4.0, edits=(Edit(300, "task", "and"), Edit(501, "theta2[0,1]", -4.0))),
]


@pytest.fixture(scope="module", params=RUNS, ids=["xor", "or, then and"])
def session(request):
    session = Session(request.param)
    session.go_to(LENGTH)
    return session


@pytest.fixture(scope="module")
def snapshots(session):
    """What a person would see at the end of each cycle; the one of cycle 0 has parameters and a table."""
    recipe = session.recipe
    net = NeuralNet(recipe.inputs, recipe.hidden)
    theta1, theta2 = recipe.split(session.timeline.state(0))
    net.set_parameter(theta1.copy(), theta2.copy())
    seen, errors = [at_the_end_of(0, net, recipe.table_after(0), [])], []
    for cycle in range(1, LENGTH + 1):
        table = recipe.table_after(cycle - 1)
        sample = (cycle - 1) % 4
        net.feed_forward(table.x1[sample][:, None], table.t[sample].reshape(1, 1))
        errors.append(float(net.x5[0, 0]))
        net.update_parameter(recipe.learning_rate_after(cycle - 1))
        for edit in recipe.edits:
            if edit == Edit(cycle, "theta2[0,1]", -4.0):
                net.theta2[0, 1] = -4.0
        seen.append(at_the_end_of(cycle, net, table, errors[-4:]))
    return seen


def at_the_end_of(cycle, net, table, errors):
    """The parameters after a cycle, what the cycle made of those before it, and all samples under the new ones."""
    made = ("x2", "jacobian_f3_x3") if cycle else ()
    values = {code: getattr(net, code).copy() for code in (*made, "theta1")}
    if cycle:
        values["theta2_gradient"] = net.jacobian_f4_x4 @ net.jacobian_f3_theta2
    hidden = 1 / (1 + np.exp(-np.column_stack((np.ones(4), table.x1)) @ net.theta1.T))
    x4 = 1 / (1 + np.exp(-np.column_stack((np.ones(4), hidden)) @ net.theta2[0]))
    return SimpleNamespace(
        cycle=cycle,
        values=values,
        iteration_error=sum(errors),
        table=SimpleNamespace(x1=table.x1, t=table.t, x4=x4),
    )


def first_where(snapshots, holds):
    return next((snapshot.cycle for snapshot in snapshots if holds(snapshot)), None)


def test_the_first_iteration_with_a_small_error(session, snapshots):
    for error in (0.6, 0.4, 1e-9):
        seen = first_where(snapshots, lambda now, e=error: now.cycle and now.cycle % 4 == 0 and now.iteration_error < e)
        assert Search(session.timeline, SumBelow(error), 0, LENGTH).run() == seen


def test_the_first_cycle_after_which_all_samples_are_right(session, snapshots):
    # A snapshot's table is the one that the cycle trained on; an edit of the task after it shows with the next one.
    found = Search(session.timeline, AllRight(), 0, LENGTH).run()
    tables = [session.recipe.table_after(cycle) for cycle in range(LENGTH + 1)]
    seen = next(
        (
            now.cycle
            for now, table in zip(snapshots, tables, strict=True)
            if ((now.table.x4 - 0.5) * (table.t - 0.5) > 0).all()
        ),
        None,
    )
    assert found == seen


def test_the_last_time_a_parameter_changed_its_sign(session, snapshots):
    for row, column in np.ndindex(session.recipe.hidden, 3):
        signs = [now.values["theta1"][row, column] > 0 for now in snapshots]
        seen = next((c for c in range(LENGTH, 0, -1) if signs[c] != signs[c - 1]), None)
        found = Search(session.timeline, Positive("theta1", row, column), 0, LENGTH, backward=True).run()
        assert found == seen


def test_the_last_time_an_entry_of_a_sample_changed_its_sign(session, snapshots):
    for code, row, column in [("x2", 1, 0), ("jacobian_f3_x3", 0, 2), ("theta2_gradient", 0, 1)]:
        seen = None
        for now, before in zip(snapshots[6::4], snapshots[2::4], strict=False):
            if (now.values[code][row, column] > 0) != (before.values[code][row, column] > 0):
                seen = now.cycle
        found = Search(session.timeline, Positive(code, row, column, sample=2), 2, LENGTH, backward=True).run()
        assert found == seen


def test_the_last_time_a_sample_became_right_or_wrong(session, snapshots):
    tables = [session.recipe.table_after(cycle).t for cycle in range(LENGTH + 1)]
    for sample in range(1, 5):
        flags = [
            (now.table.x4[sample - 1] - 0.5) * (t[sample - 1] - 0.5) > 0
            for now, t in zip(snapshots, tables, strict=True)
        ]
        seen = next((c for c in range(LENGTH, 0, -1) if flags[c] != flags[c - 1]), None)
        assert Search(session.timeline, SampleRight(sample), 0, LENGTH, backward=True).run() == seen


def test_the_first_saturated_unit(session, snapshots):
    def slopes(now):
        x1 = np.column_stack((np.ones(len(now.table.x1)), now.table.x1))
        output = 1 / (1 + np.exp(-x1 @ now.values["theta1"].T))
        return (output * (1 - output)).max(axis=0)

    seen = first_where(snapshots, lambda now: (slopes(now) < 0.02).any())
    assert Search(session.timeline, Saturated(), 0, LENGTH).run() == seen
    for unit in range(1, session.recipe.hidden + 1):
        seen = first_where(snapshots, lambda now, unit=unit: slopes(now)[unit - 1] < 0.02)
        assert Search(session.timeline, Saturated(unit), 0, LENGTH).run() == seen


def test_a_search_goes_in_portions_tells_how_far_it_has_got_and_trains_on_where_it_must(monkeypatch):
    monkeypatch.setattr(search, "PORTION", 100)
    session = Session(Recipe(learning_rate=2.0, seed=3))
    found = Search(session.timeline, SumBelow(1e-9), 0, 1_050)
    reached = [found.progress.cycle]
    while not found.advance():
        reached.append(found.progress.cycle)
    assert reached == sorted(set(reached))
    assert len(reached) == 11
    assert (found.progress.start, found.progress.goal) == (0, 1_050)
    assert session.furthest == 1_050
    assert found.found is None


def test_a_diverging_run_ends_the_search():
    session = Session(Recipe(edits=(Edit(50, "theta1[0,0]", float("inf")),)))
    assert Search(session.timeline, SumBelow(1e-9), 0, 10**9).run() is None
    assert session.furthest < 100


def test_what_the_run_has_not_is_refused():
    timeline = Session().timeline
    with pytest.raises(InputError, match="no_sample"):
        Search(timeline, SampleRight(5), 0, 10)
    with pytest.raises(InputError, match="no_unit"):
        Search(timeline, Saturated(5), 0, 10)
    with pytest.raises(IndexError):
        Search(timeline, Positive("x2", 4, 0), 0, 10)


@pytest.mark.parametrize("stop", [3_999, 4_000])
def test_going_back_it_is_told_what_holds_since_the_change(session, snapshots, stop):
    for condition in (Positive("theta1", 2, 0), SampleRight(3), Positive("x2", 1, 0, 2)):
        search = Search(session.timeline, condition, 2, stop, backward=True)
        found = search.run()
        assert found is not None
        held = condition.holds(session.timeline, 2, stop)
        assert search.holds == held[-1] == held[found - 2]
        assert held[found - 3] != held[found - 2]
