"""An expression in as many digits as one likes, and how far float64 arithmetic may stray from them.

The digits are those of mpmath's context: work inside `mpmath.workdps(…)`. The numbers of a text count as the floats that
they are read as; pi and e are the numbers themselves, which float64 can only round.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple

from tui_backprop.calculus.expression.tree import Apply, Node, Number, Variable

UNIT = 2.0**-53
"""The relative error of one operation in float64."""

LIBRARY = 8 * UNIT
"""The relative error that sin, exp and the like may have in NumPy's faster versions."""

_SMALLEST, _LARGEST = 5e-324, 1.7976931348623157e308
_LARGEST_EXPONENT = 1e5


class Precise(NamedTuple):
    """A value in mpmath's digits, and a bound of the error that float64 arithmetic makes on the way to it."""

    value: Any
    slack: Any


def precise(node: Node, values: Mapping[str, Any]) -> Precise | None:
    """The value of a tree at exact `values` with its slack; None where it is no finite real number.

    The slack adds up the rounding of every operation to first order; whoever judges by it takes twice as much.
    """
    import mpmath

    if isinstance(node, Number):
        return Precise(mpmath.mpf(node.value), mpmath.mpf(0))
    if isinstance(node, Variable):
        return Precise(mpmath.mpf(values[node.name]), mpmath.mpf(0))
    if not node.arguments:
        value = mpmath.pi() if node.head == "pi" else mpmath.e()
        return Precise(value, UNIT * value)
    arguments: list[Precise] = []
    for argument in node.arguments:
        found = precise(argument, values)
        if found is None:
            return None
        arguments.append(found)
    try:
        found = _apply(node, arguments)
    except (ZeroDivisionError, ValueError, OverflowError):
        return None
    if not _is_real(found.value):
        return None
    # Beyond the largest float the arithmetic has lost the number altogether.
    return found if abs(found.value) <= _LARGEST else Precise(found.value, mpmath.inf)


def _is_real(value: Any) -> bool:
    import mpmath

    return isinstance(value, mpmath.mpf) and bool(mpmath.isfinite(value))


def _apply(node: Apply, arguments: Sequence[Precise]) -> Precise:
    match node.head:
        case "neg":
            return Precise(-arguments[0].value, arguments[0].slack)
        case "+":
            return _from_left(arguments, _sum)
        case "*":
            return _from_left(arguments, _product)
        case "/":
            return _from_left(arguments, _quotient)
        case "**":
            return _power(*arguments)
        case name:
            return _function(name, arguments[0])


def _from_left(arguments: Sequence[Precise], combine: Callable[[Precise, Precise], Precise]) -> Precise:
    result = arguments[0]
    for argument in arguments[1:]:
        result = combine(result, argument)
    return result


def _sum(a: Precise, b: Precise) -> Precise:
    value = a.value + b.value
    return Precise(value, a.slack + b.slack + UNIT * abs(value))


def _product(a: Precise, b: Precise) -> Precise:
    value = a.value * b.value
    carried = abs(a.value) * b.slack + abs(b.value) * a.slack + a.slack * b.slack
    return Precise(value, carried + UNIT * abs(value) + _SMALLEST)


def _quotient(a: Precise, b: Precise) -> Precise:
    import mpmath

    value, least = a.value / b.value, abs(b.value) - b.slack
    carried = (a.slack + abs(value) * b.slack) / least if least > 0 else mpmath.inf
    return Precise(value, carried + UNIT * abs(value) + _SMALLEST)


def _power(base: Precise, exponent: Precise) -> Precise:
    import mpmath

    if base.value and abs(exponent.value * mpmath.log(abs(base.value), 2)) > _LARGEST_EXPONENT:
        raise OverflowError
    value = mpmath.power(base.value, exponent.value)

    def at(end: Any) -> Any:
        return mpmath.power(end, exponent.value)

    carried = _spread(value, at, base)
    if exponent.slack:
        carried += abs(value) * abs(mpmath.log(abs(base.value))) * exponent.slack if base.value else mpmath.inf
    return Precise(value, carried + LIBRARY * abs(value) + _SMALLEST)


def _function(name: str, argument: Precise) -> Precise:
    import mpmath

    value = _value(name, argument.value)
    bounded = name in ("sin", "cos")
    carried = min(argument.slack, mpmath.mpf(2)) if bounded else _spread(value, partial(_value, name), argument)
    return Precise(value, carried + LIBRARY * abs(value) + _SMALLEST)


def _value(name: str, argument: Any) -> Any:
    import mpmath

    if name in ("exp", "sigmoid", "tanh") and abs(argument) > _LARGEST_EXPONENT:
        if name == "exp" and argument > 0:
            raise OverflowError
        # Nearer to its limit than float64 or the digits asked for can tell.
        return mpmath.mpf(0 if argument < 0 and name != "tanh" else -1 if argument < 0 else 1)
    if name == "sigmoid":
        return 1 / (1 + mpmath.exp(-argument))
    return getattr(mpmath, name)(argument)


def _spread(value: Any, function: Callable[[Any], Any], argument: Precise) -> Any:
    """How far the function goes from the value within the argument's slack; infinite where it has no value there."""
    import mpmath

    if not argument.slack:
        return mpmath.mpf(0)
    widest = mpmath.mpf(0)
    for end in (argument.value - argument.slack, argument.value + argument.slack):
        try:
            found = function(end)
        except (ZeroDivisionError, ValueError, OverflowError):
            return mpmath.inf
        if not _is_real(found):
            return mpmath.inf
        widest = max(widest, abs(found - value))
    return widest
