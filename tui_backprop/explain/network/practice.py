"""Practice: something of a cycle to work out by hand, what it takes, a hint, and whether an answer is right."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from random import Random

import numpy as np

from tui_backprop.calculus.array import Array
from tui_backprop.calculus.fact import Fact, InputError, fact
from tui_backprop.calculus.network.quantities import QUANTITIES
from tui_backprop.calculus.network.structure import structural_zeros
from tui_backprop.explain.network.explanation import explain_cell
from tui_backprop.explain.network.notation import SYMBOLS, element
from tui_backprop.explain.typeset import significant

TOPICS = ("shapes", "zeros", "jacobians", "products", "gradients", "updates")
NUMERIC = ("jacobians", "products", "gradients", "updates")
"""The topics that ask for an entry, which a screen can hide."""

_CODES = {
    "jacobians": (
        "jacobian_f1_x1", "jacobian_f1_theta1", "jacobian_f2_x2", "jacobian_f3_x3", "jacobian_f3_theta2", "jacobian_f4_x4",
    ),
    "products": ("product_f3", "product_f2"),
    "gradients": ("theta2_gradient", "theta1_gradient"),
    "updates": ("theta2_change", "theta1_change"),
}  # fmt: skip
_MATRICES = tuple(code for code, quantity in QUANTITIES.items() if quantity.is_jacobian)

RELATIVE = 0.02
"""What rounding the operands to the digits of the screen can do to a product of three of them, and a little more."""

WORTH = 1e-3
"""An entry is asked for if it is at least this part of the largest one of its matrix: a smaller one is next to zero."""


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
        """Whether this cell must not be shown."""
        return (code, row, column) in self.cells

    def is_right(self, value: float) -> bool:
        """Whether the value is the answer: a count exactly, an entry within two per cent, and of the same sign."""
        if self.topic not in NUMERIC:
            return value == self.value
        return math.isclose(value, self.value, rel_tol=RELATIVE, abs_tol=0)

    def judge(self, text: str) -> bool:
        """Whether what was typed is right. Raises InputError for what is neither a number nor, of a shape, 4x12."""
        if self.topic == "shapes":
            sizes = re.fullmatch(r"\s*(\d{1,4})\s*[x×*, ]\s*(\d{1,4})\s*", text)
            if sizes is None:
                raise InputError("network", "no_shape", text=text.strip())
            return self.is_right(_shape_value(int(sizes[1]), int(sizes[2])))
        try:
            return self.is_right(float(text.strip().replace("−", "-")))
        except ValueError:
            raise InputError("network", "no_number", name="answer", text=text.strip()) from None


def choose_exercise(
    values: Mapping[str, Array],
    alpha: float,
    inputs: int,
    hidden: int,
    random: Random,
    topics: Sequence[str] = NUMERIC,
) -> Exercise:
    """An exercise on one of the topics; `values` are a whole cycle's, after its update at the learning rate `alpha`.

    Raises InputError for an unknown topic, and where the cycle has no entry worth asking for.
    """
    for topic in topics:
        if topic not in TOPICS:
            raise InputError("network", "no_topic", topic=topic, topics=", ".join(TOPICS))
    topic = random.choice(list(topics))
    if topic in NUMERIC:
        return _entry(topic, values, alpha, inputs, hidden, random)
    code = random.choice(_MATRICES if topic == "shapes" else ("jacobian_f1_theta1", "jacobian_f2_x2"))
    quantity, symbol = QUANTITIES[code], SYMBOLS[code]
    rows, columns = quantity.shape(inputs, hidden)
    if topic == "shapes":
        question = fact("network", "ask_shape", symbol=symbol, inputs=inputs, hidden=hidden)
        hint = fact("network", "hint_shape", output=SYMBOLS[quantity.output], input=SYMBOLS[quantity.input])
        return Exercise(topic, symbol, question, hint, f"{rows}×{columns}", _shape_value(rows, columns))
    zeros = int(structural_zeros(code, inputs, hidden).sum())
    question = fact("network", "ask_zeros", symbol=symbol, rows=rows, columns=columns)
    hint = fact("network", "hint_zeros", output=SYMBOLS[quantity.output], input=SYMBOLS[quantity.input])
    return Exercise(topic, symbol, question, hint, str(zeros), zeros)


def _entry(topic: str, values: Mapping[str, Array], alpha: float, inputs: int, hidden: int, random: Random) -> Exercise:
    worth = {code: _worth(values[code]) for code in _CODES[topic]}
    codes = [code for code, entries in worth.items() if entries]
    if not codes:
        raise InputError("network", "nothing_to_ask", topic=topic)
    code = random.choice(codes)
    row, column = random.choice(worth[code])
    explanation = explain_cell(code, row, column, values, alpha, inputs, hidden, updated=True)
    cells = [(code, row, column)]
    if code == "theta1_gradient":
        cells.append(("theta1_gradient_row", 0, row * (inputs + 1) + column))
    if code.endswith("_gradient"):
        cells.append((code.replace("_gradient", "_change"), row, column))
    sources = [source for source in explanation.sources if not _told(source.code, code)]
    given = dict.fromkeys(
        f"{element(s.code.removesuffix('_before'), s.row, s.column, inputs)}"
        f" = {significant(float(values[s.code][s.row, s.column]), 6)}"
        for s in sources
    )
    extra = (f"α = {significant(alpha)}",) if topic == "updates" else ()
    return Exercise(
        topic,
        explanation.symbol,
        fact("network", "ask_entry", symbol=explanation.symbol),
        fact("network", "hint_entry", formula=f"{explanation.symbol} = {explanation.formula}"),
        significant(explanation.result, 6),
        explanation.result,
        (*given, *extra),
        f"{explanation.symbol} = {explanation.formula} = {explanation.numbers} = {significant(explanation.result)}",
        tuple(cells),
    )


def _told(source: str, code: str) -> bool:
    """Whether this operand is the answer itself in another place."""
    return code == "theta1_gradient" and source == "theta1_gradient_row"


def _worth(array: Array) -> list[tuple[int, int]]:
    """The entries that are finite and not next to nothing beside the largest one."""
    sizes = np.where(np.isfinite(array), np.abs(array), 0)
    rows = np.argwhere((sizes > 0) & (sizes >= WORTH * sizes.max())).tolist()
    return [(row, column) for row, column in rows]


def _shape_value(rows: int, columns: int) -> float:
    return float(10_000 * rows + columns)


def sheet(
    cycle: Callable[[Random], tuple[Mapping[str, Array], float, int, int]],
    questions: int,
    seed: int,
    topics: Sequence[str] = TOPICS,
) -> list[Exercise]:
    """So many exercises, the same for the same seed, each on a cycle that `cycle` gives, no two of them alike."""
    random = Random(seed)
    chosen: dict[tuple[str, str, str], Exercise] = {}
    for _ in range(50 * questions):
        topic = topics[len(chosen) % len(topics)]
        exercise = choose_exercise(*cycle(random), random=random, topics=(topic,))
        chosen.setdefault((topic, exercise.symbol, exercise.answer), exercise)
        if len(chosen) == questions:
            break
    return list(chosen.values())
