import numpy as np
import pytest

from tui_backprop.calculus.network.quantities import QUANTITIES
from tui_backprop.calculus.network.structure import structural_zeros

SIZES = [(2, 4), (2, 1), (3, 5), (4, 16)]


@pytest.mark.parametrize(("inputs", "hidden"), SIZES)
@pytest.mark.parametrize("code", QUANTITIES)
def test_a_mask_has_the_shape_of_its_quantity(code, inputs, hidden):
    mask = structural_zeros(code, inputs, hidden)
    assert mask.dtype == np.bool_
    assert mask.shape == QUANTITIES[code].shape(inputs, hidden)


def test_the_article_s_blocks_are_the_diagonal_of_a_4_by_12():
    mask = structural_zeros("jacobian_f1_theta1", 2, 4)
    drawn = ["".join("·" if zero else "x" for zero in row) for row in mask]
    assert drawn == ["xxx·········", "···xxx······", "······xxx···", "·········xxx"]


def test_the_slopes_of_f2_stand_under_a_row_of_zeros():
    mask = structural_zeros("jacobian_f2_x2", 2, 4)
    drawn = ["".join("·" if zero else "x" for zero in row) for row in mask]
    assert drawn == ["····", "x···", "·x··", "··x·", "···x"]


@pytest.mark.parametrize("code", sorted(set(QUANTITIES) - {"jacobian_f1_theta1", "jacobian_f2_x2"}))
def test_nothing_else_is_zero_by_structure(code):
    assert not structural_zeros(code, 3, 7).any()


def test_an_unknown_name_is_an_error():
    with pytest.raises(KeyError):
        structural_zeros("jacobian_f5", 2, 4)
