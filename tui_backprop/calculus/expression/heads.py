"""SymPy functions that know their derivatives but evaluate nothing.

SymPy's own turn exp(10**9*log(2)) into the digits of 2**10**9 as soon as they are written, and
factorise the numbers below a root; such a text can hide behind a sum that cancels, so no check of
the text alone would be enough.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any


@cache
def heads() -> dict[str, Any]:
    """The SymPy functions by name; "power" is ** with an exponent that is no integer."""
    # The derivative by u of y = head(u), or of y = power(u, p).
    derivatives: dict[str, Callable[[Any, Any, Any], Any]] = {
        "sin": lambda y, u, p: known["cos"](u),
        "cos": lambda y, u, p: -known["sin"](u),
        "tan": lambda y, u, p: 1 + y**2,
        "exp": lambda y, u, p: y,
        "log": lambda y, u, p: 1 / u,
        "sqrt": lambda y, u, p: 1 / (2 * y),
        "tanh": lambda y, u, p: 1 - y**2,
        "sigmoid": lambda y, u, p: y * (1 - y),
        "power": lambda y, u, p: p * known["power"](u, p - 1),
    }
    known = {name: _head(name, derivative) for name, derivative in derivatives.items()}
    return known


def power(base: Any, exponent: Any) -> Any:
    """base**exponent in SymPy."""
    return base**exponent if exponent.is_Integer else heads()["power"](base, exponent)


def is_power(expression: Any) -> bool:
    """Whether a SymPy expression is a power, of SymPy's own or of ours."""
    return expression.is_Pow or type(expression) is heads()["power"]


def _head(name: str, derivative: Callable[[Any, Any, Any], Any]) -> Any:
    import sympy

    def sigmoid(u: Any) -> Any:
        return 1 / (1 + sympy.exp(-u))

    evaluated: Any = {"power": sympy.Pow, "sigmoid": sigmoid}.get(name) or getattr(sympy, name)

    def fdiff(self: Any, argindex: int = 1) -> Any:
        return derivative(self, self.args[0], self.args[-1])

    def doit(self: Any, **hints: Any) -> Any:
        return evaluated(*(argument.doit(**hints) for argument in self.args))

    def eval_power(self: Any, exponent: Any) -> Any:
        return power(self.args[0], self.args[1] * exponent) if exponent.is_Integer else None

    # SymPy asks for the sign of anything that calls itself a number, and would work out
    # sin(exp(exp(9))) for it, to more digits than there is room for.
    body: dict[str, Any] = {"fdiff": fdiff, "doit": doit, "is_number": False}
    if name == "power":
        body["_eval_power"] = eval_power
    return type(name, (sympy.Function,), body)
