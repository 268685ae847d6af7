"""Which steps the reader has done, kept in a file of their own from one start of the program to the next."""

from __future__ import annotations

import json
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path
from typing import Any, cast

from platformdirs import user_state_path

from tui_backprop.files import read_bounded, write_whole
from tui_backprop.lessons.course import NAMES

LARGEST = 1_000_000
"""A file of more bytes was not written by this program."""


def progress_path() -> Path:
    """Where the progress is kept, by the custom of the system."""
    return user_state_path("tui-backprop", appauthor=False) / "lessons.json"


class Progress:
    """The steps done, by the names of lessons and steps, and whether the lessons were ever offered and answered for.

    A file that cannot be read counts as none, and where nothing can be written nothing is kept: the lessons go on.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._path = path or progress_path()
        self._done: dict[str, set[str]] = {name: set() for name in NAMES}
        self._answered = False
        self._read()

    def done(self, lesson: str) -> Collection[str]:
        """The names of the steps of a lesson that are done."""
        return frozenset(self._done[lesson])

    def mark(self, lesson: str, step: str) -> None:
        """Keep that a step is done."""
        if step not in self._done[lesson]:
            self._done[lesson].add(step)
            self._write()

    def forget(self) -> None:
        """Begin anew: no step is done. That the offer was answered stays."""
        self._done = {name: set() for name in NAMES}
        self._write()

    @property
    def answered(self) -> bool:
        """Whether the offer of the first start was taken or declined."""
        return self._answered

    def answer(self) -> None:
        """Keep that the offer was taken or declined: it does not come again."""
        if not self._answered:
            self._answered = True
            self._write()

    def _read(self) -> None:
        with suppress(OSError, ValueError, RecursionError):
            found: Any = json.loads(read_bounded(self._path, LARGEST) or b"")
            if not isinstance(found, dict):
                return
            kept = cast(dict[str, Any], found)
            self._answered = kept.get("answered") is True
            done: Any = kept.get("done")
            for name in NAMES if isinstance(done, dict) else ():
                steps: Any = cast(dict[str, Any], done).get(name)
                if isinstance(steps, list):
                    self._done[name] = {step for step in cast(list[Any], steps) if isinstance(step, str)}

    def _write(self) -> None:
        kept = {"answered": self._answered, "done": {name: sorted(steps) for name, steps in self._done.items()}}
        with suppress(OSError):
            write_whole(self._path, json.dumps(kept, indent=1).encode())
