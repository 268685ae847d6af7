"""One block of lanes and the starts in it, on one thread."""

from __future__ import annotations

from threading import Lock
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from tui_backprop.calculus.array import Array
from tui_backprop.training.starts.plan import Plan
from tui_backprop.training.starts.results import ROW, Rows

ROOM = 256
"""Ended starts that a stretch has room for; more than there are lanes."""


_COMPILING = Lock()


class Hand(NamedTuple):
    """Starts that wait for a lane, each an array of its own."""

    numbers: NDArray[np.int64]
    seeds: NDArray[np.int64]
    low: Array
    span: Array
    rates: Array

    @classmethod
    def of(cls, plan: Plan, numbers: NDArray[np.int64]) -> Hand:
        """The starts of these numbers; they share task and hidden units."""
        settings = numbers // plan.starts
        values: Array = np.array([(s.weights[0], s.weights[1] - s.weights[0], s.learning_rate) for s in plan.settings])
        low, span, rates = np.ascontiguousarray(values[settings].T)
        return cls(numbers, plan.first_seed + numbers % plan.starts, low, span, rates)

    def without(self, taken: int) -> Hand:
        """What is left when the first ones have been taken."""
        return Hand(self.numbers[taken:], self.seeds[taken:], self.low[taken:], self.span[taken:], self.rates[taken:])


class Block:
    """Starts of one task and one number of hidden units side by side; a lane that gets free takes the next one.

    For one thread at a time. Making one loads Numba and compiles: a second or two the first time for a network's sizes,
    while other threads that make one wait. Raises ImportError where Numba is missing.
    """

    def __init__(self, plan: Plan, task: str, hidden: int, marks: Array) -> None:
        table = plan.table_of(task)
        with _COMPILING:
            from tui_backprop.calculus.network.lanes import WIDTH, block_trainer, lane_trainer

            self._lanes = lane_trainer(table.inputs, hidden)
            self._train = block_trainer()
        self._hidden, self._target = hidden, plan.until_error
        self._x1, self._t = table.x1.reshape(-1), table.t
        self._marks = marks.astype(np.int64)
        self._parameters, self._rate = np.zeros((hidden * (table.inputs + 2) + 1, WIDTH)), np.zeros(WIDTH)
        self._number, self._done = np.full(WIDTH, -1), np.zeros(WIDTH, np.int64)
        self._curve = np.zeros((WIDTH, len(marks)))
        self._ended, self._errors = np.zeros((ROOM, 3), np.int64), np.zeros(ROOM)
        self._curves = np.zeros((ROOM, len(marks)))
        self._slice = max(560_000 // (table.samples * hidden), 16)

    @property
    def free(self) -> bool:
        """Whether no start is under way."""
        return bool((self._number < 0).all())

    def train(self, hand: Hand, drain: bool) -> tuple[int, Rows, Array]:
        """Train for about 20 ms, or until a lane is free and the hand is empty; with `drain` until all lanes are free.

        Gives how many starts were taken from the hand, the rows of those that ended, and their ΣE at the marks.
        """
        taken, out = self._train(
            self._lanes.address,
            self._hidden,
            self._parameters,
            self._rate,
            self._number,
            self._done,
            self._curve,
            *hand,
            self._x1,
            self._t,
            self._target,
            self._marks,
            self._slice,
            drain,
            self._ended,
            self._errors,
            self._curves,
        )
        rows = np.empty(out, ROW)
        rows["number"], rows["iterations"], rows["wrong"] = self._ended[:out].T
        rows["error"] = self._errors[:out]
        return taken, rows, self._curves[:out].copy()
