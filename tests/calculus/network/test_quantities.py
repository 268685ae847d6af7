"""The table of quantities against the article, by hand, and against the class whose attributes it names."""

import numpy as np
import pytest

from tui_backprop.calculus.network.neural_net import NeuralNet
from tui_backprop.calculus.network.quantities import QUANTITIES, Phase

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
    assert QUANTITIES[code].shape(2, 4) == shape
    assert QUANTITIES[code].equation == equation


@pytest.mark.parametrize(("inputs", "hidden"), [(2, 4), (2, 1), (3, 5), (4, 16)])
def test_every_attribute_of_the_class_is_in_the_table_with_its_shape(inputs, hidden):
    arrays = {name: value for name, value in vars(NeuralNet(inputs, hidden)).items() if isinstance(value, np.ndarray)}
    assert set(arrays) == set(ARTICLE)
    for code, array in arrays.items():
        assert array.shape == QUANTITIES[code].shape(inputs, hidden), code


@pytest.mark.parametrize("entry", QUANTITIES.values(), ids=QUANTITIES)
def test_a_jacobian_has_one_row_for_each_output_and_one_column_for_each_input(entry):
    assert QUANTITIES[entry.code] is entry
    if entry.is_jacobian:
        sizes = [int(np.prod(QUANTITIES[code].shape(3, 7))) for code in (entry.output, entry.input)]
        assert list(entry.shape(3, 7)) == sizes
    else:
        assert not entry.input


def test_the_phases_come_in_the_order_of_computation():
    first = {"theta1": Phase.START, "x2": Phase.F1, "x3": Phase.F2, "x4": Phase.F3, "x5": Phase.F4}
    for code, phase in first.items():
        assert QUANTITIES[code].phase is phase


@pytest.mark.parametrize("entry", [entry for entry in QUANTITIES.values() if entry.is_jacobian], ids=lambda e: e.code)
def test_a_jacobian_is_known_as_soon_as_its_output_and_no_sooner(entry):
    assert entry.phase >= QUANTITIES[entry.output].phase
