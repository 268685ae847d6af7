"""What happens to networks now and then and has a name: facts about one cycle, with the limits that the names stand for."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations
from typing import Literal, NamedTuple

import numpy as np

from tui_backprop.calculus.array import Array
from tui_backprop.calculus.network.neural_net import NeuralNet

OFF = 0.1
"""An output that is off by more than this has something to learn."""

VANISHING = 1e-3
"""A gradient none of whose entries is larger than this vanishes."""

EQUAL = 1e-9
"""Units whose parameters differ by less than this, relatively, are one unit twice."""

FLAT = 0.02
"""A loss that has changed by less than this share over half of the run is on a plateau."""

CANCELLED = 0.1
"""Gradients cancel where their sum is less than this share of what it would be if they all pointed the same way."""

SMALL = 0.01
"""A gradient none of whose entries is larger than this is small."""

HIGH = 0.05
LEAST_ITERATIONS = 100
"""A plateau is one of a run of this many iterations, whose loss is still higher than HIGH."""


Flat = Literal["output", "weights", "units"]
"""What makes a gradient vanish: the slope of the output, the parameters of the output unit, or the hidden units' slopes."""


def vanishes(values: Mapping[str, Array]) -> Flat | None:
    """By what the gradient of θ1 hardly has an entry though the output is off; None where this is not so.

    Of the three factors that the error goes through on its way back (3.22)-(3.24) it is the one that is the smallest share
    of what it can be, the slope of a sigmoid ¼ and a parameter 1.
    """
    x3, x4 = values["x3"][1:], values["x4"]
    off = abs(float(x4[0, 0] - values["tx1"][0, 0]))
    if off <= OFF or float(np.abs(values["theta1_gradient"]).max()) >= VANISHING:
        return None
    shares: dict[Flat, float] = {
        "output": 4 * float((x4 * (1 - x4)).max()),
        "weights": float(np.abs(values["theta2"][0, 1:]).max()),
        "units": 4 * float((x3 * (1 - x3)).max()),
    }
    return min(shares, key=shares.__getitem__)


def equal_units(theta1: Array, theta2: Array) -> tuple[int, int] | None:
    """The first two hidden units, from 1, that have the same parameters and so stay the same for ever; None for none.

    `theta1` has shape (hidden, inputs + 1), `theta2` (1, hidden + 1).
    """
    units = np.column_stack((theta1, theta2[0, 1:]))
    for one, other in combinations(range(len(units)), 2):
        size = max(float(np.abs(units[one]).max()), float(np.abs(units[other]).max()))
        with np.errstate(over="ignore"):  # what is too far apart for a float64 is not equal
            apart = float(np.abs(units[one] - units[other]).max())
        if apart <= EQUAL * size:
            return one + 1, other + 1
    return None


class Pull(NamedTuple):
    """How the gradients of all samples, at the same parameters, stand to each other.

    `share` is the length of their sum divided by the sum of their lengths: 1 if all agree, 0 if they cancel. `largest` is the
    largest entry of any of them. `reason` says why the loss hardly changes: they cancel, they are small, or the steps made
    of them are.
    """

    share: float
    largest: float
    reason: Literal["cancel", "small", "steps"]


def pull(theta1: Array, theta2: Array, x1: Array, t: Array) -> Pull:
    """How the samples `x1` (samples, inputs) with the labels `t` (samples,) pull at `theta1` and `theta2`."""
    net = NeuralNet(x1.shape[1], len(theta1))
    net.set_parameter(theta1, theta2)
    gradients: list[Array] = []
    for sample, label in zip(x1, t, strict=True):
        net.feed_forward(sample[:, None], np.full((1, 1), label))
        gradients.append(np.concatenate([gradient.ravel() for gradient in net.back_propagate()]))
    each = float(sum(np.linalg.norm(gradient) for gradient in gradients))
    share = float(np.linalg.norm(np.sum(gradients, axis=0))) / each if each else 1.0
    largest = float(np.abs(gradients).max())
    return Pull(share, largest, "small" if largest < SMALL else "cancel" if share < CANCELLED else "steps")


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
