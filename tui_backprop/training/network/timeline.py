"""A run that can be travelled: parameters at checkpoints, and the kernel from there. Nothing is stored in between."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tui_backprop.calculus.array import Array
from tui_backprop.calculus.fact import InputError
from tui_backprop.training.network.arithmetic import Arithmetic
from tui_backprop.training.network.loss_curve import LossCurve, Report, summed, total
from tui_backprop.training.network.recipe import Edit, Recipe

SPACING = 4_096
MOST_CHECKPOINTS = 16_384
NEIGHBOURHOOD = 4_096
REPORT_EVERY = 10_000

RIGHT = 0.125
"""E of an output on its label's side of ½ is under this: ½(½)²."""
ARRAY_OVERHEAD = 120
"""Bytes that NumPy and a list need for an array besides its numbers."""


@dataclass(frozen=True)
class Divergence:
    """The end of the finite numbers: cycle `cycle` leads out of them, at index `index` of the parameters first."""

    cycle: int
    index: int


class Timeline:
    """The states of one recipe from cycle 0 to `furthest`, each the same bits whenever and however it is reached.

    A checkpoint stands every `spacing` cycles; when there are too many every second one goes and the spacing doubles.
    `all_right_at` is the first iteration in which every sample, as it was asked, lay on its label's side of ½; with labels
    between 0 and 1 the errors cannot tell, and it stays None.
    `under_target_at` the first with ΣE < `target`, among those trained since the target was set.
    `hear`, where it is set, receives the errors of all iterations as they are trained: how many iterations came before,
    and one row of E for each; the rows are its own only until it returns.
    `state(c)` is the flat row of parameters after cycle c and the edits made there.
    """

    def __init__(self, recipe: Recipe, arithmetic: Arithmetic | None = None, spacing: int = SPACING) -> None:
        self.recipe = recipe
        self.arithmetic = arithmetic or Arithmetic(recipe.inputs, recipe.hidden)
        self.samples = recipe.table_after(0).samples
        self.curve = LossCurve(self.samples)
        self.reports: list[Report] = []
        self.divergence: Divergence | None = None
        self.all_right_at: int | None = None
        self.target: float | None = None
        self.hear: Callable[[int, Array], None] | None = None
        self.under_target_at: int | None = None
        self.furthest = 0
        self.spacing = spacing
        self._tip = recipe.edit_parameters(recipe.initial_parameters(), 0)
        self._checkpoints = [self._tip.copy()]
        self._pending = np.empty(0)
        self._under: dict[float, int] = {}
        self._near = 0, self._tip.copy()  # a state shortly before the last one asked for: its neighbours are asked next
        # The furthest state before the last cycles were trained: what is asked for next lies behind it.
        self._left = 0, self._tip.copy()

    @property
    def nbytes(self) -> int:
        """The bytes that it takes; checkpoints that it shares with another timeline are counted in each of them."""
        return len(self._checkpoints) * (self._tip.nbytes + ARRAY_OVERHEAD) + self.curve.nbytes

    @property
    def checkpoints(self) -> Array:
        """The parameters at every `spacing` cycles, one row each, and in the last row those at the furthest cycle."""
        return np.stack((*self._checkpoints, self._tip))

    @property
    def pending(self) -> Array:
        """E of the cycles after the last whole iteration."""
        return self._pending.copy()

    @classmethod
    def of(
        cls, recipe: Recipe, furthest: int, spacing: int, checkpoints: Array, curve: LossCurve, pending: Array
    ) -> Timeline:
        """The timeline of a run that has been trained before, from what it was made of.

        Raises ValueError where that is impossible; whether the numbers are the recipe's, `agrees` tells. `reports` and
        `divergence` are the caller's to restore.
        """
        timeline = cls(recipe, spacing=spacing)
        factor = spacing // SPACING
        if spacing != factor * SPACING or factor < 1 or factor & (factor - 1) or furthest < 0:
            raise ValueError(f"there are no checkpoints every {spacing} cycles")
        count = furthest // spacing + 1
        if count > MOST_CHECKPOINTS or checkpoints.shape != (count + 1, len(timeline._tip)):
            raise ValueError(f"the shape of the checkpoints is {checkpoints.shape}")
        if curve.samples != timeline.samples or len(pending) != furthest - curve.count * curve.samples:
            raise ValueError("the curve is that of another run")
        if not (0 <= len(pending) < timeline.samples and np.isfinite(checkpoints).all() and np.isfinite(pending).all()):
            raise ValueError("the numbers are those of no run")
        timeline._checkpoints = list(checkpoints[:-1])
        timeline._tip, timeline.furthest = checkpoints[-1].copy(), furthest
        # When all were right first is not known, but not for the first time from now on.
        timeline.all_right_at = 0 if furthest else None
        timeline._near = timeline._left = 0, checkpoints[0].copy()
        timeline.curve, timeline._pending = curve, pending.copy()
        return timeline

    def agrees(self, index: int) -> bool:
        """Whether the stretch that begins at this checkpoint, replayed by the recipe, ends on the numbers that are kept.

        That is the next checkpoint, or the furthest cycle, bit for bit; and the curve in between. The first stretch must
        begin with the recipe's own parameters.
        """
        start, stop = index * self.spacing, min((index + 1) * self.spacing, self.furthest)
        parameters = self._checkpoints[index].copy()
        if index == 0:
            first = self.recipe.edit_parameters(self.recipe.initial_parameters(), 0)
            if parameters.tobytes() != first.tobytes():
                return False
        errors = np.empty(stop - start)
        self._replay(parameters, start, stop, errors)
        kept = self._tip if stop == self.furthest else self._checkpoints[index + 1]
        skipped = -start % self.samples
        iterations = max(len(errors) - skipped, 0) // self.samples
        rows = errors[skipped : skipped + iterations * self.samples].reshape(-1, self.samples)
        rest = errors[skipped + iterations * self.samples :]
        return (
            parameters.tobytes() == kept.tobytes()
            and self.curve.agrees((start + skipped) // self.samples + 1, rows)
            and (stop < self.furthest or len(rest) < len(self._pending) or rest.tobytes() == self._pending.tobytes())
        )

    def twin(self) -> Timeline:
        """A timeline of its own with the same past, which shares the checkpoints' arrays."""
        other = Timeline(self.recipe, self.arithmetic, self.spacing)
        other._checkpoints, other._tip, other.furthest = self._checkpoints.copy(), self._tip, self.furthest
        other.curve, other._pending = self.curve.copy(), self._pending
        other.reports, other.divergence = self.reports.copy(), self.divergence
        other.all_right_at = self.all_right_at
        return other

    def branch(self, edit: Edit) -> Timeline:
        """A timeline of its own, the same up to the edit's cycle, where it ends; it shares the checkpoints' arrays.

        Raises ValueError for an edit out of range or beyond `furthest`.
        """
        if edit.cycle > self.furthest:
            raise InputError("network", "edit_not_trained", cycle=edit.cycle, furthest=self.furthest)
        other = Timeline(self.recipe.edited(edit), self.arithmetic, self.spacing)
        if edit.cycle:
            kept = (edit.cycle - 1) // self.spacing + 1
            other._checkpoints = self._checkpoints[:kept]
            other.furthest = edit.cycle
            other._tip = other.recipe.edit_parameters(self.state(edit.cycle), edit.cycle)
            if edit.cycle % other.spacing == 0:
                other._checkpoints.append(other._tip)
                other._thin()
            iterations = edit.cycle // self.samples
            whole = min(iterations // self.curve.width * self.curve.width, self.curve.count)
            other.curve = self.curve.copy(whole)
            other._close_iterations(self.errors(whole * self.samples, edit.cycle))
            if self.all_right_at is not None and self.all_right_at <= iterations:
                other.all_right_at = self.all_right_at
            other.reports = [report for report in self.reports if report.iteration <= iterations]
        return other

    def state(self, cycle: int) -> Array:
        """A copy of the parameters after `cycle`, 0 <= cycle <= furthest."""
        if cycle == self.furthest:
            return self._tip.copy()
        start = cycle // self.spacing * self.spacing
        parameters = self._checkpoints[cycle // self.spacing].copy()
        if start < self._near[0] <= cycle:
            start, parameters = self._near[0], self._near[1].copy()
        near = max(start, cycle - NEIGHBOURHOOD)
        if near < self._left[0] <= cycle:
            parameters = self._left[1].copy()
            self._replay(parameters, self._left[0], cycle, np.empty(cycle - self._left[0]))
            return parameters
        self._replay(parameters, start, near, np.empty(near - start))
        self._near = near, parameters.copy()
        self._replay(parameters, near, cycle, np.empty(cycle - near))
        return parameters

    def states(self, start: int, stop: int) -> Array:
        """The parameters after each of the cycles start … stop, replayed; shape (stop − start + 1, parameters)."""
        parameters, error = self.state(start), np.empty(1)
        rows = np.empty((stop - start + 1, len(parameters)))
        rows[0] = parameters
        for cycle in range(start, stop):
            self._replay(parameters, cycle, cycle + 1, error)
            rows[cycle + 1 - start] = parameters
        return rows

    def errors(self, start: int, stop: int) -> Array:
        """E of each of the cycles start + 1 … stop, replayed; shape (stop − start,)."""
        errors = np.empty(stop - start)
        self._replay(self.state(start), start, stop, errors)
        return errors

    def iteration_error(self, iteration: int) -> float | None:
        """ΣE of an iteration, from 1; None before the first and after the last that is whole."""
        if not 1 <= iteration <= self.curve.count:
            return None
        if self.curve.width == 1:
            return float(self.curve.envelope(iteration, iteration, 1).low[0])
        return total(self.errors((iteration - 1) * self.samples, iteration * self.samples))

    def first_under(self, error: float) -> int | None:
        """The first iteration with ΣE < error among those trained, None where there is none."""
        if error not in self._under:
            stretch = self.curve.first_under(error)
            if stretch is None:
                return None
            first, last = stretch
            errors = self.errors((first - 1) * self.samples, last * self.samples).reshape(-1, self.samples)
            found = _first(summed(errors) < error, first - 1)
            if found is None:
                return None
            self._under[error] = found
        return self._under[error]

    def _replay(self, parameters: Array, start: int, stop: int, errors: Array) -> None:
        for segment in self.recipe.segments(start, stop):
            self.arithmetic.train(
                parameters,
                segment.table,
                segment.learning_rate,
                segment.start % self.samples,
                errors[segment.start - start : segment.stop - start],
            )
            self.recipe.edit_parameters(parameters, segment.stop)

    def extend(self, goal: int, until_error: float | None = None) -> bool:
        """Train on to cycle `goal`; stop early, and give True, at the end of the first iteration with ΣE < until_error.

        It stops for good at the last finite cycle (`divergence`).
        """
        while self.furthest < goal and self.divergence is None:
            start, end = self.furthest, min(goal, self.furthest + self.arithmetic.stretch)
            divergence = None
            held = len(self._pending)
            seen = self.arithmetic.room_for_errors(held + end - start)
            seen[:held] = self._pending
            states = self._train(start, end, seen[held:])
            if not np.isfinite(states[-1][1]).all():
                divergence = self._divergence(start, end)
                end = divergence.cycle - 1
            reached = self._reached(seen[: held + end - start], until_error)
            if reached is not None:
                end = reached
            else:
                self.divergence = divergence
            self._advance([state for state in states if state[0] <= end], end)
            self._close_iterations(seen[: held + end - start])
            if reached is not None:
                return True
        return False

    def _train(self, start: int, end: int, errors: Array) -> list[tuple[int, Array]]:
        """The cycles start … end from the tip, with the states at the checkpoints on the way and at the end."""
        states: list[tuple[int, Array]] = []
        parameters, cycle = self._tip.copy(), start
        while cycle < end:
            stop = min(end, (cycle // self.spacing + 1) * self.spacing)
            segment = next(self.recipe.segments(cycle, end))
            if cycle % self.spacing == 0 and segment.stop == end:
                # The rest in one go: what Python does between two calls takes longer than the call itself.
                stops = [*range(cycle + self.spacing, end, self.spacing), end]
                rows = np.empty((len(stops), len(parameters)))
                self.arithmetic.train(
                    parameters,
                    segment.table,
                    segment.learning_rate,
                    cycle % self.samples,
                    errors[cycle - start : end - start],
                    rows,
                    self.spacing,
                )
                self.recipe.edit_parameters(rows[-1], end)
                return [*states, *zip(stops, rows, strict=True)]
            self._replay(parameters, cycle, stop, errors[cycle - start : stop - start])
            states.append((stop, parameters.copy()))
            cycle = stop
        return states

    def _advance(self, states: list[tuple[int, Array]], end: int) -> None:
        if not states or states[-1][0] < end:
            states = [*states, (end, self._from_tip(end))]
        new = [parameters for cycle, parameters in states if cycle > self.furthest and cycle % self.spacing == 0]
        self._checkpoints += new
        self._left = self.furthest, self._tip
        self.furthest, self._tip = states[-1]
        self._thin()

    def _from_tip(self, cycle: int) -> Array:
        parameters = self._tip.copy()
        self._replay(parameters, self.furthest, cycle, np.empty(cycle - self.furthest))
        return parameters

    def _divergence(self, finite: int, infinite: int) -> Divergence:
        """The first cycle without finite parameters; a parameter that has left the finite numbers never comes back."""
        while infinite - finite > 1:
            middle = (finite + infinite) // 2
            if np.isfinite(self._from_tip(middle)).all():
                finite = middle
            else:
                infinite = middle
        return Divergence(infinite, int(np.flatnonzero(~np.isfinite(self._from_tip(infinite)))[0]))

    def _reached(self, seen: Array, until_error: float | None) -> int | None:
        if until_error is None:
            return None
        iterations = len(seen) // self.samples
        below = np.flatnonzero(summed(seen[: iterations * self.samples].reshape(-1, self.samples)) < until_error)
        return (self.curve.count + int(below[0]) + 1) * self.samples if len(below) else None

    def _thin(self) -> None:
        while len(self._checkpoints) > MOST_CHECKPOINTS:
            # Rows that were trained in one go share one block of memory: copies let go of those that are left out.
            self._checkpoints = [row.copy() for row in self._checkpoints[::2]]
            self.spacing *= 2

    def _close_iterations(self, seen: Array) -> None:
        """Put the errors of whole iterations into the curve, keep the rest, and report every 10,000."""
        iterations = len(seen) // self.samples
        rows = seen[: iterations * self.samples].reshape(-1, self.samples)
        self._pending = seen[iterations * self.samples :].copy()
        before = self.curve.count
        if self.hear is not None:
            self.hear(before, rows)
        self.curve.machine = self.arithmetic.compiled
        self.curve.extend(rows)
        if self.all_right_at is None and self.recipe.table_after(self.furthest).decided:
            self.all_right_at = _first(_all_under(rows, RIGHT), before)
        if self.target is not None and self.under_target_at is None:
            self.under_target_at = _first(summed(rows) < self.target, before)
        for iteration in range((before // REPORT_EVERY + 1) * REPORT_EVERY, self.curve.count + 1, REPORT_EVERY):
            error = summed(rows[iteration - before - 1 :][:1])[0]
            self.reports.append(Report(iteration, float(error)))


def _all_under(rows: Array, most: float) -> NDArray[np.bool_]:
    """Whether all of each row lies under `most`: column by column, since NumPy is slow along an axis of four."""
    under = rows[:, 0] < most
    for k in range(1, rows.shape[1]):
        under &= rows[:, k] < most
    return under


def _first(found: NDArray[np.bool_], before: int) -> int | None:
    """The number of the first iteration that was found, where `before` iterations came before these."""
    places = np.flatnonzero(found)
    return before + int(places[0]) + 1 if len(places) else None
