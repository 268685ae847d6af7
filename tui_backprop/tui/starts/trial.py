"""One plan behind the screen: begun, paused, ended, and looked at ten times a second while it runs."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from textual.screen import Screen

from tui_backprop.calculus.array import Array
from tui_backprop.training.starts.plan import Plan
from tui_backprop.training.starts.portrait import portrait
from tui_backprop.training.starts.results import StartResult
from tui_backprop.training.starts.run import StartsRun, State
from tui_backprop.tui.starts.look import Kind, Look

LOOKS_A_SECOND = 10
PORTRAIT = (16, 16)
"""Pixels of a group's picture: rows and columns."""

COLUMNS = ("number", "iteration", "error")
MOST_PORTRAITS = 8


class Trial:
    """Owns the run of the plan and how it is looked at; `show` receives every look that differs from the last."""

    def __init__(self, screen: Screen[Any], plan: Plan, show: Callable[[Look], None]) -> None:
        self._screen = screen
        self._show = show
        self._run = StartsRun(plan)
        self._chosen = 0
        self._column, self._descending, self._logarithmic = COLUMNS[0], False, False
        self._portraits: dict[Kind, Array] = {}
        self._wanted: set[Kind] = set()
        self._drawn: tuple[object, ...] = ()
        self._seen = State.WAITING

    @property
    def plan(self) -> Plan:
        """What is tried."""
        return self._run.plan

    @property
    def under_way(self) -> bool:
        """Whether it has begun and not ended."""
        return self._state in (State.RUNNING, State.PAUSED)

    @property
    def settled(self) -> bool:
        """Whether nothing changes by itself, and all that has changed is shown."""
        state = self._state
        return state is not State.RUNNING and state is self._seen and not self._wanted - self._portraits.keys()

    @property
    def _state(self) -> State:
        return self._run.snapshot(self._chosen).state

    # --- what is done to it

    def take(self, plan: Plan) -> None:
        """Put another plan in the place of this one, which ends; it waits to be begun."""
        self.stop()
        self._run = StartsRun(plan)
        self._chosen = 0
        self._portraits, self._wanted = {}, set()
        self.look()

    def toggle(self) -> None:
        """Begin, pause, go on; after its end, begin again."""
        state = self._state
        if state is State.RUNNING:
            self._run.pause()
        elif state is State.PAUSED:
            self._run.go_on()
        else:
            if state is not State.WAITING:
                self.take(self.plan)
            self._run.start()
        self.look()

    def stop(self) -> None:
        """End what is under way."""
        self._run.stop()

    def choose(self, setting: int) -> None:
        """Look at another setting of the plan, round and round."""
        self._chosen = setting % len(self.plan.settings)
        self.look()

    def sort(self) -> None:
        """Sort by the next column."""
        self._column = COLUMNS[(COLUMNS.index(self._column) + 1) % len(COLUMNS)]
        self.look()

    def reverse(self) -> None:
        """Sort the other way round."""
        self._descending = not self._descending
        self.look()

    def rescale(self) -> None:
        """Iterations on a logarithmic axis, or on a linear one."""
        self._logarithmic = not self._logarithmic
        self.look()

    # --- what is seen of it

    @property
    def chosen(self) -> int:
        """The index of the setting that is looked at."""
        return self._chosen

    def look(self) -> None:
        """Show what has changed since the last look; the seeds are sorted only then."""
        snapshot = self._run.snapshot(self._chosen)
        self._seen = snapshot.state
        view = (self._column, self._descending, self._logarithmic)
        now = (snapshot.state, snapshot.preparing, snapshot.done)
        drawn = (snapshot.plan, *now, snapshot.chosen, *view, len(self._portraits))
        if drawn != self._drawn:
            self._drawn = drawn
            order = snapshot.results.order(self._column, self._descending, self._chosen)
            self._show(Look(snapshot, order, *view, dict(self._portraits)))
        if snapshot.setting.recipe(0).inputs == 2:
            for group in snapshot.settings[self._chosen].groups[:MOST_PORTRAITS]:
                self._want((self._chosen, group.wrong), group.example)

    def _want(self, kind: Kind, result: StartResult) -> None:
        if kind not in self._wanted:
            self._wanted.add(kind)
            paint = partial(self._paint, self._run, kind, result)
            self._screen.run_worker(paint, group="portraits", thread=True, exit_on_error=False)

    def _paint(self, run: StartsRun, kind: Kind, result: StartResult) -> None:
        picture = portrait(result.recipe, result.cycle, *PORTRAIT)
        self._screen.app.call_from_thread(self._hang, run, kind, picture)

    def _hang(self, run: StartsRun, kind: Kind, picture: Array) -> None:
        if run is self._run:
            self._portraits[kind] = picture
            self.look()
