"""The step from this point as matrices: x − α J(f) = the next x, and the Hessian with its eigenvalues."""

from __future__ import annotations

import numpy as np

from tui_backprop.explain.cell import Cell
from tui_backprop.training.descent.snapshot import DescentSnapshot
from tui_backprop.tui.kit.matrix_board import MatrixBoard
from tui_backprop.tui.kit.matrix_layout import MatrixView
from tui_backprop.words import words


class DescentStepPane(MatrixBoard):
    """Shows (3.5) with the numbers of this point."""

    def show(self, snapshot: DescentSnapshot) -> None:
        """Take a snapshot."""
        point, said = snapshot.point, words().descent
        self.border_title = said.panes["step"]
        self.show_views(
            (
                MatrixView("x", "x⁽ᵏ⁾", (1, 2), point.x.reshape(1, 2)),
                MatrixView("J", "J(f) (3.2)", (1, 2), point.J.reshape(1, 2), joiner=" − α "),
                MatrixView(
                    "after",
                    "x⁽ᵏ⁺¹⁾ (3.5)",
                    (1, 2),
                    None if snapshot.after is None else snapshot.after.reshape(1, 2),
                    joiner=" = ",
                ),
                MatrixView("H", said.hessian, (2, 2), point.hessian, break_before=True),
                MatrixView(
                    "eigenvalues",
                    "λ_min   λ_max",
                    (1, 2),
                    np.array(point.eigenvalues).reshape(1, 2),
                    note=said.eigenvalues_note,
                ),
            )
        )
        entries = () if snapshot.check is None else snapshot.check.entries
        self.marks = {Cell(e.matrix, e.row, e.column): "wrong" for e in entries if e.verdict == "wrong"}
