"""How each quantity of a cycle is made, cell by cell.

A formula is written once, as a sum or product of figures (working.py); its symbols, its numbers and the list of the
cells that go in follow from that, so that they cannot disagree.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import NamedTuple

from tui_backprop.calculus.array import Array
from tui_backprop.calculus.fact import Fact, fact
from tui_backprop.calculus.network.quantities import QUANTITIES
from tui_backprop.calculus.network.structure import structural_zeros
from tui_backprop.explain.network.notation import SYMBOLS, element, nth, updated_symbol
from tui_backprop.explain.typeset import subscript, written
from tui_backprop.explain.working import (
    EXACT,
    Figure,
    Role,
    Source,
    Term,
    constant,
    given,
    half_square,
    sigmoid,
    total,
)

PRODUCTS = {
    "theta2_gradient": ("jacobian_f4_x4", "jacobian_f3_theta2"),
    "product_f3": ("jacobian_f4_x4", "jacobian_f3_x3"),
    "product_f2": ("product_f3", "jacobian_f2_x2"),
    "theta1_gradient_row": ("product_f2", "jacobian_f1_theta1"),
}
"""The matrix products of a cycle by their factors, left and right."""

_BY_HAND = 1e-9


class Cycle(NamedTuple):
    """The cycle that is explained, and the significant digits of the operands, or BOARD."""

    values: Mapping[str, Array]
    learning_rate: float
    inputs: int
    hidden: int
    updated: bool
    digits: int

    def cell(self, code: str, row: int, column: int, role: Role) -> Figure:
        """A cell as an operand; θ is the one that the forward pass used."""
        if code in ("theta1", "theta2") and self.updated:
            code += "_before"
        source = Source(code, row, column, role)
        symbol = element(code.removesuffix("_before"), row, column, self.inputs)
        return given(float(self.values[code][row, column]), symbol, self._digits(code, row), source)

    def _digits(self, code: str, row: int) -> int:
        """Inputs, labels and the constant 1 stand as the data give them: 0, 1, 0.25."""
        as_given = code in ("x1", "tx1", "jacobian_f1_theta1") or (code == "x3" and row == 0)
        return EXACT if as_given else self.digits

    def weight(self, code: str, row: int, column: int) -> Figure:
        """An entry of θ as an operand, the bias in column 0."""
        return self.cell(code, row, column, "weight" if column else "bias")

    def output(self) -> Figure:
        """x⁽⁴⁾ as an operand."""
        return self.cell("x4", 0, 0, "output")

    def alone(self, code: str, row: int, column: int) -> Figure:
        """A cell that is made from no other, as short as its digits can be written: it may have been typed so."""
        value = float(f"{float(self.values[code][row, column]):.{self.digits or EXACT}g}")
        return given(value, element(code, row, column, self.inputs), EXACT)

    @property
    def alpha(self) -> Figure:
        """The learning rate of the update."""
        return given(self.learning_rate, "α", EXACT)


class Draft(NamedTuple):
    """What a quantity says of one of its cells.

    `why` is what it means. `lead` is the short form of the formula; `equation`, `symbol` and `sources` stand in place of
    the usual ones, unless empty and None.
    """

    figure: Figure
    why: Fact
    lead: str = ""
    equation: str = ""
    symbol: str = ""
    sources: tuple[Source, ...] | None = None
    terms: tuple[Term, ...] = ()


def derive(cycle: Cycle, code: str, row: int, column: int) -> Draft:
    """The making of one cell of the quantity `code`, indices from 0."""
    return _MAKERS[code](cycle, row, column)


def _x1(cycle: Cycle, row: int, column: int) -> Draft:
    return Draft(cycle.alone("x1", row, 0), fact("network", "why_input", number=row + 1))


def _tx1(cycle: Cycle, row: int, column: int) -> Draft:
    return Draft(cycle.alone("tx1", 0, 0), fact("network", "why_label"))


def _x2(cycle: Cycle, row: int, column: int) -> Draft:
    inputs = [constant(1), *(cycle.cell("x1", j, 0, "input") for j in range(cycle.inputs))]
    figure = total([cycle.weight("theta1", row, j) * x for j, x in enumerate(inputs)])
    why = fact("network", "why_sum", unit=row + 1, updated=cycle.updated)
    return Draft(figure, why, lead=f"Σⱼ θ⁽¹⁾{subscript(row + 1)},ⱼ·x⁽¹⁾ⱼ")


def _x3(cycle: Cycle, row: int, column: int) -> Draft:
    if row == 0:
        return Draft(constant(1), fact("network", "why_constant", bias=element("theta2", 0, 0)))
    figure = sigmoid(cycle.cell("x2", row - 1, 0, "sum"))
    return Draft(figure, fact("network", "why_hidden_output", unit=row))


def _x4(cycle: Cycle, row: int, column: int) -> Draft:
    outputs = [cycle.cell("x3", j, 0, "output") for j in range(cycle.hidden + 1)]
    figure = sigmoid(total([cycle.weight("theta2", 0, j) * x for j, x in enumerate(outputs)]))
    why = fact("network", "why_output", updated=cycle.updated)
    return Draft(figure, why, lead="s(Σⱼ θ⁽²⁾₁,ⱼ·x⁽³⁾ⱼ)")


def _x5(cycle: Cycle, row: int, column: int) -> Draft:
    difference = cycle.output() - cycle.cell("tx1", 0, 0, "label")
    return Draft(half_square(difference), fact("network", "why_error"))


def _theta(code: str, cycle: Cycle, row: int, column: int) -> Draft:
    """A parameter: before + change once the update has been taken, until then a number that was there."""
    value = cycle.alone(code, row, column)
    if not cycle.updated:
        return Draft(value, fact("network", "why_parameter"))
    names = (code, f"{code}_before", f"{code}_change")
    now, before, change = (float(cycle.values[name][row, column]) for name in names)
    if abs(now - (before + change)) > _BY_HAND * max(1.0, abs(before), abs(change)):
        return Draft(value, fact("network", "why_parameter_set", updated=written(before + change)))
    figure = cycle.cell(code, row, column, "before") + cycle.cell(f"{code}_change", row, column, "change")
    step = f"α·{element(f'{code}_gradient', row, column, cycle.inputs)}"
    new = updated_symbol(value.symbols)
    why = fact("network", "why_parameter_updated", new=new, old=value.symbols, alpha=cycle.alpha.numbers)
    return Draft(figure, why, lead=f"{value.symbols} − {step}", equation="3.5", symbol=new)


def _change(code: str, cycle: Cycle, row: int, column: int) -> Draft:
    slope = cycle.cell(f"{code}_gradient", row, column, "gradient")
    return Draft(-cycle.alpha * slope, fact("network", "why_change", alpha=cycle.alpha.numbers))


def _jacobian_f1_x1(cycle: Cycle, row: int, column: int) -> Draft:
    why = fact("network", "why_input_weight", input=column + 1, unit=row + 1, updated=cycle.updated)
    return Draft(cycle.weight("theta1", row, column + 1), why)


def _jacobian_f1_theta1(cycle: Cycle, row: int, column: int) -> Draft:
    unit, j = divmod(column, cycle.inputs + 1)
    name = element("theta1", unit, j)
    if unit != row:
        return Draft(constant(0), fact("network", "why_foreign_parameter", unit=row + 1, parameter=name))
    if j == 0:
        return Draft(constant(1), fact("network", "why_own_bias", unit=row + 1, parameter=name))
    why = fact("network", "why_own_weight", unit=row + 1, parameter=name, input=j)
    return Draft(cycle.cell("x1", j - 1, 0, "input"), why)


def _jacobian_f2_x2(cycle: Cycle, row: int, column: int) -> Draft:
    z = element("x2", column, 0)
    if row == 0:
        return Draft(constant(0), fact("network", "why_constant_slope", constant=element("x3", 0, 0), sum=z))
    if row != column + 1:
        return Draft(constant(0), fact("network", "why_foreign_sum", unit=row, sum=z))
    output = cycle.cell("x3", row, 0, "output")
    return Draft(_slope(output, output), fact("network", "why_slope", unit=row), lead=f"s({z})·(1 − s({z}))")


def _jacobian_f3_x3(cycle: Cycle, row: int, column: int) -> Draft:
    factor = cycle.weight("theta2", 0, column)
    why = fact("network", "why_weight_times_slope" if column else "why_bias_times_slope", updated=cycle.updated)
    return Draft(_slope(factor * cycle.output(), cycle.output()), why, lead=f"{factor.symbols}·s·(1 − s)")


def _jacobian_f3_theta2(cycle: Cycle, row: int, column: int) -> Draft:
    factor = cycle.cell("x3", column, 0, "output")
    constant_one = fact("network", "why_constant_times_slope")
    why = fact("network", "why_output_times_slope", unit=column) if column else constant_one
    return Draft(_slope(factor * cycle.output(), cycle.output()), why, lead=f"{factor.symbols}·s·(1 − s)")


def _jacobian_f4_x4(cycle: Cycle, row: int, column: int) -> Draft:
    difference = cycle.output() - cycle.cell("tx1", 0, 0, "label")
    return Draft(difference, fact("network", "why_difference"))


def _slope(figure: Figure, output: Figure) -> Figure:
    return figure * (constant(1) - output)


def _product(code: str, cycle: Cycle, row: int, column: int) -> Draft:
    """The row of the left factor times a column of the right one; terms zero by structure are counted, not written."""
    left, right = PRODUCTS[code]
    terms = _terms(cycle, left, right, column)
    rows = [cycle.cell(left, 0, i, "row") for i in range(len(terms))]
    columns = [cycle.cell(right, i, column, "column") for i in range(len(terms))]
    figure = total([a * b for a, b, term in zip(rows, columns, terms, strict=True) if not term.structural])
    zeros = sum(term.structural for term in terms)
    why = fact(
        "network",
        "why_product",
        left=SYMBOLS[left],
        right=SYMBOLS[right],
        column=column + 1,
        terms=len(terms),
        zeros=zeros,
    )
    lead = ""
    if len(terms) > 1:
        middle, to = SYMBOLS[QUANTITIES[left].input], nth(QUANTITIES[right].input, column, cycle.inputs)
        lead = f"Σᵢ ∂E/∂{middle}ᵢ·∂{middle}ᵢ/∂{to}"
    sources = tuple(factor.sources[0] for factor in rows + columns)
    return Draft(figure, why, lead, sources=sources, terms=terms)


def _terms(cycle: Cycle, left: str, right: str, column: int) -> tuple[Term, ...]:
    zeros = structural_zeros(right, cycle.inputs, cycle.hidden)[:, column].tolist()
    terms: list[Term] = []
    running = 0.0
    for i, zero in enumerate(zeros):
        a, b = float(cycle.values[left][0, i]), float(cycle.values[right][i, column])
        running += a * b
        # A mask that is wrong must not hide a number.
        terms.append(Term(a, b, a * b, running, structural=zero and b == 0))
    return tuple(terms)


def _theta1_gradient(cycle: Cycle, row: int, column: int) -> Draft:
    """The fold (3.13)-(3.16): the entry of the row, and the product that gave it."""
    width = cycle.inputs + 1
    index = row * width + column
    draft = _product("theta1_gradient_row", cycle, 0, index)
    first, last = row * width + 1, (row + 1) * width
    why = fact("network", "why_folded", entry=index + 1, first=first, last=last, row=row + 1, product=draft.why)
    entry = Source("theta1_gradient_row", 0, index, "entry")
    return draft._replace(why=why, sources=(entry, *(draft.sources or ())))


_MAKERS: dict[str, Callable[[Cycle, int, int], Draft]] = {
    "x1": _x1,
    "tx1": _tx1,
    "x2": _x2,
    "x3": _x3,
    "x4": _x4,
    "x5": _x5,
    "theta1": partial(_theta, "theta1"),
    "theta2": partial(_theta, "theta2"),
    "jacobian_f1_x1": _jacobian_f1_x1,
    "jacobian_f1_theta1": _jacobian_f1_theta1,
    "jacobian_f2_x2": _jacobian_f2_x2,
    "jacobian_f3_x3": _jacobian_f3_x3,
    "jacobian_f3_theta2": _jacobian_f3_theta2,
    "jacobian_f4_x4": _jacobian_f4_x4,
    **{code: partial(_product, code) for code in PRODUCTS},
    "theta1_gradient": _theta1_gradient,
    "theta1_change": partial(_change, "theta1"),
    "theta2_change": partial(_change, "theta2"),
}
