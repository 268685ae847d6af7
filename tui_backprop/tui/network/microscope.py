"""The cell under the cursor, explained and lit; the numerical check, and the entry hidden for practice."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui_backprop.calculus.network.quantities import QUANTITIES, Phase
from tui_backprop.explain.cell import Cell
from tui_backprop.explain.network.notation import element, place
from tui_backprop.explain.network.now import now
from tui_backprop.explain.plain import skinned
from tui_backprop.explain.typeset import minus, significant
from tui_backprop.training.network.snapshot import Snapshot
from tui_backprop.tui.kit.inspector import Inspector
from tui_backprop.tui.network.phases import phase_label
from tui_backprop.tui.network.quantity_board import QuantityBoard
from tui_backprop.words import words

if TYPE_CHECKING:
    # What makes these is loaded when a cell is pointed at, when checking is on, when somebody practises.
    from tui_backprop.calculus.network.check import CheckResult
    from tui_backprop.explain.exercise import Exercise
    from tui_backprop.explain.explanation import Explanation


class Microscope:
    """Keeps the inspector and the lights of all the boards in step with the one cursor, or with the pointer over a cell.

    `inspector` comes up over the screen for as long as there is a cell; where `lasting` stands on the screen it is used
    in its place, and says what it is for while there is none.
    """

    def __init__(self, boards: Sequence[QuantityBoard], inspector: Inspector, lasting: Inspector) -> None:
        self._boards = tuple(boards)
        self._inspector = inspector
        self._lasting = lasting
        self._board: QuantityBoard | None = None
        self._hovered: Cell | None = None
        self.lasts = False
        self.checking = False
        self.result: CheckResult | None = None
        self.exercise: Exercise | None = None

    @property
    def board(self) -> QuantityBoard | None:
        """The board that has the cursor."""
        return self._board

    @property
    def cell(self) -> Cell | None:
        """The cell pointed at."""
        return None if self._board is None else self._board.pointed()

    def follow(self, board: QuantityBoard, snapshot: Snapshot | None) -> None:
        """A cursor has moved: it is the only one from now on."""
        if board.cursor is not None:
            self._board = board
            for other in self._boards:
                if other is not board:
                    other.cursor = None
        elif board is self._board:
            self._board = None
        if snapshot is not None:
            self.look(snapshot)

    def leave(self) -> bool:
        """Take the cursor away, if there is one."""
        if self._board is None:
            return False
        self._board.cursor = None
        return True

    def hover(self, cell: Cell | None, snapshot: Snapshot) -> str:
        """Light what the cell under the pointer is made from, and give a line about it; None goes back to the cursor's."""
        self._hovered = cell
        self._light(snapshot)
        explanation = None if cell is None else self._explanation(cell, snapshot)
        if explanation is None:
            return ""
        parts = (explanation.symbol, significant(explanation.result, 6), explanation.formula, explanation.numbers)
        return skinned(" = ".join(part for part in parts if part))

    def point(self, cell: Cell) -> bool:
        """Put the cursor on a cell, on the first board in sight that shows it; whether there is one."""
        for board in self._boards:
            place = board.place_of(cell)
            if place is not None and board.display:
                board.cursor = place
                return True
        return False

    def look(self, snapshot: Snapshot) -> None:
        """Explain the cell again, with the numbers of this snapshot, and check if checking is on."""
        self._check(snapshot)
        marks = self._marks(snapshot)
        for board in self._boards:
            board.mark(marks)
        self._light(snapshot)
        inspector, other = (self._lasting, self._inspector) if self.lasts else (self._inspector, self._lasting)
        other.clear()
        said, cell = words().network_screen, self.cell
        hint = ""
        if cell is None and self.lasts:
            cell = self._worked_out(snapshot)
            if cell is None:
                inspector.say(said.inspector, said.point_at_a_number)
                return
            hint = said.any_other_number
        if cell is None:
            inspector.clear()
        elif cell.code.endswith("_before"):
            code = cell.code.removesuffix("_before")
            value = minus(repr(float(snapshot.values[cell.code][cell.row, cell.column])))
            inspector.say(said.before(symbol=element(code, *cell[1:])), f"= {value}   {said.before_the_update}")
        elif self.exercise is not None and self.exercise.hides(*cell):
            inspector.say(self.exercise.symbol, said.hidden_for_practice)
        else:
            explanation = self._explanation(cell, snapshot)
            if explanation is None:
                phase = phase_label(QUANTITIES[cell.code].phase)
                inspector.say(element(*cell, snapshot.inputs), said.not_computed(phase=phase))
                return
            unit = cell.row if cell.code == "x3" else cell.column + 1 if cell.code == "jacobian_f2_x2" else 0
            warning = f"{said.saturated} " if unit in snapshot.saturated else ""
            row, column = place(*cell, snapshot.inputs)
            if self._board is not None and self._board.shows_turned:
                row, column = column, row
            inspector.explain(explanation, warning, said.at(row=row, column=column), hint)

    def _worked_out(self, snapshot: Snapshot) -> Cell | None:
        """The entry that the lines at the top work out; None where nobody could follow it, or it could give an answer away."""
        if self.exercise is not None or (snapshot.running and snapshot.pace.unit == "iteration"):
            return None
        cell = now(snapshot).cell
        return None if cell is None or self._explanation(cell, snapshot) is None else cell

    def _explanation(self, cell: Cell, snapshot: Snapshot) -> Explanation | None:
        """What a cell is made from; None where it is not computed, hidden, or the parameter before the update."""
        hidden = self.exercise is not None and self.exercise.hides(*cell)
        if hidden or cell.code.endswith("_before") or snapshot.value(cell.code) is None:
            return None
        from tui_backprop.explain.network.explanation import explain_cell

        updated = snapshot.phase is Phase.UPDATE and snapshot.cycle > 0
        return explain_cell(
            *cell, snapshot.values, snapshot.learning_rate_used, snapshot.inputs, snapshot.hidden, updated
        )

    def _light(self, snapshot: Snapshot) -> None:
        """Light the operands: where they stand as they went in, so that after the update it is the old θ that is lit."""
        cell = self._hovered or self.cell
        explanation = None if cell is None else self._explanation(cell, snapshot)
        sources = () if explanation is None else explanation.sources
        lit = [Cell(source.code, source.row, source.column) for source in sources]
        for board in self._boards:
            board.light(lit)

    # --- the check

    def _check(self, snapshot: Snapshot) -> None:
        ready = self.checking and snapshot.phase is Phase.UPDATE and not snapshot.running
        self.result = None
        if ready:
            from tui_backprop.calculus.network.check import check_cycle

            self.result = check_cycle(snapshot.values)

    def _marks(self, snapshot: Snapshot) -> dict[Cell, str]:
        marks: dict[Cell, str] = {}
        if snapshot.phase >= Phase.F2:
            for unit in snapshot.saturated:
                marks[Cell("x3", unit, 0)] = marks[Cell("jacobian_f2_x2", unit, unit - 1)] = "saturated"
        if self.result is not None:
            marks[Cell(*self.result.worst_cell)] = "worst"
            marks |= {Cell(code, row, column): "wrong" for code, row, column, *_ in self.result.wrong}
        if self.exercise is not None:
            marks |= {Cell(*cell): "hidden" for cell in self.exercise.cells}
        return marks

    def badges(self) -> tuple[str, ...]:
        """What the check found, for the line at the top, the longest wording first, a sign alone last; none while it is off."""
        said = words().network_screen
        if not self.checking:
            return ()
        if self.result is None:
            return (said.check_waits, said.check_waits_short, "…")
        sign = "✓" if self.result.passed else f"✗ {said.check_wrong}"
        gradients, entries = (
            f"{right}/{of}"
            for right, of in zip(self.result.right, (self.result.gradients, self.result.entries), strict=True)
        )
        worst = f"{self.result.worst:.0e}"
        badge = words().network.check_badge(gradients=gradients, entries=entries, worst=worst)
        return (f"{sign} {badge}", f"{sign} {gradients} {entries} {worst}", f"{sign} {said.checked}", sign[0])
