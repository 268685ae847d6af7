"""J and the Hessian of a surface beside numerical differentiation of f, which knows neither."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

import numpy as np

from tui_backprop.calculus.descent.descent import DescentPoint
from tui_backprop.calculus.descent.surface import Surface
from tui_backprop.calculus.referee import Referee, Reference, Verdict, calculated, derivatives

ENTRIES: tuple[tuple[Literal["J", "H"], int, int, tuple[int, ...]], ...] = (
    ("J", 0, 0, (0,)),
    ("J", 0, 1, (1,)),
    ("H", 0, 0, (0, 0)),
    ("H", 0, 1, (0, 1)),
    ("H", 1, 0, (0, 1)),
    ("H", 1, 1, (1, 1)),
)
"""The six entries: matrix, row, column, and by which variables f is differentiated."""


RESOLUTION = 1e-3
"""Three digits are asked for: on the way to a lowest point J loses one digit after the other to rounding."""


@dataclass(frozen=True)
class CheckedEntry:
    """One entry of J or H: the number given, the referee's (None where it has none), and the verdict on the former."""

    matrix: Literal["J", "H"]
    row: int
    column: int
    given: float
    numerical: float | None
    verdict: Verdict


@dataclass(frozen=True)
class DescentCheck:
    """The six entries of J and H at a point, checked."""

    entries: tuple[CheckedEntry, ...]

    def count(self, verdict: Verdict) -> int:
        """How many entries got this verdict."""
        return sum(entry.verdict == verdict for entry in self.entries)

    @property
    def verdict(self) -> Verdict:
        """Wrong if an entry is; right if every one is."""
        if self.count("wrong"):
            return "wrong"
        return "right" if self.count("right") == len(self.entries) else "cannot tell"


def check_point(surface: Surface, point: DescentPoint) -> DescentCheck:
    """Check J (2,) and the Hessian (2, 2) of a point by differences of f, whose rounding excuses nothing."""
    judged: dict[tuple[int, ...], Referee] = {}
    for by, derivative in zip(dict.fromkeys(by for *_, by in ENTRIES), surface.derivatives, strict=True):
        (found,) = derivatives([[surface.expression]], point.x, *by)
        value, error = found or (math.nan, math.nan)
        truth = Reference(np.array([[float(value)]]), np.array([[float(error)]]))
        judged[by] = Referee(calculated([[derivative]], point.x), truth, RESOLUTION)
    entries: list[CheckedEntry] = []
    for matrix, row, column, by in ENTRIES:
        given = float(point.J[column] if matrix == "J" else point.hessian[row, column])
        ((verdict,),) = judged[by].judge(np.array([[given]]))
        numerical = judged[by].truth.values.item()
        entries.append(
            CheckedEntry(matrix, row, column, given, numerical if math.isfinite(numerical) else None, verdict)
        )
    return DescentCheck(tuple(entries))
