"""The type of every array of numbers here, and the product of matrices that every processor computes alike."""

from __future__ import annotations

from functools import reduce

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


def product(*matrices: Array) -> Array:
    """The product of matrices from left to right, each of its entries a sum from left to right.

    NumPy's `@` leaves it to its library in which order to add, and that order differs from one processor to the next:
    so would the last digit. Raises ValueError where the columns of one are not as many as the rows of the next.
    """
    return reduce(_of_two, matrices)


def _of_two(a: Array, b: Array) -> Array:
    if a.shape[1] != b.shape[0]:
        raise ValueError(f"a matrix of {a.shape[1]} columns times one of {b.shape[0]} rows")
    if len(b) == 1:  # no sum, in half the time
        return a * b
    # NumPy's sum may add in pairs; its running sums cannot.
    return np.add.accumulate(a[:, :, None] * b, axis=1)[:, -1]
