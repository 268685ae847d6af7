"""The proof of the chain rule (1.3)-(1.5) with numbers: what is left over beside the derivative, divided by h, goes to 0.

With k = f(x + h) - f(x), each function has a rest: f(x + h) = f(x) + f'(x) h + o(h) (1.3), and
g(y + k) = g(y) + g'(y) k + o(k). Together g(f(x + h)) = g(f(x)) + g'(y) f'(x) h + g'(y) o(h) + o(k) (1.5). The second
rest is small beside h as well, for |k| <= C |h| (1.4). For vectors h goes along one axis and k has n components.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from tui_backprop.calculus.array import Array
from tui_backprop.calculus.chain.vector_function import Chain
from tui_backprop.calculus.expression import Digits, NoValueError

STEPS = tuple(float(f"1e-{power}") for power in range(9))

_DIGITS = 300
_NEAR = "1e-60"


@dataclass(frozen=True)
class ProofRow:
    """One h > 0: |k|, and |k|/h, |g'(y) o(h)|/h, |o(k)|/h and what is left over in all, divided by h.

    |k| is the largest |k_j|. All are nan where x + h has no value."""

    h: float
    k: float
    k_by_h: float
    rest_of_f: float
    rest_of_g: float
    left_over: float


@dataclass(frozen=True)
class Proof:
    """The rows from h = 1 down to 1e-8, worked out in 300 digits; `bound` is a C of (1.4) that serves for all of them."""

    rows: tuple[ProofRow, ...]
    bound: float


def prove(chain: Chain, x: Array, input: int, output: int) -> Proof | None:
    """The proof for ∂z/∂x of this output and this input, from 0, at x, shape (m,); None where there is no derivative."""
    line = _Line(chain, x, input, output)
    try:
        line.differentiate()
    except NoValueError:
        return None
    rows = tuple(line.row(h) for h in STEPS)
    return Proof(rows, max((row.k_by_h for row in rows if math.isfinite(row.k_by_h)), default=math.nan))


class _Line:
    """f and one component of g along one axis through x, in many digits."""

    def __init__(self, chain: Chain, x: Array, input: int, output: int) -> None:
        self._f = [chain.f.components]
        self._g = [[chain.g.components[output]]]
        self._arithmetic = Digits(_DIGITS)
        self._x = [self._arithmetic.number(value) for value in x.tolist()]
        self._input = input
        self._slope_of_f: list[Any] = []
        self._slope_of_g: list[Any] = []
        self._y: list[Any] = []
        self._z: Any = None

    def differentiate(self) -> None:
        """Find y, z and both derivatives. Raises NoValueError."""
        near = self._arithmetic.number(_NEAR)
        self._y, self._z = self._inner(0), self._outer(self._inner(0))
        above, below = self._inner(near), self._inner(-near)
        self._slope_of_f = [(a - b) / (2 * near) for a, b in zip(above, below, strict=True)]
        for index in range(len(self._y)):
            ends = [self._outer(_moved(self._y, index, step)) for step in (near, -near)]
            self._slope_of_g.append((ends[0] - ends[1]) / (2 * near))

    def row(self, h: float) -> ProofRow:
        """What (1.3) to (1.5) leave over for this h."""
        step = self._arithmetic.number(h)
        try:
            k = [moved - start for moved, start in zip(self._inner(step), self._y, strict=True)]
            reached = self._outer([start + move for start, move in zip(self._y, k, strict=True)])
        except NoValueError:
            return ProofRow(h, *[math.nan] * 5)
        rest_of_f = sum(
            slope * (move - own * step) for slope, move, own in zip(self._slope_of_g, k, self._slope_of_f, strict=True)
        )
        rest_of_g = reached - self._z - sum(slope * move for slope, move in zip(self._slope_of_g, k, strict=True))
        size = max(abs(move) for move in k)
        parts = (size, size / step, abs(rest_of_f) / step, abs(rest_of_g) / step, abs(rest_of_f + rest_of_g) / step)
        return ProofRow(h, *[float(part) for part in parts])

    def _inner(self, step: Any) -> list[Any]:
        return self._arithmetic.values(self._f, _moved(self._x, self._input, step))

    def _outer(self, y: Sequence[Any]) -> Any:
        return self._arithmetic.values(self._g, y)[0]


def _moved(point: Sequence[Any], index: int, step: Any) -> list[Any]:
    return [*point[:index], point[index] + step, *point[index + 1 :]]
