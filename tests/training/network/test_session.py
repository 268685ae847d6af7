"""A session: moves, phases, edits in the past, ghosts, undo, redo, the ends of a run."""

import math
import shlex
import tracemalloc

import numpy as np
import pytest
from numpy.testing import assert_allclose

from tui_backprop.calculus.network.quantities import Phase
from tui_backprop.training.history import MOST, ROOM
from tui_backprop.training.network.arithmetic import Arithmetic
from tui_backprop.training.network.notice import Diverged, TargetReached
from tui_backprop.training.network.recipe import Edit, Recipe
from tui_backprop.training.network.session import Session
from tui_backprop.training.network.timeline import Timeline


def fresh(recipe, cycle):
    timeline = Timeline(recipe)
    timeline.extend(cycle)
    return timeline


def where(session):
    return session.cycle, session.phase


def parameters(session):
    return session.timeline.state(session.whole_cycle).tobytes()


def network(theta1, theta2, x1):
    """The output, by plain arithmetic."""

    def sigmoid(row, inputs):
        return 1 / (1 + math.exp(-sum(w * x for w, x in zip(row, [1, *inputs], strict=True))))

    return sigmoid(theta2[0], [sigmoid(row, x1) for row in theta1])


# --- moves


def test_a_session_starts_before_the_first_cycle_with_the_article_s_network():
    session = Session()
    assert session.recipe == Recipe("xor", 4, 0, 0.02)
    assert where(session) == (0, Phase.START)
    assert session.furthest == session.whole_cycle == 0


def test_going_on_trains_and_going_back_keeps_what_was_trained():
    session = Session()
    session.go_to(5_000)
    assert where(session) == (5_000, Phase.UPDATE)
    there = parameters(session)
    session.go_to(123)
    assert (session.cycle, session.furthest) == (123, 5_000)
    assert parameters(session) == fresh(Recipe(), 123).state(123).tobytes()
    session.go_to(5_000)
    assert parameters(session) == there
    session.go_to(-7)
    assert where(session) == (0, Phase.START)


def test_going_far_takes_several_strides_each_of_which_stops_for_a_while():
    session, strides = Session(), 1
    while not session.toward(10_000):
        assert session.cycle == session.furthest == strides * session.timeline.arithmetic.chunk
        strides += 1
    assert session.cycle == 10_000
    assert strides == math.ceil(10_000 / session.timeline.arithmetic.chunk)


def test_the_phases_go_through_a_cycle_and_on_into_the_next_and_back():
    session, passed = Session(), []
    for _ in range(16):
        session.step_phase(True)
        passed.append(where(session))
    order = [Phase.F1, Phase.F2, Phase.F3, Phase.F4, Phase.THETA2_GRADIENT, Phase.THETA1_GRADIENT, Phase.UPDATE]
    assert passed == [(cycle, phase) for cycle in (1, 2) for phase in order] + [(3, Phase.F1), (3, Phase.F2)]
    back = []
    for _ in range(17):
        session.step_phase(False)
        back.append(where(session))
    assert back == [*reversed(passed[:-1]), (0, Phase.START), (0, Phase.START)]


def test_the_update_of_a_cycle_is_settled_with_its_last_phase():
    session = Session()
    whole_cycles = []
    for _ in range(9):
        whole_cycles.append(session.whole_cycle)
        session.step_phase(True)
    assert whole_cycles == [0, 0, 0, 0, 0, 0, 0, 1, 1]


def test_the_way_to_a_target_ends_there_and_says_so_once():
    session = Session(Recipe(learning_rate=0.5), until_error=0.55)
    session.go_to(10**9)
    iteration = session.cycle // 4
    errors = session.timeline.errors(0, session.cycle).reshape(-1, 4).sum(axis=1)
    assert errors[-1] < 0.55 <= errors[:-1].min()
    assert session.take_notice() == TargetReached(0.55, iteration)
    assert session.take_notice() is None
    session.go_to(session.cycle + 5_000)
    assert session.cycle == iteration * 4 + 5_000


