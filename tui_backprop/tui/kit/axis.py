"""Axes of charts: which value lies on which dot, and where the ticks stand. Pure: no widget, no plotext.

Curve, ticks and marks of a chart ask the same axis, so that a value never lies a row away from its tick. A tick stands
in the middle of a cell, and from one tick to the next it is a whole number of cells: ticks are evenly spaced.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from tui_backprop.calculus.array import Array
from tui_backprop.explain.typeset import WIDTH, count, number, power_of_ten

DECADES = 12
"""A logarithmic axis goes down this many powers of ten unless told otherwise; a zero or less lies at its low end."""

MOST_TIED = 6
"""A tied axis has this many ticks at most."""

FILLED = 0.8

_LARGEST = 1e300
_SMALLEST_SPAN = 1e-290


class Axis(NamedTuple):
    """A scale laid over `cells` cells of `dots` dots each.

    `low` is the value in the middle of the first cell and `per_cell` what one cell more adds to it, both of them powers
    of ten where the axis is logarithmic. `ticks` has the labels by the cells that they stand at.
    """

    cells: int
    dots: int
    low: float
    per_cell: float
    logarithmic: bool
    ticks: Mapping[int, str]

    def dot(self, values: Array) -> NDArray[np.intp]:
        """The dot that each value lies on; what lies outside of the axis is at most one cell away from it."""
        with np.errstate(over="ignore"):  # what is infinitely far away is outside all the same
            position = (self._scaled(np.asarray(values, dtype=np.float64)) - self.low) / self.per_cell
            dots = np.floor(position * self.dots + (self.dots - 1) // 2 + 0.5)
        return np.clip(dots, -self.dots, (self.cells + 1) * self.dots - 1).astype(np.intp)

    def cell(self, value: float) -> int:
        """The cell of a value: -1 for below, `cells` for above."""
        return int(self.dot(np.array([value]))[0]) // self.dots

    def value(self, cell: int) -> float:
        """The value in the middle of a cell."""
        value = self.low + cell * self.per_cell
        return 10.0 ** min(max(value, -300.0), 300.0) if self.logarithmic else value

    def _scaled(self, values: Array) -> Array:
        if not self.logarithmic:
            return np.clip(values, -_LARGEST, _LARGEST)
        return np.log10(values, where=values > 0, out=np.full_like(values, -np.inf))


class Scale(NamedTuple):
    """What an axis is to hold: the values from `low` to `high`.

    `whole` says that the values are whole numbers, counted; `tied` that the axis begins at a tick. `label` writes the
    value of a tick, for a logarithmic scale its power of ten. `gap` is the least number of cells between two ticks, for
    an axis of x about as many as two labels take. A logarithmic scale goes down this many `decades` at most.
    """

    low: float
    high: float
    logarithmic: bool = False
    whole: bool = False
    tied: bool = False
    gap: int = 2
    decades: int = DECADES
    label: Callable[[float], str] | None = None

    def axis(self, cells: int, dots: int) -> Axis:
        """The scale over this many cells of this many dots."""
        low, high = self._ends()
        step, first, per_step = _steps(low, high, cells, self)
        if not per_step and self.gap > 2:
            step, first, per_step = _steps(low, high, cells, self._replace(gap=self.gap // 2))
        ticks = {}
        if per_step:
            start = first * step if self.tied else low
            index = first
            while (cell := math.floor((index * step - start) / step * per_step + 0.5)) < cells:
                if cell >= 0:
                    ticks[cell] = self._label(index * step, step)
                index += 1
            return Axis(cells, dots, start, step / per_step, self.logarithmic, ticks)
        # No room for two ticks: the low end has the only label.
        per_cell = (high - low) / max(cells - 1, 1) * (2 if cells == 1 else 1)
        low = (low + high) / 2 if cells == 1 else low
        return Axis(cells, dots, low, per_cell, self.logarithmic, {0: self._label(low, high - low)})

    def _ends(self) -> tuple[float, float]:
        low, high = (min(max(end, -_LARGEST), _LARGEST) for end in (self.low, self.high))
        if self.logarithmic:
            high = math.log10(high) if high > 0 else 0.0
            low = max(math.log10(low), high - self.decades) if low > 0 else high - self.decades
            if self.tied:
                # Powers of ten on both sides, so that there are two ticks at least.
                low, high = math.floor(low + 1e-9), max(high, math.floor(low + 1e-9) + 1)
            return (low, high) if high > low else (low - 0.5, low + 0.5)
        if self.whole and high <= low:
            return low - 0.5, low + 0.5  # a single one stands in the middle
        span = max(high - low, abs(high) * 1e-3, abs(low) * 1e-3)
        return low, max(high, low + (span if span > _SMALLEST_SPAN else 1.0))

    def _label(self, value: float, step: float) -> str:
        if self.label is not None:
            return self.label(value)
        if self.whole:
            return count_label(round(10**value if self.logarithmic else value))
        if self.logarithmic:
            return power_of_ten(round(value)) if abs(value - round(value)) < 1e-9 else f"{10**value:.2g}"
        return _decimal_label(value, step)


def count_label(value: int) -> str:
    """A number of iterations for the axis: 10,000, then 1M, 2.5M, 1G; short but never rounded."""
    for size, letter in ((10**9, "G"), (10**6, "M")):
        if value >= size and value % (size // 1000) == 0:
            return f"{value / size:g}{letter}"
    return count(value)


def _decimal_label(value: float, step: float) -> str:
    """As many decimals as the step needs, in at most the width of a number; the minus sign is that of `number`."""
    decimals = max(-math.floor(math.log10(step) + 1e-9), 0)
    fixed = f"{value or 0.0:.{decimals}f}"
    return fixed if len(fixed) <= WIDTH else number(value).strip().lstrip("+")


def _steps(low: float, high: float, cells: int, scale: Scale) -> tuple[float, int, int]:
    """The step from tick to tick, the number of the first tick counted in steps from 0, and the cells of a step.

    The finest step that leaves the gap. A tied axis, which ends where its values end, takes the finest of which they
    fill four fifths, or else the one of which they fill the most. The cells of a step are 0 where there is no room.
    """
    best = (1.0, 0, 0)
    most_filled = 0.0
    for step in _nice_steps((high - low) / cells, whole=scale.whole or scale.logarithmic):
        first = math.floor(low / step + 1e-9) if scale.tied else math.ceil(low / step - 1e-9)
        steps = high / step - (first if scale.tied else low / step)
        ticks = math.floor(high / step + 1e-9) - first + 1
        if ticks < (2 if scale.tied else 1):
            break
        per_step = math.floor((cells - 1) / steps + 1e-9)
        filled = per_step * steps / max(cells - 1, 1)
        if per_step >= scale.gap and filled > most_filled and ticks <= (MOST_TIED if scale.tied else cells):
            best, most_filled = (step, first, per_step), filled
            if filled >= FILLED or not scale.tied:
                break
    return best


def _nice_steps(least: float, whole: bool) -> Iterator[float]:
    """1, 2 and 5 times the powers of ten, from about `least` up; whole numbers only if `whole`."""
    power = math.floor(math.log10(least))
    if whole:
        power = max(power, 0)
    for exponent in range(power, power + 6):
        for factor in (1, 2, 5):
            yield factor * 10.0**exponent
