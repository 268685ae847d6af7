"""Any sequence of moves and edits ends in the state that replaying the recipe from scratch gives, bit for bit."""

from dataclasses import dataclass, replace
from unittest.mock import patch

import numpy as np
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from tui_backprop.calculus.network import kernel
from tui_backprop.calculus.network.quantities import Phase
from tui_backprop.training.network import timeline as timeline_module
from tui_backprop.training.network.arithmetic import Arithmetic
from tui_backprop.training.network.loss_curve import LossCurve
from tui_backprop.training.network.notice import Diverged
from tui_backprop.training.network.recipe import Edit, Recipe
from tui_backprop.training.network.session import Session
from tui_backprop.training.network.timeline import Timeline

CHUNK = 37
RATES = st.sampled_from([0.02, 0.5, 3.0, 40.0])
ENTRIES = st.sampled_from(["theta1[0,0]", "theta1[2,1]", "theta1[3,2]", "theta2[0,0]", "theta2[0,4]"])


class Replay:
    """The states and errors of a recipe from cycle 0, one cycle at a time: no checkpoints, no machine code."""

    def __init__(self, recipe):
        self.recipe = recipe
        self._parameters = recipe.initial_parameters().tolist()
        self.states = []
        self.errors = []
        self._finish(0)

    def state(self, cycle):
        recipe = self.recipe
        while len(self.states) <= cycle:
            done = len(self.states) - 1
            table, error = recipe.table_after(done), [0.0]
            x1, t = table.x1.ravel().tolist(), table.t.tolist()
            rate = recipe.learning_rate_after(done)
            kernel.train(self._parameters, x1, t, 2, 4, rate, done % 4, 1, error, [0.0] * 4)
            self.errors += error
            self._finish(done + 1)
        return self.states[cycle]

    def _finish(self, cycle):
        for edit in self.recipe.edits:
            if edit.cycle == cycle and edit.name.startswith("theta"):
                self._parameters[self.recipe.index_of(edit.name)] = edit.value
        self.states.append(np.array(self._parameters).tobytes())

    def sums(self, iterations):
        self.state(4 * iterations)
        e = self.errors
        return [((e[k] + e[k + 1]) + e[k + 2]) + e[k + 3] for k in range(0, 4 * iterations, 4)]


REPLAYS = {}
"""The replay of each recipe, for all travels: many begin alike."""


@dataclass(frozen=True)
class Run:
    """What the model knows of one timeline; `number` tells two runs of the same recipe apart."""

    recipe: Recipe
    number: int


@dataclass(frozen=True)
class Place:
    run: Run
    cycle: int
    phase: Phase

    @property
    def whole_cycle(self):
        return self.cycle if self.phase in (Phase.UPDATE, Phase.START) else self.cycle - 1


