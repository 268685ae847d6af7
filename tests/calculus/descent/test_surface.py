"""Surfaces: J and the Hessian beside numerical differentiation, texts beside functions."""

from __future__ import annotations

import math
from typing import Any

import mpmath
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui_backprop.calculus.descent.surface import ARTICLE, SURFACES, Surface, expression_surface
from tui_backprop.calculus.expression import ExpressionError

every_surface = pytest.mark.parametrize("surface", SURFACES.values(), ids=list(SURFACES))
POINTS = st.tuples(*[st.floats(-5, 5).map(lambda x: round(x, 4))] * 2)


def test_the_surfaces_are_known_by_their_names() -> None:
    assert list(SURFACES) == ["article", "bowl", "saddle", "rosenbrock", "himmelblau"]
    assert all(name == surface.name for name, surface in SURFACES.items())
    assert SURFACES["article"] is ARTICLE


def test_the_articles_gradient_is_the_one_of_3_4() -> None:
    assert ARTICLE.value((1, 1)) == 5.0
    np.testing.assert_array_equal(ARTICLE.jacobian((1, 1)), [-4, -4])
    np.testing.assert_array_equal(ARTICLE.hessian((1, 1)), [[2, -2], [-2, 2]])


def test_the_articles_gradient_at_the_second_point_has_the_factor_2_that_3_7_lacks() -> None:
    np.testing.assert_allclose(ARTICLE.jacobian((1.04, 1.04)), [-3.990272] * 2, rtol=1e-14)
    np.testing.assert_allclose(ARTICLE.jacobian((1.04, 1.04)) / 2, [-1.995136] * 2, rtol=1e-14)


def test_the_texts_of_the_articles_gradient_are_those_of_3_2() -> None:
    assert tuple(map(str, ARTICLE.derivatives[:2])) == ("2*x2*(x1*x2 - 3)", "2*x1*(x1*x2 - 3)")


@every_surface
@given(x=POINTS)
@settings(deadline=None, max_examples=25)
def test_j_and_the_hessian_agree_with_numerical_differentiation(surface: Surface, x: Any) -> None:
    with mpmath.workdps(40):
        point = tuple(mpmath.mpf(str(value)) for value in x)

        def partial(*orders: int) -> float:
            return float(mpmath.diff(surface.f, point, orders))

        first = [partial(1, 0), partial(0, 1)]
        second = [[partial(2, 0), partial(1, 1)], [partial(1, 1), partial(0, 2)]]
    np.testing.assert_allclose(surface.jacobian(x), first, rtol=1e-9, atol=1e-9)
    np.testing.assert_allclose(surface.hessian(x), second, rtol=1e-9, atol=1e-9)


@every_surface
@given(x=POINTS)
@settings(deadline=None, max_examples=25)
def test_the_text_of_a_surface_says_what_the_surface_computes(surface: Surface, x: Any) -> None:
    own = expression_surface(surface.text)
    assert own.value(x) == pytest.approx(surface.value(x), rel=1e-12, abs=1e-12)
    np.testing.assert_allclose(own.jacobian(x), surface.jacobian(x), rtol=1e-11, atol=1e-11)
    np.testing.assert_allclose(own.hessian(x), surface.hessian(x), rtol=1e-11, atol=1e-11)
    first, second = surface.derivatives[:2], surface.derivatives[2:]
    np.testing.assert_allclose([text(x) for text in first], surface.jacobian(x), rtol=1e-11, atol=1e-11)
    entries = surface.hessian(x)[[0, 0, 1], [0, 1, 1]]
    np.testing.assert_allclose([text(x) for text in second], entries, rtol=1e-11, atol=1e-11)


@every_surface
def test_a_map_of_the_window_has_the_value_of_each_point(surface: Surface) -> None:
    (low1, high1), (low2, high2) = surface.window
    x1, x2 = np.linspace(low1, high1, 7), np.linspace(low2, high2, 5)[:, None]
    for drawn in (surface, expression_surface(surface.text)):
        grid = drawn.values(x1, x2)
        assert (grid.shape, grid.dtype) == ((5, 7), np.float64)
        assert grid[3, 2] == pytest.approx(surface.value((x1[2], x2[3, 0])))
        assert np.isfinite(grid).all()


