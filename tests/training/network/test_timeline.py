"""A timeline against a replay from scratch, one cycle after another, that knows no checkpoints and no chunks."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui_backprop.calculus.network import kernel
from tui_backprop.training.network import timeline as module
from tui_backprop.training.network.arithmetic import Arithmetic
from tui_backprop.training.network.recipe import Edit, Recipe
from tui_backprop.training.network.timeline import Timeline

QUICK = settings(max_examples=40, deadline=None)
LONGEST = 120


def replay(recipe, cycles):
    """The states after cycles 0, 1, …, and E of cycles 1, 2, …; plain Python, one cycle at a time."""
    train = kernel.train
    parameters, states, errors = recipe.initial_parameters().tolist(), [], []
    for cycle in range(cycles + 1):
        if cycle:
            table, rate = recipe.table_after(cycle - 1), recipe.learning_rate_after(cycle - 1)
            error = [0.0]
            sizes = (recipe.inputs, recipe.hidden, rate, (cycle - 1) % table.samples, 1)
            train(parameters, table.x1.ravel().tolist(), table.t.tolist(), *sizes, error, [0.0] * recipe.hidden)
            errors += error
        for edit in recipe.edits:
            if edit.cycle == cycle and edit.name.startswith("theta"):
                parameters[recipe.index_of(edit.name)] = edit.value
        states.append(np.array(parameters))
    return states, np.array(errors)


def sums_of(errors, samples=4):
    rows = errors[: len(errors) // samples * samples].reshape(-1, samples).tolist()
    return [((a + b) + c) + d for a, b, c, d in rows]


def same_bits(a, b):
    return np.asarray(a).tobytes() == np.asarray(b).tobytes()


def check(timeline, recipe, furthest):
    """Every state and every error up to `furthest` is that of the replay, and so are the curve and the reports."""
    states, errors = replay(recipe, furthest)
    assert timeline.recipe == recipe
    assert timeline.furthest == furthest
    # In any order: what is asked first may help with what is asked next.
    for order in (np.random.RandomState(0).permutation(furthest + 1), range(furthest, -1, -1)):
        assert all(same_bits(timeline.state(int(cycle)), states[cycle]) for cycle in order)
    assert same_bits(timeline.errors(0, furthest), errors)
    sums = sums_of(errors)
    assert timeline.curve.count == len(sums)
    curve = timeline.curve.envelope(1, max(len(sums), 1), 10**6)
    assert curve.low.tolist() == curve.high.tolist() == sums
    every = module.REPORT_EVERY
    reports = [(report.iteration, report.error) for report in timeline.reports]
    assert reports == [(k, sums[k - 1]) for k in range(every, len(sums) + 1, every)]


NAMES = st.sampled_from(["theta1[0,0]", "theta1[3,2]", "theta2[0,4]", "learning_rate", "task"])


@st.composite
def edits(draw, latest=LONGEST):
    name = draw(NAMES)
    value = draw(st.sampled_from(["and", "xnor"])) if name == "task" else draw(st.floats(0.01, 10))
    return Edit(draw(st.integers(0, latest)), name, value)


@st.composite
def recipes(draw):
    seed, rate = draw(st.integers(0, 9)), draw(st.floats(0.01, 10))
    return Recipe("xor", 4, seed, rate, tuple(draw(st.lists(edits(), max_size=4))))


@pytest.fixture(autouse=True)
def _small(monkeypatch):
    monkeypatch.setattr(module, "MOST_CHECKPOINTS", 5)
    monkeypatch.setattr(module, "NEIGHBOURHOOD", 4)
    monkeypatch.setattr(module, "REPORT_EVERY", 3)


def compiled():
    arithmetic = Arithmetic(2, 4)
    arithmetic.compile()
    return arithmetic


@QUICK
@given(recipes(), st.lists(st.integers(0, LONGEST), max_size=5), st.integers(1, 9), st.booleans())
def test_whatever_the_way_every_state_is_that_of_a_replay_from_scratch(recipe, goals, spacing, machine):
    timeline = Timeline(recipe, compiled() if machine else None, spacing)
    for goal in goals:
        assert timeline.extend(goal) is False
    check(timeline, recipe, max([0, *goals]))


@pytest.mark.parametrize(("task", "hidden"), [("nor", 1), ("parity3", 5), ("parity4", 16)])
def test_other_sizes_and_tasks_have_the_same_guarantee(task, hidden):
    recipe = Recipe(task, hidden, seed=2, learning_rate=0.5, edits=(Edit(33, "theta1[0,1]", -1.5),))
    timeline = Timeline(recipe, spacing=4)
    timeline.extend(100)
    states, errors = replay(recipe, 100)
    assert all(same_bits(timeline.state(cycle), states[cycle]) for cycle in (0, 1, 32, 33, 34, 64, 99, 100))
    assert same_bits(timeline.errors(31, 77), errors[31:77])


def test_the_machine_code_may_take_over_in_the_middle():
    recipe = Recipe(learning_rate=0.5)
    timeline = Timeline(recipe, spacing=8)
    timeline.extend(61)
    timeline.arithmetic.compile()
    timeline.extend(100)
    check(timeline, recipe, 100)


def test_chunks_leave_no_trace(monkeypatch):
    recipe = Recipe(learning_rate=0.5, edits=(Edit(50, "theta2[0,0]", 0.25),))
    monkeypatch.setattr(Arithmetic, "chunk", property(lambda _: 7))
    timeline = Timeline(recipe, spacing=5)
    timeline.extend(100)
    check(timeline, recipe, 100)


def test_checkpoints_are_thinned_as_the_run_grows_and_are_never_more_than_allowed():
    timeline, spacings = Timeline(Recipe(), spacing=2), []
    for cycle in range(1, 101):
        timeline.extend(cycle)
        spacings.append(timeline.spacing)
        assert len(timeline._checkpoints) <= 5
        assert len(timeline._checkpoints) == cycle // timeline.spacing + 1
    # Five stand at 0, 2, …, 8; the sixth, at 10, thins them to 0, 4, 8; and so on.
    assert [cycle for cycle in range(2, 101) if spacings[cycle - 1] > spacings[cycle - 2]] == [10, 20, 40, 80]
    check(timeline, Recipe(), 100)


@QUICK
@given(recipes(), st.integers(0, 60), edits(60), st.integers(1, 9), st.integers(0, 40))
def test_a_branch_is_the_run_of_its_own_recipe_and_leaves_the_first_alone(recipe, beyond, edit, spacing, more):
    timeline = Timeline(recipe, spacing=spacing)
    furthest = edit.cycle + beyond
    timeline.extend(furthest)
    branch = timeline.branch(edit)
    check(branch, recipe.edited(edit), edit.cycle)
    branch.extend(edit.cycle + more)
    check(branch, recipe.edited(edit), edit.cycle + more)
    check(timeline, recipe, furthest)
    timeline.extend(furthest + more)
    check(timeline, recipe, furthest + more)


def test_a_branch_of_a_branch_in_its_past_is_again_the_run_of_its_recipe():
    timeline = Timeline(Recipe(learning_rate=1.0), spacing=3)
    timeline.extend(90)
    first = timeline.branch(Edit(70, "learning_rate", 2.0))
    first.extend(100)
    second = first.branch(Edit(41, "theta1[1,1]", 3.0))
    second.extend(80)
    check(second, Recipe(learning_rate=1.0, edits=(Edit(41, "theta1[1,1]", 3.0),)), 80)


def test_a_branch_where_the_curve_has_been_halved_keeps_it_exact_bucket_by_bucket(monkeypatch):
    curve = module.LossCurve
    monkeypatch.setattr(module, "LossCurve", lambda samples: curve(samples, 8))
    timeline = Timeline(Recipe())
    timeline.extend(4 * 30)
    assert timeline.curve.width == 4
    branch = timeline.branch(Edit(4 * 18 + 1, "learning_rate", 3.0))
    branch.extend(4 * 25)
    sums = sums_of(replay(branch.recipe, 100)[1])
    found = branch.curve.envelope(1, 25, 100)
    assert found.iteration.tolist() == [4, 8, 12, 16, 20, 24, 25]
    assert found.low.tolist() == [min(sums[k : k + 4]) for k in range(0, 25, 4)]
    assert found.high.tolist() == [max(sums[k : k + 4]) for k in range(0, 25, 4)]


def test_a_cycle_not_trained_yet_cannot_be_edited():
    timeline = Timeline(Recipe())
    timeline.extend(10)
    with pytest.raises(ValueError, match="edit_not_trained: cycle=11, furthest=10"):
        timeline.branch(Edit(11, "learning_rate", 0.5))
    with pytest.raises(ValueError, match="no_entry: name='momentum'"):
        timeline.branch(Edit(5, "momentum", 0.5))


@pytest.mark.parametrize("step", [1, 4])
def test_after_a_step_no_more_cycles_are_replayed_than_the_step_has(step, monkeypatch):
    timeline = Timeline(Recipe())
    timeline.extend(100)
    trained, replayed = [], Timeline._replay

    def counted(self, parameters, start, stop, errors):
        trained.append(stop - start)
        replayed(self, parameters, start, stop, errors)

    monkeypatch.setattr(Timeline, "_replay", counted)
    for goal in range(100 + step, 200, step):
        timeline.extend(goal)
        trained.clear()
        before = timeline.state(goal - 1)
        assert sum(trained) == step - 1
        assert same_bits(before, replay(Recipe(), goal - 1)[0][-1])


def test_a_state_handed_out_is_a_copy():
    timeline = Timeline(Recipe(), spacing=4)
    timeline.extend(10)
    for cycle in (0, 4, 7, 10):
        timeline.state(cycle)[:] = 0
    check(timeline, Recipe(), 10)


@pytest.mark.parametrize("target", [0.675, 0.6, 0.55])
@pytest.mark.parametrize("steps", [1, 3, 10**6])
def test_training_stops_at_the_very_iteration_that_is_under_the_target(target, steps):
    recipe = Recipe(learning_rate=0.5)
    sums = sums_of(replay(recipe, 2_000)[1])
    first = next(k for k, error in enumerate(sums, 1) if error < target)
    timeline, goal = Timeline(recipe), 0
    while not timeline.extend(goal := min(goal + steps, 2_000), target):
        assert goal < 2_000
    assert timeline.furthest == 4 * first
    assert timeline.extend(4 * first + 9) is False
    check(timeline, recipe, 4 * first + 9)


def test_without_a_target_or_with_one_out_of_reach_nothing_stops():
    timeline = Timeline(Recipe())
    assert timeline.extend(100) is False
    assert timeline.extend(200, until_error=1e-9) is False
    assert timeline.furthest == 200


# Two units that cancel out keep the output alive while θ2 is large: at this rate the first update overflows.
EXPLOSIVE = [("theta2[0,0]", 0.0), ("theta2[0,1]", 1e10), ("theta2[0,2]", -1e10), ("theta2[0,3]", 0.0)]
EXPLOSIVE += [("theta2[0,4]", 0.0), *((f"theta1[{i},{j}]", 0.5) for i in range(2) for j in range(3))]


def explosion(cycle):
    return tuple(Edit(cycle, name, value) for name, value in [*EXPLOSIVE, ("learning_rate", 1e308)])


@pytest.mark.parametrize("at", [0, 1, 41, 63, 64])
@pytest.mark.parametrize("machine", [False, True])
def test_a_run_ends_at_the_last_finite_cycle_wherever_that_is(at, machine):
    recipe = Recipe(edits=explosion(at))
    states, _ = replay(recipe, at + 30)
    first_infinite = next(cycle for cycle, state in enumerate(states) if not np.isfinite(state).all())
    timeline = Timeline(recipe, compiled() if machine else None, spacing=8)
    timeline.extend(at + 30)
    assert timeline.divergence.cycle == first_infinite
    assert timeline.divergence.index == int(np.flatnonzero(~np.isfinite(states[first_infinite]))[0])
    check(timeline, recipe, first_infinite - 1)
    timeline.extend(10_000)
    assert timeline.furthest == first_infinite - 1


@pytest.mark.parametrize("value", [np.inf, -np.inf, np.nan])
def test_an_infinite_edit_ends_the_run_where_it_was_made(value):
    timeline = Timeline(Recipe())
    timeline.extend(50)
    branch = timeline.branch(Edit(20, "theta1[2,1]", value))
    branch.extend(50)
    assert branch.furthest == 20
    assert branch.divergence.cycle == 21
    assert np.flatnonzero(~np.isfinite(branch.state(20))).tolist() == [7]
    assert timeline.divergence is None
    timeline.extend(60)
    check(timeline, Recipe(), 60)


def test_a_target_reached_before_the_numbers_explode_is_no_end_of_the_run():
    recipe = Recipe(edits=explosion(41))
    timeline = Timeline(recipe)
    assert timeline.extend(100, until_error=10.0) is True  # the first iteration already
    assert timeline.furthest == 4
    assert timeline.divergence is None
    assert timeline.extend(100) is False
    assert timeline.divergence is not None
    check(timeline, recipe, timeline.divergence.cycle - 1)
    assert timeline.furthest > 40


def test_the_article_s_reports_come_every_ten_thousand_iterations(monkeypatch):
    monkeypatch.undo()
    timeline = Timeline(Recipe(), compiled())
    timeline.extend(400_000)
    known = {10_000: "0.395152", 20_000: "0.0978979", 50_000: "0.00569054", 100_000: "0.00168758"}
    found = {report.iteration: f"{report.error:.6g}" for report in timeline.reports}
    assert list(found) == list(range(10_000, 100_001, 10_000))
    assert {iteration: found[iteration] for iteration in known} == known


@pytest.mark.parametrize("spacing", [1, 7, 64, 4096])
@pytest.mark.parametrize(
    "edits", [(), (Edit(0, "learning_rate", 0.5), Edit(23, "theta1[0,0]", 2.0), Edit(64, "task", "or"))]
)
def test_machine_code_and_plain_python_leave_the_same_timeline(spacing, edits, monkeypatch):
    monkeypatch.setattr(Arithmetic, "chunk", property(lambda _: 50))
    found = []
    for machine in (False, True):
        arithmetic = Arithmetic(2, 4)
        if machine:
            arithmetic.compile()
        timeline = Timeline(Recipe(edits=edits), arithmetic, spacing)
        for goal in (3, 64, 131, 200):
            timeline.extend(goal)
        check(timeline, timeline.recipe, 200)
        found.append([mark.tobytes() for mark in timeline._checkpoints])
    assert found[0] == found[1]
