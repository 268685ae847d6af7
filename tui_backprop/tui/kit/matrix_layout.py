"""Where every number stands: a list of matrices flows left to right over lines of a given width.

Only whole numbers are ever placed. A matrix that is wider than the width shows a window of its columns.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray
from rich.cells import cell_len

from tui_backprop.explain.cell import Cell
from tui_backprop.explain.plain import skinned
from tui_backprop.explain.typeset import STRUCTURAL, WIDTH, Sign, number_and_sign

STEP = WIDTH + 1
GAP = "  "

Kind = Literal["title", "note", "bracket", "joiner", "joiner-lit", "structural"] | Sign


@dataclass(frozen=True, eq=False)
class MatrixView:
    """A matrix to be shown.

    `code` names it among the matrices of a board. `values` None means not computed yet. `zeros` is true where an entry
    is zero by structure. The `joiner` stands before the matrix at half its height; `break_before` begins a new line.
    The `note` is shown after the title as far as there is room. `bare` leaves the brackets out.
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
    joiner_lit: bool = False

    def __post_init__(self) -> None:
        for name in ("title", "joiner", "note"):
            object.__setattr__(self, name, skinned(getattr(self, name)))
        for name, array in (("values", self.values), ("zeros", self.zeros)):
            if array is not None and array.shape != self.shape:
                raise ValueError(f"{self.code}: {name} has the shape {array.shape}, not {self.shape}")


class Piece(NamedTuple):
    """A text that starts at column `x` of a line; `cell` is the entry that it shows, if it shows one."""

    x: int
    text: str
    kind: Kind
    cell: Cell | None = None


