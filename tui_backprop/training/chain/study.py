"""The chain rule at one point, as it is studied: what is looked at, and all that may be shown of it.

Values only: a key gives another `ChainStudy`, and `explore` works out what is to be seen of it.
"""

from __future__ import annotations

import math
import shlex
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property, lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from tui_backprop.calculus.chain.limit import Limit, difference_quotients
from tui_backprop.calculus.chain.proof import Proof, prove
from tui_backprop.calculus.chain.vector_function import (
    CHAIN_PRESETS,
    Chain,
    ChainPoint,
    VectorFunction,
    outer_function,
    vector_function,
)
from tui_backprop.calculus.expression import parse_vector
from tui_backprop.calculus.fact import InputError

STEPS = (0.001, 0.01, 0.1, 1.0)


class Pair(NamedTuple):
    """An entry of Jᵀ of "f", "g" or "gf": its input (the row) and its output (the column), from 0."""

    function: str
    input: int
    output: int


FIRST = Pair("gf", 0, 0)


@dataclass(frozen=True)
class ChainStudy:
    """f and g as they were typed, the point x, where `home` goes, and what is looked at.

    `coordinate` (from 0) is the one that `moved` changes, by `step`. `preset` names one of CHAIN_PRESETS, or is "".
    """

    f: str
    g: str
    x: tuple[float, ...]
    home: tuple[float, ...]
    preset: str = ""
    coordinate: int = 0
    step: float = 0.1
    pair: Pair = FIRST

    @classmethod
    def of_preset(cls, name: str = CHAIN_PRESETS[0].name) -> ChainStudy:
        """The study that a preset begins with."""
        preset = next((preset for preset in CHAIN_PRESETS if preset.name == name), None)
        if preset is None:
            raise ValueError(f"there is no preset {name!r}")
        return cls(preset.f, preset.g, preset.x, preset.x, name)

    @property
    def functions(self) -> tuple[str, str, int]:
        """What the derivatives depend on: f, g and the number of inputs."""
        return self.f, self.g, len(self.x)

    @property
    def command(self) -> str:
        """The command line that computes the same without a screen."""
        at = ",".join(repr(value).removesuffix(".0") for value in self.x)
        return shlex.join(["tui-backprop", "chain", "--f", self.f, "--g", self.g, "--at", at])

    def moved(self, steps: int) -> ChainStudy:
        """The chosen coordinate some steps on; in decimals, so that 0.1 and 0.2 make 0.3."""
        x = list(self.x)
        x[self.coordinate] = float(Decimal(repr(x[self.coordinate])) + steps * Decimal(repr(self.step)))
        return replace(self, x=tuple(x))

    def choosing(self, by: int) -> ChainStudy:
        """Another coordinate chosen, round and round."""
        return replace(self, coordinate=(self.coordinate + by) % len(self.x))

    def stepping(self, by: int) -> ChainStudy:
        """A longer or shorter step."""
        return replace(self, step=STEPS[min(max(STEPS.index(self.step) + by, 0), len(STEPS) - 1)])

    def at(self, x: tuple[float, ...]) -> ChainStudy:
        """Another point, of as many numbers."""
        return replace(self, x=x)

    def looking_at(self, pair: Pair) -> ChainStudy:
        """Another entry for the limit."""
        return replace(self, pair=pair)

    def with_functions(self, f: str, g: str) -> ChainStudy:
        """Other functions at the same point, as far as f has its inputs. Raises ExpressionError."""
        inner = vector_function(f)
        Chain(inner, outer_function(g, inner))
        x = (self.x + tuple(float(index + 1) for index in range(len(self.x), inner.inputs)))[: inner.inputs]
        return replace(
            self, f=f, g=g, x=x, home=x, preset="", coordinate=min(self.coordinate, inner.inputs - 1), pair=FIRST
        )


