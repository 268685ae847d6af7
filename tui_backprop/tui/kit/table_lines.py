"""A small table as lines: columns as wide as what is in them, one of them as wide as what is left."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len, set_cell_size

GAP = "  "
_NARROWEST = 8


def table_lines(rows: Sequence[Sequence[str]], width: int, wide: int) -> list[str]:
    """The rows, the first of them the heads, in `width` cells: column `wide` to the left, the others to the right.

    Column `wide` is cut where it must be; it has at least eight cells.
    """
    if not rows:
        return []
    widths = [max(cell_len(row[column]) for row in rows) for column in range(len(rows[0]))]
    rest = sum(widths) - widths[wide] + len(GAP) * (len(widths) - 1)
    widths[wide] = max(width - rest, _NARROWEST)
    return [
        GAP.join(
            _fit(text, size) if column == wide else " " * (size - cell_len(text)) + text
            for column, (text, size) in enumerate(zip(row, widths, strict=True))
        )
        for row in rows
    ]


def _fit(text: str, size: int) -> str:
    return set_cell_size(text, size) if cell_len(text) <= size else set_cell_size(text, size - 1) + "…"
