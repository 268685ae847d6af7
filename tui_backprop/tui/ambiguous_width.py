"""How wide the terminal draws signs of ambiguous width, asked of the terminal itself.

Greek letters, superscripts and box lines are one cell wide in most terminals and two in some that are set to Chinese.
Textual lays out for one cell, so where they are two nothing stands in line.
"""

from __future__ import annotations

import os
import re
import select
import sys
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from typing import TextIO

PATIENCE = 0.05
"""Seconds that a terminal has for its answer; one that does not answer is taken to be like most."""

_SIGN = "θ"
_ASK = f"\r{_SIGN}\x1b[6n\r\x1b[K"
_ANSWER = re.compile(rb"\x1b\[\d+;(\d+)R")


@contextmanager
def asked(source: TextIO | None = None, target: TextIO | None = None) -> Generator[Callable[[], bool]]:
    """Ask the terminal; the function that this gives tells whether it moves two cells for a sign of ambiguous width.

    The answer travels while the block does something else: it is waited for only in the function, which is called once
    at most, and False where the terminal cannot be asked. Afterwards the terminal is as it was.

    One sign is printed and wiped out again, and the cursor's position between them is read back. Streams that are no
    terminal, systems without termios and a browser's driver (TEXTUAL_DRIVER) are not asked. What is typed before the
    answer comes is lost.
    """
    told, heard = target or sys.stdout, source or sys.stdin
    if told is None or heard is None or os.environ.get("TEXTUAL_DRIVER") or not (heard.isatty() and told.isatty()):
        yield _unasked
        return
    try:
        import termios
        import tty
    except ImportError:
        yield _unasked
        return
    try:
        number = heard.fileno()
        before = termios.tcgetattr(number)
    except (OSError, termios.error):  # it calls itself a terminal and is none
        yield _unasked
        return
    tty.setcbreak(number, termios.TCSANOW)
    try:
        with suppress(OSError):
            told.write(_ASK)
            told.flush()
        end = time.monotonic() + PATIENCE
        yield lambda: _column(number, end) == 3
    finally:
        termios.tcsetattr(number, termios.TCSANOW, before)


def _unasked() -> bool:
    return False


def _column(number: int, end: float) -> int | None:
    """The column of the cursor that the terminal reports, from 1, or None if it does not until the time `end`.

    Read a byte at a time: what follows the answer was typed, and is for the app.
    """
    seen = b""
    with suppress(OSError):  # the terminal has gone
        while select.select([number], [], [], max(end - time.monotonic(), 0))[0] and (byte := os.read(number, 1)):
            seen += byte
            if found := _ANSWER.search(seen):
                return int(found[1])
    return None
