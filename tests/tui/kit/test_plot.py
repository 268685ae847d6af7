"""The chart: one grid for all that it shows, at every size."""

from __future__ import annotations

import math
import subprocess
import sys

import numpy as np
import plotext
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.style import Style

from tui_backprop.tui.chain.limit_chart import LimitChart
from tui_backprop.tui.kit.axis import Scale
from tui_backprop.tui.kit.plot import DOTS_DRAWN, Look, Plot, line_of
from tui_backprop.tui.kit.plot_pane import PlotPane
from tui_backprop.tui.kit.plotext_signs import signs_of
from tui_backprop.tui.network.loss import LossPane

PLAIN, RED, BLUE = Style(), Style(color="red"), Style(color="blue")
FALLING = np.geomspace(0.6, 1e-4, 400)
ITERATIONS = np.arange(1.0, 401.0)


def a_plot(log: bool = False, x_log: bool = False, label_width: int = 7) -> Plot:
    x = Scale(1, 400, x_log, whole=True, gap=14)
    plot = Plot(x, Scale(1e-4 if log else 0, 0.6, log, tied=True), PLAIN, label_width)
    plot.upright(200, RED)
    plot.level(0.01, BLUE)
    plot.curve(ITERATIONS, FALLING, PLAIN)
    plot.curve(ITERATIONS, FALLING / 2, BLUE, high=FALLING)
    plot.dot(200, FALLING[199], RED)
    plot.legend("iteration", [Look("┆", RED, "edit"), Look("━", BLUE, "dropped")])
    return plot


def text_of(plot: Plot, width: int, height: int) -> list[str]:
    return ["".join(segment.text for segment in line) for line in plot.draw(width, height).lines]


@pytest.mark.parametrize("log", [False, True])
@pytest.mark.parametrize("x_log", [False, True])
def test_every_size_is_drawn_and_nothing_is_cut_off(log, x_log):
    for width in (*range(1, 26), 80, 300):
        for height in (*range(1, 13), 24, 100):
            lines = text_of(a_plot(log, x_log), width, height)
            assert len(lines) == height
            assert all(cell_len(line) <= width for line in lines)
            if width > 3:
                assert any("⠀" < sign <= "⣿" or sign in "•●" for line in lines for sign in line)


@given(
    st.lists(st.floats(), max_size=40), st.integers(1, 60), st.integers(1, 20), st.booleans(), st.floats(), st.floats()
)
def test_no_number_breaks_it(values, width, height, log, at, value):
    finite = [v for v in values if math.isfinite(v) and (v > 0 or not log)]
    x = np.arange(len(values), dtype=np.float64)
    plot = Plot(
        Scale(0, len(values), whole=True, gap=14), Scale(min(finite, default=0), max(finite, default=0), log), PLAIN
    )
    plot.curve(x, np.array(values), PLAIN)
    plot.dot(at, value, PLAIN)
    plot.upright(at, PLAIN)
    plot.level(value, PLAIN)
    assert len(text_of(plot, width, height)) == height


def test_curve_dot_upright_and_tick_of_one_value_lie_on_one_row_and_column():
    for height in range(10, 40):
        plot = Plot(Scale(0, 100, whole=True, gap=14), Scale(0, 1, tied=True), PLAIN)
        plot.curve(np.array([0.0, 100.0]), np.array([0.5, 0.5]), PLAIN)
        plot.dot(50, 0.5, PLAIN)
        lines = text_of(plot, 80, height)
        row = next(line for line in lines if "●" in line)
        assert all("⠀" < sign <= "⣿" for sign in row.partition("●")[2].strip())
        if any(line.strip().startswith("0.5┤") for line in lines):
            assert row.strip().startswith("0.5┤")


def test_ticks_stand_evenly_on_both_axes():
    for width in range(40, 120, 7):
        for height in range(8, 30):
            lines = text_of(a_plot(), width, height)
            rows = [row for row, line in enumerate(lines) if "┤" in line]
            line = next(line for line in lines if "└" in line)
            columns = [column for column, sign in enumerate(line) if sign == "┬"]
            assert len(set(np.diff(rows).tolist())) <= 1
            assert len(set(np.diff(columns).tolist())) <= 1


def test_what_lies_above_or_below_is_shown_at_the_edge():
    plot = Plot(Scale(0, 10), Scale(0, 1, tied=True), PLAIN)
    plot.dot(2, 5.0, PLAIN)
    plot.dot(4, -5.0, PLAIN)
    lines = text_of(plot, 40, 10)
    assert "▲" in lines[0]
    assert any("▼" in line for line in lines[5:])


