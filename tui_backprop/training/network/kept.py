"""A run that is kept beside the present one, to be compared with it and gone back to."""

from __future__ import annotations

from dataclasses import dataclass

from tui_backprop.calculus.network.quantities import Phase
from tui_backprop.training.network.mark import Mark
from tui_backprop.training.network.timeline import Timeline

MOST_KEPT = 8
PRESENT = 0
"""The label of the run that is not kept but travelled."""


@dataclass(frozen=True, eq=False)
class Kept:
    """The run as it was when it was kept: its timeline, the cursor in it, and its marks.

    `label` is the number, from 1, by which its curve and its row in the table know each other.
    """

    label: int
    timeline: Timeline
    cycle: int
    phase: Phase
    marks: tuple[Mark, ...] = ()
