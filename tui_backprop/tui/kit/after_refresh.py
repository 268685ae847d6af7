"""What is to be done after the screen has been drawn is done for widgets that are still there."""

from __future__ import annotations

from functools import partial
from typing import Any

from textual.message_pump import MessagePump

_pump: Any = MessagePump
_of_textual = _pump._on_invoke_later


def leave_the_gone_in_peace() -> None:
    """Have nothing done for a widget that has been taken away since it asked by `call_after_refresh`.

    Textual keeps the wish with the screen in front, which may not be that of the widget, and fulfils it there whatever has
    become of it: a screen that was to be painted just when a lesson was left had no line at the top any more, and the
    program ended.
    """
    _pump._on_invoke_later = _on_invoke_later


def _on_invoke_later(pump: Any, message: Any) -> None:
    message.callback = partial(_do, pump, message.callback)
    _of_textual(pump, message)


def _do(pump: Any, callback: Any) -> Any:
    gone = pump._closing or pump._closed or getattr(pump, "_pruning", False)
    return None if gone else callback()
