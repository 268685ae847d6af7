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
        self._errors = np.empty(0)
        self._no_states = np.zeros((0, hidden * (inputs + 2) + 1))

    @property
    def compiled(self) -> bool:
        """Whether the machine code is in use."""
        return self._compiled is not None

    @property
    def chunk(self) -> int:
        """How many cycles take two or three milliseconds."""
        return 65_536 if self.compiled else 512

    @property
    def stretch(self) -> int:
        """How many cycles take about ten milliseconds: few enough to break off, many enough that starting costs nothing."""
        return 4 * self.chunk

    def room_for_errors(self, count: int) -> Array:
        """Room for so many errors, the same memory again and again: new memory costs as much as a curve made of them.

        It lies here, and not in a run, so that the runs that are kept for undo don't each keep theirs.
        """
        if len(self._errors) < count:
            self._errors = np.empty(count)
        return self._errors[:count]

    def compile(self) -> None:
        """Put the machine code in the place of the plain function. Raises ImportError where Numba is missing."""
        self._compiled = kernel.compiled(self.inputs, self.hidden)

    def train(
        self,
        parameters: Array,
        table: TruthTable,
        learning_rate: float,
        first: int,
        errors: Array,
        states: Array | None = None,
        every: int = 1,
    ) -> None:
        """Train len(errors) cycles, the first one on sample `first` (from 0); errors[c] receives E of cycle c.

        `states` (n, parameters) receives the parameters after `every`, 2 · `every`, … cycles and after the last one.
        """
        if self._compiled is None:
            self._train_plain(parameters, table, learning_rate, first, errors, states, every)
            return
        x1, t, cycles = table.x1.reshape(-1), table.t, len(errors)
        if states is None:
            states, every = self._no_states, max(cycles, 1)
        sizes = self.inputs, self.hidden, learning_rate, first, cycles
        self._compiled(parameters, x1, t, *sizes, errors, self._room, states, every)

    def _train_plain(
        self,
        parameters: Array,
        table: TruthTable,
        learning_rate: float,
        first: int,
        errors: Array,
        states: Array | None,
        every: int,
    ) -> None:
        x1, t, row, seen = table.x1.ravel().tolist(), table.t.tolist(), parameters.tolist(), list[float]()
        cycles = len(errors)
        stretch = every if states is not None else max(cycles, 1)
        for state, done in enumerate(range(0, cycles, stretch)):
            each = [0.0] * min(stretch, cycles - done)
            sizes = self.inputs, self.hidden, learning_rate, (first + done) % len(t), len(each)
            kernel.train(row, x1, t, *sizes, each, [0.0] * self.hidden)
            seen += each
            if states is not None:
                states[state] = row
        parameters[:], errors[:] = row, seen
