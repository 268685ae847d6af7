"""Practice: an entry of a Jacobian or a gradient to work out by hand."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from random import Random

from tui_backprop.calculus.array import Array
from tui_backprop.calculus.network.structure import structural_zeros
from tui_backprop.explain.network.notation import element

CODES = (
    "jacobian_f1_x1", "jacobian_f1_theta1", "jacobian_f2_x2", "jacobian_f3_x3", "jacobian_f3_theta2", "jacobian_f4_x4",
    "theta2_gradient", "theta1_gradient",
)  # fmt: skip

RELATIVE = 0.01
ABSOLUTE = 0.0005
"""An answer of three digits is right, or one of four decimals like those on the screen."""


@dataclass(frozen=True)
class Task:
    """One entry to work out: `symbol` names it, `cells` are the places that would give it away (code, row, column)."""

    symbol: str
    cells: tuple[tuple[str, int, int], ...]
    answer: float

    def hides(self, code: str, row: int, column: int) -> bool:
        """Whether this cell must not be shown."""
        return (code, row, column) in self.cells

    def is_right(self, value: float) -> bool:
        """Whether the value is the answer, within one per cent or 0.0005."""
        return math.isclose(value, self.answer, rel_tol=RELATIVE, abs_tol=ABSOLUTE)


def choose_task(values: Mapping[str, Array], inputs: int, hidden: int, random: Random) -> Task:
    """Choose an entry that is not zero by structure; every quantity is as likely as every other."""
    code = random.choice(CODES)
    zeros = structural_zeros(code, inputs, hidden)
    entries = [
        (row, column) for row in range(zeros.shape[0]) for column in range(zeros.shape[1]) if not zeros[row, column]
    ]
    row, column = random.choice(entries)
    cells = [(code, row, column)]
    if code == "theta1_gradient":
        cells.append(("theta1_gradient_row", 0, row * (inputs + 1) + column))
    change = code.replace("_gradient", "_change")
    if change != code:
        cells.append((change, row, column))
    return Task(element(code, row, column, inputs), tuple(cells), float(values[code][row, column]))
