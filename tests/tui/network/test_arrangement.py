"""Where the panes stand, at any size and for any network."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui_backprop.tui.network.arrangement import BOARDS, INSPECTOR, PANES, STRIP, arrange
from tui_backprop.tui.network.heights import Heights


def heights(inputs: int, hidden: int) -> Heights:
    found = Heights()
    found._sizes = (inputs, hidden, 2**inputs)
    return found


@settings(deadline=None)
@given(
    st.integers(0, 300), st.integers(0, 120), st.sampled_from(BOARDS), st.integers(2, 4), st.sampled_from([1, 4, 8, 16])
)
def test_every_pane_has_one_place_and_no_two_places_overlap(width, height, board, inputs, hidden):
    needs = heights(inputs, hidden)
    places = arrange(width, height, board, needs.main_width(), needs.need)
    panes = [pane for place in places for pane in place.panes if pane not in (INSPECTOR, STRIP)]
    assert sorted(panes) == sorted(PANES)
    for place in places:
        assert place.x >= 0
        assert place.x + place.width <= width
        assert 0 <= place.y <= place.y + place.height <= max(height, 0)
    for one, other in itertools.combinations(places, 2):
        beside = one.x + one.width <= other.x or other.x + other.width <= one.x
        above = one.y + one.height <= other.y or other.y + other.height <= one.y
        assert beside or above


@pytest.mark.parametrize(("inputs", "hidden"), [(2, 4), (3, 4), (2, 1), (2, 8), (2, 16)])
def test_at_200_by_60_the_equation_of_every_phase_is_whole(inputs, hidden):
    needs = heights(inputs, hidden)
    place = next(p for p in arrange(200, 53, "phase", needs.main_width(), needs.need) if "phase" in p.panes)
    assert place.room[3] >= needs.need("phase", place.width)


def test_at_80_by_24_the_equation_of_every_phase_is_whole_and_a_strip_stands_under_it():
    needs = heights(2, 4)
    main, strip = arrange(80, 17, "phase", needs.main_width(), needs.need)
    assert strip.panes == (STRIP,)
    assert main.room[3] >= needs.need("phase", 80)
