"""Vector functions and the chain rule (2.4), beside derivatives worked out by hand."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tui_backprop.calculus.chain.vector_function import (
    CHAIN_PRESETS,
    Chain,
    ChainPreset,
    VectorFunction,
    compose,
    outer_function,
    vector_function,
)
from tui_backprop.calculus.expression import ExpressionError
from tui_backprop.calculus.network import layers
from tui_backprop.words import reason

EXAMPLE = "x1**2+x2**2, x1**2-x2**2, x1*x2"
PRESETS = {preset.name: preset for preset in CHAIN_PRESETS}

every_preset = pytest.mark.parametrize("preset", CHAIN_PRESETS, ids=list(PRESETS))


def chain(f: str, g: str) -> Chain:
    inner = vector_function(f)
    return Chain(inner, outer_function(g, inner))


# --- One function ---------------------------------------------------------------------------------


def test_the_articles_example_has_the_values_of_example_2_2() -> None:
    f = vector_function(EXAMPLE)
    assert (f.inputs, f.outputs, f.variables) == (2, 3, ("x1", "x2"))
    np.testing.assert_array_equal(f.value((3, 2)), [13, 5, 6])


def test_the_articles_example_has_the_jacobian_worked_out_by_hand() -> None:
    f = vector_function(EXAMPLE)
    np.testing.assert_array_equal(f.jacobian((3, 2)), [[6, 4], [6, -4], [2, 3]])
    np.testing.assert_array_equal(f.jacobian_transposed((3, 2)), [[6, 6, 2], [4, -4, 3]])


def test_the_texts_of_the_jacobian_stand_in_its_rows_and_columns() -> None:
    f = vector_function(EXAMPLE)
    assert f.jacobian_texts == (("2*x1", "2*x2"), ("2*x1", "-2*x2"), ("x2", "x1"))
    assert f.jacobian_transposed_texts == (("2*x1", "2*x1", "x2"), ("2*x2", "-2*x2", "x1"))
    assert str(f) == "x1**2 + x2**2, x1**2 - x2**2, x1*x2"


def test_a_grid_of_points_gives_the_value_at_each() -> None:
    f = vector_function(EXAMPLE)
    grid = f.on_grid(np.arange(12.0).reshape(2, 3, 2))
    assert grid.shape == (3, 3, 2)
    np.testing.assert_array_equal(grid[:, 1, 0], f.value((2.0, 8.0)))


@pytest.mark.parametrize(
    ("text", "inputs", "variables"),
    [
        ("x2", None, ("x1", "x2")),
        ("x4, x1", None, ("x1", "x2", "x3", "x4")),
        ("1, pi", None, ("x1",)),
        ("x1", 3, ("x1", "x2", "x3")),
    ],
)
def test_the_highest_index_or_the_given_size_says_how_many_inputs(
    text: str, inputs: int | None, variables: tuple[str, ...]
) -> None:
    assert vector_function(text, inputs).variables == variables


@pytest.mark.parametrize("inputs", [0, 5, -1])
def test_a_size_out_of_range_is_refused(inputs: int) -> None:
    with pytest.raises(ValueError, match="1 to 4 inputs"):
        vector_function("x1", inputs)


@pytest.mark.parametrize("x", [(), (1.0,), (1.0, 2.0, 3.0), [[1.0, 2.0]]])
def test_a_point_of_another_shape_is_refused(x: Any) -> None:
    f = vector_function(EXAMPLE)
    for method in (f.value, f.jacobian):
        with pytest.raises(ValueError, match=r"shape|size"):
            method(x)


@pytest.mark.parametrize(
    ("text", "x", "row"),
    [
        ("log(x1) + x2", (-1.0, 0.0), [math.nan, math.nan]),
        ("x1**2/x1", (0.0, 0.0), [math.nan, math.nan]),
        ("sqrt(x1**2 + x2**2)", (0.0, 0.0), [math.nan, math.nan]),
        ("sqrt(x1)", (0.0, 0.0), [math.nan, 0.0]),
        ("1/x1", (0.0, 0.0), [math.nan, math.nan]),
    ],
)
def test_where_there_is_no_derivative_the_row_says_so_without_a_warning(
    text: str, x: tuple[float, float], row: list[float]
) -> None:
    jacobian = vector_function(f"{text}, x1 + 2*x2", 2).jacobian(x)
    np.testing.assert_array_equal(jacobian, [row, [1.0, 2.0]])


# --- Errors of a pair -----------------------------------------------------------------------------


@pytest.mark.parametrize(("g", "position"), [("y4", 0), ("y1 + 2*y4", 7), ("y1, y2*sin( y4 )", 12), ("y3, y4", 4)])
def test_a_variable_that_f_does_not_give_is_refused_in_one_sentence(g: str, position: int) -> None:
    with pytest.raises(ExpressionError) as caught:
        outer_function(g, vector_function(EXAMPLE))
    assert caught.value.position == position
    expected = "y4 is not there: f has 3 components, so g has the inputs y1, y2, y3"
    assert reason(caught.value) == expected


def test_a_variable_beyond_the_given_size_is_refused() -> None:
    sentence = "x3 is not there: f has the inputs x1, x2"
    with pytest.raises(ExpressionError) as caught:
        vector_function("x1, x2 - x3", 2)
    assert reason(caught.value) == sentence
    assert caught.value.position == 9


def test_g_may_leave_out_components_of_f() -> None:
    assert outer_function("y1", vector_function(EXAMPLE)).inputs == 3


@pytest.mark.parametrize("text", ["x5", "y1", "x1, x1, x1, x1, x1", "x0"])
def test_f_is_written_in_x1_to_x4_with_at_most_four_components(text: str) -> None:
    with pytest.raises(ExpressionError):
        vector_function(text)


def test_functions_whose_sizes_do_not_meet_are_not_composed() -> None:
    f, g = vector_function(EXAMPLE), vector_function("x1 + x2")
    with pytest.raises(ValueError, match="g takes 2 numbers but f gives 3"):
        compose(g, f)
    with pytest.raises(ValueError, match="g takes 2 numbers but f gives 3"):
        Chain(f, g)


# --- The chain rule -------------------------------------------------------------------------------


def test_the_chain_rule_of_a_pair_worked_out_by_hand() -> None:
    point = chain("x1**2, x1*x2", "y1 + y2, y1*y2").at((2, 3))
    np.testing.assert_array_equal(point.y, [4, 6])
    np.testing.assert_array_equal(point.z, [10, 24])
    np.testing.assert_array_equal(point.jt_f, [[4, 3], [0, 2]])
    np.testing.assert_array_equal(point.jt_g, [[1, 6], [1, 4]])
    np.testing.assert_array_equal(point.jt_gf, [[7, 36], [2, 8]])
    np.testing.assert_array_equal(point.symbolic, [[7, 36], [2, 8]])
    np.testing.assert_allclose(point.numerical, [[7, 36], [2, 8]], rtol=1e-9)


def test_the_order_of_the_factors_is_the_articles() -> None:
    point = chain("x1, x1*x2, x2", "y1*y2, y3, y1, y2").at((2, 3))
    assert (point.jt_f.shape, point.jt_g.shape, point.jt_gf.shape) == ((2, 3), (3, 4), (2, 4))
    np.testing.assert_array_equal(point.jt_gf, point.jt_f @ point.jt_g)


def test_one_variable_gives_the_product_of_two_numbers() -> None:
    point = chain("x1**2", "sin(y1)").at((0.5,))
    assert point.jt_gf == pytest.approx(math.cos(0.25) * 2 * 0.5)
    assert point.jt_gf_texts == (("2*x1*cos(x1**2)",),)


def test_a_difference_is_relative_where_the_derivative_is_large() -> None:
    point = chain("exp(20*x1)", "y1**2").at((1.0,))
    absolute = float(np.abs(point.jt_gf - point.numerical).max())
    assert absolute > 1.0
    assert point.verdict == "right"
    assert point.worst_difference < 1e-9
    assert point.worst_difference == max(point.symbolic_difference, point.numerical_difference)


def test_a_wrong_product_shows_in_both_differences(monkeypatch: pytest.MonkeyPatch) -> None:
    right = VectorFunction.jacobian_transposed
    pair = chain("x1**2, x1*x2", "y1 + y2, y1*y2")

    def wrong(self: VectorFunction, x: Any) -> Any:
        return right(self, x) + (0.25 if self is pair.f else 0.0)

    monkeypatch.setattr(VectorFunction, "jacobian_transposed", wrong)
    point = pair.at((2, 3))
    assert point.symbolic_difference > 0.01
    assert point.numerical_difference > 0.01
    assert point.verdict == "wrong"


def test_outside_of_the_domain_the_differences_are_nan() -> None:
    point = chain("x1 - 2", "log(y1)").at((1.0,))
    assert math.isnan(point.z[0])
    assert math.isnan(point.symbolic_difference)
    assert math.isnan(point.worst_difference)


def test_a_point_holds_its_own_copy_of_x() -> None:
    x = np.array([2.0, 3.0])
    point = chain("x1*x2", "y1").at(x)
    x[:] = 0
    np.testing.assert_array_equal(point.x, [2, 3])


_PARTS = [
    "{0}*{1}",
    "sin({0})",
    "{0}**2 - {1}",
    "exp({1}/2)",
    "sigmoid({0} - {1})",
    "tanh({0})",
    "3",
]


def _texts(letter: str) -> st.SearchStrategy[str]:
    names = st.sampled_from([f"{letter}1", f"{letter}2"])
    part = st.builds(str.format, st.sampled_from(_PARTS), names, names)
    return st.lists(part, min_size=2, max_size=4).map(", ".join)


def _differences(function: Any, x: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """Central differences of f's values, two steps extrapolated to one: shape (m, n)."""

    def central(h: float) -> np.ndarray[Any, Any]:
        steps = np.eye(len(x)) * h
        return np.array([(function(x + s) - function(x - s)) / (2 * h) for s in steps])

    return (4 * central(1e-3) - central(2e-3)) / 3


