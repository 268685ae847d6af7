"""The error of the difference quotients over h, both logarithmic: o(h) falls with h, until rounding takes over."""

from __future__ import annotations

import math
from statistics import median
from typing import TYPE_CHECKING

import numpy as np
from rich.cells import cell_len
from textual import events

from tui_backprop.calculus.chain.limit import Limit
from tui_backprop.explain.chain.notation import partial
from tui_backprop.explain.typeset import power_of_ten, superscript
from tui_backprop.tui.kit.axis import Scale
from tui_backprop.tui.kit.plot import Look, Plot
from tui_backprop.tui.kit.plot_pane import PlotPane
from tui_backprop.tui.kit.titles import entitle
from tui_backprop.words import words

if TYPE_CHECKING:
    from tui_backprop.training.chain.study import ChainSnapshot, Pair

LABEL = 5
MOST_DECADES = 40
WHOLE, FEWEST = (-16.0, 0.0), 3.0
"""The powers of ten of h that the chart shows, and how many of them at the least."""
_LINE = np.geomspace(1e-16, 1.0, 200)


class LimitChart(PlotPane):
    """The errors as dots, the straight line that o(h)/h follows, and the one that rounding does.

    The wheel looks at fewer powers of ten of h around the pointer, and at all of them again.
    """

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._limit: Limit | None = None
        self._pair: Pair | None = None
        self._words: object = None
        self._span = WHOLE

    def show(self, snapshot: ChainSnapshot) -> None:
        """Take a snapshot; draw anew if it has another limit."""
        if snapshot.limit is not self._limit or snapshot.study.pair != self._pair or words() is not self._words:
            self._limit, self._pair, self._words = snapshot.limit, snapshot.study.pair, words()
            self._span = WHOLE
            self._set_title()
            self.redraw()

    def on_resize(self) -> None:
        """Fit the title."""
        self._set_title()

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Look closer."""
        self._look(event, 1.5)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Look wider, up to all steps."""
        self._look(event, 1 / 1.5)

    def _look(self, event: events.MouseEvent, factor: float) -> None:
        event.stop()
        if (under := self.under(event)) is not None:
            self._span = closer_span(self._span, math.log10(under[0]), factor)
            self.redraw()

    def _set_title(self) -> None:
        if self._pair is None:
            return
        titles = words().chain.chart_titles(symbol=partial(*self._pair), found=found(self._limit))
        room = self.size.width - 4
        entitle(self, next((title for title in titles if cell_len(title) <= room), titles[-1]))

    def plot(self) -> Plot | str:
        """The errors that are not 0, and the two lines that they follow."""
        limit, say = self._limit, words().chain
        if self._pair is None:
            return ""
        if limit is None or limit.kind != "derivative":
            return say.no_derivative["nowhere" if limit is None else limit.kind]
        low, high = (10.0**power for power in self._span)
        errors = [(row.h, row.worse.error) for row in limit.rows if 0 < row.worse.error < math.inf]
        if not errors:
            return say.all_exact
        errors = [(h, error) for h, error in errors if low * 0.99 <= h <= high * 1.01] or errors
        least, most = min(error for _, error in errors), max(error for _, error in errors)
        plot = Plot(
            Scale(low, high, logarithmic=True, gap=7, decades=len(limit.rows)),
            Scale(least / 2, most * 2, logarithmic=True, tied=True, decades=MOST_DECADES),
            self.look("axis"),
            LABEL,
        )
        looks = [Look("●", self.look("curve"), say.error)]
        remainder, rounding = remainder_line(limit), rounding_line(limit)
        if rounding is not None:
            plot.curve(_LINE, rounding, self.look("series-1"))
        if remainder is not None:
            plot.curve(_LINE, remainder, self.look("cursor"))
            looks.append(Look("━", self.look("cursor"), say.slope(of="o(h)/h", slope=f"{limit.order - 1:.2g}")))
        if rounding is not None:
            looks.append(Look("━", self.look("series-1"), say.slope(of=say.causes["rounding"], slope="−1")))
        for h, error in errors:
            plot.dot(h, error, self.look("curve"))
        plot.legend("h", looks)
        return plot


def closer_span(span: tuple[float, float], at: float, factor: float) -> tuple[float, float]:
    """The powers of ten of h, `factor` times fewer around one that stays; at least FEWEST of them, all at most."""
    low, high = span
    factor = min(factor, (high - low) / FEWEST)
    low, high = at + (low - at) / factor, at + (high - at) / factor
    return max(low, WHOLE[0]), min(high, WHOLE[1])


def found(limit: Limit | None) -> str:
    """What the chart teaches, in a few words."""
    say = words().chain
    if limit is None or limit.best is None:
        return say.no_derivative["nowhere" if limit is None or limit.kind == "derivative" else limit.kind]
    if all(row.cause in ("exact", "") for row in limit.rows):
        return say.all_exact
    if math.isnan(limit.order):
        return say.only_rounding
    power = f"{limit.order - 1:.3g}"
    power = "" if power == "1" else superscript(int(power)) if power.isdigit() else f"^{power}"
    if all(row.cause != "o(h)" for row in limit.rows):
        return say.remainder_hidden(power=power)
    return say.remainder_falls(power=power, best=power_of_ten(round(math.log10(limit.best.h))))


def remainder_line(limit: Limit) -> np.ndarray | None:
    """o(h)/h as its order has it, through what exact arithmetic leaves at 1e-8."""
    at = next(row for row in limit.rows if row.h <= 1e-8)
    left = max(at.above.remainder, at.below.remainder)
    if math.isnan(limit.order) or not 0 < left < math.inf:
        return None
    with np.errstate(all="ignore"):
        return left * (_LINE / at.h) ** (limit.order - 1)


def rounding_line(limit: Limit) -> np.ndarray | None:
    """A line of slope −1 in the midst of what was rounded."""
    rounded = [
        quotient.rounding * row.h for row in limit.rows for quotient in (row.above, row.below) if quotient.rounding > 0
    ]
    return median(rounded) / _LINE if len(rounded) >= 3 else None
