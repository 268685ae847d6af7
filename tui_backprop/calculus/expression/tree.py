"""The tree of an expression: numbers, variables and what is applied to them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from typing import Any

import numpy as np
from scipy.special import expit

CONSTANTS = {"pi": float(np.pi), "e": float(np.e)}


def _quotient(above: Any, below: Any) -> Any:
    """above / below, nan at a pole: an infinity would pass for a number again, as in 1/(1/0) = 0."""
    return np.where(np.equal(below, 0), np.nan, np.divide(above, below))


def _power(base: Any, exponent: Any) -> Any:
    """base**exponent, nan at a pole."""
    return np.where(np.equal(base, 0) & np.less(exponent, 0), np.nan, np.power(base, exponent))


def _logarithm(value: Any) -> Any:
    """The natural logarithm, nan at its pole 0."""
    return np.where(np.equal(value, 0), np.nan, np.log(value))


FUNCTIONS: dict[str, Callable[[Any], Any]] = {
    "sin": np.sin,
    "cos": np.cos,
    "tan": np.tan,
    "exp": np.exp,
    "log": _logarithm,
    "sqrt": np.sqrt,
    "tanh": np.tanh,
    "sigmoid": expit,
}
_ARITHMETIC: dict[str, Callable[[Any, Any], Any]] = {
    "+": np.add,
    "*": np.multiply,
    "/": _quotient,
    "**": _power,
}


@dataclass(frozen=True, slots=True)
class Number:
    """A number; from a text always finite and never negative."""

    value: float


@dataclass(frozen=True, slots=True)
class Variable:
    """A variable by its name."""

    name: str


@dataclass(frozen=True, slots=True)
class Apply:
    """`head` applied to `arguments`: + and * take two or more, / and ** two, neg and the functions
    one, pi and e none. A difference is a sum with a neg in it."""

    head: str
    arguments: tuple[Node, ...]


Node = Number | Variable | Apply


def evaluate(node: Node, values: Mapping[str, Any]) -> Any:
    """The value of a tree at `values`, a number or an array for each variable's name."""
    if isinstance(node, Number):
        return node.value
    if isinstance(node, Variable):
        return values[node.name]
    if node.head in CONSTANTS:
        return CONSTANTS[node.head]
    return applied(node.head, [evaluate(argument, values) for argument in node.arguments])


def applied(head: str, arguments: Sequence[Any]) -> Any:
    """An operation or a function applied to the values of its arguments; nan at a pole."""
    if head in _ARITHMETIC:
        return reduce(_ARITHMETIC[head], arguments)
    return np.negative(arguments[0]) if head == "neg" else FUNCTIONS[head](arguments[0])


def nodes(node: Node) -> Iterator[Node]:
    """The node itself and every node below it."""
    yield node
    if isinstance(node, Apply):
        for argument in node.arguments:
            yield from nodes(argument)


def substitute(node: Node, trees: Mapping[str, Node]) -> Node:
    """The tree with trees[name] in the place of every variable of that name."""
    if isinstance(node, Variable):
        return trees[node.name]
    if isinstance(node, Apply):
        return Apply(node.head, tuple(substitute(argument, trees) for argument in node.arguments))
    return node
