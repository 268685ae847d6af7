"""The numerical referee: derivatives from values alone, in so many digits that its own rounding excuses nothing.

A float that is judged has a rounding of its own. Its verdict allows for that, by a bound that the analysis of its
calculation gives, and for nothing else; where the bound would let a wrong entry pass there is no verdict.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np

from tui_backprop.calculus.array import Array
from tui_backprop.calculus.expression import Digits, Expression, NoValueError, rounded
from tui_backprop.calculus.expression.rounding import UNIT_ROUNDOFF

RESOLUTION = 1e-9
"""An entry that is wrong by this part of itself is found out wherever the verdict on the right one is "right", unless
another part is asked for."""

# Steps h = 10**-k. The first is enough for nearly everything, the third tells what is 0 from the smallest float, and
# the last is for a point as near to a pole as floats go.
_POWERS = (20, 60, 160, 400)
_DEEP = _POWERS[2]
_SETTLED = 1e-24
_ZERO = 1e-300
_LEAST = 1e-280
_EXACT = 70

Verdict = Literal["right", "wrong", "cannot tell"]
Verdicts = tuple[tuple[Verdict, ...], ...]


@dataclass(frozen=True, eq=False)
class Reference:
    """A Jacobian (n, m) from difference quotients, correct to the last bit of a float but for `error`, (n, m).

    Both are nan where the quotients don't settle: outside of the domain, on its edge, or at a kink."""

    values: Array
    errors: Array

    @property
    def transposed(self) -> Reference:
        """The same for Jᵀ, of shape (m, n)."""
        return Reference(self.values.T, self.errors.T)


@dataclass(frozen=True, eq=False)
class Calculated:
    """Floats and what rounding may have done to them: `bounds` on their distance from what exact arithmetic gives, and
    `sizes`, the largest numbers on the way. All three have the same shape."""

    values: Array
    bounds: Array
    sizes: Array

    @property
    def transposed(self) -> Calculated:
        """The same, transposed."""
        return Calculated(self.values.T, self.bounds.T, self.sizes.T)


def reference(functions: Sequence[Sequence[Expression]], x: Array) -> Reference:
    """The Jacobian at x, shape (m,), of the functions applied one after the other, by central differences.

    Each function is its components; x is taken exactly. Nothing but values is used: no derivative, no product."""
    columns = [derivatives(functions, x, index) for index in range(len(x))]
    found = np.array([[entry or (math.nan, math.nan) for entry in column] for column in columns], dtype=np.float64)
    return Reference(found[..., 0].T, found[..., 1].T)


def vanishing(functions: Sequence[Sequence[Expression]], x: Array) -> tuple[bool, ...]:
    """Which components of the last function are 0 at x, shape (m,), in so many digits that no rounding tells otherwise."""
    arithmetic = Digits(_EXACT)
    try:
        values = arithmetic.values(functions, [arithmetic.number(value) for value in x.tolist()])
    except NoValueError:
        return (False,) * len(functions[-1])
    noise = arithmetic.largest * arithmetic.number(f"1e{10 - _EXACT}")
    return tuple(abs(value) <= noise for value in values)


def derivatives(functions: Sequence[Sequence[Expression]], x: Array, *by: int) -> list[tuple[Any, Any] | None]:
    """The derivatives by one variable, or the second ones by two, of each component of the last function, and the errors
    that are left in them.

    Both are mpmath's numbers, None where the quotients don't settle."""
    *before, last = functions
    found: list[tuple[Any, Any] | None] = [None] * len(last)
    if not np.isfinite(x).all():
        return found
    for power in _POWERS:
        points = _Points(before, x, by, power)
        for output, component in enumerate(last):
            if found[output] is None:
                moves = all(_moves([*before, [component]], index) for index in by)
                found[output] = points.quotient(component, moves)
        if None not in found:
            break
    return found


