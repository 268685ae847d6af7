"""The value of a tree in as many digits as one likes, by mpmath: what floating point rounds off is still there.

Numbers are taken as they were typed, so that 0.1 is a tenth and not the float beside it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from tui_backprop.calculus.expression.expression import Expression
from tui_backprop.calculus.expression.tree import Apply, Node, Number, Variable

# Far beyond what a float holds, and small enough that no number takes more than a moment.
_LARGEST_POWER_OF_TEN = 10_000
_LARGEST_EXPONENT = 20_000


class NoValueError(ArithmeticError):
    """There is no real value here: a pole, the root or the logarithm of a negative number, or a number beyond all use."""


@lru_cache(16)
def _context(digits: int) -> Any:
    """mpmath in so many digits, which are never changed: any thread may use it, unlike mpmath's global one.

    Kept, for making one takes longer than all that a point of a function is computed with.
    """
    import mpmath

    context = mpmath.MPContext()
    context.dps = digits
    return context


class Digits:
    """Arithmetic in so many decimal digits."""

    def __init__(self, digits: int) -> None:
        self._context = _context(digits)
        self.largest: Any = self._context.mpf(0)
        """The largest number that came up so far: the digits end `digits` places below it."""
        self._tiny = self._context.mpf(10) ** (10 - digits)
        self._beyond = self._context.mpf(10) ** _LARGEST_POWER_OF_TEN

    def number(self, value: float | str) -> Any:
        """A number: of a float its exact value, of a text the decimal that it says."""
        return self._context.mpf(value)

    def values(self, functions: Sequence[Sequence[Expression]], x: Sequence[Any]) -> list[Any]:
        """The components of the last function, each function applied to what the one before gives.

        Raises NoValueError."""
        for components in functions:
            values = dict(zip(components[0].variables, x, strict=True))
            x = [self.value(component.tree, values) for component in components]
        return list(x)

    def value(self, node: Node, values: Mapping[str, Any]) -> Any:
        """The value of a tree, with a number for each variable's name. Raises NoValueError."""
        try:
            return self._value(node, values)
        except (ZeroDivisionError, OverflowError, ValueError):
            raise NoValueError from None

    def _value(self, node: Node, values: Mapping[str, Any]) -> Any:
        if isinstance(node, Number):
            return self._real(self._context.mpf(repr(node.value)))
        if isinstance(node, Variable):
            return values[node.name]
        return self._real(self._applied(node, [self._value(argument, values) for argument in node.arguments]))

    def _applied(self, node: Apply, arguments: list[Any]) -> Any:
        context = self._context
        match node.head, arguments:
            case "pi", _:
                return +context.pi
            case "e", _:
                return +context.e
            case "neg", [argument]:
                return -argument
            case "+", _:
                return sum(arguments[1:], arguments[0])
            case "*", [first, *others]:
                for other in others:
                    first = self._real(first * other)
                return first
            case "/", [above, below]:
                return above / below
            case "**", [base, exponent]:
                return self._power(base, exponent)
            case "sigmoid", [argument]:
                return 1 / (1 + context.exp(-self._exponent(argument)))
            case ("exp" | "tanh") as name, [argument]:
                return getattr(context, name)(self._exponent(argument))
            case name, [argument]:
                return getattr(context, name)(argument)
            case _:
                raise NoValueError

    def _power(self, base: Any, exponent: Any) -> Any:
        # 3*0.1 + 1.7 is 2 but for a last digit, and with 2 a negative base has a power.
        whole = self._context.nint(exponent)
        return base ** (whole if abs(exponent - whole) < self._tiny else exponent)

    def _exponent(self, argument: Any) -> Any:
        if abs(argument) > _LARGEST_EXPONENT:
            raise NoValueError
        return argument

    def _real(self, value: Any) -> Any:
        if isinstance(value, self._context.mpc) or not abs(value) < self._beyond:
            raise NoValueError
        self.largest = max(self.largest, abs(value))
        return value
