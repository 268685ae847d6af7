"""Questions, and the judging of answers: a choice, a number, a cell that is pointed at."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from tui_backprop.calculus.expression import ExpressionError, parse
from tui_backprop.explain.cell import Cell

THREE_DIGITS = 5e-3
"""How far, relatively, an answer of three digits may be off."""


class Verdict(Enum):
    """What was found about an answer."""

    RIGHT = auto()
    WRONG_CHOICE = auto()
    WRONG_CELL = auto()
    WRONG_SIGN = auto()
    WRONG_POWER = auto()
    TOO_SMALL = auto()
    TOO_LARGE = auto()


@dataclass(frozen=True)
class Choice:
    """The right answer is the first of the `count` choices that the step's text has."""

    count: int

    def judge(self, chosen: int) -> Verdict:
        """Judge choice number `chosen`, from 0."""
        return Verdict.WRONG_CHOICE if chosen else Verdict.RIGHT

    def order(self, seed: str) -> list[int]:
        """The order in which the choices are shown: not always the right one first, and the same each time."""
        turn = sum(map(ord, seed)) % self.count
        return [(index + turn) % self.count for index in range(self.count)]


@dataclass(frozen=True)
class Number:
    """A number, `value()`, right within the relative tolerance; a zero has to be 0 within that absolutely."""

    value: Callable[[], float]
    tolerance: float = THREE_DIGITS

    def judge(self, answer: float) -> Verdict:
        """Judge a number, and find what may have gone wrong."""
        right = self.value()
        if abs(answer - right) <= self.tolerance * (abs(right) or 1.0):
            return Verdict.RIGHT
        if right and abs(answer + right) <= self.tolerance * abs(right):
            return Verdict.WRONG_SIGN
        if right and answer and self._is_power_of_ten(answer / right):
            return Verdict.WRONG_POWER
        return Verdict.TOO_SMALL if answer < right else Verdict.TOO_LARGE

    def _is_power_of_ten(self, ratio: float) -> bool:
        if not (math.isfinite(ratio) and ratio > 0):
            return False
        power = round(math.log10(ratio))
        return power != 0 and abs(ratio / 10.0**power - 1) <= self.tolerance


@dataclass(frozen=True)
class Pointing:
    """A cell to be pointed at; `cells` are all that count as right, the first is the one that is named."""

    cells: tuple[Cell, ...]

    def judge(self, cell: Cell | None) -> Verdict:
        """Judge the cell under the cursor."""
        return Verdict.RIGHT if cell in self.cells else Verdict.WRONG_CELL


Question = Choice | Number | Pointing


def read_number(text: str) -> float:
    """The number that a text in plain signs writes, or works out: "0.5", "0,5", "2*0.25", "1/3", "(1 - 3)^2".

    A comma is a decimal comma: no answer of the lessons needs one between thousands. Raises ExpressionError.
    """
    value = parse(text.replace(",", ".").replace("^", "**"), ())(())
    if not math.isfinite(value):
        raise ExpressionError("not_finite", 0, text=text)
    return value
