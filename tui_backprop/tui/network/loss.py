"""The loss chart: ΣE, the sum of E over the samples of an iteration."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from rich.cells import cell_len
from textual import events
from textual.message import Message

from tui_backprop.calculus.array import Array
from tui_backprop.explain.plain import skinned
from tui_backprop.explain.typeset import count, fixed
from tui_backprop.training.network.loss_curve import Curve
from tui_backprop.training.network.snapshot import Chart, KeptCurve, Snapshot
from tui_backprop.tui.kit.axis import Scale
from tui_backprop.tui.kit.plot import Look, Plot
from tui_backprop.tui.kit.plot_pane import PlotPane
from tui_backprop.tui.kit.titles import entitle
from tui_backprop.tui.network.settings import setting_texts
from tui_backprop.words import words

SERIES = 4
MARK = "◆"
AT_CURSOR = 9
"""The width of the loss at the cursor: six digits."""


class LossPane(PlotPane):
    """The curve with its cursor, the edits as dashed uprights, a dropped future faintly, the samples by number.

    Kept runs are told apart by a letter on the line, by colour, and the fifth to eighth by dashes; marks by a diamond on
    the curve and their name above it.

    A click goes to an iteration, and so does dragging; the wheel looks closer and wider.
    """

    @dataclass
    class Chosen(Message):
        """An iteration was clicked."""

        iteration: int

    @dataclass
    class Zoomed(Message):
        """The wheel was turned over the chart."""

        closer: bool

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._snapshot: Snapshot | None = None
        self._drawn: tuple[object, ...] = ()
        self._due = False

    def show(self, snapshot: Snapshot) -> None:
        """Take the moment to draw; draw if the chart is another one.

        A run that goes on comes with a new chart a few times a second; in between the old one stays as it is. Such a
        chart is drawn when all else has been painted: the answer to a key need not wait for it.
        """
        before, self._snapshot = self._snapshot, snapshot
        recipe, chart = snapshot.recipe, snapshot.chart
        if (
            before is not None
            and before.running
            and snapshot.running
            and before.chart is chart
            and before.recipe is recipe
        ):
            return
        looks = (snapshot.running, snapshot.iteration, snapshot.until_error, recipe, *_looks(chart), words())
        if looks != self._drawn:
            self._drawn = looks
            self._set_titles()
            if not snapshot.running:
                self.redraw()
            elif not self._due:
                self._due = True
                self.call_after_refresh(self._draw_late)

    def _draw_late(self) -> None:
        self._due = False
        self.redraw()

    def on_resize(self) -> None:
        """Fit the titles."""
        self._set_titles()

    # --- the mouse

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Go there, and follow the pointer."""
        self.capture_mouse()
        self._choose(event)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Follow the pointer while a button is held."""
        if event.button:
            self._choose(event)

    def on_mouse_up(self) -> None:
        """Follow it no longer."""
        self.release_mouse()

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Look closer."""
        event.stop()
        self.post_message(self.Zoomed(True))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Look wider."""
        event.stop()
        self.post_message(self.Zoomed(False))

    def _choose(self, event: events.MouseEvent) -> None:
        if (found := self.under(event)) is not None and self._snapshot is not None:
            first, last = self._snapshot.chart.window
            self.post_message(self.Chosen(min(max(round(found[0]), first), last)))

    # --- the chart

    def _set_titles(self) -> None:
        if (snapshot := self._snapshot) is None:
            return
        said, chart, room = words().network_screen, snapshot.chart, self.size.width - 4
        where = _where(snapshot)
        titles = [f"{name} · {where}" if len(chart.curve) else name for name in said.loss_titles]
        title = next((title for title in titles if cell_len(title) <= room), where)
        error = "" if chart.cursor_error is None else fixed(chart.cursor_error, AT_CURSOR).strip().lstrip("+")
        long, short = said.loss_at(iteration=count(snapshot.iteration), error=error)
        entitle(self, title, long if cell_len(long) <= room else short)

    def plot(self) -> Plot | str:
        """The chart, or a sentence in its place."""
        said = words().network_screen
        if self._snapshot is None:
            return ""
        chart = self._snapshot.chart
        if not any(np.isfinite(curve.high).any() for curve in (chart.curve, *(run.curve for run in chart.kept))):
            return said.not_finite if len(chart.curve) else said.no_iteration
        first, last = chart.window
        values = np.concatenate([ends for curve in _all(chart) for ends in _between(curve, first, last)])
        values = values[np.isfinite(values)]
        lowest, highest = float(values.min()), float(values.max())
        # From zero up, unless a window looks closely at less than half of it.
        if not chart.log and (chart.whole or lowest <= highest / 2):
            lowest = min(lowest, 0.0)
        plot = Plot(
            Scale(max(first, 1), max(last, 2), logarithmic=chart.spread, whole=True, gap=14),
            Scale(lowest, highest, logarithmic=chart.log, tied=True),
            self.look("axis"),
        )
        target = self._snapshot.until_error
        if target is not None and lowest <= target <= highest:
            plot.level(target, self.look("threshold"))
        for edit in chart.edits:
            plot.upright(edit, self.look("edit"), "┆")
        if chart.cursor >= first:
            plot.upright(chart.cursor, self.look("cursor"))
        if chart.ghost is not None:
            self._curve(plot, chart.ghost, "ghost")
        for index, curve in enumerate(chart.samples):
            self._curve(plot, curve, _series(index))
        for run in chart.kept:
            self._curve(plot, run.curve, kept_role(run.label), dashed=run.label > SERIES)
        self._curve(plot, chart.curve, "curve")
        self._letters(plot, chart.kept)
        self._marks(plot, chart)
        for index, curve in enumerate(chart.samples):
            # Each sample's number lies on its line, each at another place so that they stand apart.
            at = int(len(curve) * (index + 0.5) / len(chart.samples))
            if at < len(curve):
                x, y = float(curve.iteration[at]), float(curve.high[at])
                plot.dot(x, y, self.look(_series(index)), str((index + 1) % 10))
        if chart.cursor_error is not None and math.isfinite(chart.cursor_error) and chart.cursor >= first:
            plot.dot(chart.cursor, chart.cursor_error, self.look("cursor"))
        plot.legend(said.iteration, self._legend(chart, target, True), self._legend(chart, target, False))
        return plot

    def _letters(self, plot: Plot, kept: Sequence[KeptCurve]) -> None:
        """Each kept run's letter, thrice on its line, each run at other places."""
        for index, run in enumerate(kept):
            for third in range(3):
                at = int(len(run.curve) * (third + (index + 0.5) / len(kept)) / 3)
                if at < len(run.curve):
                    x, y = float(run.curve.iteration[at]), float(run.curve.high[at])
                    plot.dot(x, y, self.look(kept_role(run.label)), letter(run.label))

    def _marks(self, plot: Plot, chart: Chart) -> None:
        """A diamond on the curve at each mark, and one above it with the name."""
        look, iterations = self.look("mark"), chart.curve.iteration
        for iteration, name in chart.marks:
            place = max(iteration, chart.window[0], 1)
            at = int(np.searchsorted(iterations, place))
            if at < len(iterations):
                plot.dot(place, float(chart.curve.high[at]), look, MARK)
            plot.flag(place, f"{MARK}{name}", look)

    def _curve(self, plot: Plot, curve: Curve, role: str, dashed: bool = False) -> None:
        plot.curve(curve.iteration, curve.low, self.look(role), curve.high, dashed)
        if len(curve) == 1:
            plot.dot(float(curve.iteration[0]), float(curve.high[0]), self.look(role), "•")

    def _legend(self, chart: Chart, target: float | None, told: bool) -> list[Look]:
        """The lines by their looks; `told` says whether of kept runs it is told how they differ."""
        said = words().network_screen
        looks: list[Look] = []
        if chart.kept:
            present = self._snapshot.recipe if self._snapshot is not None else None
            recipes = [run.recipe for run in chart.kept]
            settings = setting_texts(recipes if present is None else [present, *recipes])[-len(recipes) :]
            looks.append(Look("━", self.look("curve"), words().runs.present))
            looks += [
                Look(letter(run.label), self.look(kept_role(run.label)), text if told else "")
                for run, text in zip(chart.kept, settings, strict=True)
            ]
        if chart.samples:
            shown = min(len(chart.samples), SERIES)
            looks.append(Look("━", self.look("curve"), skinned("ΣE")))
            looks += [Look(str(index + 1), self.look(_series(index)), "") for index in range(shown)]
            looks.append(Look("…" if len(chart.samples) > SERIES else "", self.look("axis"), said.samples))
        if chart.marks:
            looks.append(Look(MARK, self.look("mark"), said.mark))
        if chart.edits:
            looks.append(Look("┆", self.look("edit"), said.edit))
        if chart.ghost is not None:
            looks.append(Look("━", self.look("ghost"), said.dropped))
        if target is not None:
            looks.append(Look("╌", self.look("threshold"), skinned(said.until(error=f"{target:g}"))))
        return looks


