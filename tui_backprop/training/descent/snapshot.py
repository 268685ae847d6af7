"""What may be shown about one point of a descent: frozen values, and the numerical check of J and the Hessian."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from tui_backprop.calculus.array import Array
from tui_backprop.calculus.descent.descent import DescentPoint
from tui_backprop.calculus.descent.surface import Interval, Surface
from tui_backprop.calculus.numerical import numerical_jacobian
from tui_backprop.training.descent.recipe import DescentRecipe

TOLERANCE = 1e-7

X1, X2, F, J1, J2 = range(5)
"""The columns of a path: x, f at x and J(f) at x; a row a point."""


@dataclass(frozen=True, eq=False)
class DescentCheck:
    """J and the Hessian at a point by numerical differentiation; `wrong` has (name, row, column) of what differs."""

    worst: float
    wrong: tuple[tuple[str, int, int], ...]

    @property
    def badge(self) -> str:
        """The result in short."""
        found = f"J and H {6 - len(self.wrong)}/6 entries, worst {self.worst:.0e}"
        return f"✗ WRONG {found}" if self.wrong else f"✓ {found}"


def check_point(surface: Surface, x: Array, J: Array, hessian: Array) -> DescentCheck:
    """Check J against differences of f, and the Hessian against differences of J."""
    worst, wrong = 0.0, list[tuple[str, int, int]]()
    with np.errstate(all="ignore"):
        for name, given, numerical in (
            ("J", J.reshape(1, 2), numerical_jacobian(lambda z: np.array([surface.value(z)]), x)),
            ("H", hessian, numerical_jacobian(surface.jacobian, x)),
        ):
            error = np.abs(given - numerical) / max(1.0, float(np.abs(numerical).max()))
            error = np.where(np.isfinite(error), error, math.inf)
            worst = max(worst, float(error.max()))
            wrong += [(name, row, column) for row, column in np.argwhere(error > TOLERANCE).tolist()]
    return DescentCheck(worst, tuple(wrong))


@dataclass(frozen=True, eq=False)
class DescentSnapshot:
    """What may be shown about one point of a descent.

    `path` (reached, 5) has a row for every point reached, before and after the one shown; it is read-only. `after` is
    x of the next point, None where no step can follow. `goal` is the point number that a journey under way goes to.
    The rest is how it is looked at: the window of the map, a logarithmic chart, what a check has found.
    """

    recipe: DescentRecipe
    surface: Surface
    point: DescentPoint
    hessian: Array
    after: Array | None
    path: Array
    goal: int | None
    window: tuple[Interval, Interval]
    running: bool = False
    pace: str = ""
    log: bool = False
    check: DescentCheck | None = None

    @property
    def k(self) -> int:
        """The number of the point shown, counted from 1."""
        return self.point.k

    @property
    def reached(self) -> int:
        """The number of the furthest point reached."""
        return len(self.path)

    @property
    def at_rest(self) -> bool:
        """Whether the last step before this point changed nothing, so that none ever will."""
        last = self.path[max(self.k - 2, 0) : self.k, : X2 + 1]
        return len(last) == 2 and bool((last[0] == last[1]).all())
