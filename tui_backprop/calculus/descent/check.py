"""J and the Hessian of a surface beside numerical differentiation of f, which knows neither."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from tui_backprop.calculus.descent.descent import DescentPoint
from tui_backprop.calculus.descent.surface import VARIABLES, Surface
from tui_backprop.calculus.expression.precise import precise
from tui_backprop.calculus.referee import DIGITS, Verdict, numerical_derivative, verdict

ENTRIES: tuple[tuple[Literal["J", "H"], int, int, tuple[int, ...]], ...] = (
    ("J", 0, 0, (0,)),
    ("J", 0, 1, (1,)),
    ("H", 0, 0, (0, 0)),
    ("H", 0, 1, (0, 1)),
    ("H", 1, 0, (0, 1)),
    ("H", 1, 1, (1, 1)),
)
"""The six entries: matrix, row, column, and by which variables f is differentiated."""


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
    """Check J (2,) and the Hessian (2, 2) of a point by differences of f in 120 digits."""
    import mpmath

    tree, x = surface.expression.tree, point.x.tolist()

    def f(at: Sequence[Any]) -> Any:
        found = precise(tree, dict(zip(VARIABLES, at, strict=True)))
        return None if found is None else found.value

    judged: dict[tuple[int, ...], tuple[Any, float | None, Any]] = {}
    orders = dict.fromkeys(by for *_, by in ENTRIES)
    for by, derivative in zip(orders, surface.derivatives, strict=True):
        with mpmath.workdps(DIGITS):
            exact = precise(derivative.tree, dict(zip(VARIABLES, map(mpmath.mpf, x), strict=True)))
        estimate = numerical_derivative(f, x, *by)
        numerical = None if estimate is None else float(estimate.value)
        judged[by] = (mpmath.inf if exact is None else exact.slack, numerical, estimate)
    entries: list[CheckedEntry] = []
    for matrix, row, column, by in ENTRIES:
        given = float(point.J[column] if matrix == "J" else point.hessian[row, column])
        slack, numerical, estimate = judged[by]
        entries.append(CheckedEntry(matrix, row, column, given, numerical, verdict(given, slack, estimate)))
    return DescentCheck(tuple(entries))
