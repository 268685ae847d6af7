"""The notation in ASCII."""

import unicodedata

import pytest

from tui_backprop.explain.plain import plain, sign


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("J_θ⁽¹⁾(f₁)", "J_theta1(f1)"),
        ("x⁽¹⁾", "x(1)"),
        ("x⁽³⁾₄", "x(3)_4"),
        ("θ⁽¹⁾₂,₀", "theta1_2,0"),
        ("∂E/∂θ⁽²⁾₁,₃", "dE/dtheta2_1,3"),
        ("∂x⁽⁴⁾/∂x⁽³⁾₁", "dx(4)/dx(3)_1"),
        ("x₁² − 3·x₂", "x1^2 - 3*x2"),
        ("x⁽ᵏ⁺¹⁾ = x⁽ᵏ⁾ − αJ(f)", "x(k+1) = x(k) - alphaJ(f)"),
        ("10⁻³", "10^-3"),
        ("Jᵀ_x(g∘f) = Jᵀ_x(f)·Jᵀ_y(g)", "J^T_x(g o f) = J^T_x(f)*J^T_y(g)"),
        ("ΣE 0.0057", "sumE 0.0057"),
        ("∇θ⁽²⁾", "grad theta2"),
        ("f: ℝ² → ℝ³", "f: R^2 -> R^3"),
        ("plain already", "plain already"),
        ("学习率 α", "学习率 alpha"),
    ],
)
def test_notation_is_written_as_one_types_it(text, typed):
    assert plain(text) == typed


@pytest.mark.parametrize("character", "θαλΣ∂∇½·×→←▲▼●○│─┌┐└┘├┤┼╭╮╰╯━┃█▓▒░▀▄▌…‖∘²¹⁴₁ⁿ≤≈∞√±—–“”′°")
def test_a_sign_is_replaced_by_one_that_every_terminal_draws_one_cell_wide(character):
    drawn = sign(character)
    assert len(drawn) == 1
    assert unicodedata.east_asian_width(drawn) in ("Na", "N", "H")


@pytest.mark.parametrize("character", "学。，⣿a1")
def test_other_signs_stay(character):
    assert sign(character) == character
