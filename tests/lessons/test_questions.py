"""Reading and judging answers."""

from __future__ import annotations

import pytest

from tui_backprop.calculus.expression import ExpressionError
from tui_backprop.lessons.questions import Number, Verdict, last_place, read_number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0.5", 0.5),
        (" -3 ", -3),
        ("0,5", 0.5),
        ("2*0.25", 0.5),
        ("1/4", 0.25),
        ("2*0.5*cos(0.25)", 0.9689124217106447),
        ("(1 - 3)^2 + 1", 5),
    ],
)
def test_an_answer_is_a_number_or_a_calculation(text, value):
    assert read_number(text) == pytest.approx(value)


@pytest.mark.parametrize("text", ["", "abc", "x1", "1 2", "1/0", "import os", "2**10**10"])
def test_what_is_no_number_is_said_to_be_none(text):
    with pytest.raises(ExpressionError):
        read_number(text)


def test_a_zero_is_judged_absolutely():
    zero = Number(lambda: 0.0)
    assert zero.judge(0.001) is Verdict.RIGHT
    assert zero.judge(0.1) is Verdict.TOO_LARGE
    assert zero.judge(-0.1) is Verdict.TOO_SMALL


def test_what_went_wrong_with_a_number_is_found():
    number = Number(lambda: -0.25)
    assert number.judge(-0.2501) is Verdict.RIGHT
    assert number.judge(0.25) is Verdict.WRONG_SIGN
    assert number.judge(-2.5) is Verdict.WRONG_POWER
    assert number.judge(-0.3) is Verdict.TOO_SMALL
    assert number.judge(-0.2) is Verdict.TOO_LARGE


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("0.25", 0.01),
        (" -3 ", 1),
        ("0,5", 0.1),
        ("3.10", 0.01),
        ("6.3e-4", 1e-5),
        ("2E3", 1e3),
        ("1/4", 0),
        ("0.5*2", 0),
    ],
)
def test_the_last_digit_of_a_number_says_how_far_it_goes_and_a_calculation_has_none(text, unit):
    assert last_place(text) == pytest.approx(unit)


@pytest.mark.parametrize(
    ("right", "typed", "verdict"),
    [
        (0.000625803, "0.00063", Verdict.RIGHT),
        (0.000625803, "6.3e-4", Verdict.RIGHT),
        (0.000625803, "0.00062", Verdict.TOO_ROUGH),
        (0.000625803, "0.0006", Verdict.TOO_ROUGH),
        (0.000625803, "0.5660 - 0.5654", Verdict.TOO_ROUGH),
        (0.000625803, "-0.0006", Verdict.WRONG_SIGN),
        (0.000625803, "0.0063", Verdict.WRONG_POWER),
        (0.000625803, "0", Verdict.TOO_SMALL),
        (1.0806046, "1.1", Verdict.RIGHT),
        (1.0806046, "1", Verdict.TOO_SMALL),
        (1.0806046, "1.2", Verdict.TOO_LARGE),
        (12.020015, "12", Verdict.RIGHT),
        (-0.0312938, "-0.03", Verdict.TOO_ROUGH),
        (-0.0312938, "-0.031", Verdict.RIGHT),
    ],
)
def test_a_long_number_may_be_rounded_to_two_digits_and_one_is_too_few(right, typed, verdict):
    assert Number(lambda: right).judge(read_number(typed), last_place(typed)) is verdict


@pytest.mark.parametrize(("right", "typed"), [(1.21, "1.2"), (1.2, "1"), (6.0, "6.4"), (0.36, "0.4")])
def test_a_number_that_is_short_itself_is_not_rounded(right, typed):
    verdict = Number(lambda: right).judge(read_number(typed), last_place(typed))
    assert verdict in {Verdict.TOO_SMALL, Verdict.TOO_LARGE}


def test_where_more_digits_are_asked_for_than_three_none_may_be_left_out():
    number = Number(lambda: -3.990272, 1e-4)
    assert number.judge(-4.0, 0.1) is Verdict.TOO_SMALL
    assert number.judge(-3.9903, 1e-4) is Verdict.RIGHT
