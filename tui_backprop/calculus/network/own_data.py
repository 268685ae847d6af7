"""A task of one's own: a table of numbers, read from a text with a row for each sample and the label in its last column."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from tui_backprop.calculus.fact import InputError
from tui_backprop.calculus.network.truth_table import TruthTable

OWN = "data"
"""The name of the task that one's own table is."""

FEWEST_INPUTS, MOST_INPUTS = 2, 4
MOST_ROWS = 64
LONGEST_NAME = 1_000
_CHECKSUM = 16
_SEPARATORS = (";", "\t", ",")


@dataclass(frozen=True)
class OwnData:
    """The samples in the order in which training takes them, each its inputs and then its label; `name` is the file's.

    Raises InputError for a table out of range: 1 to 64 rows of 2 to 4 inputs and a label from 0 to 1, all finite.
    """

    name: str
    rows: tuple[tuple[float, ...], ...]

    def __post_init__(self) -> None:
        if not (0 < len(self.name) <= LONGEST_NAME and self.name.isprintable()):
            raise InputError("data", "no_name")
        if not self.rows:
            raise InputError("data", "empty")
        columns = len(self.rows[0])
        for number, row in enumerate(self.rows, start=1):
            _check_row(number, [repr(value) for value in row], row, columns)
            if number > MOST_ROWS:
                raise InputError("data", "too_many_rows", row=number, most=MOST_ROWS)
        # A zero has no sign, so that tables that look the same are the same.
        object.__setattr__(self, "rows", tuple(tuple(float(value) + 0.0 for value in row) for row in self.rows))

    @property
    def title(self) -> str:
        """The file's name without its folder."""
        return self.name.replace("\\", "/").rstrip("/").rpartition("/")[2]

    @cached_property
    def table(self) -> TruthTable:
        """The task: x1 of shape (samples, inputs) and t of shape (samples,)."""
        numbers = np.array(self.rows, dtype=np.float64)
        x1, t = numbers[:, :-1].copy(), numbers[:, -1].copy()
        x1.setflags(write=False)
        t.setflags(write=False)
        return TruthTable(OWN, x1, t)

    @cached_property
    def checksum(self) -> str:
        """Sixteen hexadecimal digits of the SHA-256 of the numbers, which the file's spelling has no part in."""
        import hashlib  # only a table of one's own has a checksum

        columns = len(self.rows[0])
        numbers = np.array(self.rows, dtype="<f8").tobytes()
        return hashlib.sha256(b"%d\n" % columns + numbers).hexdigest()[:_CHECKSUM]


def read_table(text: str, name: str) -> OwnData:
    """The table in a text of comma, semicolon or tab separated values; a first row without a number is a head.

    Between semicolons and tabs a number may have a decimal comma. Blank lines are passed over. Raises InputError, which
    names row and column counted from 1 as a spreadsheet does.
    """
    first = next((line for line in text.splitlines() if line.strip()), "")
    separator = next((sign for sign in _SEPARATORS if sign in first), ",")
    rows: list[tuple[float, ...]] = []
    columns = 0
    for number, cells in _records(text, separator):
        values = [_number(cell, separator) for cell in cells]
        if not columns and all(value is None for value in values):
            columns = len(cells)
            continue
        columns = columns or len(cells)
        rows.append(_check_row(number, cells, values, columns))
        if len(rows) > MOST_ROWS:
            raise InputError("data", "too_many_rows", row=number, most=MOST_ROWS)
    return OwnData(name, tuple(rows))


def _records(text: str, separator: str) -> Iterator[tuple[int, list[str]]]:
    """Number and cells of each record that is not blank."""
    import csv

    try:
        for number, cells in enumerate(csv.reader(text.splitlines(), delimiter=separator), start=1):
            stripped = [cell.strip() for cell in cells]
            if any(stripped):
                yield number, stripped
    except csv.Error:
        raise InputError("data", "no_text") from None


def _number(text: str, separator: str) -> float | None:
    """The number that a cell writes, None for another text."""
    if separator != "," and "." not in text:
        text = text.replace(",", ".", 1)
    try:
        return None if "_" in text else float(text.replace("−", "-"))
    except ValueError:
        return None


def _check_row(
    number: int, cells: list[str], values: list[float | None] | tuple[float, ...], columns: int
) -> tuple[float, ...]:
    """The row's numbers. Raises InputError for what is missing, too much, no number or out of range."""
    if not FEWEST_INPUTS < columns <= MOST_INPUTS + 1:
        raise InputError("data", "columns", row=number, columns=columns, fewest=FEWEST_INPUTS, most=MOST_INPUTS)
    if len(cells) > columns:
        raise InputError("data", "cell_too_many", row=number, column=columns + 1, columns=columns)
    if len(cells) < columns or "" in cells:
        column = cells.index("") if "" in cells else len(cells)
        raise InputError("data", "cell_missing", row=number, column=column + 1)
    row: list[float] = []
    for column, (cell, value) in enumerate(zip(cells, values, strict=True), start=1):
        if value is None or not math.isfinite(value):
            raise InputError("data", "no_number", row=number, column=column, text=cell[:40])
        row.append(value)
    if not 0 <= row[-1] <= 1:
        raise InputError("data", "label_out_of_range", row=number, column=columns, text=cells[-1])
    return tuple(row)
