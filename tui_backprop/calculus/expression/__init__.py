"""Expressions that a user types: data, never code.

A text goes through three gates: every token must be on a whitelist, operands and operators must
alternate, and every node that Python's `ast` then builds must be on a whitelist too. What comes out
is a small immutable tree that NumPy evaluates and that SymPy differentiates node by node; no text
ever reaches `eval`, `compile` or `sympify`. Every size is bounded before the work that depends on
it is done.
"""

from tui_backprop.calculus.expression.builder import MAX_DEGREE, MAX_DEPTH, MAX_EXPONENT, MAX_NODES
from tui_backprop.calculus.expression.digits import Digits, NoValueError
from tui_backprop.calculus.expression.error import ExpressionError
from tui_backprop.calculus.expression.expression import Expression
from tui_backprop.calculus.expression.grammar import MAX_PARENTHESES
from tui_backprop.calculus.expression.parser import (
    MAX_COMPONENTS,
    MAX_LENGTH,
    MAX_VECTOR_LENGTH,
    parse,
    parse_vector,
)
from tui_backprop.calculus.expression.rounding import Rounded, rounded
from tui_backprop.calculus.expression.tokens import NUMBERS
from tui_backprop.calculus.expression.tree import CONSTANTS, FUNCTIONS, Apply, Node, Number, Variable

__all__ = [
    "CONSTANTS",
    "FUNCTIONS",
    "MAX_COMPONENTS",
    "MAX_DEGREE",
    "MAX_DEPTH",
    "MAX_EXPONENT",
    "MAX_LENGTH",
    "MAX_NODES",
    "MAX_PARENTHESES",
    "MAX_VECTOR_LENGTH",
    "NUMBERS",
    "Apply",
    "Digits",
    "Expression",
    "ExpressionError",
    "NoValueError",
    "Node",
    "Number",
    "Rounded",
    "Variable",
    "parse",
    "parse_vector",
    "rounded",
]
