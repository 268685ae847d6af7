"""Where a number comes from: for any cell its formula, the formula with this cycle's numbers, and its sources."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from tui_backprop.calculus.derivation import Cycle, Draft, derive
from tui_backprop.calculus.layers import Array
from tui_backprop.calculus.notation import NOTATION
from tui_backprop.calculus.working import EXACT, Source, Term

DIGITS = 9
_ENOUGH = 1e-7


@dataclass(frozen=True)
class Explanation:
    """One cell explained: `symbol` = `formula` = `numbers` = `result`.

    `formula` is in the article's notation. Where there is a short form (a sum with Σ, the slope s(1 − s)) it comes
    first and the written-out form after " = ". `numbers` is the written-out form with the numbers of this cycle, in the
    grammar of working.py: operands have 9 significant digits, or all of theirs where 9 would not give 7 digits of
    `result`. Both lines are complete for any size of network and may be wrapped at spaces. `result` is the float that
    the cell shows, `equation` the article's number, `misprint` a sentence or "".

    `sources` are the cells that the number is made from. For a matrix product they are the whole row of the left factor
    and the whole column of the right one, and `terms` has their products in order with the running sum.
    """

    symbol: str
    formula: str
    numbers: str
    result: float
    equation: str
    sentence: str
    misprint: str
    sources: tuple[Source, ...]
    terms: tuple[Term, ...] = ()


def explain_cell(
    code: str,
    row: int,
    column: int,
    values: Mapping[str, Array],
    rate: float,
    inputs: int,
    hidden: int,
    updated: bool,
) -> Explanation:
    """Explain the cell at `row`, `column` (from 0) of the quantity `code` of the notation table.

    `values` are the arrays of a cycle, `theta1_before` and `theta2_before` among them; `rate` is the learning rate of
    this cycle's update and `updated` whether the update has been taken, so that `theta1` and `theta2` are the new ones.
    Ask only about what the cycle has computed. Raises KeyError for an unknown code, IndexError for a cell outside.
    """
    notation = NOTATION[code]
    rows, columns = notation.shape(inputs, hidden)
    if not (0 <= row < rows and 0 <= column < columns):
        raise IndexError(f"{code} has {rows} rows and {columns} columns; there is no cell {row}, {column}")
    result = float(values[code][row, column])
    draft = _draft(Cycle(values, rate, inputs, hidden, updated, DIGITS), code, row, column, result)
    return Explanation(
        symbol=notation.element(row, column, inputs),
        formula=f"{draft.lead} = {draft.figure.symbols}" if draft.lead else draft.figure.symbols,
        numbers=draft.figure.numbers,
        result=result,
        equation=draft.equation or notation.equation,
        sentence=draft.sentence,
        misprint=notation.misprint,
        sources=draft.figure.sources if draft.sources is None else draft.sources,
        terms=draft.terms,
    )


def _draft(cycle: Cycle, code: str, row: int, column: int, result: float) -> Draft:
    """The explanation with short operands, or with exact ones where a difference would eat the digits of short ones."""
    draft = derive(cycle, code, row, column)
    if math.isclose(draft.figure.value, result, rel_tol=_ENOUGH):
        return draft
    exact = Cycle(cycle.values, cycle.rate, cycle.inputs, cycle.hidden, cycle.updated, EXACT)
    return derive(exact, code, row, column)
