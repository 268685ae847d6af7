"""The loss chart."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_backprop.training.network.snapshot import Curve
from tui_backprop.tui.network.loss import LossPane, count_label, drawn_points, linear_axis, log_axis

SIZES = [(30, 6), (30, 12), (60, 12), (60, 30), (120, 36)]
EVERYWHERE = (-math.inf, math.inf)
FALLING = np.geomspace(0.6, 1e-4, 400)


async def picture(app, pilot) -> list[str]:
    await pilot.pause()
    return app.picture()


def dots(lines: list[str]) -> int:
    return sum("⠀" < c <= "⣿" for line in lines for c in line)


@given(st.integers(1, 2_000), st.integers(0, 2**32 - 1), st.sampled_from([20, 100, 250]))
def test_thinning_keeps_the_highest_and_the_lowest_value(length: int, seed: int, points: int):
    random = np.random.default_rng(seed)
    low = random.random(length)
    curve = Curve(np.arange(length, dtype=np.float64), low, low + random.random(length))
    x, y = drawn_points(curve, EVERYWHERE, points)
    assert len(x) == len(y) <= points
    assert (y.min(), y.max()) == (curve.low.min(), curve.high.max())
    assert (np.diff(x) >= 0).all()


def test_an_exact_curve_is_drawn_as_it_is():
    curve = Curve(np.arange(5.0), np.array([5.0, 4, 3, 2, 1]), np.array([5.0, 4, 3, 2, 1]))
    x, y = drawn_points(curve, (1, 3))
    assert x.tolist() == [1, 2, 3]
    assert y.tolist() == [4, 3, 2]


def test_what_is_no_number_is_left_out():
    values = np.array([1.0, math.nan, math.inf, 0.5])
    assert drawn_points(Curve(np.arange(4.0), values, values), EVERYWHERE)[1].tolist() == [1.0, 0.5]


@given(st.floats(0, 100), st.floats(0, 100), st.integers(1, 40))
def test_a_linear_axis_holds_its_values_and_its_labels_are_of_one_width(one: float, other: float, rows: int):
    lowest, highest = min(one, other), max(one, other)
    bottom, top, ticks = linear_axis(lowest, highest, rows)
    slack = 1e-6 * (top - bottom)
    assert bottom - slack <= lowest <= highest <= top + slack
    assert {len(label) for label in ticks.values()} == {7}


@given(st.floats(-30, 3), st.floats(0, 8), st.integers(1, 40))
def test_a_logarithmic_axis_ends_on_powers_of_ten(lowest: float, decades: float, rows: int):
    bottom, top, ticks = log_axis(lowest, lowest + decades, rows)
    assert bottom <= lowest + 1e-6
    assert top >= lowest + decades - 1e-6
    assert {len(label) for label in ticks.values()} == {7}
    assert all(power == int(power) for power in (bottom, top, *ticks))


@pytest.mark.parametrize(
    ("iterations", "label"),
    [(1, "1"), (10_000, "10,000"), (1_000_000, "1M"), (2_500_000, "2.5M"), (1_234_567, "1,234,567"), (3 * 10**9, "3G")],
)
def test_iterations_are_written_short_but_never_rounded(iterations: int, label: str):
    assert count_label(iterations) == label


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("log", [False, True])
async def test_nothing_is_cut_off_at_any_size(pane_snapshot, chart, curve, host, size, log):
    shown = chart(
        FALLING, log=log, samples=(curve(FALLING / 3), curve(FALLING / 2)), ghost=curve(FALLING * 2), edits=(7,)
    )
    app = host(LossPane())
    async with app.run_test(size=size) as pilot:
        app.pane.show(pane_snapshot(chart=shown))
        lines = await picture(app, pilot)
        assert all(len(line) == size[0] - 2 for line in lines)
        assert dots(lines) >= 10
        assert any("│" in line for line in lines)
        assert any(line.split()[:1] == ["1"] for line in lines[-3:])


async def test_before_the_first_iteration_it_says_what_to_press(pane_snapshot, chart, host):
    app = host(LossPane())
    async with app.run_test(size=(60, 12)) as pilot:
        app.pane.show(pane_snapshot(chart=chart([])))
        assert any("no iteration yet: press → or space" in line for line in await picture(app, pilot))
        assert app.pane.border_subtitle == "iteration 0"


async def test_a_single_iteration_is_seen(pane_snapshot, chart, host):
    app = host(LossPane())
    async with app.run_test(size=(60, 12)) as pilot:
        app.pane.show(pane_snapshot(chart=chart([0.5], cursor=0, cursor_error=None)))
        assert any("•" in line for line in await picture(app, pilot))
        app.pane.show(pane_snapshot(chart=chart([0.5])))
        assert any("●" in line for line in await picture(app, pilot))


@pytest.mark.parametrize("log", [False, True])
@pytest.mark.parametrize(
    "errors",
    [
        [0.0],
        [0.0, 0.0],
        [0.5, math.nan, 0.2],
        [math.nan] * 3,
        [math.inf] * 3,
        [0.5, math.inf],
        [1e-300, 1e300],
        [5e-324],
    ],
)
async def test_no_value_breaks_the_chart(pane_snapshot, chart, host, errors, log):
    app = host(LossPane())
    async with app.run_test(size=(60, 12)) as pilot:
        app.pane.show(pane_snapshot(chart=chart(errors, log=log)))
        assert await picture(app, pilot)


async def test_the_cursor_and_its_error_stand_below(pane_snapshot, chart, host):
    app = host(LossPane())
    async with app.run_test(size=(60, 12)) as pilot:
        app.pane.show(pane_snapshot(chart=chart(np.full(1300, 0.5), cursor=1234, cursor_error=0.12345)))
        await pilot.pause()
        assert app.pane.border_subtitle == "iteration 1,234 · E 0.1235"


@pytest.mark.parametrize(
    ("more", "running", "said"),
    [
        ({}, True, "live"),
        ({}, False, "whole run"),
        ({"cursor": 3}, False, "at iteration 3"),
        ({"whole": False}, False, "window 1–400"),
        ({"log": True}, False, "whole run · log"),
    ],
)
async def test_the_title_says_what_one_sees(pane_snapshot, chart, host, more, running, said):
    app = host(LossPane())
    async with app.run_test(size=(80, 12)) as pilot:
        app.pane.show(pane_snapshot(chart=chart(FALLING, **more), running=running))
        await pilot.pause()
        assert app.pane.border_title == f"Loss: E summed over the samples · {said}"


async def test_the_samples_are_told_apart_by_their_numbers(pane_snapshot, chart, curve, host):
    app = host(LossPane())
    levels = [curve(np.full(50, level)) for level in (0.1, 0.2, 0.3, 0.4)]
    async with app.run_test(size=(60, 24)) as pilot:
        app.pane.show(pane_snapshot(chart=chart(np.ones(50), samples=tuple(levels))))
        lines = await picture(app, pilot)
    plot = [line[8:] for line in lines[:-3]]
    rows = [next(row for row, line in enumerate(plot) if k in line) for k in "4321"]
    assert rows == sorted(set(rows))
    assert "1 2 3 4 samples" in lines[-1]


async def test_an_edit_is_a_dashed_upright_and_the_cursor_a_solid_one(pane_snapshot, chart, host):
    app = host(LossPane())
    async with app.run_test(size=(60, 16)) as pilot:
        app.pane.show(pane_snapshot(chart=chart(FALLING, cursor=200, edits=(300,))))
        top = (await picture(app, pilot))[1]
    assert 0 < top.index("│", 9) < top.index("┆")


async def test_the_plot_does_not_move_while_the_numbers_fall(pane_snapshot, chart, host):
    app = host(LossPane())
    axes = set()
    async with app.run_test(size=(60, 16)) as pilot:
        for scale in (3.0, 1.0, 1e-2, 1e-6, 1e-20):
            app.pane.show(pane_snapshot(chart=chart(FALLING * scale)))
            lines = await picture(app, pilot)
            axes |= {line.index("└") for line in lines if "└" in line}
    assert len(axes) == 1


async def test_an_equal_chart_repaints_nothing(pane_snapshot, chart, host, monkeypatch):
    app = host(LossPane())
    async with app.run_test(size=(60, 12)) as pilot:
        app.pane.show(pane_snapshot(chart=chart(FALLING)))
        await pilot.pause()
        asked = []
        monkeypatch.setattr(app.pane, "refresh", lambda *args, **kwargs: asked.append(args))
        app.pane.show(pane_snapshot(chart=chart(FALLING)))
        assert not asked
        app.pane.show(pane_snapshot(chart=chart(FALLING, cursor=3)))
        assert asked


async def test_a_change_of_theme_recolours_the_chart(pane_snapshot, chart, host):
    app = host(LossPane())
    async with app.run_test(size=(60, 12)) as pilot:
        app.pane.show(pane_snapshot(chart=chart(FALLING)))
        await pilot.pause()
        dark = {span.style for span in app.pane.render().spans}
        app.theme = "textual-light"
        await pilot.pause()
        assert dark.isdisjoint({span.style for span in app.pane.render().spans})
