"""A pane of matrices: numbers that keep their place, a cursor on one of them, and cells that light up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, cast

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.actions import SkipAction
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size, Spacing
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui_backprop.explain.cell import Cell
from tui_backprop.explain.typeset import HIDDEN
from tui_backprop.tui.kit.late_styles import LateStyles
from tui_backprop.tui.kit.matrix_layout import Block, Board, Kind, MatrixView, Tone, layout
from tui_backprop.tui.kit.styles_cache import Painter
from tui_backprop.tui.kit.theme import role_rules
from tui_backprop.tui.kit.thrift_filter import looks_alike_without_text
from tui_backprop.tui.kit.thumb import ThumbInPlace

_WORDS = ("title", "note", "names", "joiner")
_TINTED = ("operand", "result")
_CLOSING = ("]", "⎤", "⎥", "⎦")
_MOVES = {"up": (0, -1), "down": (0, 1), "left": (-1, 0), "right": (1, 0)}


class MatrixBoard(LateStyles, ThumbInPlace, ScrollView, can_focus=True, inherit_bindings=False):
    """Shows any list of matrices. It scrolls up and down; a row that is too wide goes on in further lines, unless all has
    room only without them. Any other matrix that is too wide shows a window of its columns.

    The left and right keys are its own only while there is a cursor, home and end never: they belong to the screen.
    """

    ALLOW_SELECT = False

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"matrix-board--{part}"
        for part in (
            *("positive", "negative", "zero", "nan", "structural", "waits", "heading", "title", "note", "names"),
            *("bracket", "joiner", "gap"),
            *("positive-back", "negative-back", "zero-back", "title-back", "bracket-back"),
            *("operand", "result", "fresh", "title-operand", "title-result"),
            *("cursor", "lit", "hidden", "wrong", "saturated", "worst"),
        )
    }
    """One for each kind of text; those that end in -back step back. The last two lines are laid over a text."""

    DEFAULT_CSS = """
    MatrixBoard {
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-size-vertical: 1;

        & > .matrix-board--positive-back { color: #b58245; }
        & > .matrix-board--negative-back { color: #5590b5; }
        & > .matrix-board--zero { color: $foreground 75%; }
        & > .matrix-board--zero-back { color: $foreground 60%; }
        & > .matrix-board--nan { text-style: bold; }
        & > .matrix-board--structural { color: $foreground 45%; }
        & > .matrix-board--waits { color: $foreground 60%; }
        & > .matrix-board--heading { color: $foreground; text-style: underline; }
        & > .matrix-board--title { color: $foreground; }
        & > .matrix-board--title-back { color: $foreground 65%; }
        & > .matrix-board--title-operand { color: $foreground; text-style: bold; }
        & > .matrix-board--title-result { color: $foreground; text-style: bold reverse; }
        & > .matrix-board--note { color: $foreground 70%; }
        & > .matrix-board--names { color: $foreground 65%; }
        & > .matrix-board--bracket { color: $foreground 70%; }
        & > .matrix-board--bracket-back { color: $foreground 45%; }
        & > .matrix-board--joiner { color: $foreground; text-style: bold; }
        & > .matrix-board--operand { background: $surface-lighten-1; }
        & > .matrix-board--result { background: $primary-muted; }
        & > .matrix-board--fresh { text-style: bold; }
        & > .matrix-board--lit { background: $warning-muted; text-style: bold underline; }
        & > .matrix-board--hidden { color: $foreground; text-style: bold; }
        & > .matrix-board--wrong { color: $foreground; background: $error-muted; text-style: bold italic; }
        & > .matrix-board--worst { text-style: underline; }
        & > .matrix-board--saturated { text-style: italic; }
        & > .matrix-board--cursor { background: $background; text-style: bold reverse; }

        &:light > .matrix-board--positive-back { color: #8f6230; }
        &:light > .matrix-board--negative-back { color: #3f6f96; }
        &:ansi > .matrix-board--positive, &:ansi > .matrix-board--positive-back { color: ansi_yellow; }
        &:ansi > .matrix-board--negative, &:ansi > .matrix-board--negative-back { color: ansi_bright_blue; }
        &:ansi:light > .matrix-board--positive-back { color: ansi_red; }
        &:ansi:light > .matrix-board--negative-back { color: ansi_blue; }
        &:ansi > .matrix-board--operand, &:ansi > .matrix-board--result { background: transparent; }
        &:ansi > .matrix-board--lit { background: transparent; }
        &:ansi > .matrix-board--wrong { background: transparent; }
    }
    """ + role_rules(
        "MatrixBoard",
        {"matrix-board--positive": "positive", "matrix-board--negative": "negative", "matrix-board--nan": "alarm"},
    )

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

    @dataclass
    class CellHovered(Message):
        """The pointer is over another cell of a board, or over none."""

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
        super().__init__(name=name, id=id, classes=classes, disabled=disabled)
        self._views = tuple(views)
        self._hovered: Cell | None = None
        self._offsets: dict[str, int] = {}
        self._board = layout((), 1)
        self._room: tuple[object, ...] = ()
        self._covered = self._spare = 0
        self._topmost = ""
        self._topmost_at = 0
        self._styles: dict[tuple[object, ...], Style] = {}

    @property
    def board(self) -> Board:
        """Where everything stands now."""
        return self._board

    @property
    def cursor_region(self) -> Region:
        """Where on the screen the cell under the cursor stands; an empty region where it is not in sight."""
        place = None if self.cursor is None else self._board.region_of(self.cursor)
        if place is None or not self.region.area:
            return Region()
        x, y, width = place
        corner = self.content_region.offset - (0, self.scroll_offset.y)
        return Region(x, y, width, 1).translate(corner).intersection(self.content_region)

    def show_views(self, views: Iterable[MatrixView]) -> None:
        """Show these matrices instead, and repaint the lines that differ. Scroll, cursor and columns stay."""
        self._views = tuple(views)
        if self.cursor is not None and not self._exists(self.cursor):
            self.cursor = None
        self._reflow()

    def cover(self, lines: int) -> None:
        """Keep the cell under the cursor clear of what lies over so many lines at the foot; for as long as there is one."""
        if lines != self._covered and self.cursor is not None:
            # What lies there may become shorter with the next cell: that is no reason for the matrices to move back.
            self._covered, self._spare = lines, max(self._spare, lines)
            self._follow_cursor()

    @property
    def max_scroll_y(self) -> int:
        """How far it scrolls: the last line may stand above what covers the foot.

        The matrices are no longer for it, so that no scrollbar comes up that would take a column from them.
        """
        return max(super().max_scroll_y, self._board.height + self._spare - self.container_size.height)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """The height of the matrices at this width, for a board whose height is auto."""
        return layout(self._views, width, self._offsets).height

    def render_line(self, y: int) -> Strip:
        """Line `y` of the pane."""
        width = self.scrollable_content_region.width
        return Strip(self.painter(width)(y), width)

    def painter(self, width: int) -> Painter:
        """What paints the lines of the pane that there are now."""
        board, top = self._board, self.scroll_offset.y
        ground, marks, lit, cursor = self._look("gap"), self.marks, self.lit, self.cursor
        styles = self._styles

        def paint(y: int) -> list[Segment]:
            segments: list[Segment] = []
            x, tone, style = 0, "plain", ground
            for at, text, kind, cell, its_tone, fresh in board.line(y + top):
                if at > x:
                    inside = tone == its_tone and tone in _TINTED and at - x < 2 and kind not in _WORDS
                    gap = self._gap(tone) if inside else ground
                    if segments and looks_alike_without_text(gap, style):
                        segments[-1] = Segment(segments[-1].text + " " * (at - x), style)
                    else:
                        segments.append(Segment(" " * (at - x), gap))
                mark = marks.get(cell) if cell else None
                key = kind, its_tone, fresh, mark, cell in lit, cell is not None and cell == cursor
                style = styles.get(key)
                if style is None:
                    style = self._style(*key)
                tone = "plain" if text in _CLOSING or kind in _WORDS else its_tone
                if mark == "hidden":
                    text = HIDDEN
                segments.append(Segment(text, style))
                x = at + (len(text) if text.isascii() else cell_len(text))
            if x < width:
                segments.append(Segment(" " * (width - x), ground))
            return segments if x <= width else list(Strip(segments).crop(0, width))

        return paint

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

    def action_page_up(self) -> None:
        """Scroll up by the lines in sight."""
        self._page(-1)

    def action_page_down(self) -> None:
        """Scroll down by the lines in sight: none is skipped behind what lies over the foot."""
        self._page(1)

    def _page(self, pages: int) -> None:
        if not self.max_scroll_y:
            raise SkipAction
        lines = max(self.scrollable_content_region.height - self._covered, 1)
        self.scroll_to(y=self.scroll_offset.y + pages * lines, animate=False, force=True)

    def action_leave(self) -> None:
        """Take the cursor away."""
        self.cursor = None

    def action_window(self, columns: int) -> None:
        """Move the window of the matrix under the cursor, else of the first one in sight that has a window."""
        if block := self._windowed():
            self._show_from(block, min(max(block.first + columns, 0), block.view.shape[1] - block.count))

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the cell that was clicked."""
        if (offset := event.get_content_offset(self)) is not None:
            cell = self._board.cell_at(offset.x, offset.y + self.scroll_offset.y)
            self.cursor = cell or self.cursor

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Tell which cell the pointer is over."""
        offset = event.get_content_offset(self)
        self._hover(None if offset is None else self._board.cell_at(offset.x, offset.y + self.scroll_offset.y))

    def on_leave(self) -> None:
        """The pointer is over none of its cells any more."""
        self._hover(None)

    def _hover(self, cell: Cell | None) -> None:
        if cell != self._hovered:
            self._hovered = cell
            self.post_message(self.CellHovered(self, cell))

    def show_matrix(self, code: str) -> None:
        """Scroll until a matrix begins at the top, as far as there is something below.

        It stays there, whatever size the board is given and however late its matrices come, until something else scrolls
        the board.
        """
        self._topmost, self._topmost_at = code, self.scroll_offset.y
        self._scroll_to_topmost()

    def _scroll_to_topmost(self) -> None:
        if self._topmost and (block := self._board.block(self._topmost)):
            self._topmost_at = min(block.top, self.max_scroll_y)
            self.scroll_to(y=self._topmost_at, animate=False, force=True, immediate=True)

    def on_resize(self) -> None:
        """Flow the matrices over the new width."""
        self._uncover()
        self.fit()
        # The height in sight is settled only with the layout that this resize is a part of.
        self.call_after_refresh(self._follow_cursor)

    def fit(self) -> None:
        """Have what it shows fit the room that there is now."""
        self._reflow()

    def _validate_cursor(self, cell: Cell | None) -> Cell | None:
        return cell if cell is not None and self._exists(cell) else None

    def _watch_cursor(self, old: Cell | None, new: Cell | None) -> None:
        if new is None:
            self._uncover()
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

    def _show_from(self, block: Block, column: int) -> None:
        """Begin the window of a matrix at a column, and those of all that have as many: they are read together."""
        for other in self._board.blocks:
            if other.view.shape[1] == block.view.shape[1]:
                self._offsets[other.view.code] = column
        self._reflow()

    def _reflow(self) -> None:
        """Place the matrices and repaint the lines that differ.

        Whether there is a scrollbar is settled here: its width must not depend on the layout that it was there for.
        """
        width, height = self.container_size
        if not width:
            return
        if self.scroll_offset.y not in (self._topmost_at, min(self._topmost_at, self.max_scroll_y)):
            self._topmost = ""
        grows = self.styles.is_auto_height and self.styles.max_height is None
        narrower = width - self.styles.scrollbar_size_vertical
        before, self._room = self._room, (width, height, grows, narrower, {**self._offsets})
        old, same = self._board, self._board.showing(self._views) if before == self._room else None
        self._board = same or layout(self._views, width, self._offsets)
        if same is None and self._board.height > height and not grows:
            whole = layout(self._views, width, self._offsets, wrap=False)
            self._board = whole if whole.height <= height else layout(self._views, narrower, self._offsets)
        size = Size(self._board.width, self._board.height)
        if self.styles.is_auto_height or max(size.height, self.virtual_size.height) > height:
            self.virtual_size = size
        else:  # neither its height nor a scrollbar depends on it: the screen need not be laid out again
            self.set_reactive(cast(Any, MatrixBoard.virtual_size), size)
        top = self.scroll_offset.y
        self._refresh_lines(y for y in range(top, top + height) if old.line(y) != self._board.line(y))
        self._scroll_to_topmost()

    def _follow_cursor(self) -> None:
        """Bring the cell under the cursor into sight, with the title if it is in the first row."""
        if self.cursor is None or self._board.block(self.cursor.code) is None:
            return
        offset = self._board.offset_showing(self.cursor)
        block = self._board.block(self.cursor.code)
        if block and offset != block.first:
            self._show_from(block, offset)
        if place := self._board.region_of(self.cursor):
            heading = 1 if self.cursor.row == 0 else 0
            region = Region(0, max(place[1] - heading, 0), 1, 1 + heading)
            foot = Spacing(bottom=min(self._covered, max(self.size.height - region.height, 0)))
            # By force: matrices that have only just grown out of the pane have no scrollbar yet.
            self.scroll_to_region(region, spacing=foot, animate=False, x_axis=False, force=True)

    def _uncover(self) -> None:
        """Take it that nothing lies over it, and leave no empty lines at the foot."""
        if self._spare:
            self._covered = self._spare = 0
            self.scroll_to(y=self.scroll_offset.y, animate=False, force=True)

    def _refresh_cells(self, cells: Iterable[Cell]) -> None:
        places = (self._board.region_of(cell) for cell in cells)
        self._refresh_lines({place[1] for place in places if place})

    def _refresh_lines(self, lines: Iterable[int]) -> None:
        top, width = self.scroll_offset.y, self.size.width
        if regions := [Region(0, y - top, width, 1) for y in lines]:
            self.refresh(*regions)

    def _look(self, name: str, partial: bool = False) -> Style:
        """The style of a component class."""
        return self.get_component_rich_style(f"matrix-board--{name}", partial=partial)

    def notify_style_update(self) -> None:
        """Forget the styles of the theme before."""
        self._styles.clear()
        super().notify_style_update()

    def _gap(self, tone: Tone) -> Style:
        """The style of a gap inside a matrix that is tinted."""
        key = "gap", tone
        if key not in self._styles:
            self._styles[key] = self._look("gap") + self._look(tone, partial=True)
        return self._styles[key]

    def _style(self, kind: Kind, tone: Tone, fresh: bool, mark: str | None, lit: bool, under_cursor: bool) -> Style:
        """The style of a text; for one that is no entry of a matrix the last four arguments are False or None."""
        key = kind, tone, fresh, mark, lit, under_cursor
        style = self._look(f"{kind}-{tone}" if f"matrix-board--{kind}-{tone}" in self.COMPONENT_CLASSES else kind)
        if tone in _TINTED and kind not in _WORDS:
            style += self._look(tone, partial=True)
        over = (
            "fresh" if fresh and kind != "zero" else None,  # a zero is not the boldest thing, however new
            mark,
            "lit" if lit else None,
            "cursor" if under_cursor else None,
        )
        for name in over:
            if name:
                style += self._look(name, partial=True)
        self._styles[key] = style
        return style
