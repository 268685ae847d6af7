"""How the quantities of a cycle and their entries are written: x⁽¹⁾, θ⁽¹⁾₂,₀, J_θ⁽¹⁾(f₁), ∂x⁽²⁾₁/∂θ⁽¹⁾₁,₀."""

from __future__ import annotations

from typing import Literal, NamedTuple

from tui_backprop.calculus.network.quantities import QUANTITIES, Phase
from tui_backprop.explain.typeset import subscript

SYMBOLS = {
    "x1": "x⁽¹⁾",
    "tx1": "t",
    "x2": "x⁽²⁾",
    "x3": "x⁽³⁾",
    "x4": "x⁽⁴⁾",
    "x5": "E",
    "theta1": "θ⁽¹⁾",
    "theta2": "θ⁽²⁾",
    "jacobian_f1_x1": "J_x⁽¹⁾(f₁)",
    "jacobian_f1_theta1": "J_θ⁽¹⁾(f₁)",
    "jacobian_f2_x2": "J_x⁽²⁾(f₂)",
    "jacobian_f3_x3": "J_x⁽³⁾(f₃)",
    "jacobian_f3_theta2": "J_θ⁽²⁾(f₃)",
    "jacobian_f4_x4": "J_x⁽⁴⁾(f₄)",
    "product_f3": "J_x⁽³⁾(f₄∘f₃)",
    "product_f2": "J_x⁽²⁾(f₄∘f₃∘f₂)",
    "theta2_gradient": "∇θ⁽²⁾",
    "theta1_gradient_row": "∇θ⁽¹⁾",
    "theta1_gradient": "∇θ⁽¹⁾",
    "theta1_change": "Δθ⁽¹⁾",
    "theta2_change": "Δθ⁽²⁾",
}

JACOBIAN = "J[i,j] = ∂yᵢ/∂xⱼ"

MISPRINTED = ("tx1", "x2", "x4", "jacobian_f1_theta1", "jacobian_f3_theta2")
"""The quantities that the article misprints."""

PHASES = {
    Phase.F1: "f₁",
    Phase.F2: "f₂",
    Phase.F3: "f₃",
    Phase.F4: "f₄",
    Phase.THETA2_GRADIENT: "∇θ⁽²⁾",
    Phase.THETA1_GRADIENT: "∇θ⁽¹⁾",
}
"""The phases that have a symbol; START and UPDATE have a word."""


def label_side(t: float) -> str:
    """The side of ½ on which a label lies, in one sign: 0 or 1, and ½ for the label that has none."""
    return "½" if t == 0.5 else "1" if t > 0.5 else "0"


def updated_symbol(symbol: str) -> str:
    """The symbol of a parameter, or of one of its entries, as the update leaves it: θ′⁽¹⁾ for θ⁽¹⁾."""
    return symbol.replace("θ", "θ′", 1)


def transposed_symbol(code: str) -> str:
    """The symbol of the transpose, as the article writes it: Jᵀ_x⁽¹⁾(f₁), and (∇θ⁽¹⁾)ᵀ."""
    symbol = SYMBOLS[code]
    return f"Jᵀ{symbol[1:]}" if symbol.startswith("J") else f"({symbol})ᵀ"


def element(code: str, row: int, column: int, inputs: int = 2) -> str:
    """The symbol of one entry, its indices counted from 0 in the array: θ⁽¹⁾₂,₀, x⁽³⁾₄, ∂x⁽⁴⁾/∂x⁽³⁾₁, …

    `inputs` is the number of the network's inputs, by which a column of a Jacobian names an entry of θ1.
    """
    quantity = QUANTITIES[code]
    if code == "theta1_gradient":
        return element("theta1_gradient_row", 0, row * (inputs + 1) + column, inputs)
    if quantity.is_jacobian:
        return f"∂{nth(quantity.output, row, inputs)}/∂{nth(quantity.input, column, inputs)}"
    if code.startswith("theta"):
        return SYMBOLS[code] + subscript(row + quantity.first[0], column + quantity.first[1])
    if code in ("tx1", "x4", "x5"):
        return SYMBOLS[code]
    return SYMBOLS[code] + subscript(row + quantity.first[0])


class Axis(NamedTuple):
    """A row or a column by its number, from 1, and what it stands for: a "unit" or an "input" by its number, the "bias", the
    "constant" 1, or the "entry" `name` by which, or of which, a Jacobian is the derivative."""

    number: int
    kind: Literal["unit", "input", "bias", "constant", "entry"]
    name: str = ""


def place(code: str, row: int, column: int, inputs: int = 2) -> tuple[Axis | None, Axis | None]:
    """The row and the column of an entry, its indices counted from 0 in the array; None where there is only one of them."""
    quantity = QUANTITIES[code]
    if quantity.is_jacobian:
        rows = _entry(row, nth(quantity.output, row, inputs)) if quantity.output not in ("x4", "x5") else None
        return rows, _entry(column, nth(quantity.input, column, inputs)) if quantity.input != "x4" else None
    if code.startswith("theta1"):
        return Axis(row + 1, "unit", str(row + 1)), _weight(column, "input")
    if code.startswith("theta2"):
        return None, _weight(column, "unit")
    if code in ("x1", "x2"):
        return Axis(row + 1, "input" if code == "x1" else "unit", str(row + 1)), None
    if code == "x3":
        return (Axis(row + 1, "unit", str(row)) if row else Axis(1, "constant")), None
    return None, None


def _entry(index: int, name: str) -> Axis:
    return Axis(index + 1, "entry", name)


def _weight(column: int, of: Literal["unit", "input"]) -> Axis:
    """The column of a parameter matrix: the bias, or the weight of a unit or an input."""
    return Axis(column + 1, of, str(column)) if column else Axis(1, "bias")


def nth(code: str, index: int, inputs: int) -> str:
    """The symbol of entry number `index` of a quantity as a vector, a parameter matrix row by row (3.13)."""
    if code == "theta1":
        return element(code, *divmod(index, inputs + 1))
    return element(code, 0, index) if code == "theta2" else element(code, index, 0)
