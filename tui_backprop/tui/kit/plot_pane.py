"""A pane with one chart in it: it keeps the lines drawn, repaints those that differ, and knows what is under the mouse."""

from __future__ import annotations

from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from tui_backprop.explain.wrap import wrap
from tui_backprop.tui.kit.late_styles import LateStyles
from tui_backprop.tui.kit.lines import refresh_lines
from tui_backprop.tui.kit.plot import Drawing, Plot
from tui_backprop.tui.kit.styles_cache import Painter
from tui_backprop.tui.kit.theme import role_rules

SERIES = ("series-1", "series-2", "series-3", "series-4")


class PlotPane(LateStyles, Widget, can_focus=True):
    """Shows the plot that `plot` gives, or its sentence where there is nothing to draw.

    A pane calls `redraw` when what it shows has changed. `look` has the styles of the roles, the same in every chart.
    """

    ALLOW_SELECT = False

    DEFAULT_CSS = """
    PlotPane {
        & > .plot--axis { color: $foreground 70%; }
        & > .plot--curve { color: $foreground; }
        & > .plot--edit { color: $foreground 50%; }
        & > .plot--ghost { color: $foreground 40%; }
        & > .plot--threshold { color: $foreground 70%; }
        & > .plot--mark { color: $foreground; text-style: bold; }
        &:ansi > .plot--axis, &:ansi > .plot--curve, &:ansi > .plot--edit, &:ansi > .plot--ghost { color: ansi_default; }
        &:ansi > .plot--threshold, &:ansi > .plot--mark { color: ansi_default; }
    }
    """ + role_rules("PlotPane", {f"plot--{role}": role for role in ("cursor", *SERIES)})
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"plot--{role}"
        for role in (
            "axis", "curve", "cursor", "edit", "ghost", "mark", "threshold", *SERIES,
        )
    }  # fmt: skip

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._drawing = Drawing([], None, None, 0)
        self._drawn_for = Size(0, 0)

    def plot(self) -> Plot | str:
        """The chart as it is to be now, or a sentence in its place."""
        raise NotImplementedError

    def look(self, role: str) -> Style:
        """The style of a role: axis, curve, cursor, edit, ghost, mark, threshold, series-1 to series-4."""
        return self.get_component_rich_style(f"plot--{role}")

    def redraw(self) -> None:
        """Draw anew, and repaint the lines that differ."""
        self._drawn_for = width, height = self.content_size
        plot = self.plot() if width and height else ""
        drawing = plot.draw(width, height) if isinstance(plot, Plot) else self._sentence(plot, width, height)
        old, self._drawing = self._drawing, drawing
        refresh_lines(self, old.lines, drawing.lines)

    def under(self, event: events.MouseEvent) -> tuple[float, float] | None:
        """The values of x and y under the mouse; None where that is not in the plot."""
        offset = event.get_content_offset(self)
        return None if offset is None else self._drawing.under(offset.x, offset.y)

    def render_line(self, y: int) -> Strip:
        """Line `y` of the chart."""
        width = self.content_size.width
        return Strip(self.painter(width)(y), width)

    def painter(self, width: int) -> Painter:
        """What paints the lines of the chart that there is now."""
        lines, base = self._drawing.lines, self.visual_style.rich_style

        def paint(y: int) -> list[Segment]:
            line = Segment.adjust_line_length(lines[y] if y < len(lines) else [], width)
            return list(Segment.apply_style(line, base))

        return paint

    def on_resize(self) -> None:
        """Draw for the new size, unless what it shows has been drawn for it already."""
        if self.content_size != self._drawn_for:
            self.redraw()

    def notify_style_update(self) -> None:
        """Draw in the colours of the new theme."""
        super().notify_style_update()
        if self.is_attached and self.content_size.area:
            self.call_later(self.redraw)

    def _sentence(self, sentence: str, width: int, height: int) -> Drawing:
        """The sentence in the middle, over as many lines as it takes; what does not fit is left out."""
        lines = [
            [Segment(" " * ((width - cell_len(line)) // 2) + line, self.look("curve"))]
            for line in wrap(sentence, max(width, 1))[:height]
        ]
        above = (height - len(lines)) // 2
        blank: list[Segment] = []
        return Drawing([blank] * above + lines + [blank] * (height - above - len(lines)), None, None, 0)
