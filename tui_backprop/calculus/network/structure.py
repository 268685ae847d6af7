"""Which entries of a Jacobian are zero whatever the numbers: the structural zeros of (3.19) and (3.22)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from tui_backprop.calculus.network.quantities import QUANTITIES


def structural_zeros(code: str, inputs: int, hidden: int) -> NDArray[np.bool_]:
    """A mask of the shape of the quantity `code`, true where the entry is zero by the structure of the network."""
    shape = QUANTITIES[code].shape(inputs, hidden)
    row, column = np.indices(shape)
    if code == "jacobian_f1_theta1":
        return np.asarray(column // (inputs + 1) != row)
    if code == "jacobian_f2_x2":
        return np.asarray(row != column + 1)
    return np.zeros(shape, dtype=np.bool_)
