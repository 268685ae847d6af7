"""An exercise: something to work out by hand, what it takes, a hint, and whether an answer is right."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from tui_backprop.calculus.fact import Fact, InputError, fact
from tui_backprop.explain.typeset import significant

COUNTED = ("shapes", "zeros")
"""The topics whose answer is a count; every other one asks for a number with digits."""

NUMERIC = ("jacobians", "products", "gradients", "updates")
"""The topics that ask for an entry of a cycle of the network, which a screen can hide."""

TOPICS = (*COUNTED, *NUMERIC, "descent", "chain")
"""All there are: first those about a cycle of the network."""

RELATIVE = 0.02
"""What rounding the operands to the digits of the screen can do to a product of three of them, and a little more."""


@dataclass(frozen=True)
class Exercise:
    """One question. `cells` are the places that would give the answer away, `given` the operands as "symbol = number".

    `answer` is what is right as a text, `value` the number behind it; `read` makes a value of what was typed.
    """

    topic: str
    symbol: str
    question: Fact
    hint: Fact
    answer: str
    value: float
    given: tuple[str, ...] = ()
    working: str = ""
    cells: tuple[tuple[str, int, int], ...] = ()

    def hides(self, code: str, row: int, column: int) -> bool:
        """Whether this cell of a board must not be shown."""
        return (code, row, column) in self.cells

    def is_right(self, value: float) -> bool:
        """Whether the value is the answer: a count exactly, an entry within two per cent, and of the same sign."""
        if self.topic in COUNTED:
            return value == self.value
        return math.isclose(value, self.value, rel_tol=RELATIVE, abs_tol=0)

    def judge(self, text: str) -> bool:
        """Whether what was typed is right. Raises InputError for what is neither a number nor, of a shape, 4x12."""
        if self.topic == "shapes":
            sizes = re.fullmatch(r"\s*(\d{1,4})\s*[xX×*, ]\s*(\d{1,4})\s*", text)
            if sizes is None:
                raise InputError("network", "no_shape", text=text.strip())
            return self.is_right(shape_value(int(sizes[1]), int(sizes[2])))
        try:
            return self.is_right(float(text.strip().replace("−", "-")))
        except ValueError:
            raise InputError("network", "no_number", name="answer", text=text.strip()) from None


def entry_exercise(
    topic: str,
    symbol: str,
    formula: str,
    numbers: str,
    result: float,
    given: tuple[str, ...],
    cells: tuple[tuple[str, int, int], ...] = (),
    digits: int = 6,
) -> Exercise:
    """The question for one number: `symbol` = `formula` = `numbers`, worked out to so many digits."""
    return Exercise(
        topic,
        symbol,
        fact("network", "ask_entry", symbol=symbol),
        fact("network", "hint_entry", formula=f"{symbol} = {formula}"),
        significant(result, 6),
        result,
        given,
        f"{symbol} = {formula} = {numbers} = {significant(result, digits)}",
        cells,
    )


def shape_value(rows: int, columns: int) -> float:
    """A shape as one number, to compare it."""
    return float(10_000 * rows + columns)
