"""The chart of f over k: how far down the descent has come."""

from __future__ import annotations

import math
from typing import ClassVar

import numpy as np
from rich.align import Align
from rich.console import RenderableType
from rich.text import Text
from textual_plotext import PlotextPlot

from tui_backprop.calculus.array import Array
from tui_backprop.explain.typeset import WIDTH, count
from tui_backprop.training.descent.snapshot import DescentSnapshot, F
from tui_backprop.training.network.loss_curve import thinned
from tui_backprop.training.network.snapshot import Curve
from tui_backprop.tui.network.loss import POINTS, count_label, drawn_points, linear_axis, log_axis, nice_step
from tui_backprop.words import words

DOTS_DRAWN = 3_000
FEW = 30


def curve_of(f: Array, log: bool) -> Curve:
    """f, or its logarithm, over k as an envelope of at most POINTS points; nan for what is no finite number."""
    with np.errstate(all="ignore"):
        values = np.log10(np.where(f > 0, f, np.nan)) if log else np.where(np.isfinite(f), f, np.nan)
    k = np.arange(1, len(f) + 1, dtype=np.float64)
    return thinned(k, values, values, POINTS)


class DescentCurvePane(PlotextPlot, can_focus=True):
    """f at every point reached, an upright at the point shown, dashed ones where α was changed."""

    DEFAULT_CSS = """
    DescentCurvePane {
        & > .curve--axis { color: $foreground 70%; }
        & > .curve--line { color: $foreground; }
        & > .curve--cursor { color: #f2a73b; }
        & > .curve--edit { color: $foreground 50%; }
        &:ansi > .curve--axis, &:ansi > .curve--line, &:ansi > .curve--edit { color: ansi_default; }
        &:light > .curve--cursor { color: #7a4100; }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"curve--{line}" for line in ("axis", "line", "cursor", "edit")}

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._snapshot: DescentSnapshot | None = None
        self._drawn: tuple[object, ...] = ()
        self._curve: tuple[object, Curve] | None = None

    def show(self, snapshot: DescentSnapshot) -> None:
        """Take the moment to draw; repaint if the path or the point is another one."""
        self._snapshot = snapshot
        looks = (snapshot.recipe, snapshot.k, snapshot.reached, snapshot.log)
        if looks != self._drawn:
            self._drawn = looks
            said = words().descent
            self.border_title = f"{said.curve_title} · {said.logarithmic}" if snapshot.log else said.curve_title
            self.refresh()

    def render(self) -> RenderableType:
        """The chart, or a sentence in its place."""
        width, height = self.size
        if self._snapshot is None or width < 2 * WIDTH or height < 4:
            return ""
        curve = self._curve_of(self._snapshot)
        x, y = drawn_points(curve, (1, self._snapshot.reached))
        if not len(x):
            return Align.center(Text(words().descent.curve_empty, justify="center"), vertical="middle", height=height)
        plot = self.plt
        plot.clear_data()
        plot.plotsize(width, height)
        plot._set_size(width, height)  # pyright: ignore[reportPrivateUsage]
        rows = height - 2
        bottom, top = self._set_axes(self._snapshot, y, rows)
        for edit in self._snapshot.recipe.edits:
            self._upright(edit.k, "┆", "edit", (bottom, top, rows))
        self._upright(self._snapshot.k, "│", "cursor", (bottom, top, rows))
        # plotext's cost is the length of the line: one that jumps up and down gets fewer points.
        points = POINTS
        while points > FEW and float(np.abs(np.diff(y)).sum()) / (top - bottom) * 4 * rows > DOTS_DRAWN:
            points //= 2
            x, y = drawn_points(curve, (1, self._snapshot.reached), points)
        plot.plot(x.tolist(), y.tolist(), marker="•" if len(x) == 1 else "braille", color=self._colour("line"))
        self._mark(self._snapshot, bottom, top)
        return Text.from_ansi(plot.build().rstrip("\n"), no_wrap=True, end="")

    def _curve_of(self, snapshot: DescentSnapshot) -> Curve:
        key = (snapshot.recipe, snapshot.reached, snapshot.log)
        if self._curve is None or self._curve[0] != key:
            self._curve = (key, curve_of(snapshot.path[:, F], snapshot.log))
        return self._curve[1]

    def _set_axes(self, snapshot: DescentSnapshot, y: Array, rows: int) -> tuple[float, float]:
        """Set the axes up; the ends of that of f."""
        plot = self.plt
        plot.xaxes(True, False)
        plot.yaxes(True, False)
        plot.canvas_color("default")
        plot.axes_color("default")
        plot.ticks_color(self._colour("axis"))
        axis = log_axis if snapshot.log else linear_axis
        bottom, top, ticks = axis(float(y.min()), float(y.max()), rows)
        plot.ylim(bottom, top)
        plot.yticks(list(ticks), list(ticks.values()))
        reached = snapshot.reached
        plot.xlim(*((1, reached) if reached > 1 else (0.5, 1.5)))
        step = max(int(nice_step(max(reached - 1, 1), max((self.size.width - WIDTH) // 14, 2))), 1)
        marks = [1, *(at for at in range(step, reached + 1, step) if at - 1 > step / 2)]
        plot.xticks([float(at) for at in marks], [count_label(at) for at in marks[:-1]] + [self._last_label(marks[-1])])
        return bottom, top

    def _last_label(self, at: int) -> str:
        return f"k = {count(at)}" if at == 1 else count_label(at)

    def _upright(self, at: int, character: str, colour: str, scale: tuple[float, float, int]) -> None:
        y = np.linspace(*scale).tolist()
        self.plt.scatter([at] * len(y), y, marker=character, color=self._colour(colour))

    def _mark(self, snapshot: DescentSnapshot, bottom: float, top: float) -> None:
        """A dot on the curve at the point shown."""
        value = snapshot.point.f
        if snapshot.log:
            value = math.log10(value) if value > 0 else math.nan
        if math.isfinite(value):
            self.plt.scatter([snapshot.k], [min(max(value, bottom), top)], marker="●", color=self._colour("cursor"))

    def _colour(self, name: str) -> tuple[int, int, int] | str:
        colour = self.get_component_styles("curve--" + name).color
        return (self.background_colors[1] + colour).rgb if colour.ansi is None else "default"
