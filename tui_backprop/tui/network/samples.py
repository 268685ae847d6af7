"""Every sample under the parameters shown: what the network answers, and how far off it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from rich.cells import set_cell_size
from rich.segment import Segment
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui_backprop.calculus.network.quantities import Phase
from tui_backprop.explain.typeset import MISSING, WIDTH, brief, cells, column, number
from tui_backprop.training.network.snapshot import SampleTable, Snapshot
from tui_backprop.tui.kit.keys import SCROLL_KEYS
from tui_backprop.tui.kit.late_styles import LateStyles
from tui_backprop.tui.kit.lines import refresh_lines
from tui_backprop.tui.kit.styles_cache import Painter
from tui_backprop.tui.kit.thumb import ThumbInPlace
from tui_backprop.tui.kit.titles import entitle
from tui_backprop.words import words


class Columns(NamedTuple):
    """How much of the table there is room for: the gap between columns, a space between inputs, the column k."""

    gap: int
    spaced: bool
    numbered: bool

    def line(self, mark: str, k: str, x1: str, t: str, x4: str, error: str, right: str, widths: tuple[int, int]) -> str:
        """One line of the table, `widths` those of x1 and t: the columns stand still whatever is in them."""
        fields = [k.rjust(2)] if self.numbered else []
        fields += [x1.ljust(widths[0]), t.rjust(widths[1]), column(x4, WIDTH), column(error, WIDTH), right]
        return mark.ljust(1 if self.numbered else 2) + (" " * self.gap).join(fields)


_WIDEST_FIRST = (Columns(3, True, True), Columns(2, True, True), Columns(1, False, True), Columns(1, False, False))


def is_right(x4: float, t: float) -> bool:
    """Whether the output lies on the label's side of ½; on that of a label that is ½ itself it cannot lie."""
    return (x4 - 0.5) * (t - 0.5) > 0


def _verdict(x4: float, t: float) -> str:
    """Right, wrong, or no telling where the label is ½ itself."""
    return "?" if t == 0.5 else "✓" if is_right(x4, t) else "✗"


def table_lines(table: SampleTable, sample: int, width: int, phase: Phase = Phase.UPDATE) -> list[str]:
    """The table's lines for this width: the head, one line for each sample with ▶ before number `sample`, and the sum.

    What the forward pass of this sample has not reached in this phase is a dash; at the start nothing is reached.
    """
    inputs = [[brief(value) for value in row] for row in table.x1.tolist()]
    labels = [brief(t) for t in table.t.tolist()]
    each, narrow = [max(map(len, column)) for column in zip(*inputs, strict=True)], max(map(len, labels))

    def reached(k: int, asked: Phase) -> bool:
        return sample > 0 and (k != sample or phase >= asked)

    def answered(k: int) -> bool:
        return reached(k, Phase.F3)

    def lines(columns: Columns) -> list[str]:
        # Digits can stand without a space between them, longer numbers cannot.
        between = " " if columns.spaced or max(each) > 1 else ""
        samples = [between.join(map(str.rjust, row, each)) for row in inputs]
        widths = max(len(samples[0]), 4), narrow
        head = columns.line("", "k", "x⁽¹⁾", "t", "x⁽⁴⁾", "E", "½", widths)
        body = [
            columns.line(
                "▶" if k == sample else "",
                str(k),
                samples[k - 1],
                labels[k - 1],
                number(float(x4)) if answered(k) else MISSING,
                number(float(error)) if reached(k, Phase.F4) else MISSING,
                _verdict(float(x4), float(t)) if answered(k) else " ",
                widths,
            )
            for k, (t, x4, error) in enumerate(zip(table.t, table.x4, table.error, strict=True), start=1)
        ]
        total = number(float(table.error.sum())) if reached(sample, Phase.F4) else MISSING
        return [head, *body, columns.line("", "", "", " ", words().network_screen.error_now, total, " ", widths)]

    *wider, narrowest = _WIDEST_FIRST
    return next((made for columns in wider if cells((made := lines(columns))[0]) <= width), None) or lines(narrowest)


