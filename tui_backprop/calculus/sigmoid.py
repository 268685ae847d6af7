"""The sigmoid s(z) = 1 / (1 + exp(−z)) of the article, of whole arrays and without overflow.

SciPy's does the same, but takes longer to import than a terminal takes to paint, just when the first key is pressed.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from tui_backprop.calculus.array import Array
from tui_backprop.calculus.exponential import one_plus_exp_of_each

LEAST = -709.0
"""Below it the sigmoid is 0 here; its true value there is under 1.3e-308, which a float64 no longer holds in full."""


def s(z: Array) -> Array:
    """The sigmoid of each entry, of the same shape (3.10), with the kernel's exponential: the same on every processor."""
    bounded = np.clip(z, LEAST, 708.0)
    return np.where(z < LEAST, 0.0, 1.0 / one_plus_exp_of_each(-bounded))


def s_of_picture(z: NDArray[Any]) -> NDArray[np.float32]:
    """The sigmoid of each entry in single precision, for z < 0 as exp(z) / (1 + exp(z)); good for six digits."""
    e = np.exp(-np.abs(z))
    return np.asarray(np.where(z < 0, e, 1) / (1 + e), dtype=np.float32)
