"""What is taken along of a run: one matrix of a cycle, or the loss curve."""

from __future__ import annotations

from tui_backprop.calculus.array import Array
from tui_backprop.explain.matrix import Format, latex_columns, markdown_columns, table_row, written
from tui_backprop.explain.network.notation import SYMBOLS, transposed_symbol, updated_symbol
from tui_backprop.explain.typeset import count, latex
from tui_backprop.training.network.loss_curve import Curve

_TITLES = {"iteration": "iteration", "sum_of_errors": "ΣE", "lowest_sum": "min ΣE", "highest_sum": "max ΣE"}
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
    names = ("iteration", "lowest_sum", "highest_sum")
    columns: tuple[list[float], ...] = (loss.low.tolist(), loss.high.tolist())
    if columns[0] == columns[1]:
        names, columns = ("iteration", "sum_of_errors"), columns[:1]
    iterations = [int(iteration) for iteration in loss.iteration]
    titles, latex_titles = ([titles[name] for name in names] for titles in (_TITLES, _LATEX_TITLES))
    rows = list(zip(iterations, *columns, strict=True))
    match format:
        case "csv":
            return "\n".join((",".join(names), *(",".join(map(repr, row)) for row in rows))) + "\n"
        case "numpy":
            arrays = zip(names, (iterations, *columns), strict=True)
            return "".join(f"{name} = np.array({array})\n" for name, array in arrays)
        case "markdown":
            return markdown_columns(titles, (table_row(count(k), row) for k, *row in rows))
        case "latex":
            return latex_columns(latex_titles, (table_row(count(k), row) for k, *row in rows))
