"""Questions, and the judging of answers: a choice, a number, a cell that is pointed at."""

from __future__ import annotations

import math
import re
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from tui_backprop.calculus.expression import ExpressionError, parse
from tui_backprop.explain.cell import Cell

THREE_DIGITS = 5e-3
"""How far, relatively, an answer of three digits may be off."""

ROUGHLY = 5e-2
"""How far, relatively, an answer may be off that only needs more digits."""

ROUNDING = 1e-9
"""More than the arithmetic of a judgement is off by, and less than any digit typed."""

_PLAIN = re.compile(r"[+-]?\d+(?:\.(\d*))?(?:e([+-]?\d+))?", re.IGNORECASE)


class Verdict(Enum):
    """What was found about an answer."""

    RIGHT = auto()
    WRONG_CHOICE = auto()
    WRONG_CELL = auto()
    WRONG_SIGN = auto()
    WRONG_POWER = auto()
    TOO_ROUGH = auto()
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
        """The order in which the choices are shown: the right one anywhere, and the same each time in every language."""
        return sorted(range(self.count), key=lambda index: zlib.crc32(f"{index}{seed}".encode()))


@dataclass(frozen=True)
class Number:
    """A number, `value()`, right within the relative tolerance; a zero has to be 0 within that absolutely.

    Where it has more than three digits, and no more than three are asked for, it may be rounded to two.
    """

    value: Callable[[], float]
    tolerance: float = THREE_DIGITS

    def judge(self, answer: float, unit: float = 0.0) -> Verdict:
        """Judge a number, and find what may have gone wrong.

        `unit` is what its last digit counts, 0.001 of 0.125; 0 of a number that was not typed digit by digit.
        """
        right = self.value()
        if self._is_right(answer, unit):
            return Verdict.RIGHT
        if right and self._is_right(-answer, unit):
            return Verdict.WRONG_SIGN
        if right and self._is_elsewhere(answer, unit):
            return Verdict.WRONG_POWER
        if self._is_rough(answer):
            return Verdict.TOO_ROUGH
        if self._is_rough(-answer):
            return Verdict.WRONG_SIGN
        return Verdict.TOO_SMALL if answer < right else Verdict.TOO_LARGE

    def _is_right(self, answer: float, unit: float) -> bool:
        right = self.value()
        if abs(answer - right) <= self.tolerance * (abs(right) or 1.0):
            return True
        two_digits = abs(answer) >= 10 * unit * (1 - ROUNDING)
        return self._may_be_rounded and two_digits and abs(answer - right) <= unit / 2 * (1 + ROUNDING)

    def _is_elsewhere(self, answer: float, unit: float) -> bool:
        """Whether the digits are right and the decimal point is not."""
        ratio = self.value() / answer if answer else 0.0
        if not (math.isfinite(ratio) and ratio > 0):
            return False
        power = round(math.log10(ratio))
        return power != 0 and self._is_right(answer * 10.0**power, unit * 10.0**power)

    def _is_rough(self, answer: float) -> bool:
        """Whether it may well be the right number, less some of its digits."""
        right = self.value()
        return self._may_be_rounded and abs(answer - right) <= ROUGHLY * abs(right)

    @property
    def _may_be_rounded(self) -> bool:
        right = self.value()
        return self.tolerance >= THREE_DIGITS and not math.isclose(right, float(f"{right:.3g}"), rel_tol=ROUNDING)


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


def last_place(text: str) -> float:
    """What the last digit of a number counts that `read_number` reads: 0.01 of "0.25"; 0 of a calculation."""
    found = _PLAIN.fullmatch(text.strip().replace(",", "."))
    return 10.0 ** (int(found[2] or 0) - len(found[1] or "")) if found else 0.0
