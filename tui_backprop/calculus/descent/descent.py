"""Gradient descent on a surface: x(k+1) = x(k) - α J(f) at x(k), as in (3.5)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from tui_backprop.calculus.array import Array
from tui_backprop.calculus.descent.surface import SURFACES, Surface

GAUGE_LIMIT = 2.0
FAR = 1e8


@dataclass(frozen=True, eq=False)
class DescentPoint:
    """Point number k of a descent, counted from 1 as in (3.3).

    x (2,), f and J (2,) at x, `eigenvalues` (2,) of the Hessian at x in ascending order and the
    learning rate `alpha` of the step to come. `trouble` is a sentence about why no step can follow,
    empty as long as one can.
    """

    k: int
    x: Array
    f: float
    J: Array
    eigenvalues: Array
    alpha: float
    trouble: str

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
    f, J = surface.value(point), surface.jacobian(point)
    eigenvalues = _eigenvalues(surface.hessian(point))
    return DescentPoint(k, point, f, J, eigenvalues, float(alpha), _trouble(k, point, f, J))


def next_point(surface: Surface, point: DescentPoint, alpha: float | None = None) -> DescentPoint:
    """The point one step on, whose own step to come is with `alpha` or else with the same rate.

    Raises ValueError if the point is in trouble."""
    if point.trouble:
        raise ValueError(point.trouble)
    x = step(surface, point.x, point.alpha)
    return descent_point(surface, x, point.alpha if alpha is None else alpha, point.k + 1)


def descend(surface: Surface, start: ArrayLike, alpha: float, steps: int) -> tuple[DescentPoint, ...]:
    """The start and the points after it, steps + 1 of them; fewer if the last one is in trouble.

    Raises ValueError as descent_point does."""
    points = [descent_point(surface, start, alpha)]
    while len(points) <= steps and not points[-1].trouble:
        points.append(next_point(surface, points[-1]))
    return tuple(points)


def _eigenvalues(hessian: Array) -> Array:
    if not np.isfinite(hessian).all():
        return np.full(2, np.nan)
    return np.asarray(np.linalg.eigvalsh(hessian), dtype=np.float64)


def _trouble(k: int, x: Array, f: float, J: Array) -> str:
    remedy = "try a smaller learning rate or another start"
    if not np.isfinite(x).all():
        return f"point {k} has left the finite numbers: {remedy}"
    if np.abs(x).max() > FAR:
        return f"point {k} is farther out than {FAR:g}, so the descent runs away: {remedy}"
    if not np.isfinite(f):
        return f"f has no finite value at point {k}: {remedy}"
    if not np.isfinite(J).all():
        return f"f has no finite derivative at point {k}: {remedy}"
    return ""


@dataclass(frozen=True)
class DescentPreset:
    """A descent worth looking at: its name, a true sentence, how to begin, and how many steps show
    what the sentence says."""

    name: str
    sentence: str
    surface_name: str
    start: tuple[float, float]
    alpha: float
    steps: int

    @property
    def surface(self) -> Surface:
        """The surface that it descends on."""
        return SURFACES[self.surface_name]


DESCENT_PRESETS = (
    DescentPreset(
        "article",
        "the article's steps: f = 5, 4.68025856, 4.3628595391; (3.7) prints J without its factor 2",
        "article",
        (1.0, 1.0),
        0.01,
        200,
    ),
    DescentPreset(
        "brisk",
        "after one step x jumps over the lowest point each time, yet f falls: α λ_max nears 1.92",
        "article",
        (1.0, 1.0),
        0.16,
        200,
    ),
    DescentPreset(
        "oscillating",
        "x comes to jump between 1.598 and 1.841: at the lowest point α λ_max is 2.04, over 2",
        "article",
        (1.0, 1.0),
        0.17,
        500,
    ),
    DescentPreset(
        "into-the-saddle",
        "x2 stays -x1 at every step, so the path ends in the saddle (0, 0), where J is 0 and f 10",
        "article",
        (1.0, -1.0),
        0.01,
        300,
    ),
    DescentPreset(
        "past-the-saddle",
        "a start 1e-9 beside the last one comes to the saddle too, but leaves it and ends at f = 1",
        "article",
        (1.0, -1.0 + 1e-9),
        0.01,
        600,
    ),
    DescentPreset(
        "diverging",
        "the gauge α λ_max is 7.2 at the start, and the fifth step is past 1e8",
        "article",
        (5.0, 5.0),
        0.05,
        10,
    ),
    DescentPreset(
        "bowl",
        "x2 changes its sign at every step, for α λ_max is 1.75, while x1 falls by only 7 %",
        "bowl",
        (4.0, 1.0),
        0.07,
        100,
    ),
    DescentPreset(
        "bowl-limit",
        "α λ_max is 2: x2 jumps between 1 and -1 for ever while x1 arrives",
        "bowl",
        (4.0, 1.0),
        0.08,
        100,
    ),
    DescentPreset(
        "saddle",
        "x comes within 0.05 of the saddle (0, 0), then runs away, for f has no least value",
        "saddle",
        (2.0, 0.001),
        0.1,
        200,
    ),
    DescentPreset(
        "rosenbrock",
        "f falls from 24.2 to 4.1 in 10 steps, but along the valley it is still 0.45 after 1000",
        "rosenbrock",
        (-1.2, 1.0),
        0.001,
        1000,
    ),
    DescentPreset(
        "himmelblau",
        "from (0, 0) the descent ends at (3, 2), the nearest of the four least points",
        "himmelblau",
        (0.0, 0.0),
        0.01,
        200,
    ),
    DescentPreset(
        "himmelblau-west",
        "from (-1, 0) the same descent ends at another least point, (-2.805, 3.131)",
        "himmelblau",
        (-1.0, 0.0),
        0.01,
        200,
    ),
)
