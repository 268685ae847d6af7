"""The points of a descent as a table to take along: CSV with every digit, Markdown, LaTeX."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, get_args

from tui_backprop.explain.typeset import significant
from tui_backprop.training.descent.snapshot import DescentSnapshot

Format = Literal["csv", "markdown", "latex"]
FORMATS: tuple[Format, ...] = get_args(Format)

DIGITS = 10
"""The significant digits of Markdown and LaTeX, as many as the article prints; CSV has all."""

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
    cells = [(str(k), *(significant(value, DIGITS) for value in row)) for k, row in numbered]
    if format == "markdown":
        lines = [TITLES, ("---:",) * len(TITLES), *cells]
        return "".join(f"| {' | '.join(line)} |\n" for line in lines)
    body = "".join(f"  {' & '.join((k, *map(_latex, values)))} \\\\\n" for k, *values in cells)
    head = " & ".join(LATEX_TITLES)
    return f"\\begin{{tabular}}{{{'r' * len(TITLES)}}}\n  {head} \\\\\n  \\hline\n{body}\\end{{tabular}}\n"


def csv_row(k: int, numbers: Sequence[float]) -> str:
    """Point number k with x1, x2, f and J, every digit of them."""
    return ",".join((str(k), *map(repr, numbers)))


def _latex(number: str) -> str:
    """A number in mathematics, with its power of ten written out."""
    mantissa, _, power = number.replace("−", "-").replace("∞", r"\infty").partition("e")
    return f"${mantissa}\\cdot 10^{{{power}}}$" if power else f"${mantissa}$"
