"""plotext's lines and braille signs, without the figure around them.

A figure of plotext is copied, laid out, made into escape sequences and read again, all of it anew for each chart: that
took two thirds of the time, and of what it adds, the axes and the colours, nothing is used here. These are private parts
of plotext, and a test has them draw what a figure draws. plotext is imported when there is a curve to draw, and not before.
"""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module
from itertools import pairwise
from typing import Any

from tui_backprop.tui.kit.half_blocks import BRAILLE, DOT_BITS, DOT_COLUMNS, DOT_ROWS

_BITS = DOT_BITS[::-1].tolist()  # the rows are counted from below


def load() -> Any:
    """Load what draws curves, which takes 30 ms, before it is needed."""
    return import_module("plotext._utility")


@lru_cache(8_192)
def _stroke(columns: tuple[int, int], rows: tuple[int, int]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The dots from one to the next, without that one. Kept: with an iteration more, a curve grows by a stroke."""
    across, up = load().get_line(list(columns), list(rows))
    return tuple(across[:-1]), tuple(up[:-1])


@lru_cache(32)
def signs_of(columns: tuple[int, ...], rows: tuple[int, ...]) -> tuple[tuple[int, int, str], ...]:
    """The line through these dots, as (column, row, sign) of the cells that it goes through, outside of the chart too.

    Kept, for most of the time only what stands beside the curves has moved.
    """
    if not columns:
        return ()
    across, up = [columns[-1]], [rows[-1]]
    for column, row in zip(pairwise(columns), pairwise(rows), strict=True):
        xs, ys = _stroke(column, row)
        across += xs
        up += ys
    # plotext makes a matrix of eight numbers for every dot to find the sign of a cell: the bits of its number will do.
    cells: dict[tuple[int, int], int] = {}
    for x, y in zip(across, up, strict=True):
        cell = x // DOT_COLUMNS, y // DOT_ROWS
        cells[cell] = cells.get(cell, BRAILLE) | _BITS[y % DOT_ROWS][x % DOT_COLUMNS]
    return tuple([(column, row, chr(sign)) for (column, row), sign in cells.items()])
