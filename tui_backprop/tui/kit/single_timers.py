"""A one-shot timer is never skipped, even if the machine stood still."""

from __future__ import annotations

from typing import Any

from textual.timer import Timer

_timer: Any = Timer
_begin = _timer.__init__


def keep_single_timers() -> None:
    """Have one-shot timers go off late rather than never.

    Textual skips a tick for which it is too late, also the only tick of a one-shot timer. It tells the screen a new size by
    such a timer of eight milliseconds: if the machine stands still for longer than that just then, the screen hears
    neither of that size nor of any later one.
    """
    _timer.__init__ = _begin_single


def _begin_single(timer: Any, *arguments: Any, **named: Any) -> None:
    _begin(timer, *arguments, **named)
    if timer._repeat == 0:
        timer._skip = False
