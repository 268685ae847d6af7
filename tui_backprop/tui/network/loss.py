"""The loss chart: E summed over the samples, an iteration."""

from __future__ import annotations

import math
from typing import ClassVar

import numpy as np
from rich.align import Align
from rich.console import RenderableType
from rich.text import Text
from textual_plotext import PlotextPlot

from tui_backprop.calculus.array import Array
from tui_backprop.explain.typeset import WIDTH, count, number, superscript
from tui_backprop.training.network.snapshot import Chart, Curve, Snapshot

POINTS, DOTS_DRAWN = 250, 3_000
DECADES = 12
SAMPLE_COLOURS = 4
ROWS_WITH_AXIS_LINE, ROWS_WITH_LEGEND = 5, 9


def drawn_points(curve: Curve, ends: tuple[float, float], points: int = POINTS) -> tuple[Array, Array]:
    """The curve between two iterations as one line of at most `points` points, without what is not a number.

    An envelope goes up and down between its low and its high, to the nearer one first so that the line is short.
    """
    kept = np.isfinite(curve.low) & np.isfinite(curve.high)
    kept &= (curve.iteration >= ends[0]) & (curve.iteration <= ends[1])
    x, low, high = curve.iteration[kept], curve.low[kept], curve.high[kept]
    if len(x) <= points and np.array_equal(low, high):
        return x, low
    buckets = min(max(points // 2, 1), len(x))
    starts = np.arange(buckets) * len(x) // buckets
    pairs = np.stack((np.minimum.reduceat(low, starts), np.maximum.reduceat(high, starts)), axis=1)
    last = pairs[0, 1]
    for pair in pairs:
        if abs(pair[1] - last) < abs(pair[0] - last):
            pair[:] = pair[::-1]
        last = pair[1]
    return np.repeat(x[starts], 2), pairs.ravel()


def nice_step(span: float, steps: int) -> float:
    """The smallest of 1, 2, 5 times a power of ten of which at most `steps` fill the span."""
    power = 10.0 ** math.floor(math.log10(span / steps))
    return next(factor * power for factor in (1, 2, 5, 10, 20) if factor * power * steps >= span * (1 - 1e-9))


def count_label(value: int) -> str:
    """A number of iterations for the axis: 10,000, then 1M, 2.5M, 1G."""
    for size, letter in ((10**9, "G"), (10**6, "M")):
        if value >= size and value % (size // 1000) == 0:
            return f"{value / size:g}{letter}"
    return count(value)


def linear_axis(lowest: float, highest: float, rows: int) -> tuple[float, float, dict[float, str]]:
    """The ends of a linear axis on round numbers, and its labelled ticks, all labels of one width."""
    span = max(highest - lowest, abs(highest) * 1e-3)
    span = span if span > 1e-290 else 1.0  # Near the smallest float a step cannot be divided.
    step = nice_step(span, max(min(rows // 2, 5), 1))
    first, last = math.floor(lowest / step + 1e-9), math.ceil(highest / step - 1e-9)
    last = max(last, first + 1)
    decimals = max(-math.floor(math.log10(step)), 0)
    ticks = {index * step: _tick_label(index * step, decimals) for index in range(first, last + 1)}
    return first * step, last * step, ticks


def log_axis(lowest: float, highest: float, rows: int) -> tuple[float, float, dict[float, str]]:
    """The same for the exponents of ten: at most DECADES of them, the labels written as powers."""
    top = math.ceil(highest - 1e-9)
    bottom = max(min(math.floor(lowest + 1e-9), top - 1), top - DECADES)
    stride = max(math.ceil((top - bottom) / max(rows - 1, 1)), 1)
    powers = range(top, bottom - 1, -stride)
    return bottom, top, {float(power): f"10{superscript(power)}".rjust(WIDTH) for power in powers}


def _tick_label(value: float, decimals: int) -> str:
    fixed = f"{value:.{decimals}f}"
    return (fixed if len(fixed) <= WIDTH else number(value).strip().lstrip("+")).rjust(WIDTH)


def _logarithm(values: Array) -> Array:
    """log10, where a zero or less lies as deep as the axis may go."""
    positive = values[values > 0]
    floor = math.log10(positive.max()) - DECADES if positive.size else -1.0
    return np.maximum(np.log10(values, where=values > 0, out=np.full_like(values, floor)), floor)


class LossPane(PlotextPlot, can_focus=True):
    """The curve with its cursor, the edits as dashed uprights, a dropped future faintly, the samples by number."""

    DEFAULT_CSS = """
    LossPane {
        & > .loss--axis { color: $foreground 70%; }
        & > .loss--curve { color: $foreground; }
        & > .loss--cursor { color: #f2a73b; }
        & > .loss--edit { color: $foreground 50%; }
        & > .loss--ghost { color: $foreground 40%; }
        & > .loss--sample-1 { color: #66bdf2; }
        & > .loss--sample-2 { color: #e69f00; }
        & > .loss--sample-3 { color: #1fbf92; }
        & > .loss--sample-4 { color: #dc8cb8; }
        &:ansi > .loss--axis, &:ansi > .loss--curve { color: ansi_default; }
        &:ansi > .loss--edit, &:ansi > .loss--ghost { color: ansi_default; }
        &:light > .loss--cursor { color: #7a4100; }
        &:light > .loss--sample-1 { color: #004f8b; }
        &:light > .loss--sample-2 { color: #8f4f00; }
        &:light > .loss--sample-3 { color: #006b50; }
        &:light > .loss--sample-4 { color: #94306c; }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"loss--{line}"
        for line in ("axis", "curve", "cursor", "edit", "ghost", "sample-1", "sample-2", "sample-3", "sample-4")
    }

    def __init__(self, *, name: str | None = None, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self._snapshot: Snapshot | None = None
        self._drawn: tuple[object, ...] = ()

    def show(self, snapshot: Snapshot) -> None:
        """Take the moment to draw; repaint if the chart is another one."""
        self._snapshot = snapshot
        looks = (snapshot.running, *_looks(snapshot.chart))
        if looks != self._drawn:
            self._drawn = looks
            self._set_titles()
            self.refresh()

    def on_resize(self) -> None:
        """Fit the titles."""
        self._set_titles()

    def _set_titles(self) -> None:
        if (snapshot := self._snapshot) is None:
            return
        chart = snapshot.chart
        where, room = _where(chart, snapshot.running), self.size.width - 4
        names = ("Loss: E summed over the samples", "Loss ΣE", "ΣE")
        titles = [f"{name} · {where}" if len(chart.curve) else name for name in names]
        self.border_title = next((title for title in titles if len(title) <= room), where)
        error = "" if chart.cursor_error is None else f" · E {number(chart.cursor_error).strip().lstrip('+')}"
        subtitle = f"iteration {count(chart.cursor)}{error}"
        self.border_subtitle = subtitle if len(subtitle) <= room else f"{count(chart.cursor)}{error}"

    def render(self) -> RenderableType:
        """The chart, or a sentence in its place."""
        width, height = self.size
        if self._snapshot is None or not self.size.area:
            return ""
        chart = self._snapshot.chart
        if not np.isfinite(chart.curve.high).any():
            gone = "E is no number any more: the parameters have run away"
            sentence = gone if len(chart.curve) else "no iteration yet: press → or space"
            return Align.center(Text(sentence, justify="center"), vertical="middle", height=height)
        rows = height - (height >= ROWS_WITH_LEGEND)
        self._plot_chart(chart, width, rows)
        text = Text.from_ansi(self.plt.build().rstrip("\n"), no_wrap=True, end="")
        if rows < height:
            text.append("\n").append_text(self._legend(chart, width))
        return text

    def _plot_chart(self, chart: Chart, width: int, height: int) -> None:
        """Set up plotext afresh: building a figure changes what it was given."""
        plot = self.plt
        plot.clear_data()
        plot.plotsize(width, height)
        plot._set_size(width, height)  # pyright: ignore[reportPrivateUsage]
        self._set_axes(chart, width, height)
        columns, rows = width - WIDTH - 1, height - 1 - (height >= ROWS_WITH_AXIS_LINE)
        (left, right), (bottom, top, _) = _ends(chart.window), self._y_axis(chart, rows)
        scale = _logarithm if chart.log else np.asarray

        def draw(curve: Curve, colour: str, points: int = POINTS) -> None:
            x, y = drawn_points(curve, (left, right), min(points, 4 * columns))
            # What leaves the chart does so by one row: plotext would walk all of the way there.
            y = np.clip(scale(y), bottom - (top - bottom) / rows, top + (top - bottom) / rows)
            dots = float(np.abs(np.diff(y)).sum()) / (top - bottom) * 4 * rows
            if dots > DOTS_DRAWN and points > 30:
                draw(curve, colour, points // 2)
            else:
                marker = "•" if len(x) == 1 else "braille"
                plot.plot(x.tolist(), y.tolist(), marker=marker, color=self._colour(colour))

        def upright(at: float, character: str, colour: str) -> None:
            if left <= at <= right:
                y = np.linspace(bottom, top, rows).tolist()
                plot.scatter([at] * rows, y, marker=character, color=self._colour(colour))

        if chart.ghost is not None:
            draw(chart.ghost, "ghost")
        for edit in chart.edits:
            upright(edit, "┆", "edit")
        upright(chart.cursor, "│", "cursor")
        for index, curve in enumerate(chart.samples):
            draw(curve, _sample_colour(index), max(POINTS // len(chart.samples), 40))
        draw(chart.curve, "curve")
        # Each sample's number lies on its line, each at another place along the axis so that they stand apart.
        for index, curve in enumerate(chart.samples):
            x, y = drawn_points(curve, (left, right), 2 * len(curve))
            at = int(len(x) * (index + 0.5) / len(chart.samples))
            for one_x, one_y in zip(x[at : at + 1], scale(y[at : at + 1]), strict=True):
                plot.text(str(index + 1), one_x, one_y, color=self._colour(_sample_colour(index)), style="bold")
        if chart.cursor_error is not None and math.isfinite(chart.cursor_error) and left <= chart.cursor <= right:
            y = float(np.clip(scale(np.array([chart.cursor_error]))[0], bottom, top))
            plot.scatter([chart.cursor], [y], marker="●", color=self._colour("cursor"))

    def _set_axes(self, chart: Chart, width: int, height: int) -> None:
        plot = self.plt
        line = height >= ROWS_WITH_AXIS_LINE
        plot.xaxes(line, False)
        plot.yaxes(True, False)
        plot.canvas_color("default")
        plot.axes_color("default")
        plot.ticks_color(self._colour("axis"))
        bottom, top, ticks = self._y_axis(chart, height - 1 - line)
        plot.ylim(bottom, top)
        plot.yticks(list(ticks), list(ticks.values()))
        plot.xlim(*_ends(chart.window))
        first, last = chart.window
        step = max(int(nice_step(max(last - first, 1), max((width - WIDTH) // 14, 2))), 1)
        later = range((first // step + 1) * step, last + 1, step)
        marks = [first, *(at for at in later if at - first > step / 2)]
        plot.xticks([float(at) for at in marks], [count_label(at) for at in marks])

    def _y_axis(self, chart: Chart, rows: int) -> tuple[float, float, dict[float, str]]:
        """The axis that holds every line; from zero up, unless a window looks closely at less than half of it."""
        values = np.concatenate([ends for curve in (chart.curve, *chart.samples) for ends in (curve.low, curve.high)])
        values = values[np.isfinite(values)]
        if chart.log:
            exponents = _logarithm(values)
            return log_axis(float(exponents.min()), float(exponents.max()), rows)
        lowest, highest = float(values.min()), float(values.max())
        close = not chart.whole and lowest > highest / 2
        return linear_axis(lowest if close else min(lowest, 0.0), highest, rows)

    def _legend(self, chart: Chart, width: int) -> Text:
        """The last row: what the axis counts, and the lines by their looks."""
        style = self.get_component_rich_style
        entries = [("iteration  ", "axis")]
        if chart.samples:
            many = len(chart.samples)
            each = [(f"{index + 1} ", _sample_colour(index)) for index in range(many)]
            each = each if many <= SAMPLE_COLOURS else [(f"1…{many} ", "axis")]
            entries += [("━ ", "curve"), ("ΣE  ", "axis"), *each, ("samples  ", "axis")]
        entries += [("┆ ", "edit"), ("edit  ", "axis")] if chart.edits else []
        entries += [("━ ", "ghost"), ("dropped  ", "axis")] if chart.ghost is not None else []
        legend = Text(no_wrap=True, end="").join(Text(text, style("loss--" + name)) for text, name in entries)
        legend.rstrip()
        if len(legend) > width:
            legend = Text("iteration", style("loss--axis"))
        # Under the middle of the plot, or of all of the pane if it needs the room.
        left = WIDTH + 1 if len(legend) < width - WIDTH else 0
        return Text(" " * (left + (width - left - len(legend)) // 2), end="").append_text(legend)

    def _colour(self, name: str) -> tuple[int, int, int] | str:
        colour = self.get_component_styles("loss--" + name).color
        return (self.background_colors[1] + colour).rgb if colour.ansi is None else "default"


def _sample_colour(index: int) -> str:
    return f"sample-{index % SAMPLE_COLOURS + 1}"


def _ends(window: tuple[int, int]) -> tuple[float, float]:
    """The ends of the iteration axis; a single iteration stands in its middle."""
    first, last = window
    return (first - 0.5, last + 0.5) if first >= last else (first, last)


def _where(chart: Chart, running: bool) -> str:
    """Which part of the run the chart shows, and from where."""
    log = " · log" if chart.log else ""
    if not chart.whole:
        return f"window {count(chart.window[0])}–{count(chart.window[1])}{log}"
    paused = "whole run" if chart.cursor >= chart.window[1] else f"at iteration {count(chart.cursor)}"
    return ("live" if running else paused) + log


def _looks(chart: Chart) -> tuple[object, ...]:
    """All that is drawn, to compare with; the arrays by their bytes, for a nan is not equal to itself."""
    curves = (chart.curve, *chart.samples, *(() if chart.ghost is None else (chart.ghost,)))
    arrays = (array.tobytes() for curve in curves for array in (curve.iteration, curve.low, curve.high))
    marks = (
        chart.window,
        chart.cursor,
        str(chart.cursor_error),
        chart.log,
        chart.whole,
        chart.edits,
        len(chart.samples),
    )
    return (*marks, chart.ghost is None, *arrays)