class _Points:
    """The point x, those around it at the distances h = 10**-power and h/10, and what the functions before the last one
    make of them.

    Around x they lie in pairs opposite to each other: on the axis of the one variable, or on both diagonals of two."""

    def __init__(self, before: Sequence[Sequence[Expression]], x: Array, by: Sequence[int], power: int) -> None:
        largest = max(abs(value) for value in x.tolist())
        self._by = by
        self._digits = (2 + len(by)) * power + 10 + math.ceil(math.log10(largest + 1))
        self._arithmetic = Digits(self._digits)
        self._h = self._arithmetic.number(f"1e-{power}")
        self._deep = power >= _DEEP
        start = [self._arithmetic.number(value) for value in x.tolist()]
        lines = [{by[0]: 1, by[1]: 1}, {by[0]: 1, by[1]: -1}] if len({*by}) > 1 else [{by[0]: 1}]
        steps = [way * h for h in (self._h, self._h / 10) for way in (1, -1)]
        around = [
            [value + step * line.get(index, 0) for index, value in enumerate(start)] for step in steps for line in lines
        ]
        self._points: list[list[Any]] | None = None
        with suppress(NoValueError):
            self._points = [self._arithmetic.values(before, point) for point in (start, *around)]
        self._largest = self._arithmetic.largest

    def quotient(self, component: Expression, moves: bool) -> tuple[Any, Any] | None:
        """The derivative of a component and the error left in it, None where h is too large to tell, or too small."""
        if self._points is None:
            return None
        h, self._arithmetic.largest = self._h, self._largest
        try:
            middle, *around = (self._arithmetic.values([[component]], point)[0] for point in self._points)
        except NoValueError:
            return None
        if not moves:
            # Is there a value at all? With few digits what is nearly the edge of the domain would pass for the edge.
            return (middle * 0, middle * 0) if self._deep else None
        lines = len(around) // 4
        above, below, near_above, near_below = (around[lines * part : lines * (part + 1)] for part in range(4))
        first, second = (
            self._difference(middle, above, below, h),
            self._difference(middle, near_above, near_below, h / 10),
        )
        noise = self._arithmetic.largest * self._arithmetic.number(f"1e{5 - self._digits}") / h ** len(self._by)
        error, size = abs(first - second) + noise, abs(second)
        # At a kink the two sides keep their distance, however small h is.
        apart = max(abs(a + b - 2 * middle) for a, b in zip(above, below, strict=True)) / h
        nearer = max(abs(a + b - 2 * middle) for a, b in zip(near_above, near_below, strict=True)) / (h / 10)
        if nearer > max(apart / 2, size / 1000, 100 * noise):
            return None
        if max(size, error) <= _ZERO:
            return second * 0, second * 0
        return (second, error) if error <= _SETTLED * size else None

    def _difference(self, middle: Any, above: Sequence[Any], below: Sequence[Any], h: Any) -> Any:
        """The central difference quotient from the values on both sides, a pair for each line through the point."""
        if len(self._by) == 1:
            return (above[0] - below[0]) / (2 * h)
        bends = [a + b - 2 * middle for a, b in zip(above, below, strict=True)]
        return bends[0] / h**2 if len(bends) == 1 else (bends[0] - bends[1]) / (4 * h**2)


def _moves(functions: Sequence[Sequence[Expression]], index: int) -> bool:
    """Whether the result hangs on this variable at all."""
    moving = {index}
    for components in functions:
        names = {components[0].variables[position] for position in moving}
        moving = {position for position, component in enumerate(components) if component.used & names}
    return bool(moving)


def calculated(rows: Sequence[Sequence[Expression]], x: Array, errors: Array | None = None) -> Calculated:
    """The entries of a matrix of expressions at x, shape (m,), where x itself may be off by `errors`, (m,)."""
    names = rows[0][0].variables
    off = np.zeros_like(x) if errors is None else errors
    at = {name: (value, error) for name, value, error in zip(names, x.tolist(), off.tolist(), strict=True)}
    found = np.array([[rounded(entry.tree, at) for entry in row] for row in rows])
    return Calculated(found[..., 0], found[..., 1], found[..., 2])


def product(left: Calculated, right: Calculated) -> Calculated:
    """The matrix product, with the bound that the errors of the factors and the rounding of the sums give."""
    with np.errstate(all="ignore"):
        a, b = np.abs(left.values), np.abs(right.values)
        sizes = a @ b
        inherited = a @ right.bounds + left.bounds @ b + left.bounds @ right.bounds
        rounding = (left.values.shape[1] + 1) * UNIT_ROUNDOFF * sizes
        return Calculated(left.values @ right.values, inherited + rounding, sizes)


@dataclass(frozen=True, eq=False)
class Referee:
    """Judges the entries of one matrix: by its reference, and by how precise a float calculation of it can be.

    An entry of which rounding leaves less than the resolution is not told to be right, however near it is."""

    calculation: Calculated
    truth: Reference
    resolution: float = RESOLUTION

    def judge(self, values: Array) -> Verdicts:
        """The verdict on each of these values."""
        calculation, truth = self.calculation, self.truth
        with np.errstate(all="ignore"):
            last_bit = UNIT_ROUNDOFF * (np.abs(values) + np.abs(truth.values))
            allowed = calculation.bounds + truth.errors + last_bit
            known = np.isfinite(values) & np.isfinite(truth.values) & ~np.isnan(allowed)
            # What is 0 is compared to the numbers that cancelled out, if there were any.
            scale = np.where(truth.values == 0, np.maximum(calculation.sizes, _LEAST), np.abs(truth.values))
            wrong = known & (np.abs(values - truth.values) > allowed)
            right = known & ~wrong & (allowed <= 0.4 * self.resolution * scale)

        def verdict(at: tuple[int, int]) -> Verdict:
            return "wrong" if wrong[at] else "right" if right[at] else "cannot tell"

        rows, columns = values.shape
        return tuple(tuple(verdict((row, column)) for column in range(columns)) for row in range(rows))


def worst(verdicts: Verdicts) -> Verdict:
    """The verdict on a whole matrix: wrong if an entry is, right only if every entry is."""
    found = {verdict for row in verdicts for verdict in row}
    return "wrong" if "wrong" in found else "cannot tell" if "cannot tell" in found else "right"
