"""A run as a value: what to train, from which seed, at which rate, and what was changed on the way."""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

import numpy as np

from tui_backprop.calculus.array import Array
from tui_backprop.calculus.fact import InputError
from tui_backprop.calculus.network.own_data import OWN, OwnData
from tui_backprop.calculus.network.truth_table import TruthTable, truth_table
from tui_backprop.calculus.rand import rand
from tui_backprop.training.learning_rate import check_learning_rate

MOST_HIDDEN = 16
MOST_SEED = 2**32 - 1
LEARNING_RATE = 0.02
WEIGHTS = (0.0, 1.0)
"""The range of the article's first parameters, which np.random.rand draws."""

_PARAMETER = re.compile(r"(theta[12])\[(\d+),(\d+)\]")


class Edit(NamedTuple):
    """A change made after cycle `cycle`: `name` is "learning_rate", "task" or an entry such as "theta1[2,0]"."""

    cycle: int
    name: str
    value: float | str

    def __str__(self) -> str:
        value = self.value if isinstance(self.value, str) else repr(float(self.value))
        return f"{self.cycle}:{self.name}={value}"

    @classmethod
    def parse(cls, text: str) -> Edit:
        """Read "49379:theta1[2,0]=-1.5". Raises InputError."""
        parts = re.fullmatch(r"\s*(\d{1,18})\s*:\s*([a-z_]+[12]?(?:\[\d+,\d+\])?)\s*=\s*(\S+)\s*", text)
        if parts is None:
            raise InputError("network", "no_edit", text=text)
        cycle, name, value = int(parts[1]), parts[2], parts[3]
        return cls(cycle, name, value if name == "task" else number(value, name))


class Segment(NamedTuple):
    """The cycles start + 1 … stop of a run, all trained on one table at one learning rate, with no edit between them."""

    start: int
    stop: int
    learning_rate: float
    table: TruthTable


