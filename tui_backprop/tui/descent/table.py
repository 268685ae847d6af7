"""The table of a descent: k, x, f(x) and J(f) of every point reached, as in (3.3) to (3.8)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui_backprop.explain.typeset import count, fixed
from tui_backprop.training.descent.snapshot import DescentSnapshot
from tui_backprop.tui.descent.texts import row_note, wrapped
from tui_backprop.tui.kit.keys import SCROLL_KEYS
from tui_backprop.tui.kit.late_styles import LateStyles
from tui_backprop.tui.kit.thumb import ThumbInPlace
from tui_backprop.tui.kit.titles import entitle
from tui_backprop.words import words

TITLES = ("x₁", "x₂", "f(x)", "∂f/∂x₁", "∂f/∂x₂")
NARROWEST, WIDEST = 7, 14


@dataclass(frozen=True)
class Columns:
    """How wide the number k and each of the five numbers are printed."""

    k: int
    number: int

    @classmethod
    def within(cls, width: int, reached: int) -> Columns:
        """As many digits as a line of this width has room for."""
        k = max(len(count(reached)), 4)
        return cls(k, min(max((width - k - 2) // 5 - 1, NARROWEST), WIDEST))

    def line(self, mark: str, k: str, numbers: list[str]) -> str:
        """One line of the table: the columns stand still whatever is in them."""
        return f"{mark:1} {k:>{self.k}}" + "".join(f" {number:>{self.number}}" for number in numbers)


class DescentTablePane(LateStyles, ThumbInPlace, ScrollView, can_focus=True, inherit_bindings=False):
    """The head stays in place while the rows scroll under it; a click on a row is a wish to go to its point.

    Below the rows there is room for what the article says of the point shown.
    """

    DEFAULT_CSS = """
    DescentTablePane {
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-size-vertical: 1;
        & > .descent--head { color: $foreground 70%; }
        & > .descent--row { color: $foreground; }
        & > .descent--future { color: $foreground 60%; }
        & > .descent--current { color: $foreground; background: $surface; text-style: bold; }
        & > .descent--note { color: $foreground; text-style: italic; }
        &:ansi > .descent--future { color: ansi_default; }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"descent--{kind}" for kind in ("head", "row", "future", "current", "note")
    }

    BINDINGS = SCROLL_KEYS

    @dataclass
    class Chosen(Message):
        """A click on the row of point k."""

        k: int

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._snapshot: DescentSnapshot | None = None
        self._drawn: tuple[object, ...] = ()
        self._note: list[str] = []

    def show(self, snapshot: DescentSnapshot) -> None:
        """Take the moment to draw; repaint if the path or the point is another one, and keep the point in sight."""
        before, self._snapshot = self._snapshot, snapshot
        drawn = (snapshot.recipe, snapshot.k, snapshot.reached, words())
        if drawn == self._drawn:
            return
        self._drawn = drawn
        self._fit()
        self.refresh()
        if before is None or before.k != snapshot.k:
            self._scroll_to_point()

    def on_resize(self) -> None:
        """Keep the point in sight."""
        self._fit()
        self._scroll_to_point()

    def on_click(self, event: events.Click) -> None:
        """Say which row was clicked."""
        offset = event.get_content_offset(self)
        if self._snapshot is None or offset is None:
            return
        k = offset.y + self.scroll_offset.y
        if 0 < offset.y <= self._rows and k <= self._snapshot.reached:
            self.post_message(self.Chosen(k))

    @property
    def _rows(self) -> int:
        """How many rows of the table are in sight."""
        return max(self.scrollable_content_region.height - 1 - len(self._note), 1)

    def render_line(self, y: int) -> Strip:
        """The head in the first line, the note in the last ones, the rows between them as scrolled."""
        width, snapshot = self.scrollable_content_region.width, self._snapshot
        if snapshot is None:
            return Strip.blank(width, self.rich_style)
        kind, text = "head", ""
        if y == 0:
            text = self._columns(width, snapshot).line("", "k", list(TITLES))
        elif y > self._rows:
            kind, text = "note", "".join(self._note[y - self._rows - 1 : y - self._rows])
        elif (k := y + self.scroll_offset.y) <= snapshot.reached:
            kind = "current" if k == snapshot.k else "row" if k < snapshot.k else "future"
            numbers = [fixed(value, self._columns(width, snapshot).number) for value in snapshot.path[k - 1].tolist()]
            text = self._columns(width, snapshot).line("▶" if k == snapshot.k else "", count(k), numbers)
        style = self.get_component_rich_style("descent--" + kind)
        return Strip([Segment(text, style)]).adjust_cell_length(width, style)

    def _columns(self, width: int, snapshot: DescentSnapshot) -> Columns:
        return Columns.within(width, snapshot.reached)

    def _fit(self) -> None:
        if self._snapshot is None:
            return
        width = self.scrollable_content_region.width
        self._note = wrapped(row_note(self._snapshot), width) if self.scrollable_content_region.height > 5 else []
        size = Size(width, self._snapshot.reached + 1 + len(self._note))
        if self.virtual_size != size:
            self.virtual_size = size
        said = words().descent
        entitle(self, said.table_title if width > 50 else said.table_title_short)

    def _scroll_to_point(self) -> None:
        """Bring the row of the point shown into sight."""
        if self._snapshot is None or not self.size.area:
            return
        row = self._snapshot.k - 1
        top = min(max(self.scroll_offset.y, row - self._rows + 1), row)
        if top != self.scroll_offset.y:
            self.scroll_to(y=top, animate=False, force=True)
