"""Learning rates: which are refused, and the ladder that they climb."""

import math

import pytest

from tui_backprop.training.learning_rate import check_learning_rate, next_learning_rate


def test_a_rate_is_finite_and_over_0():
    assert check_learning_rate(0.5) == 0.5
    for rate in (0.0, -1.0, math.inf, math.nan):
        with pytest.raises(ValueError, match="learning_rate_out_of_range"):
            check_learning_rate(rate)


@pytest.mark.parametrize(
    ("rate", "up", "neighbour"),
    [
        (0.02, True, 0.05),
        (0.02, False, 0.01),
        (0.03, True, 0.05),
        (0.03, False, 0.02),
        (5.0, True, 10.0),
        (1e-12, False, 1e-12),
    ],
)
def test_the_learning_rate_climbs_a_ladder_of_one_two_five(rate, up, neighbour):
    assert next_learning_rate(rate, up) == neighbour


def test_up_and_down_again_is_where_it_was_all_the_way():
    rate = 1e-6
    while rate < 1e6:
        higher = next_learning_rate(rate, True)
        assert higher > rate
        assert next_learning_rate(higher, False) == rate
        rate = higher
