"""Practice: a step of a descent to work out by hand."""

from __future__ import annotations

from random import Random

from tui_backprop.calculus.descent.descent import descent_point, step
from tui_backprop.calculus.descent.presets import DESCENT_PRESETS
from tui_backprop.explain.exercise import Exercise, entry_exercise
from tui_backprop.explain.typeset import expression, indexed, significant, written

ALPHAS = (0.05, 0.1, 0.25)
FARTHEST = 2.5
"""How far from 0 a coordinate of the point is."""
LEAST_MOVE = 0.1
"""A step is asked for if it moves x by this part of where it lands: to stay where one is must not pass for an answer."""


def step_exercise(random: Random) -> Exercise:
    """Where a step (3.5) lands, on the surface of one of the presets, from a point of one decimal."""
    while True:
        surface, alpha = random.choice(DESCENT_PRESETS).surface, random.choice(ALPHAS)
        start = [round(random.uniform(-FARTHEST, FARTHEST), 1) for _ in range(2)]
        point, index = descent_point(surface, start, alpha), random.randrange(2)
        x, slope = start[index], float(point.J[index])
        result = float(step(surface, point.x, alpha)[index])
        if point.trouble is None and 0 < abs(result) < 1000 and abs(result - x) >= LEAST_MOVE * abs(result):
            break
    name = indexed("x", index)
    symbol = indexed("x⁽²⁾", index)
    formula = f"{indexed('x⁽¹⁾', index)} − α·∂f/∂{name}"
    numbers = f"{significant(x)} − {written(alpha)}·{f'({significant(slope)})' if slope < 0 else significant(slope)}"
    given = (
        f"f = {expression(surface.text)}",
        *(f"{indexed('x⁽¹⁾', number)} = {significant(value)}" for number, value in enumerate(start)),
        f"α = {written(alpha)}",
    )
    return entry_exercise("descent", symbol, formula, numbers, result, given)
