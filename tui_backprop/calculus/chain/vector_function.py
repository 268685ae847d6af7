"""Vector functions f: R^m -> R^n, their Jacobians (2.1) and the chain rule (2.4), for m, n up to 4.

`Chain` puts the product J_x^T(f) J_y^T(g) beside the derivative of g∘f, which is found twice
without a product of matrices: from the composed expression, and from values of g∘f alone.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

from tui_backprop.calculus.array import Array
from tui_backprop.calculus.chain.limit import Kind, without_derivative
from tui_backprop.calculus.expression import (
    MAX_COMPONENTS,
    Expression,
    ExpressionError,
    Number,
    parse_vector,
)
from tui_backprop.calculus.referee import (
    Referee,
    Verdict,
    Verdicts,
    calculated,
    product,
    reference,
    worst,
)

MAX_SIZE = MAX_COMPONENTS
Texts = tuple[tuple[str, ...], ...]

Doubt = Literal["", "value", "edge", "kink", "large", "formula", "rounding"]
"""Why there is no verdict: y or z is not finite; there is no derivative, on an edge or at a kink; a derivative is too
large for a float; the formula of one has no value, as 0/0; or rounding leaves an entry fewer than nine digits."""


@dataclass(frozen=True)
class VectorFunction:
    """f: R^m -> R^n (definition 2.2): n expressions in the same m variables."""

    components: tuple[Expression, ...]

    @property
    def variables(self) -> tuple[str, ...]:
        """The names of the m variables: x1..xm, or y1..ym for an outer function."""
        return self.components[0].variables

    @property
    def inputs(self) -> int:
        """m, the number of variables."""
        return len(self.variables)

    @property
    def outputs(self) -> int:
        """n, the number of components."""
        return len(self.components)

    def value(self, x: ArrayLike) -> Array:
        """f(x), shape (n,), at x of shape (m,); nan or inf outside of the domain.

        Raises ValueError for another shape."""
        return np.array([component(x) for component in self.components])

    def on_grid(self, x: ArrayLike) -> Array:
        """f at many points: x of shape (m, ...) gives the shape (n, ...). Raises ValueError."""
        return np.stack([component.on_grid(x) for component in self.components])

    def jacobian(self, x: ArrayLike) -> Array:
        """J(f) at x, shape (n, m): J[i, j] = ∂y_i/∂x_j, as in (3.16).

        A row is nan where its component has no finite value, whatever its formula gives there.
        Raises ValueError unless x has the shape (m,)."""
        entries = np.array([[entry(x) for entry in row] for row in self.derivatives])
        entries[~np.isfinite(self.value(x))] = np.nan
        return entries

    def jacobian_transposed(self, x: ArrayLike) -> Array:
        """J^T(f) at x, shape (m, n), one row for each variable (2.1). Raises ValueError."""
        return self.jacobian(x).T

    @cached_property
    def derivatives(self) -> tuple[tuple[Expression, ...], ...]:
        """∂y_i/∂x_j as an expression, in row i and column j."""
        return tuple(tuple(component.derivative(name) for name in self.variables) for component in self.components)

    @cached_property
    def zeros(self) -> NDArray[np.bool_]:
        """Where J(f) is 0 whatever x is, (n, m)."""
        return np.array([[entry.tree == Number(0.0) for entry in row] for row in self.derivatives])

    @property
    def jacobian_texts(self) -> Texts:
        """The entries of J(f) as texts of one line each, n rows of m."""
        return tuple(tuple(str(entry) for entry in row) for row in self.derivatives)

    @property
    def jacobian_transposed_texts(self) -> Texts:
        """The entries of J^T(f) as texts, m rows of n (2.1)."""
        return tuple(zip(*self.jacobian_texts, strict=True))

    def __str__(self) -> str:
        return ", ".join(str(component) for component in self.components)


def vector_function(text: str, inputs: int | None = None) -> VectorFunction:
    """f in x1..xm from a text such as "x1**2 + x2**2, x1*x2".

    m is `inputs`, or else the highest index in the text, at least 1. Raises ExpressionError; a
    ValueError of another kind means that `inputs` is not 1 to 4."""
    names = _names("x", inputs or MAX_SIZE)
    return _read(text, "x", inputs, lambda name, at: ExpressionError("no_such_input", at, text=name, names=names))


def outer_function(text: str, f: VectorFunction) -> VectorFunction:
    """g in y1..yn from a text, where f has n components (2.3). Raises ExpressionError."""
    count, names = f.outputs, _names("y", f.outputs)
    return _read(
        text,
        "y",
        count,
        lambda name, at: ExpressionError("no_such_component", at, text=name, count=count, names=names),
    )


def compose(g: VectorFunction, f: VectorFunction) -> VectorFunction:
    """g∘f: x -> g(f(x)), by substitution (2.3). Raises ValueError unless g takes what f gives."""
    if g.inputs != f.outputs:
        raise ValueError(f"g takes {g.inputs} numbers but f gives {f.outputs}")
    return VectorFunction(tuple(component.substitute(f.components) for component in g.components))


@dataclass(frozen=True, eq=False)
class ChainPoint:
    """The chain rule at one point, for f: R^m -> R^n and g: R^n -> R^q (2.3)-(2.5).

    x (m,), y (n,), z (q,); jt_f (m, n), jt_g (n, q) and their product jt_gf (m, q). `symbolic` and
    `numerical`, (m, q), are J^T(g∘f) without that product: from its formula, and from its values in
    fifty digits and more, nan where they do not settle. The texts are of J^T, entry by entry. A
    difference is the largest |jt_gf - other| / max(1, |other|) over the entries; nan if any is nan.
    """

    x: Array
    y: Array
    z: Array
    jt_f: Array
    jt_g: Array
    jt_gf: Array
    symbolic: Array
    numerical: Array
    jt_f_texts: Texts
    jt_g_texts: Texts
    jt_gf_texts: Texts
    symbolic_difference: float
    numerical_difference: float
    verdicts: Mapping[str, Verdicts]
    """Of each entry of "f", "g", "gf" and "symbolic", beside the derivative from values alone."""
    kinds: Mapping[str, tuple[tuple[Kind, ...], ...]]
    """Whether each entry of "f", "g" and "gf" has a derivative, or why it has none, whatever the formulas give."""

    @property
    def worst_difference(self) -> float:
        """The larger of the two differences, nan if either is."""
        return float(np.maximum(self.symbolic_difference, self.numerical_difference))

    @property
    def finite(self) -> bool:
        """Whether y, z and all derivatives are finite numbers."""
        return all(bool(np.isfinite(array).all()) for array in (self.y, self.z, self.jt_f, self.jt_g, self.jt_gf))

    @property
    def lacks_factors(self) -> bool:
        """Whether the product has no value where g∘f has one and a derivative as well."""
        lacking = np.isnan(self.jt_gf) & np.isfinite(self.numerical)
        return bool(self.doubtful) and bool(lacking.any())

    @property
    def doubt(self) -> Doubt:
        """Why the verdict is "cannot tell", if it is."""
        if self.verdict != "cannot tell":
            return ""
        if not (np.isfinite(self.y).all() and np.isfinite(self.z).all()):
            return "value"
        if self.doubtful:
            return "kink" if any("kink" in row for row in self.kinds[self.doubtful]) else "edge"
        if np.isinf(self.jt_f).any() or np.isinf(self.jt_g).any():
            return "large"
        if np.isnan(self.jt_f).any() or np.isnan(self.jt_g).any():
            return "formula"
        return "rounding" if np.isfinite(self.jt_gf).all() else "large"

    @property
    def doubtful(self) -> str:
        """The first of "f", "g" and "gf" that has no derivative here, or ""."""
        without = (code for code, rows in self.kinds.items() if any("edge" in row or "kink" in row for row in rows))
        return next(without, "")

    @property
    def verdict(self) -> Verdict:
        """On the chain rule: right if every entry of the two factors and of their product is, and wrong
        if any entry is, be it of the formula of g∘f. A formula that only rounds badly proves nothing."""
        if worst(self.verdicts["symbolic"]) == "wrong":
            return "wrong"
        return worst(tuple(row for code in ("f", "g", "gf") for row in self.verdicts[code]))


@dataclass(frozen=True)
class Chain:
    """x -f-> y -g-> z (2.3). Raises ValueError unless g takes what f gives."""

    f: VectorFunction
    g: VectorFunction

    def __post_init__(self) -> None:
        _ = self.composed

    @cached_property
    def composed(self) -> VectorFunction:
        """g∘f, its components in x1..xm."""
        return compose(self.g, self.f)

    def at(self, x: ArrayLike) -> ChainPoint:
        """The chain rule (2.4) at x of shape (m,). Raises ValueError for another shape."""
        point = np.array(x, dtype=np.float64)
        y = self.f.value(point)
        jt_f, jt_g = self.f.jacobian_transposed(point), self.g.jacobian_transposed(y)
        with np.errstate(all="ignore"):
            jt_gf = jt_f @ jt_g
        symbolic = self.composed.jacobian_transposed(point)
        referees = self.referees(point, y)
        found = {"f": jt_f, "g": jt_g, "gf": jt_gf, "symbolic": symbolic}
        numerical = referees["gf"].truth.values
        return ChainPoint(
            x=point,
            y=y,
            z=self.g.value(y),
            jt_f=jt_f,
            jt_g=jt_g,
            jt_gf=jt_gf,
            symbolic=symbolic,
            numerical=numerical,
            jt_f_texts=self.f.jacobian_transposed_texts,
            jt_g_texts=self.g.jacobian_transposed_texts,
            jt_gf_texts=self.composed.jacobian_transposed_texts,
            symbolic_difference=_difference(jt_gf, symbolic),
            numerical_difference=_difference(jt_gf, numerical),
            verdicts={code: referees[code].judge(values) for code, values in found.items()},
            kinds={
                "f": _kinds(self.f, point, referees["f"]),
                "g": _kinds(self.g, y, referees["g"]),
                "gf": _kinds(self.composed, point, referees["gf"]),
            },
        )

    def referees(self, x: Array, y: Array) -> dict[str, Referee]:
        """The referees of Jᵀ at x, (m,), and y, (n,): of "f", "g", their product "gf", and "symbolic", its formula.

        That of g takes y as it is; the product suffers from what y is off by."""
        off = calculated([[component] for component in self.f.components], x).bounds[:, 0]
        f, g = calculated(self.f.derivatives, x).transposed, calculated(self.g.derivatives, y).transposed
        truth = reference((self.f.components, self.g.components), x).transposed
        return {
            "f": Referee(f, reference((self.f.components,), x).transposed),
            "g": Referee(g, reference((self.g.components,), y).transposed),
            "gf": Referee(product(f, calculated(self.g.derivatives, y, off).transposed), truth),
            "symbolic": Referee(calculated(self.composed.derivatives, x).transposed, truth),
        }


@dataclass(frozen=True)
class ChainPreset:
    """A pair f, g worth looking at: its name, both texts, and a point x."""

    name: str
    f: str
    g: str
    x: tuple[float, ...]

    def chain(self) -> Chain:
        """The two functions of the preset."""
        f = vector_function(self.f, inputs=len(self.x))
        return Chain(f, outer_function(self.g, f))


# What is to be seen in each is said by words.
CHAIN_PRESETS = (
    # The article's example 2.2, followed by something worth differentiating.
    ChainPreset(
        "example",
        "x1**2 + x2**2, x1**2 - x2**2, x1*x2",
        "y1*y3 + sin(y2), y1**2 - y2**2 - 4*y3**2",
        (1.0, 2.0),
    ),
    # Polar to Cartesian coordinates, and back.
    ChainPreset("polar", "x1*cos(x2), x1*sin(x2)", "sqrt(y1**2 + y2**2), y2/y1", (2.0, 0.5)),
    # f1 and f2 of the network (3.9), (3.10), with three hidden units.
    ChainPreset(
        "layers",
        "0.5 + 0.8*x1 - 0.3*x2, 0.1 - 0.6*x1 + 0.9*x2, -0.4 + 0.7*x1 + 0.2*x2",
        "1, sigmoid(y1), sigmoid(y2), sigmoid(y3)",
        (1.0, 0.0),
    ),
    # f2 and f3 of the network (3.10), (3.11), with three hidden units.
    ChainPreset(
        "output",
        "1, sigmoid(x1), sigmoid(x2), sigmoid(x3)",
        "sigmoid(0.3*y1 - 0.7*y2 + 0.5*y3 + 0.9*y4)",
        (1.3, -0.5, 0.3),
    ),
    # One variable (1.2).
    ChainPreset("one-variable", "x1**2", "sin(y1)", (0.5,)),
)


def _difference(product: Array, other: Array) -> float:
    with np.errstate(all="ignore"):
        return float(np.max(np.abs(product - other) / np.maximum(1.0, np.abs(other))))


def _kinds(function: VectorFunction, x: Array, referee: Referee) -> tuple[tuple[Kind, ...], ...]:
    """Of each entry of Jᵀ of a function at x, (m,), whether there is a derivative, or why there is none."""
    return tuple(
        tuple(
            without_derivative(component, x, index) if math.isnan(value) else "derivative"
            for component, value in zip(function.components, row, strict=True)
        )
        for index, row in enumerate(referee.truth.values.tolist())
    )


def _names(letter: str, size: int) -> str:
    return ", ".join(_variables(letter, size))


def _variables(letter: str, size: int) -> tuple[str, ...]:
    return tuple(f"{letter}{index + 1}" for index in range(size))


def _read(text: str, letter: str, inputs: int | None, refuse: Callable[[str, int], ExpressionError]) -> VectorFunction:
    if inputs is not None and not 1 <= inputs <= MAX_SIZE:
        raise ValueError(f"a function has 1 to {MAX_SIZE} inputs, not {inputs}")
    components = parse_vector(text, _variables(letter, MAX_SIZE))
    used = frozenset[str]().union(*(component.used for component in components))
    size = inputs or max((int(name[1:]) for name in used), default=1)
    if unknown := used - set(_variables(letter, size)):
        first = next(re.finditer(rf"\b({'|'.join(sorted(unknown))})\b", text))
        raise refuse(first.group(), first.start())
    variables = _variables(letter, size)
    return VectorFunction(tuple(replace(component, variables=variables) for component in components))
