"""The quantities of a cycle: code, shape, equation number, and the phase that computes them.

How they are written is in explain/network/notation.py, what is said of them in words.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum


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
    def is_whole(self) -> bool:
        """Whether no cycle is under way: the update has been taken, or there was no cycle yet."""
        return self in (Phase.START, Phase.UPDATE)


@dataclass(frozen=True)
class Quantity:
    """One quantity of the article.

    `shape(inputs, hidden)` is the array's shape, `phase` the phase that computes it, `first` the article's number of the
    first row and column. A Jacobian names the quantity of its rows (`output`) and that of its columns (`input`).
    """

    code: str
    shape: Callable[[int, int], tuple[int, int]]
    equation: str
    phase: Phase
    first: tuple[int, int] = (1, 1)
    output: str = ""
    input: str = ""

    @property
    def is_jacobian(self) -> bool:
        """Whether it is a matrix of derivatives."""
        return bool(self.output)


_QUANTITIES = (
    Quantity("x1", lambda n, h: (n, 1), "3.9", Phase.F1),
    Quantity("tx1", lambda n, h: (1, 1), "3.12", Phase.F1),
    Quantity("x2", lambda n, h: (h, 1), "3.17", Phase.F1),
    Quantity("x3", lambda n, h: (h + 1, 1), "3.21", Phase.F2, first=(0, 1)),
    Quantity("x4", lambda n, h: (1, 1), "3.23", Phase.F3),
    Quantity("x5", lambda n, h: (1, 1), "3.26", Phase.F4),
    Quantity("theta1", lambda n, h: (h, n + 1), "3.9", Phase.START, first=(1, 0)),
    Quantity("theta2", lambda n, h: (1, h + 1), "3.11", Phase.START, first=(1, 0)),
    Quantity("jacobian_f1_x1", lambda n, h: (h, n), "3.18", Phase.F1, output="x2", input="x1"),
    Quantity("jacobian_f1_theta1", lambda n, h: (h, h * (n + 1)), "3.19", Phase.F1, output="x2", input="theta1"),
    Quantity("jacobian_f2_x2", lambda n, h: (h + 1, h), "3.22", Phase.F2, output="x3", input="x2"),
    Quantity("jacobian_f3_x3", lambda n, h: (1, h + 1), "3.24", Phase.F3, output="x4", input="x3"),
    Quantity("jacobian_f3_theta2", lambda n, h: (1, h + 1), "3.25", Phase.F3, output="x4", input="theta2"),
    Quantity("jacobian_f4_x4", lambda n, h: (1, 1), "3.27", Phase.F4, output="x5", input="x4"),
    Quantity("product_f3", lambda n, h: (1, h + 1), "2.4", Phase.THETA1_GRADIENT, output="x5", input="x3"),
    Quantity("product_f2", lambda n, h: (1, h), "2.4", Phase.THETA1_GRADIENT, output="x5", input="x2"),
    Quantity("theta2_gradient", lambda n, h: (1, h + 1), "2.4", Phase.THETA2_GRADIENT, output="x5", input="theta2"),
    Quantity(
        "theta1_gradient_row", lambda n, h: (1, h * (n + 1)), "2.4", Phase.THETA1_GRADIENT, output="x5", input="theta1"
    ),
    Quantity("theta1_gradient", lambda n, h: (h, n + 1), "2.4", Phase.THETA1_GRADIENT, first=(1, 0)),
    Quantity("theta1_change", lambda n, h: (h, n + 1), "3.5", Phase.UPDATE, first=(1, 0)),
    Quantity("theta2_change", lambda n, h: (1, h + 1), "3.5", Phase.UPDATE, first=(1, 0)),
)

QUANTITIES = {quantity.code: quantity for quantity in _QUANTITIES}
