"""A timer that is to go off once goes off, however late."""

from __future__ import annotations

from typing import Any

from textual.timer import Timer

_timer: Any = Timer
_begin = _timer.__init__


def keep_single_timers() -> None:
    """Have a timer that goes off once never left out.

    Textual leaves out what could not be done in time, the only time of such a timer too: where the machine stands still
    just as it begins, for the eight milliseconds after which a new size is told to the screen, the screen hears neither
    of that size nor of any later one.
    """
    _timer.__init__ = _begin_single


def _begin_single(timer: Any, *arguments: Any, **named: Any) -> None:
    _begin(timer, *arguments, **named)
    if timer._repeat == 0:
        timer._skip = False
