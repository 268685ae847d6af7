"""Textual measures a widget again whenever that is asked for."""

from __future__ import annotations

from typing import Any

from textual.widget import Widget

_widget: Any = Widget
_of_textual = _widget._check_refresh


def measure_again() -> None:
    """Have no widget keep a size that was measured before its content changed.

    Textual knows a widget's size by how often a layout has been asked for, and does not count a second time before the
    widget has passed on the first. So where the screen was laid out in between, as it is when the terminal is resized,
    what came second had the size of what came first for as long as the room stayed the same: one line for a whole table.
    """
    _widget._check_refresh = _check_refresh


def _check_refresh(widget: Any) -> None:
    if widget._layout_required:
        widget._layout_updates += 1
        widget._layout_cache.clear()
        widget.clear_cached_dimensions()
    _of_textual(widget)
