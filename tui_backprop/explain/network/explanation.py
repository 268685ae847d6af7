"""Where a number comes from: for any cell its formula, the formula with this cycle's numbers, and its sources."""

from __future__ import annotations

import math
from collections.abc import Mapping

from tui_backprop.calculus.array import Array
from tui_backprop.calculus.fact import fact
from tui_backprop.calculus.network.quantities import QUANTITIES
from tui_backprop.explain.explanation import Explanation
from tui_backprop.explain.network.derivation import Cycle, Draft, derive
from tui_backprop.explain.network.notation import MISPRINTED, element
from tui_backprop.explain.working import EXACT

DIGITS = 9
_ENOUGH = 1e-7


def explain_cell(
    code: str,
    row: int,
    column: int,
    values: Mapping[str, Array],
    learning_rate: float,
    inputs: int,
    hidden: int,
    updated: bool,
) -> Explanation:
    """Explain the cell at `row`, `column` (from 0) of the quantity `code`.

    `values` are the arrays of a cycle, `theta1_before` and `theta2_before` among them; `learning_rate` is the α of
    this cycle's update and `updated` whether the update has been taken, so that `theta1` and `theta2` are the new ones.
    Ask only about what the cycle has computed. Raises KeyError for an unknown code, IndexError for a cell outside.
    """
    quantity = QUANTITIES[code]
    rows, columns = quantity.shape(inputs, hidden)
    if not (0 <= row < rows and 0 <= column < columns):
        raise IndexError(f"{code} has {rows} rows and {columns} columns; there is no cell {row}, {column}")
    result = float(values[code][row, column])
    draft = _draft(Cycle(values, learning_rate, inputs, hidden, updated, DIGITS), code, row, column, result)
    return Explanation(
        symbol=draft.symbol or element(code, row, column, inputs),
        forms=tuple(form for form in (draft.lead, draft.figure.symbols) if form),
        numbers=draft.figure.numbers,
        result=result,
        equation=draft.equation or quantity.equation,
        why=draft.why,
        sources=draft.figure.sources if draft.sources is None else draft.sources,
        terms=draft.terms,
        misprint=fact("network", "misprint", quantity=code) if code in MISPRINTED else None,
    )


def _draft(cycle: Cycle, code: str, row: int, column: int, result: float) -> Draft:
    """The explanation with short operands, or with exact ones where a difference would eat the digits of short ones."""
    draft = derive(cycle, code, row, column)
    if math.isclose(draft.figure.value, result, rel_tol=_ENOUGH):
        return draft
    exact = Cycle(cycle.values, cycle.learning_rate, cycle.inputs, cycle.hidden, cycle.updated, EXACT)
    return derive(exact, code, row, column)
