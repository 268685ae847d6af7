"""The error of the difference quotients over h, both logarithmic: o(h) falls with h, until rounding takes over."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, ClassVar

import numpy as np
from rich.align import Align
from rich.console import RenderableType
from rich.text import Text
from textual_plotext import PlotextPlot

from tui_backprop.calculus.chain.limit import Limit
from tui_backprop.explain.chain.notation import partial
from tui_backprop.explain.typeset import power_of_ten, superscript
from tui_backprop.tui.chain.limit_table import GROWS

if TYPE_CHECKING:
    from tui_backprop.training.chain.study import ChainSnapshot, Pair

LABEL = 5
ROWS_WITH_LEGEND = 9
LEAST_POWER = -17


class LimitChart(PlotextPlot, can_focus=True):
    """The errors as dots, the rounding as it is to be expected, and the straight line that o(h)/h follows."""

    DEFAULT_CSS = """
    LimitChart {
        & > .limit--axis { color: $foreground 70%; }
        & > .limit--error { color: $foreground; }
        & > .limit--slope { color: #f2a73b; }
        & > .limit--rounding { color: #66bdf2; }
        &:light > .limit--slope { color: #7a4100; }
        &:light > .limit--rounding { color: #004f8b; }
        &:ansi > .limit--axis, &:ansi > .limit--error { color: ansi_default; }
        &:ansi > .limit--slope, &:ansi > .limit--rounding { color: ansi_default; }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"limit--{what}" for what in ("axis", "error", "slope", "rounding")}

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._limit: Limit | None = None
        self._pair: Pair | None = None

    def show(self, snapshot: ChainSnapshot) -> None:
        """Take a snapshot; repaint if it has another limit."""
        if snapshot.limit is not self._limit or snapshot.study.pair != self._pair:
            self._limit, self._pair = snapshot.limit, snapshot.study.pair
            self._set_title()
            self.refresh()

    def on_resize(self) -> None:
        """Fit the title."""
        self._set_title()

    def _set_title(self) -> None:
        if self._pair is None:
            return
        symbol, found = partial(*self._pair), verdict(self._limit)
        titles = (f"Error of {symbol} over h · {found}", f"{symbol} · {found}", found)
        self.border_title = next((title for title in titles if len(title) <= self.size.width - 4), titles[-1])

    def render(self) -> RenderableType:
        """The chart, or a sentence in its place."""
        width, height = self.size
        if self._pair is None or width < 1 or height < 1:
            return ""
        limit = self._limit
        errors = [] if limit is None else [row.error for row in limit.rows if 0 < row.error < math.inf]
        if limit is None or not errors:
            sentence = (
                "there is no derivative here" if not exact(limit) else "every quotient is exact: no error to draw"
            )
            return Align.center(Text(sentence, justify="center"), vertical="middle", height=height)
        rows = height - (height >= ROWS_WITH_LEGEND)
        self._draw(limit, errors, width, rows)
        text = Text.from_ansi(self.plt.build().rstrip("\n"), no_wrap=True, end="")
        if rows < height:
            text.append("\n").append_text(self._legend(limit, width))
        return text

    def _draw(self, limit: Limit, errors: list[float], width: int, height: int) -> None:
        """Set up plotext afresh: building a figure changes what it was given."""
        plot = self.plt
        plot.clear_data()
        plot.plotsize(width, height)
        plot._set_size(width, height)  # pyright: ignore[reportPrivateUsage]
        bottom = max(math.floor(math.log10(min(errors))) - 1, LEAST_POWER)
        top = max(math.ceil(math.log10(max(errors))), bottom + 2)
        self._set_axes(bottom, top, width, height)

        def line(points: list[tuple[float, float]], colour: str) -> None:
            if len(points) == 2:
                (x1, y1), (x2, y2) = points
                x = np.linspace(x1, x2, 120)
                y = y1 + (y2 - y1) * (x - x1) / (x2 - x1)
                inside = (y >= bottom) & (y <= top)
                if inside.any():
                    plot.plot(x[inside].tolist(), y[inside].tolist(), marker="braille", color=self._colour(colour))

        line(rounding_line(limit), "rounding")
        line(slope_line(limit), "slope")
        dots = [(math.log10(row.h), math.log10(row.error)) for row in limit.rows if 0 < row.error < math.inf]
        plot.scatter([x for x, _ in dots], [y for _, y in dots], marker="●", color=self._colour("error"))

    def _set_axes(self, bottom: int, top: int, width: int, height: int) -> None:
        plot = self.plt
        plot.xaxes(True, False)
        plot.yaxes(True, False)
        plot.canvas_color("default")
        plot.axes_color("default")
        plot.ticks_color(self._colour("axis"))
        plot.ylim(bottom, top)
        plot.xlim(-16.5, 0.5)
        powers = range(top, bottom - 1, -max(math.ceil((top - bottom) / max(height - 3, 1)), 2))
        plot.yticks([float(power) for power in powers], [power_of_ten(power).rjust(LABEL) for power in powers])
        steps = range(-16, 1, 2 if width >= 70 else 4)
        plot.xticks([float(power) for power in steps], [power_of_ten(power) for power in steps])

    def _legend(self, limit: Limit, width: int) -> Text:
        """The last row: what the axis counts, and the dots and lines by their looks."""
        entries = [("h  ", "axis"), ("● ", "error"), ("error  ", "axis")]
        if slope_line(limit):
            entries += [("━ ", "slope"), (f"o(h)/h, slope {limit.order - 1:.1f}  ", "axis")]
        entries += [("━ ", "rounding"), ("rounding, slope −1", "axis")] if rounding_line(limit) else []
        style = self.get_component_rich_style
        legend = Text(no_wrap=True, end="").join(Text(text, style("limit--" + name)) for text, name in entries)
        room = width - LABEL - 1
        if len(legend) > room:
            legend = Text("h", style("limit--axis"))
        return Text(" " * (LABEL + 1 + max(room - len(legend), 0) // 2), end="").append_text(legend)

    def _colour(self, name: str) -> tuple[int, int, int] | str:
        colour = self.get_component_styles("limit--" + name).color
        return (self.background_colors[1] + colour).rgb if colour.ansi is None else "default"


def exact(limit: Limit | None) -> bool:
    """Whether there is a derivative to compare the quotients with."""
    return limit is not None and math.isfinite(limit.exact)


def verdict(limit: Limit | None) -> str:
    """What the chart teaches, in a few words."""
    if limit is None or limit.best is None:
        return "no derivative here"
    if not limit.order > 1:
        return "no o(h) to be seen" + ("" if limit.order > GROWS else ": it is rounding")
    power = f"{limit.order:.2g}"
    power = superscript(int(power)) if power.isdigit() else f"^{power}"
    return f"o(h) falls like h{power} · best h {power_of_ten(round(math.log10(limit.best.h)))}"


def slope_line(limit: Limit) -> list[tuple[float, float]]:
    """The line of slope p − 1 through the smallest error that is surely none of rounding, as logarithms."""
    if not limit.order > 1:
        return []
    clear = [row for row in limit.rows if row.h <= 0.1 and 0 < row.error < math.inf and row.error > 100 * row.rounding]
    if not clear:
        return []
    h, error = math.log10(clear[-1].h), math.log10(clear[-1].error)
    return [(x, error + (limit.order - 1) * (x - h)) for x in (-16.0, 0.0)]


def rounding_line(limit: Limit) -> list[tuple[float, float]]:
    """The rounding to be expected at the smallest and at the largest h, as logarithms; near 1/h in between."""
    ends = (limit.rows[-1], limit.rows[0])
    if not all(0 < row.rounding < math.inf for row in ends):
        return []
    return [(math.log10(row.h), math.log10(row.rounding)) for row in ends]
