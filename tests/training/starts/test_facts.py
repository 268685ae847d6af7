"""What many starts show about learning XOR, seeds 0 to 99; the figures of the README."""

import pytest

from tui_backprop.training.starts.plan import Plan
from tui_backprop.training.starts.run import StartsRun


@pytest.mark.parametrize(
    ("hidden", "rate", "iterations", "reached"),
    [
        (1, 0.5, 20_000, 0),
        (2, 0.5, 20_000, 81),
        (2, 0.02, 100_000, 89),
        (3, 0.5, 20_000, 100),
        (4, 0.5, 20_000, 100),
        (4, 20.0, 20_000, 98),
    ],
)
def test_so_many_of_a_hundred_starts_learn_xor(hidden, rate, iterations, reached):
    run = StartsRun(Plan(hidden=(hidden,), learning_rates=(rate,), starts=100, iterations=iterations))
    run.start()
    assert run.wait(300)
    (summary,) = run.snapshot().settings
    assert (summary.done, summary.reached) == (100, reached)
    wrong = sum(group.starts for group in summary.groups if group.wrong)
    assert wrong == 100 - reached


def test_one_hidden_unit_never_learns_xor_whatever_the_range_of_its_weights():
    weights = ((0, 1), (-1, 1), (-5, 5), (-20, 20))
    run = StartsRun(Plan(hidden=(1,), learning_rates=(0.5, 5.0), weights=weights, starts=50, iterations=5_000))
    run.start()
    assert run.wait(300)
    assert [summary.reached for summary in run.snapshot().settings] == [0] * 8
