"""What can be looked for in a run."""

from __future__ import annotations

from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from tui_backprop.training.network.timeline import Timeline

Flags = NDArray[np.bool_]


class Condition(Protocol):
    """Something that holds after some cycles of a run and not after others."""

    def holds(self, timeline: Timeline, start: int, stop: int) -> Flags:
        """Whether it holds after each of the cycles start … stop; shape (stop − start + 1,)."""
        ...
