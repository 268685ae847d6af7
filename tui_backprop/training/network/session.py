"""A session owns a run and is the only thing that changes it: where we are, what was edited, what may be undone."""

from __future__ import annotations

import shlex
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from tui_backprop.calculus.fact import InputError
from tui_backprop.calculus.network.quantities import Phase
from tui_backprop.training.history import History
from tui_backprop.training.learning_rate import next_learning_rate
from tui_backprop.training.network.charting import ChartView, chart
from tui_backprop.training.network.kept import MOST_KEPT, PRESENT, Kept
from tui_backprop.training.network.loss_curve import Curve, Report
from tui_backprop.training.network.mark import MOST_MARKS, Mark, mark_name
from tui_backprop.training.network.moment import Moment, divergence_notice
from tui_backprop.training.network.notice import Diverged, FirstAllRight, MarksGone, Notice, TargetReached
from tui_backprop.training.network.recipe import Edit, Recipe
from tui_backprop.training.network.snapshot import Chart, Snapshot
from tui_backprop.training.network.timeline import REPORT_EVERY, Timeline

if TYPE_CHECKING:
    from tui_backprop.training.network.comparison import Comparison, Marked

SHOWN_REPORTS = 50
LEARNED = 0.01
"""The app stops a run once when ΣE, the sum over the samples, first falls under this, unless another target is given."""


@dataclass(frozen=True, eq=False)
class _Past:
    """What an undo goes back to."""

    timeline: Timeline
    cycle: int
    phase: Phase
    ghost: Curve | None
    marks: tuple[Mark, ...]


