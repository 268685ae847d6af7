"""The gauge α·λ_max: whether a step of this length suits the curvature of the surface here, and what the step does."""

from __future__ import annotations

from typing import ClassVar

from rich.cells import set_cell_size
from rich.text import Text
from textual.geometry import Size
from textual.widget import Widget

from tui_backprop.calculus.descent.descent import GAUGE_LIMIT, Gauge
from tui_backprop.explain.typeset import number, short
from tui_backprop.training.descent.snapshot import DescentSnapshot
from tui_backprop.tui.descent.texts import forecast, longest_forecast, wrapped
from tui_backprop.tui.kit.late_styles import LateStyles
from tui_backprop.tui.kit.theme import role_rules
from tui_backprop.words import words

FULL = 1.5 * GAUGE_LIMIT

_COLOURS: dict[Gauge, str] = {
    "short": "steady", "onto": "steady", "over": "jumping", "level": "over", "beyond": "over",
}  # fmt: skip


class DescentGaugePane(LateStyles, Widget, can_focus=True):
    """α·λ_max as a bar with marks at 1 and at its limit 2, ◆ at α times the bend along the step, and what they mean."""

    DEFAULT_CSS = """
    DescentGaugePane {
        color: $foreground;
        & > .gauge--steady { color: #66bdf2; }
        & > .gauge--jumping { color: #f2a73b; }
        & > .gauge--over { text-style: bold; }
        & > .gauge--mark { color: $foreground; text-style: bold; }
        & > .gauge--rest { color: $foreground 40%; }
        &:light > .gauge--steady { color: #004f8b; }
        &:light > .gauge--jumping { color: #7a4100; }
        &:ansi > .gauge--steady, &:ansi > .gauge--jumping, &:ansi > .gauge--rest { color: ansi_default; }
    }
    """ + role_rules("DescentGaugePane", {"gauge--over": "alarm"})
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"gauge--{part}" for part in ("steady", "jumping", "over", "mark", "rest")}

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._snapshot: DescentSnapshot | None = None
        self._drawn: tuple[object, ...] = ()

    def show(self, snapshot: DescentSnapshot) -> None:
        """Take the moment to draw; repaint if the point is another one."""
        self._snapshot = snapshot
        drawn = (snapshot.recipe, snapshot.k, words())
        if drawn != self._drawn:
            self._drawn = drawn
            self.border_title = words().descent.gauge_title
            self.refresh()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Room for the longest sentences, so that what stands below does not move from step to step."""
        return 4 + longest_forecast(width, words().descent)

    def render(self) -> Text:
        """The product, the bar with its marks, the product along the step, and the sentences."""
        width = self.content_size.width
        if self._snapshot is None or width < 1:
            return Text()
        point, said = self._snapshot.point, words().descent
        product = f"{number(point.gauge)} = α {short(point.alpha)} · λ_max {number(point.lambda_max)}"
        text = Text().append(f"{product}\n", "bold")
        text.append_text(self._bar(width)).append("\n")
        text.append_text(self._scale(width)).append("\n")
        text.append(said.along_step(gauge=number(point.gauge_along_step), bend=number(point.bend)), "bold")
        return text.append("".join(f"\n{line}" for line in wrapped(forecast(self._snapshot), width)))

    def _bar(self, width: int) -> Text:
        """Blocks up to the gauge; uprights at 1 and 2; an arrow where it goes on beyond the end; ◆ for this step."""
        if self._snapshot is None:
            return Text()
        point, style = self._snapshot.point, self.get_component_rich_style
        colour = _COLOURS.get(point.steepest_parabola)
        filled = min(round(point.gauge / FULL * width), width) if colour else 0
        along = point.gauge_along_step
        diamond = min(max(self._column(along, width), 0), width - 1) if along == along else -1
        text = Text(no_wrap=True)
        for column in range(width):
            if column == diamond:
                text.append("◆", style("gauge--mark"))
            elif column in (self._column(1, width), self._column(2, width)):
                text.append("┃", style("gauge--mark"))
            elif column < filled:
                beyond = column == width - 1 and point.gauge > FULL
                text.append("▶" if beyond else "█", style(f"gauge--{colour}"))
            else:
                text.append("░", style("gauge--rest"))
        return text

    def _scale(self, width: int) -> Text:
        line = "0"
        for value, label in ((1, "1"), (2, words().descent.gauge_limit)):
            line = set_cell_size(line, self._column(value, width)) + label
        return Text(set_cell_size(line, width), style=self.get_component_rich_style("gauge--mark"))

    @staticmethod
    def _column(value: float, width: int) -> int:
        return round(min(max(value / FULL, -1.0), 2.0) * width)
