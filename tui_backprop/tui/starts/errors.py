"""ΣE of the starts over the iterations: the median, and the band that holds the middle 80 %."""

from __future__ import annotations

import numpy as np

from tui_backprop.explain.plain import skinned
from tui_backprop.tui.kit.axis import Scale
from tui_backprop.tui.kit.plot import Look as LegendLook
from tui_backprop.tui.kit.plot import Plot
from tui_backprop.tui.kit.plot_pane import PlotPane
from tui_backprop.tui.starts.look import Look
from tui_backprop.tui.starts.solved import iterations
from tui_backprop.tui.starts.texts import none_ended
from tui_backprop.words import words


class ErrorsPane(PlotPane):
    """ΣE on a logarithmic axis, with the target as a line."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._look: Look | None = None

    def show(self, look: Look) -> None:
        """Take what there is to show."""
        self._look = look
        self.border_title = words().starts_screen.panes["errors"]
        self.redraw()

    def plot(self) -> Plot | str:
        """Median and band over the iterations."""
        if self._look is None or (curves := self._look.summary.curves) is None:
            return "" if self._look is None else none_ended(self._look.snapshot)
        target = self._look.snapshot.plan.until_error
        finite = np.concatenate([values[np.isfinite(values)] for values in (curves.low, curves.high)])
        low = min(float(finite.min()), target) if len(finite) else target
        high = max(float(finite.max()), target) if len(finite) else 1.0
        plot = Plot(iterations(self._look), Scale(low, high, logarithmic=True, tied=True), self.look("axis"))
        plot.level(target, self.look("threshold"))
        plot.curve(curves.iteration, curves.low, self.look("series-1"))
        plot.curve(curves.iteration, curves.high, self.look("series-1"))
        plot.curve(curves.iteration, curves.median, self.look("series-2"))
        said = words().starts_screen
        looks = (LegendLook("━", self.look("series-2"), said.median), LegendLook("─", self.look("series-1"), said.band))
        until = skinned(words().network_screen.until(error=f"{target:g}"))
        plot.legend(said.solved_axis, (*looks, LegendLook("╌", self.look("threshold"), until)), looks)
        return plot
