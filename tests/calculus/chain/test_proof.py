"""The proof of the chain rule with numbers, beside rests worked out by hand."""

from __future__ import annotations

import math

import numpy as np
import pytest

from tui_backprop.calculus.chain.proof import Proof, prove
from tui_backprop.calculus.chain.vector_function import CHAIN_PRESETS, Chain, outer_function, vector_function


def proof(f: str, g: str, *x: float, input: int = 0, output: int = 0) -> Proof | None:
    inner = vector_function(f, len(x))
    return prove(Chain(inner, outer_function(g, inner)), np.array(x), input, output)


def test_the_rests_of_two_squares_are_those_worked_out_by_hand() -> None:
    # f = x², g = y² at 3: k = 6h + h², o(h) = h², g'(y)·o(h) = 18h², o(k) = k².
    found = proof("x1**2", "y1**2", 3.0)
    assert found is not None
    for row in found.rows:
        k = 6 * row.h + row.h**2
        assert row.k == pytest.approx(k, rel=1e-12)
        assert row.k_by_h == pytest.approx(6 + row.h, rel=1e-12)
        assert row.rest_of_f == pytest.approx(18 * row.h, rel=1e-12)
        assert row.rest_of_g == pytest.approx(k**2 / row.h, rel=1e-12)
        assert row.left_over == pytest.approx(18 * row.h + k**2 / row.h, rel=1e-12)
    assert found.bound == 7.0


@pytest.mark.parametrize("preset", CHAIN_PRESETS, ids=lambda preset: preset.name)
def test_what_is_left_over_goes_to_0_with_h(preset) -> None:
    chain = preset.chain()
    for input in range(chain.f.inputs):
        for output in range(chain.g.outputs):
            found = prove(chain, np.array(preset.x), input, output)
            assert found is not None
            assert found.rows[-1].left_over <= 1e-6 * (1 + found.rows[0].left_over)
            assert all(row.k <= found.bound * row.h * (1 + 1e-12) for row in found.rows)


def test_the_rests_add_up_to_what_is_left_over_of_the_composed_function() -> None:
    # g∘f = sin(x²) at 0.5 has the derivative cos(0.25).
    found = proof("x1**2", "sin(y1)", 0.5)
    assert found is not None
    row = found.rows[1]
    left = math.sin(0.6**2) - math.sin(0.25) - math.cos(0.25) * 0.1
    assert row.left_over == pytest.approx(abs(left) / 0.1, rel=1e-9)


def test_where_there_is_no_derivative_there_is_no_proof() -> None:
    assert proof("log(x1)", "y1", -1.0) is None
    assert proof("sqrt(x1)", "y1", 0.0) is None


def test_a_step_that_leaves_the_domain_has_no_numbers() -> None:
    found = proof("log(1 - x1)", "y1", 0.5)
    assert found is not None
    assert math.isnan(found.rows[0].k)
    assert math.isfinite(found.rows[1].k)
    assert math.isfinite(found.bound)
