"""The decision map of a start at its end: what the network answers over the square of its inputs."""

from __future__ import annotations

from contextlib import suppress

import numpy as np

from tui_backprop.calculus.array import Array
from tui_backprop.calculus.sigmoid import s
from tui_backprop.training.network.arithmetic import Arithmetic
from tui_backprop.training.network.recipe import Recipe


def portrait(recipe: Recipe, cycle: int, rows: int, columns: int) -> Array:
    """x4 after `cycle`, shape (rows, columns): x₁ grows to the right and x₂ upwards, further inputs are 0.

    It trains the run to there with the compiled kernel where Numba is at hand.
    """
    parameters, table = recipe.initial_parameters(), recipe.table_after(0)
    arithmetic = Arithmetic(recipe.inputs, recipe.hidden)
    with suppress(ImportError):
        arithmetic.compile()
    done = 0
    while done < cycle:
        errors = np.empty(min(arithmetic.chunk, cycle - done))
        arithmetic.train(parameters, table, recipe.learning_rate, done % table.samples, errors)
        done += len(errors)
    theta1, (theta2,) = recipe.split(parameters)
    (left, right), (bottom, top) = table.window
    x1, x2 = np.linspace(left, right, columns), np.linspace(top, bottom, rows)
    first, second = np.meshgrid(x1, x2)
    hidden = s(theta1[:, 0, None] + theta1[:, 1, None] * first.ravel() + theta1[:, 2, None] * second.ravel())
    return s(theta2[0] + theta2[1:] @ hidden).reshape(rows, columns)