def _series(index: int) -> str:
    return f"series-{index % SERIES + 1}"


def letter(label: int) -> str:
    """The letter of a kept run: A for 1. Samples have numbers."""
    return chr(ord("A") + label - 1)


def kept_role(label: int) -> str:
    """The role of a kept run's colour."""
    return _series(label - 1)


def _where(snapshot: Snapshot) -> str:
    """Which part of the run the chart shows, and from where: iterations are counted as in the line at the top."""
    said, chart = words().network_screen, snapshot.chart
    log = f" · {said.logarithmic}" if chart.log else ""
    if not chart.whole:
        return said.window(first=count(chart.window[0]), last=count(chart.window[1])) + log
    behind = said.at_iteration(iteration=count(snapshot.iteration))
    paused = said.whole_run if chart.cursor >= chart.window[1] else behind
    return (said.live if snapshot.running else paused) + log


def _all(chart: Chart) -> tuple[Curve, ...]:
    kept = (run.curve for run in chart.kept)
    return (chart.curve, *chart.samples, *kept, *(() if chart.ghost is None else (chart.ghost,)))


def _between(curve: Curve, first: int, last: int) -> tuple[Array, Array]:
    """The low and the high ends of a curve in a window."""
    inside = (curve.iteration >= first) & (curve.iteration <= last)
    return curve.low[inside], curve.high[inside]


def _looks(chart: Chart) -> tuple[object, ...]:
    """All that is drawn, to compare with; the arrays by their bytes, for a nan is not equal to itself."""
    arrays = (array.tobytes() for curve in _all(chart) for array in (curve.iteration, curve.low, curve.high))
    error = str(chart.cursor_error)
    marks = (chart.window, chart.cursor, error, chart.log, chart.spread, chart.whole, chart.edits, len(chart.samples))
    kept = tuple((run.label, run.recipe) for run in chart.kept)
    return (*marks, chart.marks, kept, chart.ghost is None, *arrays)
