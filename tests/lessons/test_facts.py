"""The figures of the lessons against figures worked out by hand, and against the article's."""

from __future__ import annotations

import numpy as np
import pytest

from tui_backprop.calculus.network.quantities import Phase
from tui_backprop.lessons import backward, course, descent, one_variable, training
from tui_backprop.lessons.facts import network_at
from tui_backprop.lessons.questions import Verdict

pytestmark = pytest.mark.usefixtures("machine_code")


def question_of(lesson, name):
    return next(step.question for step in course.lesson(lesson).steps if step.name == name)


@pytest.mark.parametrize(
    ("lesson", "step", "right"),
    [
        ("derivative", "quotient", 2.0),  # (1.5² − 0.5²)/1
        ("derivative", "another_point", 1.2),  # 2·0.6
        ("derivative", "both_sides", 0.9),  # (0.4² − 0.5²)/(−0.1)
        ("one_variable", "path", 0.36),
        ("one_variable", "product", 2 * 0.5403023058681398),  # 2·cos 1
        ("one_variable", "rest", 0.01),
        ("jacobian", "vector", -3.0),
        ("jacobian", "count", 6.0),
        ("jacobian", "value", -4.0),
        ("jacobian", "flip", 3.0),
        ("product", "sum", 2 * 2 + 2 * -0.9899924966004454 + 2 * 5),  # cos 3
        ("product", "polar", 1.0),
        ("descent", "value", 5.0),
        ("descent", "gradient", -4.0),
        ("descent", "rule", 1.04),
        ("descent", "misprint", -3.990272),
        ("descent", "arrive", 1.0),
        ("descent", "gauge", 2.4),
        ("forward", "figure", 17.0),
        ("forward", "sums", 1.1510),  # np.random.seed(0): 0.5488 + 0.6028, less what one cycle has changed
        ("forward", "next_sample", 1.0),
        ("layers", "row", 4.0),
        ("layers", "place", 8.0),
        ("layers", "blocks", 4.0),
        ("training", "iteration", 4.0),
        ("training", "right", 4.0),
        ("training", "again", 4.0),
    ],
)
def test_a_right_answer_is_the_figure_worked_out_by_hand(lesson, step, right):
    assert question_of(lesson, step).value() == pytest.approx(right, rel=1e-4)


def test_the_misprint_of_3_7_is_what_comes_from_forgetting_the_factor_2():
    slope, x1, f = descent._printed()
    assert slope == pytest.approx(-1.995136, abs=5e-7)
    assert x1 == pytest.approx(1.05995136, abs=5e-9)
    assert f == pytest.approx(4.5212639385, abs=5e-11)
    assert descent._f(3) == pytest.approx(4.3628595391, abs=5e-11)
    assert question_of("descent", "misprint").judge(-1.995136) is not Verdict.RIGHT


def test_the_gauge_shows_the_curvature_that_the_step_on_the_learning_rate_tells_of():
    place = next(step.place for step in course.lesson("descent").steps if step.name == "gauge")
    assert place.seen().descent.point.lambda_max == pytest.approx(descent._curvature(), rel=1e-6)


def test_the_rests_of_1_5_add_up_to_what_the_product_misses():
    h = one_variable.H
    total = np.sin((1 + h) ** 2) - np.sin(1) - 2 * np.cos(1) * h
    parts = np.cos(1) * one_variable._rest(h) + one_variable._rest_of_g(h)
    assert parts == pytest.approx(total, rel=1e-9)


def test_the_bound_of_1_4_holds_for_the_right_choice_and_for_no_other():
    x = np.linspace(0.9, 1.1, 2000)
    ratios = np.abs(x**2 - 1) / np.abs(x - 1)
    assert 2.0 < ratios.max() <= 2.1 + 1e-9


def test_the_start_that_is_stuck_has_gradients_that_cancel_each_other():
    gradients = []
    for cycle in range(training.REPORTED + 1, training.REPORTED + 1 + training.SAMPLES):
        values = network_at(training.STUCK, cycle).values
        gradients.append(np.concatenate([values[code].ravel() for code in ("theta1_gradient", "theta2_gradient")]))
    assert np.linalg.norm(sum(gradients)) < 0.01 * max(map(np.linalg.norm, gradients))
    assert training._right(training.STUCK) == 3


def test_one_update_makes_the_error_of_its_sample_smaller():
    assert backward._error(Phase.UPDATE) < backward._error(Phase.F4)
