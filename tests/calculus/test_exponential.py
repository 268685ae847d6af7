"""The kernels' own exponential and sigmoid, against mpmath at 200 bits."""

import math

import mpmath
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui_backprop.calculus import exponential
from tui_backprop.calculus.exponential import ENTRIES, POWERS, SHIFT, one_plus_exp, power_of_two
from tui_backprop.calculus.network import kernel

EDGE = 4e-16


@pytest.fixture(autouse=True)
def _many_bits():
    with mpmath.workprec(200):
        yield


def relative_error(value, truth):
    return abs((mpmath.mpf(value) - truth) / truth)


def true_sigmoid(z):
    return 1 / (1 + mpmath.exp(-mpmath.mpf(z)))


def test_every_entry_of_the_table_is_the_float_nearest_to_its_power_of_two():
    assert list(POWERS) == [float(mpmath.mpf(2) ** (mpmath.mpf(k) / ENTRIES)) for k in range(ENTRIES)]


def test_the_constants_are_what_they_say():
    entry = mpmath.log(2) / ENTRIES
    assert float(1 / entry) == exponential.PER_ENTRY
    assert float(entry - mpmath.mpf(exponential.ENTRY_HIGH)) == exponential.ENTRY_LOW
    assert math.ldexp(int(math.ldexp(float(entry), 32 + 11)), -32 - 11) == exponential.ENTRY_HIGH
    assert all(math.fmod(k * exponential.ENTRY_HIGH, exponential.ENTRY_HIGH) == 0 for k in (3, 2**20 + 1, 2**21 - 1))


def test_an_ever_finer_grid_of_the_sigmoid_is_within_4e_16_of_the_truth():
    random = np.random.RandomState(0)
    for low, high in [(-708, 708), (-708, -700), (-40, 40), (-4, 4), (-0.01, 0.01), (-1e-9, 1e-9)]:
        for z in random.uniform(low, high, 2_000).tolist():
            assert relative_error(kernel.sigmoid(z), true_sigmoid(z)) < EDGE, z


@settings(max_examples=1_000, deadline=None)
@given(st.floats(-708, 708))
def test_any_sigmoid_is_within_4e_16_of_the_truth(z):
    with mpmath.workprec(200):
        assert relative_error(kernel.sigmoid(z), true_sigmoid(z)) < EDGE


@settings(max_examples=300, deadline=None)
@given(st.integers(-1021 * ENTRIES, 1023 * ENTRIES), st.sampled_from([-0.5, -0.4999, 0.0, 0.4999, 0.5]))
def test_where_one_entry_of_the_table_follows_another_the_sum_is_as_true_as_elsewhere(k, beside):
    y = float((k + beside) * math.log(2) / ENTRIES)
    if -708 <= y <= 709:
        with mpmath.workprec(200):
            assert relative_error(one_plus_exp(y), 1 + mpmath.exp(mpmath.mpf(y))) < EDGE


def test_the_power_of_two_is_exact_at_whole_exponents():
    for exponent in range(-1022, 1024):
        assert power_of_two(SHIFT + exponent * ENTRIES) == math.ldexp(1.0, exponent)


@settings(max_examples=200, deadline=None)
@given(st.floats(-1e308, 1e308))
def test_the_sigmoid_lies_between_0_and_1_and_mirrors(z):
    value = kernel.sigmoid(z)
    assert 0 < value <= 1
    assert math.isclose(value + kernel.sigmoid(-z), 1, rel_tol=1e-15)


def test_the_sigmoid_far_below_is_its_value_at_minus_709():
    with mpmath.workprec(200):
        assert kernel.sigmoid(-709.0) == pytest.approx(float(true_sigmoid(-709)), rel=EDGE)
    assert kernel.sigmoid(0.0) == 0.5
    assert kernel.sigmoid(-710.0) == kernel.sigmoid(-709.0) == kernel.sigmoid(-math.inf) > 0
    assert kernel.sigmoid(math.inf) == kernel.sigmoid(709.0) == 1
    assert math.isnan(kernel.sigmoid(math.nan))
