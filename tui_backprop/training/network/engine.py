"""The one thread that owns a session: it takes commands from a queue, trains in between, and publishes snapshots."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from queue import Empty, SimpleQueue
from threading import Event
from typing import TYPE_CHECKING, Protocol

from tui_backprop.calculus.array import Array
from tui_backprop.calculus.network.quantities import Phase
from tui_backprop.training.network.notice import (
    Changed,
    Diverged,
    NothingKept,
    Notice,
    Searched,
    Stop,
    TargetReached,
)
from tui_backprop.training.network.session import Session
from tui_backprop.training.network.snapshot import Progress, Snapshot
from tui_backprop.training.network.timeline import Timeline
from tui_backprop.training.pace import Pace

if TYPE_CHECKING:
    from tui_backprop.training.network.condition import Condition
    from tui_backprop.training.network.search import Search

Command = Callable[["Engine"], None]

FRAME, BLURRED_FRAME = 1 / 10, 1 / 8
"""Seconds between two snapshots of a run; at full speed nobody reads the numbers, and fewer go over SSH."""
CHART_FRAME = 1 / 3
PATIENCE = 0.2
ALIVE = 2.0
LEISURE, LATE = 0.1, 10.0
"""Seconds without a command after which the run is kept where it rests; after so many it is kept between two commands."""


class SessionKeeper(Protocol):
    """Keeps a session on disk. Both are called by the loop's thread."""

    def offer(self, session: Session) -> None:
        """The session may be kept now."""
        ...

    def finish(self, session: Session) -> None:
        """The session is to be kept now; it ends."""
        ...


