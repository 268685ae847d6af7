"""How fast a run is shown, from one phase a second to as fast as it goes."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

Unit = Literal["phase", "cycle", "iteration"]

STEPS: tuple[tuple[Unit, float], ...] = (
    ("phase", 1),
    ("cycle", 1),
    ("iteration", 1),
    ("iteration", 10),
    ("iteration", 100),
    ("iteration", 1_000),
    ("iteration", 10_000),
    ("iteration", math.inf),
)
"""What is done, and how often a second."""

ITERATIONS_PER_SECOND: tuple[float, ...] = tuple(speed for unit, speed in STEPS if unit == "iteration")
"""The paces that are so many iterations a second."""

DEFAULT = STEPS.index(("iteration", 1_000))
"""The pace at which XOR is learned in about twenty seconds."""


@dataclass(frozen=True)
class Pace:
    """An entry of STEPS."""

    index: int = DEFAULT

    @classmethod
    def of(cls, speed: float) -> Pace:
        """So many iterations a second, one of ITERATIONS_PER_SECOND."""
        return cls(STEPS.index(("iteration", speed)))

    @property
    def unit(self) -> Unit:
        """What is counted."""
        return STEPS[self.index][0]

    @property
    def speed(self) -> float:
        """How many of them a second; infinite at full speed."""
        return STEPS[self.index][1]

    @property
    def full(self) -> bool:
        """Whether it goes as fast as it can."""
        return math.isinf(self.speed)

    def cycles(self, samples: int) -> float:
        """Cycles a second; a pace of phases has none."""
        return self.speed * (samples if self.unit == "iteration" else 1)

    def faster(self) -> Pace:
        """The next pace up; full speed stays."""
        return Pace(min(self.index + 1, len(STEPS) - 1))

    def slower(self) -> Pace:
        """The next pace down; one phase a second stays."""
        return Pace(max(self.index - 1, 0))
