"""The article's own run by the article's class: the known errors, and those of the kernel."""

import numpy as np
import pytest
from numpy.testing import assert_allclose

from tui_backprop.calculus.network import kernel
from tui_backprop.calculus.network.neural_net import NeuralNet
from tui_backprop.calculus.network.truth_table import truth_table

# The matrices take nine seconds for it: one worker runs it once for all who ask.
pytestmark = pytest.mark.xdist_group("the article's run")


def article_script(iterations):
    """The training script at the end of section 3.4, its random numbers seeded with 0 and its np.float gone.

    The network after it and the errors, a row for each iteration.
    """
    random = np.random.RandomState(0)
    net = NeuralNet()
    theta1 = random.rand(4, 3)
    theta2 = random.rand(1, 5)
    net.set_parameter(theta1, theta2)
    errors = np.empty((iterations, 4))
    for i in range(iterations):
        x1 = np.array([[0], [0]])
        y = np.array([[0]])
        e1 = net.feed_forward(x1, y)[0, 0]
        net.back_propagate()
        net.update_parameter()

        x1 = np.array([[0], [1]])
        y = np.array([[1]])
        e2 = net.feed_forward(x1, y)[0, 0]
        net.back_propagate()
        net.update_parameter()

        x1 = np.array([[1], [0]])
        y = np.array([[1]])
        e3 = net.feed_forward(x1, y)[0, 0]
        net.back_propagate()
        net.update_parameter()

        x1 = np.array([[1], [1]])
        y = np.array([[0]])
        e4 = net.feed_forward(x1, y)[0, 0]
        net.back_propagate()
        net.update_parameter()

        errors[i] = e1, e2, e3, e4
    return net, errors


@pytest.fixture(scope="module")
def article_run():
    """The script and as many iterations after it: the network after the last and the errors, a row for each iteration."""
    net, errors = article_script(10_000)
    table, more = truth_table("xor"), np.empty_like(errors)
    for k in np.ndindex(more.shape):
        more[k] = net.feed_forward(table.x1[k[1]][:, None], table.t[k[1]].reshape(1, 1))[0, 0]
        net.update_parameter()
    return net, np.concatenate((errors, more))


def test_the_article_s_script_gives_the_known_errors(article_run):
    e1, e2, e3, e4 = article_run[1].T
    sums = e1 + e2 + e3 + e4
    assert f"{sums[0]:.6f}" == "0.679307"
    assert f"{sums[9_999]:.6f}" == "0.395152"


def test_the_kernel_agrees_with_the_matrices_over_20_000_iterations(article_run):
    net, seen = article_run
    table, random = truth_table("xor"), np.random.RandomState(0)
    parameters, errors = np.concatenate((random.rand(12), random.rand(5))), np.empty(seen.size)
    assert errors.size == 4 * 20_000
    rest = 2, 4, 0.02, 0, errors.size, errors, np.empty(4), np.empty((0, 17)), errors.size
    kernel.compiled(2, 4)(parameters, table.x1.reshape(-1), table.t, *rest)
    assert_allclose(errors, seen.ravel(), rtol=0, atol=1e-12)
    assert_allclose(parameters[:12].reshape(4, 3), net.theta1, rtol=0, atol=1e-12)
    assert_allclose(parameters[12:].reshape(1, 5), net.theta2, rtol=0, atol=1e-12)