class Engine:
    """Runs a session. All but `submit`, `close`, `idle` and `loop` belong to the loop's thread: call them by a command.

    `publish` receives each new snapshot, at most one a frame while it runs and one after each batch of commands; `say`
    receives what stopped the run, or why a command did nothing; `keeper` keeps the session on disk.
    """

    def __init__(
        self,
        session: Session,
        publish: Callable[[Snapshot], None],
        say: Callable[[Notice | ValueError], None],
        clock: Callable[[], float] = time.monotonic,
        keeper: SessionKeeper | None = None,
    ) -> None:
        self.session = session
        self.pace = Pace()
        self.running = False
        self._publish = publish
        self._say = say
        self._clock = clock
        self.keeper = keeper
        self.ended = Event()
        self._commands: SimpleQueue[Command | None] = SimpleQueue()
        self._submitted = 0
        self._obeyed = 0
        self._at_rest = True
        self._goal: int | None = None
        self._search: Search | None = None
        self._stopped: tuple[Stop, Timeline, int] | None = None
        self._started = (0, 0.0)
        self._measured = (0, 0.0)
        self._cycles_per_second = 0.0
        self._phase_due = 0.0
        self._shown = -1.0
        self._charted = -1.0
        self._drawn: Snapshot | None = None
        self._view: tuple[object, ...] = ()
        self._last: Snapshot | None = None
        self._earlier: Mapping[str, Array] | None = None
        self._offered = clock()
        self._unkept = False

    def submit(self, command: Command) -> None:
        """Have the loop's thread call `command` with this engine. A ValueError of it is said."""
        self._submitted += 1
        self._commands.put(command)

    def close(self) -> None:
        """End the loop."""
        self._commands.put(None)

    @property
    def idle(self) -> bool:
        """Whether all that was submitted is done, and published."""
        return self._submitted == self._obeyed and self._at_rest

    @property
    def _busy(self) -> bool:
        return self.running or self._goal is not None or self._search is not None

    def loop(self, cancelled: Callable[[], bool] = lambda: False) -> None:
        """Work until closed, or until `cancelled` says so, which it is asked every few seconds at least."""
        try:
            self._loop(cancelled)
        finally:
            if self.keeper is not None:
                self.keeper.finish(self.session)
            self.ended.set()

    def _loop(self, cancelled: Callable[[], bool]) -> None:
        self._show()
        while (obeyed := self._obey()) is not None and not cancelled():
            self._keep(bool(obeyed) and not self.running)
            if not obeyed and not self._busy:
                continue
            answer_first = obeyed and self.running and self.pace.full
            if self._busy and not answer_first:
                self._work()
            frame = BLURRED_FRAME if self.pace.full else FRAME
            if obeyed or not self._busy or self._clock() - self._shown >= frame:
                self._show()
            self._at_rest = not self._busy
            self._obeyed += obeyed

    def _keep(self, hurried: bool) -> None:
        """Have the run kept; `hurried` puts it off, since whoever steps waits for the answer."""
        if self.keeper is None:
            return
        now = self._clock()
        self._unkept = hurried and now - self._offered < LATE
        if not self._unkept:
            self.keeper.offer(self.session)
            self._offered = now

    def _obey(self) -> int | None:
        """Carry out the commands in the queue; while nothing is due, wait for one. Gives how many, or None when closed."""
        count = 0
        while True:
            try:
                command = self._commands.get(timeout=0 if count else self._idle_time())
            except Empty:
                return count
            if command is None:
                return None
            count += 1
            cycle = self.session.cycle
            try:
                command(self)
                self._tell()
            except ValueError as error:
                self._say(error)
            if self.session.cycle != cycle:
                self._time_anew()

    def _idle_time(self) -> float:
        """Seconds to wait for a command: 0 where there is work."""
        if not self._busy:
            return LEISURE if self._unkept else ALIVE
        if self._goal is not None or self._search is not None or self.pace.full:
            return 0
        cycle, since = self._started
        if self.pace.unit == "phase":
            due = self._phase_due
        else:
            due = since + (self.session.cycle - cycle + 1) / self.pace.cycles(self.session.timeline.samples)
        return min(max(due - self._clock(), 0), ALIVE)

    # --- commands

    def toggle_running(self) -> None:
        """Run, or pause."""
        self.halt() if self._busy else self.run()

    def run(self) -> None:
        """Train on from the cursor at the pace."""
        self._stopped = None
        self._goal, self._search, self.running = None, None, True
        self._time_anew()

    def halt(self) -> None:
        """Stop where it is."""
        self._goal, self._search, self.running = None, None, False

    def travel(self, cycle: int) -> None:
        """Go to the end of `cycle`; past the furthest, train up to there."""
        self.running, self._search, self._goal = False, None, max(cycle, 0)
        self._time_anew()

    def move(self, cycles: int) -> None:
        """Go so many cycles on or back, counted from the goal if a journey is under way; inside a cycle, 1 on is its end."""
        session = self.session
        from_here = session.whole_cycle if cycles > 0 else session.cycle
        self.travel((from_here if self._goal is None else self._goal) + cycles)

    def move_to_multiple(self, step: int, every: int) -> None:
        """Go on (`step` 1) or back (−1) to the next cycle that is a multiple of `every`."""
        here = self.session.whole_cycle if self._goal is None else self._goal
        self.travel((here // every + 1) * every if step > 0 else (-(-here // every) - 1) * every)

    def step_phase(self, forward: bool) -> None:
        """Go one phase on or back."""
        self.halt()
        self.session.step_phase(forward)

    def go_to_phase(self, phase: Phase) -> None:
        """Go to a phase of this cycle; from the start, of the first one."""
        self.halt()
        self.session.go_to_phase(phase)

    def search(self, condition: Condition, start: int, stop: int, *, backward: bool = False) -> None:
        """Look for a moment and go there; `say` receives what was found. Raises InputError for what the run has not."""
        from tui_backprop.training.network.search import Search  # on demand: no first paint waits for it

        search = Search(self.session.timeline, condition, start, stop, backward=backward)
        self.halt()
        self._search = search
        self._time_anew()

    def go_to_mark(self, name: str) -> None:
        """Go to a marked moment."""
        self.halt()
        self.session.go_to_mark(name)

    def switch(self, label: int) -> None:
        """Go to a kept run."""
        self.halt()
        self.session.switch(label)

    def undo(self) -> None:
        """Take the last change back."""
        self.halt()
        if not self.session.undo():
            self._say(NothingKept(redo=False))

    def redo(self) -> None:
        """Make the change again that was taken back."""
        self.halt()
        if not self.session.redo():
            self._say(NothingKept(redo=True))

    def change_pace(self, faster: bool) -> None:
        """One pace up or down."""
        self.pace = self.pace.faster() if faster else self.pace.slower()
        self._time_anew()

    def _time_anew(self) -> None:
        """Count what is due, and the cycles a second, from here and now."""
        self._phase_due = self._clock() + 1 / self.pace.speed
        self._started = self._measured = (self.session.cycle, self._clock())
        self._cycles_per_second = 0.0

    # --- work

    def _work(self) -> None:
        if self._search is not None:
            if self._search.advance():
                search, found = self._search, self._search.found
                self.halt()
                if search.holds is None:
                    self._say(Searched(search.condition, found, -(-(found or 0) // self.session.timeline.samples)))
                else:
                    self._say(Changed(search.condition, search.holds, found, self.session.recipe.inputs))
                if found is not None:
                    self.travel(found)
        elif self._goal is not None:
            if self.session.toward(self._goal, stop=False):
                self.halt()
        elif self.pace.unit == "phase":
            self._phase_in_time()
        else:
            self.session.toward(self._due())
        self._tell()

    def _phase_in_time(self) -> None:
        """Take the next phase, if it is due."""
        if self._clock() >= self._phase_due:
            self.session.step_phase(True)
            self._phase_due = self._clock() + 1 / self.pace.speed

    def _due(self) -> int:
        """The cycle to be at by now, at most a chunk away."""
        cycle, since = self._started
        chunk = self.session.timeline.arithmetic.chunk
        if self.pace.full:
            return self.session.cycle + chunk
        due = cycle + int(self.pace.cycles(self.session.timeline.samples) * (self._clock() - since))
        return min(due, self.session.cycle + chunk)

    def _tell(self) -> None:
        while (notice := self.session.take_notice()) is not None:
            if isinstance(notice, Diverged) or (isinstance(notice, TargetReached) and self.running):
                self.halt()
                self._stopped = notice, self.session.timeline, self.session.cycle
            self._say(notice)

    def _show(self) -> None:
        now = self._clock()
        view = (self.session.view, self.session.marks, self.session.kept, self.session.looked_at, self.session.beside)
        before = self._drawn if self._busy and view == self._view and now - self._charted < CHART_FRAME else None
        snapshot = self.session.snapshot(self._busy, before)
        if before is None:
            self._drawn, self._charted, self._view = snapshot, now, view
        self._measure(now)
        self._shown = now
        self._publish(
            replace(
                snapshot,
                running=self.running,
                pace=self.pace,
                cycles_per_second=self._cycles_per_second,
                progress=self._progress(now),
                stopped=self._stop_here(),
                earlier=None if self._busy else self._before_the_step(snapshot),
            )
        )

    def _before_the_step(self, snapshot: Snapshot) -> Mapping[str, Array] | None:
        """The arrays as they were when the run last stood still somewhere else."""
        last, self._last = self._last, snapshot
        if last is not None and (last.command, last.cycle, last.phase) != (
            snapshot.command,
            snapshot.cycle,
            snapshot.phase,
        ):
            self._earlier = last.computed
        return self._earlier

    def _stop_here(self) -> Stop | None:
        """Why the last run stopped by itself, while the cursor is still where it stopped: it is shown longer than the notice."""
        if self._stopped is None:
            return None
        stop, timeline, cycle = self._stopped
        return stop if (timeline, cycle) == (self.session.timeline, self.session.whole_cycle) else None

    def _measure(self, now: float) -> None:
        cycle, since = self._measured
        if now - since >= 0.5:
            self._cycles_per_second = (self.session.cycle - cycle) / (now - since)
            self._measured = (self.session.cycle, now)

    def _progress(self, now: float) -> Progress | None:
        cycle, since = self._started
        if now - since < PATIENCE:
            return None
        if self._search is not None:
            return self._search.progress
        if self._goal is None:
            return None
        return Progress(cycle, self.session.cycle, self._goal)
