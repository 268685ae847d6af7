"""Each phase has one line that says what happened, with numbers that are those of the cycle."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui_backprop.calculus.array import Array
from tui_backprop.calculus.network.neural_net import NeuralNet
from tui_backprop.calculus.network.quantities import QUANTITIES, Phase
from tui_backprop.explain.network.narration import narrate
from tui_backprop.words import sentence

RATE = 0.02
MOST = 116


def cycle(theta1: Array, theta2: Array, x1: Array, t: float, rate: float = RATE) -> dict[str, Array]:
    net = NeuralNet(theta1.shape[1] - 1, theta1.shape[0])
    net.set_parameter(theta1, theta2)
    net.feed_forward(x1, np.array([[t]]))
    values = {code: getattr(net, code) for code in QUANTITIES if hasattr(net, code)}
    theta1_gradient, theta2_gradient = net.back_propagate()
    return values | {
        "theta1_before": theta1,
        "theta2_before": theta2,
        "theta1_gradient": theta1_gradient,
        "theta2_gradient": theta2_gradient,
        "theta1_change": -rate * theta1_gradient,
        "theta2_change": -rate * theta2_gradient,
    }


def line(phase: Phase, values: dict[str, Array], rate: float = RATE) -> str:
    return sentence(narrate(phase, values, rate))


def known() -> dict[str, Array]:
    """A cycle whose numbers can be followed by hand: every hidden sum is 0."""
    theta1 = np.array([[0.0, 1.0, 0.0], [0.0, 2.0, 0.0], [0.0, -1.0, 0.0], [-0.25, 0.5, 0.25]])
    theta2 = np.array([[0.1, 0.2, 0.3, 0.4, -0.6]])
    return cycle(theta1, theta2, np.array([[0.0], [1.0]]), 0.0)


def test_each_phase_says_what_it_did_with_its_numbers() -> None:
    values = known()
    assert [line(phase, values) for phase in Phase] == [
        "start: 17 parameters in θ⁽¹⁾ and θ⁽²⁾, no sample yet; the first cycle begins with f₁",
        "f₁: x⁽²⁾ = θ⁽¹⁾[1; x⁽¹⁾]: sample (0, 1) gives the sums 0, 0, 0, 0",
        "f₂: x⁽³⁾ = [1; s(x⁽²⁾)]: under the constant 1 the hidden outputs 0.5000, 0.5000, 0.5000, 0.5000",
        "f₃: x⁽⁴⁾ = s(θ⁽²⁾x⁽³⁾) = s(0.2500) = 0.5622; the slope there is s(1 − s) = 0.2461",
        "f₄: x⁽⁴⁾ = 0.5622 against t = 0: E = ½(0.5622 − 0)² = 0.1580",
        "∇θ⁽²⁾ = J_x⁽⁴⁾(f₄)·J_θ⁽²⁾(f₃): largest +0.1384 at θ⁽²⁾₁,₀",
        "∇θ⁽¹⁾ = J_x⁽⁴⁾(f₄)·J_x⁽³⁾(f₃)·J_x⁽²⁾(f₂)·J_θ⁽¹⁾(f₁): largest −0.0208 at θ⁽¹⁾₄,₀",
        "update: θ′ = θ − 0.02·∇θ; largest step −0.0028: θ⁽²⁾₁,₀ from 0.1000 to 0.0972",
    ]


def test_sums_have_a_sign_and_whole_numbers_no_decimals() -> None:
    values = known()
    values["x2"] = np.array([[1.01234], [-2.5], [3.0], [-1.2e-7]])
    assert line(Phase.F1, values).endswith("gives the sums +1.0123, −2.5000, +3, −1.20e−7")


@pytest.mark.parametrize(
    ("x4", "t", "shown"),
    [(0.7786123, 0.0, "0.7786"), (0.9960231, 1.0, "0.996023"), (1 - 1e-7, 1.0, "0.99999990"), (1.0, 1.0, "1")],
)
def test_the_output_is_written_with_the_digits_that_its_error_needs(x4: float, t: float, shown: str) -> None:
    values = known() | {"x4": np.array([[x4]]), "tx1": np.array([[t]]), "x5": np.array([[0.5 * (x4 - t) ** 2]])}
    said = line(Phase.F4, values)
    assert f"E = ½({shown} − {t:.0f})² = " in said
    error = float(said.split(" = ")[-1].replace("−", "-"))
    assert error == pytest.approx(0.5 * (float(shown) - t) ** 2, rel=1e-2)


PARAMETERS = st.lists(st.floats(-300, 300), min_size=17, max_size=17)


@settings(deadline=None)
@given(PARAMETERS, st.sampled_from([0.0, 1.0]), st.sampled_from([1e-9, 0.02, 0.30000000000000004, 1e6]))
def test_a_line_is_one_line_that_fits_at_any_parameters(parameters: list[float], t: float, rate: float) -> None:
    flat = np.array(parameters)
    values = cycle(flat[:12].reshape(4, 3), flat[12:].reshape(1, 5), np.array([[1.0], [1.0]]), t, rate)
    for phase in Phase:
        said = line(phase, values, rate)
        assert "\n" not in said
        assert 0 < len(said) <= MOST, said


@pytest.mark.parametrize(("inputs", "hidden"), [(1, 1), (3, 5), (4, 16)])
def test_a_larger_network_still_has_one_line_a_phase_with_what_fits_of_a_long_list(inputs: int, hidden: int) -> None:
    random = np.random.default_rng(0)
    theta1, theta2 = random.normal(size=(hidden, inputs + 1)), random.normal(size=(1, hidden + 1))
    values = cycle(theta1, theta2, np.ones((inputs, 1)), 1.0)
    lines = [line(phase, values) for phase in Phase]
    assert max(map(len, lines)) <= 100
    for phase in (Phase.F1, Phase.F2):
        numbers = lines[phase].split("outputs " if phase is Phase.F2 else "sums ")[1].split(", ")
        assert len(numbers) == hidden or (numbers[-1] == "…" and len(numbers) > 4)


def test_a_gradient_of_zeros_and_an_update_that_moves_nothing_are_said_in_words() -> None:
    values = known()
    for code in ("theta1_gradient", "theta2_gradient", "theta1_change", "theta2_change"):
        values[code] = np.zeros_like(values[code])
    assert line(Phase.THETA1_GRADIENT, values).endswith("every entry is 0")
    assert line(Phase.THETA2_GRADIENT, values).endswith("every entry is 0")
    assert line(Phase.UPDATE, values).endswith("every step is 0, θ stays as it was")


@pytest.mark.parametrize(
    ("step", "end"),
    [
        (0.25, "from 0.1000 to 0.3500"),
        (1e-6, "from 0.1 to 0.100001"),
        (1e-12, "from 0.1 to 0.100000000001"),
        (1e-30, "stays 0.1000, for the step is lost in rounding"),
    ],
)
def test_a_small_step_shows_the_digits_that_it_changes(step: float, end: str) -> None:
    values = known()
    values["theta1_change"] = np.zeros((4, 3))
    values["theta2_change"] = np.array([[step, 0.0, 0.0, 0.0, 0.0]])
    assert line(Phase.UPDATE, values).endswith(end)


def test_numbers_that_are_not_finite_are_told_and_not_refused() -> None:
    values = known()
    values["theta1_gradient"][1, 0] = math.nan
    values["theta2_change"][0, 1] = -math.inf
    values["x2"][0, 0] = math.inf
    assert line(Phase.THETA1_GRADIENT, values).endswith("largest nan at θ⁽¹⁾₂,₀")
    assert "largest step −∞" in line(Phase.UPDATE, values)
    assert "+∞" in line(Phase.F1, values)