def test_a_notice_that_nobody_took_stops_no_later_journey():
    session = Session(until_error=10.0)
    session.go_to(100)
    assert session.cycle == 4
    session.go_to(50_000)
    assert session.cycle == 50_000


# --- edits


@pytest.mark.parametrize("at", [0, 1, 137, 400])
def test_an_edit_in_the_past_starts_another_future(at):
    session = Session()
    session.go_to(400)
    session.go_to(at)
    session.set_learning_rate(0.5)
    edited = Recipe(edits=(Edit(at, "learning_rate", 0.5),))
    assert session.recipe == edited
    assert (session.cycle, session.furthest) == (at, at)
    session.go_to(500)
    assert parameters(session) == fresh(edited, 500).state(500).tobytes()


def test_a_parameter_edited_between_two_cycles_is_found_by_the_next():
    session = Session()
    session.go_to(10)
    session.set_parameter("theta1[2,0]", -1.5)
    assert session.recipe.edits == (Edit(10, "theta1[2,0]", -1.5),)
    assert session.snapshot().value("theta1")[2, 0] == -1.5
    session.step_phase(True)
    assert session.snapshot().value("theta1")[2, 0] == -1.5
    assert session.snapshot().value("x2")[2, 0] == -1.5 + session.snapshot().value("theta1")[2, 1:] @ [1, 0]


def test_a_parameter_edited_inside_a_cycle_is_the_one_that_the_cycle_found():
    session = Session()
    session.go_to(9)
    for _ in range(3):
        session.step_phase(True)
    session.set_parameter("theta2[0,0]", 0.75)
    assert session.recipe.edits == (Edit(9, "theta2[0,0]", 0.75),)
    assert where(session) == (10, Phase.F3)
    snapshot = session.snapshot()
    assert snapshot.value("theta2")[0, 0] == 0.75
    expected = network(snapshot.value("theta1"), snapshot.value("theta2"), snapshot.value("x1")[:, 0])
    assert_allclose(snapshot.value("x4"), [[expected]], rtol=1e-14)
    session.go_to(30)
    assert parameters(session) == fresh(session.recipe, 30).state(30).tobytes()


def test_a_learning_rate_changed_inside_a_cycle_holds_from_the_next():
    session = Session()
    session.go_to(9)
    session.step_phase(True)
    session.change_learning_rate(up=True)
    assert session.recipe.edits == (Edit(10, "learning_rate", 0.05),)
    assert where(session) == (10, Phase.F1)
    assert (session.snapshot().learning_rate_used, session.snapshot().learning_rate) == (0.02, 0.05)


def test_a_refused_edit_changes_nothing():
    session = Session()
    session.go_to(10)
    before = (session.timeline, session.cycle)
    for edit in (
        lambda: session.set_learning_rate(0.0),
        lambda: session.set_parameter("theta1[9,9]", 1.0),
        lambda: session.set_task("imply"),
    ):
        with pytest.raises(ValueError, match=r"rate|theta1|task"):
            edit()
    assert (session.timeline, session.cycle) == before
    assert session.undo() is False


def test_another_task_of_the_same_inputs_is_an_edit_and_of_other_inputs_a_new_run():
    session = Session(Recipe(hidden=3, seed=5))
    session.go_to(7)
    session.set_task("and")
    assert session.recipe.edits == (Edit(7, "task", "and"),)
    assert session.cycle == 7
    session.set_learning_rate(0.5)
    session.set_task("parity3")
    assert session.recipe == Recipe("parity3", 3, 5, 0.5)
    assert where(session) == (0, Phase.START)
    session.undo()
    assert (session.recipe.task, session.cycle) == ("xor", 7)


