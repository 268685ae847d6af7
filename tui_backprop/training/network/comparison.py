"""Runs beside each other: what each has come to at one iteration, and how soon it was good."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from tui_backprop.calculus.array import Array
from tui_backprop.training.network.kept import PRESENT, Kept
from tui_backprop.training.network.mark import Mark
from tui_backprop.training.network.recipe import Recipe
from tui_backprop.training.network.timeline import Timeline

TARGETS = (0.05, 0.01)
"""The sums of E to which the iterations are counted."""


@dataclass(frozen=True)
class Marked:
    """A mark with its iteration, and ΣE of the last whole iteration there; None before the first."""

    mark: Mark
    iteration: int
    error: float | None


@dataclass(frozen=True, eq=False)
class RunRow:
    """A run in the table.

    `error` is ΣE at the iteration of the cursor, None where the run does not go so far. `reached` is the first iteration
    with ΣE under each of TARGETS, None where there is none among the `iterations` that it has. `cycle` is where its own
    cursor stands.
    """

    label: int
    recipe: Recipe
    iterations: int
    cycle: int
    error: float | None
    reached: tuple[int | None, ...]


@dataclass(frozen=True, eq=False)
class Beside:
    """θ1 and θ2 after the same iteration of the present run and of a kept one; None where a run does not go so far.

    `difference` is the present ones minus the kept ones, None where there are none or their shapes differ; `largest` is the
    parameter in which they differ most ("theta1" or "theta2", row, column), None where they are the same bits.
    """

    label: int
    iteration: int
    present: tuple[Array, Array] | None
    kept: tuple[Array, Array] | None
    difference: tuple[Array, Array] | None
    largest: tuple[str, int, int] | None


@dataclass(frozen=True, eq=False)
class Comparison:
    """The present run, then the kept ones by their labels, at one iteration; and two of them side by side, if asked for."""

    iteration: int
    rows: tuple[RunRow, ...]
    beside: Beside | None = None


def marked(timeline: Timeline, marks: Iterable[Mark]) -> tuple[Marked, ...]:
    """The marks of a run with their errors."""
    samples = timeline.samples
    return tuple(
        Marked(mark, -(-mark.cycle // samples), timeline.iteration_error(mark.whole_cycle // samples)) for mark in marks
    )


def compare(timeline: Timeline, cycle: int, kept: Iterable[Kept], label: int) -> Comparison:
    """The run with its cursor after cycle `cycle` and the kept ones; side by side with the kept run `label`, if not PRESENT."""
    iteration = cycle // timeline.samples
    others = sorted(kept, key=lambda run: run.label)
    rows = [_row(PRESENT, timeline, cycle, iteration)]
    rows += [_row(run.label, run.timeline, run.cycle, iteration) for run in others]
    other = next((run for run in others if run.label == label), None)
    beside = None
    if other is not None:
        beside = _beside(label, iteration, _parameters(timeline, iteration), _parameters(other.timeline, iteration))
    return Comparison(iteration, tuple(rows), beside)


def _row(label: int, timeline: Timeline, cycle: int, iteration: int) -> RunRow:
    reached = tuple(timeline.first_under(target) for target in TARGETS)
    return RunRow(label, timeline.recipe, timeline.curve.count, cycle, timeline.iteration_error(iteration), reached)


def _beside(
    label: int, iteration: int, present: tuple[Array, Array] | None, kept: tuple[Array, Array] | None
) -> Beside:
    if present is None or kept is None or present[0].shape != kept[0].shape:
        return Beside(label, iteration, present, kept, None, None)
    difference = present[0] - kept[0], present[1] - kept[1]
    places = [np.unravel_index(int(np.argmax(np.abs(part))), part.shape) for part in difference]
    largest = max(
        (abs(float(part[place])), code, int(place[0]), int(place[1]))
        for code, part, place in zip(("theta1", "theta2"), difference, places, strict=True)
    )
    return Beside(label, iteration, present, kept, difference, largest[1:] if largest[0] > 0 else None)


def _parameters(timeline: Timeline, iteration: int) -> tuple[Array, Array] | None:
    cycle = iteration * timeline.samples
    if cycle > timeline.furthest:
        return None
    theta1, theta2 = timeline.recipe.split(timeline.state(cycle))
    for array in (theta1, theta2):
        array.setflags(write=False)
    return theta1, theta2
