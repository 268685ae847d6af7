"""Practice: something of a cycle to work out by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from random import Random

from tui_backprop.calculus.array import Array
from tui_backprop.calculus.fact import InputError, fact
from tui_backprop.calculus.network.quantities import QUANTITIES
from tui_backprop.calculus.network.structure import structural_zeros
from tui_backprop.explain.exercise import COUNTED, NUMERIC, Exercise, entry_exercise, shape_value
from tui_backprop.explain.network.explanation import explain_cell
from tui_backprop.explain.network.notation import SYMBOLS, element
from tui_backprop.explain.typeset import significant
from tui_backprop.explain.worth import worth_asking

TOPICS = (*COUNTED, *NUMERIC)
"""The topics about a cycle of the network."""

_CODES = {
    "jacobians": (
        "jacobian_f1_x1", "jacobian_f1_theta1", "jacobian_f2_x2", "jacobian_f3_x3", "jacobian_f3_theta2", "jacobian_f4_x4",
    ),
    "products": ("product_f3", "product_f2"),
    "gradients": ("theta2_gradient", "theta1_gradient"),
    "updates": ("theta2_change", "theta1_change"),
}  # fmt: skip
_MATRICES = tuple(code for code, quantity in QUANTITIES.items() if quantity.is_jacobian)

WORTH = 1e-3
"""An entry is asked for if it is at least this part of the largest one of its matrix: a smaller one is next to zero."""


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
        return Exercise(topic, symbol, question, hint, f"{rows}×{columns}", shape_value(rows, columns))
    zeros = int(structural_zeros(code, inputs, hidden).sum())
    question = fact("network", "ask_zeros", symbol=symbol, rows=rows, columns=columns)
    hint = fact("network", "hint_zeros", output=SYMBOLS[quantity.output], input=SYMBOLS[quantity.input])
    return Exercise(topic, symbol, question, hint, str(zeros), zeros)


def _entry(topic: str, values: Mapping[str, Array], alpha: float, inputs: int, hidden: int, random: Random) -> Exercise:
    worth = {code: worth_asking(values[code], WORTH) for code in _CODES[topic]}
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
    return entry_exercise(
        topic,
        explanation.symbol,
        explanation.formula,
        explanation.numbers,
        explanation.result,
        (*given, *extra),
        tuple(cells),
        digits=9,
    )


def _told(source: str, code: str) -> bool:
    """Whether this operand is the answer itself in another place."""
    return code == "theta1_gradient" and source == "theta1_gradient_row"
