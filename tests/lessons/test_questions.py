"""Reading and judging answers."""

from __future__ import annotations

import pytest

from tui_backprop.calculus.expression import ExpressionError
from tui_backprop.lessons.questions import Number, Verdict, read_number


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
