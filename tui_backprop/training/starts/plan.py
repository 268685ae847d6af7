"""What is to be tried: every combination of the settings, each from so many seeds."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from typing import NamedTuple

import numpy as np

from tui_backprop.calculus.array import Array
from tui_backprop.calculus.fact import InputError
from tui_backprop.calculus.network.own_data import OwnData
from tui_backprop.calculus.network.truth_table import TruthTable
from tui_backprop.training.network.recipe import LEARNING_RATE, MOST_SEED, WEIGHTS, Recipe

MOST_STARTS = 10**9
MOST_ITERATIONS = 10**9
MARKS = 100
"""As many iterations, evenly apart, at which ΣE is kept, and three quarters as many more towards the beginning."""


class Setting(NamedTuple):
    """What the starts of one row of the plan have in common."""

    task: str
    hidden: int
    learning_rate: float
    weights: tuple[float, float]
    data: OwnData | None = None

    def recipe(self, seed: int) -> Recipe:
        """The run from this seed. Raises InputError for a value out of range."""
        return Recipe(self.task, self.hidden, seed, self.learning_rate, weights=self.weights, data=self.data)

    @property
    def table(self) -> TruthTable:
        """What is trained on."""
        return self.recipe(0).table_after(0)

    @property
    def samples(self) -> int:
        """The cycles of an iteration."""
        return self.table.samples


@dataclass(frozen=True)
class Plan:
    """Every combination of task, hidden units, learning rate and range of the first weights, in this order.

    Each is tried from the seeds `first_seed` … `first_seed + starts − 1`. A start ends at its first iteration with
    ΣE < `until_error`, or after `iterations`, or where ΣE is no number any more. The starts are numbered from 0, setting
    by setting, seed by seed. `data` is a table of one's own, for the task "data". Raises
    InputError for a value out of range.

    On paper: a start of the article's network takes 165,000 cycles at α = 0.02 and 8,000 at 0.5 until ΣE < 0.01, and a
    core of 2023 (Zen 4, AVX-512) trains 16 starts side by side at 7.6 ns a cycle each. So 10⁶ starts take 21 minutes of
    one core (70 seconds at α = 0.5), and 21/N minutes of a cluster with N of them. Its scheduler handles some 470 tasks a
    second; in batches of 3 seconds 10⁶ starts are 420 tasks, one second of its time, and it could keep 1,400 cores busy.
    """

    tasks: tuple[str, ...] = ("xor",)
    hidden: tuple[int, ...] = (4,)
    learning_rates: tuple[float, ...] = (LEARNING_RATE,)
    weights: tuple[tuple[float, float], ...] = (WEIGHTS,)
    first_seed: int = 0
    starts: int = 1000
    until_error: float = 0.01
    iterations: int = 100_000
    data: OwnData | None = None

    def __post_init__(self) -> None:
        if not 1 <= self.starts <= MOST_STARTS:
            raise InputError("starts", "starts_out_of_range", starts=self.starts, most=MOST_STARTS)
        if not 1 <= self.iterations <= MOST_ITERATIONS:
            raise InputError("starts", "iterations_out_of_range", iterations=self.iterations, most=MOST_ITERATIONS)
        if not (math.isfinite(self.until_error) and self.until_error > 0):
            raise InputError("starts", "target_out_of_range", target=self.until_error)
        if self.first_seed + self.starts - 1 > MOST_SEED:
            left = MOST_SEED - self.first_seed + 1
            raise InputError("starts", "too_few_seeds", first=self.first_seed, left=left, most=MOST_SEED)
        if not self.settings:
            raise InputError("starts", "empty_plan")
        for setting in self.settings:
            setting.recipe(self.first_seed)

    @cached_property
    def settings(self) -> tuple[Setting, ...]:
        """Every combination."""
        combined = product(self.tasks, self.hidden, self.learning_rates, self.weights)
        return tuple(Setting(*values, self.data) for values in combined)

    @property
    def total(self) -> int:
        """The number of starts in all."""
        return len(self.settings) * self.starts

    def setting_of(self, number: int) -> int:
        """The index of the setting that start number `number` belongs to."""
        return number // self.starts

    def seed_of(self, number: int) -> int:
        """The seed of start number `number`."""
        return self.first_seed + number % self.starts

    def table_of(self, task: str) -> TruthTable:
        """The table of one of the tasks."""
        return next(setting.table for setting in self.settings if setting.task == task)

    def recipe_of(self, number: int) -> Recipe:
        """The run that start number `number` is."""
        return self.settings[self.setting_of(number)].recipe(self.seed_of(number))

    @cached_property
    def marks(self) -> Array:
        """The iterations at which ΣE is kept for the curves, in ascending order; the last one is `iterations`."""
        even = np.linspace(0, self.iterations, MARKS + 1)[1:]
        early = np.geomspace(1, self.iterations, 3 * MARKS // 4)
        marks = np.unique(np.round(np.concatenate((even, early))))
        return marks[marks >= 1]
