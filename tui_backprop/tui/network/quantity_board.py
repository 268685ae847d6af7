"""A matrix board of quantities: it knows which cell of which quantity stands where."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tui_backprop.explain.cell import Cell
from tui_backprop.training.network.snapshot import Snapshot
from tui_backprop.tui.kit.matrix_board import MatrixBoard
from tui_backprop.tui.kit.matrix_layout import MatrixView
from tui_backprop.tui.network.matrix_views import AGAIN, cell_of


class QuantityBoard(MatrixBoard):
    """A pane shows `views(snapshot)`; `flipped` says that it shows the transposes."""

    flipped = False

    def views(self, snapshot: Snapshot) -> Iterable[MatrixView]:
        """The matrices of a snapshot."""
        raise NotImplementedError

    def show(self, snapshot: Snapshot) -> None:
        """Take a snapshot."""
        self.show_views(self.views(snapshot))

    def pointed(self) -> Cell | None:
        """The cell under the cursor, by the code, row and column of its quantity."""
        return None if self.cursor is None else cell_of(self.cursor, self.flipped)

    def place_of(self, cell: Cell) -> Cell | None:
        """Where on this board a cell of a quantity stands, if it does."""
        place = self._places(cell)[0]
        return place if self.board.block(place.code) is not None else None

    def light(self, cells: Iterable[Cell]) -> None:
        """Light these cells of quantities up, wherever they stand."""
        self.lit = frozenset(place for cell in cells for place in self._places(cell))

    def mark(self, marks: Mapping[Cell, str]) -> None:
        """Mark these cells of quantities, wherever they stand."""
        self.marks = {place: mark for cell, mark in marks.items() for place in self._places(cell)}

    def _places(self, cell: Cell) -> tuple[Cell, Cell]:
        code, row, column = cell_of(cell, self.flipped)
        return Cell(code, row, column), Cell(code + AGAIN, row, column)
