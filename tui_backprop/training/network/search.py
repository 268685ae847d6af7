"""When did it happen? The first moment at which something holds, and the last at which it changed, found by replay.

A search works in portions, so that whoever runs it can show how far it has got and end it between two of them.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tui_backprop.calculus.array import Array
from tui_backprop.calculus.fact import InputError
from tui_backprop.calculus.network.quantities import QUANTITIES
from tui_backprop.calculus.sigmoid import s
from tui_backprop.training.network.condition import Condition, Flags
from tui_backprop.training.network.loss_curve import summed
from tui_backprop.training.network.moment import SATURATED, explain
from tui_backprop.training.network.recipe import Recipe
from tui_backprop.training.network.snapshot import Progress
from tui_backprop.training.network.timeline import Timeline

PORTION = 2_048


@dataclass(frozen=True)
class SumBelow:
    """The sum of E over the samples of an iteration is under `error`; it can hold at the end of an iteration only."""

    error: float

    def holds(self, timeline: Timeline, start: int, stop: int) -> Flags:
        """Whether each cycle ends an iteration with so small a sum."""
        samples = timeline.samples
        first, last = max(-(-start // samples), 1), stop // samples
        found = np.zeros(stop - start + 1, dtype=np.bool_)
        if first <= last:
            errors = timeline.errors((first - 1) * samples, last * samples).reshape(-1, samples)
            found[first * samples - start :: samples][: len(errors)] = summed(errors) < self.error
        return found


@dataclass(frozen=True)
class AllRight:
    """The output is on the label's side of ½ for every sample whose label has a side, being not ½ itself."""

    def holds(self, timeline: Timeline, start: int, stop: int) -> Flags:
        """Whether all samples are right after each cycle."""
        return np.concatenate([right.all(axis=1) for right in _right(timeline, start, stop)])


@dataclass(frozen=True)
class SampleRight:
    """The output is on the label's side of ½ for this sample, counted from 1."""

    sample: int

    def holds(self, timeline: Timeline, start: int, stop: int) -> Flags:
        """Whether the sample is right after each cycle."""
        return np.concatenate([right[:, self.sample - 1] for right in _right(timeline, start, stop)])


@dataclass(frozen=True)
class Saturated:
    """The slope s(1 − s) is under 0.02 for every sample, of hidden unit `unit` (from 1), or of any unit for None."""

    unit: int | None = None

    def holds(self, timeline: Timeline, start: int, stop: int) -> Flags:
        """Whether the unit is saturated after each cycle."""
        found: list[Flags] = []
        for states, (x1, _) in _stretches(timeline, start, stop):
            theta1, _ = _split(timeline.recipe, states)
            outputs = s(_sums(theta1, x1))
            units = np.all(outputs * (1 - outputs) < SATURATED, axis=1)
            found.append(np.any(units, axis=1) if self.unit is None else units[:, self.unit - 1])
        return np.concatenate(found)


@dataclass(frozen=True)
class Positive:
    """The entry `row`, `column` (from 0) of a quantity is over 0.

    A parameter is taken as each cycle leaves it, everything else as the cycle computes it for `sample` (from 1): between
    two turns of that sample it stays what it was.
    """

    code: str
    row: int
    column: int
    sample: int = 1

    def holds(self, timeline: Timeline, start: int, stop: int) -> Flags:
        """Whether the entry is over 0 after each cycle."""
        if self.code in ("theta1", "theta2"):
            recipe = timeline.recipe
            index = recipe.index_of(f"{self.code}[{self.row},{self.column}]")
            return timeline.states(start, stop)[:, index] > 0
        samples = timeline.samples
        # The last turn of the sample up to each cycle; before its first one the entry has no value.
        turns = (np.arange(start, stop + 1) - self.sample) // samples * samples + self.sample
        known = np.unique(turns[turns > 0])
        if not len(known):
            return np.zeros(stop - start + 1, dtype=np.bool_)
        # The parameters before each turn, all in one replay: to ask for each would replay thousands of cycles for it.
        before = timeline.states(int(known[0]) - 1, int(known[-1]) - 1)
        values = np.array([self._value(timeline, int(turn), before[turn - known[0]]) for turn in known])
        at = np.searchsorted(known, turns)
        return np.where(turns > 0, values[np.clip(at, 0, len(known) - 1)] > 0, False)

    def _value(self, timeline: Timeline, cycle: int, before: Array) -> float:
        values = explain(timeline, cycle, *timeline.recipe.split(before))
        return float(values[self.code][self.row, self.column])


