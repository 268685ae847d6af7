from itertools import pairwise

import pytest

from tui_backprop.training.pace import RATES, Pace


def test_the_rates_rise_from_one_cycle_a_second_to_as_fast_as_it_goes():
    assert RATES[0] == 1
    assert RATES[-1] == float("inf")
    assert all(slow < fast for slow, fast in pairwise(RATES))


def test_a_run_starts_at_full_speed():
    assert Pace().rate == float("inf")


def test_slower_all_the_way_down_and_faster_all_the_way_up_passes_every_rate():
    pace, down = Pace(), []
    for _ in RATES:
        down.append(pace.rate)
        pace = pace.slower()
    assert down == list(reversed(RATES))
    assert pace.rate == pace.slower().rate == 1
    up = []
    for _ in RATES:
        up.append(pace.rate)
        pace = pace.faster()
    assert up == list(RATES)
    assert pace.faster() == pace == Pace()


@pytest.mark.parametrize(
    ("rate", "label"), [(1, "1/s"), (100, "100/s"), (1_000_000, "1,000,000/s"), (RATES[-1], "full speed")]
)
def test_a_pace_says_how_fast_it_is(rate, label):
    assert Pace(RATES.index(rate)).label == label
