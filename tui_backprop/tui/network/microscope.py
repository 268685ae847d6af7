"""The cell under the cursor, explained and lit; the numerical check, and the entry hidden for practice."""

from __future__ import annotations

from typing import Any

from textual.screen import Screen

from tui_backprop.calculus.network.check import CheckResult, check_cycle
from tui_backprop.calculus.network.quantities import QUANTITIES, Phase
from tui_backprop.explain.cell import Cell
from tui_backprop.explain.network.explanation import explain_cell
from tui_backprop.explain.network.notation import element
from tui_backprop.explain.network.practice import Task
from tui_backprop.training.network.snapshot import Snapshot
from tui_backprop.tui.kit.inspector import Inspector
from tui_backprop.tui.network.phases import phase_label
from tui_backprop.tui.network.quantity_board import QuantityBoard
from tui_backprop.words import words

SATURATED = "saturated: its slope s(1 − s) is under 0.02, so that this unit hardly learns. "


class Microscope:
    """Keeps the inspector and the lights of all the boards of a screen in step with the one cursor."""

    def __init__(self, screen: Screen[Any]) -> None:
        self._screen = screen
        self._board: QuantityBoard | None = None
        self.checking = False
        self.result: CheckResult | None = None
        self.task: Task | None = None

    @property
    def cell(self) -> Cell | None:
        """The cell pointed at."""
        return None if self._board is None else self._board.pointed()

    def follow(self, board: QuantityBoard, snapshot: Snapshot | None) -> None:
        """A cursor has moved: it is the only one from now on."""
        if board.cursor is not None:
            self._board = board
            for other in self._boards():
                if other is not board:
                    other.cursor = None
        elif board is self._board:
            self._board = None
        if snapshot is not None:
            self.look(snapshot)

    def point(self, cell: Cell) -> None:
        """Put the cursor on a cell, on the first board that shows it."""
        for board in self._boards():
            place = board.place_of(cell)
            if place is not None and board.display:
                board.cursor = place
                return

    def look(self, snapshot: Snapshot) -> None:
        """Explain the cell again, with the numbers of this snapshot, and check if checking is on."""
        self._check(snapshot)
        marks = self._marks(snapshot)
        for board in self._boards():
            board.mark(marks)
        inspector = self._screen.query_one(Inspector)
        cell = self.cell
        if cell is None:
            inspector.clear()
            self._light(())
        elif snapshot.value(cell.code) is None:
            symbol = element(*cell, snapshot.inputs)
            phase = phase_label(QUANTITIES[cell.code].phase)
            inspector.say(symbol, f"not computed yet in this cycle: phase {phase} does it (press .)")
            self._light(())
        elif self.task is not None and self.task.hides(*cell):
            inspector.say(self.task.symbol, "hidden for practice: what is it?")
            self._light(())
        else:
            self._explain(inspector, snapshot, cell)

    def _explain(self, inspector: Inspector, snapshot: Snapshot, cell: Cell) -> None:
        updated = snapshot.phase is Phase.UPDATE
        explanation = explain_cell(
            *cell, snapshot.values, snapshot.rate_used, snapshot.inputs, snapshot.hidden, updated and snapshot.cycle > 0
        )
        unit = cell.row if cell.code == "x3" else cell.column + 1 if cell.code == "jacobian_f2_x2" else 0
        inspector.explain(explanation, SATURATED if unit in snapshot.saturated else "")
        self._light(Cell(source.code, source.row, source.column) for source in explanation.sources)

    def _light(self, cells: Any) -> None:
        lit = tuple(cells)
        for board in self._boards():
            board.light(lit)

    def _boards(self) -> list[QuantityBoard]:
        return list(self._screen.query(QuantityBoard))

    # --- the check

    def _check(self, snapshot: Snapshot) -> None:
        ready = self.checking and snapshot.phase is Phase.UPDATE and not snapshot.running
        self.result = check_cycle(snapshot.values) if ready else None

    def _marks(self, snapshot: Snapshot) -> dict[Cell, str]:
        marks: dict[Cell, str] = {}
        if snapshot.phase >= Phase.F2:
            for unit in snapshot.saturated:
                marks[Cell("x3", unit, 0)] = marks[Cell("jacobian_f2_x2", unit, unit - 1)] = "saturated"
        if self.result is not None:
            marks[Cell(*self.result.worst_cell)] = "worst"
            marks |= {Cell(code, row, column): "wrong" for code, row, column, *_ in self.result.wrong}
        if self.task is not None:
            marks |= {Cell(*cell): "hidden" for cell in self.task.cells}
        return marks

    def badges(self) -> tuple[str, ...]:
        """What the check found, for the line at the top, the longest wording first; none while it is off."""
        if not self.checking:
            return ()
        if self.result is None:
            return ("check on: it waits for the end of a cycle", "check waits")
        sign = "✓" if self.result.passed else "✗ WRONG"
        gradients, entries = (
            f"{right}/{of}"
            for right, of in zip(self.result.right, (self.result.gradients, self.result.entries), strict=True)
        )
        badge = words().network.check_badge(gradients=gradients, entries=entries, worst=f"{self.result.worst:.0e}")
        return (f"{sign} {badge}", f"{sign} {gradients} {entries} {self.result.worst:.0e}", f"{sign} checked")
