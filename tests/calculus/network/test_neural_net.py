"""The article's class: one cycle worked by hand, and what it refuses."""

import math

import numpy as np
import pytest
from numerical import numerical_jacobian
from numpy.testing import assert_allclose

from tui_backprop.calculus.network.neural_net import NeuralNet


def test_one_cycle_is_what_it_is_on_paper():
    # Sums of ln 3, 0, −ln 3, ln 3 have the sigmoids 3/4, 1/2, 1/4, 3/4; θ2 is chosen so that the output's sum is 0.
    ln3 = math.log(3)
    net = NeuralNet()
    net.set_parameter([[0, ln3, 0], [0, 0, 5], [-ln3, 0, 7], [ln3 / 2, ln3 / 2, -1]], [[-4, 2, -3, 4, 4]])
    error = net.feed_forward([[1], [0]], [[1]])

    assert_allclose(net.x2.ravel(), [ln3, 0, -ln3, ln3], rtol=1e-15)
    assert_allclose(net.x3.ravel(), [1, 3 / 4, 1 / 2, 1 / 4, 3 / 4], rtol=1e-15)
    assert_allclose(net.x4, [[1 / 2]], rtol=1e-15)
    assert error is net.x5
    assert_allclose(error, [[1 / 8]], rtol=1e-15)  # ½ (½ − 1)²

    assert (net.jacobian_f1_x1 == [[ln3, 0], [0, 5], [0, 7], [ln3 / 2, -1]]).all()
    assert (net.jacobian_f1_theta1 == np.kron(np.eye(4), [1, 1, 0])).all()
    slopes = [3 / 16, 4 / 16, 3 / 16, 3 / 16]
    assert_allclose(net.jacobian_f2_x2, np.vstack((np.zeros(4), np.diag(slopes))), rtol=1e-15)
    assert_allclose(net.jacobian_f3_x3, [[-1, 1 / 2, -3 / 4, 1, 1]], rtol=1e-15)  # θ2 / 4
    assert_allclose(net.jacobian_f3_theta2, [[1 / 4, 3 / 16, 1 / 8, 1 / 16, 3 / 16]], rtol=1e-15)  # x3ᵀ / 4
    assert_allclose(net.jacobian_f4_x4, [[-1 / 2]], rtol=1e-15)

    theta1_gradient, theta2_gradient = net.back_propagate()
    assert_allclose(theta2_gradient, [[-1 / 8, -3 / 32, -1 / 16, -1 / 32, -3 / 32]], rtol=1e-15)
    # −½ · θ2[i] / 4 · slope, for the bias and for the input that is 1; 0 for the input that is 0.
    through = [-1 / 2 * 2 / 4 * 3 / 16, -1 / 2 * -3 / 4 * 4 / 16, -1 / 2 * 4 / 4 * 3 / 16, -1 / 2 * 4 / 4 * 3 / 16]
    assert_allclose(theta1_gradient, [[g, g, 0] for g in through], rtol=1e-15)

    net.update_parameter(lr=2)
    assert_allclose(net.theta2, [[-4 + 1 / 4, 2 + 3 / 16, -3 + 1 / 8, 4 + 1 / 16, 4 + 3 / 16]], rtol=1e-15)
    assert_allclose(net.theta1[:, 2], [0, 5, 7, -1], rtol=0)
    assert_allclose(net.theta1[:, 0], [3 / 32, -3 / 16, -ln3 + 3 / 16, ln3 / 2 + 3 / 16], rtol=1e-15)


def test_the_learning_rate_is_two_hundredths_unless_another_is_given():
    nets = [NeuralNet(), NeuralNet()]
    for net in nets:
        net.set_parameter(np.ones((4, 3)), np.ones((1, 5)))
        net.feed_forward([[1], [1]], [[0]])
    nets[0].update_parameter()
    nets[1].update_parameter(lr=0.02)
    assert (nets[0].theta1 == nets[1].theta1).all()
    assert (nets[0].theta1 != 1).all()


@pytest.mark.parametrize(("inputs", "hidden"), [(2, 1), (2, 4), (3, 5), (4, 16)])
def test_the_gradients_are_those_of_numerical_differentiation_at_other_sizes(inputs, hidden):
    random = np.random.RandomState(1)
    theta1, theta2 = random.randn(hidden, inputs + 1), random.randn(1, hidden + 1)
    x, y = random.rand(inputs, 1), [[1]]
    net = NeuralNet(inputs, hidden)

    def error(theta1, theta2):
        net.set_parameter(theta1, theta2)
        return net.feed_forward(x, y)

    by_theta1 = numerical_jacobian(lambda theta: error(theta, theta2), theta1).reshape(theta1.shape)
    by_theta2 = numerical_jacobian(lambda theta: error(theta1, theta), theta2)
    error(theta1, theta2)
    gradients = net.back_propagate()
    assert_allclose(gradients[0], by_theta1, rtol=1e-7, atol=1e-10)
    assert_allclose(gradients[1], by_theta2, rtol=1e-7, atol=1e-10)


