"""Many starts against the same starts one by one, by the session that the network screen uses."""

import threading
import time

import numpy as np
import pytest

from tui_backprop.calculus.network import kernel
from tui_backprop.calculus.network.truth_table import truth_table
from tui_backprop.training.network.session import Session
from tui_backprop.training.starts import block
from tui_backprop.training.starts import run as module
from tui_backprop.training.starts.plan import Plan
from tui_backprop.training.starts.results import ROW
from tui_backprop.training.starts.run import StartsRun, State
from tui_backprop.training.starts.threads import Threads, processors, train_numbers

PLAN = Plan(hidden=(2, 3), learning_rates=(0.5, 2.0), first_seed=3, starts=30, iterations=3_000)


def finished(plan, jobs=2, **options):
    run = StartsRun(plan, Threads(jobs), **options)
    run.start()
    assert run.wait(120)
    return run


def sorted_rows(run):
    rows = run.snapshot().results.rows
    return rows[np.argsort(rows["number"])]


def test_every_start_ends_where_a_session_with_its_recipe_ends():
    results = finished(PLAN).snapshot().results
    assert sorted(result.number for result in results) == list(range(PLAN.total))
    for result in results:
        session = Session(result.recipe, until_error=PLAN.until_error)
        session.timeline.arithmetic.compile()
        session.go_to(PLAN.iterations * 4)
        assert session.cycle == result.cycle == 4 * result.iterations
        e1, e2, e3, e4 = session.timeline.errors(result.cycle - 4, result.cycle).tolist()
        assert e1 + e2 + e3 + e4 == result.error
        assert (result.iteration is None) == (result.error >= 0.01)
        table, parameters = truth_table("xor"), session.timeline.state(result.cycle).tolist()
        outputs = [kernel.output(parameters, x.tolist(), result.recipe.hidden) for x in table.x1]
        wrong = [k for k, (x4, t) in enumerate(zip(outputs, table.t, strict=True), 1) if (x4 > 0.5) != (t > 0.5)]
        assert result.wrong == tuple(wrong)


def test_threads_and_the_order_of_work_leave_no_trace_in_the_rows():
    wanted = sorted_rows(finished(PLAN, jobs=1))
    for jobs in (2, 5):
        assert sorted_rows(finished(PLAN, jobs)).tobytes() == wanted.tobytes()
    for first in range(0, PLAN.total, 30):
        rows, _ = train_numbers(PLAN, list(range(first, first + 30)), PLAN.marks)
        assert rows.tobytes() == wanted[first : first + 30].tobytes()


def test_fewer_starts_than_lanes_and_more_threads_than_starts_are_served():
    assert finished(Plan(starts=1, iterations=5), jobs=4).snapshot().done == 1
    assert finished(Plan(hidden=(1, 2, 3), starts=3, iterations=5), jobs=4).snapshot().done == 9


def test_the_snapshot_of_a_finished_run_counts_what_its_rows_say():
    snapshot = finished(PLAN).snapshot(chosen=1)
    assert (snapshot.state, snapshot.done, snapshot.total) == (State.DONE, 120, 120)
    for index, summary in enumerate(snapshot.settings):
        rows = snapshot.results.rows[snapshot.results.order("seed", setting=index)]
        assert rows["number"].tolist() == list(range(30 * index, 30 * index + 30))
        reached = rows[rows["error"] < 0.01]["iterations"]
        assert (summary.done, summary.reached) == (30, len(reached))
        assert summary.quartiles == pytest.approx(np.quantile(reached, (0.25, 0.5, 0.75)).tolist(), rel=1e-12)
        assert sum(group.starts for group in summary.groups) == 30
        assert (summary.curves is None) == (index != 1)


def test_the_curves_are_those_of_the_starts_themselves():
    plan = Plan(learning_rates=(0.5,), starts=40, iterations=2_000)
    curves = finished(plan).snapshot().settings[0].curves
    sums = np.empty((40, 2_000))
    for seed in range(40):
        session = Session(plan.recipe_of(seed))
        session.timeline.arithmetic.compile()
        session.go_to(8_000)
        each = session.timeline.errors(0, 8_000).reshape(-1, 4)
        sums[seed] = ((each[:, 0] + each[:, 1]) + each[:, 2]) + each[:, 3]
        ends = np.flatnonzero(sums[seed] < 0.01)
        if len(ends):
            sums[seed, ends[0] :] = sums[seed, ends[0]]
    at = curves.iteration.astype(int) - 1
    assert curves.solved.tolist() == (sums[:, at] < 0.01).mean(axis=0).tolist()
    for share, found in ((0.1, curves.low), (0.5, curves.median), (0.9, curves.high)):
        truth = np.quantile(sums[:, at], share, axis=0, method="lower")
        np.testing.assert_allclose(found, truth, rtol=0.04)


