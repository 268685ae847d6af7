"""Files that are whole or not there: written beside the old one and renamed over it, read up to a size."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
import tempfile
from pathlib import Path
from typing import IO


def write_whole(path: Path, data: bytes) -> None:
    """Put `data` in the place of the file: whoever reads, and whatever happens meanwhile, finds the old one or the new.

    Makes the folder. Raises OSError.
    """
    path = path.resolve()  # a link keeps pointing at its file
    path.parent.mkdir(parents=True, exist_ok=True)
    number, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(number, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        with contextlib.suppress(FileNotFoundError):
            os.chmod(name, path.stat().st_mode & 0o777)
        os.replace(name, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise


def read_bounded(path: Path, most: int) -> bytes | None:
    """The bytes of a regular file, None where there are more than `most`. Raises OSError."""
    if not path.is_file():  # a pipe or a device would be waited for, or never end
        if not path.exists():
            raise FileNotFoundError(errno.ENOENT, "there is no such file")
        # With a number, by which a language finds its own words.
        raise OSError(errno.EISDIR if path.is_dir() else errno.ENODEV, f"{path.name} is no file")
    with path.open("rb") as file:
        size = os.fstat(file.fileno()).st_size
        return None if size > most else file.read(size)


def claimed(file: IO[bytes]) -> bool:
    """Make an open file this program's alone until it is closed, or the program ends in whatever way; False where another
    program has it."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
