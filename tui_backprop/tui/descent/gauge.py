"""The gauge α·λ_max: whether a step of this length suits the curvature of the surface here."""

from __future__ import annotations

from typing import ClassVar

from rich.text import Text
from textual.widget import Widget

from tui_backprop.calculus.descent.descent import GAUGE_LIMIT
from tui_backprop.explain.typeset import number, short
from tui_backprop.training.descent.snapshot import DescentSnapshot
from tui_backprop.tui.descent.texts import GaugeState, gauge_sentence, gauge_state

FULL = 1.5 * GAUGE_LIMIT


class DescentGaugePane(Widget, can_focus=True):
    """α·λ_max as a bar with marks at 1 and at its limit 2, and what it means in a sentence."""

    BORDER_TITLE = "Gauge: α · λ_max, limit 2"
    DEFAULT_CSS = """
    DescentGaugePane {
        color: $foreground;
        & > .gauge--steady { color: #66bdf2; }
        & > .gauge--jumping { color: #f2a73b; }
        & > .gauge--over { color: $text-error; text-style: bold; }
        & > .gauge--mark { color: $foreground; text-style: bold; }
        & > .gauge--rest { color: $foreground 40%; }
        &:light > .gauge--steady { color: #004f8b; }
        &:light > .gauge--jumping { color: #7a4100; }
        &:ansi > .gauge--steady, &:ansi > .gauge--jumping, &:ansi > .gauge--rest { color: ansi_default; }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"gauge--{part}" for part in ("steady", "jumping", "over", "mark", "rest")}

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._snapshot: DescentSnapshot | None = None
        self._drawn: tuple[object, ...] = ()

    def show(self, snapshot: DescentSnapshot) -> None:
        """Take the moment to draw; repaint if the point is another one."""
        self._snapshot = snapshot
        drawn = (snapshot.recipe, snapshot.k)
        if drawn != self._drawn:
            self._drawn = drawn
            self.refresh()

    def render(self) -> Text:
        """The product, the bar with its marks, and the sentence."""
        if self._snapshot is None:
            return Text()
        point, width = self._snapshot.point, self.content_size.width
        state = gauge_state(point)
        product = f"{number(point.gauge)} = α {short(point.alpha)} · λ_max {number(point.lambda_max)}"
        text = Text().append(f"{product}\n", "bold")
        text.append_text(self._bar(point.gauge, state, width)).append("\n")
        text.append_text(self._scale(width)).append("\n")
        return text.append(gauge_sentence(point))

    def _bar(self, gauge: float, state: GaugeState, width: int) -> Text:
        """Blocks up to the gauge; uprights at 1 and 2; an arrow where it goes on beyond the end."""
        filled = 0 if state in ("none", "flat") else min(round(gauge / FULL * width), width)
        style = self.get_component_rich_style
        text = Text(no_wrap=True)
        for column in range(width):
            mark = column in (self._column(1, width), self._column(2, width))
            if mark:
                text.append("┃", style("gauge--mark"))
            elif column < filled:
                beyond = column == width - 1 and gauge > FULL
                text.append("▶" if beyond else "█", style("gauge--" + state))
            else:
                text.append("░", style("gauge--rest"))
        return text

    def _scale(self, width: int) -> Text:
        line = [" "] * width
        line[0] = "0"
        for value, label in ((1, "1"), (2, "2 limit")):
            at = self._column(value, width)
            line[at : at + len(label)] = label
        return Text("".join(line[:width]), style=self.get_component_rich_style("gauge--mark"))

    @staticmethod
    def _column(value: float, width: int) -> int:
        return round(value / FULL * width)
