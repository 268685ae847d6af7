"""The engine's loop in a thread of its own, driven only by commands and seen only by what it publishes and says."""

import math
import threading
import time
from contextlib import contextmanager
from queue import Empty, SimpleQueue

import numpy as np
import pytest

from tui_backprop.calculus.network.quantities import QUANTITIES, Phase
from tui_backprop.explain.network.now import now
from tui_backprop.training.network.engine import BLURRED_FRAME, LATE, Engine
from tui_backprop.training.network.notice import Diverged, FirstAllRight, Searched, TargetReached
from tui_backprop.training.network.recipe import Recipe
from tui_backprop.training.network.search import SampleRight, SumBelow
from tui_backprop.training.network.session import Session
from tui_backprop.training.network.timeline import Timeline
from tui_backprop.training.pace import STEPS, Pace
from tui_backprop.words import reason

PATIENCE = 20


class Bench:
    """An engine at work: what it has published and said, and ways to wait for either."""

    def __init__(self, session, clock):
        self.published = SimpleQueue()
        self.said = []
        self.engine = Engine(session, self.published.put, self.said.append, clock)

    def ask(self, question=lambda engine: None):
        """What `question` gives in the loop's thread."""
        answer = SimpleQueue()
        self.engine.submit(lambda engine: answer.put(question(engine)))
        return answer.get(timeout=PATIENCE)

    def wait(self, wanted):
        """The first snapshot from now on that is as wanted."""
        while True:
            snapshot = self.published.get(timeout=PATIENCE)
            if wanted(snapshot):
                return snapshot

    def settle(self):
        """Wait until all is done; the snapshots published on the way."""
        end = time.monotonic() + PATIENCE
        while not self.engine.idle:
            assert time.monotonic() < end
            time.sleep(0.001)
        return self.drain()

    def drain(self):
        snapshots = []
        while True:
            try:
                snapshots.append(self.published.get_nowait())
            except Empty:
                return snapshots

    @contextmanager
    def held(self):
        """While the loop is kept from its queue, whatever is submitted waits there together."""
        reached, go = threading.Event(), threading.Event()
        self.engine.submit(lambda _: (reached.set(), go.wait(PATIENCE)))
        assert reached.wait(PATIENCE)
        self.drain()
        try:
            yield
        finally:
            go.set()


@contextmanager
def at_work(session=None, clock=time.monotonic):
    bench = Bench(session or Session(), clock)
    thread = threading.Thread(target=bench.engine.loop, daemon=True)
    thread.start()
    try:
        bench.wait(lambda snapshot: True)
        yield bench
    finally:
        bench.engine.close()
        thread.join(PATIENCE)
        assert not thread.is_alive()


class Clock:
    """A clock that stands still until it is set."""

    def __init__(self, now=1_000.0):
        self.now = now

    def __call__(self):
        return self.now


def test_the_first_snapshot_comes_before_any_command():
    bench = Bench(Session(), time.monotonic)
    thread = threading.Thread(target=bench.engine.loop, daemon=True)
    thread.start()
    snapshot = bench.published.get(timeout=PATIENCE)
    assert (snapshot.cycle, snapshot.running, snapshot.pace) == (0, False, Pace())
    assert bench.engine.idle
    bench.engine.close()
    thread.join(PATIENCE)
    assert not thread.is_alive()


def test_a_command_is_published_with_what_it_did():
    with at_work() as bench:
        bench.engine.submit(lambda engine: engine.session.set_learning_rate(0.5))
        assert [snapshot.learning_rate for snapshot in bench.settle()][-1] == 0.5
        bench.engine.submit(lambda engine: engine.step_phase(True))
        last = bench.settle()[-1]
        assert (last.cycle, last.phase) == (1, Phase.F1)