class Travels(RuleBasedStateMachine):
    """A session beside a model of it that only counts."""

    def __init__(self):
        super().__init__()
        self.patches = [
            patch.object(timeline_module, "MOST_CHECKPOINTS", 6),
            patch.object(timeline_module, "NEIGHBOURHOOD", 3),
            patch.object(timeline_module, "LossCurve", lambda samples: LossCurve(samples, 16)),
            patch.object(timeline_module, "REPORT_EVERY", 5),
            patch.object(Timeline.__init__, "__defaults__", (None, 4)),
            patch.object(Arithmetic, "chunk", property(lambda _: CHUNK)),
        ]
        for each in self.patches:
            each.start()
        self.session = Session(Recipe(learning_rate=0.5))
        self.runs = 0
        self.place = Place(Run(self.session.recipe, 0), 0, Phase.START)
        self.furthest = {self.place.run: 0}
        self.past, self.future = [], []

    def teardown(self):
        for each in self.patches:
            each.stop()

    @property
    def replay(self):
        recipe = self.place.run.recipe
        key = str(recipe)  # 0.0 and -0.0 are equal, but not the same bits
        if key not in REPLAYS:
            REPLAYS[key] = Replay(recipe)
        return REPLAYS[key]

    def put(self, cycle):
        self.place = replace(self.place, cycle=cycle, phase=Phase.UPDATE if cycle else Phase.START)
        self.furthest[self.place.run] = max(self.furthest[self.place.run], cycle)

    def another(self, recipe, furthest):
        self.past, self.future = [*self.past, self.place][-20:], []
        self.runs += 1
        self.place = replace(self.place, run=Run(recipe, self.runs))
        self.furthest[self.place.run] = furthest

    def edited(self, edit):
        kept = [old for old in self.place.run.recipe.edits if old.cycle <= edit.cycle]
        kept = [old for old in kept if (old.cycle, old.name) != (edit.cycle, edit.name)]
        self.another(replace(self.place.run.recipe, edits=(*kept, edit)), self.place.cycle)

    # --- moves

    @rule(cycles=st.integers(1, 40))
    def step(self, cycles):
        self.session.go_to(self.session.whole_cycle + cycles)
        self.put(self.place.whole_cycle + cycles)

    @rule(cycles=st.integers(1, 60))
    def back(self, cycles):
        self.session.go_to(self.session.cycle - cycles)
        self.put(max(self.place.cycle - cycles, 0))

    @rule(cycle=st.integers(0, 300))
    def go_to(self, cycle):
        self.session.go_to(cycle)
        self.put(cycle)

    @rule(strides=st.integers(1, 4))
    def run(self, strides):
        for _ in range(strides):
            self.session.toward(self.session.cycle + CHUNK)
            self.put(min(self.place.cycle + CHUNK, self.furthest[self.place.run] + CHUNK))

    @rule(forward=st.booleans(), times=st.integers(1, 9))
    def step_phase(self, forward, times):
        for _ in range(times):
            self.session.step_phase(forward)
            cycle, phase = self.place.cycle, self.place.phase
            if forward and (cycle == 0 or phase is Phase.UPDATE):
                self.put(cycle + 1)
                self.place = replace(self.place, phase=Phase.F1)
            elif forward:
                self.place = replace(self.place, phase=Phase(phase + 1))
            elif phase is Phase.F1:
                self.put(cycle - 1)
            elif cycle:
                self.place = replace(self.place, phase=Phase(phase - 1))

    # --- edits

    @rule(rate=RATES)
    def change_learning_rate(self, rate):
        self.session.set_learning_rate(rate)
        self.edited(Edit(self.place.cycle, "learning_rate", rate))

    @rule(name=ENTRIES, value=st.floats(-3, 3))
    def edit_parameter(self, name, value):
        self.session.set_parameter(name, value)
        self.edited(Edit(self.place.whole_cycle, name, value))

    @rule(task=st.sampled_from(["xor", "and", "nor"]))
    def change_task(self, task):
        self.session.set_task(task)
        self.edited(Edit(self.place.cycle, "task", task))

    @rule(same=st.booleans())
    def restart(self, same):
        recipe = self.place.run.recipe
        if same:
            self.session.restart_same()
        else:
            self.session.restart_new()
        self.another(replace(recipe, seed=recipe.seed + (not same), edits=()), 0)
        self.put(0)

    @rule()
    def undo(self):
        assert self.session.undo() is bool(self.past)
        if self.past:
            self.future.append(self.place)
            self.place = self.past.pop()

    @rule()
    def redo(self):
        assert self.session.redo() is bool(self.future)
        if self.future:
            self.past.append(self.place)
            self.place = self.future.pop()

    # --- what must not change anything

    @rule()
    def the_machine_code_arrives(self):
        self.session.timeline.arithmetic.compile()

    @rule(whole=st.booleans(), samples=st.booleans(), live=st.booleans())
    def paint(self, whole, samples, live):
        self.session.view = replace(self.session.view, whole=whole, span=20, samples=samples)
        self.session.snapshot(live)

    # --- what holds after each

    @invariant()
    def the_session_is_where_the_model_is(self):
        session = self.session
        assert session.recipe == self.place.run.recipe
        assert (session.cycle, session.phase) == (self.place.cycle, self.place.phase)
        assert session.whole_cycle == self.place.whole_cycle
        assert session.furthest == self.furthest[self.place.run]
        assert not isinstance(session.take_notice(), Diverged)

    @invariant()
    def the_states_are_those_of_a_replay_from_scratch(self):
        timeline, whole_cycle = self.session.timeline, self.place.whole_cycle
        replay = self.replay
        for cycle in {0, whole_cycle, self.place.cycle, timeline.furthest, timeline.furthest // 2}:
            assert timeline.state(cycle).tobytes() == replay.state(cycle), cycle

    @invariant()
    def the_snapshot_shows_the_parameters_of_the_replay(self):
        snapshot = self.session.snapshot()
        replay = self.replay
        shown = np.concatenate([snapshot.value(code).ravel() for code in ("theta1", "theta2")])
        assert shown.tobytes() == replay.state(self.place.whole_cycle)
        iteration = self.place.whole_cycle // 4
        assert snapshot.iteration_error == (replay.sums(iteration)[-1] if iteration else None)

    @invariant()
    def the_chart_and_the_reports_are_made_of_the_errors_of_the_replay(self):
        timeline = self.session.timeline
        iterations = timeline.furthest // 4
        sums = self.replay.sums(iterations)
        curve, width = timeline.curve.envelope(1, max(iterations, 1), 10**6), timeline.curve.width
        buckets = [sums[start : start + width] for start in range(0, iterations, width)]
        assert curve.low.tolist() == [min(bucket) for bucket in buckets]
        assert curve.high.tolist() == [max(bucket) for bucket in buckets]
        reports = [(report.iteration, report.error) for report in timeline.reports]
        assert reports == [(k, sums[k - 1]) for k in range(5, iterations + 1, 5)]


TestTravels = Travels.TestCase
TestTravels.settings = settings(max_examples=80, stateful_step_count=40, deadline=None)
