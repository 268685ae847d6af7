"""Where each number of a step comes from: its formula, and the formula with the numbers of this point."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from tui_backprop.calculus.descent.surface import VARIABLES
from tui_backprop.explain.cell import Cell
from tui_backprop.explain.typeset import expression, indexed, minus, significant, written
from tui_backprop.training.descent.snapshot import J1, X1, DescentSnapshot

Meaning = Literal["start", "came_from", "goes_to", "slope", "bend", "least_bend", "most_bend"]
"""What a number is: a coordinate of the start, of a later point or of the next one; an entry of J or of H; an eigenvalue."""


@dataclass(frozen=True)
class Working:
    """One number explained.

    `lines` are its formula, the formula with numbers, and the result; none where no step can follow. `along` is the
    number, from 1, of the variable in question, `equation` the article's number or "". `misprint` is whether the article
    prints another figure here. `sources` are the cells that the number is made from.
    """

    meaning: Meaning
    symbol: str
    along: int
    equation: str
    lines: tuple[str, ...]
    misprint: bool = False
    sources: tuple[Cell, ...] = ()


def working(cell: Cell, snapshot: DescentSnapshot) -> Working:
    """Where the number of a cell of the step's matrices comes from."""
    make = {"x": _x, "J": _jacobian, "after": _after, "H": _hessian, "eigenvalues": _eigenvalue}
    return make[cell.code](cell, snapshot)


def article_point(snapshot: DescentSnapshot) -> int | None:
    """Which of the points that the article prints (1, 2 or 3) this is, None if it is none of them."""
    preset = snapshot.recipe.preset
    return snapshot.k if snapshot.k <= 3 and preset is not None and preset.name == "article" else None


def step_formula() -> str:
    """(3.5)."""
    return "x⁽ᵏ⁺¹⁾ = x⁽ᵏ⁾ − α J(f)"


def step_numbers(snapshot: DescentSnapshot, digits: int) -> str:
    """(3.5) with the numbers of this point, of so many significant digits; "" where no step can follow."""
    point = snapshot.point
    if snapshot.after is None:
        return ""
    x, J, after = (
        f"({', '.join(significant(value, digits) for value in values.tolist())})"
        for values in (point.x, point.J, snapshot.after)
    )
    return f"{after} = {x} − {written(point.alpha)}·{J}"


def _x(cell: Cell, snapshot: DescentSnapshot) -> Working:
    index, k = cell.column, snapshot.k
    symbol = indexed("x", index)
    if k == 1:
        line = f"{symbol}⁽¹⁾ = {written(snapshot.recipe.start[index])}"
        return Working("start", f"{symbol}⁽¹⁾", index + 1, "3.3", (line,))
    row = snapshot.path[k - 2].tolist()
    numbers = row[X1 + index], snapshot.recipe.alpha_at(k - 1), row[J1 + index], float(snapshot.point.x[index])
    lines = tuple(line.replace("⁽ᵏ⁾", "⁽ᵏ⁻¹⁾").replace("⁽ᵏ⁺¹⁾", "⁽ᵏ⁾") for line in _step(index, *numbers))
    return Working("came_from", f"{symbol}⁽ᵏ⁾", index + 1, "3.5", lines, article_point(snapshot) == 3)


def _after(cell: Cell, snapshot: DescentSnapshot) -> Working:
    index, point = cell.column, snapshot.point
    lines: tuple[str, ...] = ()
    if snapshot.after is not None:
        lines = _step(index, float(point.x[index]), point.alpha, float(point.J[index]), float(snapshot.after[index]))
    sources = (Cell("x", 0, index), Cell("J", 0, index)) if lines else ()
    symbol = f"{indexed('x', index)}⁽ᵏ⁺¹⁾"
    return Working("goes_to", symbol, index + 1, "3.5", lines, article_point(snapshot) == 2, sources)


def _step(index: int, x: float, alpha: float, j: float, result: float) -> tuple[str, ...]:
    symbol = indexed("x", index)
    formula = f"{symbol}⁽ᵏ⁺¹⁾ = {symbol}⁽ᵏ⁾ − α · ∂f/∂{symbol}"
    return formula, f"= {significant(x)} − {significant(alpha)} · {_bracketed(j)}", f"= {_plain(result)}"


def _jacobian(cell: Cell, snapshot: DescentSnapshot) -> Working:
    index = cell.column
    symbol = f"∂f/∂{indexed('x', index)}"
    lines = _derivative(symbol, index, float(snapshot.point.J[index]), snapshot)
    return Working("slope", symbol, index + 1, "3.2", lines, article_point(snapshot) == 2, _both_coordinates())


def _hessian(cell: Cell, snapshot: DescentSnapshot) -> Working:
    symbol = f"∂²f/∂{indexed('x', cell.row)}∂{indexed('x', cell.column)}"
    value = float(snapshot.point.hessian[cell.row, cell.column])
    lines = _derivative(symbol, 2 + cell.row + cell.column, value, snapshot)
    return Working("bend", symbol, cell.column + 1, "", lines, sources=_both_coordinates())


def _derivative(symbol: str, number: int, value: float, snapshot: DescentSnapshot) -> tuple[str, ...]:
    formula = str(snapshot.surface.derivatives[number])
    return f"{symbol} = {expression(formula)}", f"= {_with_numbers(formula, snapshot)}", f"= {_plain(value)}"


def _eigenvalue(cell: Cell, snapshot: DescentSnapshot) -> Working:
    (h11, h12), (_, h22) = snapshot.point.hessian.tolist()
    sign, name = ("+", "λ_max") if cell.column else ("−", "λ_min")
    lines = (
        f"{name} = (H₁₁ + H₂₂)/2 {sign} √(((H₁₁ − H₂₂)/2)² + H₁₂²)",
        f"= ({significant(h11)} + {_bracketed(h22)})/2 {sign} "
        f"√((({significant(h11)} − {_bracketed(h22)})/2)² + {_bracketed(h12)}²)",
        f"= {_plain(float(snapshot.point.eigenvalues[cell.column]))}",
    )
    sources = tuple(Cell("H", row, column) for row in (0, 1) for column in (0, 1))
    return Working("most_bend" if cell.column else "least_bend", name, 0, "", lines, sources=sources)


def _both_coordinates() -> tuple[Cell, ...]:
    return Cell("x", 0, 0), Cell("x", 0, 1)


def _with_numbers(formula: str, snapshot: DescentSnapshot) -> str:
    """The formula with this point's numbers in the place of x1 and x2."""
    x = dict(zip(VARIABLES, snapshot.point.x.tolist(), strict=True))
    # The numbers go in last, for typesetting would take their exponents for differences.
    pieces = re.split(r"(x[12])", formula)
    return "".join(_bracketed(x[piece]) if piece in x else expression(piece) for piece in pieces)


def _bracketed(value: float) -> str:
    return f"({significant(value)})" if value < 0 else significant(value)


def _plain(value: float) -> str:
    """All digits of the number."""
    return minus(repr(value))