@every_surface
def test_a_surface_starts_inside_of_its_window(surface: Surface) -> None:
    for x, (low, high) in zip(surface.start, surface.window, strict=True):
        assert low < x < high
    assert surface.alpha > 0


@pytest.mark.parametrize(
    ("name", "x", "value"),
    [
        ("article", (math.sqrt(3), math.sqrt(3)), 1.0),
        ("article", (-1.5, -2.0), 1.0),
        ("bowl", (0.0, 0.0), 0.0),
        ("rosenbrock", (1.0, 1.0), 0.0),
        ("himmelblau", (3.0, 2.0), 0.0),
        ("himmelblau", (-2.805118086952745, 3.131312518250573), 0.0),
        ("himmelblau", (-3.779310253377747, -3.283185991286170), 0.0),
        ("himmelblau", (3.584428340330492, -1.848126526964404), 0.0),
    ],
)
def test_a_known_least_point_is_flat_and_curves_nowhere_down(name: str, x: tuple[float, float], value: float) -> None:
    surface = SURFACES[name]
    assert surface.value(x) == pytest.approx(value, abs=1e-12)
    np.testing.assert_allclose(surface.jacobian(x), 0, atol=1e-12)
    assert np.linalg.eigvalsh(surface.hessian(x))[0] > -1e-12


@pytest.mark.parametrize(("name", "value"), [("article", 10.0), ("saddle", 0.0)])
def test_a_saddle_is_flat_and_curves_both_ways(name: str, value: float) -> None:
    surface = SURFACES[name]
    assert surface.value((0, 0)) == value
    np.testing.assert_array_equal(surface.jacobian((0, 0)), 0)
    low, high = np.linalg.eigvalsh(surface.hessian((0, 0)))
    assert low < 0 < high


def test_the_bowl_is_25_times_as_steep_along_x2() -> None:
    assert np.linalg.cond(SURFACES["bowl"].hessian((1, 1))) == pytest.approx(25)


def test_an_own_surface_has_the_derivatives_worked_out_by_hand() -> None:
    own = expression_surface("exp(x1)*x2 + x2**3", start=(0.0, 2.0), alpha=0.5)
    assert (own.name, own.start, own.alpha) == ("own", (0.0, 2.0), 0.5)
    assert own.value((0, 2)) == 10.0
    np.testing.assert_array_equal(own.jacobian((0, 2)), [2, 13])
    np.testing.assert_array_equal(own.hessian((0, 2)), [[2, 1], [1, 12]])


def test_an_own_surface_may_leave_out_a_variable() -> None:
    own = expression_surface("x1**2")
    np.testing.assert_array_equal(own.jacobian((3, 9)), [6, 0])
    np.testing.assert_array_equal(own.values([1, 2], [[0], [0], [0]]), [[1, 4]] * 3)


@pytest.mark.parametrize("text", ["log(x1)", "x1**2/x1 + 0/x1", "sqrt(x1) + x2"])
def test_outside_of_the_domain_j_and_the_hessian_are_nan_without_a_warning(text: str) -> None:
    own = expression_surface(text)
    x = (0.0 if "/" in text else -1.0, 1.0)
    assert not math.isfinite(own.value(x))
    assert np.isnan(own.jacobian(x)).all()
    assert np.isnan(own.hessian(x)).all()


@every_surface
def test_beyond_the_range_of_numbers_nothing_warns_or_raises(surface: Surface) -> None:
    assert not math.isfinite(surface.value((1e200, -1e200)))
    assert surface.jacobian((1e308, 1e308)).shape == (2,)
    assert surface.hessian((math.nan, math.inf)).shape == (2, 2)


@pytest.mark.parametrize("text", ["x3", "x1^2", "", "x1, x2", "y1"])
def test_a_bad_text_makes_no_surface(text: str) -> None:
    with pytest.raises(ExpressionError):
        expression_surface(text)


@pytest.mark.parametrize("x", [(), (1.0,), (1.0, 2.0, 3.0), 1.0, [[1.0, 2.0]]])
def test_a_point_of_another_shape_is_refused(x: Any) -> None:
    for method in (ARTICLE.value, ARTICLE.jacobian, ARTICLE.hessian):
        with pytest.raises(ValueError, match=r"shape \(2,\)"):
            method(x)
