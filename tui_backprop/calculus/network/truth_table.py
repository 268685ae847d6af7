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

    def sample_of(self, cycle: int) -> int:
        """The row, from 0, that cycle number `cycle` (from 1) trains on: the rows come round in order."""
        return (cycle - 1) % self.samples


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
