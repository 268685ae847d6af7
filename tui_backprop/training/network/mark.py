"""A moment of a run to come back to."""

from __future__ import annotations

from dataclasses import dataclass

from tui_backprop.calculus.network.quantities import Phase

MOST_MARKS = 99


@dataclass(frozen=True)
class Mark:
    """Cycle `cycle`, of which the phases up to `phase` have been taken, under a name that a person gave it."""

    name: str
    cycle: int
    phase: Phase
