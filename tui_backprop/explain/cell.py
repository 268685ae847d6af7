"""A place in a matrix that is shown."""

from __future__ import annotations

from typing import NamedTuple


class Cell(NamedTuple):
    """One entry of the matrix `code`, its row and column counted from 0."""

    code: str
    row: int
    column: int
