"""The loss of a run however long: an envelope of at most 65,536 buckets, halved when full."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from tui_backprop.calculus.array import Array
from tui_backprop.calculus.network.folding import compiled_fold

CAPACITY = 65_536


@dataclass(frozen=True, eq=False)
class Curve:
    """The loss over iterations as an envelope: between `iteration[k]` and the next entry ΣE lies in [low[k], high[k]].

    Where each entry is a single iteration low and high are the same numbers and the curve is exact.
    """

    iteration: Array
    low: Array
    high: Array

    def __len__(self) -> int:
        return len(self.iteration)


class Report(NamedTuple):
    """The article's report: ΣE, the sum over the samples of one iteration."""

    iteration: int
    error: float


class LossCurve:
    """ΣE, the sum of E over the samples of an iteration: lowest and highest in each bucket of `width` iterations.

    Of the single samples the bucket keeps the errors of its last iteration. With `machine` machine code adds the
    iterations, a tenth of the time for the same numbers.
    """

    def __init__(self, samples: int, capacity: int = CAPACITY) -> None:
        self.samples = samples
        self.machine = False
        self.width = 1
        self.count = 0
        self._capacity = capacity
        self._low = np.empty(0)
        self._high = np.empty(0)
        self._each = np.empty((0, samples))

    @property
    def buckets(self) -> int:
        """The number of buckets in use."""
        return -(-self.count // self.width)

    @property
    def nbytes(self) -> int:
        """The memory that its numbers take."""
        return self._low.nbytes + self._high.nbytes + self._each.nbytes

    def copy(self, count: int | None = None) -> LossCurve:
        """A curve of its own with the same iterations, or with the first `count`, a whole number of buckets."""
        other = LossCurve(self.samples, self._capacity)
        other.width, other.count, other.machine = self.width, self.count if count is None else count, self.machine
        kept = other.buckets
        other._low, other._high = self._low[:kept].copy(), self._high[:kept].copy()
        other._each = self._each[:kept].copy()
        return other

    @property
    def rows(self) -> Array:
        """What it is made of, one row for each bucket: lowest, highest, and the errors of the bucket's last iteration."""
        k = self.buckets
        return np.column_stack((self._low[:k], self._high[:k], self._each[:k]))

    @classmethod
    def of(cls, rows: Array, width: int, count: int, capacity: int = CAPACITY) -> LossCurve:
        """The curve that has these `rows`, of shape (buckets, 2 + samples). Raises ValueError where that is impossible."""
        if rows.ndim != 2 or rows.shape[1] < 3 or width < 1 or width & (width - 1) or count < 0:
            raise ValueError("the rows are those of no curve")
        curve = cls(rows.shape[1] - 2, capacity)
        curve.width, curve.count = width, count
        if len(rows) != curve.buckets or len(rows) > capacity:
            raise ValueError(f"{len(rows)} rows are not {curve.buckets}")
        if not (np.isfinite(rows).all() and (rows >= 0).all() and (rows[:, 0] <= rows[:, 1]).all()):
            raise ValueError("the rows are no errors")
        curve._low, curve._high = rows[:, 0].copy(), rows[:, 1].copy()
        curve._each = rows[:, 2:].copy()
        return curve

    def agrees(self, first: int, errors: Array) -> bool:
        """Whether the buckets that lie wholly in the iterations from `first` (from 1) on hold what these errors give."""
        a = -(-(first - 1) // self.width)
        b = (first - 1 + len(errors)) // self.width
        sums = summed(errors)
        for bucket in range(a, b):
            inside = slice(bucket * self.width - first + 1, (bucket + 1) * self.width - first + 1)
            low, high, each = sums[inside].min(), sums[inside].max(), errors[inside][-1]
            if (low, high) != (self._low[bucket], self._high[bucket]) or (each != self._each[bucket]).any():
                return False
        return True

    def extend(self, errors: Array) -> None:
        """Add whole iterations: errors of shape (iterations, samples), each row in the order of training."""
        while len(errors):
            taken = errors[: max(self._capacity * self.width - self.count, 0)]
            if not len(taken):
                self._halve()
                continue
            self._grow(-(-(self.count + len(taken)) // self.width))
            self._add(taken)
            errors = errors[len(taken) :]

    def _add(self, errors: Array) -> None:
        if self.machine:
            fold = compiled_fold(self.samples)
            fold(errors, self.count, self.width, self._low, self._high, self._each)
            self.count += len(errors)
            return
        sums = summed(errors)
        first = self.count // self.width
        bucket = (self.count + np.arange(len(sums))) // self.width
        starts = np.flatnonzero(np.diff(bucket, prepend=-1))
        low, high = np.minimum.reduceat(sums, starts), np.maximum.reduceat(sums, starts)
        if self.count % self.width:
            low[0], high[0] = min(low[0], self._low[first]), max(high[0], self._high[first])
        last = first + len(starts)
        self._low[first:last], self._high[first:last] = low, high
        self._each[first:last] = errors[np.append(starts[1:], len(errors)) - 1]
        self.count += len(sums)

    def _grow(self, buckets: int) -> None:
        if buckets <= len(self._low):
            return
        size = min(max(2 * len(self._low), buckets, 256), self._capacity)
        self._low.resize(size, refcheck=False)
        self._high.resize(size, refcheck=False)
        self._each = np.concatenate((self._each, np.empty((size - len(self._each), self.samples))))

    def _halve(self) -> None:
        half = self._capacity // 2
        self._low[:half] = np.minimum(self._low[0::2], self._low[1::2])
        self._high[:half] = np.maximum(self._high[0::2], self._high[1::2])
        self._each[:half] = self._each[1::2].copy()
        self.width *= 2

    def envelope(self, first: int, last: int, points: int, spread: bool = False) -> Curve:
        """The curve over iterations first..last (from 1, both in), thinned to at most `points` points."""
        low, high, _, iteration = self._window(first, last)
        return thinned(iteration, low, high, points, spread)

    def first_under(self, error: float) -> tuple[int, int] | None:
        """The first and last iteration of the first bucket in which a sum is under `error`, None where there is none."""
        found = np.flatnonzero(self._low[: self.buckets] < error)
        if not len(found):
            return None
        return int(found[0]) * self.width + 1, min((int(found[0]) + 1) * self.width, self.count)

    def sample_curves(self, first: int, last: int, points: int, spread: bool = False) -> tuple[Curve, ...]:
        """A curve a sample over iterations first..last, thinned to at most `points` points."""
        _, _, each, iteration = self._window(first, last)
        return tuple(thinned(iteration, each[:, k], each[:, k], points, spread) for k in range(self.samples))

    def _window(self, first: int, last: int) -> tuple[Array, Array, Array, Array]:
        a, b = (first - 1) // self.width, min(-(-last // self.width), self.buckets)
        iteration = np.minimum((np.arange(a, b) + 1) * self.width, self.count).astype(np.float64)
        return self._low[a:b], self._high[a:b], self._each[a:b], iteration


def summed(errors: Array) -> Array:
    """e1 + e2 + … of each row, added from the left as the article's script does; shape (iterations,)."""
    total = errors[:, 0].copy()
    for k in range(1, errors.shape[1]):
        total += errors[:, k]
    return total


def total(errors: Array) -> float:
    """ΣE of one iteration, added in the order of training; errors of shape (samples,)."""
    return float(summed(errors[None, :])[0])


def thinned(iteration: Array, low: Array, high: Array, points: int, spread: bool = False) -> Curve:
    """At most `points` points: neighbours are put together, their lowest and highest kept.

    With `spread` as many for each power of ten, for an axis on which each takes the same room.
    """
    step = -(-len(iteration) // points)
    if step <= 1:
        return Curve(iteration.copy(), low.copy(), high.copy())
    if spread:
        ends = np.searchsorted(iteration, np.geomspace(iteration[0], iteration[-1], points)[:-1], side="right")
        starts = np.unique(np.concatenate(([0], ends)))
    else:
        starts = np.arange(0, len(iteration), step)
    ends = np.append(starts[1:], len(iteration)) - 1
    return Curve(iteration[ends], np.minimum.reduceat(low, starts), np.maximum.reduceat(high, starts))
