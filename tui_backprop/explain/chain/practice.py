"""Practice: an entry of a Jacobian of the chain rule to work out by hand."""

from __future__ import annotations

from random import Random

from tui_backprop.calculus.chain.vector_function import CHAIN_PRESETS
from tui_backprop.explain.cell import Cell
from tui_backprop.explain.chain.cells import explain
from tui_backprop.explain.exercise import Exercise, entry_exercise
from tui_backprop.explain.typeset import expression, indexed, significant
from tui_backprop.explain.worth import worth_asking
from tui_backprop.training.chain.study import ChainStudy, explore

FARTHEST = 2.5
"""How far from 0 a coordinate of the point is."""
WORTH = 1e-2
"""An entry is asked for if it is at least this part of the largest one of its matrix: a smaller one is next to zero."""


def chain_exercise(random: Random) -> Exercise:
    """An entry of Jᵀ(f), Jᵀ(g) or of their product, of one of the presets, at a point of one decimal."""
    while True:
        preset, code = random.choice(CHAIN_PRESETS), random.choice(("f", "g", "gf"))
        x = tuple(round(random.uniform(-FARTHEST, FARTHEST), 1) for _ in preset.x)
        snapshot = explore(ChainStudy(preset.f, preset.g, x, x, preset.name))
        point = snapshot.point
        worth = worth_asking({"f": point.jt_f, "g": point.jt_g, "gf": point.jt_gf}[code], WORTH)
        if point.verdict == "right" and worth:
            break
    row, column = random.choice(worth)
    found = explain(snapshot, Cell(code, row, column), flipped=False)
    functions = {"f": (("y", snapshot.f),), "g": (("z", snapshot.g),)}.get(code, (("y", snapshot.f), ("z", snapshot.g)))
    formulas = [
        f"{indexed(letter, number)} = {expression(str(component))}"
        for letter, function in functions
        for number, component in enumerate(function.components)
    ]
    letter, at = ("y", point.y) if code == "g" else ("x", point.x)
    where = [f"{indexed(letter, number)} = {significant(value, 6)}" for number, value in enumerate(at.tolist())]
    given = (*formulas, *where)
    return entry_exercise("chain", found.symbol, found.formula, found.numbers, found.result, given)
