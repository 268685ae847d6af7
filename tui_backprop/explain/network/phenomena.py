"""What happens to networks now and then and has a name: facts about one cycle, with the limits that the names stand for."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations

import numpy as np

from tui_backprop.calculus.array import Array

SLOPE = 0.02
"""A sigmoid whose slope s(1 − s) is under this is saturated; at its steepest the slope is 0.25."""

OFF = 0.1
"""An output that is off by more than this has something to learn."""

VANISHING = 1e-3
"""A gradient none of whose entries is larger than this vanishes."""

EQUAL = 1e-9
"""Units whose parameters differ by less than this, relatively, are one unit twice."""

FLAT = 0.02
"""A loss that has changed by less than this share over half of the run is on a plateau."""

HIGH = 0.05
LEAST_ITERATIONS = 100
"""A plateau is one of a run of this many iterations, whose loss is still higher than HIGH."""


def saturated_units(x3: Array) -> tuple[int, ...]:
    """The hidden units, from 1, whose sigmoid is saturated; `x3` has shape (hidden + 1, 1), the constant 1 first."""
    outputs = x3[1:, 0]
    with np.errstate(invalid="ignore"):
        return tuple(int(unit) + 1 for unit in np.flatnonzero(outputs * (1 - outputs) < SLOPE))


def vanishes(values: Mapping[str, Array]) -> bool:
    """Whether the output is off and yet no entry of the gradient of θ1 says so."""
    off = abs(float(values["x4"][0, 0] - values["tx1"][0, 0]))
    return off > OFF and float(np.abs(values["theta1_gradient"]).max()) < VANISHING


def equal_units(theta1: Array, theta2: Array) -> tuple[int, int] | None:
    """The first two hidden units, from 1, that have the same parameters and so stay the same for ever; None for none.

    `theta1` has shape (hidden, inputs + 1), `theta2` (1, hidden + 1).
    """
    units = np.column_stack((theta1, theta2[0, 1:]))
    for one, other in combinations(range(len(units)), 2):
        size = max(float(np.abs(units[one]).max()), float(np.abs(units[other]).max()))
        if float(np.abs(units[one] - units[other]).max()) <= EQUAL * size:
            return one + 1, other + 1
    return None


def overshoots(before: float, after: float) -> bool:
    """Whether the step made the error of its own sample larger: it went too far."""
    return after > before


def on_plateau(iteration: Array, low: Array, high: Array, cursor: int) -> bool:
    """Whether the loss has hardly changed over the second half of the run up to the iteration `cursor`.

    The loss lies between `low` and `high` at each `iteration`; all of shape (points,).
    """
    seen = (iteration > cursor / 2) & (iteration <= cursor)
    if cursor < LEAST_ITERATIONS or not seen.any():
        return False
    lowest, highest = float(low[seen].min()), float(high[seen].max())
    return lowest > HIGH and highest - lowest < FLAT * highest
