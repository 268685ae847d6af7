"""A gradient descent in time (section 3.1): a run that travels to any of its points bit for bit.

A step costs about a microsecond, so a run keeps every point that it has reached and needs no thread of its own.
"""

from __future__ import annotations

import math

import numpy as np

from tui_backprop.calculus.array import Array
from tui_backprop.calculus.descent.descent import FAR, DescentPoint, Trouble, descent_point
from tui_backprop.training.descent.recipe import FARTHEST, DescentRecipe
from tui_backprop.training.descent.snapshot import X2

ROWS = 256


class DescentRun:
    """Goes along a descent, on, back and to any point.

    A journey is asked for by `travel` and made by `walk`, in portions; the point shown is where it has got to.
    """

    def __init__(self, recipe: DescentRecipe) -> None:
        self.recipe = recipe
        self._rows = np.empty((ROWS, 5))
        self.reached = 0
        self._begin()
        self._k = self._goal = 1

    @property
    def k(self) -> int:
        """The number of the point shown, counted from 1."""
        return min(self._k, self.reached)

    @property
    def goal(self) -> int | None:
        """The number of the point that a journey under way goes to."""
        return None if self.settled else self._goal

    @property
    def settled(self) -> bool:
        """Whether no journey is under way."""
        return self.reached >= self._goal

    @property
    def trouble(self) -> Trouble | None:
        """Why no step can follow the furthest point, None while one can."""
        return self.point(self.reached).trouble

    @property
    def path(self) -> Array:
        """The points reached, (reached, 5), read-only."""
        path = self._rows[: self.reached]
        path.flags.writeable = False
        return path

    def point(self, k: int) -> DescentPoint:
        """What there is to know about a point that has been reached."""
        return descent_point(self.recipe.surface, self._rows[k - 1, : X2 + 1], self.recipe.alpha_at(k), k)

    # --- travel

    def travel(self, k: int) -> None:
        """Set out for point k; what is beyond the furthest is walked."""
        self._k = min(max(k, 1), FARTHEST)
        self._goal = max(self.reached, self._k)

    def move(self, steps: int) -> None:
        """Set out for so many steps on or back, from where a journey under way would end."""
        self.travel(self._k + steps)

    def jump(self, unit: int, forward: bool) -> None:
        """Set out for the next multiple of `unit`, or for the one before, from where a journey under way would end."""
        units = self._k // unit + 1 if forward else -(-self._k // unit) - 1
        self.travel(units * unit)

    def halt(self) -> None:
        """End the journey where it is."""
        self._k, self._goal = self.k, self.reached

    def walk(self, most: int = FARTHEST) -> bool:
        """Take at most so many of the steps that the journey needs; whether it is over."""
        if not self.settled and self._extend(min(self._goal, self.reached + most)):
            self.halt()
        return self.settled

    # --- another recipe

    def adopt(self, recipe: DescentRecipe, k: int, goal: int) -> None:
        """Go on with another recipe: keep the points that both share, show point k, and set out for point `goal`."""
        kept = min(self.recipe.shared(recipe), self.reached)
        self.recipe = recipe
        if kept == 0:
            self._begin()
        elif kept < self.reached:
            self.cut(kept)
        self._k, self._goal = max(k, 1), max(goal, k, self.reached)

    def cut(self, kept: int) -> None:
        """Drop the points after number `kept`."""
        # Snapshots look at the rows that are dropped: the new ones get an array of their own.
        self._rows, self.reached = self._rows[: max(kept, ROWS)].copy(), kept
        self._k, self._goal = min(self._k, kept), kept

    def _begin(self) -> None:
        surface, start = self.recipe.surface, self.recipe.start
        self._rows = np.empty((ROWS, 5))
        self._rows[0] = (*start, surface.value(start), *surface.jacobian(start))
        self.reached = 1

    def _extend(self, goal: int) -> bool:
        """Walk up to point number `goal`; whether trouble or the end of all paths stops it before."""
        f, J = self.recipe.surface.f, self.recipe.surface.J
        if goal > len(self._rows):
            longer = np.empty((max(goal, 2 * len(self._rows)), 5))
            longer[: self.reached] = self._rows[: self.reached]
            self._rows = longer
        rows = self._rows
        # NumPy's scalars: what they give is to the bit what calculus.descent.step gives, and an overflow is inf.
        x1, x2, y, j1, j2 = rows[self.reached - 1]
        with np.errstate(all="ignore"):
            for k in range(self.reached, goal + 1):
                fine = abs(x1) <= FAR and abs(x2) <= FAR and all(map(math.isfinite, (y, j1, j2)))
                if not fine and self.point(k).trouble:
                    return True
                if k == goal:
                    break
                alpha = self.recipe.alpha_at(k)
                x1, x2 = x1 - alpha * j1, x2 - alpha * j2
                y, (j1, j2) = f(x1, x2), J(x1, x2)
                rows[k] = x1, x2, y, j1, j2
                self.reached = k + 1
        return False
