"""Gradient descent on a surface: x(k+1) = x(k) - α J(f) at x(k), as in (3.5); and what can be known of a step.

Two things are told apart: what a step would do if f were the parabola that touches it along the step, and what it did.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from tui_backprop.calculus.array import Array
from tui_backprop.calculus.descent.surface import Surface

GAUGE_LIMIT = 2.0
FAR = 1e8

_STRAIGHT = 1e-6

NEGLIGIBLE = 1e-9
"""An eigenvalue or a bend smaller than this share of the largest is rounding, and its sign says nothing."""

Trouble = Literal["x_infinite", "x_far", "f_infinite", "J_infinite"]
"""Why no step can follow a point: x is not finite, or farther out than FAR; f has no finite value or no finite J there."""

ARRIVED = 1e-9
"""A descent has arrived when less than this share of its way is left."""

Stationary = Literal["minimum", "maximum", "saddle", "valley", "flat"]
"""What a point is where J is 0: "valley" where f bends upwards in one direction and the second derivatives cannot tell for the
other, "flat" where they cannot tell at all."""

Gauge = Literal["unknown", "no_bottom", "short", "onto", "over", "level", "beyond"]
"""What a step does on a parabola, by α times its bend: a parabola that does not bend upwards has no bottom; under 1 the
step stops short of the bottom, at 1 it lands there, up to 2 it jumps over it and lands lower than it began, at 2 as high
as it began, over 2 higher."""


@dataclass(frozen=True, eq=False)
class DescentPoint:
    """Point number k of a descent, counted from 1 as in (3.3).

    x (2,); f, J (2,) and the hessian (2, 2) at x; its `eigenvalues` (2,) in ascending order; the learning rate `alpha` of
    the step to come. `trouble` is why no step can follow, None as long as one can.
    """

    k: int
    x: Array
    f: float
    J: Array
    hessian: Array
    eigenvalues: Array
    alpha: float
    trouble: Trouble | None

    @property
    def lambda_max(self) -> float:
        """The largest curvature of f at x, the larger eigenvalue of the Hessian."""
        return float(self.eigenvalues[-1])

    @property
    def gauge(self) -> float:
        """α λ_max, which a steady descent keeps under 2.

        On a parabola of the curvature λ a step multiplies the distance to the lowest point by
        1 - α λ: from 1 on the steps jump over it, from 2 on they jump further and further away."""
        return self.alpha * self.lambda_max

    @property
    def bend(self) -> float:
        """The curvature of f along the step, JᵀHJ / JᵀJ; nan where J is 0 or not finite."""
        with np.errstate(all="ignore"):
            direction = self.J / np.hypot(*self.J)
            return float(direction @ self.hessian @ direction)

    @property
    def gauge_along_step(self) -> float:
        """α times the curvature along the step: what the gauge is for this very step."""
        return self.alpha * self.bend

    @property
    def stationary(self) -> Stationary | None:
        """What the point is if J is exactly 0 there, else None."""
        return None if self.J.any() or not np.isfinite(self.eigenvalues).all() else _STATIONARY.get(self._signs, "flat")

    @property
    def bends_both_ways(self) -> bool:
        """Whether f bends up in one direction and down in another here."""
        return self._signs == (-1, 1)

    @property
    def _signs(self) -> tuple[int, int]:
        """The signs of the eigenvalues, 0 for one that is negligible beside the other."""
        return _signs(self.eigenvalues, NEGLIGIBLE)

    @property
    def steepest_parabola(self) -> Gauge:
        """What a step does on a parabola that bends like f where f bends most."""
        return _gauge(self.alpha, self.lambda_max, abs(float(self.eigenvalues[0])))

    @property
    def parabola(self) -> Gauge:
        """What this step does on the parabola that touches f along it."""
        return _gauge(self.alpha, self.bend, float(np.abs(self.eigenvalues).max()))


_STATIONARY: dict[tuple[int, int], Stationary] = {
    (1, 1): "minimum",
    (-1, -1): "maximum",
    (-1, 1): "saddle",
    (0, 1): "valley",
}


def _signs(eigenvalues: Array, negligible: float) -> tuple[int, int]:
    """The signs of two eigenvalues, 0 for one that is negligible beside the other."""
    lowest, highest = eigenvalues.tolist()
    least = negligible * max(abs(lowest), abs(highest))
    return (lowest > least) - (lowest < -least), (highest > least) - (highest < -least)


def arrival(point: DescentPoint, start: Array) -> Stationary | None:
    """What a descent from `start`, (2,), has come to by this point; None as long as it has not arrived.

    How far it is to the point where J is 0 tells J beside the bends of f, each along its own direction. Where f does not
    bend no distance is known, and there J itself must be nothing but rounding.
    """
    if point.trouble is not None or not np.isfinite(point.eigenvalues).all() or not point.eigenvalues.any():
        return None
    bends, directions = np.linalg.eigh(point.hessian)
    sizes, slopes = np.abs(bends), np.abs(point.J @ directions)
    straight = sizes <= _STRAIGHT * sizes.max()
    left = slopes / np.where(straight, _STRAIGHT * sizes.max(), sizes)
    way = float(np.hypot(*(point.x - start)))
    return _STATIONARY.get(_signs(bends, _STRAIGHT), "flat") if left.max() <= ARRIVED * way else None


def _gauge(alpha: float, bend: float, other: float) -> Gauge:
    """What a step at `alpha` does on a parabola with this `bend`, beside which the bend `other` is found as well."""
    product = alpha * bend
    if not math.isfinite(product):
        return "unknown"
    if bend <= NEGLIGIBLE * other:
        return "no_bottom"
    marks: tuple[tuple[float, Gauge, Gauge], ...] = ((1.0, "short", "onto"), (GAUGE_LIMIT, "over", "level"))
    for mark, below, at in marks:
        if math.isclose(product, mark, rel_tol=NEGLIGIBLE):
            return at
        if product < mark:
            return below
    return "beyond"


@dataclass(frozen=True, eq=False)
class Landing:
    """What a step did.

    `f` is "lower", "higher" or "level" (but for rounding) where it landed, or "lost" if f has no finite value there.
    `passed` is whether f, still falling at the start of the step, rises again along it at its end, so that a lowest
    point of this line lies between; None where the slope at the end is nothing but rounding, or not known.
    """

    value: float
    f: Literal["lower", "level", "higher", "lost"]
    passed: bool | None


def landing(surface: Surface, point: DescentPoint, x: Array) -> Landing:
    """What the step from a point to `x`, shape (2,), did."""
    value, J = surface.value(x), surface.jacobian(x)
    if not math.isfinite(value):
        return Landing(value, "lost", None)
    rounding = 16 * np.finfo(np.float64).eps * max(abs(value), abs(point.f))
    change = value - point.f
    f: Literal["lower", "level", "higher"] = "level" if abs(change) <= rounding else "lower" if change < 0 else "higher"
    with np.errstate(all="ignore"):
        sizes = float(np.hypot(*point.J)), float(np.hypot(*J))
        slope = float(point.J @ J)
    known = math.isfinite(slope) and abs(slope) > NEGLIGIBLE * sizes[0] * sizes[1]
    return Landing(value, f, slope < 0 if known else None)


def step(surface: Surface, x: ArrayLike, alpha: float) -> Array:
    """x - α J(f), shape (2,) (3.5). Raises ValueError for another shape."""
    with np.errstate(all="ignore"):
        return np.asarray(np.asarray(x, dtype=np.float64) - alpha * surface.jacobian(x))


def descent_point(surface: Surface, x: ArrayLike, alpha: float, k: int = 1) -> DescentPoint:
    """What there is to know at x, shape (2,), as point number k.

    Raises ValueError for another shape and for a learning rate that is not positive and finite."""
    if not 0 < alpha < np.inf:
        raise ValueError(f"the learning rate is a positive number, not {alpha:g}")
    point = np.array(x, dtype=np.float64)
    f, J, hessian = surface.value(point), surface.jacobian(point), surface.hessian(point)
    return DescentPoint(k, point, f, J, hessian, _eigenvalues(hessian), float(alpha), trouble(point, f, J))


def next_point(surface: Surface, point: DescentPoint, alpha: float | None = None) -> DescentPoint:
    """The point one step on, whose own step to come is with `alpha` or else with the same rate.

    Raises ValueError if the point is in trouble."""
    if point.trouble:
        raise ValueError(f"no step can follow point {point.k}: {point.trouble}")
    x = step(surface, point.x, point.alpha)
    return descent_point(surface, x, point.alpha if alpha is None else alpha, point.k + 1)


def trouble(x: Array, f: float, J: Array) -> Trouble | None:
    """Why no step can follow a point with this x (2,), f and J (2,), None if one can."""
    if not np.isfinite(x).all():
        return "x_infinite"
    if np.abs(x).max() > FAR:
        return "x_far"
    if not math.isfinite(f):
        return "f_infinite"
    return None if np.isfinite(J).all() else "J_infinite"


def _eigenvalues(hessian: Array) -> Array:
    if not np.isfinite(hessian).all():
        return np.full(2, np.nan)
    return np.asarray(np.linalg.eigvalsh(hessian), dtype=np.float64)
