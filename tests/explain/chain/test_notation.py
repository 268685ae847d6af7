"""Expressions as the article writes them."""

import pytest

from tui_backprop.explain.chain.notation import clipped, equation, factor, jacobian, partial, space, with_numbers
from tui_backprop.explain.typeset import expression, significant


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("2*x1**2 - x2", "2·x₁² − x₂"),
        ("x1**10*y4", "x₁¹⁰·y₄"),
        ("x1**0.5", "x₁^0.5"),
        ("x1**1e1", "x₁^1e1"),
        ("x1**(-2)", "x₁^(−2)"),
        ("sqrt(y1**2 + y2**2)", "√(y₁² + y₂²)"),
        ("exp(x1)", "exp(x₁)"),
    ],
)
def test_an_expression_is_written_as_on_paper(text, written):
    assert expression(text) == written


def test_numbers_take_the_place_of_variables():
    assert with_numbers("x1**2 - 3*x2", [-1.0, 0.5]) == "(−1)² − 3·0.5"
    assert with_numbers("y1*y3", [1e-7, 0.0, 2.0]) == "(1e−7)·2"


def test_an_operand_has_nine_digits():
    assert significant(-0.9899924966) == "−0.989992497"
    assert significant(2.0) == "2"


@pytest.mark.parametrize("text", ["2·x₁", "cos(x₁ − x₂)", "(1 − s)·s", "3", "x₁²"])
def test_a_product_needs_no_parentheses_as_a_factor(text):
    assert factor(text) == text


@pytest.mark.parametrize("text", ["x₁ + 1", "−2·x₁", "1e−7", "a·b − c"])
def test_a_sum_a_negative_and_a_power_of_ten_need_parentheses_as_a_factor(text):
    assert factor(text) == f"({text})"


def test_symbols_and_titles_are_the_articles():
    assert partial("gf", 1, 0) == "∂z₁/∂x₂"
    assert partial("g", 2, 1) == "∂z₂/∂y₃"
    assert [jacobian(code, False) for code in ("f", "g", "gf")] == ["Jᵀ_x(f)", "Jᵀ_y(g)", "Jᵀ_x(g∘f)"]
    assert jacobian("g", True) == "J_y(g)"
    assert [equation(code) for code in ("f", "g", "gf")] == ["2.1", "2.2", "2.4"]
    assert (space(1), space(3)) == ("ℝ", "ℝ³")


def test_what_no_one_reads_to_its_end_is_cut_and_says_so():
    assert clipped("abc", 3) == "abc"
    assert clipped("abcd", 3) == "abc… (4 characters)"
