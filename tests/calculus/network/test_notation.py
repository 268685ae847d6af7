"""The one table of names against the article, by hand, and against the class whose attributes it names."""

import numpy as np
import pytest

from tui_backprop.calculus.network.neural_net import NeuralNet
from tui_backprop.calculus.network.notation import CONVENTION, NOTATION, Phase, subscript

ARTICLE = {
    "x1": ((2, 1), "3.9"),
    "x2": ((4, 1), "3.17"),
    "x3": ((5, 1), "3.21"),
    "x4": ((1, 1), "3.23"),
    "x5": ((1, 1), "3.26"),
    "tx1": ((1, 1), "3.12"),
    "theta1": ((4, 3), "3.9"),
    "theta2": ((1, 5), "3.11"),
    "jacobian_f1_x1": ((4, 2), "3.18"),
    "jacobian_f1_theta1": ((4, 12), "3.19"),
    "jacobian_f2_x2": ((5, 4), "3.22"),
    "jacobian_f3_x3": ((1, 5), "3.24"),
    "jacobian_f3_theta2": ((1, 5), "3.25"),
    "jacobian_f4_x4": ((1, 1), "3.27"),
}


@pytest.mark.parametrize("code", ARTICLE)
def test_the_article_s_names_have_the_article_s_shapes_and_equations(code):
    shape, equation = ARTICLE[code]
    assert NOTATION[code].shape(2, 4) == shape
    assert NOTATION[code].equation == equation


@pytest.mark.parametrize(("inputs", "hidden"), [(2, 4), (2, 1), (3, 5), (4, 16)])
def test_every_attribute_of_the_class_is_in_the_table_with_its_shape(inputs, hidden):
    arrays = {name: value for name, value in vars(NeuralNet(inputs, hidden)).items() if isinstance(value, np.ndarray)}
    assert set(arrays) == set(ARTICLE)
    for code, array in arrays.items():
        assert array.shape == NOTATION[code].shape(inputs, hidden), code


@pytest.mark.parametrize("entry", NOTATION.values(), ids=NOTATION)
def test_a_jacobian_has_a_row_an_output_and_a_column_an_input(entry):
    assert NOTATION[entry.code] is entry
    assert entry.sentence
    assert entry.symbol
    if entry.is_jacobian:
        sizes = [int(np.prod(NOTATION[code].shape(3, 7))) for code in (entry.output, entry.input)]
        assert list(entry.shape(3, 7)) == sizes
    else:
        assert not entry.input


def test_the_phases_come_in_the_order_of_computation():
    labels = [phase.label for phase in sorted(Phase)]
    assert labels == ["start", "f₁", "f₂", "f₃", "f₄", "∇θ⁽²⁾", "∇θ⁽¹⁾", "update"]
    first = {"theta1": Phase.START, "x2": Phase.F1, "x3": Phase.F2, "x4": Phase.F3, "x5": Phase.F4}
    for code, phase in first.items():
        assert NOTATION[code].phase is phase


@pytest.mark.parametrize("entry", [entry for entry in NOTATION.values() if entry.is_jacobian], ids=lambda e: e.code)
def test_a_jacobian_is_known_as_soon_as_its_output_and_no_sooner(entry):
    assert entry.phase >= NOTATION[entry.output].phase


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
    assert NOTATION[code].element(row, column) == symbol


def test_the_symbols_of_a_network_with_more_inputs_count_its_own_columns():
    assert NOTATION["theta1_gradient"].element(1, 3, inputs=3) == "∂E/∂θ⁽¹⁾₂,₃"
    assert NOTATION["jacobian_f1_theta1"].element(0, 4, inputs=3) == "∂x⁽²⁾₁/∂θ⁽¹⁾₂,₀"


@pytest.mark.parametrize("code", NOTATION)
def test_no_two_entries_of_a_quantity_share_a_symbol(code):
    rows, columns = NOTATION[code].shape(3, 12)
    symbols = [NOTATION[code].element(i, j, inputs=3) for i in range(rows) for j in range(columns)]
    assert len(set(symbols)) == rows * columns


def test_the_misprints_of_the_article_are_told_where_they_stand():
    told = {code for code, entry in NOTATION.items() if entry.misprint}
    assert told == {"tx1", "x2", "x4", "jacobian_f1_theta1", "jacobian_f3_theta2"}


def test_indices_are_written_as_subscripts():
    assert subscript(2, 0) == "₂,₀"
    assert subscript(16) == "₁₆"


def test_the_convention_says_which_way_a_jacobian_is_read():
    assert "J[i,j] = ∂yᵢ/∂xⱼ" in CONVENTION
