"""The share of the starts that are solved, over the iterations."""

from __future__ import annotations

import numpy as np

from tui_backprop.training.starts.summary import Curves
from tui_backprop.tui.kit.axis import Scale
from tui_backprop.tui.kit.plot import Look as LegendLook
from tui_backprop.tui.kit.plot import Plot
from tui_backprop.tui.starts.chart import StartsChart, iterations
from tui_backprop.tui.starts.look import Look
from tui_backprop.tui.starts.texts import before_the_first_end
from tui_backprop.words import words


class SolvedPane(StartsChart):
    """A curve from 0 to 1."""

    NAME = "solved"

    def waiting(self, look: Look) -> str:
        """When the first start can end."""
        return before_the_first_end(look.snapshot)

    def chart(self, look: Look, curves: Curves) -> Plot:
        """The share over the iterations."""
        plot = Plot(iterations(look), Scale(0, 1, tied=True), self.look("axis"))
        looks: list[LegendLook] = []
        if (share := look.summary.share) is not None:
            plot.level(share, self.look("threshold"))
            looks.append(LegendLook("╌", self.look("threshold"), f"{share:.1%}"))
        plot.curve(
            np.concatenate(([1.0], curves.iteration)), np.concatenate(([0.0], curves.solved)), self.look("series-1")
        )
        plot.legend(words().starts_screen.solved_axis, looks)
        return plot
