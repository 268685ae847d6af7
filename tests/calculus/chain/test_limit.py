"""The limit (1.1), beside quotients worked out by hand and in fifty digits."""

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


def test_the_quotients_of_a_square_are_those_worked_out_by_hand_from_both_sides() -> None:
    found = limit("x1**2", 3.0)
    assert (found.value, found.exact, found.kind) == (9.0, 6.0, "derivative")
    assert (found.rows[0].above.value, found.rows[0].below.value) == (7.0, 5.0)
    assert found.rows[1].above.value == pytest.approx(6.1)
    assert found.rows[1].below.value == pytest.approx(5.9)
    assert found.rows[3].above.error == pytest.approx(0.001, rel=1e-6)
    assert found.rows[3].below.error == pytest.approx(0.001, rel=1e-6)


def test_at_the_smallest_h_nothing_is_left_of_the_quotient() -> None:
    last = limit("sin(x1)", 1.0).rows[-1]
    assert (last.above.value, last.above.error) == (0.0, pytest.approx(math.cos(1.0)))


@pytest.mark.parametrize(
    ("text", "x", "order"),
    [
        ("sin(x1)", 1.0, 2),
        ("exp(x1)", 0.0, 2),
        ("log(x1)", 0.5, 2),
        ("1/x1", 1.0, 2),
        ("(x1*2-3)**2+1", 1.0, 2),
        ("exp(100*x1)", 7.0, 2),
        ("1e9 + exp(x1)", 0.0, 2),
        ("x1**2", 1e8, 2),
        ("sin(x1)", 0.0, 3),
        ("tanh(x1)", 0.0, 3),
        ("x1**4", 0.0, 4),
        ("x1**16", 0.0, 16),
    ],
)
def test_the_order_of_the_remainder_is_the_first_power_left_over(text: str, x: float, order: float) -> None:
    assert limit(text, x).order == pytest.approx(order, abs=1e-6)


@pytest.mark.parametrize(("text", "x"), [("3*x1 + 1", 2.0), ("2", 0.0), ("0.3*x1 + 0.1", 1.0)])
def test_on_a_straight_line_nothing_is_left_over(text: str, x: float) -> None:
    found = limit(text, x)
    assert math.isnan(found.order)
    assert {row.cause for row in found.rows} <= {"rounding", "exact"}


def causes(found: Limit) -> list[str]:
    return [row.cause for row in found.rows]


def test_an_error_at_h_1_that_exact_arithmetic_has_too_is_no_rounding() -> None:
    assert causes(limit("x1**2", 0.0)) == ["o(h)"] * 17
    assert causes(limit("x1**4", 0.0)) == ["o(h)"] * 17
    found = causes(limit("1e9 + exp(x1)", 0.0))
    assert found[0] == "o(h)"
    assert found[-1] == "rounding"


def test_an_exact_quotient_is_called_exact() -> None:
    assert causes(limit("2", 0.0)) == ["exact"] * 17
    straight = limit("3*x1 + 1", 2.0)
    assert straight.rows[0].above.error == straight.rows[0].below.error == 0
    assert causes(straight)[0] == "exact"
    assert causes(straight)[-1] == "rounding"


@pytest.mark.parametrize(
    ("text", "x", "best"),
    [
        ("sin(x1)", 1.0, 1e-8),
        ("x1**2", 0.0, 1e-16),
        ("x1**2", 1e-6, 1e-14),
        ("1e9 + exp(x1)", 0.0, 1e-4),
        ("2", 0.0, 1),
    ],
)
def test_the_best_h_is_the_one_of_the_least_error(text: str, x: float, best: float) -> None:
    found = limit(text, x)
    assert found.best is not None
    assert found.best.h == best
    assert found.best.worse.error == min(row.worse.error for row in found.rows)