@pytest.mark.parametrize(
    ("call", "given", "needed"),
    [
        (lambda net: net.set_parameter(np.ones((3, 4)), np.ones((1, 5))), "theta1 has the shape (3, 4)", "(4, 3)"),
        (lambda net: net.set_parameter(np.ones((4, 3)), np.ones(5)), "theta2 has the shape (5,)", "(1, 5)"),
        (lambda net: net.feed_forward([1, 0], [[1]]), "x has the shape (2,)", "(2, 1)"),
        (lambda net: net.feed_forward([[1], [0]], 1), "y has the shape ()", "(1, 1)"),
    ],
)
def test_a_wrong_shape_is_refused_with_both_shapes_and_changes_nothing(call, given, needed):
    net = NeuralNet()
    before = {name: np.copy(value) for name, value in vars(net).items()}
    with pytest.raises(ValueError) as refusal:  # noqa: PT011
        call(net)
    assert given in str(refusal.value)
    assert needed in str(refusal.value)
    for name, value in before.items():
        assert (getattr(net, name) == value).all(), name


@pytest.mark.parametrize(("inputs", "hidden"), [(0, 4), (2, 0), (-1, 4)])
def test_a_network_without_units_is_refused(inputs, hidden):
    with pytest.raises(ValueError, match=f"not {inputs} and {hidden}"):
        NeuralNet(inputs, hidden)


def test_whole_numbers_are_taken_as_float64():
    net = NeuralNet()
    net.set_parameter(np.ones((4, 3), dtype=int), np.ones((1, 5), dtype=int))
    net.feed_forward(np.array([[1], [0]]), np.array([[1]]))
    net.update_parameter()
    for name in ("theta1", "theta2", "x1", "x2", "x5", "tx1", "jacobian_f1_theta1"):
        assert getattr(net, name).dtype == np.float64, name
    assert net.theta1[0, 0] != 1


def test_what_is_handed_in_is_copied():
    theta1, theta2, x, y = np.ones((4, 3)), np.ones((1, 5)), np.ones((2, 1)), np.ones((1, 1))
    net = NeuralNet()
    net.set_parameter(theta1, theta2)
    net.feed_forward(x, y)
    for array in (theta1, theta2, x, y):
        array[:] = 99
    assert (net.theta1 == 1).all()
    assert (net.theta2 == 1).all()
    assert (net.x1 == 1).all()
    assert (net.tx1 == 1).all()


def test_an_update_leaves_older_parameters_and_gradients_alone():
    net = NeuralNet()
    net.set_parameter(np.ones((4, 3)), np.ones((1, 5)))
    net.feed_forward([[1], [1]], [[0]])
    before, gradient = net.theta1, net.back_propagate()[0]
    kept = gradient.copy()
    net.update_parameter()
    assert (before == 1).all()
    assert (gradient == kept).all()
    assert_allclose(net.theta1, 1 - 0.02 * kept, rtol=1e-15)


@pytest.mark.parametrize("size", [1e3, 1e154, 1e300, 1.7e308])
@pytest.mark.parametrize("sign", [1, -1])
def test_huge_parameters_and_rates_give_no_warning(size, sign):
    # Warnings are errors in these tests.
    net = NeuralNet()
    theta = np.full((4, 3), sign * size)
    theta[::2] *= -1
    net.set_parameter(theta, np.full((1, 5), sign * size))
    for _ in range(3):
        for x, y in [((0, 0), 0), ((0, 1), 1), ((1, 0), 1), ((1, 1), 0)]:
            net.feed_forward(np.reshape(x, (2, 1)), [[y]])
            net.update_parameter(lr=1e308)
    assert np.isnan(net.x5).all() or 0 <= net.x5[0, 0] <= 0.5


@pytest.mark.parametrize("lr", [1e-300, 1.0, 1e3, 1e100, 1e308])
def test_no_learning_rate_gives_a_warning(lr):
    random = np.random.RandomState(0)
    net = NeuralNet()
    net.set_parameter(random.rand(4, 3), random.rand(1, 5))
    for _ in range(5):
        for x, y in [((0, 0), 0), ((0, 1), 1), ((1, 0), 1), ((1, 1), 0)]:
            net.feed_forward(np.reshape(x, (2, 1)), [[y]])
            net.update_parameter(lr)
    assert net.x4.shape == (1, 1)
