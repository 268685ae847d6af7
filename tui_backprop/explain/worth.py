"""Which entries of a matrix are worth asking for."""

from __future__ import annotations

import numpy as np

from tui_backprop.calculus.array import Array


def worth_asking(array: Array, part: float) -> list[tuple[int, int]]:
    """The entries that are finite and at least this part of the largest one: a smaller one is next to zero."""
    sizes = np.where(np.isfinite(array), np.abs(array), 0)
    rows = np.argwhere((sizes > 0) & (sizes >= part * sizes.max())).tolist()
    return [(row, column) for row, column in rows]
