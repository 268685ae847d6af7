"""Which matrices the boards show, in which order: a Snapshot goes in, MatrixViews come out."""

from __future__ import annotations

from tui_backprop.calculus.network.quantities import QUANTITIES, Phase
from tui_backprop.calculus.network.structure import structural_zeros
from tui_backprop.explain.cell import Cell
from tui_backprop.explain.network.notation import JACOBIAN, JACOBIAN_TRANSPOSED, SYMBOLS, transposed_symbol
from tui_backprop.training.network.snapshot import Snapshot
from tui_backprop.tui.kit.matrix_layout import MatrixView
from tui_backprop.words import words

AGAIN = "'"


def matrix_view(
    snapshot: Snapshot,
    code: str,
    *,
    joiner: str = "",
    break_before: bool = False,
    transposed: bool = False,
    note: str = "",
    again: bool = False,
) -> MatrixView:
    """A quantity with its symbol, shape and equation number as the title.

    A board names its matrices by code: one that it shows `again` gets a name of its own, of which `cell_of` knows.
    """
    quantity = QUANTITIES[code]
    values = snapshot.value(code)
    zeros = structural_zeros(code, snapshot.inputs, snapshot.hidden)
    rows, columns = quantity.shape(snapshot.inputs, snapshot.hidden)
    if transposed:
        rows, columns, zeros, values = columns, rows, zeros.T, None if values is None else values.T
    return MatrixView(
        code=code + AGAIN if again else code,
        title=f"{transposed_symbol(code) if transposed else SYMBOLS[code]} {rows}×{columns} ({quantity.equation})",
        shape=(rows, columns),
        values=values,
        zeros=zeros if zeros.any() else None,
        joiner=joiner,
        break_before=break_before,
        note=note,
    )


def parameter_views(snapshot: Snapshot) -> list[MatrixView]:
    """θ1, its gradient and its last change; θ2 and its last change. ∇θ2 stands where it is made, in its chain.

    J_x1(f1), which no gradient needs, stands beside the θ1 that it is a part of.
    """
    updated = "updated" if snapshot.phase is Phase.UPDATE else ""
    return [
        matrix_view(snapshot, "theta1", note=updated),
        matrix_view(snapshot, "theta1_gradient"),
        matrix_view(snapshot, "theta1_change"),
        matrix_view(snapshot, "jacobian_f1_x1"),
        matrix_view(snapshot, "theta2", note=updated, break_before=True),
        matrix_view(snapshot, "theta2_change"),
    ]


def computation_views(snapshot: Snapshot) -> list[MatrixView]:
    """Figure 3-2: the vectors as rows, what makes each from the one before, the function of this phase lit."""
    steps = (
        ("x1", "x⁽¹⁾", "", None),
        ("x2", "x⁽²⁾ = θ⁽¹⁾[1; x⁽¹⁾]", "─f₁→", Phase.F1),
        ("x3", "x⁽³⁾ = [1; s(x⁽²⁾)]", "─f₂→", Phase.F2),
        ("x4", "x⁽⁴⁾", "─f₃→", Phase.F3),
        ("x5", "E", "─f₄→", Phase.F4),
    )
    views: list[MatrixView] = []
    for code, title, joiner, phase in steps:
        values = snapshot.value(code)
        rows, columns = QUANTITIES[code].shape(snapshot.inputs, snapshot.hidden)
        views.append(
            MatrixView(
                code=code,
                title=title,
                shape=(columns, rows),
                values=None if values is None else values.T,
                zeros=None,
                joiner=joiner,
                joiner_lit=snapshot.phase is phase,
                bare=True,
            )
        )
    return views


def jacobian_views(snapshot: Snapshot, transposed: bool = False) -> list[MatrixView]:
    """The two chains, factor by factor, each with its product; Jᵀ reads the other way round, as (2.4) does."""
    chains = (
        ("jacobian_f4_x4", "jacobian_f3_theta2", "theta2_gradient"),
        ("jacobian_f4_x4", "jacobian_f3_x3", "jacobian_f2_x2", "jacobian_f1_theta1", "theta1_gradient_row"),
    )
    convention = words().network.convention(jacobian=JACOBIAN_TRANSPOSED if transposed else JACOBIAN)
    views: list[MatrixView] = []
    for *factors, product in chains:
        again = bool(views)
        order = factors[::-1] if transposed else factors
        for index, code in enumerate(order):
            views.append(
                matrix_view(
                    snapshot,
                    code,
                    joiner=" · " if index else "",
                    break_before=not index,
                    transposed=transposed,
                    again=again and code == "jacobian_f4_x4",
                    note=convention if code == "jacobian_f1_theta1" else "",
                )
            )
        views.append(matrix_view(snapshot, product, joiner=" = ", transposed=transposed))
    views.append(matrix_view(snapshot, "product_f3", break_before=True, transposed=transposed))
    views.append(matrix_view(snapshot, "product_f2", transposed=transposed, note="partial products"))
    return views


def cell_of(cell: Cell, transposed: bool = False) -> Cell:
    """The cell of the quantity that a cell of a board shows."""
    code, row, column = cell
    return Cell(code.removesuffix(AGAIN), column, row) if transposed else Cell(code.removesuffix(AGAIN), row, column)
