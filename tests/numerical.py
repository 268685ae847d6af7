"""A referee for the layers: Jacobians by numerical differentiation, which knows nothing of their formulas."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from tui_backprop.calculus.array import Array

STEP = 2.0**-10


def numerical_jacobian(f: Callable[[Array], Array], x: Array) -> Array:
    """J[i, j] = ∂y_i/∂x_j of y = f(x) at x, both flattened row by row; shape (y.size, x.size).

    Central differences of order four, of functions that are smooth over a few thousandths: what is left out and what is
    rounded away are about 1e-11. scipy.differentiate.jacobian, which finds its step itself, takes ten times as long.
    """

    def moved(j: int, steps: int) -> Array:
        there = x.copy()
        there.flat[j] += steps * STEP
        return f(there).ravel()

    columns = [(8 * (moved(j, 1) - moved(j, -1)) - (moved(j, 2) - moved(j, -2))) / (12 * STEP) for j in range(x.size)]
    return np.stack(columns, axis=1)