@given(_texts("x"), _texts("y"), st.tuples(*[st.floats(-1.5, 1.5)] * 2))
@settings(deadline=None, max_examples=60)
def test_the_chain_rule_agrees_with_differences_of_values(f: str, g: str, x: Any) -> None:
    inner = vector_function(f, 2)
    outer = outer_function(g, inner)
    point = Chain(inner, outer).at(x)
    assume(np.abs(point.z).max() < 1e4)
    expected = _differences(lambda at: outer.value(inner.value(at)), np.array(x))
    np.testing.assert_allclose(point.jt_gf, expected, rtol=1e-5, atol=1e-5)
    np.testing.assert_allclose(point.symbolic, expected, rtol=1e-5, atol=1e-5)
    assert point.worst_difference < 1e-7


# --- The presets ----------------------------------------------------------------------------------


@every_preset
def test_a_preset_agrees_with_its_referees(preset: ChainPreset) -> None:
    point = preset.chain().at(preset.x)
    assert point.symbolic_difference < 1e-14
    assert point.numerical_difference < 1e-10
    assert max(*point.jt_f.shape, *point.jt_g.shape) <= 4
    assert all(len(text) < 200 for row in point.jt_gf_texts for text in row)


def test_the_presets_have_names_of_their_own() -> None:
    assert len(PRESETS) == len(CHAIN_PRESETS)
    assert all(first.name != second.name for first, second in pairwise(CHAIN_PRESETS))


