"""How quantities and their entries are written, by hand."""

import pytest

from tui_backprop.calculus.network.quantities import QUANTITIES, Phase
from tui_backprop.explain.network.notation import PHASES, SYMBOLS, element, place, transposed_symbol
from tui_backprop.words import words


@pytest.mark.parametrize(
    ("code", "row", "column", "symbol"),
    [
        ("x1", 0, 0, "x⁽¹⁾₁"),
        ("x3", 0, 0, "x⁽³⁾₀"),
        ("x3", 4, 0, "x⁽³⁾₄"),
        ("x4", 0, 0, "x⁽⁴⁾"),
        ("x5", 0, 0, "E"),
        ("tx1", 0, 0, "t"),
        ("theta1", 0, 0, "θ⁽¹⁾₁,₀"),
        ("theta1", 3, 2, "θ⁽¹⁾₄,₂"),
        ("theta2", 0, 4, "θ⁽²⁾₁,₄"),
        ("jacobian_f1_x1", 3, 1, "∂x⁽²⁾₄/∂x⁽¹⁾₂"),
        ("jacobian_f1_theta1", 1, 5, "∂x⁽²⁾₂/∂θ⁽¹⁾₂,₂"),
        ("jacobian_f2_x2", 0, 0, "∂x⁽³⁾₀/∂x⁽²⁾₁"),
        ("jacobian_f3_x3", 0, 0, "∂x⁽⁴⁾/∂x⁽³⁾₀"),
        ("jacobian_f3_theta2", 0, 2, "∂x⁽⁴⁾/∂θ⁽²⁾₁,₂"),
        ("jacobian_f4_x4", 0, 0, "∂E/∂x⁽⁴⁾"),
        ("theta1_gradient_row", 0, 11, "∂E/∂θ⁽¹⁾₄,₂"),
        ("theta1_gradient", 3, 2, "∂E/∂θ⁽¹⁾₄,₂"),
        ("theta2_gradient", 0, 1, "∂E/∂θ⁽²⁾₁,₁"),
        ("theta1_change", 2, 0, "Δθ⁽¹⁾₃,₀"),
    ],
)
def test_every_entry_has_its_symbol(code, row, column, symbol):
    assert element(code, row, column) == symbol


def test_the_symbols_of_a_network_with_more_inputs_count_its_own_columns():
    assert element("theta1_gradient", 1, 3, inputs=3) == "∂E/∂θ⁽¹⁾₂,₃"
    assert element("jacobian_f1_theta1", 0, 4, inputs=3) == "∂x⁽²⁾₁/∂θ⁽¹⁾₂,₀"


@pytest.mark.parametrize("code", QUANTITIES)
def test_no_two_entries_of_a_quantity_share_a_symbol(code):
    rows, columns = QUANTITIES[code].shape(3, 12)
    symbols = [element(code, i, j, inputs=3) for i in range(rows) for j in range(columns)]
    assert len(set(symbols)) == rows * columns


@pytest.mark.parametrize(
    ("code", "row", "column", "where"),
    [
        ("theta1", 2, 0, "row 3 (unit 3), column 1 (bias)"),
        ("theta1_gradient", 0, 2, "row 1 (unit 1), column 3 (input 2)"),
        ("theta2_change", 0, 0, "column 1 (bias)"),
        ("theta2", 0, 4, "column 5 (unit 4)"),
        ("x3", 0, 0, "row 1 (the constant 1)"),
        ("x3", 2, 0, "row 3 (unit 2)"),
        ("x1", 1, 0, "row 2 (input 2)"),
        ("x4", 0, 0, ""),
        ("jacobian_f1_theta1", 1, 5, "row 2 (x⁽²⁾₂), column 6 (θ⁽¹⁾₂,₂)"),
        ("jacobian_f2_x2", 1, 0, "row 2 (x⁽³⁾₁), column 1 (x⁽²⁾₁)"),
        ("jacobian_f3_theta2", 0, 2, "column 3 (θ⁽²⁾₁,₂)"),
        ("theta1_gradient_row", 0, 11, "column 12 (θ⁽¹⁾₄,₂)"),
        ("jacobian_f4_x4", 0, 0, ""),
    ],
)
def test_a_row_and_a_column_are_counted_from_1_and_told_by_what_they_stand_for(code, row, column, where):
    rows, columns = place(code, row, column)
    assert words().network_screen.at(row=rows, column=columns) == where


@pytest.mark.parametrize("code", QUANTITIES)
def test_a_row_or_a_column_is_told_only_where_there_are_several(code):
    rows, columns = QUANTITIES[code].shape(3, 5)
    assert tuple(axis is None for axis in place(code, 0, 0, inputs=3)) == (rows == 1, columns == 1)


def test_every_quantity_and_every_phase_between_start_and_update_has_a_symbol():
    assert list(SYMBOLS) == list(QUANTITIES)
    assert all(SYMBOLS.values())
    assert [PHASES[phase] for phase in sorted(Phase)[1:-1]] == ["f₁", "f₂", "f₃", "f₄", "∇θ⁽²⁾", "∇θ⁽¹⁾"]


def test_a_transpose_is_written_as_the_article_writes_it():
    assert transposed_symbol("jacobian_f1_x1") == "Jᵀ_x⁽¹⁾(f₁)"
    assert transposed_symbol("theta1_gradient") == "(∇θ⁽¹⁾)ᵀ"
