"""A pane of matrices: numbers that keep their place, a cursor on one of them, and cells that light up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui_backprop.explain.cell import Cell
from tui_backprop.explain.typeset import HIDDEN
from tui_backprop.tui.kit.matrix_layout import Block, Board, MatrixView, Piece, layout

_MOVES = {"up": (0, -1), "down": (0, 1), "left": (-1, 0), "right": (1, 0)}


class MatrixBoard(ScrollView, can_focus=True, inherit_bindings=False):
    """Shows any list of matrices. It scrolls up and down; a matrix that is too wide shows a window of its columns.

    The left and right keys are its own only while there is a cursor, home and end never: they belong to the screen.
    """

    ALLOW_SELECT = False

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "matrix-board--positive",
        "matrix-board--negative",
        "matrix-board--zero",
        "matrix-board--nan",
        "matrix-board--structural",
        "matrix-board--missing",
        "matrix-board--title",
        "matrix-board--note",
        "matrix-board--bracket",
        "matrix-board--joiner",
        "matrix-board--joiner-lit",
        "matrix-board--gap",
        "matrix-board--cursor",
        "matrix-board--lit",
        "matrix-board--hidden",
        "matrix-board--wrong",
        "matrix-board--saturated",
        "matrix-board--worst",
    }
    """One for each kind of text, and four that are laid over a number: cursor, lit and the marks hidden and wrong."""

    # The colours of the signs are fixed, a theme's own may not be apart for everyone: orange and blue differ for every
    # kind of colour blindness, and each has a contrast of at least 4.5 to the surfaces of its theme.
    DEFAULT_CSS = """
    MatrixBoard {
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-size-vertical: 1;

        & > .matrix-board--positive { color: #f2a73b; }
        & > .matrix-board--negative { color: #66bdf2; }
        & > .matrix-board--zero { color: $foreground; }
        & > .matrix-board--nan { color: $text-error; text-style: bold; }
        & > .matrix-board--structural { color: $foreground 45%; }
        & > .matrix-board--missing { color: $foreground 60%; }
        & > .matrix-board--title { color: $foreground; text-style: bold; }
        & > .matrix-board--note { color: $foreground 70%; }
        & > .matrix-board--bracket { color: $foreground 70%; }
        & > .matrix-board--joiner { color: $foreground; text-style: bold; }
        & > .matrix-board--joiner-lit { color: $foreground; text-style: bold reverse; }
        & > .matrix-board--lit { background: $warning-muted; text-style: bold underline; }
        & > .matrix-board--hidden { color: $foreground; text-style: bold; }
        & > .matrix-board--wrong { color: $foreground; background: $error-muted; text-style: bold italic; }
        & > .matrix-board--worst { text-style: underline; }
        & > .matrix-board--saturated { text-style: italic dim; }
        & > .matrix-board--cursor { background: $background; text-style: bold reverse; }

        &:light > .matrix-board--positive { color: #7a4100; }
        &:light > .matrix-board--negative { color: #004f8b; }
        &:ansi > .matrix-board--positive { color: ansi_yellow; }
        &:ansi > .matrix-board--negative { color: ansi_bright_blue; }
        &:ansi > .matrix-board--lit { background: transparent; }
        &:ansi > .matrix-board--wrong { background: transparent; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move('up')", "Cell above", show=False, id="matrix.up"),
        Binding("down", "move('down')", "Cell below", show=False, id="matrix.down"),
        Binding("left", "move('left')", "Cell to the left", show=False, id="matrix.left"),
        Binding("right", "move('right')", "Cell to the right", show=False, id="matrix.right"),
        Binding("escape", "leave", "Leave the cell", show=False, id="matrix.leave"),
        Binding("shift+left", "window(-1)", "Columns to the left", show=False, id="matrix.window_left"),
        Binding("shift+right", "window(1)", "Columns to the right", show=False, id="matrix.window_right"),
        Binding("pageup", "page_up", "Page up", show=False, id="matrix.page_up"),
        Binding("pagedown", "page_down", "Page down", show=False, id="matrix.page_down"),
    ]

    cursor: reactive[Cell | None] = reactive[Cell | None](None, repaint=False, init=False)
    """The entry that the cursor is on, if any; one that is on no matrix counts as none."""

    lit: reactive[frozenset[Cell]] = reactive[frozenset[Cell]](frozenset(), repaint=False, init=False)
    """The entries that light up."""

    marks: reactive[Mapping[Cell, str]] = reactive[Mapping[Cell, str]]({}, repaint=False, init=False)
    """Entries that are "hidden" (their number is not shown), "wrong", "saturated" or "worst"."""

    @dataclass
    class CursorMoved(Message):
        """The cursor of a board is on another cell, or on none."""

        board: MatrixBoard
        cell: Cell | None

        @property
        def control(self) -> MatrixBoard:
            """The sender, for `@on` with a selector."""
            return self.board

    def __init__(
        self,
        views: Iterable[MatrixView] = (),
        *,
        name: str | None = None,
        id: str | None = None,
        classes: str | None = None,
        disabled: bool = False,
    ) -> None:
        self._looks: dict[str, Style] = {}
        super().__init__(name=name, id=id, classes=classes, disabled=disabled)
        self._views = tuple(views)
        self._offsets: dict[str, int] = {}
        self._board = layout((), 1)

    @property
    def board(self) -> Board:
        """Where everything stands now."""
        return self._board

    def show_views(self, views: Iterable[MatrixView]) -> None:
        """Show these matrices instead, and repaint the lines that differ. Scroll, cursor and columns stay."""
        self._views = tuple(views)
        if self.cursor is not None and not self._exists(self.cursor):
            self.cursor = None
        self._reflow()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """The height of the matrices at this width, for a board whose height is auto."""
        return layout(self._views, width, self._offsets).height

    def render_line(self, y: int) -> Strip:
        """Line `y` of the pane."""
        width = self.scrollable_content_region.width
        gap = self._look("gap")
        segments: list[Segment] = []
        x = 0
        for piece in self._board.line(y + self.scroll_offset.y):
            segments.append(Segment(" " * (piece.x - x), gap))
            text = HIDDEN if piece.cell and self.marks.get(piece.cell) == "hidden" else piece.text
            segments.append(Segment(text, self._style(piece)))
            x = piece.x + segments[-1].cell_length
        return Strip([segment for segment in segments if segment.text], x).crop_extend(0, width, gap)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Give up the keys that have nothing to do here, so that the screen gets them."""
        if action == "leave":
            return self.cursor is not None
        if action == "move":
            sideways = parameters[0] in ("left", "right")
            return self.cursor is not None if sideways else bool(self._board.height)
        if action == "window":
            return self._windowed() is not None
        return super().check_action(action, parameters)

    def action_move(self, direction: str) -> None:
        """Move the cursor one cell; the first time put it on the first cell in sight."""
        if self.cursor is None:
            self.cursor = self._board.first_cell(self.scroll_offset.y)
        else:
            self.cursor = self._board.move(self.cursor, *_MOVES[direction])

    def action_leave(self) -> None:
        """Take the cursor away."""
        self.cursor = None

    def action_window(self, columns: int) -> None:
        """Move the window of the matrix under the cursor, else of the first one in sight that has a window."""
        if block := self._windowed():
            last = block.view.shape[1] - block.count
            self._offsets[block.view.code] = min(max(block.first + columns, 0), last)
            self._reflow()

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the cell that was clicked."""
        if (offset := event.get_content_offset(self)) is not None:
            cell = self._board.cell_at(offset.x, offset.y + self.scroll_offset.y)
            self.cursor = cell or self.cursor

    def on_resize(self) -> None:
        """Flow the matrices over the new width."""
        self._reflow()
        # The height in sight is settled only with the layout that this resize is a part of.
        self.call_after_refresh(self._follow_cursor)

    def _validate_cursor(self, cell: Cell | None) -> Cell | None:
        return cell if cell is not None and self._exists(cell) else None

    def _watch_cursor(self, old: Cell | None, new: Cell | None) -> None:
        self._follow_cursor()
        self._refresh_cells({cell for cell in (old, new) if cell})
        if (old is None) != (new is None):
            self.refresh_bindings()
        self.post_message(self.CursorMoved(self, new))

    def _watch_lit(self, old: frozenset[Cell], new: frozenset[Cell]) -> None:
        self._refresh_cells(old ^ new)

    def _watch_marks(self, old: Mapping[Cell, str], new: Mapping[Cell, str]) -> None:
        self._refresh_cells({cell for cell in {*old, *new} if old.get(cell) != new.get(cell)})

    def _exists(self, cell: Cell) -> bool:
        shapes = {view.code: view.shape for view in self._views}
        rows, columns = shapes.get(cell.code, (0, 0))
        return 0 <= cell.row < rows and 0 <= cell.column < columns

    def _windowed(self) -> Block | None:
        """The matrix whose window of columns the keys move."""
        if self.cursor is not None:
            block = self._board.block(self.cursor.code)
            return block if block and block.is_window else None
        top, height = self.scroll_offset.y, self.scrollable_content_region.height
        in_sight = (b for b in self._board.blocks if b.y < top + height and b.y + b.view.shape[0] > top)
        return next((block for block in in_sight if block.is_window), None)

    def _reflow(self) -> None:
        """Place the matrices and repaint the lines that differ.

        Whether there is a scrollbar is settled here: its width must not depend on the layout that it was there for.
        """
        width, height = self.container_size
        if not width:
            return
        old, self._board = self._board, layout(self._views, width, self._offsets)
        grows = self.styles.is_auto_height and self.styles.max_height is None
        if self._board.height > height and not grows:
            self._board = layout(self._views, width - self.styles.scrollbar_size_vertical, self._offsets)
        self.virtual_size = Size(self._board.width, self._board.height)
        top = self.scroll_offset.y
        self._refresh_lines(y for y in range(top, top + height) if old.line(y) != self._board.line(y))

    def _follow_cursor(self) -> None:
        """Bring the cell under the cursor into sight, with the title if it is in the first row."""
        if self.cursor is None or self._board.block(self.cursor.code) is None:
            return
        offset = self._board.offset_showing(self.cursor)
        block = self._board.block(self.cursor.code)
        if block and offset != block.first:
            self._offsets[self.cursor.code] = offset
            self._reflow()
        if place := self._board.region_of(self.cursor):
            heading = 1 if self.cursor.row == 0 else 0
            region = Region(0, max(place[1] - heading, 0), 1, 1 + heading)
            # By force: matrices that have only just grown out of the pane have no scrollbar yet.
            self.scroll_to_region(region, animate=False, x_axis=False, force=True)

    def _refresh_cells(self, cells: Iterable[Cell]) -> None:
        places = (self._board.region_of(cell) for cell in cells)
        self._refresh_lines({place[1] for place in places if place})

    def _refresh_lines(self, lines: Iterable[int]) -> None:
        top, width = self.scroll_offset.y, self.size.width
        if regions := [Region(0, y - top, width, 1) for y in lines]:
            self.refresh(*regions)

    def notify_style_update(self) -> None:
        """Forget the styles of the theme before."""
        self._looks.clear()
        super().notify_style_update()

    def _look(self, name: str, partial: bool = False) -> Style:
        """The style of a component class, kept: a repaint asks for each of a few styles hundreds of times."""
        if name not in self._looks:
            self._looks[name] = self.get_component_rich_style(f"matrix-board--{name}", partial=partial)
        return self._looks[name]

    def _style(self, piece: Piece) -> Style:
        style = self._look(piece.kind)
        if piece.cell is None:
            return style
        if mark := self.marks.get(piece.cell):
            style += self._look(mark, partial=True)
        if piece.cell in self.lit:
            style += self._look("lit", partial=True)
        if piece.cell == self.cursor:
            style += self._look("cursor", partial=True)
        return style
