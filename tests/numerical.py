"""A referee for the layers: Jacobians by numerical differentiation, which knows nothing of their formulas."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from tui_backprop.calculus.array import Array


def numerical_jacobian(f: Callable[[Array], Array], x: Array) -> Array:
    """J[i, j] = ∂y_i/∂x_j of y = f(x) at x, both flattened row by row; shape (y.size, x.size).

    Central differences of order eight at steps that shrink until the estimate settles (scipy.differentiate.jacobian).
    """
    from scipy.differentiate import jacobian

    def columns(points: Array) -> Array:
        flat = points.reshape(x.size, -1)
        values = [f(flat[:, k].reshape(x.shape)).ravel() for k in range(flat.shape[1])]
        return np.stack(values, axis=1).reshape(-1, *points.shape[1:])

    return np.asarray(jacobian(columns, x.ravel(), initial_step=0.25).df, dtype=np.float64)
