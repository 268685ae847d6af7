"""The verdicts on the chain rule: never wrong, and "cannot tell" where nothing can be told."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from random_chains import Tally, random_chains

from tui_backprop.calculus.chain.vector_function import (
    CHAIN_PRESETS,
    Chain,
    ChainPoint,
    ChainPreset,
    outer_function,
    vector_function,
)
from tui_backprop.calculus.referee import RESOLUTION, reference, vanishing


def chain(f: str, g: str, inputs: int) -> Chain:
    inner = vector_function(f, inputs)
    return Chain(inner, outer_function(g, inner))


def at(f: str, g: str, *x: float) -> ChainPoint:
    return chain(f, g, len(x)).at(x)


@pytest.mark.parametrize(
    ("f", "g", "x", "jt_gf"),
    [
        ("x1, x2", "y1**2 + y2**2", (3000.0, 0.0), [[6000.0], [0.0]]),
        ("x1", "pi**16", (1.0,), [[0.0]]),
        ("x1", "sin(1000000*y1)", (1.0,), [[936752.1275331447]]),
        ("sqrt(x1)", "y1", (1e-6,), [[500.0]]),
        ("x1", "1e-40*y1", (1.0,), [[1e-40]]),
        ("x1", "cos(1e-40*y1)", (1.0,), [[-1e-80]]),
        ("1e10*x1", "y1**16", (3000.0,), [[16 * 1e160 * 3000.0**15]]),
    ],
)
def test_what_is_right_is_called_right(f: str, g: str, x: tuple[float, ...], jt_gf: Any) -> None:
    point = at(f, g, *x)
    np.testing.assert_allclose(point.jt_gf, jt_gf, rtol=1e-8)
    assert point.verdict == "right"


@pytest.mark.parametrize("preset", CHAIN_PRESETS, ids=lambda preset: preset.name)
def test_the_presets_are_right_at_their_point_and_around_it(preset: ChainPreset) -> None:
    pair = preset.chain()
    for step in (0.0, 0.1, -0.37):
        assert pair.at(np.array(preset.x) + step).verdict == "right"


@pytest.mark.parametrize(
    ("f", "g", "x"),
    [
        ("1/(1/x1)", "y1", (0.0,)),
        ("log(x1)", "y1", (-1.0,)),
        ("sqrt(x1**2)", "y1", (0.0,)),
        ("x1", "exp(y1)", (1e4,)),
    ],
)
def test_without_a_derivative_there_is_no_verdict(f: str, g: str, x: tuple[float, ...]) -> None:
    point = at(f, g, *x)
    assert not point.finite
    assert np.isnan(point.jt_f).any() or not np.isfinite(point.z).all()
    assert point.verdict == "cannot tell"


@pytest.mark.parametrize(
    ("f", "g", "x", "doubt", "of"),
    [
        ("sqrt(x1**2)", "y1**2", 0.0, "kink", "f"),
        ("x1", "sqrt(y1**2)", 0.0, "kink", "g"),
        ("sqrt(x1)", "y1", 0.0, "edge", "f"),
        ("x1**2", "sqrt(y1)", 0.0, "edge", "g"),
        ("sqrt(x1)*sqrt(x1)*x1", "y1", 0.0, "edge", "f"),
        ("log(x1)", "y1", -1.0, "value", ""),
        ("1e200*x1", "1e200*y1", 1.0, "value", ""),
        ("1e200*x1", "1e200*(y1 - 1e200)", 1.0, "large", ""),
        ("sqrt(x1**4)", "y1", 0.0, "formula", ""),
        ("x1", "sigmoid(y1)", 40.0, "rounding", ""),
        ("x1", "y1", 1.0, "", ""),
    ],
)
def test_why_there_is_no_verdict_is_told_apart(f: str, g: str, x: float, doubt: str, of: str) -> None:
    point = at(f, g, x)
    assert (point.doubt, point.doubtful) == (doubt, of)


@pytest.mark.parametrize(("f", "zero"), [("x1**2 - 2*x1*x1 + x1**2", True), ("1 - x1/3*3 + 1e-20", False)])
def test_what_is_zero_is_told_from_what_is_small(f: str, zero: bool) -> None:
    assert vanishing([vector_function(f).components], np.array([1.0])) == (zero,)


def test_a_function_with_a_pole_on_the_way_has_no_value() -> None:
    assert np.isnan(vector_function("1/(1/x1)").value((0.0,))).all()
    assert np.isnan(vector_function("1/(1/x1)").jacobian((0.0,))).all()


@pytest.mark.parametrize(
    ("f", "g", "x"),
    [
        ("x1", "sigmoid(y1)", (40.0,)),  # 1 - y is 0 in floating point, and the derivative 4e-18
        ("1e12*x1/3", "sin(y1)", (1.0,)),  # y is off by more than sin allows
        ("x1/3", "sin(y1) - y1", (1e-4,)),  # cos - 1 has lost nine of its digits
        ("sqrt(x1)*sqrt(x1)*x1", "y1", (0.0,)),  # a derivative from one side only
    ],
)
def test_where_floating_point_cannot_tell_there_is_no_verdict(f: str, g: str, x: tuple[float, ...]) -> None:
    point = at(f, g, *x)
    assert point.finite
    assert point.verdict == "cannot tell"


@pytest.mark.parametrize("preset", CHAIN_PRESETS, ids=lambda preset: preset.name)
def test_every_entry_made_wrong_by_a_billionth_is_caught(preset: ChainPreset) -> None:
    pair = preset.chain()
    point = pair.at(np.array(preset.x) + 0.01)
    referees = pair.referees(point.x, point.y)
    tried = 0
    matrices = {"f": point.jt_f, "g": point.jt_g, "gf": point.jt_gf, "symbolic": point.symbolic}
    for code, values in matrices.items():
        for i, k in np.ndindex(values.shape):
            if referees[code].truth.values[i, k] == 0:
                continue
            for factor in (1 + RESOLUTION, 1 - RESOLUTION):
                mutated = values.copy()
                mutated[i, k] *= factor
                assert referees[code].judge(mutated)[i][k] == "wrong"
                tried += 1
    assert tried >= 4


def test_a_wrong_factor_makes_the_whole_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    pair = chain("x1**2, x1*x2", "y1 + y2, y1*y2", 2)
    right = type(pair.f).jacobian_transposed

    def wrong(self: Any, x: Any) -> Any:
        return right(self, x) * (1 + RESOLUTION * (self is pair.f))

    monkeypatch.setattr(type(pair.f), "jacobian_transposed", wrong)
    assert pair.at((2, 3)).verdict == "wrong"


@pytest.mark.parametrize(
    ("text", "x", "derivative"),
    [
        ("log(x1)", 1e-4, 1e4),
        ("log(x1)", 1e-300, 1e300),
        ("1/x1", 1e-3, -1e6),
        ("x1**3", 1e5, 3e10),
        ("sigmoid(100*x1)", 0.0, 25.0),
        ("x1", 0.0, 1.0),
        ("2", 1.0, 0.0),
        ("x1**3", 0.0, 0.0),
        ("x1**2", 0.0, 0.0),
        ("x1**16", 1e200, np.inf),
        ("tanh(2*x1)", 40.0, 8 * np.exp(-160.0)),
        ("log(x1)", -1.0, np.nan),
        ("sqrt(x1)", 0.0, np.nan),
        ("x1**1.5", 0.0, np.nan),
        ("sqrt(x1**2)", 0.0, np.nan),
        ("sqrt(x1**2)", 1e-30, 1.0),
        ("sqrt(x1**2 + 1e-80)", 1e-45, 1e-5),
    ],
)
def test_the_referee_copes_beside_poles_and_edges(text: str, x: float, derivative: float) -> None:
    found = reference([vector_function(text).components], np.array([x]))
    np.testing.assert_allclose(found.values, [[derivative]], rtol=1e-9)


def test_over_random_chains_no_verdict_is_wrong() -> None:
    tally = Tally()
    for pair, x in random_chains(seed=5, count=40):
        tally.take(pair, x)
    assert tally.faults == []
    assert tally.entries["right"] > 100
    assert tally.caught > 0.9 * tally.mutated > 300
