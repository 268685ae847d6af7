"""The chain rule with numbers: x → y → z (2.3), Jᵀ(f)·Jᵀ(g) = Jᵀ(g∘f) (2.4), and the same derivative found otherwise."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from tui_backprop.calculus.array import Array
from tui_backprop.calculus.referee import worst
from tui_backprop.explain.cell import Cell
from tui_backprop.explain.chain.notation import equation, jacobian
from tui_backprop.tui.kit.matrix_board import MatrixBoard
from tui_backprop.tui.kit.matrix_layout import MatrixView
from tui_backprop.words import words

if TYPE_CHECKING:
    from tui_backprop.calculus.chain.vector_function import ChainPoint
    from tui_backprop.training.chain.study import ChainSnapshot

VECTORS = ("x", "y", "z")


class ChainBoard(MatrixBoard):
    """The vectors and the matrices. Cells are asked for and lit as cells of Jᵀ; `flipped` shows J."""

    flipped = False

    def show(self, snapshot: ChainSnapshot) -> None:
        """Take a snapshot."""
        self.show_views(chain_views(snapshot, self.flipped))

    def flip(self, snapshot: ChainSnapshot | None) -> None:
        """Turn the matrices over."""
        self.cursor = None
        self.flipped = not self.flipped
        if snapshot is not None:
            self.show(snapshot)

    def pointed(self) -> Cell | None:
        """The cell under the cursor."""
        return None if self.cursor is None else self.turned(self.cursor)

    def light(self, cells: Iterable[Cell]) -> None:
        """Light these cells up, and no others."""
        self.lit = frozenset(self.turned(cell) for cell in cells)

    def turned(self, cell: Cell) -> Cell:
        """The cell of Jᵀ for one of the board, and the other way round."""
        return Cell(cell.code, cell.column, cell.row) if self.flipped and cell.code not in VECTORS else cell


def chain_views(snapshot: ChainSnapshot, flipped: bool) -> list[MatrixView]:
    """The vectors; then the chain rule, followed by what confirms it."""
    point = snapshot.point
    zeros = snapshot.zeros
    f = _matrix(point.jt_f, zeros["f"], flipped)
    g = _matrix(point.jt_g, zeros["g"], flipped)
    first, second = (("g", g), ("f", f)) if flipped else (("f", f), ("g", g))
    return [
        _vector("x", "x", point.x, ""),
        _vector("y", "y = f(x)", point.y, " ─f→ "),
        _vector("z", "z = g(y)", point.z, " ─g→ ", "(2.3)"),
        _view(first[0], first[1], flipped, "", True),
        _view(second[0], second[1], flipped, " · "),
        _view("gf", _matrix(point.jt_gf, zeros["gf"], flipped), flipped, " = "),
        _confirming("symbolic", point.symbolic, zeros["symbolic"], point.symbolic_difference, point, flipped),
        _confirming("numerical", point.numerical, None, point.numerical_difference, point, flipped),
    ]


_Matrix = tuple[Array, NDArray[np.bool_] | None]


def _matrix(values: Array, zeros: NDArray[np.bool_] | None, flipped: bool) -> _Matrix:
    return (values.T, None if zeros is None else zeros.T) if flipped else (values, zeros)


def _vector(code: str, title: str, values: Array, joiner: str, note: str = "") -> MatrixView:
    return MatrixView(code, title, (len(values), 1), values.reshape(-1, 1), joiner=joiner, note=note)


def _view(code: str, matrix: _Matrix, flipped: bool, joiner: str, break_before: bool = False) -> MatrixView:
    values, zeros = matrix
    rows, columns = values.shape
    title = f"{jacobian(code, flipped)} {rows}×{columns} ({equation(code)})"
    return MatrixView(code, title, (rows, columns), values, zeros, joiner, break_before)


def _confirming(
    code: str,
    values: Array,
    zeros: NDArray[np.bool_] | None,
    difference: float,
    point: ChainPoint,
    flipped: bool,
) -> MatrixView:
    """The derivative of g∘f found without the product, with the worst difference between the two.

    What judges the product is its values; beside them the formula of g∘f is on trial as well."""
    verdict = worst(point.verdicts["symbolic" if code == "symbolic" else "gf"])
    values, zeros = _matrix(values, zeros, flipped)
    say = words().chain
    mark = {"right": "✓", "wrong": "✗", "cannot tell": "?"}[verdict]
    # Where the product has no value there is nothing that this one could differ from.
    told = np.isfinite(difference)
    said = f"{mark} {difference:.1e}" if told else "?" if np.isfinite(values).all() else say.no_value
    joiner = (
        " ? "
        if not told
        else {"right": " = " if code == "symbolic" else " ≈ ", "wrong": " ≠ ", "cannot tell": " ? "}[verdict]
    )
    rows, columns = values.shape
    note = say.referee_precision if code == "numerical" and told else ""
    return MatrixView(code, f"{say.found[code]} {said}", (rows, columns), values, zeros, joiner, note=note)
