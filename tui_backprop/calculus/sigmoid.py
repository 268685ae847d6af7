"""The sigmoid s(z) = 1 / (1 + exp(−z)) of the article, of one number and of whole arrays, without overflow.

SciPy's does the same, but takes longer to import than a terminal takes to paint, just when the first key is pressed.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from tui_backprop.calculus.array import Array
from tui_backprop.calculus.exponential import one_plus_exp, one_plus_exp_of_each


def sigmoid(z: float) -> float:
    """1 / (1 + exp(−z)), as the kernels use it; below −709 its value at −709: 1.2e-308."""
    return 1.0 / one_plus_exp(exponent(z))


def exponent(z: float) -> float:
    """−z, held between −708 and 709, where `one_plus_exp` takes it; nan of nan."""
    # Held before the sign changes: with it first, the optimizer finds no minimum in these comparisons.
    z = -709.0 if z < -709.0 else z
    z = 708.0 if z > 708.0 else z
    return -z


FEW = 20
"""Up to so many entries, one after the other takes less time than NumPy's for them all."""


def s(z: Array) -> Array:
    """`sigmoid` of each entry, of the same shape (3.10) and with the same bits on every processor."""
    if z.size <= FEW:
        return np.array([sigmoid(entry) for entry in z.ravel().tolist()]).reshape(z.shape)
    return 1.0 / one_plus_exp_of_each(np.minimum(np.maximum(-z, -708.0), 709.0))


def s_of_picture(z: NDArray[Any]) -> NDArray[np.float32]:
    """The sigmoid of each entry in single precision, for z < 0 as exp(z) / (1 + exp(z)); good for six digits."""
    e = np.exp(-np.abs(z))
    return np.asarray(np.where(z < 0, e, 1) / (1 + e), dtype=np.float32)
