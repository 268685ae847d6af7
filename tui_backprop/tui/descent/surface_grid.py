"""A surface seen from above: how its values become levels, and lines on it. Pure: no widget, no app.

Both axes of a map have one scale, so that the gradient stands upright on the level lines as it does on paper.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from tui_backprop.calculus.array import Array
from tui_backprop.explain.typeset import minus
from tui_backprop.training.descent.view import Window
from tui_backprop.tui.kit.half_blocks import DOT_COLUMNS, DOT_ROWS, Dots, line_dots

LEVELS = 6
MARGIN = 6
ARROWS, SHORTEST_ARROW = "→↗↑↖←↙↓↘", 6
"""The heads of an arrow by the eighths of a circle, and the dots that it is long at least."""

DRAWN = 2_000


@dataclass(frozen=True)
class Frame:
    """A map of `columns` by `rows` cells: the cell at the left top begins at x1 = `left`, x2 = `top`.

    A cell is `cell` wide and twice as high.
    """

    left: float
    top: float
    cell: float
    columns: int
    rows: int

    @classmethod
    def around(cls, window: Window, columns: int, rows: int) -> Frame:
        """The frame that shows the whole window, and more of the axis on which there is room."""
        (a, b), (c, d) = window
        cell = max((b - a) / columns, (d - c) / (2 * rows))
        # Far out or closely looked at: no finer than the numbers there are, which stand this far apart.
        cell = max(cell, 16 * float(np.spacing(max(abs(a), abs(b), abs(c), abs(d)))))
        return cls((a + b) / 2 - cell * columns / 2, (c + d) / 2 + cell * rows, cell, columns, rows)

    @property
    def right(self) -> float:
        """x1 at the right edge."""
        return self.left + self.cell * self.columns

    @property
    def bottom(self) -> float:
        """x2 at the lower edge."""
        return self.top - 2 * self.cell * self.rows

    def axes(self, across: int, down: int) -> tuple[Array, Array]:
        """x1 and x2 at the centres of so many dots a cell, from the left and from the top."""
        x1 = self.left + self.cell * (np.arange(self.columns * across) + 0.5) / across
        x2 = self.top - 2 * self.cell * (np.arange(self.rows * down) + 0.5) / down
        return x1, x2

    def dots(self, x: Array) -> Array:
        """The (row, column) of points (n, 2) in dots, as real numbers."""
        dot = self.cell / DOT_COLUMNS
        return np.stack(((self.top - x[:, 1]) / dot, (x[:, 0] - self.left) / dot), axis=1)

    def place(self, row: float, column: float) -> tuple[float, float]:
        """x1 and x2 in the middle of a cell, on the map or beside it."""
        return self.left + self.cell * (column + 0.5), self.top - 2 * self.cell * (row + 0.5)

    def cell_of(self, x: Array) -> tuple[int, int] | None:
        """The (row, column) of the cell of a point, None outside of the map."""
        if not np.isfinite(x).all() or np.abs(x).max() > 1e15:
            return None
        row, column = math.floor((self.top - x[1]) / (2 * self.cell)), math.floor((x[0] - self.left) / self.cell)
        return (row, column) if 0 <= row < self.rows and 0 <= column < self.columns else None

    def point(self, row: int, column: int) -> tuple[float, float]:
        """The middle of a cell, in as few digits as tell it from its neighbours."""
        digits = max(0, 1 - math.floor(math.log10(self.cell)))
        x1, x2 = self.place(row, column)
        return round(x1, digits) + 0.0, round(x2, digits) + 0.0


@dataclass(frozen=True)
class Levels:
    """How values become shares of a palette: from `low` (0) to `high` (1), finest near the low end, by `softness`."""

    low: float
    high: float
    softness: float

    @classmethod
    def of(cls, values: Array) -> Levels:
        """The levels that tell these values apart, whatever their range."""
        known = values[np.isfinite(values)]
        if not known.size or known.min() == known.max():
            return cls(0.0, 0.0, 1.0)
        low, high = float(known.min()), float(known.max())
        # The more of the surface lies low, the finer the low levels.
        middle = (float(np.median(known)) - low) / (high - low)
        return cls(low, high, max(middle**2 / 4, 1e-6) * (high - low))

    def shares(self, values: Array) -> Array:
        """Where between the lowest and the highest value each value is, nan for what is no finite number."""
        with np.errstate(all="ignore"):
            known = np.where(np.isfinite(values), values, np.nan)
            if self.low == self.high:
                return np.where(np.isnan(known), np.nan, 0.5)
            return np.log1p((known - self.low) / self.softness) / math.log1p((self.high - self.low) / self.softness)

    def lines(self, count: int = LEVELS) -> list[float]:
        """Values of level lines, from low to high, in two digits, or as many as tell them apart."""
        if self.low == self.high:
            return []
        whole = math.log1p((self.high - self.low) / self.softness)
        found = [self.low + self.softness * math.expm1(whole * index / (count + 1)) for index in range(1, count + 1)]
        rounded = ([_rounded(value, digits) for value in found] for digits in range(2, 17))
        return next((values for values in rounded if _rising((self.low, *values, self.high))), found)


def _rounded(value: float, digits: int) -> float:
    """The value in so many significant digits."""
    return float(f"{value:.{digits - 1}e}")


def _rising(values: Sequence[float]) -> bool:
    return all(a < b for a, b in pairwise(values))


@dataclass(frozen=True, eq=False)
class Arrow:
    """A step on the map: a line (2, 2) of points, `factor` times as long as the step, and the character of its head.

    The head is in the cell `head`, None if that is off the map.
    """

    line: Array
    factor: int
    head: tuple[int, int] | None
    character: str


def arrow_of(frame: Frame, x: Array, after: Array | None) -> Arrow | None:
    """The step from x to the next point, None where there is none; a step too short to be seen is made longer."""
    if after is None or frame.cell_of(x) is None or not np.isfinite(after).all():
        return None
    way = after - x
    dots = float(np.hypot(*way)) / frame.cell * DOT_COLUMNS
    if not 0 < dots < math.inf:
        return None
    factor = 1
    if dots < SHORTEST_ARROW:
        power = 10 ** max(math.ceil(math.log10(SHORTEST_ARROW / dots)) - 1, 0)
        factor = next(digit * power for digit in (1, 2, 5, 10) if digit * power * dots >= SHORTEST_ARROW * (1 - 1e-9))
    end = x + way * factor
    octant = round(math.atan2(way[1], way[0]) / (math.pi / 4)) % 8
    return Arrow(np.stack((x, end)), factor, frame.cell_of(end), ARROWS[octant])


def path_dots(frame: Frame, x: Array, dotted: bool = False) -> Dots:
    """The line through points (n, 2), as braille dots, every third of them if it is `dotted`; cut off at the edges.

    Of a long path the first and the last points are drawn, and some of those between.
    """
    drawn = np.zeros((frame.rows * DOT_ROWS, frame.columns * DOT_COLUMNS), dtype=np.bool_)
    if len(x) > 3 * DRAWN:
        between = np.linspace(DRAWN, len(x) - DRAWN, DRAWN).astype(np.intp)
        x = np.concatenate((x[:DRAWN], x[between], x[-DRAWN:]))
    ends = np.floor(frame.dots(x))
    ends = ends[np.isfinite(ends).all(axis=1)]
    segments = np.concatenate((ends[:-1], ends[1:]), axis=1)
    segments = np.unique(segments[(segments[:, :2] != segments[:, 2:]).any(axis=1)], axis=0)
    for segment in segments.tolist():
        if (clipped := _clipped(segment, drawn.shape)) is not None:
            line = line_dots(*clipped, pattern=_dotted if dotted else _solid)
            drawn[line[:, 0], line[:, 1]] = True
    return drawn


def _solid(steps: NDArray[np.intp]) -> Dots:
    return np.ones(len(steps), dtype=np.bool_)


def _dotted(steps: NDArray[np.intp]) -> Dots:
    return steps % 3 == 0


def _clipped(segment: list[float], shape: tuple[int, int]) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """The part of a segment (row, column, row, column) on a grid of this shape, None if there is none."""
    first, last = 0.0, 1.0
    start, change = segment[:2], (segment[2] - segment[0], segment[3] - segment[1])
    for origin, step, size in zip(start, change, shape, strict=True):
        if step == 0:
            if not 0 <= origin <= size - 1:
                return None
            continue
        a, b = sorted((-origin / step, (size - 1 - origin) / step))
        first, last = max(first, a), min(last, b)
    if first > last:
        return None
    row, column, end_row, end_column = (
        round(min(max(origin + share * step, 0), size - 1))
        for share in (first, last)
        for origin, step, size in zip(start, change, shape, strict=True)
    )
    return (row, column), (end_row, end_column)


def nice_step(span: float, steps: int) -> float:
    """The smallest of 1, 2, 5 times a power of ten of which at most `steps` fill the span."""
    power = 10.0 ** math.floor(math.log10(span / steps))
    return next(factor * power for factor in (1, 2, 5, 10, 20) if factor * power * steps >= span * (1 - 1e-9))


def row_ticks(frame: Frame) -> dict[int, str]:
    """The labels of the rows: x2 at round numbers, and the name of the axis at the top."""
    step = nice_step(frame.top - frame.bottom, max(frame.rows // 3, 1))
    ticks: dict[int, str] = {}
    for index in range(math.ceil(frame.bottom / step), math.floor(frame.top / step) + 1):
        row = math.floor((frame.top - index * step) / (2 * frame.cell))
        ticks[min(row, frame.rows - 1)] = _label(index * step, step)
    ticks[0] = "x₂"
    return ticks


def column_ticks(frame: Frame) -> str:
    """The line under the map: x1 at round numbers, and the name of the axis at the right."""
    step = nice_step(frame.right - frame.left, max(frame.columns // 7, 1))
    text = [" "] * frame.columns
    for index in range(math.ceil(frame.left / step), math.floor(frame.right / step) + 1):
        label = _label(index * step, step)
        column = math.floor((index * step - frame.left) / frame.cell) - len(label) // 2
        if column >= 0 and column + len(label) <= frame.columns:
            text[column : column + len(label)] = label
    return "".join(text) + " x₁"


def _label(value: float, step: float) -> str:
    """A tick in as many decimals as its step needs, in at most five characters where that is possible."""
    decimals = max(-math.floor(math.log10(step)), 0)
    text = minus(f"{value + 0.0:.{decimals}f}")
    return text if len(text) < MARGIN else minus(f"{value:.0e}")
