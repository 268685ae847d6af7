"""One run behind the screen: the engine in its thread, and the compiler in another."""

from __future__ import annotations

import sys
from collections.abc import Generator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from textual.screen import Screen
from textual.worker import get_current_worker

from tui_backprop.calculus.fact import InputError
from tui_backprop.calculus.network import kernel
from tui_backprop.calculus.network.folding import compiled_fold
from tui_backprop.training.network.engine import Command, Engine
from tui_backprop.training.network.notice import Notice
from tui_backprop.training.network.session import Session
from tui_backprop.training.network.snapshot import Snapshot
from tui_backprop.training.pace import Pace
from tui_backprop.training.saving.keeper import Keeper
from tui_backprop.tui.kit import plotext_signs
from tui_backprop.tui.network.messages import Noted, Said, SnapshotReady
from tui_backprop.words import problem_of

ENGINE, COMPILER = "engine", "compiler"

PATIENCE = 20.0
"""Seconds that a slow disk has to take the run at the end."""

TURN = 0.000_5


@contextmanager
def _short_turns() -> Generator[None]:
    """Let threads take turns ten times as often as usual.

    While the engine runs, or Numba is imported, the interpreter's lock is wanted all the time; whenever the screen lets
    go of it, which it does dozens of times for one key, it would wait up to five milliseconds to have it back.
    """
    before = sys.getswitchinterval()
    sys.setswitchinterval(TURN)
    try:
        yield
    finally:
        sys.setswitchinterval(before)


class Run:
    """Takes commands for the engine; the engine answers the screen by messages.

    `compile` is whether the kernel is compiled once the screen has been painted; `keeper` keeps the run on disk.
    """

    def __init__(self, screen: Screen[Any], session: Session, compile: bool, keeper: Keeper | None) -> None:
        self._screen = screen
        self._keeper = keeper
        if keeper is not None:
            keeper.fail = self._not_kept
        self._engine = Engine(session, self._publish, self._say, keeper=keeper)
        self._started = False
        self._compile = compile
        self._compiling: tuple[int, int, int] | None = None

    @property
    def idle(self) -> bool:
        """Whether all that was asked of the engine is done and published."""
        return self._engine.idle

    def begin_at(self, speed: float) -> None:
        """Run at so many iterations a second, one of ITERATIONS_PER_SECOND, before the engine has started."""
        self._engine.pace = Pace.of(speed)

    def start(self) -> None:
        """Start the engine's thread."""
        self._started = True
        self._work(self._loop, ENGINE)

    def close(self) -> None:
        """End the engine, and with it its thread."""
        self._engine.close()

    def wait(self) -> None:
        """Wait until the engine's thread has ended and the run is kept, where it has begun."""
        if self._started:
            self._engine.ended.wait(PATIENCE)

    @property
    def screen_in_sight(self) -> str:
        """The name of the main screen that a saved run comes back to."""
        return self._keeper.screen if self._keeper is not None else "network"

    def say(self, sentence: str) -> None:
        """Show a notice; from any thread."""
        self._screen.post_message(Noted(sentence))

    def _not_kept(self, path: Path, error: OSError) -> None:
        why = problem_of(error)
        self._screen.post_message(Said(InputError("saving", "not_kept", path=str(path), why=why)))

    def do(self, command: Command) -> None:
        """Have the engine carry out a command, in its thread."""
        self._engine.submit(command)

    def compile_for(self, snapshot: Snapshot) -> None:
        """Compile the kernel for the sizes of this run, unless that is done, under way or not wanted."""
        sizes = (snapshot.inputs, snapshot.hidden, snapshot.samples)
        if self._compile and not snapshot.compiled and self._compiling != sizes:
            self._compiling = sizes
            self._screen.call_after_refresh(self._work, partial(self._compile_kernel, *sizes), COMPILER)

    def _work(self, work: Any, group: str) -> None:
        self._screen.run_worker(work, group=group, thread=True, exit_on_error=False)

    def _loop(self) -> None:
        worker = get_current_worker()
        with _short_turns():
            self._engine.loop(lambda: worker.is_cancelled)

    def _compile_kernel(self, inputs: int, hidden: int, samples: int) -> None:
        kernel.compiled(inputs, hidden)
        compiled_fold(samples)
        self.do(lambda engine: engine.session.timeline.arithmetic.compile())
        plotext_signs.load()

    def _say(self, what: Notice | Exception) -> None:
        self._screen.post_message(Said(what))

    def _publish(self, snapshot: Snapshot) -> None:
        self._screen.post_message(SnapshotReady(snapshot))