def test_the_dropped_future_stays_as_a_ghost_until_the_next_edit():
    session = Session()
    session.go_to(400)
    dropped = session.timeline.errors(0, 400).reshape(-1, 4)
    session.go_to(200)
    session.set_learning_rate(0.5)
    ghost = session.snapshot().chart.ghost
    assert ghost.iteration.tolist() == list(range(51, 101))
    assert_allclose(ghost.low, dropped[50:].sum(axis=1), rtol=1e-15)
    session.go_to(300)
    assert session.snapshot().chart.ghost is ghost
    session.set_learning_rate(0.1)
    assert session.snapshot().chart.ghost is None


def test_edits_at_the_same_moment_leave_the_ghost_of_the_first():
    session = Session()
    session.go_to(400)
    session.go_to(200)
    session.change_learning_rate(True)
    ghost = session.snapshot().chart.ghost
    session.change_learning_rate(True)
    session.set_parameter("theta2[0,0]", 1.0)
    assert session.snapshot().chart.ghost is ghost is not None


# --- undo and redo


def test_undo_brings_the_dropped_future_back_and_redo_the_edit():
    session = Session()
    session.go_to(400)
    last = session.timeline.state(400).tobytes()
    session.go_to(200)
    session.set_learning_rate(0.5)
    session.go_to(210)
    edited = session.recipe
    assert session.undo() is True
    assert (session.recipe, session.cycle, session.furthest) == (Recipe(), 200, 400)
    assert session.timeline.state(400).tobytes() == last
    assert session.snapshot().chart.ghost is None
    assert session.redo() is True
    assert (session.recipe, session.cycle) == (edited, 210)
    assert session.snapshot().chart.ghost is not None
    assert session.redo() is False


def test_an_edit_after_an_undo_leaves_nothing_to_redo():
    session = Session()
    session.set_learning_rate(0.5)
    session.undo()
    session.set_learning_rate(0.1)
    assert session.redo() is False


def test_a_restart_can_be_undone():
    session = Session(Recipe(edits=(Edit(0, "theta1[0,0]", 0.5),)))
    session.go_to(100)
    session.set_learning_rate(0.5)
    before = (session.recipe, parameters(session))
    session.restart_same()
    assert session.recipe == Recipe()
    assert where(session) == (0, Phase.START)
    session.restart_new()
    assert session.recipe == Recipe(seed=1)
    session.undo()
    session.undo()
    assert (session.recipe, parameters(session)) == before
    assert session.cycle == 100


def test_after_the_last_seed_comes_the_first():
    session = Session(Recipe(seed=2**32 - 1))
    session.restart_new()
    assert session.recipe.seed == 0


def test_so_many_edits_can_be_undone_and_no_more():
    session = Session()
    for k in range(MOST + 5):
        session.set_learning_rate(1.0 + k)
    for _ in range(MOST):
        assert session.undo() is True
    assert session.recipe.learning_rate_after(0) == 5.0
    assert session.undo() is False


# --- the end of the finite numbers


def explosive(session):
    values = {"theta2[0,0]": 0.0, "theta2[0,1]": 1e10, "theta2[0,2]": -1e10, "theta2[0,3]": 0.0, "theta2[0,4]": 0.0}
    values |= {f"theta1[{i},{j}]": 0.5 for i in range(2) for j in range(3)}
    for name, value in values.items():
        session.set_parameter(name, value)
    session.set_learning_rate(1e308)


def test_a_diverging_run_stops_at_the_last_finite_cycle_and_names_the_first_cell():
    session = Session()
    session.go_to(41)
    explosive(session)
    session.go_to(1_000)
    assert session.cycle == session.furthest == 41
    notice = session.take_notice()
    assert notice == Diverged(42, "theta1_change", 0, 0, inputs=2)
    session.step_phase(True)
    assert where(session) == (41, Phase.UPDATE)
    assert session.take_notice() == notice
    assert np.isfinite(session.snapshot().value("theta1")).all()
    session.undo()
    session.go_to(1_000)
    assert session.cycle == 1_000


