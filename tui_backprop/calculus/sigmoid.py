"""The sigmoid s(z) = 1 / (1 + exp(−z)) of the article, without overflow.

SciPy's does the same, but takes longer to import than a terminal takes to paint, just when the first key is pressed.
"""

from __future__ import annotations

from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

Floating = TypeVar("Floating", np.float32, np.float64)


def s(z: NDArray[Floating]) -> NDArray[Floating]:
    """The sigmoid of each entry, of the same shape and type (3.10): for z < 0 as exp(z) / (1 + exp(z))."""
    e = np.exp(-np.abs(z))
    return np.asarray(np.where(z < 0, e, 1) / (1 + e), dtype=z.dtype)
