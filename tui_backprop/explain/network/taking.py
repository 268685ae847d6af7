"""What is taken along of a run: one matrix of a cycle, or the loss curve."""

from __future__ import annotations

from tui_backprop.calculus.array import Array
from tui_backprop.explain.matrix import Format, written
from tui_backprop.explain.network.notation import SYMBOLS, transposed_symbol, updated_symbol
from tui_backprop.explain.typeset import count, latex, significant
from tui_backprop.training.network.loss_curve import Curve

DIGITS = 10
"""The significant digits of Markdown and LaTeX; NumPy and CSV have every digit."""

_LATEX_TITLES = {
    "iteration": "iteration",
    "sum_of_errors": r"$\sum E$",
    "lowest_sum": r"$\min \sum E$",
    "highest_sum": r"$\max \sum E$",
}


def symbol_of(code: str, turned: bool, updated: bool) -> str:
    """The symbol of a quantity, or of its transpose if `turned`; `updated` says that θ is the one after the update."""
    quantity = code.removesuffix("_before")
    symbol = transposed_symbol(quantity) if turned else SYMBOLS[quantity]
    return updated_symbol(symbol) if updated and code in ("theta1", "theta2") else symbol


def matrix(code: str, values: Array, turned: bool, updated: bool, format: Format) -> str:
    """A quantity, or its transpose if `turned`, as text; "theta1_before" and "theta2_before" are the old parameters."""
    symbol = symbol_of(code, turned, updated)
    name = f"{code}_transposed" if turned else code
    return written(values.T if turned else values, format, symbol, name, latex(symbol).strip())


def curve(loss: Curve, format: Format) -> str:
    """ΣE over the iterations: one number for each, or the lowest and the highest of those since the row before."""
    exact = bool((loss.low == loss.high).all())
    iterations = [int(iteration) for iteration in loss.iteration]
    low, high = loss.low.tolist(), loss.high.tolist()
    names = ("iteration", "sum_of_errors") if exact else ("iteration", "lowest_sum", "highest_sum")
    columns = (low,) if exact else (low, high)
    match format:
        case "csv":
            rows = (",".join((str(k), *map(repr, row))) for k, *row in zip(iterations, *columns, strict=True))
            return "\n".join((",".join(names), *rows)) + "\n"
        case "numpy":
            arrays = (iterations, *columns)
            return "".join(f"{name} = np.array({list(array)})\n" for name, array in zip(names, arrays, strict=True))
        case "markdown":
            lines = [_titles(exact), ("---:",) * len(names), *_rows(iterations, columns)]
            return "".join(f"| {' | '.join(line)} |\n" for line in lines)
        case "latex":
            head = " & ".join(_LATEX_TITLES[name] for name in names)
            body = "".join(f"  {' & '.join(row)} \\\\\n" for row in _rows(iterations, columns, tex=True))
            columns_ = "r" * len(names)
            return f"\\begin{{tabular}}{{{columns_}}}\n  {head} \\\\\n  \\hline\n{body}\\end{{tabular}}\n"


def _titles(exact: bool) -> tuple[str, ...]:
    return ("iteration", "ΣE") if exact else ("iteration", "min ΣE", "max ΣE")


def _rows(iterations: list[int], columns: tuple[list[float], ...], tex: bool = False) -> list[tuple[str, ...]]:
    texts = [[significant(value, DIGITS) for value in column] for column in columns]
    if tex:
        texts = [[f"${latex(text).strip()}$" for text in column] for column in texts]
    return [(count(k), *row) for k, *row in zip(iterations, *texts, strict=True)]
