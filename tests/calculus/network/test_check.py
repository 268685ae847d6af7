"""The numerical check passes what is right and names what is wrong."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui_backprop.calculus.array import Array
from tui_backprop.calculus.network.check import GRADIENTS, TOLERANCE, check_cycle
from tui_backprop.calculus.network.neural_net import NeuralNet
from tui_backprop.calculus.network.quantities import QUANTITIES

JACOBIANS = [code for code in QUANTITIES if code.startswith("jacobian")]


def cycle(theta1: Array, theta2: Array, x1: Array, t: float) -> dict[str, Array]:
    """The arrays of one cycle as a snapshot has them."""
    net = NeuralNet(theta1.shape[1] - 1, theta1.shape[0])
    net.set_parameter(theta1, theta2)
    net.feed_forward(x1, np.array([[t]]))
    values = {code: getattr(net, code) for code in QUANTITIES if hasattr(net, code)}
    values["theta1_gradient"], values["theta2_gradient"] = net.back_propagate()
    return values | {"theta1_before": theta1, "theta2_before": theta2}


def some_cycle(seed: int = 0, inputs: int = 2, hidden: int = 4, scale: float = 1.0) -> dict[str, Array]:
    random = np.random.default_rng(seed)
    theta1 = random.normal(scale=scale, size=(hidden, inputs + 1))
    theta2 = random.normal(scale=scale, size=(1, hidden + 1))
    return cycle(theta1, theta2, random.integers(0, 2, (inputs, 1)).astype(float), float(random.integers(0, 2)))


PARAMETERS = st.lists(st.floats(-20, 20), min_size=17, max_size=17)


@settings(deadline=None, max_examples=60)
@given(PARAMETERS, st.integers(0, 3), st.integers(0, 1))
def test_a_true_cycle_passes_at_any_parameters(parameters: list[float], sample: int, t: int) -> None:
    flat = np.array(parameters)
    x1 = np.array([[sample // 2], [sample % 2]], dtype=float)
    result = check_cycle(cycle(flat[:12].reshape(4, 3), flat[12:].reshape(1, 5), x1, float(t)))
    assert result.passed, result
    assert result.worst < TOLERANCE / 100


@pytest.mark.parametrize("scale", [0.01, 1.0, 30.0, 300.0])
@pytest.mark.parametrize(("inputs", "hidden"), [(1, 1), (2, 4), (3, 5), (4, 16)])
def test_a_true_cycle_passes_at_every_size_and_scale(inputs: int, hidden: int, scale: float) -> None:
    for seed in range(5):
        result = check_cycle(some_cycle(seed, inputs, hidden, scale))
        assert result.passed, result.wrong


def test_the_two_four_one_network_has_87_jacobian_entries_and_17_gradients() -> None:
    result = check_cycle(some_cycle())
    assert (result.entries, result.gradients) == (87, 17)
    assert result.right == (result.gradients, result.entries) == (17, 87)
    assert set(result.by_code) == {*JACOBIANS, *GRADIENTS}
    assert max(result.by_code.values()) == result.worst == result.by_code[result.worst_cell[0]]


@pytest.mark.parametrize("size", [1e-5, -0.3])
@pytest.mark.parametrize("code", [*JACOBIANS, *GRADIENTS])
def test_a_planted_wrong_entry_is_caught_and_named_wherever_it_is(code: str, size: float) -> None:
    values = some_cycle(1)
    for row, column in np.ndindex(values[code].shape):
        planted = {**values, code: values[code].copy()}
        planted[code][row, column] += size
        result = check_cycle(planted)
        assert not result.passed
        assert [entry[:3] for entry in result.wrong] == [(code, row, column)]
        assert result.worst_cell == (code, row, column)
        given, numerical = result.wrong[0][3:]
        assert given == planted[code][row, column]
        assert numerical == pytest.approx(values[code][row, column], abs=1e-9)


def test_what_is_right_is_counted() -> None:
    values = some_cycle(2)
    values["theta2_gradient"][0, 1] += 0.5
    values["jacobian_f2_x2"][0, 0] += 0.25
    values["jacobian_f2_x2"][2, 0] += 0.125
    result = check_cycle(values)
    assert result.right == (16, 85)
    assert result.worst == pytest.approx(0.5, rel=0.1)
    assert [entry[:3] for entry in result.wrong] == [
        ("theta2_gradient", 0, 1),
        ("jacobian_f2_x2", 0, 0),
        ("jacobian_f2_x2", 2, 0),
    ]


def test_activations_that_are_wrong_do_not_mislead_the_check() -> None:
    values = some_cycle(3)
    for code in ("x2", "x3", "x4", "x5"):
        values[code] = values[code] + 1.0
    assert check_cycle(values).passed


def test_after_the_update_the_check_is_still_about_the_parameters_of_the_forward_pass() -> None:
    values = some_cycle(4)
    values["theta1"], values["theta2"] = values["theta1"] + 1, values["theta2"] - 1
    assert check_cycle(values).passed


@pytest.mark.parametrize("bad", [math.nan, math.inf])
def test_an_entry_that_is_not_finite_is_wrong(bad: float) -> None:
    values = some_cycle(5)
    values["jacobian_f3_x3"][0, 2] = bad
    result = check_cycle(values)
    assert result.worst == math.inf
    assert result.worst_cell == ("jacobian_f3_x3", 0, 2)
    assert len(result.wrong) == 1


def test_the_arrays_that_are_checked_stay_as_they_are() -> None:
    values = some_cycle(6)
    for array in values.values():
        array.setflags(write=False)
    assert check_cycle(values).passed
