"""The derivative as a limit (1.1): difference quotients for smaller and smaller h, from both sides.

Two errors pull in opposite directions. Leaving the limit out costs o(h)/h, which falls with h (1.3); floating point
rounds f(x + h) - f(x), and the division by h enlarges that as h falls. Each quotient is worked out twice, in floating
point and in so many digits that nothing is rounded off: the difference of the two is the rounding, and what is left the o(h).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import ArrayLike

from tui_backprop.calculus.array import Array
from tui_backprop.calculus.expression import Digits, Expression, NoValueError
from tui_backprop.calculus.referee import derivatives

STEPS = tuple(float(f"1e-{power}") for power in range(17))

Kind = Literal["derivative", "edge", "kink", "nowhere"]
"""What the quotients lead to: one derivative; a point on the edge of the domain, with values on one side only, where (1.1)
asks for an interior point; different ends from the two sides, or none; or a point without a value of f."""

Cause = Literal["", "exact", "o(h)", "rounding"]
"""What makes the greater part of an error; nothing where there is none to speak of."""

_DIGITS = 300
# The order of o(h) is read off between these two.
_SMALL = ("1e-12", "1e-13")
# So near to x there is no other value left out than one on the edge.
_NEAREST = "1e-40"


@dataclass(frozen=True)
class Quotient:
    """(f(x ± h) - f(x)) / ±h in floating point, and its distance from the derivative.

    That has two parts: `remainder`, the o(h)/h that exact arithmetic would leave as well, and `rounding`. All are nan
    where there is no value; `remainder` and `error` also where there is no derivative."""

    value: float
    error: float
    remainder: float
    rounding: float


@dataclass(frozen=True)
class LimitRow:
    """One h > 0 of (1.1): the quotients with x + h and with x - h."""

    h: float
    above: Quotient
    below: Quotient

    @property
    def worse(self) -> Quotient:
        """The one of greater error, or one that has none."""
        if math.isnan(self.above.error) or self.above.error >= self.below.error:
            return self.above
        return self.below

    @property
    def cause(self) -> Cause:
        """What makes the greater part of the greater error."""
        worse = self.worse
        if not math.isfinite(worse.error):
            return ""
        if worse.error == 0:
            return "exact"
        return "rounding" if worse.rounding > worse.remainder else "o(h)"


@dataclass(frozen=True, eq=False)
class Limit:
    """The quotients of f at x, shape (m,), along one axis, from h = 1 down to 1e-16.

    `value` is f(x) and `exact` the derivative, nan where there is none. `order` is p where f(x + h) - f(x) - h f'(x),
    the o(h) of (1.3), falls like h**p: 2 as a rule, 3 where the second derivative is 0, and nan where nothing is left
    over, as on a straight line, or where there is no derivative.
    """

    x: Array
    value: float
    exact: float
    rows: tuple[LimitRow, ...]
    order: float
    kind: Kind

    @property
    def best(self) -> LimitRow | None:
        """The row of least error, of equals that of the largest h; None without a derivative."""
        known = [row for row in self.rows if math.isfinite(row.worse.error)]
        return min(known, key=lambda row: row.worse.error, default=None)


def difference_quotients(expression: Expression, x: ArrayLike, index: int = 0) -> Limit:
    """The limit (1.1) of f at x, shape (m,), by the variable of this index, from 0.

    Raises ValueError for another shape and for numbers that are not finite."""
    point = np.array(x, dtype=np.float64)
    if point.shape != (len(expression.variables),) or not np.isfinite(point).all():
        raise ValueError(f"x needs {len(expression.variables)} finite numbers")
    value = expression(point)
    exact = derivatives([[expression]], point, index)[0] if math.isfinite(value) else None
    line = _Line(expression, point, index, None if exact is None else exact[0])
    rows = tuple(LimitRow(h, line.quotient(h, value), line.quotient(-h, value)) for h in STEPS)
    order = math.nan if exact is None else line.order(exact[1])
    kind = "derivative" if exact is not None else without_derivative(expression, point, index)
    return Limit(point, value, math.nan if exact is None else float(exact[0]), rows, order, kind)


def without_derivative(expression: Expression, x: Array, index: int) -> Kind:
    """Why the quotients of f at x, (m,), along one axis do not lead to one derivative."""
    known = np.isfinite([*x, expression(x)]).all()
    return _Line(expression, x, index, None).kind() if known else "nowhere"


class _Line:
    """f along one axis through x, in floating point and in many digits."""

    def __init__(self, expression: Expression, x: Array, index: int, exact: Any) -> None:
        largest = max(abs(value) for value in x.tolist())
        self._expression, self._x, self._index = expression, x, index
        self._arithmetic = Digits(_DIGITS + math.ceil(math.log10(largest + 1)))
        self._start: Sequence[Any] = [self._arithmetic.number(value) for value in x.tolist()]
        self._exact: Any = None if exact is None else self._arithmetic.number(exact)
        self._middle = self._at(0)

    def _at(self, step: Any) -> Any:
        """f at this step from x in many digits, None where it has no value."""
        point = list(self._start)
        point[self._index] += step
        try:
            return self._arithmetic.values([[self._expression]], point)[0]
        except NoValueError:
            return None

    def _slope(self, h: Any) -> Any:
        """The quotient in many digits, None where there is no value."""
        reached = self._at(h)
        return None if reached is None or self._middle is None else (reached - self._middle) / h

    def quotient(self, h: float, value: float) -> Quotient:
        """The quotient with x + h, for a negative h that with x - |h|."""
        moved = self._x.copy()
        moved[self._index] += h
        with np.errstate(all="ignore"):
            found = float((np.float64(self._expression(moved)) - value) / h)
        slope = self._slope(self._arithmetic.number(h))
        if slope is None:
            return Quotient(math.nan, math.nan, math.nan, math.nan)
        if not math.isfinite(found):
            return Quotient(found, math.nan, math.nan, math.nan)
        rounding = float(abs(self._arithmetic.number(found) - slope))
        if self._exact is None:
            return Quotient(found, math.nan, math.nan, rounding)
        error, remainder = abs(self._arithmetic.number(found) - self._exact), abs(slope - self._exact)
        # The derivative itself may have no finite decimal: a quotient that is its nearest float has no error to show.
        if found == float(self._exact):
            error = error * 0
        return Quotient(found, float(error), float(remainder), rounding)

    def order(self, error: Any) -> float:
        """The p of o(h) ~ h**p; nan where nothing is left over that is larger than the error of the derivative."""
        self._arithmetic.largest = abs(self._exact)
        steps = [self._arithmetic.number(h) for h in _SMALL]
        slopes = [self._slope(h) for h in steps]
        left = [abs(slope - self._exact) for slope in slopes if slope is not None]
        if len(left) < len(steps):
            return math.nan
        first, second = left
        noise = 1000 * error + self._arithmetic.largest * self._arithmetic.number(f"1e{20 - _DIGITS}")
        return math.log10(float(first / second)) + 1 if second > noise else math.nan

    def kind(self) -> Kind:
        """Why there is no derivative though f has a value."""
        nearest = self._arithmetic.number(_NEAREST)
        return "edge" if self._at(nearest) is None or self._at(-nearest) is None else "kink"
