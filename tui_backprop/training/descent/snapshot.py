"""What may be shown about one point of a descent: frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tui_backprop.calculus.array import Array
from tui_backprop.calculus.descent.check import DescentCheck
from tui_backprop.calculus.descent.descent import DescentPoint, Landing, Stationary
from tui_backprop.calculus.descent.surface import Surface
from tui_backprop.training.descent.recipe import DescentRecipe
from tui_backprop.training.descent.view import MapView

X1, X2, F, J1, J2 = range(5)
"""The columns of a path: x, f at x and J(f) at x; one row per point."""

End = Literal["trouble", "converged", "farthest"]
"""Why a run stops by itself: no step can follow, a step no longer changes x, or it is the last point there may be."""


@dataclass(frozen=True, eq=False)
class DescentSnapshot:
    """What may be shown about one point of a descent.

    `path` (reached, 5) has a row for every point reached, before and after the one shown; it is read-only. `after` (2,) is
    x of the next point and `landing` what the step to it does, both None where no step can follow. `goal` is the point
    number that a journey under way goes to. `end` is why a run at this point goes no further, None where it would go on.
    `arrived` is what the descent has come to where next to none of its way is left, else None.
    The rest is how it is looked at: the view of the map, the `span` of points that the chart shows, from the first to the
    last, a logarithmic chart, the speed in steps a second, what a check has found.
    """

    recipe: DescentRecipe
    surface: Surface
    point: DescentPoint
    after: Array | None
    landing: Landing | None
    path: Array
    goal: int | None
    end: End | None
    arrived: Stationary | None
    view: MapView
    span: tuple[int, int]
    running: bool = False
    steps_per_second: float = 1.0
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