@dataclass(frozen=True, eq=False)
class Block:
    """A matrix in its place: bracket at column `x`, first row on line `y`, its title on the line above.

    It shows `count` columns from `first` on. Its joiner ends at `x`, on line `middle`.
    """

    view: MatrixView
    joiner: str
    first: int
    count: int
    title: str
    width: int
    note: str = ""
    x: int = 0
    y: int = 0
    middle: int = 0

    @property
    def is_window(self) -> bool:
        """Whether columns are left out."""
        return self.count < self.view.shape[1]

    @property
    def edge(self) -> int:
        """The width of a bracket."""
        return 0 if self.view.bare else 1

    def has(self, cell: Cell) -> bool:
        """Whether the matrix has this row and column, on show or not."""
        rows, columns = self.view.shape
        return 0 <= cell.row < rows and 0 <= cell.column < columns

    def column_x(self, column: int) -> int:
        """Where the numbers of a column begin."""
        return self.x + self.edge + (column - self.first) * STEP

    def nearest(self, x: int, y: int) -> Cell:
        """The entry on show that is nearest to this place."""
        row = min(max(y - self.y, 0), self.view.shape[0] - 1)
        column = min(max((x - self.x - self.edge) // STEP, 0), self.count - 1)
        return Cell(self.view.code, row, self.first + column)

    def pieces(self, y: int) -> Iterable[Piece]:
        """What line `y` of the board shows of this matrix, from left to right."""
        row, rows = y - self.y, self.view.shape[0]
        if y == self.middle:
            yield Piece(self.x - cell_len(self.joiner), self.joiner, "joiner-lit" if self.view.joiner_lit else "joiner")
        if row == -1:
            yield Piece(self.x, self.title, "title")
            yield Piece(self.x + (cell_len(self.title) + 1 if self.title else 0), self.note, "note")
        elif 0 <= row < rows:
            left, right = "[]" if rows == 1 else "⎡⎤" if row == 0 else "⎣⎦" if row == rows - 1 else "⎢⎥"
            if self.view.bare:
                left = right = ""
            yield Piece(self.x, left, "bracket")
            yield from self._numbers(row)
            yield Piece(self.column_x(self.first + self.count) - 1, right, "bracket")

    def _numbers(self, row: int) -> Iterable[Piece]:
        view, last = self.view, self.first + self.count
        values: list[float | None] = [None] * self.count
        if view.values is not None:
            values = view.values[row, self.first : last].tolist()
        for column, value in enumerate(values, self.first):
            cell = Cell(view.code, row, column)
            # A mask that is wrong must not hide a number.
            if value == 0 and view.zeros is not None and view.zeros[row, column]:
                yield Piece(self.column_x(column), STRUCTURAL, "structural", cell)
            else:
                yield Piece(self.column_x(column), *number_and_sign(value), cell)


class Board:
    """Matrices in their places on `height` lines of `width` columns; `blocks` has them in reading order."""

    def __init__(self, bands: Sequence[tuple[Block, ...]], heights: Sequence[int], width: int) -> None:
        self.width = width
        self.height = sum(heights)
        self._bands = bands
        self._band_of_line = [index for index, height in enumerate(heights) for _ in range(height)]
        self._places = {block.view.code: (index, block) for index, band in enumerate(bands) for block in band}
        self.blocks = tuple(block for _, block in self._places.values())
        self._lines: dict[int, tuple[Piece, ...]] = {}

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
        return next((piece.cell for piece in self.line(y) if piece.cell and 0 <= x - piece.x < WIDTH), None)

    def region_of(self, cell: Cell) -> tuple[int, int, int] | None:
        """The place (x, y, width) of an entry, None if it is not on show."""
        block = self.block(cell.code)
        if block is None or not (block.has(cell) and 0 <= cell.column - block.first < block.count):
            return None
        return block.column_x(cell.column), block.y + cell.row, WIDTH

    def offset_showing(self, cell: Cell) -> int:
        """The first column that the matrix of this entry must show so that the entry is on show, moved least."""
        block = self.block(cell.code)
        if block is None:
            return 0
        return min(max(block.first, cell.column - block.count + 1), cell.column)

    def first_cell(self, top: int = 0) -> Cell | None:
        """The first entry in reading order that is on line `top` or below."""
        for block in self.blocks:
            if block.y + block.view.shape[0] > top:
                return Cell(block.view.code, max(0, top - block.y), block.first)
        return None

    def move(self, cell: Cell, dx: int, dy: int) -> Cell:
        """The entry one step in a direction: in the same matrix, else in the nearest one there, else the same entry."""
        place = self._places.get(cell.code)
        if place is None:
            return cell
        index, block = place
        inside = Cell(cell.code, cell.row + dy, cell.column + dx)
        if block.has(inside):
            return inside
        x, y = block.column_x(cell.column), block.y + cell.row
        return (self._beside(index, block, dx, y) if dx else self._beyond(index + dy, dy, x)) or cell

    def _beside(self, index: int, block: Block, dx: int, y: int) -> Cell | None:
        neighbours = [other for other in self._bands[index] if (other.x - block.x) * dx > 0]
        if not neighbours:
            return None
        nearest = min(neighbours, key=lambda other: abs(other.x - block.x))
        return nearest.nearest(nearest.x if dx > 0 else nearest.x + nearest.width, y)

    def _beyond(self, index: int, dy: int, x: int) -> Cell | None:
        blocks = self._bands[index] if 0 <= index < len(self._bands) else ()
        if not blocks:
            return None
        nearest = min(blocks, key=lambda block: max(block.x - x, x - block.column_x(block.first + block.count - 1), 0))
        return nearest.nearest(x, nearest.y if dy > 0 else nearest.y + nearest.view.shape[0] - 1)


def layout(views: Iterable[MatrixView], width: int, offsets: Mapping[str, int] | None = None) -> Board:
    """Place the matrices on lines of `width` columns; `offsets` gives the first column of a matrix that is too wide."""
    lines: list[list[Block]] = []
    for view in views:
        if not lines or view.break_before or not _append(lines[-1], view, width):
            lines.append([_begin(view, width, (offsets or {}).get(view.code, 0))])
    bands: list[tuple[Block, ...]] = []
    heights: list[int] = []
    for line in lines:
        heading = int(any(block.title or block.view.note for block in line))
        rows = max(block.view.shape[0] for block in line)
        bands.append(tuple(_place(line, width, sum(heights) + heading + (rows - 1) // 2)))
        heights.append(heading + rows)
    return Board(bands, heights, width)


def _append(line: list[Block], view: MatrixView, width: int) -> bool:
    """Add the whole matrix to the line, if it fits there."""
    columns = view.shape[1]
    block = Block(view, view.joiner or GAP, 0, columns, view.title, max(_span(view, columns), cell_len(view.title)))
    if fits := _used([*line, block]) <= width:
        line.append(block)
    return fits


def _begin(view: MatrixView, width: int, offset: int) -> Block:
    """The matrix at the start of a line. Where its joiner would cost it a column the joiner stands before the title."""
    joiner, ahead = view.joiner.lstrip(), ""
    if _columns(view, width - cell_len(joiner)) < view.shape[1]:
        joiner, ahead = "", joiner
    count = _columns(view, width)
    first = min(max(offset, 0), view.shape[1] - count)
    window = f" ‹ {first + 1}–{first + count} of {view.shape[1]} ›" if count < view.shape[1] else ""
    title = ahead + _shorten(view.title, width - cell_len(joiner + ahead + window)) + window
    return Block(view, joiner, first, count, title, max(_span(view, count), cell_len(title)))


def _place(line: list[Block], width: int, middle: int) -> Iterable[Block]:
    """The line with each matrix centred on the line of text `middle`, where the joiners stand.

    The notes share what room the line has left, so that no note ever costs a line.
    """
    spare = width - _used(line)
    x = 0
    for block in line:
        x += cell_len(block.joiner)
        begin = cell_len(block.title) + 1 if block.title else 0
        note = _shorten(block.view.note, block.width - begin + spare)
        wider = max(0, begin + cell_len(note) - block.width) if note else 0
        top = middle - (block.view.shape[0] - 1) // 2
        yield replace(block, note=note, width=block.width + wider, x=x, y=top, middle=middle)
        spare -= wider
        x += block.width + wider


def _used(line: list[Block]) -> int:
    return sum(cell_len(block.joiner) + block.width for block in line)


def _span(view: MatrixView, columns: int) -> int:
    """The width of that many columns, with their brackets."""
    return columns * STEP + (-1 if view.bare else 1)


def _columns(view: MatrixView, width: int) -> int:
    """How many columns of the matrix fit in the width."""
    return min(view.shape[1], max(1, (width + (1 if view.bare else -1)) // STEP))


def _shorten(text: str, room: int) -> str:
    """The text, or as many of its first words as there is room for."""
    if cell_len(text) <= room:
        return text
    words = text.split()
    while words and cell_len(" ".join(words)) + 1 > room:
        words.pop()
    return " ".join(words) + "…" if words else ""
