"""A calculation is written as one would on paper, and its value is that of what is written."""

from __future__ import annotations

import math

import pytest
from hypothesis import given as drawn
from hypothesis import strategies as st

from tui_backprop.explain.working import (
    BOARD,
    EXACT,
    Figure,
    Source,
    constant,
    given,
    half_square,
    sigmoid,
    total,
    written,
)


def figure(value: float, symbol: str = "a") -> Figure:
    return given(value, symbol, EXACT)


@drawn(st.floats(allow_nan=False, allow_infinity=False))
def test_a_written_number_is_that_number(value: float) -> None:
    text = written(value)
    assert float(text.replace("−", "-")) == value
    assert not set(text) & set("-+ ")


@pytest.mark.parametrize(
    ("value", "text"),
    [(3.0, "3"), (-0.0, "0"), (0.1, "0.1"), (-1.2e-05, "−1.2e−5"), (1e300, "1e300"), (math.inf, "∞"), (-math.inf, "−∞"),
     (math.nan, "∄")],
)  # fmt: skip
def test_a_number_is_written_as_short_as_it_can_be(value: float, text: str) -> None:
    assert written(value) == text


def test_a_rounded_operand_has_the_value_that_is_written() -> None:
    rounded = given(1 / 3, "a", 9)
    assert (rounded.value, rounded.numbers) == (0.333333333, "0.333333333")


def test_signs_and_parentheses_stand_where_they_are_needed_and_only_there() -> None:
    a, b, c = figure(-2.0), figure(3.0, "b"), figure(-5.0, "c")
    assert (a * c).numbers == "−2·(−5)"
    assert total([b, a * b, c]).numbers == "3 − 2·3 − 5"
    assert (b - c).numbers == "3 + 5"
    assert (b * (constant(1) - a)).numbers == "3·(1 + 2)"
    assert (-b * c).numbers == "−3·(−5)"
    assert (-b * figure(math.inf)).numbers == "−3·∞"
    assert sigmoid(a + b).numbers == "s(−2 + 3)"
    assert half_square(a - b).numbers == "½(−2 − 3)²"
    assert (b * (constant(1) - a)).symbols == "b·(1 − a)"


def test_a_source_that_goes_in_twice_is_listed_once() -> None:
    source = Source("x4", 0, 0, "output")
    a = given(0.25, "a", EXACT, source)
    assert (a * (constant(1) - a)).sources == (source,)
    assert (a * (constant(1) - a)).value == 0.1875


def test_an_operand_keeps_its_digits_whatever_they_are() -> None:
    assert [given(value, "a", 9).numbers for value in (0.5, -1.25, 1e-5)] == [
        "0.500000000",
        "−1.25000000",
        "1.00000000e−5",
    ]
    assert [given(value, "a", BOARD).numbers for value in (0.5, -0.02746, 3.2e-4)] == ["0.5000", "−0.0275", "3.2e−4"]
    assert given(-0.02746, "a", BOARD).value == -0.0275
    assert given(math.inf, "a", BOARD).numbers == "∞"
