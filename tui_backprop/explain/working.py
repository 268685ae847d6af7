"""A calculation on paper: one expression that is at once a value, a formula in symbols and the same line in numbers.

The line in numbers is made of numbers (`0.5000`, `1.2e−5`; `∞` and `∄` where a run has left the finite numbers), `+`,
`−`, `·`, parentheses, `s(…)` for the sigmoid s(z) = 1/(1 + e⁻ᶻ), and `½(…)²`. `·` binds tighter than `+` and `−`, which
go from left to right; a `−` at the start, after `(` or in an exponent is a sign. Minus is U+2212 everywhere.

A space stands on both sides of each `+` and `−` that adds or subtracts, and nowhere else: a line may be wrapped there.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

import numpy as np

from tui_backprop.calculus.sigmoid import s
from tui_backprop.explain.typeset import on_board, steady, written

EXACT = 17
"""As many digits as give any float back exactly; numbers of fewer digits are still written with fewer."""

BOARD = 0
"""In the place of a number of digits: those with which the matrices show the number."""

Role = Literal[
    "bias", "weight", "input", "sum", "output", "label", "row", "column", "entry", "before", "gradient", "change"
]


class Source(NamedTuple):
    """A cell that a number is made from; `code` is a name of `Snapshot.values`, `role` what the cell is there.

    After the update the forward pass's parameters go by the names `theta1_before` and `theta2_before`.
    """

    code: str
    row: int
    column: int
    role: Role


class Term(NamedTuple):
    """One summand of a matrix product and the sum up to it; `structural` where it is zero whatever the numbers."""

    left: float
    right: float
    product: float
    running_sum: float
    structural: bool = False


@dataclass(frozen=True)
class Figure:
    """A value with the two texts that give it, and the cells that went in.

    `loose` says that the texts are a sum, which needs parentheses as a factor.
    """

    value: float
    symbols: str
    numbers: str
    sources: tuple[Source, ...] = ()
    loose: bool = False

    def __mul__(self, other: Figure) -> Figure:
        numbers = other._factor(other.numbers)
        if numbers.startswith("−"):
            numbers = f"({numbers})"
        return Figure(
            self.value * other.value,
            f"{self._factor(self.symbols)}·{other._factor(other.symbols)}",
            f"{self._factor(self.numbers)}·{numbers}",
            _united(self, other),
        )

    def __add__(self, other: Figure) -> Figure:
        sign, size = ("−", other.numbers[1:]) if other.numbers.startswith("−") else ("+", other.numbers)
        numbers = f"{self.numbers} {sign} {size}"
        value = self.value + other.value
        return Figure(value, f"{self.symbols} + {other.symbols}", numbers, _united(self, other), loose=True)

    def __sub__(self, other: Figure) -> Figure:
        sign, size = ("+", other.numbers[1:]) if other.numbers.startswith("−") else ("−", other.numbers)
        numbers = f"{self.numbers} {sign} {size}"
        value = self.value - other.value
        return Figure(value, f"{self.symbols} − {other.symbols}", numbers, _united(self, other), loose=True)

    def __neg__(self) -> Figure:
        """Minus the figure, which must be a positive number."""
        return Figure(-self.value, f"−{self.symbols}", f"−{self.numbers}", self.sources)

    def _factor(self, text: str) -> str:
        return f"({text})" if self.loose else text


def given(value: float, symbol: str, digits: int, source: Source | None = None) -> Figure:
    """A number rounded to `digits` significant digits, all of them written; its value is that of its text.

    With EXACT it is written as short as gives it back, with BOARD as the matrices show it.
    """
    sources = (source,) if source else ()
    if digits >= EXACT or not math.isfinite(value):
        return Figure(value, symbol, written(value), sources)
    text = on_board(value) if digits == BOARD else steady(value, digits)
    return Figure(float(text.replace("−", "-")), symbol, text, sources)


def constant(value: int) -> Figure:
    """A number that the formula itself contains."""
    return Figure(value, str(value), str(value))


def total(figures: Sequence[Figure]) -> Figure:
    """The sum of one figure or more, from left to right."""
    result = figures[0]
    for figure in figures[1:]:
        result += figure
    return result


def sigmoid(z: Figure) -> Figure:
    """s(z)."""
    return Figure(float(s(np.array(z.value, dtype=np.float64))), f"s({z.symbols})", f"s({z.numbers})", z.sources)


def half_square(z: Figure) -> Figure:
    """½(z)²."""
    return Figure(0.5 * (z.value * z.value), f"½({z.symbols})²", f"½({z.numbers})²", z.sources)


def _united(left: Figure, right: Figure) -> tuple[Source, ...]:
    return tuple(dict.fromkeys(left.sources + right.sources))
