"""The tasks: truth tables, in the order in which training takes their rows (table 3-1)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from itertools import product

import numpy as np

from tui_backprop.calculus.array import Array
from tui_backprop.calculus.fact import InputError

_LABELS: dict[str, tuple[int, Callable[[tuple[int, ...]], bool]]] = {
    "xor": (2, lambda x: sum(x) % 2 == 1),
    "xnor": (2, lambda x: sum(x) % 2 == 0),
    "and": (2, lambda x: all(x)),
    "or": (2, lambda x: any(x)),
    "nand": (2, lambda x: not all(x)),
    "nor": (2, lambda x: not any(x)),
    "parity3": (3, lambda x: sum(x) % 2 == 1),
    "parity4": (4, lambda x: sum(x) % 2 == 1),
}

TASKS = tuple(_LABELS)

BEYOND = 0.2
"""How far a map reaches beyond its samples, as a share of their range."""


@dataclass(frozen=True, eq=False)
class TruthTable:
    """A task: `x1` of shape (samples, inputs), the labels `t` of shape (samples,), both float64 and read-only."""

    name: str
    x1: Array
    t: Array

    @property
    def inputs(self) -> int:
        """The number of inputs."""
        return int(self.x1.shape[1])

    @property
    def samples(self) -> int:
        """The number of rows."""
        return int(self.x1.shape[0])

    @property
    def decided(self) -> bool:
        """Whether each label is 0 or 1, so that E alone tells on which side of ½ an answer lies."""
        return bool(np.isin(self.t, (0, 1)).all())

    @property
    def window(self) -> tuple[tuple[float, float], tuple[float, float]]:
        """What a map of the first two inputs shows of each, its lowest and its highest."""
        return window(self.x1)

    def sample_of(self, cycle: int) -> int:
        """The row, from 0, that cycle number `cycle` (from 1) trains on: the rows come round in order."""
        return (cycle - 1) % self.samples


def window(x1: Array) -> tuple[tuple[float, float], tuple[float, float]]:
    """What a map of the first two inputs shows of each: 0 to 1, or from the lowest sample to the highest, and a fifth more.

    `x1` has shape (samples, inputs). One scale for all samples within 0 and 1, so that two such maps can be compared.
    """
    if x1.min() >= 0 and x1.max() <= 1:
        return (-BEYOND, 1 + BEYOND), (-BEYOND, 1 + BEYOND)
    return _widened(x1[:, 0]), _widened(x1[:, 1])


def _widened(values: Array) -> tuple[float, float]:
    low, high = float(values.min()), float(values.max())
    beyond = BEYOND * (high - low) or max(abs(low), 1.0)
    return low - beyond, high + beyond


@cache
def truth_table(task: str) -> TruthTable:
    """The truth table of a task by its name. Raises InputError."""
    if task not in _LABELS:
        raise InputError("network", "no_task", task=task, tasks=", ".join(TASKS))
    inputs, label = _LABELS[task]
    rows = list(product((0, 1), repeat=inputs))
    x1 = np.array(rows, dtype=np.float64)
    t = np.array([label(row) for row in rows], dtype=np.float64)
    x1.setflags(write=False)
    t.setflags(write=False)
    return TruthTable(task, x1, t)
