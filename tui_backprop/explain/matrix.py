"""Matrices and tables to take along: LaTeX, Markdown, NumPy or CSV; what all subjects have in common."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal, get_args

from tui_backprop.calculus.array import Array
from tui_backprop.explain.typeset import latex, latex_number, significant

Format = Literal["latex", "markdown", "numpy", "csv"]
FORMATS: tuple[Format, ...] = get_args(Format)

DIGITS = 10
"""The significant digits of Markdown and LaTeX, as many as the article prints; NumPy and CSV have every digit."""


def written(values: Array, format: Format, title: str, identifier: str, symbol: str) -> str:
    """A matrix of shape (rows, columns) as text with a final line feed.

    `title` stands over it in Markdown, `identifier` is its name in NumPy, `symbol` what LaTeX calls it.
    """
    match format:
        case "csv":
            return "".join(",".join(map(repr, row)) + "\n" for row in values.tolist())
        case "numpy":
            return f"{identifier} = np.array({numpy_literal(values)})\n"
        case "markdown":
            return f"{title}\n\n{markdown_table(values)}"
        case "latex":
            return f"{symbol}\n  = {latex_numbers(values)}\n"


def numpy_literal(values: Array, module: str = "np") -> str:
    """The rows as a literal of NumPy, every digit; what is not finite by its name in `module`."""
    rows = [[_number(value, module) for value in row] for row in values.tolist()]
    return "[" + ", ".join(f"[{', '.join(row)}]" for row in rows) + "]"


def _number(value: float, module: str) -> str:
    if abs(value) < float("inf"):
        return repr(value)
    return f"-{module}.inf" if value < 0 else f"{module}.{value}"


def markdown_table(values: Array) -> str:
    """The rows as a table without a head."""
    columns = values.shape[1]
    rows = ("".join(f"| {' | '.join(significant(value, DIGITS) for value in row)} |\n") for row in values.tolist())
    return f"|{' |' * columns}\n|{'---:|' * columns}\n" + "".join(rows)


def latex_numbers(values: Array, digits: int = DIGITS) -> str:
    """The rows as a matrix of numbers, for mathematics mode."""
    return latex_matrix([latex_number(value, digits) for value in row] for row in values.tolist())


def latex_matrix(rows: Iterable[Sequence[str]]) -> str:
    """A matrix of entries that are LaTeX already, for mathematics mode."""
    return r"\begin{bmatrix} " + r" \\ ".join(" & ".join(row) for row in rows) + r" \end{bmatrix}"


def table_row(first: str, numbers: Iterable[float]) -> tuple[str, ...]:
    """A row of a table in Markdown or LaTeX: what counts it, then its numbers."""
    return first, *(significant(value, DIGITS) for value in numbers)


def markdown_columns(titles: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table under its titles, all of it to the right."""
    lines = [titles, ("---:",) * len(titles), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def latex_columns(titles: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table under its titles, which are LaTeX already; what follows the first column is set as mathematics."""
    cells = ((first, *(f"${latex(number).strip()}$" for number in numbers)) for first, *numbers in rows)
    body = "".join(f"  {' & '.join(row)} \\\\\n" for row in cells)
    head = " & ".join(titles)
    return f"\\begin{{tabular}}{{{'r' * len(titles)}}}\n  {head} \\\\\n  \\hline\n{body}\\end{{tabular}}\n"
