"""The tree of an expression: numbers, variables and what is applied to them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import reduce
from typing import Any

import numpy as np
from scipy.special import expit

FUNCTIONS: dict[str, Callable[[Any], Any]] = {
    "sin": np.sin,
    "cos": np.cos,
    "tan": np.tan,
    "exp": np.exp,
    "log": np.log,
    "sqrt": np.sqrt,
    "tanh": np.tanh,
    "sigmoid": expit,
}
CONSTANTS = {"pi": float(np.pi), "e": float(np.e)}

_ARITHMETIC: dict[str, Callable[[Any, Any], Any]] = {
    "+": np.add,
    "*": np.multiply,
    "/": np.divide,
    "**": np.power,
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
    arguments = [evaluate(argument, values) for argument in node.arguments]
    if node.head in _ARITHMETIC:
        return reduce(_ARITHMETIC[node.head], arguments)
    return np.negative(arguments[0]) if node.head == "neg" else FUNCTIONS[node.head](arguments[0])


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
