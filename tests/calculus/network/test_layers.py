"""Every explicit Jacobian against numerical differentiation, at every size of network."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numerical import numerical_jacobian
from numpy.testing import assert_allclose

from tui_backprop.calculus.network import kernel, layers
from tui_backprop.calculus.network.quantities import QUANTITIES
from tui_backprop.calculus.network.structure import structural_zeros

SIZES = [(inputs, hidden) for inputs in (2, 3, 4) for hidden in range(1, 17)]
NUMBERS = st.floats(-4, 4)
FEW = settings(max_examples=8, deadline=None)


def close(explicit, numerical):
    assert explicit.dtype == np.float64
    assert_allclose(explicit, numerical, rtol=1e-7, atol=1e-9)


@pytest.mark.parametrize(("inputs", "hidden"), SIZES)
def test_the_jacobians_of_f1_are_those_of_numerical_differentiation(inputs, hidden):
    @FEW
    @given(
        arrays(np.float64, (hidden, inputs + 1), elements=NUMBERS), arrays(np.float64, (inputs, 1), elements=NUMBERS)
    )
    def check(theta1, x1):
        close(layers.jacobian_f1_x1(theta1), numerical_jacobian(lambda x: layers.f1(theta1, x), x1))
        numerical = numerical_jacobian(lambda theta: layers.f1(theta, x1), theta1)
        close(layers.jacobian_f1_theta1(x1, hidden), numerical)

    check()


@pytest.mark.parametrize("hidden", range(1, 17))
def test_the_jacobian_of_f2_is_that_of_numerical_differentiation(hidden):
    @FEW
    @given(arrays(np.float64, (hidden, 1), elements=NUMBERS))
    def check(x2):
        close(layers.jacobian_f2_x2(layers.f2(x2)), numerical_jacobian(layers.f2, x2))

    check()


@pytest.mark.parametrize("hidden", range(1, 17))
def test_the_jacobians_of_f3_are_those_of_numerical_differentiation(hidden):
    @FEW
    @given(
        arrays(np.float64, (1, hidden + 1), elements=NUMBERS), arrays(np.float64, (hidden, 1), elements=st.floats(0, 1))
    )
    def check(theta2, s):
        x3 = np.concatenate((np.ones((1, 1)), s))
        x4 = layers.f3(theta2, x3)
        close(layers.jacobian_f3_x3(theta2, x4), numerical_jacobian(lambda x: layers.f3(theta2, x), x3))
        close(layers.jacobian_f3_theta2(x3, x4), numerical_jacobian(lambda theta: layers.f3(theta, x3), theta2))

    check()


@settings(max_examples=20, deadline=None)
@given(st.floats(0, 1), st.sampled_from([0.0, 1.0]))
def test_the_jacobian_of_f4_is_that_of_numerical_differentiation(output, label):
    x4, tx1 = np.array([[output]]), np.array([[label]])
    close(layers.jacobian_f4_x4(x4, tx1), numerical_jacobian(lambda x: layers.f4(x, tx1), x4))


@pytest.mark.parametrize(("inputs", "hidden"), SIZES)
def test_the_folded_chain_product_is_the_gradient_of_the_whole_network(inputs, hidden):
    random = np.random.RandomState(100 * inputs + hidden)
    theta1, theta2 = random.randn(hidden, inputs + 1), random.randn(1, hidden + 1)
    x1, tx1 = random.rand(inputs, 1), np.array([[1.0]])

    def error(theta1, theta2):
        return layers.f4(layers.f3(theta2, layers.f2(layers.f1(theta1, x1))), tx1)

    x3 = layers.f2(layers.f1(theta1, x1))
    x4 = layers.f3(theta2, x3)
    head = layers.jacobian_f4_x4(x4, tx1)
    row = head @ layers.jacobian_f3_x3(theta2, x4) @ layers.jacobian_f2_x2(x3) @ layers.jacobian_f1_theta1(x1, hidden)
    close(row, numerical_jacobian(lambda theta: error(theta, theta2), theta1))
    close(
        head @ layers.jacobian_f3_theta2(x3, x4),
        numerical_jacobian(lambda theta: error(theta1, theta), theta2),
    )
    folded = row.reshape(hidden, inputs + 1)
    for i, j in np.ndindex(folded.shape):
        step = np.zeros_like(theta1)
        step[i, j] = 1e-6
        slope = (error(theta1 + step, theta2) - error(theta1 - step, theta2)) / 2e-6
        assert_allclose(folded[i, j], slope[0, 0], rtol=1e-5, atol=1e-9)


@pytest.mark.parametrize(("inputs", "hidden"), SIZES)
def test_shapes_and_structural_zeros_are_those_of_the_notation_table(inputs, hidden):
    random = np.random.RandomState(0)
    theta1, theta2 = random.rand(hidden, inputs + 1) + 0.1, random.rand(1, hidden + 1) + 0.1
    x1, tx1 = random.rand(inputs, 1) + 0.1, np.array([[0.0]])
    x2 = layers.f1(theta1, x1)
    x3 = layers.f2(x2)
    x4 = layers.f3(theta2, x3)
    found = {
        "x2": x2,
        "x3": x3,
        "x4": x4,
        "x5": layers.f4(x4, tx1),
        "jacobian_f1_x1": layers.jacobian_f1_x1(theta1),
        "jacobian_f1_theta1": layers.jacobian_f1_theta1(x1, hidden),
        "jacobian_f2_x2": layers.jacobian_f2_x2(x3),
        "jacobian_f3_x3": layers.jacobian_f3_x3(theta2, x4),
        "jacobian_f3_theta2": layers.jacobian_f3_theta2(x3, x4),
        "jacobian_f4_x4": layers.jacobian_f4_x4(x4, tx1),
    }
    for code, array in found.items():
        assert array.shape == QUANTITIES[code].shape(inputs, hidden), code
        # No generic number is zero here: what is zero is so by structure.
        assert ((array == 0) == structural_zeros(code, inputs, hidden)).all(), code


def test_the_jacobian_of_f1_for_theta1_is_four_blocks_of_one_and_the_sample():
    expected = np.zeros((4, 12))
    for unit in range(4):
        expected[unit, 3 * unit : 3 * unit + 3] = [1, 5, 7]
    assert (layers.jacobian_f1_theta1(np.array([[5.0], [7.0]]), 4) == expected).all()


def test_the_jacobians_share_no_memory_with_the_parameters():
    theta1 = np.ones((4, 3))
    layers.jacobian_f1_x1(theta1)[:] = 9
    assert (theta1 == 1).all()


def test_saturated_sums_give_the_ends_and_no_warning():
    x3 = layers.f2(np.array([[-1e308], [1e308]]))
    least = kernel.sigmoid(-709.0)  # no sigmoid is less
    assert x3.ravel().tolist() == [1, least, 1]
    assert layers.jacobian_f2_x2(x3).max() == least


def test_the_referee_knows_a_jacobian_worked_by_hand():
    # y = (x1 x2, x1², 3 x2) at (2, 5)
    found = numerical_jacobian(
        lambda x: np.array([[x[0, 0] * x[1, 0]], [x[0, 0] ** 2], [3 * x[1, 0]]]), np.array([[2.0], [5.0]])
    )
    assert_allclose(found, [[5, 2], [4, 0], [0, 3]], rtol=1e-9, atol=1e-9)
