"""The program ends when its terminal is gone, whatever it still has to write."""

from __future__ import annotations

from typing import Any

from textual.drivers._writer_thread import WriterThread

_thread: Any = WriterThread
_of_textual = _thread.run


def outlive_the_terminal() -> None:
    """Have what a terminal that is gone cannot take be dropped.

    Textual's thread that writes ends at the first error, and after thirty more pieces who writes waits for it for ever:
    at full speed a program whose window was closed could live on without it.
    """
    _thread.run = _run


def _run(thread: Any) -> None:
    try:
        _of_textual(thread)
    except (OSError, ValueError):  # gone, or closed
        while thread._queue.get() is not None:
            """What is left goes nowhere."""