@dataclass(frozen=True)
class Recipe:
    """Everything that a run depends on; the same recipe gives the same bits. It keeps its edits in the order of cycles.

    `weights` is the range (low, high) of all first parameters, biases too. `data` is a table of one's own, which the task
    "data" trains on.

    Raises InputError for a value out of range.
    """

    task: str = "xor"
    hidden: int = 4
    seed: int = 0
    learning_rate: float = LEARNING_RATE
    edits: tuple[Edit, ...] = ()
    weights: tuple[float, float] = WEIGHTS
    data: OwnData | None = None

    def __post_init__(self) -> None:
        self.table_of(self.task)
        if not 1 <= self.hidden <= MOST_HIDDEN:
            raise InputError("network", "hidden_out_of_range", hidden=self.hidden, most=MOST_HIDDEN)
        if not 0 <= self.seed <= MOST_SEED:
            raise InputError("network", "seed_out_of_range", seed=self.seed, most=MOST_SEED)
        check_learning_rate(self.learning_rate)
        low, high = self.weights
        if not (low <= high and math.isfinite(high - low)):
            raise InputError("network", "no_weights_range", low=f"{low:g}", high=f"{high:g}")
        for edit in self.edits:
            self._check(edit)
        object.__setattr__(self, "edits", tuple(sorted(self.edits, key=lambda edit: edit.cycle)))

    def _check(self, edit: Edit) -> None:
        if edit.cycle < 0:
            raise InputError("network", "edit_before_start", edit=str(edit))
        if edit.name == "learning_rate":
            check_learning_rate(float(edit.value))
        elif edit.name == "task":
            wanted, own = self.table_of(str(edit.value)), self.table_of(self.task)
            if wanted.inputs != own.inputs:
                raise InputError("network", "other_inputs", wanted=wanted.name, inputs=own.inputs, task=self.task)
            if wanted.samples != own.samples:
                raise InputError("network", "other_samples", wanted=wanted.name, samples=own.samples, task=self.task)
        else:
            self.index_of(edit.name)

    @property
    def inputs(self) -> int:
        """The number of inputs of the task."""
        return self.table_of(self.task).inputs

    def table_of(self, task: str) -> TruthTable:
        """The table of a task by its name, one's own among them. Raises InputError."""
        if task != OWN:
            return truth_table(task)
        if self.data is None:
            raise InputError("data", "no_data", task=task)
        return self.data.table

    def index_of(self, name: str) -> int:
        """Where the entry "theta1[2,0]" (indices from 0) stands in the flat row of parameters (3.14)."""
        parts = _PARAMETER.fullmatch(name)
        rows, columns = (self.hidden, self.inputs + 1) if name.startswith("theta1") else (1, self.hidden + 1)
        if parts is None or int(parts[2]) >= rows or int(parts[3]) >= columns:
            raise InputError("network", "no_entry", name=name, hidden=self.hidden, inputs=self.inputs)
        start = 0 if parts[1] == "theta1" else self.hidden * (self.inputs + 1)
        return start + int(parts[2]) * columns + int(parts[3])

    def initial_parameters(self) -> Array:
        """θ1 row by row, then θ2: low + (high − low)·rand, as np.random.rand draws after np.random.seed(seed) (section 3.4)."""
        low, high = self.weights
        return low + (high - low) * np.array(rand(self.seed, self.hidden * (self.inputs + 2) + 1))

    def split(self, parameters: Array) -> tuple[Array, Array]:
        """The flat row of parameters as copies of θ1 (hidden, inputs + 1) and θ2 (1, hidden + 1)."""
        size = self.hidden * (self.inputs + 1)
        theta1 = parameters[:size].reshape(self.hidden, self.inputs + 1).copy()
        return theta1, parameters[size:].reshape(1, self.hidden + 1).copy()

    @cached_property
    def _stretches(self) -> tuple[tuple[int, float, TruthTable], ...]:
        """After which cycle each learning rate and table come into force; an edit of a parameter starts a stretch too."""
        learning_rate, table = self.learning_rate, self.table_of(self.task)
        stretches = {0: (0, learning_rate, table)}
        for edit in self.edits:
            if edit.name == "learning_rate":
                learning_rate = float(edit.value)
            elif edit.name == "task":
                table = self.table_of(str(edit.value))
            stretches[edit.cycle] = (edit.cycle, learning_rate, table)
        return tuple(stretches.values())

    @cached_property
    def _starts(self) -> list[int]:
        return [start for start, _, _ in self._stretches]

    @cached_property
    def _parameter_edits(self) -> dict[int, list[tuple[int, float]]]:
        edits: dict[int, list[tuple[int, float]]] = {}
        for edit in self.edits:
            if edit.name.startswith("theta"):
                edits.setdefault(edit.cycle, []).append((self.index_of(edit.name), float(edit.value)))
        return edits

    def segments(self, start: int, stop: int) -> Iterator[Segment]:
        """The cycles start + 1 … stop in order, cut where an edit stands; edit the parameters at the end of each."""
        at = bisect_right(self._starts, start) - 1
        while start < stop:
            _, learning_rate, table = self._stretches[at]
            at += 1
            end = min(stop, self._starts[at]) if at < len(self._starts) else stop
            yield Segment(start, end, learning_rate, table)
            start = end

    def edit_parameters(self, parameters: Array, cycle: int) -> Array:
        """Put the values that edits set after `cycle` into the flat row of parameters, in place; gives it back."""
        for index, value in self._parameter_edits.get(cycle, ()):
            parameters[index] = value
        return parameters

    def learning_rate_after(self, cycle: int) -> float:
        """The learning rate in force after `cycle` and its edits: that of cycle number cycle + 1."""
        return self._stretches[bisect_right(self._starts, cycle) - 1][1]

    def table_after(self, cycle: int) -> TruthTable:
        """The task in force after `cycle` and its edits."""
        return self._stretches[bisect_right(self._starts, cycle) - 1][2]

    def edited(self, edit: Edit) -> Recipe:
        """The recipe with this edit, which replaces one of the same name at its cycle, and without the edits of later cycles."""
        kept = tuple(
            old for old in self.edits if old.cycle < edit.cycle or (old.cycle == edit.cycle and old.name != edit.name)
        )
        return replace(self, edits=(*kept, edit))

    def options(self) -> list[str]:
        """The command-line options that give this recipe."""
        options = [] if self.task == OWN else ["--task", self.task]
        if self.data is not None and OWN in (self.task, *(edit.value for edit in self.edits)):
            options += ["--data", self.data.name, "--data-checksum", self.data.checksum]
        options += ["--hidden", str(self.hidden), "--seed", str(self.seed)]
        options += ["--learning-rate", repr(float(self.learning_rate))]
        if self.weights != WEIGHTS:
            options += ["--weights", ",".join(repr(float(end)) for end in self.weights)]
        for edit in self.edits:
            options += ["--edit", str(edit)]
        return options


def number(text: str, name: str) -> float:
    """The number that `text` writes. Raises InputError that names what it was for, an entry or another name of an edit."""
    try:
        return float(text)
    except ValueError:
        raise InputError("network", "no_number", name=name, text=text) from None
