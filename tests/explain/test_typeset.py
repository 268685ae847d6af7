"""Numbers as text."""

from __future__ import annotations

import math
import unicodedata
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_backprop.explain.plain import LOWERED, RAISED, plain
from tui_backprop.explain.typeset import (
    HIDDEN,
    MISSING,
    STRUCTURAL,
    WIDTH,
    brief,
    count,
    latex,
    number,
    number_and_sign,
    short,
    steady,
)

finite = st.floats(allow_nan=False, allow_infinity=False)


def shown(value: float) -> Decimal:
    return Decimal(number(value).strip())


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.0, " 0.0000"),
        (-0.0, " 0.0000"),
        (1.2345, "+1.2345"),
        (-0.5, "-0.5000"),
        (12.345, "+12.345"),
        (123.456, "+123.46"),
        (1234.56, "+1234.6"),
        (123456.0, "+1.2e+5"),
        (-1.2e12, "-1.2e12"),
        (1e100, " +1e100"),
        (9.8e-4, "+9.8e-4"),
        (3e-10, " +3e-10"),
        (1.234e-10, "+12e-11"),
        (-9.96e-11, "-10e-11"),
        (1.5e100, " +15e99"),
        (5e-324, "+5e-324"),
        (9.99999, "+10.000"),
        (-99.9999, "-100.00"),
        (9999.96, "+1.0e+4"),
        (0.00099999, "+0.0010"),
        (math.nan, "      ∄"),
        (math.inf, "     +∞"),
        (-math.inf, "     -∞"),
    ],
)
def test_a_number_is_written_like_this(value: float, text: str) -> None:
    assert number(value) == text


@given(st.floats())
def test_every_number_is_seven_characters_wide(value: float) -> None:
    assert len(number(value)) == WIDTH == 7


@given(finite)
def test_a_number_parses_back_to_half_a_unit_of_its_last_digit(value: float) -> None:
    exponent = shown(value).as_tuple().exponent
    assert isinstance(exponent, int)
    assert abs(Decimal(value) - shown(value)) <= Decimal(10) ** exponent / 2


@given(finite.filter(bool))
def test_the_sign_of_a_number_is_always_shown_and_it_never_looks_like_zero(value: float) -> None:
    assert number(value).strip()[0] == ("+" if value > 0 else "-")
    assert shown(value) != 0


@given(finite)
def test_a_negated_number_differs_in_its_sign_only(value: float) -> None:
    assert number(-value) == number(value).translate({ord("+"): "-", ord("-"): "+"}) or "e" in number(value)
    assert shown(-value) == -shown(value)


@given(finite, finite)
def test_a_larger_number_never_looks_smaller(one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert shown(low) <= shown(high)


@given(st.floats(min_value=0.001, max_value=9.9999))
def test_common_numbers_have_four_decimals(value: float) -> None:
    assert number(value)[2] == "."


@given(st.floats())
def test_the_sign_behind_the_colour_is_the_sign_that_is_printed(value: float) -> None:
    text, sign = number_and_sign(value)
    assert text == number(value)
    assert sign == ("nan" if math.isnan(value) else {"+": "positive", "-": "negative", "0": "zero"}[text.strip()[0]])


def test_what_stands_for_a_number_is_as_wide_as_one() -> None:
    assert len(MISSING) == len(STRUCTURAL) == len(HIDDEN) == WIDTH
    assert number_and_sign(None) == (MISSING, "missing")
    assert STRUCTURAL.index("·") == number(1.0).index(".")


def test_text_has_its_own_short_forms() -> None:
    assert count(1234567) == "1,234,567"
    assert short(1 / 81) == "0.0123457"
    assert short(-0.0) == "0"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (-0.0, "0"),
        (1, "1"),
        (-1.5, "−1.5"),
        (9999, "9999"),
        (12345, "1.23e4"),
        (20.25, "20.2"),
        (-1e-9, "−1e−9"),
    ],
)
def test_an_input_is_written_in_few_signs(value, text):
    assert brief(value) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [(-0.773, "−0.7730"), (2.0, "2.000"), (0.00012, "0.0001200"), (123456.0, "1.235e5"), (0.0, "0"), (math.inf, "∞")],
)
def test_a_steady_number_keeps_its_digits(value: float, text: str) -> None:
    assert steady(value, 4) == text


@pytest.mark.parametrize(("sign", "level"), [*RAISED.items(), *LOWERED.items()])
def test_every_raised_or_lowered_sign_stands_so_in_latex_and_in_ascii(sign, level):
    assert unicodedata.normalize("NFKC", sign).replace("−", "-") == level
    assert latex(f"x{sign}") == f"x{'^' if sign in RAISED else '_'}{{{level}}}"
    assert plain(f"x{sign}") == (f"x^{level}" if sign in RAISED else f"x{level}")


def test_the_name_of_a_function_stands_upright_in_latex():
    assert latex("sin(y₁) + sigmoid(x₂)·exp") == r"\operatorname{sin}(y_{1}) + \operatorname{sigmoid}(x_{2})\cdot exp"