class SamplesPane(LateStyles, ThumbInPlace, ScrollView, can_focus=True, inherit_bindings=False):
    """The samples as a table. The head and the sum stay in place while the samples scroll between them."""

    DEFAULT_CSS = """
    SamplesPane {
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-size-vertical: 1;
        & > .samples--head { color: $foreground 70%; }
        & > .samples--sample { color: $foreground; }
        & > .samples--current { color: $foreground; background: $surface; text-style: bold; }
        & > .samples--sum { color: $foreground; text-style: bold; }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"samples--head", "samples--sample", "samples--current", "samples--sum"}

    BINDINGS = SCROLL_KEYS

    @dataclass
    class Chosen(Message):
        """A click on a sample, by its number from 1."""

        sample: int

    def __init__(self, *, name: str | None = None, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self._snapshot: Snapshot | None = None
        self._drawn: tuple[object, ...] = ()
        self._lines: tuple[int, list[str]] | None = None

    def show(self, snapshot: Snapshot) -> None:
        """Take the moment to draw; repaint if an answer or the sample is another one, and keep that sample in sight."""
        moved = self._snapshot is None or self._snapshot.sample != snapshot.sample
        self._snapshot = snapshot
        table = snapshot.table
        drawn = (
            snapshot.task,
            snapshot.sample,
            min(max(snapshot.phase, Phase.F2), Phase.F4),
            table.x4.tobytes(),
            table.error.tobytes(),
            words(),
        )
        if drawn == self._drawn:
            return
        self._drawn = drawn
        size = self.scrollable_content_region.size
        before, self._lines = self._rows(size), None
        self._set_size_and_title()
        refresh_lines(self, before, self._rows(size))
        if moved:
            self._scroll_to_sample()

    def on_click(self, event: events.Click) -> None:
        """Choose the sample under the pointer."""
        offset = event.get_content_offset(self)
        if offset is None or self._snapshot is None:
            return
        number = offset.y + self.scroll_offset.y
        if 0 < offset.y < self.scrollable_content_region.height - 1 and number <= len(self._snapshot.table.t):
            self.post_message(self.Chosen(number))

    def on_resize(self) -> None:
        """Keep the current sample in sight."""
        self._set_size_and_title()
        self._scroll_to_sample()

    def render_line(self, y: int) -> Strip:
        """The head in the first row, the sum in the last one, the samples between them as scrolled."""
        width = self.scrollable_content_region.width
        return Strip(self.painter(width)(y), width)

    def painter(self, width: int) -> Painter:
        """What paints the rows that there are now."""
        rows = self._rows(self.scrollable_content_region.size)

        def paint(y: int) -> list[Segment]:
            if y >= len(rows):
                return [Segment(" " * width, self.rich_style)]
            text, kind = rows[y]
            return [Segment(set_cell_size(text, width), self.get_component_rich_style("samples--" + kind))]

        return paint

    def _rows(self, size: Size) -> list[tuple[str, str]]:
        """What stands in the rows of a pane of this size, and of what kind it is."""
        width, height = size
        lines = self._table_lines(width)
        end = len(lines) - 1
        last = min(height - 1, end)
        # A shorter table is shown before Textual has scrolled back to where that ends.
        scrolled = min(self.scroll_offset.y, end - last)
        sample = self._snapshot.sample if self._snapshot is not None else 0
        kinds = {sample: "current", 0: "head", end: "sum"}
        inside = range(1 + scrolled, last + scrolled)
        return [(lines[index], kinds.get(index, "sample")) for index in (0, *inside, end)[: last + 1]]

    def _table_lines(self, width: int) -> list[str]:
        if self._snapshot is None:
            return []
        if self._lines is None or self._lines[0] != width:
            self._lines = (width, table_lines(self._snapshot.table, self._snapshot.sample, width, self._snapshot.phase))
        return self._lines[1]

    def _set_size_and_title(self) -> None:
        if self._snapshot is None:
            return
        table = self._snapshot.table
        size = Size(self.scrollable_content_region.width, len(table.t) + 2)
        if self.virtual_size != size:
            self.virtual_size = size
        said = words().network_screen
        known = self._snapshot.phase >= Phase.F3
        entitle(self, said.samples_right(right=table.right, samples=table.sides) if known else said.panes["samples"])

    def _scroll_to_sample(self) -> None:
        """Bring the current sample between the head and the sum."""
        if self._snapshot is None or not self._snapshot.sample:
            return
        rows, row = self.scrollable_content_region.height - 2, self._snapshot.sample - 1
        top = min(max(self.scroll_offset.y, row - rows + 1), row)
        if rows > 0 and top != self.scroll_offset.y:
            # By force: a table that has only just grown out of the pane has no scrollbar yet.
            self.scroll_to(y=top, animate=False, force=True)
