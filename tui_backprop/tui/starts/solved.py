"""The share of the starts that are solved, over the iterations."""

from __future__ import annotations

import numpy as np

from tui_backprop.tui.kit.axis import Scale
from tui_backprop.tui.kit.plot import Look as LegendLook
from tui_backprop.tui.kit.plot import Plot
from tui_backprop.tui.kit.plot_pane import PlotPane
from tui_backprop.tui.starts.look import Look
from tui_backprop.tui.starts.texts import before_the_first_end
from tui_backprop.words import words


def iterations(look: Look) -> Scale:
    """The axis of iterations of both charts."""
    return Scale(1, look.snapshot.plan.iterations, logarithmic=look.logarithmic, whole=True, gap=14)


class SolvedPane(PlotPane):
    """A curve from 0 to 1."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._look: Look | None = None

    def show(self, look: Look) -> None:
        """Take what there is to show."""
        self._look = look
        self.border_title = words().starts_screen.panes["solved"]
        self.redraw()

    def plot(self) -> Plot | str:
        """The share over the iterations."""
        if self._look is None or (curves := self._look.summary.curves) is None:
            return "" if self._look is None else before_the_first_end(self._look.snapshot)
        plot = Plot(iterations(self._look), Scale(0, 1, tied=True), self.look("axis"))
        looks: list[LegendLook] = []
        if (share := self._look.summary.share) is not None:
            plot.level(share, self.look("threshold"))
            looks.append(LegendLook("╌", self.look("threshold"), f"{share:.1%}"))
        plot.curve(
            np.concatenate(([1.0], curves.iteration)), np.concatenate(([0.0], curves.solved)), self.look("series-1")
        )
        said = words().starts_screen
        plot.legend(said.solved_axis, looks)
        return plot
