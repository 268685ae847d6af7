"""One descent and how it is looked at: the session owns both, and nothing else changes them."""

from __future__ import annotations

import shlex
from dataclasses import replace
from math import inf, isfinite
from time import monotonic

import numpy as np

from tui_backprop.calculus.array import Array
from tui_backprop.calculus.descent.check import DescentCheck, check_point
from tui_backprop.calculus.descent.descent import arrival, landing, step
from tui_backprop.calculus.descent.presets import DescentPreset
from tui_backprop.training.descent.recipe import FARTHEST, DescentRecipe, preset_recipe
from tui_backprop.training.descent.run import DescentRun
from tui_backprop.training.descent.snapshot import X2, DescentSnapshot, End, F
from tui_backprop.training.descent.view import MapView
from tui_backprop.training.history import History
from tui_backprop.training.learning_rate import check_learning_rate, next_learning_rate

STEPS_PER_SECOND = (1.0, 2.0, 5.0, 10.0, 30.0, 100.0, 1_000.0, inf)
"""The speeds of a run, in steps a second."""

WALKING = 0.03
"""The seconds that one `advance` may walk."""

PORTION = 200
STEPS_AT_FULL_SPEED = 5_000
FEWEST_POINTS = 5
LOOK_AHEAD = 200
"""How many steps of the path to come a fitted view takes in."""

RUNAWAY = 1e4
"""So many times the f of the first point is more than a linear chart can show beside it."""

_Past = tuple[DescentRecipe, int, int]


