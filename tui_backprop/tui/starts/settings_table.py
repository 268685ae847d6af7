"""The settings of a plan as a table of success rates, the darker the fewer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.color import Color
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui_backprop.explain.typeset import column, count, short
from tui_backprop.training.starts.plan import Plan, Setting
from tui_backprop.tui.kit.late_styles import LateStyles
from tui_backprop.tui.starts.look import Look
from tui_backprop.words import words


def columns_of(plan: Plan) -> int:
    """How many settings stand in one row: those that differ in what varies fastest alone."""
    lists = (plan.weights, plan.learning_rates, plan.hidden, plan.tasks)
    return next((len(values) for values in lists if len(values) > 1), 1)


def names_of(plan: Plan, setting: Setting) -> list[str]:
    """What tells this setting from the others of the plan, in the order of the plan's lists."""
    said = words().starts_screen
    low, high = setting.weights
    named = (
        (plan.tasks, setting.task),
        (plan.hidden, said.units(hidden=setting.hidden)),
        (plan.learning_rates, f"α {short(setting.learning_rate)}"),
        (plan.weights, said.weights(low=short(low), high=short(high))),
    )
    return [name for values, name in named if len(values) > 1]


class SettingsPane(LateStyles, ScrollView, can_focus=True):
    """One cell per setting: how many of its starts got under the target, of those that ended. A click chooses one."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    SettingsPane {
        scrollbar-size: 1 1;
        & > .settings--name { color: $foreground 70%; }
        & > .settings--low { background: $surface; color: $foreground; }
        & > .settings--high { background: #f2a73b; color: #000000; }
        & > .settings--chosen { color: $foreground; text-style: bold; }
        &:ansi > .settings--low, &:ansi > .settings--high { background: ansi_default; color: ansi_default; }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"settings--{kind}" for kind in ("name", "low", "high", "chosen")}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "step(0, -1)", show=False),
        Binding("down", "step(0, 1)", show=False),
        Binding("left", "step(-1, 0)", show=False),
        Binding("right", "step(1, 0)", show=False),
    ]

    @dataclass
    class Chosen(Message):
        """Another setting is wished for, by its index."""

        setting: int

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._look: Look | None = None

    def show(self, look: Look) -> None:
        """Take what there is to show."""
        self._look = look
        self.border_title = words().starts_screen.panes["settings"]
        rows = len(look.snapshot.settings) // columns_of(look.snapshot.plan)
        self.virtual_size = Size(self._label_width + self._columns * self._cell_width, rows + 1)
        self.refresh()

    @property
    def _columns(self) -> int:
        return columns_of(self._look.snapshot.plan) if self._look is not None else 1

    @property
    def _labels(self) -> tuple[list[str], list[str]]:
        """The names of the rows and of the columns."""
        if self._look is None:
            return [], []
        plan = self._look.snapshot.plan
        names = [names_of(plan, setting) for setting in plan.settings]
        rows = [" · ".join(names[at][:-1]) for at in range(0, len(names), self._columns)]
        return rows, [name[-1] if name else "" for name in names[: self._columns]]

    @property
    def _label_width(self) -> int:
        return max((cell_len(row) for row in self._labels[0]), default=0) + 2

    @property
    def _cell_width(self) -> int:
        if self._look is None:
            return 1
        starts = len(count(self._look.snapshot.plan.starts))
        return max(2 * starts + 4, *(cell_len(head) + 2 for head in self._labels[1]), 1)

    def render_line(self, y: int) -> Strip:
        """The names of the columns in the first line, then a line per row of the table."""
        width = self.scrollable_content_region.width
        rows, columns = self._labels
        look = self._look
        if look is None:
            return Strip.blank(width, self.rich_style)
        name = self.get_component_rich_style("settings--name")
        row = y - 1 + self.scroll_offset.y
        if y == 0:
            cells = [Segment(column(head, self._cell_width, "middle"), name) for head in columns]
            segments = [Segment(" " * self._label_width, name), *cells]
        elif row < len(rows):
            segments = [Segment(column(rows[row], self._label_width, "left"), name)]
            for index in range(self._columns):
                segments += self._cell(look, row * self._columns + index)
        else:
            segments = []
        strip = Strip(segments).crop(self.scroll_offset.x, self.scroll_offset.x + width)
        return strip.adjust_cell_length(width, self.rich_style)

    def _cell(self, look: Look, index: int) -> list[Segment]:
        summary = look.snapshot.settings[index]
        text = f"{count(summary.reached)}/{count(summary.done)}" if summary.done else "–"
        chosen = index == look.snapshot.chosen
        marked = f"▸{text}◂" if chosen else f" {text} "
        style = self._heat(summary.share) + Style(bold=chosen, underline=chosen)
        return [Segment(column(marked, self._cell_width - 1, "middle"), style), Segment(" ", self.rich_style)]

    def _heat(self, share: float | None) -> Style:
        low, high = (self.get_component_styles(f"settings--{end}") for end in ("low", "high"))
        if low.background.ansi is not None or share is None:
            return self.get_component_rich_style("settings--low")
        ground: Color = self.background_colors[1].blend(low.background, 1).blend(high.background, share, 1)
        return Style(color=ground.get_contrast_text(1).rich_color, bgcolor=ground.rich_color)

    def action_step(self, right: int, down: int) -> None:
        """Choose the neighbour of the chosen setting."""
        if self._look is None:
            return
        columns, total = self._columns, len(self._look.snapshot.settings)
        row, column = divmod(self._look.snapshot.chosen, columns)
        row = min(max(row + down, 0), total // columns - 1)
        column = min(max(column + right, 0), columns - 1)
        self.post_message(self.Chosen(row * columns + column))

    def on_click(self, event: events.Click) -> None:
        """Choose the setting under the mouse."""
        offset = event.get_content_offset(self)
        if offset is None or self._look is None:
            return
        row = offset.y - 1 + self.scroll_offset.y
        column = (offset.x + self.scroll_offset.x - self._label_width) // self._cell_width
        if 0 <= column < self._columns and 0 <= row < len(self._look.snapshot.settings) // self._columns:
            self.post_message(self.Chosen(row * self._columns + column))