def test_a_pause_holds_every_worker_and_the_rest_comes_after_it():
    run = StartsRun(Plan(starts=400, iterations=20_000), Threads(2))
    run.start()
    while not run.snapshot().done:
        time.sleep(0.005)
    run.pause()
    run.pause()
    held = run.snapshot()
    time.sleep(0.2)
    while (later := run.snapshot()).done != held.done:  # a worker may still have to end what it has begun
        held = later
        time.sleep(0.2)
    assert held.state is later.state is State.PAUSED
    assert held.done == later.done < 400
    assert held.seconds == later.seconds
    run.go_on()
    assert run.wait(120)
    assert run.snapshot().done == 400
    assert run.snapshot().state is State.DONE


@pytest.mark.parametrize("paused", [False, True])
def test_a_stop_ends_it_soon_also_in_a_pause(paused):
    run = StartsRun(Plan(starts=10**6), Threads(2))
    run.start()
    while not run.snapshot().done:
        time.sleep(0.005)
    if paused:
        run.pause()
    run.stop()
    assert run.wait(30)
    snapshot = run.snapshot()
    assert snapshot.state is State.STOPPED
    assert 0 < snapshot.done < 10**6


def test_a_snapshot_once_taken_does_not_change():
    run = StartsRun(Plan(learning_rates=(0.5,), starts=2_000, iterations=2_000), Threads(1))
    run.start()
    taken = []
    while not run.wait(0.01):
        snapshot = run.snapshot()
        taken.append((snapshot, snapshot.done, len(snapshot.results), snapshot.results.rows.tobytes()))
    for snapshot, done, listed, rows in taken:
        assert (snapshot.done, len(snapshot.results), snapshot.results.rows.tobytes()) == (done, listed, rows)
        with pytest.raises(ValueError, match="read-only"):
            snapshot.results.rows["error"] = 0


def test_so_many_ends_are_listed_and_all_are_counted(monkeypatch):
    monkeypatch.setattr(module, "MOST_LISTED", 70)
    snapshot = finished(PLAN).snapshot()
    assert (len(snapshot.results), snapshot.done) == (70, 120)
    assert sum(summary.done for summary in snapshot.settings) == 120


def test_what_was_done_before_is_counted_and_not_trained_again():
    wanted = sorted_rows(finished(PLAN))
    before = wanted[np.random.RandomState(0).permutation(PLAN.total)[:70]]
    trained = []
    run = finished(PLAN, done=before, ended=lambda rows: trained.extend(rows["number"].tolist()))
    assert sorted([*trained, *before["number"].tolist()]) == list(range(PLAN.total))
    assert sorted_rows(run).tobytes() == wanted.tobytes()
    assert finished(PLAN, done=wanted).snapshot().state is State.DONE


def test_a_worker_s_failure_ends_the_run_and_is_handed_over():
    class Broken:
        def work(self, queue, marks, control, deliver):
            raise ImportError("no Numba")

    run = StartsRun(PLAN, Broken())
    run.start()
    with pytest.raises(ImportError, match="no Numba"):
        run.wait(10)
    assert run.snapshot().state is State.FAILED
    assert isinstance(run.snapshot().failure, ImportError)


def test_a_failure_in_one_thread_stops_the_others():
    def fail(rows):
        raise RuntimeError("the list is full")

    run = StartsRun(Plan(starts=10**6), Threads(2), ended=fail)
    run.start()
    with pytest.raises(RuntimeError, match="the list is full"):
        run.wait(60)


def test_results_sort_by_each_column_the_unsolved_last():
    run = StartsRun(Plan(starts=6))
    rows = [(0, 9, 0, 0.001), (1, 50, 2, 0.3), (2, 7, 0, 0.002), (3, 50, 15, np.nan), (4, 9, 0, 0.005), (5, 50, 1, 0.2)]
    run._deliver(np.array(rows, ROW)[::-1], np.zeros((6, len(run.plan.marks))))
    results = run.snapshot().results
    numbers = {by: [results[int(k)].number for k in results.order(by)] for by in ("seed", "iteration", "error")}
    assert numbers == {"seed": [0, 1, 2, 3, 4, 5], "iteration": [2, 0, 4, 1, 3, 5], "error": [0, 2, 4, 5, 1, 3]}
    assert [results[int(k)].number for k in results.order("error", descending=True)] == [1, 5, 4, 2, 0, 3]
    assert results[int(results.order("number")[1])].wrong == (2,)
    assert results[int(results.order("number")[3])].wrong == (1, 2, 3, 4)


def test_there_is_a_thread_for_every_processor_that_may_be_used():
    assert Threads().jobs == processors() >= 1
    before = threading.active_count()
    finished(Plan(starts=3, iterations=3), jobs=3)
    assert threading.active_count() == before


def test_it_is_preparing_only_until_the_machine_code_is_there_however_long_the_first_start_takes():
    run = StartsRun(Plan(starts=8, iterations=10**9, until_error=1e-9), Threads(1))
    with block._COMPILING:  # where the machine code is at hand already, it would be over before it is looked at
        run.start()
        assert run.snapshot().preparing
    while run.snapshot().preparing:
        time.sleep(0.005)
    assert (run.snapshot().state, run.snapshot().done) == (State.RUNNING, 0)
    run.stop()
    assert run.wait(30)
