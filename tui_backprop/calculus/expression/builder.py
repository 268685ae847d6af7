"""The builder of a tree from Python's syntax tree, whose every node must be on a whitelist."""

from __future__ import annotations

import ast

import numpy as np

from tui_backprop.calculus.expression.error import ExpressionError, cut
from tui_backprop.calculus.expression.tree import CONSTANTS, FUNCTIONS, Apply, Node, Number, Variable, evaluate, nodes

MAX_DEPTH = 100
MAX_NODES = 150
MAX_EXPONENT = 16
MAX_DEGREE = 64

_OPERATORS: dict[type[ast.operator], str] = {ast.Add: "+", ast.Mult: "*", ast.Div: "/"}


def build(source: str, start: int) -> Node:
    """The tree of an expression that begins in the column `start` of the whole text.

    Raises ExpressionError."""
    try:
        body = ast.parse(source, mode="eval").body
    except (SyntaxError, ValueError, MemoryError, RecursionError):
        raise ExpressionError("unreadable", start) from None
    return _Builder(source, start).build(body, depth=1)


class _Builder:
    def __init__(self, source: str, start: int) -> None:
        self.source = source
        self.start = start
        self.nodes = 0

    def build(self, node: ast.expr, depth: int) -> Node:
        self.nodes += 1
        if self.nodes > MAX_NODES or depth > MAX_DEPTH:
            raise ExpressionError("too_many_parts", self.position(node))
        built = self.dispatch(node, depth + 1)
        if _is_constant(built) and not np.isfinite(_constant_value(built)):
            shown = cut(self.source[node.col_offset : node.end_col_offset])
            raise ExpressionError("not_finite", self.position(node), text=shown)
        return built

    def dispatch(self, node: ast.expr, depth: int) -> Node:
        match node:
            case ast.Constant(value=int() | float() as value) if not isinstance(value, bool):
                return Number(float(value))
            case ast.Name(id=name):
                return Apply(name, ()) if name in CONSTANTS else Variable(name)
            case ast.UnaryOp(op=ast.UAdd(), operand=operand):
                return self.build(operand, depth)
            case ast.UnaryOp(op=ast.USub(), operand=operand):
                return Apply("neg", (self.build(operand, depth),))
            case ast.BinOp(op=ast.Pow()):
                return self.power(node, depth)
            case ast.BinOp(left=left, op=ast.Sub(), right=right):
                return Apply("+", (self.build(left, depth), self.negated(right, depth)))
            case ast.BinOp(left=left, op=operator, right=right) if type(operator) in _OPERATORS:
                head = _OPERATORS[type(operator)]
                return Apply(head, (self.build(left, depth), self.build(right, depth)))
            case ast.Call(func=ast.Name(id=name), args=[argument], keywords=[]):
                return Apply(name, (self.build(argument, depth),))
            case _:
                raise ExpressionError("not_allowed", self.position(node))

    def negated(self, node: ast.expr, depth: int) -> Node:
        self.nodes += 1
        return Apply("neg", (self.build(node, depth + 1),))

    def power(self, node: ast.BinOp, depth: int) -> Node:
        base, exponent = self.build(node.left, depth), self.build(node.right, depth)
        power = Apply("**", (base, exponent))
        position = self.start + self.source.index("**", node.left.end_col_offset)
        if not _is_constant(exponent):
            raise ExpressionError("variable_exponent", position)
        if abs(_constant_value(exponent)) > MAX_EXPONENT:
            raise ExpressionError("exponent_too_large", position, most=MAX_EXPONENT)
        if _degree(power) > MAX_DEGREE:
            raise ExpressionError("power_too_large", position, most=MAX_DEGREE)
        return power

    def position(self, node: ast.expr) -> int:
        return self.start + node.col_offset


def _is_constant(node: Node) -> bool:
    return not any(isinstance(part, Variable) for part in nodes(node))


def _constant_value(node: Node) -> float:
    with np.errstate(all="ignore"):
        return float(evaluate(node, {}))


def _degree(node: Node) -> float:
    """How high powers of powers reach; a function starts anew, for SymPy keeps it as one symbol."""
    if not isinstance(node, Apply) or node.head in FUNCTIONS or node.head in CONSTANTS:
        return 1.0
    if node.head == "**":
        return _degree(node.arguments[0]) * max(1.0, abs(_constant_value(node.arguments[1])))
    return max(_degree(argument) for argument in node.arguments)
