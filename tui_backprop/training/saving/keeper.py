"""Keeps a run while it goes on: every few seconds, and at its end, written by a thread of its own."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from tui_backprop.files import write_whole
from tui_backprop.training.network.session import Session

EVERY = 3.0
"""Seconds from one writing to the next; a slow disk is given fifty times what a writing takes."""


class Keeper:
    """Writes a session's file to each of `paths`; `fail` receives the first failure, from the thread that writes.

    `screen` is the name of the screen in sight, `begun` whether there was anything to write. The owner of
    the session calls `offer` whenever it likes, and `finish`.
    """

    def __init__(self, paths: Sequence[Path], fail: Callable[[Path, OSError], None] = lambda path, error: None) -> None:
        self.paths = tuple(paths)
        self.screen = "network"
        self.fail = fail
        self.begun = self.written = False
        self._next = 0.0
        self._seen: tuple[object, ...] | None = None
        self._thread: threading.Thread | None = None
        self._failed = False

    def offer(self, session: Session) -> None:
        """Write the session if it has changed, the last writing has ended and a few seconds have gone by."""
        if time.monotonic() >= self._next and (self._thread is None or not self._thread.is_alive()):
            self._begin(session)

    def finish(self, session: Session) -> None:
        """Write the session if it has changed, and wait until that is done."""
        if self._thread is not None:
            self._thread.join()
        self._begin(session)
        if self._thread is not None:
            self._thread.join()

    def _begin(self, session: Session) -> None:
        state = (
            session.timeline, session.furthest, session.cycle, session.phase, session.view, session.marks, session.kept,
            session.until_error, self.screen,
        )  # fmt: skip
        self.begun = bool(session.furthest or session.recipe.edits or session.marks or session.kept)
        if not self.begun or (
            self._seen is not None and all(a is b or a == b for a, b in zip(state, self._seen, strict=True))
        ):
            return
        from tui_backprop.training.saving.saved import written  # nothing has to be written before the first paint

        data = written(session, self.screen)
        self._seen = state
        self._thread = threading.Thread(target=self._write, args=(data,), daemon=False)
        self._thread.start()

    def _write(self, data: bytes) -> None:
        began = time.monotonic()
        for path in self.paths:
            try:
                write_whole(path, data)
                self.written = True
            except OSError as error:
                if not self._failed:
                    self._failed = True
                    self.fail(path, error)
        ended = time.monotonic()
        self._next = ended + max(EVERY, 50 * (ended - began))
