"""Which entries of a Jacobian are zero whatever the numbers: the structural zeros of (3.19) and (3.22)."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

from tui_backprop.calculus.network.quantities import QUANTITIES


@cache
def structural_zeros(code: str, inputs: int, hidden: int) -> NDArray[np.bool_]:
    """A mask of the shape of the quantity `code`, true where the entry is zero by the structure of the network.

    It is kept, and must not be written to.
    """
    shape = QUANTITIES[code].shape(inputs, hidden)
    row, column = np.indices(shape)
    zeros = np.zeros(shape, dtype=np.bool_)
    if code == "jacobian_f1_theta1":
        zeros[:] = column // (inputs + 1) != row
    elif code == "jacobian_f2_x2":
        zeros[:] = row != column + 1
    zeros.setflags(write=False)
    return zeros
