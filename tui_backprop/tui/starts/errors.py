"""ΣE of the starts over the iterations: the median, and the band that holds the middle 80%."""

from __future__ import annotations

import numpy as np

from tui_backprop.explain.plain import skinned
from tui_backprop.training.starts.summary import Curves
from tui_backprop.tui.kit.axis import Scale
from tui_backprop.tui.kit.plot import Look as LegendLook
from tui_backprop.tui.kit.plot import Plot
from tui_backprop.tui.starts.chart import StartsChart, iterations
from tui_backprop.tui.starts.look import Look
from tui_backprop.tui.starts.texts import none_ended
from tui_backprop.words import words


class ErrorsPane(StartsChart):
    """ΣE on a logarithmic axis, with the target as a line."""

    NAME = "errors"

    def waiting(self, look: Look) -> str:
        """That no start has ended."""
        return none_ended(look.snapshot)

    def chart(self, look: Look, curves: Curves) -> Plot:
        """Median and band over the iterations."""
        target = look.snapshot.plan.until_error
        finite = np.concatenate([values[np.isfinite(values)] for values in (curves.low, curves.high)])
        low = min(float(finite.min()), target) if len(finite) else target
        high = max(float(finite.max()), target) if len(finite) else 1.0
        plot = Plot(iterations(look), Scale(low, high, logarithmic=True, tied=True), self.look("axis"))
        plot.level(target, self.look("threshold"))
        plot.curve(curves.iteration, curves.low, self.look("series-1"))
        plot.curve(curves.iteration, curves.high, self.look("series-1"))
        plot.curve(curves.iteration, curves.median, self.look("series-2"))
        said = words().starts_screen
        looks = (LegendLook("━", self.look("series-2"), said.median), LegendLook("─", self.look("series-1"), said.band))
        until = skinned(words().network_screen.until(error=f"{target:g}"))
        plot.legend(said.solved_axis, (*looks, LegendLook("╌", self.look("threshold"), until)), looks)
        return plot
