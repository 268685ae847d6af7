"""A screen is laid out for the size that the terminal has now."""

from __future__ import annotations

from typing import Any

from textual.screen import Screen

_screen: Any = Screen
_of_textual = _screen._on_resize


def leave_out_old_sizes() -> None:
    """Have no screen laid out for a size that the terminal has had before.

    A screen that Textual lays out for another size is told that size once more, behind all that waits. So two sizes that
    wait together, as where a window's edge is drawn while a dialog opens, follow each other round and round, the screen
    jumping between them, until they happen to stand one right after the other.
    """
    _screen._on_resize = _on_resize


async def _on_resize(screen: Any, event: Any) -> None:
    if event.size == screen.app.size:
        await _of_textual(screen, event)
    else:
        event.stop()
