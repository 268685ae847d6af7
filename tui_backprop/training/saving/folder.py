"""The folder in which unfinished runs are kept: one file for each program, so that two never write the same one."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import time
from pathlib import Path
from typing import IO

from platformdirs import user_state_path

from tui_backprop.calculus.fact import InputError
from tui_backprop.files import claimed, read_bounded
from tui_backprop.training.saving.container import LARGEST

MOST_RUNS = 20
"""How many runs stay in the folder; the oldest that no program has open go first."""

_NAME = re.compile(r"[0-9]{8}-[0-9]{6}(-[0-9]{1,3})?")


def runs_folder() -> Path:
    """Where unfinished runs are kept."""
    return user_state_path("tui-backprop", appauthor=False) / "runs"


class Slot:
    """The place of one run in the folder, this program's alone until `release` or its end, however that comes."""

    def __init__(self, folder: Path, name: str, lock: IO[bytes]) -> None:
        self.name = name
        self.path = folder / f"{name}.run"
        self._lock_path = folder / f"{name}.lock"
        self._lock = lock

    def read(self) -> bytes:
        """The bytes of the run. Raises OSError, and InputError where they are too many."""
        return read_run(self.path)

    def release(self) -> None:
        """Let other programs have this place; if no run was kept in it, remove its lock file too."""
        if not self.path.exists():
            with contextlib.suppress(OSError):
                self._lock_path.unlink()
        self._lock.close()


def read_run(path: Path) -> bytes:
    """The bytes of a file. Raises OSError, and InputError where they are more than a run has."""
    data = read_bounded(path, LARGEST)
    if data is None:
        raise InputError("saving", "too_large", most=LARGEST // 2**20)
    return data


def new_slot(folder: Path) -> Slot:
    """A place for a run that begins now. Raises OSError where the folder cannot be written."""
    folder.mkdir(parents=True, exist_ok=True)
    _tidy(folder)
    stem = time.strftime("%Y%m%d-%H%M%S")
    for name in (stem, *(f"{stem}-{k}" for k in range(2, 1_000))):
        slot = None if (folder / f"{name}.run").exists() else _claim(folder, name)
        if slot is not None:
            return slot
    raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(folder))


def slot_of(folder: Path, name: str | None) -> Slot:
    """The place of the run of this name, without a name that of the newest run which no program has open.

    Raises InputError where there is none, or another program has it open.
    """
    if name is not None:
        if not (_NAME.fullmatch(name) and (folder / f"{name}.run").is_file()):
            names = [path.stem for path in _newest_first(folder)]
            raise InputError("saving", "no_such_run", name=name, names=names)
        slot = _claim(folder, name)
        if slot is None:
            raise InputError("saving", "in_use", name=name)
        return slot
    for path in _newest_first(folder):
        slot = _claim(folder, path.stem)
        if slot is not None:
            if path.is_file():
                return slot
            slot.release()
    raise InputError("saving", "nothing_to_resume")


def _newest_first(folder: Path) -> list[Path]:
    found: list[tuple[float, Path]] = []
    for path in folder.glob("*.run"):
        with contextlib.suppress(OSError):  # another program may have tidied it away
            if _NAME.fullmatch(path.stem):
                found.append((path.stat().st_mtime, path))
    return [path for _, path in sorted(found, reverse=True)]


def _claim(folder: Path, name: str) -> Slot | None:
    """The place, or None where another program has it."""
    lock = (folder / f"{name}.lock").open("ab")
    if claimed(lock):
        return Slot(folder, name, lock)
    lock.close()
    return None


def _tidy(folder: Path) -> None:
    """Remove what is too old, and what a program that was killed in the midst of writing has left."""
    for path in _newest_first(folder)[MOST_RUNS - 1 :]:
        slot = _claim(folder, path.stem)
        if slot is not None:
            with contextlib.suppress(OSError):
                path.unlink()
            slot.release()
    for path in folder.glob(".*.run.*"):
        with contextlib.suppress(OSError):
            if time.time() - path.stat().st_mtime > 3_600:
                path.unlink()
