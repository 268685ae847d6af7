"""The derivative as a limit (1.1): difference quotients for smaller and smaller h.

Two errors pull in opposite directions. Leaving the limit out costs o(h)/h, which falls with h
(1.3); floating point rounds f(x + h) - f(x), and the division by h enlarges that as h falls.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from tui_backprop.calculus.array import Array
from tui_backprop.calculus.expression import Expression

STEPS = tuple(float(f"1e-{power}") for power in range(17))
UNIT_ROUNDOFF = 2.0**-53

# A point counts as free of rounding when its error is so many times the rounding, and
# as small when h is so small: the first terms of (1.3) then dominate what follows.
_CLEAR = 100.0
_SMALL = 0.1


@dataclass(frozen=True)
class LimitRow:
    """One h of (1.1): the quotient (f(x + h d) - f(x)) / h, its error against the exact value, and
    `rounding`, an estimate of how much of that error floating point alone may have made: by the
    roundings of x + h d, of both values of f and of the quotient, but not those inside of f."""

    h: float
    quotient: float
    error: float
    rounding: float


@dataclass(frozen=True, eq=False)
class Limit:
    """The quotients of f at x in the direction d, both of shape (m,), from h = 1 down to 1e-16.

    `value` is f(x) and `exact` the derivative J(f) d, from the symbolic derivatives, nan where f
    has no finite value. `order` is p where f(x + h d) - f(x) - h J(f) d, the o(h) of (1.3), falls
    like h**p: 2 as a rule, 3 where the second derivative is 0, nan if rounding hides it at every h
    (a straight line has no o(h) at all) or if there is no derivative. `rounding_h` is the largest h
    whose error rounding alone may have made: below it a smaller h makes no better quotient. It is
    nan if there is no such h.
    """

    x: Array
    direction: Array
    value: float
    exact: float
    rows: tuple[LimitRow, ...]
    order: float
    rounding_h: float

    @property
    def best(self) -> LimitRow | None:
        """The row of least error, None if every error is nan."""
        finite = [row for row in self.rows if np.isfinite(row.error)]
        return min(finite, key=lambda row: row.error, default=None)


def difference_quotients(expression: Expression, x: ArrayLike, direction: ArrayLike | None = None) -> Limit:
    """The limit (1.1) of f at x, shape (m,), in the direction d, (m,); the first axis if None.

    d is taken as it is, not scaled to length 1: 2d has twice the derivative. Raises ValueError for
    another shape, for numbers that are not finite and for the direction 0."""
    point = _finite("x", x, len(expression.variables))
    chosen = np.eye(len(point))[0] if direction is None else direction
    along = _finite("the direction", chosen, len(point))
    if not along.any():
        raise ValueError("the direction is 0: give one that leads away from x")
    value, partials = expression(point), _partials(expression, point, along)
    with np.errstate(all="ignore"):
        exact = float(partials @ along)
        moved = expression.on_grid(point[:, None] + along[:, None] * np.array(STEPS))
        # How much f changes, in units of roundoff, because x + h d is itself rounded.
        condition = float(np.abs(partials) @ np.abs(point))
    rows = tuple(_row(h, float(reached), value, exact, condition) for h, reached in zip(STEPS, moved, strict=True))
    rounded = (row.h for row in rows if np.isfinite(row.error) and row.error <= row.rounding)
    return Limit(point, along, value, exact, rows, _order(rows), next(rounded, float("nan")))


def _finite(name: str, numbers: ArrayLike, size: int) -> Array:
    array = np.array(numbers, dtype=np.float64)
    if array.shape != (size,) or not np.isfinite(array).all():
        raise ValueError(f"{name} needs {size} finite numbers in the shape ({size},)")
    return array


def _partials(expression: Expression, point: Array, along: Array) -> Array:
    """J(f), shape (m,), with 0 for a variable along which d does not move: it plays no part, even
    where f has a kink in it. All nan where f has no finite value."""
    if not np.isfinite(expression(point)):
        return np.full(point.shape, np.nan)
    names = zip(expression.variables, along, strict=True)
    return np.array([expression.derivative(name)(point) if d else 0.0 for name, d in names])


def _row(h: float, reached: float, value: float, exact: float, condition: float) -> LimitRow:
    with np.errstate(all="ignore"):
        quotient = (np.float64(reached) - value) / h
        roundings = np.abs(reached) + np.abs(value) + condition
        rounding = UNIT_ROUNDOFF * roundings / h + UNIT_ROUNDOFF * np.abs(exact)
        return LimitRow(h, float(quotient), float(np.abs(quotient - exact)), float(rounding))


def _order(rows: tuple[LimitRow, ...]) -> float:
    """The slope of log(error * h) over log(h), for the last three h clear of rounding."""
    clear = [row for row in rows if row.h <= _SMALL and row.error > _CLEAR * row.rounding][-3:]
    if len(clear) < 2:
        return float("nan")
    h = np.log([row.h for row in clear])
    remainder = np.log([row.error * row.h for row in clear])
    return float(np.polyfit(h, remainder, 1)[0])