def test_a_snapshot_at_rest_brings_what_the_step_before_had_computed_and_none_does_while_it_runs():
    with at_work() as bench:
        assert bench.ask(lambda engine: None) is None
        assert bench.settle()[-1].earlier is None
        bench.engine.submit(lambda engine: engine.move(1))
        first = bench.settle()[-1]
        bench.engine.submit(lambda engine: engine.step_phase(True))
        second = bench.settle()[-1]
        assert (second.cycle, second.phase) == (2, Phase.F1)
        assert all((second.earlier[code] == first.values[code]).all() for code in QUANTITIES)
        bench.engine.submit(lambda engine: engine.session.change_view("log"))
        assert bench.settle()[-1].earlier is second.earlier, "another look at the same step"
        bench.engine.submit(lambda engine: engine.step_phase(True))
        third = bench.settle()[-1]
        assert set(third.earlier) & {"x2", "x3"} == {"x2"}, "s(x2) had not been computed"
        bench.engine.submit(Engine.run)
        assert bench.wait(lambda snapshot: snapshot.cycle > 500).earlier is None
        bench.engine.submit(Engine.halt)
        assert (bench.settle()[-1].earlier["x2"] == third.value("x2")).all()


def test_holding_a_key_while_it_runs_does_not_grow_the_queue():
    with at_work() as bench:
        bench.engine.submit(Engine.run)
        bench.wait(lambda snapshot: snapshot.cycle > 2_000)
        start = bench.ask(lambda engine: (engine.halt(), engine.session.whole_cycle)[1])
        bench.engine.submit(Engine.run)
        with bench.held():
            bench.engine.submit(lambda engine: engine.travel(start))
            for _ in range(300):
                bench.engine.submit(lambda engine: engine.move(1))
        snapshots = bench.settle()
        assert len(snapshots) <= 2  # all of them in one batch
        assert snapshots[-1].cycle == start + 300
        assert not snapshots[-1].running


def test_moves_one_by_one_while_it_runs_end_exactly_where_they_add_up_to():
    with at_work() as bench:
        bench.engine.submit(Engine.run)
        bench.wait(lambda snapshot: snapshot.cycle > 500)
        position = []

        def first(engine):
            position.append(engine.session.whole_cycle)
            engine.move(1)

        bench.engine.submit(first)
        for _ in range(199):
            bench.engine.submit(lambda engine: engine.move(1))
        for _ in range(40):
            bench.engine.submit(lambda engine: engine.move(-4))
        last = bench.settle()[-1]
        assert last.cycle == position[0] + 200 - 160


def test_moves_back_beyond_the_start_end_there():
    with at_work() as bench:
        bench.engine.submit(lambda engine: engine.travel(10))
        with bench.held():
            for _ in range(30):
                bench.engine.submit(lambda engine: engine.move(-1))
            bench.engine.submit(lambda engine: engine.move(3))
        assert bench.settle()[-1].cycle == 3


def test_inside_a_cycle_one_on_is_its_end_and_one_back_the_cycle_before():
    with at_work() as bench:
        for _ in range(3):
            bench.engine.submit(lambda engine: engine.travel(5))
            bench.settle()
            bench.engine.submit(lambda engine: engine.step_phase(True))
            bench.engine.submit(lambda engine: engine.move(1))
            last = bench.settle()[-1]
            assert (last.cycle, last.phase) == (6, Phase.UPDATE)
            bench.engine.submit(lambda engine: engine.step_phase(True))
            bench.engine.submit(lambda engine: engine.move(-1))
            last = bench.settle()[-1]
            assert (last.cycle, last.phase) == (6, Phase.UPDATE)


def test_a_run_halts_where_it_is_and_goes_on_from_there():
    with at_work() as bench:
        bench.engine.submit(Engine.toggle_running)
        assert bench.wait(lambda snapshot: snapshot.cycle > 1_000).running
        bench.engine.submit(Engine.toggle_running)
        halted = bench.settle()[-1]
        assert not halted.running
        assert bench.ask(lambda engine: engine.session.cycle) == halted.cycle
        bench.engine.submit(Engine.run)
        bench.wait(lambda snapshot: snapshot.cycle > halted.cycle)
        bench.engine.submit(Engine.halt)
        last = bench.settle()[-1]
        timeline = Timeline(Recipe())
        timeline.extend(last.cycle)
        theta1, theta2 = Recipe().split(timeline.state(last.cycle))
        assert last.value("theta1").tobytes() == theta1.tobytes()
        assert last.value("theta2").tobytes() == theta2.tobytes()


