"""How fast a run is shown: from one cycle a second to as fast as it goes."""

from __future__ import annotations

from dataclasses import dataclass

RATES: tuple[float, ...] = (1, 2, 5, 10, 30, 100, 1_000, 10_000, 100_000, 1_000_000, float("inf"))


@dataclass(frozen=True)
class Pace:
    """An entry of RATES, in cycles a second."""

    index: int = len(RATES) - 1

    @property
    def rate(self) -> float:
        """Cycles a second."""
        return RATES[self.index]

    @property
    def label(self) -> str:
        """The rate in words."""
        return "full speed" if self.rate == float("inf") else f"{self.rate:,.0f}/s"

    def faster(self) -> Pace:
        """The next rate up; the fastest stays."""
        return Pace(min(self.index + 1, len(RATES) - 1))

    def slower(self) -> Pace:
        """The next rate down; one cycle a second stays."""
        return Pace(max(self.index - 1, 0))
