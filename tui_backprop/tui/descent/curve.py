"""The chart of f over k: how far down the descent has come."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from textual import events
from textual.message import Message

from tui_backprop.calculus.array import Array
from tui_backprop.training.descent.snapshot import DescentSnapshot, F
from tui_backprop.tui.kit.axis import Scale
from tui_backprop.tui.kit.plot import Plot
from tui_backprop.tui.kit.plot_pane import PlotPane
from tui_backprop.tui.kit.titles import entitle
from tui_backprop.words import words

ENVELOPE = 2_000
"""Of a longer part of a path the chart gets the lowest and the highest f of so many stretches."""


def envelope(f: Array, first: int) -> tuple[Array, Array, Array]:
    """k, and the lowest and the highest f of each stretch of points, the first of which is number `first`.

    What is not finite is left out of its stretch; a stretch of nothing else is nan.
    """
    size = -(-len(f) // ENVELOPE)
    starts = np.arange(0, len(f), size)
    known = np.isfinite(f)
    low = np.minimum.reduceat(np.where(known, f, np.inf), starts)
    high = np.maximum.reduceat(np.where(known, f, -np.inf), starts)
    low[np.isinf(low)], high[np.isinf(high)] = np.nan, np.nan
    return (first + starts).astype(np.float64), low, high


class DescentCurvePane(PlotPane):
    """f at the points reached, an upright at the point shown, dashed ones where α was changed.

    A click is a wish to go to the point under it, a turn of the wheel one for fewer steps, or for more.
    """

    @dataclass
    class Chosen(Message):
        """A click on the place of point k."""

        k: int

    @dataclass
    class Scaled(Message):
        """Fewer steps by `factor`, or more, with point k where it is."""

        factor: float
        k: int

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._snapshot: DescentSnapshot | None = None
        self._drawn: tuple[object, ...] = ()

    def show(self, snapshot: DescentSnapshot) -> None:
        """Take the moment to draw; draw anew if the path or the point is another one."""
        self._snapshot = snapshot
        looks = (snapshot.recipe, snapshot.k, snapshot.reached, snapshot.span, snapshot.log, words())
        if looks != self._drawn:
            self._drawn = looks
            said = words().descent
            entitle(self, f"{said.curve_title} · {said.logarithmic}" if snapshot.log else said.curve_title)
            self.redraw()

    def plot(self) -> Plot | str:
        """The chart, or a sentence in its place."""
        snapshot = self._snapshot
        if snapshot is None:
            return ""
        first, last = snapshot.span
        k, low, high = envelope(snapshot.path[first - 1 : last, F], first)
        if np.isnan(low).all():
            return words().descent.curve_empty
        plot = Plot(
            Scale(first, last, whole=True, gap=9),
            Scale(float(np.nanmin(low)), float(np.nanmax(high)), logarithmic=snapshot.log, tied=True),
            self.look("axis"),
        )
        for edit in snapshot.recipe.edits:
            if first <= edit.k <= last:
                plot.upright(edit.k, self.look("edit"), "┆")
        plot.upright(snapshot.k, self.look("cursor"))
        plot.curve(k, low, self.look("curve"), high)
        plot.dot(snapshot.k, snapshot.point.f, self.look("cursor"))
        plot.legend("k")
        return plot

    def on_click(self, event: events.Click) -> None:
        """Say which point was clicked."""
        if (k := self._k_under(event)) is not None:
            self.post_message(self.Chosen(k))

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Look closer."""
        self._scale(event, 1.5)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Look at more."""
        self._scale(event, 1 / 1.5)

    def _scale(self, event: events.MouseEvent, factor: float) -> None:
        event.stop()
        if (k := self._k_under(event)) is not None:
            self.post_message(self.Scaled(factor, k))

    def _k_under(self, event: events.MouseEvent) -> int | None:
        under = self.under(event)
        if under is None or self._snapshot is None:
            return None
        first, last = self._snapshot.span
        return min(max(round(under[0]), first), last)
