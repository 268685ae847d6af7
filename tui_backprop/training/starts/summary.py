"""What many starts have in common, in memory that does not grow with their number: only counts are kept."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tui_backprop.calculus.array import Array
from tui_backprop.training.starts.plan import Plan, Setting
from tui_backprop.training.starts.results import Rows, StartResult, result_of, samples_of

Z_95 = 1.959963984540054
"""Half the width of the middle 95% of the normal distribution."""

PER_DECADE = 32
DECADES = (-12, 3)
"""The curves' errors are counted in bins of a 32nd of a decade, from 1e-12 to 1e3; what is no number counts as more."""


@dataclass(frozen=True)
class Group:
    """The starts that end with the same samples wrong, numbers from 1; `example` is the one with the lowest number.

    `reached` of them have got under the target: not every start with all samples right has."""

    wrong: tuple[int, ...]
    starts: int
    reached: int
    example: StartResult


@dataclass(frozen=True, eq=False)
class Curves:
    """Over the iterations `iteration`: the share of starts solved by then, and of ΣE the median and the 10–90% band.

    All of the same shape (marks,). A start that has ended counts on with its last ΣE. The errors are good to 4%, and
    inf where there is no number.
    """

    iteration: Array
    solved: Array
    low: Array
    median: Array
    high: Array


@dataclass(frozen=True, eq=False)
class SettingSummary:
    """What became of the starts of one setting: `done` of them have ended, `reached` of those under the target.

    `quartiles` are those of the iteration at which they got there, the median in the middle; None where none did.
    `curves` is None where they are not wanted or nothing has ended.
    """

    index: int
    setting: Setting
    done: int
    reached: int
    quartiles: tuple[float, float, float] | None
    groups: tuple[Group, ...]
    curves: Curves | None

    @property
    def share(self) -> float | None:
        """The share that got under the target, None before any start has ended."""
        return self.reached / self.done if self.done else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """Where that share may really lie, with 95% confidence."""
        return wilson(self.reached, self.done) if self.done else None


def wilson(successes: int, trials: int, z: float = Z_95) -> tuple[float, float]:
    """Wilson's interval for a share of which a sample has been seen; trials >= 1."""
    share, spread = successes / trials, z * z / trials
    middle = share + spread / 2
    half = z * math.sqrt(share * (1 - share) / trials + spread / trials / 4)
    low, high = (middle - half) / (1 + spread), (middle + half) / (1 + spread)
    # At the ends the exact values are 0 and 1, from which rounding may stray.
    return 0.0 if successes == 0 else low, 1.0 if successes == trials else high


def quantile(counts: Counter[int], share: float) -> float:
    """The quantile of numbers given as counts, linear between neighbours, as np.quantile has it; not for no numbers."""
    place = share * (counts.total() - 1)
    below, seen = math.floor(place), 0
    values = iter(sorted(counts))
    value = next(values)
    while seen + counts[value] <= below:
        seen += counts[value]
        value = next(values)
    after = value if seen + counts[value] > below + 1 or place == below else next(values)
    return value + (after - value) * (place - below)


class Summary:
    """The counts of one setting. Whoever shares it between threads keeps a lock."""

    def __init__(self, plan: Plan, index: int, marks: Array | None) -> None:
        self._plan, self._index, self._marks = plan, index, marks
        self._done = 0
        self._reached: Counter[int] = Counter()
        self._groups: Counter[int] = Counter()
        self._reached_of: Counter[int] = Counter()
        self._examples: dict[int, Any] = {}
        self._bins: NDArray[np.int64] | None = None

    def add(self, rows: Rows, curves: Array | None = None) -> None:
        """Count ended starts; `curves` (rows, marks) has their ΣE at the marks."""
        reached = rows["error"] < self._plan.until_error
        self._done += len(rows)
        self._reached.update(rows["iterations"][reached].tolist())
        self._groups.update(rows["wrong"].tolist())
        self._reached_of.update(rows["wrong"][reached].tolist())
        for row in rows[np.lexsort((rows["number"], rows["wrong"]))]:
            known = self._examples.setdefault(int(row["wrong"]), row)
            if row["number"] < known["number"]:
                self._examples[int(row["wrong"])] = row
        if curves is not None and self._marks is not None:
            if self._bins is None:
                self._bins = np.zeros((len(self._marks), _BINS), np.int64)
            places = _bin(curves) + np.arange(len(self._marks)) * _BINS
            self._bins += np.bincount(places.ravel(), minlength=self._bins.size).reshape(self._bins.shape)

    def summary(self, curves: bool = True) -> SettingSummary:
        """What is known by now."""
        reached = self._reached.total()
        quartiles = None
        if reached:
            first, median, third = (quantile(self._reached, share) for share in (0.25, 0.5, 0.75))
            quartiles = first, median, third
        groups = sorted(self._groups.items(), key=lambda item: (-item[1], item[0]))
        return SettingSummary(
            self._index,
            self._plan.settings[self._index],
            self._done,
            reached,
            quartiles,
            tuple(
                Group(samples_of(wrong), starts, self._reached_of[wrong], result_of(self._plan, self._examples[wrong]))
                for wrong, starts in groups
            ),
            self._curves() if curves else None,
        )

    def _curves(self) -> Curves | None:
        if self._bins is None or self._marks is None:
            return None
        below, total = self._bins.cumsum(axis=1), int(self._bins[0].sum())
        low, median, high = (_values((below > share * (total - 1)).argmax(axis=1)) for share in (0.1, 0.5, 0.9))
        ends = np.array(sorted(self._reached), np.float64)
        counts = np.array([self._reached[int(end)] for end in ends], np.float64)
        solved = np.concatenate(([0.0], counts.cumsum()))[np.searchsorted(ends, self._marks, side="right")] / self._done
        return Curves(self._marks, solved, low, median, high)


_BINS = (DECADES[1] - DECADES[0]) * PER_DECADE + 1


def _bin(errors: Array) -> NDArray[np.int64]:
    with np.errstate(divide="ignore", invalid="ignore"):
        place = (np.log10(errors) - DECADES[0]) * PER_DECADE
        return np.where(np.isnan(place), _BINS - 1, np.clip(place, 0, _BINS - 2)).astype(np.int64)


def _values(bins: NDArray[np.int64]) -> Array:
    middle = 10.0 ** ((bins + 0.5) / PER_DECADE + DECADES[0])
    return np.where(bins == _BINS - 1, np.inf, middle)
