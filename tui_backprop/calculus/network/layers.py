"""The four vector functions f1..f4 of the article, each with its Jacobians right under it.

A Jacobian J has one row per output and one column per input: J[i, j] = ∂y_i/∂x_j. A parameter matrix counts as the
vector of its rows, one after the other (3.13)-(3.16). Vectors are columns, of shape (n, 1).
"""

from __future__ import annotations

import numpy as np

from tui_backprop.calculus.array import Array, product
from tui_backprop.calculus.sigmoid import s

ONE = np.ones((1, 1))


def f1(theta1: Array, x1: Array) -> Array:
    """x2 = θ1 [1; x1], shape (hidden, 1) (3.9), (3.17)."""
    return product(theta1, np.concatenate((ONE, x1)))


def jacobian_f1_x1(theta1: Array) -> Array:
    """∂x2/∂x1, shape (hidden, inputs): θ1 without its bias column (3.18)."""
    return theta1[:, 1:].copy()


def jacobian_f1_theta1(x1: Array, hidden: int) -> Array:
    """∂x2/∂θ1, shape (hidden, hidden * (inputs + 1)): the row [1, x1ᵀ] once for each hidden unit (3.19), (3.20).

    The article's block_diag of that row, without the time that importing SciPy takes.
    """
    row, diagonal = np.concatenate((ONE, x1)).T, np.arange(hidden)
    blocks = np.zeros((hidden, hidden, row.size))
    blocks[diagonal, diagonal] = row
    return blocks.reshape(hidden, -1)


def f2(x2: Array) -> Array:
    """x3 = [1; Sigmoid(x2)], shape (hidden + 1, 1) (3.10), (3.21)."""
    return np.concatenate((ONE, s(x2)))


def jacobian_f2_x2(x3: Array) -> Array:
    """∂x3/∂x2, shape (hidden + 1, hidden): s(1 − s) under a row of zeros, for the 1 depends on nothing (3.22)."""
    return np.diag((x3 * (1 - x3)).ravel())[:, 1:].copy()


def f3(theta2: Array, x3: Array) -> Array:
    """x4 = Sigmoid(θ2 x3), shape (1, 1) (3.11), (3.23)."""
    return s(product(theta2, x3))


def jacobian_f3_x3(theta2: Array, x4: Array) -> Array:
    """∂x4/∂x3, shape (1, hidden + 1): θ2 s(1 − s) with s = x4 (3.24)."""
    return theta2 * x4 * (1 - x4)


def jacobian_f3_theta2(x3: Array, x4: Array) -> Array:
    """∂x4/∂θ2, shape (1, hidden + 1): x3ᵀ s(1 − s) with s = x4 (3.25)."""
    return x3.T * x4 * (1 - x4)


def f4(x4: Array, tx1: Array) -> Array:
    """x5 = E = ½(x4 − t)², shape (1, 1) (3.12), (3.26)."""
    return 0.5 * (x4 - tx1) ** 2


def jacobian_f4_x4(x4: Array, tx1: Array) -> Array:
    """dE/dx4 = x4 − t, shape (1, 1) (3.27)."""
    return x4 - tx1