class DescentSession:
    """A descent with its time, its undo, its view and its check.

    Whoever shows it asks `advance` from time to time for as long as it is not `at_rest`, and `snapshot` for what to show.
    """

    def __init__(self, recipe: DescentRecipe | None = None) -> None:
        self.run = DescentRun(recipe or DescentRecipe())
        self.running = False
        self._speed = STEPS_PER_SECOND.index(10.0)
        self._history: History[_Past] = History()
        self._due = self._seen = 0.0
        self._checking = False
        self._log: bool | None = None
        self._check: tuple[tuple[DescentRecipe, int], DescentCheck] | None = None
        self._view = self._fitted()
        self._span: tuple[int, int] | None = None

    @property
    def recipe(self) -> DescentRecipe:
        """What is descended on, from where, and with which α."""
        return self.run.recipe

    @property
    def k(self) -> int:
        """The number of the point shown, counted from 1."""
        return self.run.k

    @property
    def alpha(self) -> float:
        """The learning rate of the step from the point shown."""
        return self.recipe.alpha_at(self.k)

    @property
    def at_rest(self) -> bool:
        """Whether nothing is under way, neither a run nor a journey."""
        return not self.running and self.run.settled

    # --- time

    def start_or_stop(self) -> None:
        """Run, or pause; the first step of a run is due at once."""
        self.run.halt()
        self.running = not self.running
        self._seen, self._due = monotonic(), 1.0

    def pause(self) -> None:
        """Stop what is under way, where it has got to."""
        self.running = False
        self.run.halt()
        self._arrive()

    def change_speed(self, faster: bool) -> None:
        """The next speed up or down."""
        self._speed = min(max(self._speed + (1 if faster else -1), 0), len(STEPS_PER_SECOND) - 1)

    def advance(self) -> End | None:
        """Go on with what is under way, for a moment; the reason if a run has come to its end by that."""
        now, was_settled = monotonic(), self.run.settled
        if self.running:
            speed = STEPS_PER_SECOND[self._speed]
            self._due += STEPS_AT_FULL_SPEED if speed == inf else speed * (now - self._seen)
            steps, self._due = int(self._due), self._due % 1
            # Steps are not saved up while a journey is behind.
            if steps and was_settled:
                self.run.move(steps)
                was_settled = False
        self._seen = now
        while not self.run.walk(PORTION) and monotonic() < now + WALKING:
            pass
        self._arrive()
        end = self._end()
        stopped = end if self.running or (end == "trouble" and not was_settled) else None
        self.running = self.running and end is None
        return stopped

    def travel(self, k: int) -> None:
        """Set out for point k."""
        self.running = False
        self.run.travel(k)

    def move(self, steps: int) -> None:
        """Set out for so many steps on or back."""
        self.running = False
        self.run.move(steps)

    def jump(self, unit: int, forward: bool) -> None:
        """Set out for the next multiple of `unit`, or for the one before."""
        self.running = False
        self.run.jump(unit, forward)

    def _end(self) -> End | None:
        """Why a run goes no further than the point shown."""
        if self.k < self.run.reached or not self.run.settled:
            return None
        if self.run.trouble:
            return "trouble"
        last = self.run.path[-2:, : X2 + 1]
        if len(last) == 2 and bool((last[0] == last[1]).all()):
            return "converged"
        return "farthest" if self.k == FARTHEST else None

    # --- changes

    def set_alpha(self, alpha: float) -> None:
        """Another learning rate from the next step on. Raises ValueError."""
        reached = self.run.reached
        self._change(self.recipe.edited(self.k, check_learning_rate(alpha)))
        if self.run.reached < reached:
            self._fit_again()

    def scale_alpha(self, up: bool) -> None:
        """The next learning rate of 1, 2, 5, 10, 20, 50, …, up or down."""
        self.set_alpha(next_learning_rate(self.alpha, up))

    def set_start(self, start: tuple[float, float]) -> None:
        """Start elsewhere, with α as it was at the start. Raises ValueError."""
        self._begin(replace(self.recipe, start=start, edits=()))

    def set_surface(self, f: str) -> None:
        """Descend on the surface of a name, from its own start, or on an expression's. Raises ExpressionError."""
        recipe = replace(self.recipe, f=f, edits=())
        if recipe.surface.name == f:
            recipe = replace(recipe, start=recipe.surface.start, alpha=recipe.surface.alpha)
        self._begin(recipe)

    def take_preset(self, preset: DescentPreset) -> None:
        """Begin a preset."""
        self._begin(preset_recipe(preset))
        self._view = self._fitted()

    def restart(self) -> None:
        """Start again from the same start, with α as it was there."""
        self._begin(replace(self.recipe, edits=()))
        self.run.cut(1)
        self._fit_again()

    def undo(self) -> bool:
        """Take back the last change; whether there was one."""
        return self._swap(self._history.undo(self._present()))

    def redo(self) -> bool:
        """Make the change again that was taken back; whether there was one."""
        return self._swap(self._history.redo(self._present()))

    def _begin(self, recipe: DescentRecipe) -> None:
        self.running = False
        self._change(recipe, 1)

    def _change(self, recipe: DescentRecipe, k: int | None = None) -> None:
        """Go on with another recipe from point k, else from this one; it can be undone."""
        if recipe == self.recipe and k is None:
            return
        self._history.keep(self._present())
        kept = min(self.recipe.shared(recipe), self.run.reached)
        self._adopt(recipe, self.k if k is None else k, kept)

    def _swap(self, past: _Past | None) -> bool:
        self.running = False
        if past is not None:
            self._adopt(*past)
        return past is not None

    def _present(self) -> _Past:
        return self.recipe, self.k, self.run.reached

    def _adopt(self, recipe: DescentRecipe, k: int, goal: int) -> None:
        same = self.recipe.f == recipe.f
        self.run.adopt(recipe, k, goal)
        # Nothing moves without a reason: a click on the map must not move the map.
        if not (same and self._view.shows(self.run.point(self.k).x)):
            self._view = self._fitted()

    def _fit_again(self) -> None:
        """After the path has changed: if the view was fitted to the path before, fit it to this one."""
        if self._view.kind == "path":
            self._view = self._fitted()

    # --- looks

    def look_closer(self, factor: float, about: tuple[float, float] | None = None) -> None:
        """Look at a window 1/factor times as wide, around a place, else around the point shown."""
        place = self.run.point(self.k).x if about is None else np.array(about)
        self._view = self._view.scaled(self.recipe.surface, 1 / factor, place)

    def look_aside(self, right: float, up: float) -> None:
        """Move the window by so many of its widths and heights."""
        self._view = self._view.moved(right, up)

    def look_at_path_or_whole(self) -> None:
        """Fit the view to the path; if it is, look at the whole of the surface's own window."""
        whole = MapView.whole(self.recipe.surface)
        self._view = whole if self._view.kind == "path" else self._fitted()

    def look_at_steps(self, factor: float, k: int | None = None) -> None:
        """Chart 1/factor times as many points, with point k where it is, else the point shown; all of them at the most."""
        first, last = self._shown_span()
        about = self.k if k is None else min(max(k, first), last)
        points = max(round((last - first + 1) / factor), FEWEST_POINTS)
        if points >= self.run.reached:
            self._span = None
            return
        first = round(about - (about - first) * (points - 1) / max(last - first, 1))
        first = min(max(first, 1), self.run.reached - points + 1)
        self._span = (first, first + points - 1)

    def look_at_all_steps(self) -> None:
        """Chart all points reached."""
        self._span = None

    def toggle_log(self) -> bool:
        """A logarithmic curve, or a linear one; whether it can be, for f must be over 0 for it."""
        if not self._is_positive():
            return False
        self._log = not self._is_logarithmic()
        return True

    def toggle_check(self) -> None:
        """Check J and the Hessian at every point where the descent rests, or stop it."""
        self._checking = not self._checking
        self._arrive()

    def _is_logarithmic(self) -> bool:
        """Whether the curve is drawn on a logarithmic axis.

        As the reader has chosen; without a choice, where f has run away: on a linear axis its first values would all lie
        on one line. Never where f is not positive.
        """
        f = self.run.path[:, F]
        chosen = bool(f.max() > RUNAWAY * f[0]) if self._log is None else self._log
        return chosen and self._is_positive()

    def _is_positive(self) -> bool:
        return bool((self.run.path[:, F] > 0).all())

    def _shown_span(self) -> tuple[int, int]:
        """The first and the last point that the chart shows."""
        if self._span is None or self._span[1] > self.run.reached:
            return 1, self.run.reached
        return self._span

    def _arrive(self) -> None:
        """What the view, the span and the check make of the point that is shown now."""
        point = self.run.point(self.k)
        first, last = self._shown_span()
        if self._span is not None and not first <= self.k <= last:
            moved = min(max(self.k - (last - first) // 2, 1), self.run.reached - (last - first))
            self._span = (moved, moved + last - first)
        if not self._view.shows(point.x) and np.isfinite(point.x).all():
            if self._view.kind == "path":
                self._view = self._fitted()
            elif self._view.kind == "chosen" and self._was_shown():
                self._view = self._view.centred(point.x)
        if not self._checking or not self.at_rest or point.trouble:
            self._check = None
        elif self._check is None or self._check[0] != (self.recipe, self.k):
            self._check = ((self.recipe, self.k), check_point(self.recipe.surface, point))

    def _was_shown(self) -> bool:
        """Whether the point before the one shown is in the window, so that the path has just left it."""
        neighbours = self.run.path[max(self.k - 2, 0) : self.k + 1, : X2 + 1]
        return any(self._view.shows(x) for x in neighbours)

    def _fitted(self) -> MapView:
        """The view of the path up to the point shown, and of the steps to come."""
        path = self.run.path[:, : X2 + 1]
        return MapView.of_path(self.recipe.surface, np.concatenate((path, self._ahead())))

    def _ahead(self) -> Array:
        """The next points of the path, (n, 2), as far as they are finite."""
        J, alpha = self.recipe.surface.J, self.recipe.alpha_at(self.run.reached)
        x1, x2 = self.run.path[-1, : X2 + 1]
        points: list[tuple[float, float]] = []
        with np.errstate(all="ignore"):
            for _ in range(LOOK_AHEAD):
                j1, j2 = J(x1, x2)
                x1, x2 = x1 - alpha * j1, x2 - alpha * j2
                if not (isfinite(x1) and isfinite(x2)):
                    break
                points.append((float(x1), float(x2)))
        return np.array(points).reshape(-1, 2)

    # --- what to show

    def snapshot(self) -> DescentSnapshot:
        """The point shown, with the path around it."""
        run, surface = self.run, self.recipe.surface
        point = run.point(self.k)
        after = None if point.trouble else step(surface, point.x, point.alpha)
        return DescentSnapshot(
            recipe=run.recipe,
            surface=surface,
            point=point,
            after=after,
            landing=None if after is None else landing(surface, point, after),
            path=run.path,
            goal=run.goal,
            end=self._end(),
            arrived=arrival(point, run.path[0, : X2 + 1]),
            view=self._view,
            span=self._shown_span(),
            running=self.running,
            steps_per_second=STEPS_PER_SECOND[self._speed],
            log=self._is_logarithmic(),
            check=None if self._check is None or self._check[0] != (self.recipe, self.k) else self._check[1],
        )

    def command(self) -> str:
        """The command line whose last row is this point; after an edit it begins where the edit was made."""
        edits = [edit for edit in self.recipe.edits if edit.k <= self.k]
        k, alpha = (edits[-1].k, edits[-1].alpha) if edits else (1, self.recipe.alpha)
        x1, x2 = self.run.path[k - 1, : X2 + 1].tolist()
        options = [f"--f={self.recipe.f}", f"--start={x1!r},{x2!r}", f"--learning-rate={alpha!r}"]
        return shlex.join(["tui-backprop", "descent", *options, f"--steps={self.k - k}"])
