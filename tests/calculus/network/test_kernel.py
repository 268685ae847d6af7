"""The fused kernel: compiled or not the same bits, the matrices' results, the article's known figures."""

import math
import re

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.testing import assert_allclose

from tui_backprop.calculus.network import kernel
from tui_backprop.calculus.network.neural_net import NeuralNet
from tui_backprop.calculus.network.truth_table import truth_table

PARITY = {2: "xor", 3: "parity3", 4: "parity4"}


def initial(inputs, hidden, seed=0):
    random = np.random.RandomState(seed)
    theta1, theta2 = random.rand(hidden, inputs + 1), random.rand(1, hidden + 1)
    return np.concatenate((theta1.ravel(), theta2.ravel()))


def train(function, parameters, task, hidden, rate, first, cycles, as_lists=False):
    """The parameters and the errors after training; those handed in stay as they are."""
    table = truth_table(task)
    values = [parameters.copy(), table.x1.reshape(-1), table.t, np.empty(cycles), np.empty(hidden)]
    if as_lists:
        values = [value.tolist() for value in values]
    parameters, x1, t, errors, room = values
    states = () if as_lists else (np.empty((0, len(parameters))), max(cycles, 1))
    function(parameters, x1, t, table.inputs, hidden, rate, first, cycles, errors, room, *states)
    return np.array(parameters), np.array(errors)


def same_bits(a, b):
    return all(x.tobytes() == y.tobytes() for x, y in zip(a, b, strict=True))


@pytest.mark.parametrize(("inputs", "hidden"), [(2, 4), (2, 1), (2, 16), (3, 5), (4, 4), (4, 16)])
@pytest.mark.parametrize("rate", [0.02, 5.0, 1e3])
def test_the_plain_and_the_compiled_kernel_give_the_same_bits(inputs, hidden, rate):
    start = initial(inputs, hidden)
    task = PARITY[inputs]
    assert same_bits(
        train(kernel.train, start, task, hidden, rate, 1, 2_003, as_lists=True),
        train(kernel.compiled(inputs, hidden), start, task, hidden, rate, 1, 2_003),
    )


@pytest.mark.parametrize(("seed", "rate"), [(0, 0.02), (1, 0.5), (2, 20.0), (3, 1e4)])
def test_plain_and_compiled_are_the_same_bits_over_20_000_iterations(seed, rate):
    start = initial(2, 4, seed)
    assert same_bits(
        train(kernel.train, start, "xor", 4, rate, 0, 80_000, as_lists=True),
        train(kernel.compiled(2, 4), start, "xor", 4, rate, 0, 80_000),
    )


@settings(max_examples=60, deadline=None)
@given(
    arrays(np.float64, 17, elements=st.floats(-1e3, 1e3)),
    st.floats(1e-6, 1e6),
    st.integers(0, 3),
    st.sampled_from(["xor", "xnor", "and", "or", "nand", "nor"]),
)
def test_from_any_parameters_plain_and_compiled_give_the_same_bits(parameters, rate, first, task):
    plain = train(kernel.train, parameters, task, 4, rate, first, 41, as_lists=True)
    assert same_bits(plain, train(kernel.compiled(2, 4), parameters, task, 4, rate, first, 41))


@pytest.mark.parametrize("as_lists", [True, False])
def test_many_cycles_at_once_are_the_same_as_one_by_one(as_lists):
    function = kernel.train if as_lists else kernel.compiled(2, 4)
    at_once, errors = train(function, initial(2, 4), "xor", 4, 0.5, 2, 57, as_lists)
    parameters, seen = initial(2, 4), []
    for cycle in range(57):
        parameters, error = train(function, parameters, "xor", 4, 0.5, (2 + cycle) % 4, 1, as_lists)
        seen.extend(error)
    assert same_bits((at_once, errors), (parameters, np.array(seen)))


