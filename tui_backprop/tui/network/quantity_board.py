"""A matrix board of the quantities of a cycle: it knows which cell of which quantity stands where."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tui_backprop.explain.cell import Cell
from tui_backprop.training.network.snapshot import Snapshot
from tui_backprop.tui.kit.matrix_board import MatrixBoard
from tui_backprop.tui.kit.matrix_layout import MatrixView
from tui_backprop.tui.network.matrix_views import TURNED, Look, cell_of, places_of


class QuantityBoard(MatrixBoard):
    """A pane shows `views(look)`; `turned` says that its Jacobians are to be the transposes."""

    turned = False
    _snapshot: Snapshot | None = None

    def views(self, look: Look) -> Iterable[MatrixView]:
        """The matrices to show."""
        raise NotImplementedError

    def show(self, snapshot: Snapshot) -> None:
        """Take a snapshot."""
        self._snapshot = snapshot
        self.show_views(self.views(Look.at(snapshot, self.container_size.width, self.turned)))

    def fit(self) -> None:
        """Choose the matrices, and in how many characters their entries stand, by the room that there is now."""
        if self._snapshot is None:
            super().fit()
        else:
            self.show(self._snapshot)

    def pointed(self) -> Cell | None:
        """The cell under the cursor, by the code, row and column of its quantity."""
        return None if self.cursor is None else cell_of(self.cursor)

    @property
    def shows_turned(self) -> bool:
        """Whether what stands under the cursor is a transpose."""
        return self.cursor is not None and TURNED in self.cursor.code

    def quantity_at(self, place: Cell) -> Cell | None:
        """The cell of a quantity that a cell of this board shows."""
        return cell_of(place)

    def place_of(self, cell: Cell) -> Cell | None:
        """Where on this board a cell of a quantity stands, if it does."""
        return next((place for place in places_of(cell) if self.board.block(place.code) is not None), None)

    def light(self, cells: Iterable[Cell]) -> None:
        """Light these cells of quantities up, wherever they stand."""
        self.lit = frozenset(place for cell in cells for place in places_of(cell))

    def mark(self, marks: Mapping[Cell, str]) -> None:
        """Mark these cells of quantities, wherever they stand."""
        self.marks = {place: mark for cell, mark in marks.items() for place in places_of(cell)}
