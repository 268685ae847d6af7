"""The thread that works a study out, so that the screen stays awake; the newest wish is the one that counts."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, cast

from textual.screen import Screen
from textual.timer import Timer
from textual.worker import Worker, WorkerState

from tui_backprop.training.chain import study as work
from tui_backprop.training.chain.study import ChainSnapshot, ChainStudy

PATIENCE = 0.2
"""Seconds until the screen says that it works: a step of x is done before."""


class Explorer:
    """Works one study out at a time; `snapshot` is the newest result. `waiting` is called when that takes a while."""

    def __init__(self, screen: Screen[Any], waiting: Callable[[], None]) -> None:
        self._screen, self._say_waiting = screen, waiting
        self.snapshot: ChainSnapshot | None = None
        self.is_slow = True
        self._wished: ChainStudy | None = None
        self._job: Worker[ChainSnapshot] | None = None
        self._exploring: ChainStudy | None = None
        self._patience: Timer | None = None

    @property
    def settled(self) -> bool:
        """Whether all that was wished for is worked out."""
        return self._job is None and self.snapshot is not None

    def wish(self, study: ChainStudy) -> None:
        """Have a study worked out: at once if its functions are others, else when the one under way is done."""
        self._wished = study
        if self._job is None or self._exploring is None or self._exploring.functions != study.functions:
            self._work_out(study)

    def take(self, event: Worker.StateChanged) -> Exception | None:
        """Keep what the newest job has found, and begin what has been wished for since; why it failed, if it did.

        A job whose functions are no longer wished for is forgotten."""
        # The state that the event tells of, not the worker's own: that may be a later one already.
        if event.worker is not self._job or event.state in (WorkerState.PENDING, WorkerState.RUNNING):
            return None
        self._job = None
        failure: Exception | None = None
        if event.state is WorkerState.SUCCESS:
            self.snapshot = cast(ChainSnapshot, event.worker.result)
        else:
            failure = cast(Exception, event.worker.error)
            self._wished = None if self.snapshot is None else self.snapshot.study
        if self._wished is not None and (self.snapshot is None or self._wished is not self.snapshot.study):
            self._work_out(self._wished)
        elif self._patience is not None:
            self._patience.stop()
            self._patience = None
        self.is_slow = self.is_slow and self._job is not None
        return failure

    def _work_out(self, study: ChainStudy) -> None:
        self._exploring = study
        # SymPy is loaded by the thread, when the first study is worked out.
        self._job = self._screen.run_worker(
            partial(work.explore, study), thread=True, group="derivatives", exit_on_error=False
        )
        if self._patience is None:
            self._patience = self._screen.set_timer(PATIENCE, self._be_slow)

    def _be_slow(self) -> None:
        # The timer's event may have been on its way when the job was done and the timer stopped.
        if self._job is not None:
            self.is_slow = True
            self._say_waiting()