class Session:
    """One run, travelled by its cursor: cycle `cycle`, of which the phases up to `phase` have been taken.

    `looked_at` says whether the snapshots are to have the marks with their errors, or the runs compared; `beside` is the
    label of the kept run that stands side by side with this one then, or PRESENT for none.

    Not safe for threads: whoever owns the session is the only one to call it.
    """

    def __init__(self, recipe: Recipe | None = None, until_error: float | None = None) -> None:
        self.timeline = Timeline(recipe or Recipe())
        self.until_error = self._target = until_error
        self.cycle = 0
        self.phase = Phase.START
        self.view = ChartView()
        self.marks: tuple[Mark, ...] = ()
        self.kept: tuple[Kept, ...] = ()
        self.looked_at: Literal["", "marks", "runs"] = ""
        self.beside = PRESENT
        self._ghost: Curve | None = None
        self._history = History[_Past](size=lambda past: past.timeline.nbytes)
        self._moment: Moment | None = None
        self._notices: list[Notice] = []

    @classmethod
    def resumed(cls, timeline: Timeline, cycle: int, phase: Phase, marks: tuple[Mark, ...] = ()) -> Session:
        """A session on a run that has been trained before, with the cursor where it was left."""
        session = cls(timeline.recipe)
        session.timeline, session.cycle, session.phase, session.marks = timeline, cycle, phase, marks
        return session

    @property
    def recipe(self) -> Recipe:
        """The recipe of the run."""
        return self.timeline.recipe

    @property
    def furthest(self) -> int:
        """The last cycle trained."""
        return self.timeline.furthest

    # --- time

    def toward(self, cycle: int, stop: bool = True) -> bool:
        """Go to the end of `cycle`, or train a few milliseconds on the way there; True once there, or at an end.

        The ends are cycle 0, the last finite cycle, and the target `until_error`, which unless it is to `stop` is only
        noticed in passing.
        """
        cycle = max(cycle, 0)
        reached = False
        if cycle > self.furthest:
            goal = min(cycle, self.furthest + self.timeline.arithmetic.chunk)
            right = self.timeline.all_right_at
            self.timeline.target, self.timeline.under_target_at = self.until_error, None
            reached = self.timeline.extend(goal, self.until_error if stop else None)
            if right is None and self.timeline.all_right_at is not None:
                self._notices.append(FirstAllRight(self.timeline.all_right_at))
        self._put(min(cycle, self.furthest))
        if self.until_error is not None and self.timeline.under_target_at is not None:
            self._notices.append(TargetReached(self.until_error, self.timeline.under_target_at))
            self.until_error = None
        if reached:
            return True
        if self.cycle < cycle and self.divergence is not None:
            self._notices.append(self.divergence)
            return True
        return self.cycle == cycle

    def take_notice(self) -> Notice | None:
        """What the run has come to, once: all samples right, the target, the end of the finite numbers."""
        return self._notices.pop(0) if self._notices else None

    def go_to(self, cycle: int) -> None:
        """Go to the end of `cycle`, however long the training takes, or to what stops it first."""
        while not self.toward(cycle):
            pass

    def step_phase(self, forward: bool) -> None:
        """Go one phase on or back, across cycles; before cycle 1 there is nothing, after an end neither."""
        if forward and (self.cycle == 0 or self.phase is Phase.UPDATE):
            if self.cycle == self.furthest:
                self.timeline.extend(self.cycle + 1)
            if self.cycle < self.furthest:
                self.cycle, self.phase = self.cycle + 1, Phase.F1
            else:
                self._tell_of_divergence()
        elif forward:
            self.phase = Phase(self.phase + 1)
        elif self.phase is Phase.F1:
            self._put(self.cycle - 1)
        elif self.cycle:
            self.phase = Phase(self.phase - 1)

    def _tell_of_divergence(self) -> None:
        if self.divergence is not None:
            self._notices.append(self.divergence)

    def go_to_phase(self, phase: Phase) -> None:
        """Go to a phase of this cycle; from the start, of the first one."""
        if not self.cycle:
            self.step_phase(True)
        self.stand_in(phase)

    def _put(self, cycle: int) -> None:
        self.cycle, self.phase = cycle, Phase.UPDATE if cycle else Phase.START

    @property
    def whole_cycle(self) -> int:
        """The last cycle whose update has been taken."""
        return self.cycle if self.phase.is_whole else self.cycle - 1

    # --- edits

    def set_learning_rate(self, learning_rate: float) -> None:
        """Use `learning_rate` from the next cycle on. Raises ValueError unless it is a number over 0."""
        self._branch(Edit(self.cycle, "learning_rate", learning_rate))

    def change_learning_rate(self, up: bool) -> None:
        """The next learning rate of 1, 2, 5, 10, 20, 50, …, up or down."""
        self.set_learning_rate(next_learning_rate(self.recipe.learning_rate_after(self.cycle), up))

    def set_parameter(self, name: str, value: float) -> None:
        """Put `value` in the entry `name`, such as "theta1[2,0]", as the current cycle found or left it."""
        self._branch(Edit(self.whole_cycle, name, value))

    def set_task(self, task: str) -> None:
        """Train on another truth table from the next cycle on; with other inputs, a run of its own from cycle 0."""
        edit = Edit(self.cycle, "task", task)
        try:
            self.recipe.edited(edit)
        except ValueError:
            learning_rate = self.recipe.learning_rate_after(self.cycle)
            self.restart(replace(self.recipe, task=task, learning_rate=learning_rate, edits=()))
        else:
            self._branch(edit)

    def _branch(self, edit: Edit) -> None:
        """Make the edit where it is and drop what came after, kept as a ghost on the chart and for undo."""
        timeline = self.timeline.branch(edit)
        timeline.extend(self.cycle)
        dropped = edit.cycle // timeline.samples + 1
        # Edits at the same moment are one to the reader: the key of the learning rate is pressed several times.
        same_moment = bool(self.recipe.edits) and self.recipe.edits[-1].cycle == edit.cycle
        ghost = self._ghost if same_moment else None
        if dropped <= self.timeline.curve.count:
            ghost = self.timeline.curve.envelope(dropped, self.timeline.curve.count, 250)
        self._keep()
        self.timeline, self._ghost = timeline, ghost
        # A mark behind the edit names a moment of the run as it was, which undo brings back with its marks.
        marks = tuple(mark for mark in self.marks if mark.cycle <= edit.cycle)
        if len(marks) < len(self.marks):
            self._notices.append(MarksGone(len(self.marks) - len(marks)))
        self.marks = marks
        if self.cycle > timeline.furthest:
            self._put(timeline.furthest)
            self._tell_of_divergence()

    def restart(self, recipe: Recipe) -> None:
        """Start another run from its cycle 0; undo brings this one back."""
        arithmetic = self.timeline.arithmetic
        same = (arithmetic.inputs, arithmetic.hidden) == (recipe.inputs, recipe.hidden)
        timeline = Timeline(recipe, arithmetic if same else None)
        self._keep()
        self.timeline, self._ghost, self.marks = timeline, None, ()
        self.until_error = self._target
        self._put(0)

    def restart_same(self) -> None:
        """Start again from the same seed, without the edits."""
        self.restart(replace(self.recipe, edits=()))

    def restart_new(self) -> None:
        """Start again from the next seed, without the edits."""
        self.restart(replace(self.recipe, seed=(self.recipe.seed + 1) % 2**32, edits=()))

    def _keep(self) -> None:
        self._history.keep(self._past())

    def _past(self) -> _Past:
        return _Past(self.timeline, self.cycle, self.phase, self._ghost, self.marks)

    def undo(self) -> bool:
        """Take the last edit or restart back, with the future that it dropped; False where there is none."""
        return self._return_to(self._history.undo(self._past()))

    def redo(self) -> bool:
        """Make the edit that was undone again; False where there is none."""
        return self._return_to(self._history.redo(self._past()))

    def _return_to(self, past: _Past | None) -> bool:
        if past is None:
            return False
        self.timeline, self._ghost = past.timeline, past.ghost
        self.cycle, self.phase, self.marks = past.cycle, past.phase, past.marks
        return True

    # --- what is kept to come back to

    def look(self, at: Literal["", "marks", "runs"], beside: int = PRESENT) -> None:
        """Have the snapshots show the marks with their errors, or the runs compared, two of them side by side; or neither."""
        self.looked_at, self.beside = at, beside

    def mark(self, name: str, cycle: int | None = None, phase: Phase = Phase.UPDATE) -> None:
        """Give this moment a name, or another one of this run; a mark of the same name moves there.

        Raises InputError for a 100th mark, or for no name.
        """
        name = mark_name(name)
        others = tuple(mark for mark in self.marks if mark.name != name)
        if len(others) >= MOST_MARKS:
            raise InputError("saving", "too_many_marks", most=MOST_MARKS)
        here = Mark(name, self.cycle, self.phase)
        marks = (*others, here if cycle is None else Mark(name, min(cycle, self.furthest), phase))
        self.marks = tuple(sorted(marks, key=lambda mark: (mark.cycle, mark.phase)))

    def rename_mark(self, name: str, new: str) -> None:
        """Give a mark another name; one that had it before is no longer there. Raises InputError for no name."""
        new = mark_name(new)
        self.marks = tuple(
            mark._replace(name=new) if mark.name == name else mark
            for mark in self.marks
            if mark.name == name or mark.name != new
        )

    def remove_mark(self, name: str) -> None:
        """Keep a mark no longer."""
        self.marks = tuple(mark for mark in self.marks if mark.name != name)

    def go_to_mark(self, name: str) -> None:
        """Go to a marked moment, cycle and phase; nothing where it is no longer there."""
        for mark in self.marks:
            if mark.name == name:
                self._put(min(mark.cycle, self.furthest))
                self.stand_in(mark.phase)

    def stand_in(self, phase: Phase) -> None:
        """Take the cycle of the cursor up to this phase, forward or back; before cycle 1 there is only the start."""
        if self.cycle and phase is not Phase.START:
            self.phase = phase

    def keep(self) -> int:
        """Keep this run as it is, to compare it; gives its label. Raises InputError where eight are kept."""
        if len(self.kept) >= MOST_KEPT:
            raise InputError("saving", "too_many_kept", most=MOST_KEPT)
        label = min(set(range(1, MOST_KEPT + 1)) - {kept.label for kept in self.kept})
        self.kept += (Kept(label, self.timeline.twin(), self.cycle, self.phase, self.marks),)
        return label

    def drop(self, label: int) -> None:
        """Keep a run no longer."""
        self.kept = tuple(kept for kept in self.kept if kept.label != label)

    def switch(self, label: int) -> None:
        """Go to a kept run, exactly where it was; undo brings the present one back. The kept one stays kept."""
        kept = next((kept for kept in self.kept if kept.label == label), None)
        if kept is None:
            return
        self._keep()
        self.timeline, self._ghost = kept.timeline.twin(), None
        self.cycle, self.phase, self.marks = kept.cycle, kept.phase, kept.marks

    # --- what may be seen

    def change_view(self, what: str) -> None:
        """Change how the chart looks at the run: "log", "spread", "samples", "window", "in" or "out"."""
        view, iterations = self.view, self.timeline.curve.count
        if what in ("in", "out"):
            self.view = view.zoomed(what == "in", iterations)
        else:
            name = "whole" if what == "window" else what
            self.view = replace(view, **{name: not getattr(view, name)})

    @property
    def reports(self) -> list[Report]:
        """The last 50 reports up to the cursor."""
        count = min(self.whole_cycle // self.timeline.samples // REPORT_EVERY, len(self.timeline.reports))
        return self.timeline.reports[max(count - SHOWN_REPORTS, 0) : count]

    def command(self) -> str:
        """The command line that gives this state."""
        edits = tuple(edit for edit in self.recipe.edits if edit.cycle <= self.whole_cycle)
        recipe = self.recipe if edits == self.recipe.edits else replace(self.recipe, edits=edits)
        return shlex.join(["tui-backprop", *recipe.options(), "--go-to", str(self.whole_cycle)])

    @property
    def divergence(self) -> Diverged | None:
        """Where the run leaves the finite numbers; None while it has not."""
        divergence = self.timeline.divergence
        return None if divergence is None else divergence_notice(self.timeline, divergence)

    def snapshot(self, live: bool = False, before: Snapshot | None = None) -> Snapshot:
        """What may be shown now; `live` while it runs, when the chart may be coarser.

        `before` is a snapshot whose chart and comparison are still good enough.
        """
        if self._moment is None or not self._moment.is_at(self.timeline, self.cycle):
            self._moment = Moment(self.timeline, self.cycle)
        recipe, error = self.recipe, self.timeline.iteration_error(self.whole_cycle // self.timeline.samples)
        return Snapshot(
            task=recipe.table_after(max(self.cycle - 1, 0)).name,
            inputs=recipe.inputs,
            hidden=recipe.hidden,
            seed=recipe.seed,
            learning_rate=recipe.learning_rate_after(self.cycle),
            learning_rate_used=recipe.learning_rate_after(max(self.cycle - 1, 0)),
            cycle=self.cycle,
            phase=self.phase,
            samples=self.timeline.samples,
            furthest=self.furthest,
            values=self._moment.values_at(self.phase),
            table=self._moment.table_at(self.phase),
            iteration_error=error,
            chart=before.chart if before is not None else self._chart(error, live),
            reports=tuple(self.reports),
            first_right=self.timeline.all_right_at or None,
            compiled=self.timeline.arithmetic.compiled,
            until_error=self.until_error,
            command=self.command(),
            saturated=self._moment.saturated,
            edited=self.phase is Phase.UPDATE and any(edit.cycle == self.cycle for edit in recipe.edits),
            data="" if recipe.data is None else recipe.data.title,
            recipe=recipe,
            marks=self.marks,
            kept=tuple(sorted(run.label for run in self.kept)),
            marked=self._marked(),
            comparison=before.comparison if before is not None else self._comparison(),
        )

    def whole_snapshot(self) -> Snapshot | None:
        """The cycle of the cursor with its update taken, whatever its phase; None before the first one."""
        if not self.cycle:
            return None
        phase, self.phase = self.phase, Phase.UPDATE
        try:
            return self.snapshot()
        finally:
            self.phase = phase

    def _chart(self, error: float | None, live: bool) -> Chart:
        return chart(self.timeline, self.view, self.whole_cycle, error, self._ghost, live, self.marks, self.kept)

    def _marked(self) -> tuple[Marked, ...]:
        if self.looked_at != "marks":
            return ()
        from tui_backprop.training.network.comparison import marked

        return marked(self.timeline, self.marks)

    def _comparison(self) -> Comparison | None:
        if self.looked_at != "runs":
            return None
        from tui_backprop.training.network.comparison import compare

        return compare(self.timeline, self.whole_cycle, self.kept, self.beside)
