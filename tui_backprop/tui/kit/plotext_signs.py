"""plotext's lines and braille signs, without the figure around them.

A figure of plotext is copied, laid out, made into escape sequences and read again, all of it anew for each chart: that
took two thirds of the time, and of what it adds, the axes and the colours, nothing is used here. These are private parts
of plotext, and a test has them draw what a figure draws. plotext is imported when there is a curve to draw, and not before.
"""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module
from typing import Any

from tui_backprop.tui.kit.half_blocks import DOT_COLUMNS, DOT_ROWS


def load() -> Any:
    """Load what draws curves, which takes 30 ms, before it is needed."""
    return import_module("plotext._utility")


@lru_cache(32)
def signs_of(columns: tuple[int, ...], rows: tuple[int, ...]) -> tuple[tuple[int, int, str], ...]:
    """The line through these dots, as (column, row, sign) of the cells that it goes through, outside of the chart too.

    Kept, for most of the time only what stands beside the curves has moved.
    """
    if not columns:
        return ()
    plotext = load()
    across, up, _ = plotext.get_lines(list(columns), list(rows), columns)
    cells = plotext.hd_group(across, up, [DOT_COLUMNS] * len(across), [DOT_ROWS] * len(across))
    return tuple((column, row, plotext.get_hd_marker(dots)) for column, row, dots in zip(*cells, strict=True))