@given(st.tuples(*[st.floats(-3, 3)] * 2))
@settings(deadline=None, max_examples=20)
def test_the_second_component_of_the_articles_preset_is_zero_everywhere(x: Any) -> None:
    point = PRESETS["example"].chain().at(x)
    assert point.z[1] == pytest.approx(0, abs=1e-10)
    np.testing.assert_allclose(point.jt_gf[:, 1], 0, atol=1e-10)
    np.testing.assert_allclose(point.symbolic[:, 1], 0, atol=1e-10)


@pytest.mark.parametrize(("radius", "angle"), [(2.0, 0.5), (0.1, -1.2), (5.0, 4.0)])
def test_polar_coordinates_come_back(radius: float, angle: float) -> None:
    point = PRESETS["polar"].chain().at((radius, angle))
    np.testing.assert_allclose(point.z, [radius, math.tan(angle)])
    expected = np.diag([1.0, 1 / math.cos(angle) ** 2])
    np.testing.assert_allclose(point.jt_gf, expected, atol=1e-12)


def test_the_preset_of_layers_is_f1_and_f2_of_the_network() -> None:
    theta1 = np.array([[0.5, 0.8, -0.3], [0.1, -0.6, 0.9], [-0.4, 0.7, 0.2]])
    preset = PRESETS["layers"]
    point = preset.chain().at(preset.x)
    x2 = layers.f1(theta1, np.array(preset.x)[:, None])
    x3 = layers.f2(x2)
    np.testing.assert_allclose(point.y, x2.ravel())
    np.testing.assert_allclose(point.z, x3.ravel())
    np.testing.assert_allclose(point.jt_f, layers.jacobian_f1_x1(theta1).T)
    np.testing.assert_allclose(point.jt_g, layers.jacobian_f2_x2(x3).T)
    np.testing.assert_array_equal(point.jt_gf[:, 0], 0)


def test_the_preset_of_the_output_is_f2_and_f3_of_the_network() -> None:
    theta2 = np.array([[0.3, -0.7, 0.5, 0.9]])
    preset = PRESETS["output"]
    point = preset.chain().at(preset.x)
    x3 = layers.f2(np.array(preset.x)[:, None])
    x4 = layers.f3(theta2, x3)
    np.testing.assert_allclose(point.z, x4.ravel())
    np.testing.assert_allclose(point.jt_g, layers.jacobian_f3_x3(theta2, x4).T)
    flat = preset.chain().at((1.3, -25.0, 0.3))
    assert abs(flat.jt_gf[1, 0]) < 1e-9 < 0.01 < abs(point.jt_gf[1, 0])
