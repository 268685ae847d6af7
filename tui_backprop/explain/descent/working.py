"""Where each number of a step comes from: its formula, and the formula with the numbers of this point. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from tui_backprop.calculus.descent.surface import SURFACES, VARIABLES, Surface
from tui_backprop.calculus.expression import parse
from tui_backprop.explain.cell import Cell
from tui_backprop.explain.typeset import expression, indexed, minus
from tui_backprop.training.descent.snapshot import J1, X1, DescentSnapshot

FORMULAS = {
    "article": (
        ("2*x2*(x1*x2 - 3)", "2*x1*(x1*x2 - 3)"),
        ("2*x2**2", "4*x1*x2 - 6", "2*x1**2"),
    ),
    "bowl": (("x1", "25*x2"), ("1", "0", "25")),
    "saddle": (("2*x1", "-2*x2"), ("2", "0", "-2")),
    "rosenbrock": (
        ("-2*(1 - x1) - 400*x1*(x2 - x1**2)", "200*(x2 - x1**2)"),
        ("2 - 400*(x2 - 3*x1**2)", "-400*x1", "200"),
    ),
    "himmelblau": (
        ("4*x1*(x1**2 + x2 - 11) + 2*(x1 + x2**2 - 7)", "2*(x1**2 + x2 - 11) + 4*x2*(x1 + x2**2 - 7)"),
        ("12*x1**2 + 4*x2 - 42", "4*(x1 + x2)", "12*x2**2 + 4*x1 - 26"),
    ),
}
"""J and the second derivatives of the surfaces that have a name, so that reading them needs no SymPy."""


@dataclass(frozen=True)
class Working:
    """One number explained: the `title`, the `text`, and the cells that it is made from."""

    title: str
    text: str
    sources: tuple[Cell, ...] = ()


@lru_cache(maxsize=32)
def formulas(surface: Surface) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The entries of J, and ∂²f/∂x1², ∂²f/∂x1∂x2, ∂²f/∂x2², as texts."""
    if surface.name in SURFACES:
        return FORMULAS[surface.name]
    by_x1, by_x2 = (parse(surface.text, VARIABLES).derivative(variable) for variable in VARIABLES)
    return (str(by_x1), str(by_x2)), (
        str(by_x1.derivative("x1")),
        str(by_x1.derivative("x2")),
        str(by_x2.derivative("x2")),
    )


def working(cell: Cell, snapshot: DescentSnapshot) -> Working:
    """Where the number of a cell of the step's matrices comes from."""
    make = {"x": _x, "J": _jacobian, "after": _after, "H": _hessian, "eigenvalues": _eigenvalue}
    return make[cell.code](cell, snapshot)


def _x(cell: Cell, snapshot: DescentSnapshot) -> Working:
    index, k = cell.column, snapshot.k
    symbol = f"{indexed('x', index)}⁽ᵏ⁾"
    if k == 1:
        return Working(
            f"{symbol} · (3.3)", f"{symbol} = {_plain(snapshot.recipe.start[index])}, where the descent starts: e."
        )
    row = snapshot.path[k - 2].tolist()
    text = _step(
        index, row[X1 + index], snapshot.recipe.alpha_at(k - 1), row[J1 + index], float(snapshot.point.x[index])
    )
    misprint = ""
    if k == 3 and snapshot.recipe.preset is not None and snapshot.recipe.preset.name == "article":
        misprint = "\nThe article prints 1.05995136: in (3.7) the factor 2 of J(f) is missing."
    return Working(f"{symbol} · the step before, (3.5)", text.replace("⁽ᵏ⁾", "⁽ᵏ⁻¹⁾") + misprint)


def _after(cell: Cell, snapshot: DescentSnapshot) -> Working:
    index, point = cell.column, snapshot.point
    title = f"{indexed('x', index)}⁽ᵏ⁺¹⁾ · (3.5)"
    if snapshot.after is None:
        return Working(title, point.trouble)
    numbers = (float(point.x[index]), point.alpha, float(point.J[index]), float(snapshot.after[index]))
    return Working(title, _step(index, *numbers), (Cell("x", 0, index), Cell("J", 0, index)))


def _step(index: int, x: float, alpha: float, j: float, result: float) -> str:
    symbol = indexed("x", index)
    formula = f"{symbol}⁽ᵏ⁾ − α · ∂f/∂{symbol}"
    return f"{formula}\n= {_number(x)} − {_number(alpha)} · {_bracketed(j)}\n= {_plain(result)}"


def _jacobian(cell: Cell, snapshot: DescentSnapshot) -> Working:
    index = cell.column
    symbol = f"∂f/∂{indexed('x', index)}"
    formula = formulas(snapshot.surface)[0][index]
    text = f"{symbol} = {expression(formula)}\n= {_with_numbers(formula, snapshot)}\n= {_plain(float(snapshot.point.J[index]))}"
    return Working(f"{symbol} · entry {index + 1} of J(f), (3.2)", text, (Cell("x", 0, 0), Cell("x", 0, 1)))


def _hessian(cell: Cell, snapshot: DescentSnapshot) -> Working:
    names = "²".join(("∂", f"f/∂{indexed('x', cell.row)}∂{indexed('x', cell.column)}"))
    formula = formulas(snapshot.surface)[1][cell.row + cell.column]
    text = f"{names} = {expression(formula)}\n= {_with_numbers(formula, snapshot)}\n= {_plain(float(snapshot.hessian[cell[1:]]))}"
    return Working(
        f"{names} · how J(f) changes along {indexed('x', cell.column)}", text, (Cell("x", 0, 0), Cell("x", 0, 1))
    )


def _eigenvalue(cell: Cell, snapshot: DescentSnapshot) -> Working:
    (h11, h12), (_, h22) = snapshot.hessian.tolist()
    sign, name = ("+", "λ_max") if cell.column else ("−", "λ_min")
    text = (
        f"{name} = (H₁₁ + H₂₂)/2 {sign} √(((H₁₁ − H₂₂)/2)² + H₁₂²)\n"
        f"= ({_number(h11)} + {_bracketed(h22)})/2 {sign} √((({_number(h11)} − {_bracketed(h22)})/2)² + {_bracketed(h12)}²)\n"
        f"= {_plain(float(snapshot.point.eigenvalues[cell.column]))}"
    )
    where = "most" if cell.column else "least"
    sources = tuple(Cell("H", row, column) for row in (0, 1) for column in (0, 1))
    return Working(f"{name} · how much f bends in the direction where it bends {where}", text, sources)


def _with_numbers(formula: str, snapshot: DescentSnapshot) -> str:
    """The formula with this point's numbers in the place of x1 and x2."""
    x = dict(zip(VARIABLES, snapshot.point.x.tolist(), strict=True))
    # The numbers go in last, for typesetting would take their exponents for differences.
    pieces = re.split(r"(x[12])", formula)
    return "".join(_bracketed(x[piece]) if piece in x else expression(piece) for piece in pieces)


def _number(value: float) -> str:
    """Nine significant digits."""
    return minus(f"{value or 0.0:.9g}")


def _bracketed(value: float) -> str:
    return f"({_number(value)})" if value < 0 else _number(value)


def _plain(value: float) -> str:
    """All digits of the number."""
    return minus(repr(value))
