"""The one table of names: code name, symbol on the screen, shape, equation number, a sentence, the misprint if any.

Titles, help, explanations and the shape tests all read this table.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum

_SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")

CONVENTION = "J[i,j] = ∂yᵢ/∂xⱼ · θ flattened row by row · E = ½(x⁽⁴⁾ − t)²"
CONVENTION_TRANSPOSED = CONVENTION.replace("J[i,j] = ∂yᵢ/∂xⱼ", "Jᵀ[i,j] = ∂yⱼ/∂xᵢ")


class Phase(IntEnum):
    """How far a cycle has got: the phases in the order of computation (figure 3-2), START before the first."""

    START = 0
    F1 = 1
    F2 = 2
    F3 = 3
    F4 = 4
    THETA2_GRADIENT = 5
    THETA1_GRADIENT = 6
    UPDATE = 7

    @property
    def label(self) -> str:
        """The phase as the screen writes it."""
        return ("start", "f₁", "f₂", "f₃", "f₄", "∇θ⁽²⁾", "∇θ⁽¹⁾", "update")[self]


def subscript(*indices: int) -> str:
    """Indices as subscripts, with a comma between two: subscript(2, 0) is "₂,₀"."""
    return ",".join(str(index).translate(_SUBSCRIPTS) for index in indices)


@dataclass(frozen=True)
class Notation:
    """One quantity of the article.

    `shape(inputs, hidden)` is the array's shape; `phase` the phase that computes it; `first` the article's number of the
    first row or column. A Jacobian names the quantity that its rows are (`output`) and that its columns are (`input`).
    """

    code: str
    symbol: str
    shape: Callable[[int, int], tuple[int, int]]
    equation: str
    sentence: str
    phase: Phase
    first: tuple[int, int] = (1, 1)
    output: str = ""
    input: str = ""
    misprint: str = ""

    @property
    def is_jacobian(self) -> bool:
        """Whether it is a matrix of derivatives."""
        return bool(self.output)

    def element(self, row: int, column: int, inputs: int = 2) -> str:
        """The symbol of one entry, its indices counted from 0 in the array: θ⁽¹⁾₂,₀, x⁽³⁾₄, ∂x⁽⁴⁾/∂x⁽³⁾₁, …

        `inputs` is the number of the network's inputs, by which a column of a Jacobian names an entry of θ1.
        """
        if self.code == "theta1_gradient":
            return NOTATION["theta1_gradient_row"].element(0, row * (inputs + 1) + column, inputs)
        if self.is_jacobian:
            return f"∂{NOTATION[self.output]._nth(row, inputs)}/∂{NOTATION[self.input]._nth(column, inputs)}"
        if self.code.startswith("theta"):
            return self.symbol + subscript(row + self.first[0], column + self.first[1])
        if self.code in ("tx1", "x4", "x5"):
            return self.symbol
        return self.symbol + subscript(row + self.first[0])

    def _nth(self, index: int, inputs: int) -> str:
        """The symbol of entry number `index` of the quantity as a vector, a parameter matrix row by row (3.13)."""
        if self.code == "theta1":
            return self.element(*divmod(index, inputs + 1))
        if self.code == "theta2":
            return self.element(0, index)
        return self.element(index, 0)


_ENTRIES = (
    Notation("x1", "x⁽¹⁾", lambda n, h: (n, 1), "3.9", "the sample that enters the network", Phase.F1),
    Notation(
        "tx1",
        "t",
        lambda n, h: (1, 1),
        "3.12",
        "the label: the answer wanted for this sample",
        Phase.F1,
        misprint="(3.12) prints the codomain of f₄ as {1, 0}; it is ℝ",
    ),
    Notation(
        "x2",
        "x⁽²⁾",
        lambda n, h: (h, 1),
        "3.17",
        "the weighted sums that enter the hidden units",
        Phase.F1,
        misprint="the text after (3.17) prints x₀ = 0; it is 1, the dummy node. (3.17) prints five rows; there are four",
    ),
    Notation(
        "x3",
        "x⁽³⁾",
        lambda n, h: (h + 1, 1),
        "3.21",
        "the hidden units' outputs, under the constant 1",
        Phase.F2,
        first=(0, 1),
    ),
    Notation(
        "x4",
        "x⁽⁴⁾",
        lambda n, h: (1, 1),
        "3.23",
        "the network's output, a probability",
        Phase.F3,
        misprint="(3.11) prints θ⁽²⁾ transposed; θ⁽²⁾ is already a row, so it is θ⁽²⁾x⁽³⁾",
    ),
    Notation("x5", "E", lambda n, h: (1, 1), "3.26", "the error of this sample, half the squared difference", Phase.F4),
    Notation(
        "theta1",
        "θ⁽¹⁾",
        lambda n, h: (h, n + 1),
        "3.9",
        "a row a hidden unit: its bias, then a weight an input",
        Phase.START,
        first=(1, 0),
    ),
    Notation(
        "theta2",
        "θ⁽²⁾",
        lambda n, h: (1, h + 1),
        "3.11",
        "the output unit: its bias, then a weight a hidden unit",
        Phase.START,
        first=(1, 0),
    ),
    Notation(
        "jacobian_f1_x1",
        "J_x⁽¹⁾(f₁)",
        lambda n, h: (h, n),
        "3.18",
        "θ⁽¹⁾ without its bias column",
        Phase.F1,
        output="x2",
        input="x1",
    ),
    Notation(
        "jacobian_f1_theta1",
        "J_θ⁽¹⁾(f₁)",
        lambda n, h: (h, h * (n + 1)),
        "3.19",
        "one block [1 x⁽¹⁾ᵀ] a hidden unit on the diagonal: a unit's sum feels its own row of θ⁽¹⁾ only",
        Phase.F1,
        output="x2",
        input="theta1",
        misprint="(3.19) prints five blocks and the code three; there are four, one a hidden unit",
    ),
    Notation(
        "jacobian_f2_x2",
        "J_x⁽²⁾(f₂)",
        lambda n, h: (h + 1, h),
        "3.22",
        "s(1 − s) on the diagonal under a row of zeros: the constant 1 feels nothing",
        Phase.F2,
        output="x3",
        input="x2",
    ),
    Notation(
        "jacobian_f3_x3",
        "J_x⁽³⁾(f₃)",
        lambda n, h: (1, h + 1),
        "3.24",
        "θ⁽²⁾ times the slope s(1 − s) at the output",
        Phase.F3,
        output="x4",
        input="x3",
    ),
    Notation(
        "jacobian_f3_theta2",
        "J_θ⁽²⁾(f₃)",
        lambda n, h: (1, h + 1),
        "3.25",
        "x⁽³⁾ as a row times the slope s(1 − s) at the output",
        Phase.F3,
        output="x4",
        input="theta2",
        misprint="(3.25) prints x⁽³⁾₁ four times; it is x⁽³⁾₁, x⁽³⁾₂, x⁽³⁾₃, x⁽³⁾₄",
    ),
    Notation(
        "jacobian_f4_x4",
        "J_x⁽⁴⁾(f₄)",
        lambda n, h: (1, 1),
        "3.27",
        "x⁽⁴⁾ − t: how far the output is off",
        Phase.F4,
        output="x5",
        input="x4",
    ),
    Notation(
        "product_f3",
        "J_x⁽³⁾(f₄∘f₃)",
        lambda n, h: (1, h + 1),
        "2.4",
        "the chain down to x⁽³⁾: a product of two Jacobians",
        Phase.THETA1_GRADIENT,
        output="x5",
        input="x3",
    ),
    Notation(
        "product_f2",
        "J_x⁽²⁾(f₄∘f₃∘f₂)",
        lambda n, h: (1, h),
        "2.4",
        "the chain down to x⁽²⁾: a product of three Jacobians",
        Phase.THETA1_GRADIENT,
        output="x5",
        input="x2",
    ),
    Notation(
        "theta2_gradient",
        "∇θ⁽²⁾",
        lambda n, h: (1, h + 1),
        "2.4",
        "how E changes with each entry of θ⁽²⁾",
        Phase.THETA2_GRADIENT,
        output="x5",
        input="theta2",
    ),
    Notation(
        "theta1_gradient_row",
        "∇θ⁽¹⁾",
        lambda n, h: (1, h * (n + 1)),
        "2.4",
        "how E changes with each entry of θ⁽¹⁾, written as one row",
        Phase.THETA1_GRADIENT,
        output="x5",
        input="theta1",
    ),
    Notation(
        "theta1_gradient",
        "∇θ⁽¹⁾",
        lambda n, h: (h, n + 1),
        "3.16",
        "the row of the chain folded like θ⁽¹⁾, row by row",
        Phase.THETA1_GRADIENT,
        first=(1, 0),
    ),
    Notation(
        "theta1_change",
        "Δθ⁽¹⁾",
        lambda n, h: (h, n + 1),
        "3.5",
        "−α∇θ⁽¹⁾, what the update adds",
        Phase.UPDATE,
        first=(1, 0),
    ),
    Notation(
        "theta2_change",
        "Δθ⁽²⁾",
        lambda n, h: (1, h + 1),
        "3.5",
        "−α∇θ⁽²⁾, what the update adds",
        Phase.UPDATE,
        first=(1, 0),
    ),
)

NOTATION = {entry.code: entry for entry in _ENTRIES}
