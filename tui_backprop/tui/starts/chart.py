"""What the charts of the starts have in common: their iterations, and when there is nothing to draw yet."""

from __future__ import annotations

from typing import ClassVar

from tui_backprop.training.starts.summary import Curves
from tui_backprop.tui.kit.axis import Scale
from tui_backprop.tui.kit.plot import Plot
from tui_backprop.tui.kit.plot_pane import PlotPane
from tui_backprop.tui.starts.look import Look
from tui_backprop.words import words


class StartsChart(PlotPane):
    """A chart over the iterations; `NAME` is the pane's among those of the screen."""

    NAME: ClassVar[str]

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._look: Look | None = None

    def show(self, look: Look) -> None:
        """Take what there is to show."""
        self._look = look
        self.border_title = words().starts_screen.panes[self.NAME]
        self.redraw()

    def plot(self) -> Plot | str:
        """The chart, or what is said in its place as long as no start has ended."""
        if self._look is None:
            return ""
        curves = self._look.summary.curves
        return self.waiting(self._look) if curves is None else self.chart(self._look, curves)

    def waiting(self, look: Look) -> str:
        """What is said as long as no start has ended."""
        raise NotImplementedError

    def chart(self, look: Look, curves: Curves) -> Plot:
        """The chart of these curves."""
        raise NotImplementedError


def iterations(look: Look) -> Scale:
    """The axis of iterations."""
    return Scale(1, look.snapshot.plan.iterations, logarithmic=look.logarithmic, whole=True, gap=14)