def test_an_infinite_edit_ends_the_run_with_its_own_cell_named():
    session = Session()
    session.go_to(20)
    session.set_parameter("theta1[2,1]", math.inf)
    session.go_to(30)
    assert session.cycle == 20
    assert session.take_notice() == Diverged(21, "theta1", 2, 1, inputs=2)


@pytest.mark.parametrize("cycle", [1, 21])
def test_an_infinite_edit_inside_a_cycle_goes_back_to_the_last_settled_one(cycle):
    session = Session()
    session.go_to(cycle - 1)
    for _ in range(3):
        session.step_phase(True)
    session.set_parameter("theta1[2,1]", math.inf)
    assert session.cycle == session.whole_cycle == session.furthest == cycle - 1
    assert session.snapshot().value("theta1")[2, 1] == math.inf
    assert session.take_notice() == Diverged(cycle, "theta1", 2, 1, inputs=2)


# --- the command line and the ladder of rates


def test_the_command_line_gives_the_state_back():
    session = Session(Recipe("nor", 3, 7, 0.3))
    session.go_to(50)
    session.set_parameter("theta1[2,1]", -0.1)
    session.go_to(60)
    session.set_learning_rate(0.7)
    session.go_to(61)
    session.step_phase(True)
    words = shlex.split(session.command())
    assert words[0] == "tui-backprop"
    options = list(zip(words[1::2], words[2::2], strict=True))
    given = dict(options)
    recipe = Recipe(
        given["--task"],
        int(given["--hidden"]),
        int(given["--seed"]),
        float(given["--learning-rate"]),
        tuple(Edit.parse(value) for option, value in options if option == "--edit"),
    )
    assert recipe == session.recipe
    assert given["--go-to"] == "61"
    assert fresh(recipe, 61).state(61).tobytes() == parameters(session)


def test_the_command_line_leaves_out_edits_after_the_cursor_and_quotes_what_a_shell_would_read():
    session = Session()
    session.go_to(10)
    session.set_parameter("theta1[0,0]", 2.0)
    assert shlex.split(session.command()).count("--edit") == 1
    assert "'10:theta1[0,0]=2.0'" in session.command()
    session.go_to(5)
    assert session.command() == "tui-backprop --task xor --hidden 4 --seed 0 --learning-rate 0.02 --go-to 5"


def test_what_undo_keeps_is_bounded_in_memory():
    session = Session(Recipe("parity4"))
    session.timeline.arithmetic.compile()
    session.go_to(400_000)
    for rate in range(1, 30):
        session.go_to(400_000)
        session.set_learning_rate(rate / 1000)
        assert session._history.size <= ROOM or len(session._history) == 1
    assert 1 <= len(session._history) < 20
    assert session.undo()


def test_the_runs_that_undo_keeps_take_no_more_memory_than_they_say(monkeypatch):
    monkeypatch.setattr(Arithmetic, "chunk", 16_384)  # the more at once, the more room it takes
    session = Session(Recipe())
    session.timeline.arithmetic.compile()  # before anybody counts: to count what the plain kernel takes and gives back is slow
    tracemalloc.start()
    try:
        before = 0
        for _ in range(6):
            session.toward(16_384)
            assert session.timeline.arithmetic.compiled
            before = before or tracemalloc.get_traced_memory()[0]
            session.restart_new()
        taken = tracemalloc.get_traced_memory()[0] - before
    finally:
        tracemalloc.stop()
    assert taken < 1.05 * session._history.size


def test_another_task_with_other_inputs_keeps_hidden_units_seed_and_range_of_the_weights():
    session = Session(Recipe(hidden=3, seed=5, weights=(-1, 1)))
    session.go_to(4)
    session.set_learning_rate(0.5)
    session.set_task("parity3")
    assert session.recipe == Recipe("parity3", 3, 5, 0.5, weights=(-1, 1))
    assert "--weights -1.0,1.0" in session.command()
