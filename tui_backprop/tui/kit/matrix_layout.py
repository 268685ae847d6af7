"""Where every number stands: a list of matrices flows left to right over lines of a given width.

Only whole numbers are ever placed. A row that is wider than the width goes on in further lines; a matrix of several rows
that is wider shows a window of its columns.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache, partial
from typing import Literal, NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray
from rich.cells import cell_len

from tui_backprop.explain.cell import Cell
from tui_backprop.explain.plain import is_plain, plain
from tui_backprop.explain.typeset import STRUCTURAL, WIDTH, Sign, compact, number_and_sign
from tui_backprop.words import words

STEP = WIDTH + 1
GAP = "  "

GOES_ON = "…"
"""In the place of a bracket where a row goes on in another line."""

Kind = Literal["heading", "title", "note", "names", "bracket", "joiner", "waits", "structural"] | Sign

Tone = Literal["plain", "result", "operand", "back"]
"""How a matrix stands beside the others: what is being made, what it is made from, and what steps back."""


@dataclass(frozen=True, eq=False)
class MatrixView:
    """A matrix to be shown.

    `code` names it among the matrices of a board. `values` None means not computed yet: `waits` stands in their place.
    `zeros` is true where an entry is zero by structure, `fresh` where the last step has changed it. The `joiner` stands
    before the matrix at half its height; `break_before` begins a new line, over which the `heading` stands. The `note` is
    shown after the title as far as there is room. `bare` leaves the brackets out. `names` stand over the columns, one for
    each of them or for as many as share a name; between groups of `group` columns stands a line. The numbers of a matrix
    that is `narrow` take at most so many characters and are written without a sign to spare; 0 is for numbers of the
    usual width. A matrix of the shape (0, 0) is a heading alone.
    """

    code: str
    title: str
    shape: tuple[int, int]
    values: NDArray[np.float64] | None
    zeros: NDArray[np.bool_] | None = None
    joiner: str = ""
    break_before: bool = False
    note: str = ""
    bare: bool = False
    heading: str = ""
    names: tuple[str, ...] = ()
    group: int = 1
    narrow: int = 0
    waits: str = "—"
    tone: Tone = "plain"
    fresh: NDArray[np.bool_] | None = None

    @property
    def step(self) -> int:
        """The columns of characters that a number takes, with the gap to the next one."""
        return self.narrow + 1 if self.narrow else STEP

    @property
    def above(self) -> int:
        """The lines that it needs above its first row: for the title, and for the names of its columns."""
        return int(bool(self.title or self.note)) + int(bool(self.names))

    @property
    def frame(self) -> tuple[object, ...]:
        """All of it but its numbers: matrices of the same frames stand in the same places, with the same texts about them."""
        return (
            self.code, self.title, self.shape, self.values is None, self.joiner, self.break_before, self.note, self.bare,
            self.heading, self.names, self.group, self.narrow, self.waits, self.tone,
        )  # fmt: skip

    def __post_init__(self) -> None:
        if is_plain():
            for name in ("title", "joiner", "note", "heading", "waits"):
                object.__setattr__(self, name, plain(getattr(self, name)))
            object.__setattr__(self, "names", tuple(map(plain, self.names)))
        for name, array in (("values", self.values), ("zeros", self.zeros), ("fresh", self.fresh)):
            if array is not None and array.shape != self.shape:
                raise ValueError(f"{self.code}: {name} has the shape {array.shape}, not {self.shape}")


class Piece(NamedTuple):
    """A text that starts at column `x` of a line; `cell` is the entry that it shows, if it shows one.

    `fresh` says that the last step has changed the number.
    """

    x: int
    text: str
    kind: Kind
    cell: Cell | None = None
    tone: Tone = "plain"
    fresh: bool = False


_piece: Callable[[tuple[int, str, Kind, Cell | None, Tone, bool]], Piece] = partial(tuple.__new__, Piece)
"""A piece of what stands in the tuple, in half the time: there is one for every number of every step."""


@lru_cache(1_024)
def _cells(code: str, row: int, columns: range) -> tuple[Cell, ...]:
    """The cells of a line of a matrix."""
    return tuple(Cell(code, row, column) for column in columns)


@dataclass(frozen=True, eq=False)
class Block:
    """A matrix in its place: bracket at column `x`, first row on line `y`, its title above, its heading on line `top`.

    It shows `count` columns from `first` on, a row in lines of `per_line` columns. Its joiner ends at `x`, on line
    `middle`.
    """

    view: MatrixView
    joiner: str
    first: int
    count: int
    per_line: int
    title: str
    width: int
    note: str = ""
    x: int = 0
    y: int = 0
    middle: int = 0
    top: int = 0

    @property
    def is_window(self) -> bool:
        """Whether columns are left out."""
        return self.count < self.view.shape[1]

    @cached_property
    def lines(self) -> int:
        """How many lines its numbers take."""
        return max(self.view.shape[0], -(-self.count // max(self.per_line, 1)))

    @cached_property
    def edge(self) -> int:
        """The width of a bracket."""
        return 0 if self.view.bare and self.per_line >= self.count else 1

    def has(self, cell: Cell) -> bool:
        """Whether the matrix has this row and column, on show or not."""
        rows, columns = self.view.shape
        return 0 <= cell.row < rows and 0 <= cell.column < columns

    def place(self, row: int, column: int) -> tuple[int, int]:
        """Where a number begins: column and line of the board."""
        line, along = divmod(column - self.first, max(self.per_line, 1))
        return self.x + self.edge + along * self.view.step, self.y + row + line

    @property
    def last_x(self) -> int:
        """Where the numbers of its last column begin, of the longest line."""
        return self.x + self.edge + (min(self.count, self.per_line) - 1) * self.view.step

    def on_line(self, line: int) -> tuple[int, range]:
        """The row and the columns that one of its lines shows, counted from 0."""
        if self.per_line >= self.count:
            return line, range(self.first, self.first + self.count)
        return 0, range(line * self.per_line, min((line + 1) * self.per_line, self.count))

    def nearest(self, x: int, y: int) -> Cell:
        """The entry on show that is nearest to this place."""
        row, columns = self.on_line(min(max(y - self.y, 0), self.lines - 1))
        along = min(max((x - self.x - self.edge) // self.view.step, 0), len(columns) - 1)
        return Cell(self.view.code, row, columns[along])

    def beside(self, cell: Cell, dx: int, dy: int) -> Cell | None:
        """The entry of this matrix one step in a direction, if it has one there; a row goes on in its next line."""
        if dy and self.per_line < self.count:
            line = cell.column // self.per_line + dy
            columns = self.on_line(line)[1]
            return (
                Cell(cell.code, 0, min(cell.column + dy * self.per_line, columns[-1]))
                if line >= 0 and columns
                else None
            )
        moved = Cell(cell.code, cell.row + dy, cell.column + dx)
        return moved if self.has(moved) else None

    def pieces(self, y: int) -> Iterable[Piece]:
        """What line `y` of the board shows of this matrix, from left to right."""
        view, tone = self.view, self.view.tone
        row, rows = y - self.y, self.lines
        if y == self.middle:
            joined: Tone = "result" if tone == "result" else "plain"
            yield Piece(self.x - cell_len(self.joiner), self.joiner, "joiner", tone=joined)
        if y == self.top and view.heading:
            yield Piece(0, view.heading, "heading")
        elif row == -view.above and (view.title or view.note):
            yield Piece(self.x, self.title, "title", tone=tone)
            yield Piece(self.x + (cell_len(self.title) + 1 if self.title else 0), self.note, "note")
        elif row == -1:
            yield from self._names()
        elif 0 <= row < rows:
            left, right = self._brackets(row)
            yield Piece(self.x, left, "joiner" if left == GOES_ON else "bracket", tone=tone)
            if view.values is not None:
                yield from self._numbers(row, view.values)
            elif row == (rows - 1) // 2:
                yield Piece(self.x + self.edge, self._waiting(), "waits", tone="back")
            end = self.x + self.edge + len(self.on_line(row)[1]) * view.step - 1
            yield Piece(end, right, "joiner" if right == GOES_ON else "bracket", tone=tone)

    def _brackets(self, line: int) -> tuple[str, str]:
        """What stands at the left and at the right of a line."""
        last = line == self.lines - 1
        if self.per_line < self.count:
            return GOES_ON if line else "[", "]" if last else GOES_ON
        if self.view.bare:
            return "", ""
        left, right = "[]" if self.lines == 1 else "⎡⎤" if line == 0 else "⎣⎦" if last else "⎢⎥"
        return left, right

    def _names(self) -> Iterable[Piece]:
        """The names over the columns, one for each or one for each group, over the first of it that is on show."""
        span = self.view.shape[1] // len(self.view.names) if self.view.names else 1
        for index, name in enumerate(self.view.names):
            start = max(index * span, self.first)
            end = min((index + 1) * span, self.first + self.count)
            if start < end and cell_len(name) < (end - start) * self.view.step:
                yield Piece(self.place(0, start)[0], name, "names", tone=self.view.tone)

    def _numbers(self, line: int, matrix: NDArray[np.float64]) -> Iterable[Piece]:
        view, step, tone = self.view, self.view.step, self.view.tone
        row, columns = self.on_line(line)
        x = self.x + self.edge
        shown = np.s_[row, columns.start : columns.stop]
        none = (False,) * len(columns)
        fresh = none if view.fresh is None else view.fresh[shown].tolist()
        zeros = none if view.zeros is None else view.zeros[shown].tolist()
        cells = _cells(view.code, row, columns)
        for cell, value, new, structural in zip(cells, matrix[shown].tolist(), fresh, zeros, strict=True):
            if view.group > 1 and cell.column % view.group == 0 and cell.column > columns.start:
                yield Piece(x - 1, "│", "bracket", None, "back")
            if structural and value == 0:  # a mask that is wrong must not hide a number
                yield Piece(x, "·".rjust(step - 1) if view.narrow else STRUCTURAL, "structural", cell, tone)
            else:
                text, kind = number_and_sign(value)
                yield _piece((x, compact(value, step - 1) if view.narrow else text, kind, cell, tone, new))
            x += step

    def _waiting(self) -> str:
        """What stands in the place of numbers that are not computed yet, in their middle."""
        room = max(len(self.on_line((self.lines - 1) // 2)[1]) * self.view.step - 1, 0)
        # Counted in cells: a Chinese word has half as many characters.
        spare = room - cell_len(self.view.waits)
        return f"{' ' * (spare // 2)}{self.view.waits}{' ' * (spare - spare // 2)}" if spare >= 0 else ""


_Thing = TypeVar("_Thing", MatrixView, Block)


class Board:
    """Matrices in their places on `height` lines of `width` columns; `blocks` has them in reading order."""

    def __init__(self, bands: Sequence[tuple[Block, ...]], heights: Sequence[int], width: int) -> None:
        self.width = width
        self.height = sum(heights)
        self._bands = bands
        self._heights = heights
        self._said = words()
        self._band_of_line = [index for index, height in enumerate(heights) for _ in range(height)]
        self._places = {block.view.code: (index, block) for index, band in enumerate(bands) for block in band}
        self.blocks = tuple(block for _, block in self._places.values())
        self._lines: dict[int, tuple[Piece, ...]] = {}

    def showing(self, views: Sequence[MatrixView]) -> Board | None:
        """The board with the numbers of these matrices, where they differ in nothing else from its own; else None."""
        if self._said is not words() or [view.frame for view in views] != self._frames:
            return None
        new = iter(views)
        bands = [tuple(with_fields(block, view=next(new)) for block in band) for band in self._bands]
        board = Board(bands, self._heights, self.width)
        board._frames = self._frames
        board._lines = {y: line for y, line in self._lines.items() if not any(piece.cell for piece in line)}
        return board

    @cached_property
    def _frames(self) -> list[tuple[object, ...]]:
        return [block.view.frame for block in self.blocks]

    def block(self, code: str) -> Block | None:
        """The matrix of this code, if it is on the board."""
        return self._places.get(code, (0, None))[1]

    def line(self, y: int) -> tuple[Piece, ...]:
        """What line `y` shows, from left to right."""
        if 0 <= y < self.height and y not in self._lines:
            band = self._bands[self._band_of_line[y]]
            self._lines[y] = tuple(piece for block in band for piece in block.pieces(y) if piece.text.strip())
        return self._lines.get(y, ())

    def cell_at(self, x: int, y: int) -> Cell | None:
        """The entry whose number covers this place."""
        return next((piece.cell for piece in self.line(y) if piece.cell and 0 <= x - piece.x < len(piece.text)), None)

    def region_of(self, cell: Cell) -> tuple[int, int, int] | None:
        """The place (x, y, width) of an entry, None if it is not on show."""
        block = self.block(cell.code)
        if block is None or not (block.has(cell) and 0 <= cell.column - block.first < block.count):
            return None
        return *block.place(cell.row, cell.column), block.view.step - 1

    def offset_showing(self, cell: Cell) -> int:
        """The first column that the matrix of this entry must show so that the entry is on show, moved least."""
        block = self.block(cell.code)
        if block is None:
            return 0
        return min(max(block.first, cell.column - block.count + 1), cell.column)

    def first_cell(self, top: int = 0) -> Cell | None:
        """The first entry in reading order that is on line `top` or below."""
        for block in self.blocks:
            if block.count and block.y + block.lines > top:
                row, columns = block.on_line(max(0, top - block.y))
                return Cell(block.view.code, row, columns[0])
        return None

    def move(self, cell: Cell, dx: int, dy: int) -> Cell:
        """The entry one step in a direction: in the same matrix, else in the nearest one there, else the same entry."""
        place = self._places.get(cell.code)
        if place is None:
            return cell
        index, block = place
        if inside := block.beside(cell, dx, dy):
            return inside
        x, y = block.place(cell.row, cell.column)
        return (self._beside(index, block, dx, y) if dx else self._beyond(index + dy, dy, x)) or cell

    def _beside(self, index: int, block: Block, dx: int, y: int) -> Cell | None:
        neighbours = [other for other in self._bands[index] if other.count and (other.x - block.x) * dx > 0]
        if not neighbours:
            return None
        nearest = min(neighbours, key=lambda other: abs(other.x - block.x))
        return nearest.nearest(nearest.x if dx > 0 else nearest.x + nearest.width, y)

    def _beyond(self, index: int, dy: int, x: int) -> Cell | None:
        while 0 <= index < len(self._bands) and not any(block.count for block in self._bands[index]):
            index += dy
        blocks = [block for block in self._bands[index] if block.count] if 0 <= index < len(self._bands) else []
        if not blocks:
            return None
        nearest = min(blocks, key=lambda block: max(block.x - x, x - block.last_x, 0))
        return nearest.nearest(x, nearest.y if dy > 0 else nearest.y + nearest.lines - 1)


def layout(
    views: Iterable[MatrixView], width: int, offsets: Mapping[str, int] | None = None, wrap: bool = True
) -> Board:
    """Place the matrices on lines of `width` columns; `offsets` gives the first column of a matrix that is too wide.

    Without `wrap` a row does not go on in further lines: it shows a window of its columns as any other matrix does.
    """
    lines: list[list[Block]] = []
    used = 0
    for view in views:
        block = _whole(view)
        if not lines or view.break_before or used + _room(block) > width:
            block = _begin(view, width, (offsets or {}).get(view.code, 0), wrap)
            lines.append([])
            used = 0
        lines[-1].append(block)
        used += _room(block)
    bands: list[tuple[Block, ...]] = []
    heights: list[int] = []
    for line in lines:
        top, heading = sum(heights), int(bool(line[0].view.heading))
        rows = max(block.lines for block in line)
        middle = (rows - 1) // 2
        above = max(block.view.above - middle + (block.lines - 1) // 2 for block in line)
        bands.append(tuple(_place(line, width, top, top + heading + above + middle)))
        heights.append(heading + above + rows)
    return Board(bands, heights, width)


def _whole(view: MatrixView) -> Block:
    """The whole matrix, behind another one."""
    columns = view.shape[1]
    span = max(_span(view, columns), cell_len(view.title))
    return Block(view, view.joiner or GAP, 0, columns, columns, view.title, span, view.note)


def _begin(view: MatrixView, width: int, offset: int, wrap: bool) -> Block:
    """The matrix at the start of a line. Where its joiner would cost it a column or a line it stands before the title."""
    joiner, ahead = view.joiner.lstrip(), ""
    columns, wraps = view.shape[1], wrap and view.shape[0] == 1
    least = _lines(view, width) if wraps else 1
    if _lines(view, width - cell_len(joiner)) > least:
        joiner, ahead = "", joiner
    room = width - cell_len(joiner)
    if wraps and _columns(view, room) < columns:
        per_line = -(-columns // _lines(view, room))
        groups = -(-per_line // view.group) * view.group
        if view.group > 1 and _span(view, groups, wrapped=True) <= room:
            per_line = groups
        title = ahead + _shorten(view.title, room - cell_len(ahead))
        note = " ".join(filter(None, (words().app.columns_by_line(lines=_by_line(columns, per_line)), view.note)))
        span = max(_span(view, per_line, wrapped=True), cell_len(title))
        return Block(view, joiner, 0, columns, per_line, title, span, note)
    count = _columns(view, room)
    first = min(max(offset, 0), columns - count)
    window = f" ‹ {words().app.columns(first=first + 1, last=first + count, all=columns)} ›" if count < columns else ""
    title = ahead + _shorten(view.title, width - cell_len(joiner + ahead + window)) + window
    return Block(view, joiner, first, count, count, title, max(_span(view, count), cell_len(title)), view.note)


def _by_line(columns: int, per_line: int) -> tuple[tuple[int, int], ...]:
    """The first and the last column of each line, from 1."""
    return tuple((first + 1, min(first + per_line, columns)) for first in range(0, columns, per_line))


def _place(line: list[Block], width: int, top: int, middle: int) -> Iterable[Block]:
    """The line with each matrix centred on the line of text `middle`, where the joiners stand.

    The notes share what room the line has left, so that no note ever costs a line.
    """
    spare = width - sum(map(_room, line))
    x = 0
    for block in line:
        x += cell_len(block.joiner)
        begin = cell_len(block.title) + 1 if block.title else 0
        note = _shorten(block.note, block.width - begin + spare)
        wider = max(0, begin + cell_len(note) - block.width) if note else 0
        y = middle - (block.lines - 1) // 2
        yield with_fields(block, note=note, width=block.width + wider, x=x, y=y, middle=middle, top=top)
        spare -= wider
        x += block.width + wider


def with_fields(thing: _Thing, **fields: object) -> _Thing:
    """The same with other fields, which are right: dataclasses.replace would check and dress all of them again."""
    other = object.__new__(type(thing))
    other.__dict__.update(thing.__dict__, **fields)
    return other


def _room(block: Block) -> int:
    return cell_len(block.joiner) + block.width


def _span(view: MatrixView, columns: int, wrapped: bool = False) -> int:
    """The width of that many columns, with their brackets; a row that goes on in other lines has them always."""
    return columns * view.step + (-1 if view.bare and not wrapped else 1)


def _columns(view: MatrixView, width: int) -> int:
    """How many columns of the matrix fit in the width."""
    return min(view.shape[1], max(1, (width + (1 if view.bare else -1)) // view.step))


def _lines(view: MatrixView, width: int) -> int:
    """How many lines the columns need, if they were to go on in others."""
    fits = _columns(view, width)
    return 1 if fits >= view.shape[1] else -(-view.shape[1] // max(1, (width - 1) // view.step))


def _shorten(text: str, room: int) -> str:
    """The text, or as many of its first words as there is room for."""
    if cell_len(text) <= room:
        return text
    parts = text.split()
    while parts and cell_len(" ".join(parts)) + 1 > room:
        parts.pop()
    return " ".join(parts) + "…" if parts else ""
