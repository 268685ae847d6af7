"""Which matrices the boards show, in which order: a Snapshot goes in, MatrixViews come out.

A board names its matrices by the code of the quantity, with a sign behind it where the same quantity stands there in
another way: TURNED for the transpose, WITH_ONE for a vector under the constant 1, AGAIN for a second time. `cell_of` and
`places_of` lead from the cells of a board to those of the quantities and back.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache, partial

import numpy as np
from numpy.typing import NDArray

from tui_backprop.calculus.array import Array
from tui_backprop.calculus.network.quantities import QUANTITIES, Phase
from tui_backprop.calculus.network.structure import structural_zeros
from tui_backprop.explain.cell import Cell
from tui_backprop.explain.network.notation import SYMBOLS, element, transposed_symbol
from tui_backprop.explain.network.steps import STEPS
from tui_backprop.explain.typeset import WIDTH, brief
from tui_backprop.training.network.snapshot import Snapshot
from tui_backprop.tui.kit.matrix_layout import STEP, MatrixView, Tone, layout
from tui_backprop.tui.network.phases import phase_label
from tui_backprop.words import words

AGAIN, TURNED, WITH_ONE = "'", "ᵀ", "+"

CHAINS = {
    "theta2_gradient": ("jacobian_f4_x4", "jacobian_f3_theta2"),
    "theta1_gradient_row": ("jacobian_f4_x4", "jacobian_f3_x3", "jacobian_f2_x2", "jacobian_f1_theta1"),
}
"""The two chains: the gradient by its factors."""


def signs_of_inputs(snapshot: Snapshot) -> int:
    """How many characters the longest input of any sample has."""
    x1 = snapshot.table.x1
    return _signs(x1.tobytes())


@lru_cache(maxsize=4)
def _signs(inputs: bytes) -> int:
    return max(len(brief(value)) for value in np.frombuffer(inputs).tolist())


BARE_WIDTH = 86
"""Under this width three parameter matrices stand side by side only without their brackets."""


@dataclass(frozen=True, eq=False)
class Look:
    """What the boards look at: the arrays that are computed by the phase, and how they are to stand.

    `stale` says that an edit has come after them. Without values it is as good for the heights that the matrices will need.
    `signs` is how many characters the longest input of any sample has. `earlier` are the arrays of the step before, None
    where nothing is to be compared with it.
    """

    inputs: int
    hidden: int
    phase: Phase
    width: int
    turned: bool = False
    values: Mapping[str, Array] | None = None
    stale: bool = False
    signs: int = 1
    earlier: Mapping[str, Array] | None = None

    @classmethod
    def at(cls, snapshot: Snapshot, width: int, turned: bool) -> Look:
        """The look at a snapshot."""
        return cls(
            snapshot.inputs,
            snapshot.hidden,
            snapshot.phase,
            width,
            turned,
            snapshot.values,
            snapshot.edited,
            signs_of_inputs(snapshot),
            snapshot.earlier,
        )

    def narrow(self, turned: bool) -> int:
        """In how many characters the entries of J_θ1(f1), or of its transpose, stand, so that its columns fit.

        They are inputs, ones and zeros: two for each where there is room for it, so that they stand apart.
        """
        rows, columns = self.shape("jacobian_f1_theta1")
        signs = max(self.signs, 2)
        fits = (rows if turned else columns) * (signs + 1) + 2 <= self.width
        return min(signs if fits else self.signs, WIDTH)

    def shape(self, code: str) -> tuple[int, int]:
        """The shape of a quantity, θ before the update included."""
        return QUANTITIES[code.removesuffix("_before")].shape(self.inputs, self.hidden)

    def value(self, code: str) -> Array | None:
        """The array, or None where the phase has not got there."""
        phase = QUANTITIES[code.removesuffix("_before")].phase
        return None if self.values is None or phase > self.phase else self.values[code]

    def fresh(self, code: str) -> NDArray[np.bool_] | None:
        """Where the array is not what it was at the step before; None where that is not asked."""
        value = self.value(code)
        if value is None or self.earlier is None:
            return None
        old = self.earlier.get(code)
        if old is None or old.shape != value.shape:
            return np.ones(value.shape, dtype=np.bool_)
        # By their bytes, for a nan is not equal to itself.
        return np.ascontiguousarray(old).view(np.int64) != np.ascontiguousarray(value).view(np.int64)

    def edited(self, code: str) -> bool:
        """Whether a parameter is not what its update left, since it was changed by hand afterwards."""
        before, change, now = (self.value(name) for name in (f"{code}_before", f"{code}_change", code))
        if not self.stale or before is None or change is None or now is None:
            return False
        return not np.allclose(before + change, now, rtol=1e-9, atol=0, equal_nan=True)

    def tone(self, code: str) -> Tone:
        """How a quantity stands beside the others in this phase."""
        step = STEPS[self.phase]
        if not step.results:
            return "plain"
        if code in step.results:
            return "result"
        if self.stale:
            return "back"
        return "operand" if code in step.operands else "plain" if code in step.beside else "back"


def matrix_view(
    look: Look,
    code: str,
    *,
    title: str = "",
    joiner: str = "",
    break_before: bool = False,
    heading: str = "",
    turn: bool = False,
    note: str = "",
    sign: str = "",
    bare: bool = False,
    narrow: bool = False,
    waits: str = "",
) -> MatrixView:
    """A quantity, its symbol, shape and equation number the title unless there is another one; `turn` transposes it."""
    quantity = QUANTITIES[code.removesuffix("_before")]
    values, fresh = look.value(code), look.fresh(code)
    zeros = structural_zeros(quantity.code, look.inputs, look.hidden)
    shape = look.shape(code)
    names, group = tuple[str, ...](), 1
    if code == "theta1_gradient_row" and not turn:
        group = look.inputs + 1
    if code == "jacobian_f1_theta1" and not turn:
        group = look.inputs + 1
        units, columns = range(look.hidden), range(look.inputs + 1)
        names = (
            tuple(element("theta1", unit, 0).rpartition(",")[0] for unit in units)
            if narrow
            else tuple(element("theta1", unit, column) for unit in units for column in columns)
        )
    if turn:
        shape, zeros = (shape[1], shape[0]), zeros.T
        values, fresh = None if values is None else values.T, None if fresh is None else fresh.T
    symbol = transposed_symbol(code) if turn else SYMBOLS[quantity.code]
    return MatrixView(
        code=code + (TURNED if turn else "") + sign,
        title=title or f"{symbol} {shape[0]}×{shape[1]} ({quantity.equation})",
        shape=shape,
        values=values,
        zeros=zeros if zeros.any() else None,
        joiner=joiner,
        break_before=break_before,
        heading=heading,
        note=note,
        bare=bare,
        narrow=look.narrow(turn) if narrow else 0,
        names=names,
        group=group,
        waits=waits or phase_label(quantity.phase),
        tone=look.tone(code),
        fresh=fresh,
    )


def text_line(code: str, text: str) -> MatrixView:
    """A line of text between the matrices."""
    return MatrixView(code=code, title="", shape=(0, 0), values=None, break_before=True, heading=text)


def phase_views(look: Look) -> list[MatrixView]:
    """What this phase computes, as an equation of matrices: operands, result, and the derivatives beside it."""
    return _EQUATIONS[look.phase](look)


CODES = (
    *(
        "x1",
        "x2",
        "x3",
        "x4",
        "tx1",
        "x5",
        "theta1",
        "theta2",
        "jacobian_f1_x1",
        "jacobian_f1_theta1",
        "jacobian_f2_x2",
    ),
    *("jacobian_f3_x3", "jacobian_f3_theta2", "jacobian_f4_x4", "theta2_gradient", "theta1_gradient"),
)


@cache
def rest_of_the_cycle(
    inputs: int, hidden: int, phase: Phase, width: int, height: int, turned: bool, signs: int
) -> tuple[str, ...]:
    """What else the cycle has computed and there is room for under the equation of the phase, the newest first."""
    look = Look(inputs, hidden, phase, width, turned, signs=signs)
    views = phase_views(look)
    shown = {_code(view.code) for view in views}
    done = sorted(
        (code for code in CODES if code not in shown and QUANTITIES[code].phase <= phase),
        key=lambda code: -QUANTITIES[code].phase,
    )
    kept: list[str] = []
    for code in done:
        if layout([*views, *rest_views(look, (*kept, code))], width).height <= height:
            kept.append(code)
    return tuple(kept)


def rest_views(look: Look, codes: tuple[str, ...]) -> list[MatrixView]:
    """These quantities under a heading of their own, column vectors as rows."""
    heading = words().network_screen.rest_of_the_cycle
    return [
        _symbol(
            look,
            code,
            break_before=not index,
            heading="" if index else heading,
            turn=code in ("x1", "x2", "x3", "x4", "x5", "tx1") or (look.turned and code.startswith("jacobian")),
            narrow=code == "jacobian_f1_theta1",
        )
        for index, code in enumerate(codes)
    ]


def _code(code: str) -> str:
    """The quantity that a matrix of a board shows."""
    return code.rstrip(AGAIN + TURNED + WITH_ONE)


def _symbol(look: Look, code: str, **more: object) -> MatrixView:
    """A quantity under its symbol alone."""
    turn = bool(more.get("turn"))
    title = transposed_symbol(code) if turn and code.startswith(("jacobian", "theta")) else SYMBOLS[code]
    return matrix_view(look, code, title=title, **more)  # pyright: ignore[reportArgumentType]


def _start(look: Look) -> list[MatrixView]:
    return [_symbol(look, "theta1"), _symbol(look, "theta2", break_before=True)]


def _f1(look: Look) -> list[MatrixView]:
    return [
        _symbol(look, "theta1"),
        with_one(look, "x1", joiner=" · "),
        _symbol(look, "x2", joiner=" = "),
        _derivative(look, "jacobian_f1_x1", break_before=True),
        _derivative(look, "jacobian_f1_theta1", narrow=True),
    ]


def _f2(look: Look) -> list[MatrixView]:
    return [
        _symbol(look, "x2"),
        _symbol(look, "x3", joiner=" ─[1; s]→ "),
        _derivative(look, "jacobian_f2_x2"),
    ]


def _f3(look: Look) -> list[MatrixView]:
    return [
        _symbol(look, "theta2"),
        _symbol(look, "x3", joiner=" · "),
        _symbol(look, "x4", joiner=" ─s→ "),
        _derivative(look, "jacobian_f3_x3", break_before=True),
        _derivative(look, "jacobian_f3_theta2"),
    ]


def _f4(look: Look) -> list[MatrixView]:
    return [
        _symbol(look, "x4"),
        _symbol(look, "tx1", joiner=" − "),
        _symbol(look, "x5", joiner=" ─½( )²→ "),
        _derivative(look, "jacobian_f4_x4"),
    ]


def _gradient(look: Look, chain: str, shown: str) -> list[MatrixView]:
    factors = CHAINS[chain][::-1] if look.turned else CHAINS[chain]
    views = [
        _symbol(
            look,
            code,
            joiner=" · " if index else "",
            turn=look.turned,
            narrow=code == "jacobian_f1_theta1",
        )
        for index, code in enumerate(factors)
    ]
    folded = shown != chain
    said = words().network_screen
    return [
        *views,
        _symbol(look, shown, joiner=" = ", turn=look.turned and not folded, note=said.folded if folded else ""),
    ]


def _update(look: Look) -> list[MatrixView]:
    said = words().network_screen
    bare = look.width < BARE_WIDTH
    views: list[MatrixView] = []
    for code in ("theta1", "theta2"):
        symbol = SYMBOLS[code]
        views += [
            matrix_view(look, f"{code}_before", title=said.before(symbol=symbol), break_before=True, bare=bare),
            matrix_view(
                look, f"{code}_change", title=f"{SYMBOLS[f'{code}_change']} = −α∇{symbol}", joiner=" + ", bare=bare
            ),
            matrix_view(
                look,
                code,
                title=said.edited(symbol=symbol) if look.edited(code) else said.after(symbol=symbol),
                joiner="   " if look.edited(code) else " = ",
                bare=bare,
            ),
        ]
    return views


_EQUATIONS: dict[Phase, Callable[[Look], list[MatrixView]]] = {
    Phase.START: _start,
    Phase.F1: _f1,
    Phase.F2: _f2,
    Phase.F3: _f3,
    Phase.F4: _f4,
    Phase.THETA2_GRADIENT: partial(_gradient, chain="theta2_gradient", shown="theta2_gradient"),
    Phase.THETA1_GRADIENT: partial(_gradient, chain="theta1_gradient_row", shown="theta1_gradient"),
    Phase.UPDATE: _update,
}


def _derivative(look: Look, code: str, **more: object) -> MatrixView:
    """A Jacobian that a phase makes beside its result, or its transpose."""
    return _symbol(look, code, turn=look.turned, **more)


def with_one(look: Look, code: str, joiner: str) -> MatrixView:
    """A column vector under the constant 1 that a bias multiplies."""
    values, fresh = look.value(code), look.fresh(code)
    rows = look.shape(code)[0] + 1
    return MatrixView(
        code=code + WITH_ONE,
        title=f"[1; {SYMBOLS[code]}]",
        shape=(rows, 1),
        values=None if values is None else np.concatenate((np.ones((1, 1)), values)),
        joiner=joiner,
        tone=look.tone(code),
        fresh=None if fresh is None else np.concatenate((np.zeros((1, 1), dtype=np.bool_), fresh)),
    )


def parameter_views(look: Look) -> list[MatrixView]:
    """θ1, its gradient and its last change; θ2 and its last change. ∇θ2 stands where it is made, in its chain.

    J_x1(f1), which no gradient needs, stands beside the θ1 that it is a part of; where the columns are few, beside θ2, so
    that 80 by 24 has room for every number.
    """
    said = words().network_screen
    note = dict.fromkeys(("theta1", "theta2"), "")
    if look.phase is Phase.UPDATE:
        note = {code: said.by_hand if look.edited(code) else said.updated for code in note}
    bare = look.width < BARE_WIDTH
    theta1 = [
        matrix_view(look, "theta1", note=note["theta1"], bare=bare),
        matrix_view(look, "theta1_gradient", bare=bare),
        matrix_view(look, "theta1_change", bare=bare),
    ]
    theta2 = matrix_view(look, "theta2", note=note["theta2"], break_before=True)
    beside = matrix_view(look, "jacobian_f1_x1", turn=look.turned)
    both = bare and (look.hidden + look.inputs + 2) * STEP <= look.width
    # At 80 columns the gradient of θ2 would take a line that is not there.
    moved = ["theta2_change"] if bare else ["theta2_gradient", "theta2_change"]
    return [*theta1, *((theta2, beside) if both else (beside, theta2)), *(matrix_view(look, code) for code in moved)]


def computation_views(look: Look) -> list[MatrixView]:
    """Figure 3-2: the vectors as rows, what makes each from the one before."""
    steps = (
        ("x1", "x⁽¹⁾", ""),
        ("x2", "x⁽²⁾ = θ⁽¹⁾[1; x⁽¹⁾]", "─f₁→"),
        ("x3", "x⁽³⁾ = [1; s(x⁽²⁾)]", "─f₂→"),
        ("x4", "x⁽⁴⁾", "─f₃→"),
        ("x5", "E", "─f₄→"),
    )
    # What waits is not named: the arrow before it names the function already.
    return [
        matrix_view(look, code, title=title, joiner=joiner, turn=True, bare=True, waits="—")
        for code, title, joiner in steps
    ]


def jacobian_views(look: Look) -> list[MatrixView]:
    """The two chains, factor by factor, each with its product; Jᵀ reads the other way round, as (2.4) does.

    A chain of which nothing is computed yet is a line.
    """
    said = words().network_screen
    views: list[MatrixView] = []
    for product, factors in CHAINS.items():
        parameter = SYMBOLS[product.removesuffix("_row")][1:]
        if look.values is not None and all(look.value(code) is None for code in factors):
            phase = min(QUANTITIES[code].phase for code in factors)
            views.append(text_line(f"{product} waits", said.chain_waits(parameter=parameter, phase=phase_label(phase))))
            continue
        again = any(view.code.startswith("jacobian_f4_x4") for view in views)
        order = factors[::-1] if look.turned else factors
        for index, code in enumerate(order):
            views.append(
                matrix_view(
                    look,
                    code,
                    joiner=" · " if index else "",
                    break_before=not index,
                    heading="" if index else said.chain_for(parameter=parameter),
                    turn=look.turned,
                    sign=AGAIN if again and code == "jacobian_f4_x4" else "",
                    narrow=code == "jacobian_f1_theta1" and _is_wide(look),
                )
            )
        views.append(matrix_view(look, product, joiner=" = ", turn=look.turned))
    if look.values is None or look.value("product_f3") is not None:
        views.append(matrix_view(look, "product_f3", break_before=True, turn=look.turned, note=said.partial_products))
        views.append(matrix_view(look, "product_f2", turn=look.turned))
    return views


def _is_wide(look: Look) -> bool:
    """Whether the columns of J_θ1(f1), or of its transpose, do not fit at their full width."""
    rows, columns = look.shape("jacobian_f1_theta1")
    return (rows if look.turned else columns) * STEP + 2 > look.width


def cell_of(place: Cell) -> Cell | None:
    """The cell of the quantity that a cell of a board shows; None for the constant 1 over a vector."""
    code, row, column = place
    code = code.removesuffix(AGAIN)
    if code.endswith(WITH_ONE):
        return Cell(code[:-1], row - 1, column) if row else None
    if code.endswith(TURNED):
        return Cell(code[:-1], column, row)
    return Cell(code, row, column)


def places_of(cell: Cell) -> tuple[Cell, ...]:
    """Every cell of a board that could show a cell of a quantity."""
    code, row, column = cell
    turned = Cell(code + TURNED, column, row)
    again = (Cell(code + AGAIN, row, column), Cell(turned.code + AGAIN, column, row))
    return (cell, turned, *again, Cell(code + WITH_ONE, row + 1, column))
