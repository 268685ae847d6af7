"""How far floating point may have led the value of a tree astray: a running error analysis.

Beside each value goes a bound on its distance from the exact value of the tree. An operation adds its own rounding to
what it makes of the errors of its arguments (N. J. Higham, Accuracy and Stability of Numerical Algorithms, section 3.3).
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import NamedTuple

import numpy as np

from tui_backprop.calculus.expression.tree import CONSTANTS, Node, Number, Variable, applied

UNIT_ROUNDOFF = 2.0**-53

# The functions of the C library are wrong by less than one unit in the last place, NumPy's own by at most four.
_FUNCTION = 8 * UNIT_ROUNDOFF
# Under the first number digits may be lost, but no more of them than make the second.
_NORMAL = 1e-300
_UNDERFLOW = 1e-307


class Rounded(NamedTuple):
    """A value as floating point has it, a bound on its distance from the exact one, and the largest number on the way."""

    value: float
    error: float
    size: float


def rounded(node: Node, values: Mapping[str, tuple[float, float]]) -> Rounded:
    """The value of a tree with its bound; for each variable's name there is its value and a bound on its error.

    The bound is inf where the errors of the arguments may reach a pole or the edge of the domain."""
    with np.errstate(all="ignore"):
        return _rounded(node, values)


def _rounded(node: Node, values: Mapping[str, tuple[float, float]]) -> Rounded:
    if isinstance(node, Number):
        whole = node.value.is_integer() and abs(node.value) <= 2**53
        return _checked(node.value, 0.0 if whole else UNIT_ROUNDOFF * abs(node.value), 0.0)
    if isinstance(node, Variable):
        value, error = values[node.name]
        return _checked(value, error, 0.0)
    if node.head in CONSTANTS:
        return _checked(CONSTANTS[node.head], UNIT_ROUNDOFF * CONSTANTS[node.head], 0.0)
    arguments = [_rounded(argument, values) for argument in node.arguments]
    size = max(argument.size for argument in arguments)
    if node.head in ("+", "*"):
        total = arguments[0]
        for argument in arguments[1:]:
            total = _operation(node.head, [total, argument], max(size, total.size))
        return total
    return _operation(node.head, arguments, size)


def _operation(head: str, arguments: list[Rounded], size: float) -> Rounded:
    value = float(applied(head, [np.float64(argument.value) for argument in arguments]))
    return _checked(value, _inherited(head, arguments, value) + _own(head, value), size)


def _checked(value: float, error: float, size: float) -> Rounded:
    error = error if math.isfinite(value) and math.isfinite(error) else math.inf
    return Rounded(value, error, max(size, abs(value)))


def _own(head: str, value: float) -> float:
    """The rounding of the operation itself."""
    if head == "neg":
        return 0.0
    if head == "+":
        return UNIT_ROUNDOFF * abs(value)
    rounding = (UNIT_ROUNDOFF if head in ("*", "/", "sqrt") else _FUNCTION) * abs(value)
    return rounding if abs(value) > _NORMAL else rounding + _UNDERFLOW


def _inherited(head: str, arguments: list[Rounded], value: float) -> float:
    """What the errors of the arguments make of an operation: at most their size times the steepest slope within them."""
    (a, error), b = arguments[0][:2], arguments[-1]
    if head == "+":
        return error + b.error
    if head == "*":
        return abs(a) * b.error + abs(b.value) * error + error * b.error
    if head == "/":
        room = abs(b.value) - b.error
        return (error + abs(value) * b.error) / room if room > 0 else math.inf
    if head == "**":
        return _of_power(arguments[0], b, value)
    if error == 0 or head == "neg":
        return error
    return error * _slope(head, a, error, value)


def _slope(head: str, a: float, error: float, value: float) -> float:
    """The steepest slope of a function on the interval a ± error, or more."""
    match head:
        case "sin":
            return min(1.0, abs(math.cos(a)) + error) if math.isfinite(a) else math.inf
        case "cos":
            return min(1.0, abs(math.sin(a)) + error) if math.isfinite(a) else math.inf
        case "tan":
            steep = 1 + value**2
            return 2 * steep if error * steep < 0.25 / (1 + abs(value)) else math.inf
        case "exp":
            return 2 * value if error < 0.5 else math.inf
        case "log":
            return 1 / (a - error) if a > error else math.inf
        case "sqrt":
            return 1 / value if a > error else math.inf
        case "tanh":
            return min(1.0, 4 * math.exp(min(-2 * (abs(a) - error), 0.0)))
        case "sigmoid":
            return min(0.25, math.exp(min(error - abs(a), 0.0)))
        case _:
            return math.inf


def _of_power(base: Rounded, exponent: Rounded, value: float) -> float:
    p, size = exponent.value, abs(base.value)
    inherited = 0.0
    if base.error and p:
        # x**p is steepest at the far end of the interval if p > 1, and else at the near end.
        end = size + base.error if p > 1 else size - base.error
        if end <= 0 or (not p.is_integer() and base.value <= base.error):
            return math.inf
        inherited = abs(p) * float(np.power(end, p - 1)) * base.error
    if exponent.error and size:
        inherited += 2 * abs(value) * abs(math.log(size)) * exponent.error
    return inherited
