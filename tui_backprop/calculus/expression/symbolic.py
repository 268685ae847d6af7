"""The tree in SymPy, and back."""

from __future__ import annotations

from typing import Any

import numpy as np

from tui_backprop.calculus.expression.heads import heads, is_power, power
from tui_backprop.calculus.expression.tree import FUNCTIONS, Apply, Node, Number, Variable


def symbolic(node: Node) -> Any:
    """The SymPy expression of a tree."""
    import sympy

    if isinstance(node, Number):
        # Exact, as typed: SymPy's Floats would round 0.1*3 once more.
        return sympy.Rational(repr(node.value)) if np.isfinite(node.value) else sympy.nan
    if isinstance(node, Variable):
        return sympy.Symbol(node.name)
    arguments = [symbolic(argument) for argument in node.arguments]
    match node.head, arguments:
        case "pi", _:
            return sympy.pi
        case "e", _:
            return sympy.E
        case "neg", [argument]:
            return -argument
        case "+", _:
            return sympy.Add(*arguments)
        case "*", _:
            return sympy.Mul(*arguments)
        case "/", [above, below]:
            return above / below
        case "**", [base, exponent]:
            return power(base, exponent)
        case head, _:
            return heads()[head](*arguments)


def from_symbolic(expression: Any, decimal: bool) -> Node:
    """The tree of a SymPy expression; what is not real in it becomes nan.

    With `decimal`, 4/5 becomes 0.8 and not a fraction."""
    import sympy

    if expression.is_Symbol:
        return Variable(expression.name)
    if expression.is_Rational:
        return _rational(expression, decimal)
    if expression is sympy.pi or expression is sympy.E:
        return Apply("pi" if expression is sympy.pi else "e", ())
    if expression.is_Add:
        return _sum(expression.as_ordered_terms(), decimal)
    if expression.is_Mul:
        return _product(expression, decimal)
    if is_power(expression):
        base, exponent = expression.args
        return _power(base, exponent, decimal)
    name = type(expression).__name__
    if name in FUNCTIONS:
        return Apply(name, (from_symbolic(expression.args[0], decimal),))
    return Number(float("nan"))


def _rational(number: Any, decimal: bool) -> Node:
    if number < 0:
        return Apply("neg", (_rational(-number, decimal),))
    if _is_fraction(number, decimal):
        return Apply("/", (Number(float(number.p)), Number(float(number.q))))
    return Number(float(number))


def _is_fraction(number: Any, decimal: bool) -> bool:
    """Whether a rational number is written p/q: not if it is whole or too long for a float."""
    import sympy

    if number.q == 1 or max(abs(number.p), number.q) > 2**53:
        return False
    return not decimal or sympy.Rational(repr(float(number))) != number


def _sum(terms: list[Any], decimal: bool) -> Node:
    """A sum; a term without a minus goes first if there is one, as one writes 1 - x."""
    first = next((term for term in terms if not _has_minus(term)), terms[0])
    signed = [
        Apply("neg", (from_symbolic(-term, decimal),)) if _has_minus(term) else from_symbolic(term, decimal)
        for term in terms
        if term is not first
    ]
    return Apply("+", (from_symbolic(first, decimal), *signed))


def _has_minus(term: Any) -> bool:
    return bool(term.as_coeff_Mul()[0].is_negative)


def _product(expression: Any, decimal: bool) -> Node:
    """A product, as a fraction if anything stands below the line."""
    negative = _has_minus(expression)
    coefficient, rest = (-expression if negative else expression).as_coeff_Mul()
    above: list[Node] = []
    below: list[Node] = []
    if coefficient.is_Rational and _is_fraction(coefficient, decimal):
        coefficient, divisor = coefficient.as_numer_denom()
        below.append(from_symbolic(divisor, decimal))
    if coefficient != 1:
        above.append(from_symbolic(coefficient, decimal))
    for factor in rest.as_ordered_factors():
        if is_power(factor) and _is_negative(factor.args[1]):
            base, exponent = factor.args
            below.append(_power(base, -exponent, decimal))
        else:
            above.append(from_symbolic(factor, decimal))
    top = above or [Number(1.0)]
    if negative:
        top[0] = Apply("neg", (top[0],))
    return Apply("/", (_times(top), _times(below))) if below else _times(top)


def _times(factors: list[Node]) -> Node:
    return factors[0] if len(factors) == 1 else Apply("*", tuple(factors))


def _power(base: Any, exponent: Any, decimal: bool) -> Node:
    if _is_negative(exponent):
        return Apply("/", (Number(1.0), _power(base, -exponent, decimal)))
    node = from_symbolic(base, decimal)
    return node if exponent == 1 else Apply("**", (node, from_symbolic(exponent, decimal)))


def _is_negative(exponent: Any) -> bool:
    # SymPy would have to work out the sign of an exponent that is not rational.
    return bool(exponent.is_Rational and exponent < 0)