@pytest.mark.parametrize(("inputs", "hidden"), [(2, 1), (2, 16), (3, 4), (4, 7)])
def test_the_kernel_agrees_with_the_matrices_at_other_sizes(inputs, hidden):
    table, start = truth_table(PARITY[inputs]), initial(inputs, hidden, seed=3)
    size = hidden * (inputs + 1)
    net = NeuralNet(inputs, hidden)
    net.set_parameter(start[:size].reshape(hidden, inputs + 1), start[size:].reshape(1, hidden + 1))
    seen = []
    for cycle in range(1_000):
        k = (cycle + 3) % table.samples
        seen.append(net.feed_forward(table.x1[k][:, None], table.t[k].reshape(1, 1))[0, 0])
        net.update_parameter(0.5)
    parameters, errors = train(kernel.train, start, PARITY[inputs], hidden, 0.5, 3, 1_000, as_lists=True)
    assert_allclose(errors, seen, rtol=0, atol=1e-12)
    assert_allclose(parameters, np.concatenate((net.theta1.ravel(), net.theta2.ravel())), rtol=0, atol=1e-12)


def by_the_library(parameters, task, rate, cycles):
    """Parameters and errors of 2-4-1 as the formulas of section 3.4 have them, with the exponential of libm."""
    table, errors, exp = truth_table(task), [], math.exp
    theta1, (bias, *theta2) = parameters[:12].reshape(4, 3).tolist(), parameters[12:].tolist()
    samples = list(zip(table.x1.tolist(), table.t.tolist(), strict=True))
    for cycle in range(cycles):
        (a, b), t = samples[cycle % 4]
        x3 = [1 / (1 + exp(-(w0 + w1 * a + w2 * b))) for w0, w1, w2 in theta1]
        s1, s2, s3, s4 = x3
        v1, v2, v3, v4 = theta2
        x4 = 1 / (1 + exp(-(bias + v1 * s1 + v2 * s2 + v3 * s3 + v4 * s4)))
        errors.append((x4 - t) ** 2 / 2)
        slope = (x4 - t) * x4 * (1 - x4)
        for row, s, w in zip(theta1, x3, theta2):  # noqa: B905
            through = rate * slope * w * s * (1 - s)
            row[0] -= through
            row[1] -= through * a
            row[2] -= through * b
        step = rate * slope
        bias, theta2 = bias - step, [v1 - step * s1, v2 - step * s2, v3 - step * s3, v4 - step * s4]
    return np.concatenate((np.ravel(theta1), [bias], theta2)), np.array(errors)


def test_nine_digits_of_the_end_are_those_of_the_library_s_exponential():
    wanted, seen = by_the_library(initial(2, 4), "xor", 0.02, 400_000)
    parameters, errors = train(kernel.compiled(2, 4), initial(2, 4), "xor", 4, 0.02, 0, 400_000)
    assert [f"{value:.9g}" for value in parameters] == [f"{value:.9g}" for value in wanted]
    for iteration in (1, 10_000, 20_000, 50_000, 100_000):
        ends = [sum(each[4 * iteration - 4 : 4 * iteration].tolist()) for each in (errors, seen)]
        assert f"{ends[0]:.9g}" == f"{ends[1]:.9g}", iteration


def test_the_kernel_gives_the_known_errors_of_the_article_s_network():
    _, errors = train(kernel.compiled(2, 4), initial(2, 4), "xor", 4, 0.02, 0, 400_000)
    sums = errors.reshape(-1, 4).sum(axis=1)
    known = {1: 0.679307, 10_000: 0.395152, 20_000: 0.0978979, 50_000: 0.00569054, 100_000: 0.00168758}
    for iteration, figure in known.items():
        assert f"{sums[iteration - 1]:.6g}" == f"{figure:.6g}", iteration


@pytest.mark.parametrize("as_lists", [True, False])
def test_the_errors_are_those_before_each_update(as_lists):
    # All parameters 0: every sigmoid is 1/2, so E of the first cycle is ⅛ whatever the label, and only the output's
    # row moves: the slope is ½·¼, so with the rate 8 the bias goes to −1, the weights to −½; the sum is then −1 − 4·¼.
    function = kernel.train if as_lists else kernel.compiled(2, 4)
    parameters, errors = train(function, np.zeros(17), "xor", 4, 8.0, 0, 1, as_lists)
    assert errors.tolist() == [1 / 8]
    assert parameters.tolist() == [0.0] * 12 + [-1, -0.5, -0.5, -0.5, -0.5]
    _, errors = train(function, np.zeros(17), "xor", 4, 8.0, 0, 2, as_lists)
    x4 = 1 / (1 + math.exp(2))
    assert_allclose(errors, [1 / 8, (x4 - 1) ** 2 / 2], rtol=1e-15)


