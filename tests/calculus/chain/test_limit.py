"""The limit (1.1), beside quotients worked out with fifty digits."""

from __future__ import annotations

import math
from typing import Any

import mpmath
import numpy as np
import pytest

from tui_backprop.calculus.chain.limit import STEPS, Limit, difference_quotients
from tui_backprop.calculus.expression import parse


def limit(text: str, x: float) -> Limit:
    return difference_quotients(parse(text, ("x1",)), (x,))


def test_h_runs_from_1_to_1e_16_by_tens() -> None:
    rows = limit("sin(x1)", 1.0).rows
    assert [row.h for row in rows] == list(STEPS)
    np.testing.assert_allclose(np.log10(STEPS), -np.arange(17.0), rtol=1e-15)


def test_the_quotients_of_a_square_are_those_worked_out_by_hand() -> None:
    found = limit("x1**2", 3.0)
    assert (found.value, found.exact) == (9.0, 6.0)
    assert found.rows[0].quotient == 7.0
    assert found.rows[1].quotient == pytest.approx(6.1)
    assert found.rows[3].quotient == pytest.approx(6.001)
    assert found.rows[3].error == pytest.approx(0.001, rel=1e-6)


def test_at_the_smallest_h_nothing_is_left_of_the_quotient() -> None:
    last = limit("sin(x1)", 1.0).rows[-1]
    assert (last.quotient, last.error) == (0.0, pytest.approx(math.cos(1.0)))


@pytest.mark.parametrize(
    ("text", "x", "order"),
    [
        ("sin(x1)", 1.0, 2),
        ("exp(x1)", 0.0, 2),
        ("log(x1)", 0.5, 2),
        ("1/x1", 1.0, 2),
        ("(x1*2-3)**2+1", 1.0, 2),
        ("exp(100*x1)", 7.0, 2),
        ("sin(x1)", 0.0, 3),
        ("tanh(x1)", 0.0, 3),
        ("x1**4", 0.0, 4),
        ("x1**1.5", 0.0, 1.5),
    ],
)
def test_the_order_of_the_remainder_is_the_first_power_left_over(text: str, x: float, order: float) -> None:
    assert limit(text, x).order == pytest.approx(order, abs=0.01)


def test_the_order_is_not_taken_from_an_h_so_large_that_more_terms_count() -> None:
    assert limit("1e9 + exp(x1)", 0.0).order == pytest.approx(2, abs=0.03)


def test_a_quotient_that_overflows_is_no_rounding() -> None:
    found = limit("exp(100*x1)", 7.0)
    assert found.rows[0].quotient == math.inf
    assert 1e-10 < found.rounding_h < 1e-8


@pytest.mark.parametrize(("text", "x"), [("3*x1+1", 2.0), ("2", 0.0), ("x1**2", 1e8)])
def test_without_a_visible_remainder_there_is_no_order(text: str, x: float) -> None:
    found = limit(text, x)
    assert math.isnan(found.order)
    assert found.rounding_h == 1.0


@pytest.mark.parametrize("text", ["x1**2", "x1**4", "x1**1.5"])
def test_where_f_and_x_are_zero_rounding_never_takes_over(text: str) -> None:
    assert math.isnan(limit(text, 0.0).rounding_h)


MP: dict[str, Any] = {
    "sin(x1)": (mpmath.sin, 1.0),
    "exp(x1)": (mpmath.exp, 0.0),
    "1/x1": (lambda x: 1 / x, 1.0),
    "log(x1)": (mpmath.log, 0.001),
    "cos(1000*x1)": (lambda x: mpmath.cos(1000 * x), 0.5),
    "tanh(20*x1)": (lambda x: mpmath.tanh(20 * x), 0.3),
}


@pytest.mark.parametrize("text", list(MP))
def test_above_the_rounding_h_the_error_is_the_one_of_exact_arithmetic(text: str) -> None:
    function, x = MP[text]
    found = limit(text, x)
    with mpmath.workdps(50):
        start, exact = mpmath.mpf(x), mpmath.diff(function, mpmath.mpf(x))
        errors = [
            float(abs((function(start + h) - function(start)) / h - exact))
            for h in (mpmath.mpf(10) ** -power for power in range(17))
        ]
    assert found.exact == pytest.approx(float(exact), rel=1e-12)
    assert 1e-12 < found.rounding_h < 1e-5
    for row, error in zip(found.rows, errors, strict=True):
        if row.h >= 100 * found.rounding_h:
            assert row.error == pytest.approx(error, rel=0.05)
        if row.h <= found.rounding_h / 100:
            assert row.error > 10 * error


def test_the_best_h_for_a_sine_is_about_the_root_of_the_roundoff() -> None:
    best = limit("sin(x1)", 1.0).best
    assert best is not None
    assert best.h == 1e-8
    assert best.error < 1e-8


def test_a_direction_takes_the_gradient_times_itself() -> None:
    expression = parse("x1**2*x2", ("x1", "x2"))
    found = difference_quotients(expression, (3.0, 2.0), (1.0, -2.0))
    assert found.exact == 2 * 3 * 2 * 1 + 9 * -2
    assert found.rows[0].quotient == 16 * 0 - 18
    assert found.rows[4].quotient == pytest.approx(-6, abs=0.01)
    assert difference_quotients(expression, (3.0, 2.0), (2.0, -4.0)).exact == 2 * found.exact


def test_without_a_direction_the_limit_is_the_first_partial_derivative() -> None:
    assert difference_quotients(parse("x1**2*x2", ("x1", "x2")), (3.0, 2.0)).exact == 12.0


def test_a_kink_along_another_variable_is_no_hindrance() -> None:
    expression = parse("3*x1 + sqrt(x2**2)", ("x1", "x2"))
    assert difference_quotients(expression, (1.0, 0.0), (1.0, 0.0)).exact == 3.0
    assert math.isnan(difference_quotients(expression, (1.0, 0.0), (0.0, 1.0)).exact)


def test_a_kink_has_quotients_but_no_derivative() -> None:
    found = limit("sqrt(x1**2)", 0.0)
    assert {row.quotient for row in found.rows} == {1.0}
    assert math.isnan(found.exact)
    assert math.isnan(found.order)
    assert found.best is None


def test_an_infinite_slope_has_quotients_that_grow() -> None:
    found = limit("sqrt(x1)", 0.0)
    assert found.exact == math.inf
    assert found.rows[-1].quotient == pytest.approx(1e8)
    assert math.isnan(found.rounding_h)


def test_outside_of_the_domain_every_figure_is_nan() -> None:
    found = limit("log(x1)", -1.0)
    assert math.isnan(found.value)
    assert math.isnan(found.exact)
    assert all(math.isnan(row.error) for row in found.rows[1:])


@pytest.mark.parametrize(
    ("x", "direction"),
    [
        ((1.0,), None),
        ((1.0, 2.0, 3.0), None),
        ((1.0, math.nan), None),
        ((math.inf, 1.0), None),
        ((1.0, 2.0), (1.0,)),
        ((1.0, 2.0), (math.nan, 1.0)),
        ((1.0, 2.0), (0.0, 0.0)),
    ],
)
def test_a_bad_point_or_direction_is_refused(x: Any, direction: Any) -> None:
    with pytest.raises(ValueError, match=r"finite numbers|direction is 0"):
        difference_quotients(parse("x1*x2", ("x1", "x2")), x, direction)
