"""The points of a descent as a table to take along: CSV with every digit, Markdown, LaTeX."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, get_args

from tui_backprop.explain.matrix import latex_columns, markdown_columns, table_row
from tui_backprop.training.descent.snapshot import DescentSnapshot

Format = Literal["csv", "markdown", "latex"]
FORMATS: tuple[Format, ...] = get_args(Format)

CSV_TITLES = ("k", "x1", "x2", "f", "df_dx1", "df_dx2")
TITLES = ("k", "x₁", "x₂", "f(x)", "∂f/∂x₁", "∂f/∂x₂")
LATEX_TITLES = (
    "$k$",
    "$x_1$",
    "$x_2$",
    "$f(x)$",
    r"$\partial f/\partial x_1$",
    r"$\partial f/\partial x_2$",
)


def table(snapshot: DescentSnapshot, format: Format, first: int = 1, last: int | None = None) -> str:
    """Points number `first` to `last` (else the furthest reached), a line each under a head; ends with a line feed."""
    rows = snapshot.path[first - 1 : snapshot.reached if last is None else last].tolist()
    numbered = [(k, row) for k, row in enumerate(rows, first)]
    if format == "csv":
        lines = [",".join(CSV_TITLES), *(csv_row(k, row) for k, row in numbered)]
        return "\n".join(lines) + "\n"
    cells = [table_row(str(k), row) for k, row in numbered]
    return markdown_columns(TITLES, cells) if format == "markdown" else latex_columns(LATEX_TITLES, cells)


def csv_row(k: int, numbers: Sequence[float]) -> str:
    """Point number k with x1, x2, f and J, every digit of them."""
    return ",".join((str(k), *map(repr, numbers)))
