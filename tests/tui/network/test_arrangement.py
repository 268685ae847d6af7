"""Where the panes stand, at any size and for any network."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.console import Console

from tui_backprop.calculus.network.neural_net import NeuralNet
from tui_backprop.calculus.network.quantities import Phase
from tui_backprop.explain.network.explanation import explain_cell
from tui_backprop.tui.kit.inspector import explanation_text
from tui_backprop.tui.kit.matrix_layout import layout
from tui_backprop.tui.network.arrangement import BOARDS, INSPECTOR, PANES, STRIP, arrange
from tui_backprop.tui.network.heights import EDGE, Heights
from tui_backprop.tui.network.matrix_views import Look, computation_views, jacobian_views, parameter_views
from tui_backprop.tui.network.places import CHROME


def heights(inputs: int, hidden: int) -> Heights:
    found = Heights()
    found._sizes = (inputs, hidden, 2**inputs, 1)
    return found


@settings(deadline=None)
@given(
    st.integers(0, 300), st.integers(0, 120), st.sampled_from(BOARDS), st.integers(2, 4), st.sampled_from([1, 4, 8, 16])
)
def test_every_pane_has_one_place_and_no_two_places_overlap(width, height, board, inputs, hidden):
    needs = heights(inputs, hidden)
    places = arrange(width, height, [board], needs.main_width, needs.need)
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
    place = next(p for p in arrange(200, 53, ["phase"], needs.main_width, needs.need) if "phase" in p.panes)
    assert place.room[3] >= needs.need("phase", place.width)


def test_at_80_by_24_the_equation_of_every_phase_and_the_parameters_are_whole_and_a_strip_stands_under_it():
    needs = heights(2, 4)
    main, strip = arrange(80, 17, ["phase"], needs.main_width, needs.need)
    assert strip.panes == (STRIP,)
    assert main.room[3] >= needs.need("phase", 80)
    assert main.room[3] >= needs.need("parameters", 80)


@pytest.mark.parametrize(("inputs", "hidden"), [(2, 4), (2, 16), (4, 8)])
def test_the_explanation_has_room_for_the_longest_sum_before_the_views_grow(inputs, hidden):
    needs = heights(inputs, hidden)
    places = arrange(250, 70 - CHROME, ["phase"], needs.main_width, needs.need)
    place = next(place for place in places if place.panes == (INSPECTOR,))
    random = np.random.default_rng(3)
    net = NeuralNet(inputs, hidden)
    net.set_parameter(random.normal(size=net.theta1.shape), random.normal(size=net.theta2.shape))
    net.feed_forward(np.ones((inputs, 1)), [[1.0]])
    values = {code: getattr(net, code) for code in ("x1", "x2", "x3", "x4", "theta1", "theta2")}
    text = explanation_text(explain_cell("x4", 0, 0, values, 0.5, inputs, hidden, updated=False))
    assert len(text.wrap(Console(), place.width - 2)) < place.height


MATRICES = {"computation": computation_views, "parameters": parameter_views, "jacobians": jacobian_views}
SCREENS = [(80, 24), (100, 30), (119, 36), (120, 36), (160, 45), (200, 60), (250, 70)]


@pytest.mark.parametrize("size", SCREENS, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("hidden", [1, 4, 8, 9, 16])
@pytest.mark.parametrize("inputs", [2, 3, 4])
def test_no_matrix_is_cut_beside_free_columns_whatever_the_size_of_the_network(inputs, hidden, size):
    needs = heights(inputs, hidden)
    width, height = size[0], size[1] - CHROME
    for board in BOARDS:
        places = arrange(width, height, [board], needs.main_width, needs.need)
        for place in places:
            front = board if board in place.panes else place.panes[0]
            if front not in MATRICES:
                continue
            for turned in (False, True):
                look = Look(inputs, hidden, Phase.UPDATE, place.width - EDGE, turned)
                blocks = layout(MATRICES[front](look), place.width - EDGE).blocks
                assert place.width == width or not any(block.is_window for block in blocks), (front, place)
        if size[0] >= 160:
            assert (STRIP,) not in [place.panes for place in places]
        if size >= (200, 60):
            assert (INSPECTOR,) in [place.panes for place in places]


@pytest.mark.parametrize("size", SCREENS, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("hidden", [1, 4, 8, 16])
def test_a_board_in_sight_stays_where_it_is_when_it_is_made_the_one_in_front(hidden, size):
    needs = heights(2, hidden)
    width, height = size[0], size[1] - CHROME
    for first, second in itertools.permutations(BOARDS, 2):
        before = arrange(width, height, [first], needs.main_width, needs.need)
        if (second,) in [place.panes for place in before]:
            assert arrange(width, height, [second, first], needs.main_width, needs.need) == before


def test_the_tabs_of_the_article_s_network_are_the_same_for_every_board_that_fits():
    needs = heights(2, 4)
    tabs = {arrange(120, 29, [board], needs.main_width, needs.need)[0].panes for board in BOARDS[:3]}
    assert tabs == {("phase", "parameters", "jacobians")}