def test_a_long_journey_can_be_stopped_and_tells_how_far_it_is():
    with at_work() as bench:
        bench.engine.submit(lambda engine: engine.travel(10**12))
        under_way = bench.wait(lambda snapshot: snapshot.progress is not None)
        assert under_way.progress.start == 0
        assert under_way.progress.goal == 10**12
        assert under_way.progress.cycle == under_way.cycle > 0
        bench.engine.submit(Engine.halt)
        last = bench.settle()[-1]
        assert last.progress is None
        assert under_way.cycle <= last.cycle < 10**12


@pytest.mark.parametrize(
    ("command", "sentence"),
    [
        (lambda engine: engine.session.set_learning_rate(-1.0), "the learning rate is -1.0"),
        (lambda engine: engine.session.set_parameter("theta1[9,9]", 1.0), "there is no theta1[9,9]"),
        (lambda engine: engine.session.set_task("imply"), "there is no task 'imply'"),
    ],
)
def test_a_refusal_is_said_and_the_loop_goes_on(command, sentence):
    with at_work() as bench:
        bench.engine.submit(command)
        bench.engine.submit(lambda engine: engine.move(7))
        assert bench.settle()[-1].cycle == 7
        (error,) = bench.said
        assert sentence in reason(error)


def test_the_target_is_said_and_ends_the_run():
    with at_work(Session(Recipe(learning_rate=0.5), until_error=0.55)) as bench:
        bench.engine.submit(Engine.run)
        last = bench.settle()[-1]
        assert not last.running
        assert bench.said == [TargetReached(0.55, last.cycle // 4)]
        assert last.iteration_error < 0.55


def by_machine_code(session):
    """The session, in which a long journey takes no time."""
    session.timeline.arithmetic.compile()
    return session


def test_a_journey_goes_where_it_was_sent_and_tells_of_the_target_in_passing():
    with at_work(by_machine_code(Session(Recipe(learning_rate=0.5), until_error=0.55))) as bench:
        bench.engine.submit(lambda engine: engine.travel(40_000))
        assert bench.settle()[-1].cycle == 40_000
        (reached,) = (notice for notice in bench.said if isinstance(notice, TargetReached))
        errors = bench.engine.session.timeline.errors(0, 40_000).reshape(-1, 4).sum(axis=1)
        assert reached == TargetReached(0.55, int(np.argmax(errors < 0.55)) + 1)


def test_it_is_said_once_when_all_samples_are_right_for_the_first_time():
    with at_work(by_machine_code(Session(Recipe(learning_rate=0.5)))) as bench:
        bench.engine.submit(lambda engine: engine.travel(40_000))
        bench.settle()
        session = bench.engine.session
        errors = session.timeline.errors(0, 40_000).reshape(-1, 4)
        first = int(np.argmax((errors < 0.125).all(axis=1))) + 1
        assert bench.said == [FirstAllRight(first)]
        bench.engine.submit(lambda engine: engine.travel(0))
        bench.engine.submit(lambda engine: engine.travel(50_000))
        bench.settle()
        assert bench.said == [FirstAllRight(first)]


def test_the_end_of_the_finite_numbers_is_said():
    with at_work() as bench:
        bench.engine.submit(lambda engine: engine.session.set_parameter("theta1[0,0]", float("inf")))
        bench.engine.submit(Engine.run)
        last = bench.settle()[-1]
        assert (last.cycle, last.running) == (0, False)
        assert bench.said == [Diverged(1, "theta1", 0, 0, inputs=2)]


def test_an_edit_inside_a_cycle_that_leaves_the_finite_numbers_is_said_at_once():
    with at_work() as bench:
        bench.engine.submit(lambda engine: engine.step_phase(True))
        bench.engine.submit(lambda engine: engine.session.set_parameter("theta1[0,0]", float("inf")))
        assert bench.settle()[-1].cycle == 0
        assert len(bench.said) == 1


def test_a_step_is_shown_before_the_run_is_kept_unless_it_has_not_been_kept_for_long():
    log, clock = [], Clock()

    class Shelf:
        def offer(self, session):
            log.append(("kept", session.cycle))

        finish = offer

    engine = Engine(Session(), lambda snapshot: log.append(("shown", snapshot.cycle)), log.append, clock, Shelf())
    thread = threading.Thread(target=engine.loop, daemon=True)
    thread.start()

    def order(cycle):
        end = time.monotonic() + PATIENCE
        while not {("kept", cycle), ("shown", cycle)} <= {*log}:
            assert time.monotonic() < end
            time.sleep(0.001)
        return "shown" if log.index(("shown", cycle)) < log.index(("kept", cycle)) else "kept"

    engine.submit(lambda engine: engine.session.go_to(4))
    assert order(4) == "shown"
    engine.submit(lambda engine: (setattr(clock, "now", clock.now + LATE), engine.session.go_to(8)))
    assert order(8) == "kept"
    engine.close()
    thread.join(PATIENCE)
    assert not thread.is_alive()


def test_closing_ends_a_loop_that_is_running():
    with at_work() as bench:
        bench.engine.submit(Engine.run)
        bench.wait(lambda snapshot: snapshot.running)


def test_while_it_runs_it_publishes_at_most_once_a_frame():
    clock = Clock()
    with at_work(clock=clock) as bench:
        bench.ask(at_pace("iteration", math.inf))
        bench.wait(lambda snapshot: snapshot.running)
        deadline = time.monotonic() + PATIENCE
        while bench.engine.session.cycle < 20_000:
            assert time.monotonic() < deadline
            time.sleep(0.001)
        assert bench.drain() == []  # the clock stands still: it is still the same frame
        clock.now += BLURRED_FRAME + 0.01
        assert bench.wait(lambda snapshot: True).cycle >= 20_000


def at_pace(unit, rate):
    def command(engine):
        engine.pace = Pace(STEPS.index((unit, rate)))
        engine.run()

    return command


@pytest.mark.parametrize(
    ("unit", "rate", "seconds", "cycles"),
    [("cycle", 1, 3.5, 3), ("iteration", 1, 3.5, 14), ("iteration", 10, 10.0, 400), ("iteration", 100, 0.29, 116)],
)
def test_at_a_slow_pace_the_clock_says_how_many_cycles_are_due(unit, rate, seconds, cycles):
    clock = Clock()
    with at_work(clock=clock) as bench:
        bench.ask(at_pace(unit, rate))
        clock.now += seconds + 1e-6
        bench.ask()  # wakes the loop
        assert bench.wait(lambda snapshot: snapshot.cycle == cycles).running
        bench.ask()
        assert bench.ask(lambda engine: engine.session.cycle) == cycles


def test_at_the_slowest_pace_a_phase_comes_each_second():
    clock = Clock()
    with at_work(clock=clock) as bench:
        bench.ask(at_pace("phase", 1))
        for phase in (Phase.F1, Phase.F2, Phase.F3):
            clock.now += 1.01
            bench.ask()
            assert bench.wait(lambda snapshot, phase=phase: snapshot.phase is phase).cycle == 1
            bench.ask()
            assert bench.ask(lambda engine: engine.session.phase) is phase


def test_a_report_lies_on_a_multiple_wherever_one_comes_from():
    with at_work(by_machine_code(Session())) as bench:
        for start, step, end in ((4_000, 1, 40_000), (40_000, 1, 80_000), (79_999, -1, 40_000), (40_000, -1, 0)):
            bench.engine.submit(lambda engine, start=start: engine.travel(start))
            bench.settle()
            bench.engine.submit(lambda engine, step=step: engine.move_to_multiple(step, 40_000))
            assert bench.settle()[-1].cycle == end


def test_a_pace_counts_from_where_it_was_chosen():
    clock = Clock()
    with at_work(clock=clock) as bench:
        bench.ask(at_pace("iteration", 10))
        clock.now += 2.001
        bench.ask()
        bench.wait(lambda snapshot: snapshot.cycle == 80)
        bench.ask(lambda engine: engine.change_pace(faster=False))
        clock.now += 2.001
        bench.ask()
        assert bench.wait(lambda snapshot: snapshot.cycle > 80).cycle == 88
        assert bench.ask(lambda engine: (engine.pace.unit, engine.pace.speed)) == ("iteration", 1)


def test_after_a_restart_a_slow_run_goes_on_slowly():
    clock = Clock()
    with at_work(clock=clock) as bench:
        bench.engine.submit(lambda engine: engine.travel(500))
        bench.settle()
        bench.ask(at_pace("cycle", 1))
        bench.ask(lambda engine: engine.session.restart_same())
        clock.now += 2.5
        bench.ask()
        bench.wait(lambda snapshot: snapshot.cycle == 2)
        bench.ask()
        assert bench.ask(lambda engine: engine.session.cycle) == 2


def test_at_a_slow_pace_a_command_is_published_before_the_next_cycle_is_due():
    clock = Clock(1_000_000.0)
    with at_work(clock=clock) as bench:
        bench.ask(at_pace("cycle", 1))
        bench.wait(lambda snapshot: snapshot.running)
        clock.now = 0.0  # the next cycle is due in eleven days
        bench.engine.submit(lambda engine: engine.session.set_learning_rate(0.5))
        assert bench.wait(lambda snapshot: snapshot.learning_rate == 0.5).cycle == 0


def test_the_measured_rate_is_cycles_over_time():
    clock = Clock()
    with at_work(clock=clock) as bench:
        bench.ask(at_pace("iteration", 10))
        clock.now += 2.0 + 1e-6
        bench.ask()
        assert bench.wait(lambda snapshot: snapshot.cycle == 80).cycles_per_second == pytest.approx(40, rel=1e-3)


def test_a_search_goes_where_it_finds_what_was_asked_for_and_says_so():
    with at_work(Session(Recipe(learning_rate=0.5))) as bench:
        bench.engine.submit(lambda engine: engine.search(SumBelow(0.55), 0, 100_000))
        last = bench.settle()[-1]
        assert bench.said == [Searched(SumBelow(0.55), last.cycle, last.iteration)]
        assert last.cycle % 4 == 0
        assert last.iteration_error < 0.55
        assert not last.running


def test_a_search_that_is_stopped_leaves_the_run_where_it_was():
    with at_work() as bench:
        bench.engine.submit(lambda engine: engine.travel(12))
        bench.settle()
        bench.engine.submit(lambda engine: engine.search(SumBelow(1e-12), 0, 10**12))
        bench.engine.submit(Engine.halt)
        assert bench.settle()[-1].cycle == 12
        assert bench.said == []


def test_a_search_for_what_the_run_has_not_is_refused():
    with at_work() as bench:
        bench.engine.submit(lambda engine: engine.search(SampleRight(9), 0, 10))
        bench.settle()
        (error,) = bench.said
        assert reason(error) == "there is no sample 9; they go from 1 to 4"


def test_why_a_run_stopped_can_be_read_where_it_did_until_the_next_run():
    with at_work(Session(until_error=0.6)) as bench:
        bench.engine.submit(lambda engine: engine.run())
        stopped = bench.wait(lambda snapshot: snapshot.stopped is not None)
        assert isinstance(stopped.stopped, TargetReached)
        assert (stopped.running, stopped.stopped.iteration) == (False, stopped.iteration)
        assert now(stopped).event == "reached"
        bench.engine.submit(lambda engine: engine.travel(1))
        assert bench.wait(lambda snapshot: snapshot.cycle == 1).stopped is None
        bench.engine.submit(lambda engine: engine.travel(stopped.cycle))
        assert bench.wait(lambda snapshot: snapshot.cycle == stopped.cycle).stopped == stopped.stopped
        bench.engine.submit(lambda engine: engine.session.set_learning_rate(0.5))
        assert bench.wait(lambda snapshot: snapshot.learning_rate == 0.5).stopped is None
        bench.engine.submit(lambda engine: engine.undo())
        assert bench.wait(lambda snapshot: snapshot.learning_rate == 0.02).stopped == stopped.stopped
        bench.engine.submit(lambda engine: engine.run())
        assert bench.wait(lambda snapshot: snapshot.running).stopped is None
        bench.engine.submit(lambda engine: engine.halt())
        assert bench.wait(lambda snapshot: not snapshot.running).stopped is None


def test_a_run_that_left_the_finite_numbers_says_so_at_its_end():
    session = Session()
    session.go_to(20)
    session.set_parameter("theta1[2,1]", math.inf)
    with at_work(session) as bench:
        bench.engine.submit(lambda engine: engine.run())
        ended = bench.wait(lambda snapshot: snapshot.stopped is not None)
        assert isinstance(ended.stopped, Diverged)
        assert (ended.stopped.cycle, now(ended).event) == (ended.cycle + 1, "diverged")
