"""A gradient descent in time (section 3.1): a run that travels to any of its points bit for bit.

A step costs about a microsecond, so a run keeps every point that it has reached and needs no thread of its own.
"""

from __future__ import annotations

import math
import shlex
from dataclasses import replace

import numpy as np

from tui_backprop.calculus.descent.descent import FAR, DescentPoint, descent_point, step
from tui_backprop.training.descent.recipe import FARTHEST, DescentRecipe
from tui_backprop.training.descent.snapshot import X2, DescentSnapshot
from tui_backprop.training.learning_rate import check_learning_rate, next_rate

_Place = tuple[DescentRecipe, int, int]


class DescentRun:
    """Goes along a descent, on, back and to any point, and keeps the recipes before each change.

    A journey is asked for by `travel` and made by `walk`, in portions; the point shown is where it has got to.
    """

    def __init__(self, recipe: DescentRecipe | None = None) -> None:
        self.recipe = recipe or DescentRecipe()
        self._done: list[_Place] = []
        self._undone: list[_Place] = []
        self._rows = np.empty((256, 5))
        self.reached = 0
        self._begin()
        self._k = self._goal = 1

    @property
    def k(self) -> int:
        """The number of the point shown, counted from 1."""
        return min(self._k, self.reached)

    @property
    def settled(self) -> bool:
        """Whether no journey is under way."""
        return self.reached >= self._goal

    @property
    def trouble(self) -> str:
        """Why no step can follow the furthest point, empty while one can."""
        return self._point(self.reached).trouble

    # --- travel

    def travel(self, k: int) -> None:
        """Set out for point k; what is beyond the furthest is walked."""
        self._k = min(max(k, 1), FARTHEST)
        self._goal = max(self.reached, self._k)

    def move(self, steps: int) -> None:
        """Set out for so many steps on or back, from where a journey under way would end."""
        self.travel(self._k + steps)

    def halt(self) -> None:
        """End the journey where it is."""
        self._k, self._goal = self.k, self.reached

    def walk(self, most: int = FARTHEST) -> bool:
        """Take at most so many of the steps that the journey needs; whether it is over."""
        if not self.settled and self._extend(min(self._goal, self.reached + most)):
            self.halt()
        return self.settled

    # --- changes

    def change(self, recipe: DescentRecipe, k: int | None = None) -> None:
        """Go on with another recipe from point k, else from this one; it can be undone."""
        if recipe == self.recipe and k is None:
            return
        self._done.append((self.recipe, self.k, self.reached))
        self._undone.clear()
        kept = self.recipe.shared(recipe)
        self._adopt(recipe, self.k if k is None else k, min(kept, self.reached))

    def set_alpha(self, alpha: float) -> None:
        """Another learning rate from the next step on. Raises ValueError."""
        self.change(self.recipe.edited(self.k, check_learning_rate(alpha)))

    def scale_alpha(self, up: bool) -> None:
        """The next learning rate of 1, 2, 5, 10, 20, 50, …, up or down."""
        self.set_alpha(next_rate(self.recipe.alpha_at(self.k), up))

    def restart(self) -> None:
        """Start again from the same start, with α as it was there."""
        self.change(replace(self.recipe, edits=()), 1)
        self._cut(1)

    def undo(self) -> bool:
        """Take back the last change; whether there was one."""
        return self._swap(self._done, self._undone)

    def redo(self) -> bool:
        """Make the change again that was taken back; whether there was one."""
        return self._swap(self._undone, self._done)

    def _swap(self, source: list[_Place], target: list[_Place]) -> bool:
        if not source:
            return False
        target.append((self.recipe, self.k, self.reached))
        self._adopt(*source.pop())
        return True

    def _adopt(self, recipe: DescentRecipe, k: int, goal: int) -> None:
        kept = min(self.recipe.shared(recipe), self.reached)
        self.recipe = recipe
        if kept == 0:
            self._begin()
        elif kept < self.reached:
            self._cut(kept)
        self._k, self._goal = max(k, 1), max(goal, k, self.reached)

    # --- the path

    def _cut(self, kept: int) -> None:
        # Snapshots look at the rows that are dropped: the new ones get an array of their own.
        self._rows, self.reached = self._rows[: max(kept, 256)].copy(), kept
        self._k, self._goal = min(self._k, kept), kept

    def _begin(self) -> None:
        surface, start = self.recipe.surface, self.recipe.start
        self._rows = np.empty((256, 5))
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
                if not fine and self._point(k).trouble:
                    return True
                if k == goal:
                    break
                alpha = self.recipe.alpha_at(k)
                x1, x2 = x1 - alpha * j1, x2 - alpha * j2
                y, (j1, j2) = f(x1, x2), J(x1, x2)
                rows[k] = x1, x2, y, j1, j2
                self.reached = k + 1
        return False

    def _point(self, k: int) -> DescentPoint:
        return descent_point(self.recipe.surface, self._rows[k - 1, : X2 + 1], self.recipe.alpha_at(k), k)

    def snapshot(self) -> DescentSnapshot:
        """The point shown, with the path around it."""
        point, surface = self._point(self.k), self.recipe.surface
        path = self._rows[: self.reached]
        path.flags.writeable = False
        return DescentSnapshot(
            recipe=self.recipe,
            surface=surface,
            point=point,
            hessian=surface.hessian(point.x),
            after=None if point.trouble else step(surface, point.x, point.alpha),
            path=path,
            goal=None if self.settled else self._goal,
            window=surface.window,
        )

    def command(self) -> str:
        """The command line whose last row is this point; after an edit it begins where the edit was made."""
        edits = [edit for edit in self.recipe.edits if edit.k <= self.k]
        k, alpha = (edits[-1].k, edits[-1].alpha) if edits else (1, self.recipe.alpha)
        x1, x2 = self._rows[k - 1, : X2 + 1].tolist()
        options = [f"--f={self.recipe.f}", f"--start={x1!r},{x2!r}", f"--learning-rate={alpha!r}"]
        return shlex.join(["tui-backprop", "descent", *options, f"--steps={self.k - k}"])
