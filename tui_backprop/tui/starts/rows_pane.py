"""A pane of rows, one of them under a cursor."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView

from tui_backprop.training.starts.results import StartResult
from tui_backprop.tui.kit.late_styles import LateStyles
from tui_backprop.tui.kit.thumb import ThumbInPlace
from tui_backprop.tui.starts.look import Look


class RowsPane(LateStyles, ThumbInPlace, ScrollView, can_focus=True):
    """The arrows and a click move the cursor; enter, or a second click on the row, opens what stands in it."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    RowsPane {
        overflow-x: hidden; overflow-y: auto; scrollbar-size-vertical: 1;
        & > .rows--head { color: $foreground 70%; }
        & > .rows--row { color: $foreground; }
        & > .rows--never { color: $foreground 70%; }
        & > .rows--cursor { color: $foreground; background: $surface; text-style: bold; }
        & > .rows--zero { color: #0b6fc2; }
        & > .rows--one { color: #f2a73b; }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"rows--{kind}" for kind in ("head", "row", "never", "cursor", "zero", "one")
    }
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("home", "edge(False)", show=False),
        Binding("end", "edge(True)", show=False),
    ]
    HEAD = 0
    """Lines that stay in place above the rows."""
    LINES = 1
    """Lines of a row."""

    @dataclass
    class Opened(Message):
        """The row under the cursor is to be opened."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self.cursor = 0
        self._look: Look | None = None

    @property
    def rows(self) -> int:
        """How many rows there are."""
        raise NotImplementedError

    @property
    def result(self) -> StartResult | None:
        """The start that the row under the cursor stands for."""
        raise NotImplementedError

    def show(self, look: Look) -> None:
        """Take what there is to show."""
        self._look = look
        self.cursor = min(self.cursor, max(self.rows - 1, 0))
        self.virtual_size = Size(self.scrollable_content_region.width, self.HEAD + self.rows * self.LINES)
        self.refresh()

    def action_move(self, by: int) -> None:
        """Put the cursor some rows on."""
        self.cursor = min(max(self.cursor + by, 0), max(self.rows - 1, 0))
        top = self.cursor * self.LINES
        self.scroll_to_region(
            Region(0, top, 1, self.HEAD + self.LINES), animate=False, force=True, spacing=None, x_axis=False
        )
        self.refresh()

    def action_page(self, direction: int) -> None:
        """As many rows as are in sight."""
        self.action_move(direction * max((self.scrollable_content_region.height - self.HEAD) // self.LINES, 1))

    def action_edge(self, last: bool) -> None:
        """The first row, or the last."""
        self.action_move(self.rows if last else -self.rows)

    def on_click(self, event: events.Click) -> None:
        """Put the cursor where the mouse is; open the row if it was there already."""
        offset = event.get_content_offset(self)
        if offset is None or offset.y < self.HEAD:
            return
        row = (offset.y - self.HEAD + self.scroll_offset.y) // self.LINES
        if not 0 <= row < self.rows:
            return
        if row == self.cursor:
            self.post_message(self.Opened())
        self.action_move(row - self.cursor)