@pytest.mark.parametrize("as_lists", [True, False])
@pytest.mark.parametrize("hidden", [4, 16])
def test_no_cycles_change_nothing(as_lists, hidden):
    function = kernel.train if as_lists else kernel.compiled(2, hidden)
    start = initial(2, hidden)
    parameters, errors = train(function, start, "xor", hidden, 0.02, 0, 0, as_lists)
    assert same_bits((parameters,), (start,))
    assert errors.size == 0


@pytest.mark.parametrize("hidden", [3, 4])
@pytest.mark.parametrize("value", [1e3, 1e300, 1.7e308, np.inf, -np.inf, np.nan])
def test_huge_and_infinite_parameters_neither_raise_nor_warn_and_stay_the_same_bits(hidden, value):
    start = np.full(hidden * 4 + 1, value)
    start[::2] *= -1
    plain = train(kernel.train, start, "xor", hidden, 1e308, 0, 9, as_lists=True)
    for here, there in zip(plain, train(kernel.compiled(2, hidden), start, "xor", hidden, 1e308, 0, 9), strict=True):
        # A nan is a nan: which of its bits are set carries no meaning.
        np.testing.assert_array_equal(here, there)


def test_the_output_is_the_one_that_training_went_through():
    table, start = truth_table("parity3"), initial(3, 5)
    for k in range(8):
        _, (error,) = train(kernel.compiled(3, 5), start, "parity3", 5, 0.5, k, 1)
        off = kernel.output(start.tolist(), table.x1[k].tolist(), 5) - table.t[k]
        assert 0.5 * off * off == error


def assembly(function):
    """The machine code of a compiled function; Numba keeps the text of what it has compiled itself only."""
    from numba import njit

    again = njit(nogil=True, error_model="numpy")(function.py_func)
    again.compile(function.signatures[0])
    (code,) = again.inspect_asm().values()
    return code


def test_the_machine_code_contracts_nothing_and_calls_no_exponential():
    code = assembly(kernel.compiled(2, 4))
    assert re.search(r"\bv?divsd|\bfdiv", code)  # it is the kernel, on a processor that this test can read
    assert not re.search(r"\bv?fn?m(add|sub|la|ls)", code)
    assert not re.search(r"\b(call|bl)\b.*exp", code)


@pytest.mark.parametrize("every", [1, 4, 6, 50])
def test_the_states_on_the_way_are_those_of_stopping_there(every):
    table, cycles = truth_table("xor"), 23
    parameters, states = initial(2, 4), np.empty((-(-cycles // every), 17))
    rest = 2, 4, 0.5, 3, cycles, np.empty(cycles), np.empty(4)
    kernel.compiled(2, 4)(parameters, table.x1.reshape(-1), table.t, *rest, states, every)
    for k, state in enumerate(states, 1):
        wanted, _ = train(kernel.train, initial(2, 4), "xor", 4, 0.5, 3, min(k * every, cycles), as_lists=True)
        assert state.tobytes() == wanted.tobytes()
    assert parameters.tobytes() == states[-1].tobytes()


def test_training_on_a_truth_table_needs_no_second_compilation():
    machine = kernel.compiled(4, 16)
    train(machine, initial(4, 16), "parity4", 16, 0.02, 0, 5)
    assert len(machine.signatures) == 1


def test_machine_code_kept_for_a_function_of_another_module_is_another_edition(monkeypatch):
    from tui_backprop.calculus.network.machine import edition

    here = edition()
    monkeypatch.setattr(kernel.sigmoid, "__module__", "somewhere.else")
    assert edition() != here
