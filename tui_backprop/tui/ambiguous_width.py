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
from typing import TextIO

PATIENCE = 0.05
"""Seconds that a terminal has for its answer; one that does not answer is taken to be like most."""

_SIGN = "θ"
_ASK = f"\r{_SIGN}\x1b[6n"
_PUT_RIGHT = "\r\x1b[K"
_ANSWER = re.compile(rb"\x1b\[\d+;(\d+)R")


def is_wide(source: TextIO | None = None, target: TextIO | None = None) -> bool:
    """Whether the terminal moves two cells for a sign of ambiguous width; False where it cannot be asked.

    It prints one sign, reads the cursor's position back and clears the line. Streams that are no terminal, systems
    without termios and a browser's driver (TEXTUAL_DRIVER) are not asked. What is typed within those milliseconds is lost.
    """
    asked, told = source or sys.stdin, target or sys.stdout
    if asked is None or told is None or os.environ.get("TEXTUAL_DRIVER") or not (asked.isatty() and told.isatty()):
        return False
    try:
        import termios
        import tty
    except ImportError:
        return False
    try:
        number = asked.fileno()
        before = termios.tcgetattr(number)
    except (OSError, termios.error):  # it calls itself a terminal and is none
        return False
    try:
        tty.setcbreak(number, termios.TCSANOW)
        told.write(_ASK)
        told.flush()
        column = _answered(number)
    except OSError:
        return False
    finally:
        told.write(_PUT_RIGHT)
        told.flush()
        termios.tcsetattr(number, termios.TCSANOW, before)
    return column == 3


def _answered(number: int) -> int | None:
    """The column of the cursor that the terminal reports, from 1, or None in time."""
    seen, end = b"", time.monotonic() + PATIENCE
    while (left := end - time.monotonic()) > 0 and select.select([number], [], [], left)[0]:
        seen += os.read(number, 64)
        if found := _ANSWER.search(seen):
            return int(found[1])
    return None