@dataclass(frozen=True, eq=False)
class ChainSnapshot:
    """A study worked out. `limit` is None where the point of its function is not finite, `proof` where there is no
    derivative of the entry `proved`, one of Jᵀ(g∘f) that has to do with the entry that is looked at."""

    study: ChainStudy
    chain: Chain
    point: ChainPoint
    limit: Limit | None
    proved: Pair
    proof: Proof | None

    @property
    def f(self) -> VectorFunction:
        """The inner function."""
        return self.chain.f

    @property
    def g(self) -> VectorFunction:
        """The outer function."""
        return self.chain.g

    def function(self, code: str) -> VectorFunction:
        """What a matrix is the derivative of: "f", "g", else g∘f."""
        return {"f": self.f, "g": self.g}.get(code, self.chain.composed)

    @cached_property
    def zeros(self) -> Mapping[str, NDArray[np.bool_]]:
        """Where Jᵀ of "f", of "g", their product "gf" and the formula of g∘f, "symbolic", are 0 whatever x is."""
        f, g, gf = self.f.zeros.T, self.g.zeros.T, self.chain.composed.zeros.T
        # A sum of products is 0 if each of them has a factor that is.
        return {"f": f, "g": g, "gf": ~((~f).astype(int) @ (~g).astype(int)).astype(bool), "symbolic": gf}


def explore(study: ChainStudy) -> ChainSnapshot:
    """Work a study out. It takes its time at the first call, which loads SymPy, and for other functions.

    Raises ExpressionError for texts that are no functions."""
    chain = _chain(*study.functions)
    proved = proved_by(study)
    point, proof = _point(*study.functions, study.x), _proof(*study.functions, study.x, proved)
    return ChainSnapshot(study, chain, point, _limit(study), proved, proof)


def proved_by(study: ChainStudy) -> Pair:
    """The entry of Jᵀ(g∘f) that the entry looked at has a part in."""
    function, input, output = study.pair
    return Pair("gf", study.coordinate if function == "g" else input, 0 if function == "f" else output)


def read_point(text: str, size: int) -> tuple[float, ...]:
    """The `size` numbers of a text such as "1, 2" or "pi/4, -0.5". Raises InputError."""
    values = tuple(expression(()) for expression in parse_vector(text, ()))
    if len(values) != size:
        raise InputError("expression", "numbers_expected", count=size)
    if not all(map(math.isfinite, values)):
        raise InputError("expression", "number_not_finite")
    return values


# Only what has changed is worked out again: a step of x needs no new derivatives, a look elsewhere no new point.


@lru_cache(maxsize=8)
def _chain(f: str, g: str, inputs: int) -> Chain:
    inner = vector_function(f, inputs)
    return Chain(inner, outer_function(g, inner))


@lru_cache(maxsize=8)
def _point(f: str, g: str, inputs: int, x: tuple[float, ...]) -> ChainPoint:
    return _chain(f, g, inputs).at(x)


@lru_cache(maxsize=8)
def _proof(f: str, g: str, inputs: int, x: tuple[float, ...], pair: Pair) -> Proof | None:
    point = _point(f, g, inputs, x)
    known = math.isfinite(float(point.numerical[pair.input, pair.output]))
    return prove(_chain(f, g, inputs), point.x, pair.input, pair.output) if known else None


def _limit(study: ChainStudy) -> Limit | None:
    return _limit_of(*study.functions, study.x, study.pair)


@lru_cache(maxsize=8)
def _limit_of(f: str, g: str, inputs: int, x: tuple[float, ...], pair: Pair) -> Limit | None:
    chain, point = _chain(f, g, inputs), _point(f, g, inputs, x)
    function = {"f": chain.f, "g": chain.g, "gf": chain.composed}[pair.function]
    start = (point.y if pair.function == "g" else point.x).tolist()
    if not all(map(math.isfinite, start)):
        return None
    return difference_quotients(function.components[pair.output], start, pair.input)