class Search:
    """Looks for the cycle after which `condition` holds first, or, with `backward`, at which it last began or ceased.

    Going back, `holds` is whether it holds at `stop`: what has changed at `found` is so since then. It looks at the cycles
    `start` … `stop`; a stop beyond the furthest cycle has the timeline trained that far. Raises
    InputError for what the run does not have.
    """

    def __init__(
        self, timeline: Timeline, condition: Condition, start: int, stop: int, *, backward: bool = False
    ) -> None:
        _check(timeline, condition)
        self._timeline, self.condition, self._backward = timeline, condition, backward
        self.start, self.stop = start, stop
        self.at = stop if backward else start
        self.found: int | None = None
        self.holds: bool | None = None
        self.ended = False

    @property
    def progress(self) -> Progress:
        """From where it looks to where it gives up, and how far it has got."""
        ends = (self.stop, self.start) if self._backward else (self.start, self.stop)
        return Progress(ends[0], self.at, ends[1], searching=True)

    def advance(self) -> bool:
        """Look at the next portion; whether the search is over. `found` is then the cycle, or None."""
        if not self.ended:
            self._look_back() if self._backward else self._look_on()
        return self.ended

    def run(self) -> int | None:
        """Search to the end."""
        while not self.advance():
            pass
        return self.found

    def _look_on(self) -> None:
        stop = min(self.at + PORTION, self.stop)
        if stop > self._timeline.furthest:
            self._timeline.extend(stop)
            stop = min(stop, self._timeline.furthest)
        if stop >= self.at:
            held = np.flatnonzero(self.condition.holds(self._timeline, self.at, stop))
            if len(held):
                self.found = self.at + int(held[0])
        self.ended = self.found is not None or stop >= self.stop or self._timeline.divergence is not None
        self.at = min(stop + 1, self.stop)

    def _look_back(self) -> None:
        start = max(self.at - PORTION, self.start)
        held = self.condition.holds(self._timeline, start, self.at)
        if self.holds is None:
            self.holds = bool(held[-1])
        changed = np.flatnonzero(held[1:] != held[:-1])
        if len(changed):
            self.found = start + int(changed[-1]) + 1
        self.ended = self.found is not None or start == self.start
        self.at = start


def _check(timeline: Timeline, condition: Condition) -> None:
    recipe = timeline.recipe
    if isinstance(condition, SampleRight) and not 1 <= condition.sample <= timeline.samples:
        raise InputError("network", "no_sample", sample=condition.sample, most=timeline.samples)
    sided = recipe.table_after(timeline.furthest).t != 0.5
    if isinstance(condition, SampleRight) and not sided[condition.sample - 1]:
        raise InputError("data", "no_side", samples=(condition.sample,))
    if isinstance(condition, AllRight) and not sided.any():
        raise InputError("data", "no_side", samples=())
    if isinstance(condition, Saturated) and condition.unit is not None and not 1 <= condition.unit <= recipe.hidden:
        raise InputError("network", "no_unit", unit=condition.unit, most=recipe.hidden)
    if isinstance(condition, Positive):
        rows, columns = QUANTITIES[condition.code].shape(recipe.inputs, recipe.hidden)
        if not (0 <= condition.row < rows and 0 <= condition.column < columns):
            raise IndexError(f"{condition.code} has {rows} rows and {columns} columns")


def _stretches(timeline: Timeline, start: int, stop: int) -> list[tuple[Array, tuple[Array, Array]]]:
    """The parameters after the cycles start … stop, cut where the task changes, each with its table's x1 and t."""
    states = timeline.states(start, stop)
    cuts = [start, *(segment.stop for segment in timeline.recipe.segments(start, stop)), stop + 1]
    tables = [timeline.recipe.table_after(cut) for cut in cuts[:-1]]
    return [
        (states[first - start : last - start], (table.x1, table.t))
        for first, last, table in zip(cuts[:-1], cuts[1:], tables, strict=True)
        if last > first
    ]


def _right(timeline: Timeline, start: int, stop: int) -> list[Flags]:
    found: list[Flags] = []
    for states, (x1, t) in _stretches(timeline, start, stop):
        theta1, theta2 = _split(timeline.recipe, states)
        outputs = s(theta2[:, :1] + np.einsum("nh,nsh->ns", theta2[:, 1:], s(_sums(theta1, x1))))
        found.append(np.asarray(((outputs - 0.5) * (t - 0.5) > 0) | (t == 0.5)))
    return found


def _split(recipe: Recipe, states: Array) -> tuple[Array, Array]:
    size = recipe.hidden * (recipe.inputs + 1)
    return states[:, :size].reshape(-1, recipe.hidden, recipe.inputs + 1), states[:, size:]


def _sums(theta1: Array, x1: Array) -> Array:
    """The hidden sums, shape (states, samples, hidden), of θ1 (states, hidden, inputs + 1) and x1 (samples, inputs)."""
    return np.einsum("nhi,si->nsh", theta1[:, :, 1:], x1) + theta1[:, None, :, 0]
