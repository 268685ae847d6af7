"""What the chart shows, at every zoom, against the errors of every iteration."""

from dataclasses import replace

import numpy as np
import pytest

from tui_backprop.training.network import charting
from tui_backprop.training.network import timeline as timeline_module
from tui_backprop.training.network.arithmetic import Arithmetic
from tui_backprop.training.network.charting import NARROWEST, POINTS, ChartView, chart
from tui_backprop.training.network.loss_curve import LossCurve
from tui_backprop.training.network.recipe import Edit, Recipe
from tui_backprop.training.network.timeline import Timeline

RECIPE = Recipe(learning_rate=0.5, edits=(Edit(0, "theta1[0,0]", 0.5), Edit(400, "learning_rate", 40.0)))


def trained(iterations, recipe=RECIPE):
    arithmetic = Arithmetic(2, 4)
    arithmetic.compile()
    timeline = Timeline(recipe, arithmetic)
    timeline.extend(4 * iterations)
    return timeline


def sums(timeline):
    e = timeline.errors(0, timeline.furthest // 4 * 4).reshape(-1, 4)
    return (((e[:, 0] + e[:, 1]) + e[:, 2]) + e[:, 3]).tolist()


def shown(timeline, view=None, whole_cycle=None, live=False):
    return chart(
        timeline, view or ChartView(), timeline.furthest if whole_cycle is None else whole_cycle, 0.5, None, live
    )


@pytest.fixture
def halved(monkeypatch):
    """A run of 1,000 iterations of which the curve has kept every 16 as one."""
    monkeypatch.setattr(timeline_module, "LossCurve", lambda samples: LossCurve(samples, 64))
    timeline = trained(1_000)
    assert timeline.curve.width == 16
    return timeline


def check_envelope(curve, expected, first):
    """The curve's points cover `expected`, iterations from `first` on, and keep each stretch's lowest and highest."""
    ends = [int(end) - first + 1 for end in curve.iteration]
    assert ends[-1] == len(expected)
    for start, end, low, high in zip([0, *ends[:-1]], ends, curve.low, curve.high, strict=True):
        assert (low, high) == (min(expected[start:end]), max(expected[start:end]))


@pytest.mark.parametrize("iterations", [1, 2, 249, POINTS])
def test_a_short_run_is_shown_whole_and_exact(iterations):
    timeline = trained(iterations)
    found = shown(timeline)
    assert found.whole
    assert found.window == (1, iterations)
    assert found.curve.iteration.tolist() == list(range(1, iterations + 1))
    assert found.curve.low.tolist() == found.curve.high.tolist() == sums(timeline)


@pytest.mark.parametrize("iterations", [POINTS + 1, 1_000, 7_777])
def test_a_long_run_is_thinned_to_an_envelope_that_keeps_every_extreme(iterations):
    timeline = trained(iterations)
    found = shown(timeline)
    assert POINTS / 2 < len(found.curve) <= POINTS
    check_envelope(found.curve, sums(timeline), 1)


@pytest.mark.parametrize("span", [20, 50, 249, 250])
@pytest.mark.parametrize("cursor", [0, 1, 9, 500, 993, 1_000])
@pytest.mark.parametrize("live", [False, True])
def test_a_window_is_drawn_exactly_at_every_zoom_though_the_curve_has_been_halved(halved, span, cursor, live):
    found = shown(halved, ChartView(whole=False, span=span), 4 * cursor, live)
    first, last = found.window
    assert last - first + 1 == span
    assert first <= max(cursor, 1) <= last
    assert found.curve.iteration.tolist() == list(range(first, last + 1))
    assert found.curve.low.tolist() == found.curve.high.tolist() == sums(halved)[first - 1 : last]


def test_the_cursor_stands_in_the_middle_of_its_window_where_there_is_room(halved):
    view = ChartView(whole=False, span=100)
    windows = {cursor: shown(halved, view, 4 * cursor).window for cursor in (0, 30, 500, 990)}
    assert windows == {0: (1, 100), 30: (1, 100), 500: (450, 549), 990: (901, 1000)}


def test_a_window_wider_than_its_points_is_replayed_and_thinned(halved):
    found = shown(halved, ChartView(whole=False, span=800), 4 * 500)
    first, last = found.window
    assert len(found.curve) == 200
    check_envelope(found.curve, sums(halved)[first - 1 : last], first)


def test_a_window_too_wide_to_be_replayed_comes_from_the_curve(halved, monkeypatch):
    monkeypatch.setattr(charting, "_REPLAY_LIVE", 4 * 400)
    view = ChartView(whole=False, span=800)
    live, still = shown(halved, view, 2_000, live=True), shown(halved, view, 2_000)
    assert live.window == still.window == (100, 899)
    assert np.diff(live.curve.iteration).tolist() == [16] * (len(live.curve) - 1)
    expected = sums(halved)
    for end, low, high in zip(live.curve.iteration.astype(int), live.curve.low, live.curve.high, strict=True):
        assert (low, high) == (min(expected[end - 16 : end]), max(expected[end - 16 : end]))
    assert len(still.curve) == 200


def test_a_window_longer_than_the_run_is_the_whole_run():
    timeline = trained(30)
    found = shown(timeline, ChartView(whole=False, span=1_000), 40)
    assert found.window == (1, 30)
    assert found.curve.low.tolist() == sums(timeline)


def test_the_samples_have_their_own_lines_where_they_are_asked_for(halved):
    assert shown(halved).samples == ()
    found = shown(halved, ChartView(whole=False, span=20, samples=True), 4 * 500)
    first, last = found.window
    errors = halved.errors(4 * (first - 1), 4 * last).reshape(-1, 4)
    assert [curve.low.tolist() for curve in found.samples] == errors.T.tolist()
    whole = shown(halved, ChartView(samples=True)).samples
    assert [curve.low[-1] for curve in whole] == halved.errors(3_996, 4_000).tolist()


def test_edits_are_marked_at_the_first_iteration_that_feels_them():
    timeline = trained(200)
    assert shown(timeline).edits == (1, 101)
    view = ChartView(whole=False, span=20)
    assert shown(timeline, view, 4 * 100).edits == (101,)
    assert shown(timeline, view, 4 * 150).edits == ()


def test_the_cursor_counts_whole_iterations():
    timeline = trained(20)
    assert [shown(timeline, whole_cycle=whole_cycle).cursor for whole_cycle in (0, 3, 4, 7, 8)] == [0, 0, 1, 1, 2]


def test_nothing_is_drawn_before_the_first_iteration():
    found = shown(Timeline(RECIPE), ChartView(samples=True))
    assert len(found.curve) == 0
    assert found.samples == ()
    timeline = Timeline(RECIPE)
    timeline.extend(3)
    assert len(shown(timeline).curve) == 0


def test_looking_adds_nothing_to_the_curve(halved):
    before = (halved.curve.count, halved.furthest, shown(halved).curve.low.tolist())
    for span in (20, 300, 5_000):
        shown(halved, ChartView(whole=False, span=span, samples=True), 2_000)
    assert (halved.curve.count, halved.furthest, shown(halved).curve.low.tolist()) == before


def test_the_view_is_passed_on():
    found = shown(trained(5), ChartView(log=True, whole=False))
    assert (found.log, found.whole, found.cursor_error) == (True, False, 0.5)


def test_zooming_in_halves_down_to_twenty_and_out_again_ends_with_the_whole_run():
    view, spans = ChartView(), []
    for _ in range(8):
        view = view.zoomed(True, 1_000)
        spans.append((view.whole, view.span))
    assert spans == [(False, span) for span in (500, 250, 125, 62, 31, NARROWEST, NARROWEST, NARROWEST)]
    out = []
    for _ in range(7):
        view = view.zoomed(False, 1_000)
        out.append("whole" if view.whole else view.span)
    assert out == [40, 80, 160, 320, 640, "whole", "whole"]


def test_zooming_keeps_the_rest_of_the_view():
    view = ChartView(log=True, samples=True)
    assert replace(view.zoomed(True, 1_000), whole=True, span=view.span) == view
    assert ChartView().zoomed(True, 0).span == NARROWEST


def test_a_spread_chart_has_as_many_points_for_each_power_of_ten_and_keeps_every_extreme():
    timeline = trained(20_000)
    found = shown(timeline, ChartView(spread=True))
    assert found.spread
    assert len(found.curve) <= POINTS
    check_envelope(found.curve, sums(timeline), 1)
    points = np.histogram(found.curve.iteration, bins=[100, 1_000, 10_000])[0]
    assert abs(points[0] - points[1]) <= 2
    assert points.min() > 40
