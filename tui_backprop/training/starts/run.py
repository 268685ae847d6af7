"""Many starts under way: begun, paused, stopped and looked at from any thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from threading import Lock, Thread
from time import monotonic
from typing import Protocol

import numpy as np

from tui_backprop.calculus.array import Array
from tui_backprop.training.starts.control import Control
from tui_backprop.training.starts.plan import Plan, Setting
from tui_backprop.training.starts.queue import Queue
from tui_backprop.training.starts.results import ROW, Results, Rows
from tui_backprop.training.starts.summary import SettingSummary, Summary
from tui_backprop.training.starts.threads import Deliver, Threads

MOST_LISTED = 100_000
"""So many ends are kept to be listed; all of them are counted."""

_SPEED_OVER = 3.0
"""Seconds over which the number of starts a second is taken."""


class Engine(Protocol):
    """What trains the starts: the threads of this machine, or a cluster."""

    def work(self, queue: Queue, marks: Array, control: Control, deliver: Deliver) -> None:
        """Train what is in the queue and deliver it; back when all has ended, or soon after `control.stop`."""
        ...


class State(Enum):
    """What a run of many starts is doing."""

    WAITING = "waiting"
    RUNNING = "running"
    PAUSED = "paused"
    STOPPED = "stopped"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, eq=False)
class StartsSnapshot:
    """One moment of it.

    `done` of `total` starts have ended, `speed` a second lately; `seconds` have been worked and about `seconds_left` are
    left, None where that is not known. `preparing` is while the machine code is made. `settings`
    has a summary for each setting of the plan; only that of `chosen` has curves. `failure` is what ended it, if
    something did.
    """

    plan: Plan
    state: State
    done: int
    total: int
    seconds: float
    speed: float
    seconds_left: float | None
    preparing: bool
    chosen: int
    settings: tuple[SettingSummary, ...]
    results: Results
    failure: BaseException | None

    @property
    def setting(self) -> Setting:
        """The chosen setting."""
        return self.plan.settings[self.chosen]


class StartsRun:
    """A plan on its way. All methods may be called from any thread; none of them waits long but `wait`.

    `done` are rows of an earlier run of the same plan: they are counted and listed, and not trained again. `ended`
    receives the rows of each delivery, under the run's lock, from a worker's thread. Without `curves` no ΣE is kept over
    the iterations.
    """

    def __init__(
        self,
        plan: Plan,
        engine: Engine | None = None,
        done: Rows | None = None,
        ended: Callable[[Rows], None] | None = None,
        curves: bool = True,
    ) -> None:
        self.plan = plan
        self._engine = engine or Threads()
        self._queue = Queue(plan, done)
        self._ended = ended
        self._marks = plan.marks if curves else np.array([plan.iterations], np.float64)
        self._control = Control()
        self._lock = Lock()
        self._thread: Thread | None = None
        self._summaries = [Summary(plan, index, self._marks if curves else None) for index in range(len(plan.settings))]
        self._listed, self._count, self._done = np.empty(64, ROW), 0, 0
        self._over = False
        self._failure: BaseException | None = None
        self._worked, self._since = 0.0, 0.0
        self._recent: list[tuple[float, int]] = []
        if done is not None and len(done):
            self._add(done, None)
        self._before = self._done

    # --- how it goes

    def start(self) -> None:
        """Begin; once."""
        if self._thread is not None:
            raise RuntimeError("a run of many starts begins once")
        self._since = monotonic()
        self._thread = Thread(target=self._work, name="starts", daemon=True)
        self._thread.start()

    def pause(self) -> None:
        """Have the workers wait, within a few hundredths of a second."""
        with self._lock:
            if self._control.paused or self._over:
                return
            self._worked, self._since = self._seconds(), monotonic()
            self._control.pause()

    def go_on(self) -> None:
        """End a pause."""
        with self._lock:
            if self._control.paused:
                self._since = monotonic()
                self._recent.clear()
                self._control.go_on()

    def stop(self) -> None:
        """Have the workers leave, for good; the starts under way are dropped."""
        self._control.stop()

    def wait(self, timeout: float | None = None) -> bool:
        """Wait until it is over, or so many seconds; whether it is. Raises what a worker failed of."""
        if self._thread is not None:
            self._thread.join(timeout)
        if self._failure is not None:
            raise self._failure
        return self._over

    def _work(self) -> None:
        failure: BaseException | None = None
        try:
            self._engine.work(self._queue, self._marks, self._control, self._deliver)
        except BaseException as problem:
            failure = problem
        with self._lock:
            self._worked = self._seconds()
            self._failure, self._over = failure, True

    # --- what comes of it

    def _deliver(self, rows: Rows, curves: Array) -> None:
        with self._lock:
            self._add(rows, curves)
            self._recent.append((self._seconds(), self._done))
            if self._ended is not None:
                self._ended(rows)

    def _add(self, rows: Rows, curves: Array | None) -> None:
        settings = rows["number"] // self.plan.starts
        for index in np.unique(settings).tolist():
            chosen = settings == index
            self._summaries[index].add(rows[chosen], None if curves is None else curves[chosen])
        kept = rows[: MOST_LISTED - self._count]
        if self._count + len(kept) > len(self._listed):
            longer = np.empty(min(max(2 * len(self._listed), self._count + len(kept)), MOST_LISTED), ROW)
            longer[: self._count] = self._listed[: self._count]
            self._listed = longer  # what a snapshot holds of the old one stays as it is
        self._listed[self._count : self._count + len(kept)] = kept
        self._count += len(kept)
        self._done += len(rows)

    def snapshot(self, chosen: int = 0) -> StartsSnapshot:
        """What is known by now, with the curves of the setting `chosen`."""
        with self._lock:
            seconds, speed = self._seconds(), self._speed()
            rows = self._listed[: self._count].view()
            rows.setflags(write=False)
            return StartsSnapshot(
                plan=self.plan,
                state=self._state(),
                done=self._done,
                total=self.plan.total,
                seconds=seconds,
                speed=speed,
                seconds_left=(self.plan.total - self._done) / speed if speed else None,
                preparing=self._state() is State.RUNNING and self._done == self._before and not self._control.trains,
                chosen=chosen,
                settings=tuple(summary.summary(index == chosen) for index, summary in enumerate(self._summaries)),
                results=Results(self.plan, rows),
                failure=self._failure,
            )

    def _state(self) -> State:
        if self._failure is not None:
            return State.FAILED
        if self._over:
            return State.DONE if self._done == self.plan.total else State.STOPPED
        if self._thread is None:
            return State.WAITING
        return State.PAUSED if self._control.paused else State.RUNNING

    def _seconds(self) -> float:
        working = self._thread is not None and not self._over and not self._control.paused
        return self._worked + (monotonic() - self._since if working else 0.0)

    def _speed(self) -> float:
        now = self._seconds()
        while len(self._recent) > 2 and self._recent[0][0] < now - _SPEED_OVER:
            del self._recent[0]
        if not self._recent:
            return 0.0
        then, done = self._recent[0]
        if len(self._recent) < 3 or now - then < 0.1:
            return (self._done - self._before) / now if now else 0.0
        return (self._done - done) / (now - then)
