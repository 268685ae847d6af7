"""The kernel in use for a network's sizes: plain Python until the machine code is ready, the same bits from both."""

from __future__ import annotations

import numpy as np

from tui_backprop.calculus.array import Array
from tui_backprop.calculus.network import kernel
from tui_backprop.calculus.network.truth_table import TruthTable


class Arithmetic:
    """Trains parameters in place. `compile` may be called from another thread: the change takes effect between calls."""

    def __init__(self, inputs: int, hidden: int) -> None:
        self.inputs = inputs
        self.hidden = hidden
        self._compiled: kernel.Train | None = None
        self._room = np.zeros(hidden)

    @property
    def compiled(self) -> bool:
        """Whether the machine code is in use."""
        return self._compiled is not None

    @property
    def chunk(self) -> int:
        """How many cycles take about two milliseconds."""
        return 32_768 if self.compiled else 512

    def compile(self) -> None:
        """Put the machine code in the place of the plain function. Raises ImportError where Numba is missing."""
        self._compiled = kernel.compiled(self.inputs, self.hidden)

    def train(self, parameters: Array, table: TruthTable, learning_rate: float, first: int, errors: Array) -> None:
        """Train len(errors) cycles, the first one on sample `first` (from 0); errors[c] receives E of cycle c."""
        x1, t = table.x1.reshape(-1), table.t
        if self._compiled is not None:
            self._compiled(
                parameters, x1, t, self.inputs, self.hidden, learning_rate, first, len(errors), errors, self._room
            )
            return
        row, seen = parameters.tolist(), [0.0] * len(errors)
        kernel.train(
            row,
            x1.tolist(),
            t.tolist(),
            self.inputs,
            self.hidden,
            learning_rate,
            first,
            len(errors),
            seen,
            [0.0] * self.hidden,
        )
        parameters[:], errors[:] = row, seen