def test_a_jagged_curve_is_drawn_with_a_bounded_number_of_dots_and_keeps_its_ends():
    values = np.random.default_rng(0).random(4_000)
    x_axis, y_axis = Scale(0, 4_000, whole=True).axis(150, 2), Scale(0, 1, tied=True).axis(40, 4)
    columns, rows = line_of(np.arange(4_000.0), values, values, x_axis, y_axis)
    assert np.abs(np.diff(rows)).sum() <= 2 * DOTS_DRAWN
    assert (rows.min(), rows.max()) == (
        y_axis.dot(np.array([values.min()]))[0],
        y_axis.dot(np.array([values.max()]))[0],
    )
    assert (np.diff(columns) >= 0).all()


def test_the_mouse_finds_the_value_that_is_drawn_under_it():
    plot = a_plot()
    drawing = plot.draw(80, 24)
    row, column = next((r, line.index("●")) for r, line in enumerate(text_of(plot, 80, 24)) if "●" in line)
    x, y = drawing.under(column, row)
    assert abs(x - 200) < 400 / 70
    assert abs(y - FALLING[199]) < 0.6 / 18
    assert drawing.under(0, 0) is None
    assert drawing.under(79, 23) is None


def test_plotext_is_loaded_only_for_a_curve():
    code = """
import sys
from rich.style import Style
from tui_backprop.tui.kit.plot_pane import Plot
from tui_backprop.tui.chain.limit_chart import LimitChart
from tui_backprop.tui.kit.axis import Scale
plot = Plot(Scale(0, 1), Scale(0, 1), Style())
plot.dot(0, 0, Style())
plot.draw(80, 24)
print("plotext" in sys.modules)
"""
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120)
    assert found.stdout.strip() == "False", found.stderr


@given(st.data(), st.integers(1, 60), st.integers(1, 20))
def test_a_line_is_drawn_as_a_figure_of_plotext_draws_it(data, width, height):
    dots = st.integers(-4, 4 * height + 3)
    columns = sorted(data.draw(st.sets(st.integers(0, 2 * width - 1), min_size=1)))
    rows = [data.draw(dots) for _ in columns]
    plotext.clear_figure()
    plotext.limit_size(False, False)
    plotext.plotsize(width, height)
    for axes, ticks in ((plotext.xaxes, plotext.xticks), (plotext.yaxes, plotext.yticks)):
        axes(False, False)
        ticks([], [])
    plotext.xlim(0, 2 * width - 1)
    plotext.ylim(0, 4 * height - 1)
    plotext.plot(columns, rows, marker="braille")
    figure = plotext.uncolorize(plotext.build()).split("\n")
    signs = [[" "] * width for _ in range(height)]
    for column, row, sign in signs_of(tuple(columns), tuple(rows)):
        if 0 <= row < height:
            signs[height - 1 - row][column] = sign
    assert ["".join(line) for line in signs] == [line.ljust(width) for line in figure[:height]]


class APane(PlotPane):
    shown: Plot | str = "nothing to draw yet, and a sentence that is long"

    def plot(self):
        return self.shown


async def test_a_pane_repaints_only_the_lines_that_differ(host, monkeypatch):
    app = host(APane())
    async with app.run_test(size=(60, 20)) as pilot:
        pane = app.pane
        assert "nothing to draw yet" in " ".join(app.picture())
        pane.shown = a_plot()
        pane.redraw()
        await pilot.pause()
        assert any("●" in line for line in app.picture())
        asked = []
        monkeypatch.setattr(pane, "refresh", lambda *regions, **_: asked.append(regions))
        pane.shown = a_plot()
        pane.redraw()
        assert not asked
        pane.shown.dot(30, 0.5, RED)
        pane.redraw()
        assert [len(regions) for regions in asked] == [1]


async def test_a_pane_of_any_size_shows_a_chart_or_as_much_of_the_sentence_as_fits(host):
    app = host(APane())
    async with app.run_test(size=(60, 20)) as pilot:
        for shown in (app.pane.shown, a_plot()):
            app.pane.shown = shown
            for width in (1, 2, 3, 4, 5, 9, 30):
                for height in (1, 2, 3, 4, 7, 12):
                    await pilot.resize_terminal(width, height)
        await pilot.resize_terminal(60, 20)
        assert any("●" in line for line in app.picture())


@pytest.mark.parametrize("kind", [APane, LossPane, LimitChart])
async def test_a_pane_is_drawn_once_for_a_size(kind, host, monkeypatch):
    drawn = []
    plot = kind.plot
    monkeypatch.setattr(kind, "plot", lambda pane: drawn.append(tuple(pane.content_size)) or plot(pane))
    async with host(kind()).run_test(size=(60, 20)) as pilot:
        for size in ((70, 22), (70, 22), (64, 21)):
            await pilot.resize_terminal(*size)
        assert drawn == [(58, 18), (68, 20), (62, 19)]
