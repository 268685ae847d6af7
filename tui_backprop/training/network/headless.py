"""A run without a screen: on the way to its last iteration, a few milliseconds at a time, with its reports."""

from __future__ import annotations

import contextlib

from tui_backprop.calculus.array import Array
from tui_backprop.calculus.fact import InputError
from tui_backprop.training.network.moment import divergence_notice
from tui_backprop.training.network.notice import Notice, TargetMissed, TargetReached
from tui_backprop.training.network.recipe import Recipe
from tui_backprop.training.network.timeline import Timeline

WORTH_COMPILING = 4_000_000
"""Cycles times hidden units: about a second in plain Python, which is what Numba takes to get ready."""

Report = tuple[int, Array]
"""An iteration, and E of each of its samples in the order of training."""


class HeadlessRun:
    """Trains `recipe` to the end of iteration `goal`, or to the first iteration with ΣE under `until_error`.

    A report is due every `every` iterations. Raises InputError for an edit after the last cycle.
    """

    def __init__(self, recipe: Recipe, goal: int, every: int = 10_000, until_error: float | None = None) -> None:
        self.recipe = recipe
        self.goal = goal
        self._timeline = Timeline(recipe)
        self._timeline.hear = self._hear
        self._samples = self._timeline.samples
        self._every = every
        self._until_error = until_error
        self._reached = False
        self._due: list[Report] = []
        late = next((edit for edit in recipe.edits if edit.cycle > goal * self._samples), None)
        if late is not None:
            raise InputError("network", "edit_too_late", edit=str(late), last=goal * self._samples)

    @property
    def done(self) -> int:
        """The number of whole iterations done."""
        return self._timeline.furthest // self._samples

    @property
    def diverged(self) -> bool:
        """Whether the run has left the finite numbers."""
        return self._timeline.divergence is not None

    @property
    def ended(self) -> bool:
        """Whether there is nothing left to train."""
        return self.done == self.goal or self._reached or self.diverged

    @property
    def outcome(self) -> Notice | None:
        """What is to be said of the end besides the last report."""
        if self._until_error is not None and self._reached:
            return TargetReached(self._until_error, self.done)
        if self._until_error is not None and self.done == self.goal:
            return TargetMissed(self._until_error, self.done)
        divergence = self._timeline.divergence
        return None if divergence is None else divergence_notice(self._timeline, divergence)

    def make_ready(self) -> None:
        """Compile the kernel, where the run is long enough and Numba is there; the plain one gives the same bits."""
        if self.goal * self._samples * self.recipe.hidden > WORTH_COMPILING:
            with contextlib.suppress(ImportError):
                self._timeline.arithmetic.compile()

    def advance(self) -> list[Report]:
        """Train a stretch and give the reports that are ready.

        A report of the iteration done last waits: if the run ends there it is the last one, and that is given once, by
        `last`.
        """
        stop = min(self.goal, self.done + max(self._timeline.arithmetic.stretch // self._samples, 1))
        self._reached = self._timeline.extend(stop * self._samples, self._until_error)
        ready = [due for due in self._due if due[0] < self.done]
        self._due = self._due[len(ready) :]
        return ready

    def _hear(self, before: int, errors: Array) -> None:
        """Keep the errors of the iterations that a report is due for."""
        first = (before // self._every + 1) * self._every
        rows = errors[first - before - 1 :: self._every].copy()
        self._due += zip(range(first, before + len(errors) + 1, self._every), rows, strict=True)

    def last(self) -> Report | None:
        """The report of the iteration done last, None before the first."""
        if not self.done:
            return None
        stop = self.done * self._samples
        return self.done, self._timeline.errors(stop - self._samples, stop)

    def parameters(self) -> tuple[Array, Array]:
        """θ1 and θ2 at the end of the iteration done last."""
        return self.recipe.split(self._timeline.state(self.done * self._samples))
