"""The sigmoid s(z) = 1 / (1 + exp(−z)) of the article, without overflow; SciPy's, loaded at the first use.

SciPy takes longer to import than a terminal takes to paint, and nothing needs it before the first cycle.
"""

from __future__ import annotations

from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

Floating = TypeVar("Floating", np.float32, np.float64)


def s(z: NDArray[Floating]) -> NDArray[Floating]:
    """The sigmoid of each entry, of the same shape and type (3.10)."""
    from scipy.special import expit

    return np.asarray(expit(z), dtype=z.dtype)
