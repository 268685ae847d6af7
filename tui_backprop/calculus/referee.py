"""The referee in 120 digits: derivatives by difference quotients, which know nothing of the formulas they judge.

In float64 a difference quotient loses half of its digits, and its own rounding would be taken for ours; its step is so wide
that it may leave the domain. Here the step is 10⁻³⁰ of x, and what is left of its error is measured by a second step.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

Verdict = Literal["right", "wrong", "cannot tell"]

DIGITS = 120
STEP = 30
"""The step of a difference is 10 to this power smaller than x."""

SURE = 1e-3
"""A number of which less than this share is rounding counts as known."""

Point = Sequence[Any]
Function = Callable[[Point], Any]
"""A function of exact numbers in mpmath, None where it has no finite real value."""


@dataclass(frozen=True)
class Estimate:
    """A derivative by differences (mpmath), and how far it may be from the true one."""

    value: Any
    error: Any


def numerical_derivative(f: Function, x: Sequence[float], *by: int) -> Estimate | None:
    """The derivative of f at x by variable `by[0]`, or the second one by `by[0]` and `by[1]`, counted from 0.

    None where f has no value around x or no derivative at x: at a kink or at the edge of its domain.
    """
    import mpmath

    with mpmath.workdps(DIGITS):
        at = [mpmath.mpf(value) for value in x]
        coarse, fine = (_difference(f, at, by, mpmath.mpf(10) ** -STEP / part) for part in (1, 16))
        if coarse is None or fine is None or _is_kink(f, at, by):
            return None
        noise = mpmath.mpf(10) ** (len(by) * STEP + 10 - DIGITS) * _size(f, at, by)
        return Estimate(fine, 2 * abs(coarse - fine) + noise)


def verdict(given: float, slack: Any, estimate: Estimate | None) -> Verdict:
    """Whether a number computed in float64 is the derivative that the referee finds.

    `slack` is what the rounding of its own computation may amount to, to first order; twice as much is allowed. A number that
    agrees, but of which hardly a digit is left beside its rounding, is neither right nor wrong: the referee can't tell.
    """
    import mpmath

    if estimate is None or not mpmath.isfinite(given) or not mpmath.isfinite(slack):
        return "cannot tell"
    with mpmath.workdps(DIGITS):
        allowed = 2 * slack + estimate.error
        size = abs(estimate.value)
        if abs(mpmath.mpf(given) - estimate.value) > allowed:
            # A referee that is itself in doubt accuses no one.
            return "wrong" if estimate.error <= max(SURE * size, 2 * slack) else "cannot tell"
        if given == 0 and size <= estimate.error:
            return "right"
        return "right" if allowed <= SURE * size else "cannot tell"


def _scale(x: Any) -> Any:
    return abs(x) if x else 1


def _moved(x: Sequence[Any], moves: Sequence[tuple[int, Any]]) -> list[Any]:
    point = list(x)
    for index, way in moves:
        point[index] += way
    return point


def _difference(f: Function, x: Sequence[Any], by: Sequence[int], share: Any) -> Any:
    """The central difference quotient with steps of this share of x, None where f has no value."""
    steps = [share * _scale(x[index]) for index in by]
    if len(by) == 1:
        parts = [(1, [(by[0], steps[0])]), (-1, [(by[0], -steps[0])])]
        divisor = 2 * steps[0]
    elif by[0] == by[1]:
        parts = [(1, [(by[0], steps[0])]), (1, [(by[0], -steps[0])]), (-2, [])]
        divisor = steps[0] ** 2
    else:
        signs = ((1, 1), (1, -1), (-1, 1), (-1, -1))
        parts = [(a * b, [(by[0], a * steps[0]), (by[1], b * steps[1])]) for a, b in signs]
        divisor = 4 * steps[0] * steps[1]
    total = 0
    for weight, moves in parts:
        value = f(_moved(x, moves))
        if value is None:
            return None
        total += weight * value
    return total / divisor


def _is_kink(f: Function, x: Sequence[Any], by: Sequence[int]) -> bool:
    """Whether the slopes from both sides stay apart however small the step: there is no derivative then."""
    import mpmath

    middle = f(x)
    if middle is None:
        return True
    for index in set(by):
        gaps: list[Any] = []
        slopes = mpmath.mpf(0)
        for part in (1, 16):
            step = mpmath.mpf(10) ** -STEP / part * _scale(x[index])
            ahead, behind = f(_moved(x, [(index, step)])), f(_moved(x, [(index, -step)]))
            if ahead is None or behind is None:
                return True
            slopes = (abs(ahead - middle) + abs(middle - behind)) / step
            gaps.append(abs(ahead - 2 * middle + behind) / step)
        if gaps[1] > gaps[0] / 2 and gaps[1] > slopes * mpmath.mpf(10) ** -(STEP // 2):
            return True
    return False


def _size(f: Function, x: Sequence[Any], by: Sequence[int]) -> Any:
    """What a rounding error of f is measured by: |f| divided by the steps' share of x."""
    size = abs(f(x)) or 1
    for index in by:
        size /= _scale(x[index])
    return size
