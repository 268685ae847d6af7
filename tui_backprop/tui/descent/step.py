"""The step from this point as matrices: x − α J(f) = the next x, and the Hessian with its eigenvalues."""

from __future__ import annotations

import numpy as np

from tui_backprop.calculus.array import Array
from tui_backprop.explain.cell import Cell
from tui_backprop.training.descent.snapshot import DescentSnapshot
from tui_backprop.tui.kit.matrix_board import MatrixBoard
from tui_backprop.tui.kit.matrix_layout import MatrixView
from tui_backprop.words import words


class DescentStepPane(MatrixBoard):
    """Shows (3.5) with the numbers of this point."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        # Empty matrices have the height of full ones, which the first layout asks for.
        super().__init__(_views(None), id=id, classes=classes)

    def show(self, snapshot: DescentSnapshot) -> None:
        """Take a snapshot."""
        self.border_title = words().descent.panes["step"]
        self.show_views(_views(snapshot))
        entries = () if snapshot.check is None else snapshot.check.entries
        self.marks = {Cell(e.matrix, e.row, e.column): "wrong" for e in entries if e.verdict == "wrong"}


def _views(snapshot: DescentSnapshot | None) -> tuple[MatrixView, ...]:
    said = words().descent
    x = slopes = after = hessian = eigenvalues = None
    if snapshot is not None:
        point = snapshot.point
        x, slopes, hessian, eigenvalues = _row(point.x), _row(point.J), point.hessian, _row(point.eigenvalues)
        after = None if snapshot.after is None else _row(snapshot.after)
    return (
        MatrixView("x", "x⁽ᵏ⁾", (1, 2), x),
        MatrixView("J", "J(f) (3.2)", (1, 2), slopes, joiner=" − α "),
        MatrixView("after", "x⁽ᵏ⁺¹⁾ (3.5)", (1, 2), after, joiner=" = "),
        MatrixView("H", said.hessian, (2, 2), hessian, break_before=True),
        MatrixView("eigenvalues", "λ_min   λ_max", (1, 2), eigenvalues, note=said.eigenvalues_note),
    )


def _row(values: Array) -> Array:
    return np.asarray(values).reshape(1, 2)
