"""How fast a run is shown."""

from itertools import pairwise

import pytest

from tui_backprop.training.pace import ITERATIONS_PER_SECOND, STEPS, Pace


def test_the_paces_grow_from_a_phase_to_full_speed():
    assert STEPS[0] == ("phase", 1)
    assert Pace(len(STEPS) - 1).full
    assert all(slow < fast for slow, fast in pairwise(ITERATIONS_PER_SECOND))
    assert [pace.cycles(4) for pace in map(Pace, range(1, 5))] == [1, 4, 40, 400]


def test_a_run_starts_at_a_pace_at_which_one_can_watch_it_learn():
    assert (Pace().unit, Pace().speed) == ("iteration", 1_000)


def test_slower_and_faster_go_through_all_paces_and_stay_at_the_ends():
    pace = Pace(len(STEPS) - 1)
    assert pace.faster() == pace
    for _ in STEPS[1:]:
        assert pace.slower().faster() == pace
        pace = pace.slower()
    assert pace == pace.slower() == Pace(0)


@pytest.mark.parametrize("speed", ITERATIONS_PER_SECOND)
def test_a_pace_is_found_by_its_iterations_a_second(speed):
    assert (Pace.of(speed).unit, Pace.of(speed).speed) == ("iteration", speed)