MP: dict[str, Any] = {
    "sin(x1)": (mpmath.sin, 1.0),
    "exp(x1)": (mpmath.exp, 0.0),
    "1/x1": (lambda x: 1 / x, 1.5),
    "log(x1)": (mpmath.log, 3.0),
    "cos(1000*x1)": (lambda x: mpmath.cos(1000 * x), 0.5),
    "tanh(20*x1)": (lambda x: mpmath.tanh(20 * x), 0.3),
}


@pytest.mark.parametrize("text", list(MP))
def test_rounding_and_remainder_are_those_of_fifty_digits(text: str) -> None:
    function, x = MP[text]
    found = limit(text, x)
    with mpmath.workdps(60):
        start, exact = mpmath.mpf(x), mpmath.diff(function, mpmath.mpf(x))
        assert found.exact == float(exact)
        for row in found.rows:
            for quotient, h in ((row.above, mpmath.mpf(row.h)), (row.below, -mpmath.mpf(row.h))):
                slope = (function(start + h) - function(start)) / h
                assert quotient.remainder == pytest.approx(float(abs(slope - exact)), rel=1e-9, abs=1e-30)
                assert quotient.rounding == pytest.approx(float(abs(quotient.value - slope)), rel=1e-9, abs=1e-30)
                assert quotient.error <= (quotient.remainder + quotient.rounding) * (1 + 1e-9)


def test_the_limit_goes_along_the_chosen_axis() -> None:
    expression = parse("x1**2*x2", ("x1", "x2"))
    assert difference_quotients(expression, (3.0, 2.0)).exact == 12.0
    assert difference_quotients(expression, (3.0, 2.0), 1).exact == 9.0
    assert difference_quotients(expression, (3.0, 2.0), 1).rows[0].above.value == 9.0


def test_a_kink_along_another_variable_is_no_hindrance() -> None:
    expression = parse("3*x1 + sqrt(x2**2)", ("x1", "x2"))
    assert difference_quotients(expression, (1.0, 0.0), 0).exact == 3.0
    assert difference_quotients(expression, (1.0, 0.0), 1).kind == "kink"


def test_at_a_kink_the_two_sides_lead_to_different_ends() -> None:
    found = limit("sqrt(x1**2)", 0.0)
    assert found.kind == "kink"
    assert {row.above.value for row in found.rows} == {1.0}
    assert {row.below.value for row in found.rows} == {-1.0}
    assert math.isnan(found.exact)
    assert math.isnan(found.order)
    assert found.best is None


@pytest.mark.parametrize("text", ["sqrt(x1)", "x1**1.5", "sqrt(x1)**4"])
def test_on_the_edge_of_the_domain_there_are_values_on_one_side_only(text: str) -> None:
    found = limit(text, 0.0)
    assert found.kind == "edge"
    assert math.isnan(found.exact)
    assert all(math.isfinite(row.above.value) for row in found.rows)
    assert all(math.isnan(row.below.value) for row in found.rows)


def test_near_the_edge_the_wide_steps_have_no_value_and_the_narrow_ones_lead_on() -> None:
    found = limit("log(x1)", 1e-5)
    assert found.kind == "derivative"
    assert causes(found)[:5] == [""] * 5
    assert causes(found)[-1] == "rounding"


def test_outside_of_the_domain_every_figure_is_nan() -> None:
    found = limit("log(x1)", -1.0)
    assert found.kind == "nowhere"
    assert math.isnan(found.value)
    assert all(math.isnan(row.above.error) for row in found.rows)


def test_a_quotient_that_overflows_has_no_error() -> None:
    found = limit("exp(100*x1)", 7.0)
    assert found.rows[0].above.value == math.inf
    assert found.rows[0].cause == ""


@pytest.mark.parametrize("x", [(1.0,), (1.0, 2.0, 3.0), (1.0, math.nan), (math.inf, 1.0)])
def test_a_bad_point_is_refused(x: Any) -> None:
    with pytest.raises(ValueError, match="2 finite numbers"):
        difference_quotients(parse("x1*x2", ("x1", "x2")), x)
