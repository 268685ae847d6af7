"""A real expression in named variables: its values, its derivatives and what it is composed of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from tui_backprop.calculus.array import Array
from tui_backprop.calculus.expression.printer import written
from tui_backprop.calculus.expression.symbolic import from_symbolic, symbolic
from tui_backprop.calculus.expression.tree import Node, Number, Variable, evaluate, nodes, substitute


@dataclass(frozen=True)
class Expression:
    """A real expression in the `variables`, m of them: the `text` as typed and its `tree`."""

    text: str
    variables: tuple[str, ...]
    tree: Node

    def __call__(self, values: ArrayLike) -> float:
        """The value at one point, `values` of shape (m,); nan or inf outside of the domain.

        Raises ValueError for another shape."""
        array = np.asarray(values, dtype=np.float64)
        if array.ndim != 1:
            raise ValueError(f"one point has the shape ({len(self.variables)},), not {array.shape}")
        return float(self.on_grid(array))

    def on_grid(self, values: ArrayLike) -> Array:
        """The values at many points at once: `values` (m, ...) gives an array of the shape (...).

        `values[i]` holds variable number i. Raises ValueError unless m is the first size."""
        array = np.asarray(values, dtype=np.float64)
        if array.shape[:1] != (len(self.variables),):
            names = ", ".join(self.variables)
            raise ValueError(f"the first size is one for each of {names}, not {array.shape}")
        with np.errstate(all="ignore"):
            result = evaluate(self.tree, dict(zip(self.variables, array, strict=True)))
        return np.array(np.broadcast_to(result, array.shape[1:]), dtype=np.float64)

    @property
    def used(self) -> frozenset[str]:
        """The names of the variables that occur in the tree."""
        return frozenset(node.name for node in nodes(self.tree) if isinstance(node, Variable))

    def symbolic(self) -> Any:
        """The expression in SymPy, built node by node.

        Its sin, exp, … have their derivatives but stay as they are written; `.doit()` replaces them
        by SymPy's own, which evaluate and simplify themselves."""
        return symbolic(self.tree)

    def derivative(self, variable: str) -> Expression:
        """The partial derivative by `variable`, by SymPy. Raises ValueError for another name."""
        import sympy

        if variable not in self.variables:
            raise ValueError(f"{variable} is not among the variables {', '.join(self.variables)}")
        derivative = self.symbolic().diff(sympy.Symbol(variable))
        return self.with_tree(from_symbolic(derivative, decimal=_has_decimals(self.tree)))

    def substitute(self, values: Sequence[Expression]) -> Expression:
        """The expression with values[i] in the place of variable number i (2.3).

        Raises ValueError unless there is one value for each variable."""
        if len(values) != len(self.variables):
            raise ValueError(f"{len(values)} values for the {len(self.variables)} variables")
        trees = dict(zip(self.variables, (value.tree for value in values), strict=True))
        return values[0].with_tree(substitute(self.tree, trees))

    def with_tree(self, tree: Node) -> Expression:
        """An expression in the same variables whose text is written from its tree."""
        return Expression(written(tree), self.variables, tree)

    def __str__(self) -> str:
        return written(self.tree)


def _has_decimals(tree: Node) -> bool:
    return any(isinstance(node, Number) and not node.value.is_integer() for node in nodes(tree))
