"""The sigmoid of arrays against mpmath."""

import mpmath
import numpy as np
import pytest

from tui_backprop.calculus.network import kernel
from tui_backprop.calculus.sigmoid import s, s_of_picture


def test_it_is_the_sigmoid_to_the_last_digit_but_one_wherever_it_has_a_normal_value():
    z = np.concatenate((np.linspace(-708, 708, 1417), np.random.RandomState(0).normal(0, 4, 1000), [0.0, -0.0]))
    with mpmath.workprec(200):
        exact = np.array([float(1 / (1 + mpmath.exp(-mpmath.mpf(value)))) for value in z.tolist()])
    assert np.max(np.abs(s(z) - exact) / exact) < 4e-16


@pytest.mark.filterwarnings("error")
def test_far_out_it_is_next_to_zero_and_one_without_a_warning_and_no_number_stays_none():
    with np.errstate(all="raise", under="ignore"):
        low = kernel.sigmoid(-709.0)
        assert s(np.array([-np.inf, -1e300, 1e300, np.inf])).tolist() == [low, low, 1, 1]
        assert np.isnan(s(np.array([np.nan]))).all()


def test_its_bits_are_those_of_the_kernel():
    z = np.concatenate((np.linspace(-1000, 1000, 2001), np.random.RandomState(1).normal(0, 4, 1000), [0.0, -0.0]))
    assert s(z).tolist() == [kernel.sigmoid(value) for value in z.tolist()]


def test_the_shape_stays():
    assert s(np.zeros((3, 2))).shape == (3, 2)


def test_that_of_a_picture_has_six_digits_in_single_precision():
    z = np.linspace(-80, 80, 1601)
    found = s_of_picture(z.astype(np.float32))
    assert found.dtype == np.float32
    assert np.max(np.abs(found / s(z.astype(np.float32).astype(np.float64)) - 1)) < 1e-6
