"""Descent beside the article's figures and closed forms; every preset's sentence is measured."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui_backprop.calculus.descent.descent import (
    FAR,
    GAUGE_LIMIT,
    DescentPoint,
    arrival,
    descent_point,
    landing,
    next_point,
    step,
)
from tui_backprop.calculus.descent.presets import DESCENT_PRESETS
from tui_backprop.calculus.descent.surface import ARTICLE, SURFACES, Surface, expression_surface
from tui_backprop.words import words

PRESETS = {preset.name: preset for preset in DESCENT_PRESETS}
ROOT3 = math.sqrt(3)


def descend(surface: Surface, start: Any, alpha: float, steps: int) -> tuple[DescentPoint, ...]:
    """The start and the points after it, fewer than steps + 1 if the last one is in trouble."""
    points = [descent_point(surface, start, alpha)]
    while len(points) <= steps and not points[-1].trouble:
        points.append(next_point(surface, points[-1]))
    return tuple(points)


def follow(name: str) -> tuple[DescentPoint, ...]:
    preset = PRESETS[name]
    return descend(preset.surface, preset.start, preset.alpha, preset.steps)


# --- Steps ----------------------------------------------------------------------------------------


def test_the_articles_points_are_the_corrected_ones() -> None:
    first, second, third = descend(ARTICLE, (1, 1), 0.01, 2)
    assert (first.k, second.k, third.k) == (1, 2, 3)
    np.testing.assert_allclose(second.x, [1.04, 1.04], rtol=1e-15)
    np.testing.assert_allclose(third.x, [1.07990272, 1.07990272], rtol=1e-15)
    assert first.f == 5.0
    assert second.f == pytest.approx(4.68025856, abs=1e-14)
    assert third.f == pytest.approx(4.3628595391, abs=5e-11)


def test_half_the_gradient_gives_the_figures_that_the_article_prints() -> None:
    x = np.array([1.04, 1.04])
    printed = x - 0.01 * ARTICLE.jacobian(x) / 2
    np.testing.assert_allclose(printed, [1.05995136] * 2, rtol=1e-15)
    assert ARTICLE.value(printed) == pytest.approx(4.5212639385, abs=5e-11)


def test_a_step_goes_against_the_gradient() -> None:
    np.testing.assert_allclose(step(ARTICLE, (1, 1), 0.01), [1.04, 1.04], rtol=1e-15)
    np.testing.assert_allclose(step(ARTICLE, (2, 1), 0.1), [2.2, 1.4], rtol=1e-15)


def test_a_point_knows_its_gradient_its_curvature_and_its_gauge() -> None:
    point = descent_point(ARTICLE, (1, 1), 0.25)
    np.testing.assert_array_equal(point.J, [-4, -4])
    np.testing.assert_allclose(point.eigenvalues, [0, 4], atol=1e-15)
    assert (point.lambda_max, point.gauge, point.trouble) == (4.0, 1.0, None)


@given(
    start=st.tuples(*[st.floats(-3, 3)] * 2),
    alpha=st.floats(0.001, 0.1),
    steps=st.integers(0, 30),
)
@settings(deadline=None)
def test_on_the_bowl_the_descent_follows_its_closed_form(start: Any, alpha: float, steps: int) -> None:
    last = descend(SURFACES["bowl"], start, alpha, steps)[-1]
    factors = np.array([1 - alpha, 1 - 25 * alpha]) ** steps
    np.testing.assert_allclose(last.x, np.array(start) * factors, rtol=1e-9, atol=1e-12)
    assert last.k == steps + 1
    assert last.gauge == pytest.approx(25 * alpha)


@pytest.mark.parametrize(("alpha", "arrives"), [(0.0799, True), (0.0801, False)])
def test_the_gauge_of_the_bowl_has_the_limit_2(alpha: float, arrives: bool) -> None:
    points = descend(SURFACES["bowl"], (0.0, 1.0), alpha, 4000)
    assert (points[0].gauge < GAUGE_LIMIT) is arrives
    assert bool(abs(points[-1].x[1]) < 1e-4) is arrives


def test_the_rate_may_change_between_two_points() -> None:
    first = descent_point(ARTICLE, (1, 1), 0.01)
    second = next_point(ARTICLE, first, alpha=0.02)
    third = next_point(ARTICLE, second)
    assert (second.k, second.alpha, third.alpha) == (2, 0.02, 0.02)
    np.testing.assert_allclose(second.x, [1.04, 1.04], rtol=1e-15)
    np.testing.assert_allclose(third.x, 1.04 + 0.02 * 3.990272, rtol=1e-14)


def test_a_point_holds_its_own_copy_of_x() -> None:
    start = np.array([1.0, 1.0])
    point = descent_point(ARTICLE, start, 0.01)
    start[:] = 7
    np.testing.assert_array_equal(point.x, [1, 1])


def test_no_steps_leave_the_start_alone() -> None:
    (only,) = descend(ARTICLE, (1, 1), 0.01, 0)
    assert (only.k, only.f) == (1, 5.0)


# --- What is known of a step ----------------------------------------------------------------------


def test_a_step_is_judged_by_the_bend_along_it_and_not_by_the_steepest_one() -> None:
    # From (1, 1) the step goes along (1, 1), where f does not bend at all; the bend of 4 is across it.
    point = descent_point(ARTICLE, (1, 1), 0.24)
    assert point.gauge == pytest.approx(0.96)
    assert (point.steepest_parabola, point.parabola) == ("short", "no_bottom")
    did = landing(ARTICLE, point, step(ARTICLE, point.x, 0.24))
    assert (did.f, did.passed) == ("lower", True)  # it lands beyond (√3, √3), which no parabola foretells


def test_a_gauge_far_over_its_limit_does_not_keep_f_from_falling() -> None:
    point = descent_point(ARTICLE, (4, 4), 0.05)
    assert point.gauge_along_step == pytest.approx(4.5)
    assert point.parabola == "beyond"
    did = landing(ARTICLE, point, step(ARTICLE, point.x, 0.05))
    # It has jumped over the valley and the saddle behind it, on to the slope of the other valley.
    assert (did.f, did.passed) == ("lower", False)
    assert did.value == pytest.approx((1.2**2 - 3) ** 2 + 1)
    assert descend(ARTICLE, (4, 4), 0.05, 500)[-1].f == pytest.approx(1, abs=1e-9)


@pytest.mark.parametrize(
    ("alpha", "parabola", "f", "passed"),
    [
        (0.01, "short", "lower", False),
        (0.04, "onto", "lower", None),
        (0.07, "over", "lower", True),
        (0.08, "level", "level", True),
        (0.1, "beyond", "higher", True),
    ],
)
def test_on_a_parabola_the_forecast_is_what_the_step_does(alpha: float, parabola: str, f: str, passed: Any) -> None:
    bowl = SURFACES["bowl"]
    point = descent_point(bowl, (0.0, 1.0), alpha)
    did = landing(bowl, point, step(bowl, point.x, alpha))
    assert (point.parabola, did.f, did.passed) == (parabola, f, passed)


def test_a_step_out_of_the_domain_is_lost() -> None:
    surface = expression_surface("log(x1) + x2")
    point = descent_point(surface, (0.01, 3.0), 0.1)
    assert landing(surface, point, step(surface, point.x, 0.1)).f == "lost"


@pytest.mark.parametrize(
    ("text", "x", "kind"),
    [
        ("x1**2 + 3*x2**2", (0, 0), "minimum"),
        ("-x1**2 - x2**2", (0, 0), "maximum"),
        ("x1*x2", (0, 0), "saddle"),
        ("x1**2 + x2**3", (0, 0), "valley"),
        ("x1**4 + x2**4", (0, 0), "flat"),
        # Its eigenvalues are 52 and one of about 1e-16 of either sign: a valley of lowest points, which H can't tell.
        ("(x1*x2 - 6)**2 + 1", (2, 3), "valley"),
        ("(3*x1 + x2 - 4)**2", (1, 1), "valley"),
        ("x1**2 + x2", (0, 0), None),
    ],
)
def test_no_minimum_is_called_a_saddle_by_the_sign_of_a_rounding_error(text: str, x: Any, kind: Any) -> None:
    assert descent_point(expression_surface(text), x, 0.1).stationary == kind


@pytest.mark.parametrize(
    ("name", "kind", "first"),
    [
        ("article", "valley", 171),
        ("into-the-saddle", "saddle", 334),
        ("past-the-saddle", "valley", 532),
        ("bowl", "minimum", 287),
        ("himmelblau-west", "minimum", 25),
    ],
)
def test_a_descent_has_arrived_when_next_to_nothing_of_its_way_is_left(name: str, kind: str, first: int) -> None:
    preset = PRESETS[name]
    points = descend(preset.surface, preset.start, preset.alpha, first + 300)
    found = [arrival(point, points[0].x) for point in points]
    assert found.index(kind) == first - 1
    assert set(found[: first - 1]) == {None}
    assert set(found[first - 1 :]) == {kind}
    left = np.hypot(*(points[first - 1].x - points[-1].x))
    assert left <= 1e-9 * np.hypot(*(points[-1].x - points[0].x))


@pytest.mark.parametrize(
    ("text", "x", "alpha"),
    [
        ("exp(-x1) + x2**2", (1.0, 2.0), 0.1),  # falls for ever
        ("x1 + x2", (1.0, 2.0), 0.1),
        ("x1**4 + x2**4", (1.0, 2.0), 0.05),  # slower and slower
        ("x1**2 + 1e-5*x2**2", (1.0, 2.0), 0.5),  # along a valley that is hardly inclined
        ("(x1*x2 - 3)**2 + 1", (1.0, 2.0), 1e-18),  # no step changes x, but that is no arrival
    ],
)
def test_a_descent_that_is_slow_has_not_arrived(text: str, x: Any, alpha: float) -> None:
    points = descend(expression_surface(text), x, alpha, 300)
    assert {arrival(point, points[0].x) for point in points} == {None}


def test_a_descent_that_jumps_to_and_fro_has_not_arrived() -> None:
    for name in ("oscillating", "bowl-limit", "diverging"):
        preset = PRESETS[name]
        points = descend(preset.surface, preset.start, preset.alpha, 1_000)
        assert {arrival(point, points[0].x) for point in points} == {None}


# --- Trouble --------------------------------------------------------------------------------------


@pytest.mark.parametrize("alpha", [0.0, -0.01, math.nan, math.inf])
def test_a_learning_rate_that_is_not_positive_is_refused(alpha: float) -> None:
    with pytest.raises(ValueError, match="learning rate is a positive number"):
        descent_point(ARTICLE, (1, 1), alpha)


@pytest.mark.parametrize("x", [(1.0,), (1.0, 2.0, 3.0), 1.0])
def test_a_point_of_another_shape_is_refused(x: Any) -> None:
    with pytest.raises(ValueError, match="shape"):
        descend(ARTICLE, x, 0.01, 1)
    with pytest.raises(ValueError, match="shape"):
        step(ARTICLE, x, 0.01)


def test_a_descent_that_runs_away_ends_in_trouble() -> None:
    last = descend(ARTICLE, (5, 5), 0.05, 1000)[-1]
    assert np.abs(last.x).max() > FAR
    assert (last.k, last.trouble) == (6, "x_far")


@pytest.mark.parametrize(
    ("text", "start", "trouble"),
    [
        ("log(x1)", (-1.0, 0.0), "f_infinite"),
        ("sqrt(x1)", (0.0, 0.0), "J_infinite"),
        ("sqrt(x1**2)", (0.0, 0.0), "J_infinite"),
        ("x1", (math.nan, 0.0), "x_infinite"),
        ("x1", (0.0, -math.inf), "x_infinite"),
        ("x1", (0.0, -1.1e8), "x_far"),
        ("1e300*x1**2", (1e7, 0.0), "f_infinite"),
    ],
)
def test_a_point_without_a_next_one_says_why(text: str, start: Any, trouble: str) -> None:
    surface = expression_surface(text)
    (only,) = descend(surface, start, 0.01, 5)
    assert only.trouble == trouble
    with pytest.raises(ValueError, match=f"point 1: {trouble}"):
        next_point(surface, only)


def test_a_step_out_of_the_domain_is_told_at_the_point_where_it_lands() -> None:
    points = descend(expression_surface("log(x1)"), (0.5, 0.0), 1.0, 9)
    assert [point.k for point in points] == [1, 2]
    assert points[-1].trouble == "f_infinite"


def test_a_step_over_the_largest_number_is_told() -> None:
    points = descend(expression_surface("1e300*x1"), (0.0, 0.0), 1e10, 9)
    assert points[-1].trouble == "x_infinite"


@given(
    x=st.tuples(*[st.floats(allow_nan=True, allow_infinity=True)] * 2),
    alpha=st.floats(1e-300, 1e300),
    name=st.sampled_from(sorted(SURFACES)),
)
@settings(deadline=None)
def test_any_start_gives_points_that_are_finite_or_in_trouble(x: Any, alpha: float, name: str) -> None:
    for point in descend(SURFACES[name], x, alpha, 3):
        sound = bool(np.isfinite([*point.x, point.f, *point.J]).all())
        assert sound or point.trouble
        assert point.x.shape == point.J.shape == point.eigenvalues.shape == (2,)


# --- What the presets say -------------------------------------------------------------------------


def test_the_presets_have_names_of_their_own_and_a_sentence_each() -> None:
    assert len(PRESETS) == len(DESCENT_PRESETS)
    assert set(words().descent.presets) == set(PRESETS)


def test_the_articles_preset_arrives() -> None:
    points = follow("article")
    figures = [point.f for point in points[:3]]
    for figure, said in zip(figures, ("5", "4.68025856", "4.3628595391"), strict=True):
        assert said in words().descent.presets["article"]
        assert figure == pytest.approx(float(said), abs=5e-11)
    np.testing.assert_allclose(points[-1].x, ROOT3, rtol=1e-9)


@pytest.mark.parametrize("alpha", [0.01, 0.05, 0.1, 0.15, 0.16, 0.166])
def test_from_1_1_rates_under_a_sixth_arrive(alpha: float) -> None:
    assert descend(ARTICLE, (1, 1), alpha, 3000)[-1].f - 1 < 1e-12


@pytest.mark.parametrize("alpha", [0.167, 0.17, 0.18])
def test_from_1_1_rates_over_a_sixth_do_not_arrive(alpha: float) -> None:
    assert all(point.f - 1 > 0.01 for point in descend(ARTICLE, (1, 1), alpha, 3000)[1000:])


def test_the_brisk_preset_jumps_over_the_lowest_point_and_still_falls() -> None:
    points = follow("brisk")
    offsets = [point.x[0] - ROOT3 for point in points]
    moving = [point for point in points if point.f - 1 > 1e-12]
    assert len(moving) > 50
    assert max(offsets[:2]) < 0
    for before, after in pairwise(offsets[1 : len(moving)]):
        assert before * after < 0
    assert all(after.f < before.f for before, after in pairwise(moving))
    assert points[-1].gauge == pytest.approx(1.92, abs=1e-3)


def test_the_oscillating_preset_comes_to_jump_between_two_points() -> None:
    points = follow("oscillating")
    low, high = sorted((points[-2].x[0], points[-1].x[0]))
    assert (low, high) == (pytest.approx(1.598, abs=5e-4), pytest.approx(1.841, abs=5e-4))
    np.testing.assert_allclose(points[-3].x, points[-1].x, rtol=1e-9)
    assert descent_point(ARTICLE, (ROOT3, ROOT3), 0.17).gauge == pytest.approx(2.04)


def test_the_preset_into_the_saddle_ends_in_it() -> None:
    points = follow("into-the-saddle")
    assert all(point.x[1] == -point.x[0] for point in points)
    np.testing.assert_allclose(points[-1].x, 0, atol=1e-7)
    np.testing.assert_allclose(points[-1].J, 0, atol=1e-6)
    assert points[-1].f == pytest.approx(10, abs=1e-12)
    assert points[-1].eigenvalues[0] < 0 < points[-1].eigenvalues[1]


def test_the_preset_past_the_saddle_comes_near_and_leaves() -> None:
    points = follow("past-the-saddle")
    assert min(float(np.hypot(*point.x)) for point in points) < 1e-4
    assert points[-1].f == pytest.approx(1, abs=1e-12)


def test_the_diverging_preset_is_past_the_bound_at_its_fifth_step() -> None:
    points = follow("diverging")
    assert len(points) - 1 == 5
    assert points[0].gauge == pytest.approx(7.2)
    assert all(after.f > before.f for before, after in pairwise(points))
    assert points[-1].trouble
    assert not any(point.trouble for point in points[:-1])


def test_the_bowl_changes_the_sign_of_x2_while_x1_creeps() -> None:
    points = follow("bowl")
    for before, after in pairwise(points):
        assert before.x[1] * after.x[1] < 0
        assert after.x[0] / before.x[0] == pytest.approx(0.93)
    assert points[0].gauge == pytest.approx(1.75)


def test_at_its_limit_the_bowl_keeps_x2_at_one_or_minus_one() -> None:
    points = follow("bowl-limit")
    assert points[0].gauge == GAUGE_LIMIT
    np.testing.assert_array_equal([p.x[1] for p in points], [(-1.0) ** i for i in range(101)])
    assert abs(points[-1].x[0]) < 0.001


def test_the_saddle_is_approached_and_left_for_ever() -> None:
    points = follow("saddle")
    assert min(float(np.hypot(*point.x)) for point in points) < 0.05
    assert all(after.f < before.f for before, after in pairwise(points))
    assert points[-1].f < -1e15
    assert points[-1].trouble == "x_far"


def test_rosenbrocks_valley_is_found_at_once_and_followed_slowly() -> None:
    points = follow("rosenbrock")
    assert round(points[0].f, 1) == 24.2
    assert round(points[10].f, 1) == 4.1
    assert round(points[1000].f, 2) == 0.45
    assert abs(points[10].x[1] - points[10].x[0] ** 2) < 0.01


def test_himmelblaus_presets_end_at_different_least_points() -> None:
    np.testing.assert_allclose(follow("himmelblau")[-1].x, [3, 2], rtol=1e-9)
    np.testing.assert_allclose(follow("himmelblau-west")[-1].x, [-2.805, 3.131], atol=5e-4)
    others = [(-2.805, 3.131), (3.584, -1.848), (-3.779, -3.283)]
    assert all(math.hypot(3, 2) < math.hypot(*other) for other in others)


@pytest.mark.parametrize("preset", DESCENT_PRESETS, ids=list(PRESETS))
def test_a_preset_starts_inside_of_the_window_of_its_surface(preset: Any) -> None:
    for x, (low, high) in zip(preset.start, preset.surface.window, strict=True):
        assert low < x < high
