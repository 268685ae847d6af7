"""What a phase does, in three lines: the formula, the formula with the numbers of one of its entries, and why it matters."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from functools import partial
from typing import NamedTuple

import numpy as np

from tui_backprop.calculus.array import Array
from tui_backprop.calculus.fact import Fact, fact
from tui_backprop.calculus.network.quantities import Phase
from tui_backprop.explain.cell import Cell
from tui_backprop.explain.network import phenomena
from tui_backprop.explain.network.derivation import Cycle, derive
from tui_backprop.explain.network.notation import SYMBOLS, element
from tui_backprop.explain.typeset import count, minus, on_board, short, steady, written
from tui_backprop.explain.working import BOARD
from tui_backprop.training.network.moment import SATURATED
from tui_backprop.training.network.notice import Diverged, TargetReached
from tui_backprop.training.network.snapshot import Snapshot

FORMULAS = {
    Phase.START: "θ⁽¹⁾, θ⁽²⁾",
    Phase.F1: "x⁽²⁾ = θ⁽¹⁾·[1; x⁽¹⁾]",
    Phase.F2: "x⁽³⁾ = [1; s(x⁽²⁾)],  s(z) = 1/(1 + e⁻ᶻ)",
    Phase.F3: "x⁽⁴⁾ = s(θ⁽²⁾·x⁽³⁾)",
    Phase.F4: "E = ½(x⁽⁴⁾ − t)²",
    Phase.THETA2_GRADIENT: "∇θ⁽²⁾ = J_x⁽⁴⁾(f₄)·J_θ⁽²⁾(f₃)",
    Phase.THETA1_GRADIENT: "∇θ⁽¹⁾ = J_x⁽⁴⁾(f₄)·J_x⁽³⁾(f₃)·J_x⁽²⁾(f₂)·J_θ⁽¹⁾(f₁)",
    Phase.UPDATE: "θ ← θ − α·∇θ",
}


class Now(NamedTuple):
    """The three lines; `event` is the code of the phenomenon that the last one tells of, or "".

    `cell` is the entry whose numbers the second line gives, None where no phase has been taken.
    """

    formula: str
    numbers: str
    why: Fact
    event: str = ""
    cell: Cell | None = None


def now(snapshot: Snapshot) -> Now:
    """What the phase of a snapshot has just done."""
    worked, why, event = _PHASES[snapshot.phase](snapshot)
    return Now(FORMULAS[snapshot.phase], worked.numbers, why, event, worked.cell)


class Worked(NamedTuple):
    """An entry and how it is reckoned; no phase has been taken where there is none."""

    numbers: str = ""
    cell: Cell | None = None


Lines = tuple[Worked, Fact, str]


def _start(snapshot: Snapshot) -> Lines:
    theta1, theta2 = snapshot.values["theta1"], snapshot.values["theta2"]
    if pair := phenomena.equal_units(theta1, theta2):
        return Worked(), _equal(pair), "equal_units"
    return Worked(), fact("network_screen", "why_start", parameters=theta1.size + theta2.size), ""


def _f1(snapshot: Snapshot) -> Lines:
    sums = snapshot.values["x2"]
    unit = _furthest(sums)[0]
    why = fact("network_screen", "why_sums", unit=unit + 1, value=brief(float(sums[unit, 0]), "+"))
    return _worked(snapshot, "x2", unit, 0), why, ""


def _f2(snapshot: Snapshot) -> Lines:
    outputs = snapshot.values["x3"]
    if units := snapshot.saturated:
        why = fact("network_screen", "why_saturated", units=units, slope=f"{SATURATED:g}")
        return _worked(snapshot, "x3", units[0], 0), why, "saturated"
    unit = 1 + _furthest(outputs[1:] - 0.5)[0]
    why = fact("network_screen", "why_outputs", unit=unit, value=brief(float(outputs[unit, 0])))
    return _worked(snapshot, "x3", unit, 0), why, ""


def _f3(snapshot: Snapshot) -> Lines:
    output = _only(snapshot, "x4")
    slope, answer = brief(output * (1 - output)), None if output == 0.5 else int(output > 0.5)
    why = fact("network_screen", "why_answer", output=brief(output), answer=answer, slope=slope)
    return _worked(snapshot, "x4", 0, 0), why, ""


def _f4(snapshot: Snapshot) -> Lines:
    off, output, label = _off(snapshot)
    side = (_only(snapshot, "x4") - 0.5) * (t := _only(snapshot, "tx1") - 0.5)
    where = "right" if side > 0 else "wrong" if side < 0 else "half" if t else "none"
    why = fact("network_screen", "why_error", off=off, output=output, label=label, side=where)
    return _worked(snapshot, "x5", 0, 0), why, ""


def _theta2_gradient(snapshot: Snapshot) -> Lines:
    gradient = snapshot.values["theta2_gradient"]
    numbers = _worked(snapshot, "theta2_gradient", *_furthest(gradient))
    if still := _still(snapshot, "theta2"):
        return numbers, still, ""
    off, output, label = _off(snapshot)
    why = fact("network_screen", "why_theta2", off=off, output=output, label=label, all=bool(gradient.all()))
    return numbers, why, ""


def _theta1_gradient(snapshot: Snapshot) -> Lines:
    gradient = snapshot.values["theta1_gradient"]
    row, column = _furthest(gradient)
    numbers = _chain(snapshot, row, column)
    if reason := phenomena.vanishes(snapshot.values):
        largest = brief(float(np.abs(gradient).max()))
        return numbers, fact("network_screen", "why_vanishes", largest=largest, reason=reason), "vanishes"
    theta1, theta2 = (snapshot.values.get(f"{code}_before", snapshot.values[code]) for code in ("theta1", "theta2"))
    if pair := phenomena.equal_units(theta1, theta2):
        return numbers, _equal(pair), "equal_units"
    if still := _still(snapshot, "theta1"):
        return numbers, still, ""
    # The step is −α∇: where the gradient is negative the parameters go up. A bias tells for its unit.
    up, down = _list(np.flatnonzero(gradient[:, 0] < 0) + 1), _list(np.flatnonzero(gradient[:, 0] > 0) + 1)
    zeros = _list(np.flatnonzero(snapshot.values["x1"][:, 0] == 0) + 1)
    off, output, label = _off(snapshot)
    why = fact("network_screen", "why_theta1", off=off, output=output, label=label, up=up, down=down, zeros=zeros)
    return numbers, why, ""


def _update(snapshot: Snapshot) -> Lines:
    code, (row, column) = max(
        ((code, _furthest(snapshot.values[f"{code}_change"])) for code in ("theta1", "theta2")),
        key=lambda entry: _size(float(snapshot.values[f"{entry[0]}_change"][entry[1]])),
    )
    numbers = _step(snapshot, code, row, column)
    label = f"{_only(snapshot, 'tx1'):g}"
    if isinstance(snapshot.stopped, TargetReached):
        error, iteration = short(snapshot.stopped.error), count(snapshot.stopped.iteration)
        return numbers, fact("network_screen", "why_reached", error=error, iteration=iteration), "reached"
    if isinstance(snapshot.stopped, Diverged):
        stop = snapshot.stopped
        cell = element(stop.code, stop.row, stop.column, stop.inputs)
        return numbers, fact("network_screen", "why_diverged", cycle=count(stop.cycle), cell=cell), "diverged"
    if snapshot.edited:
        return numbers, fact("network_screen", "why_stale"), "stale"
    at, t = snapshot.sample - 1, _only(snapshot, "tx1")
    old, new = _only(snapshot, "x4"), float(snapshot.table.x4[at])
    before, after = _apart(old, new)
    if _on_plateau(snapshot):
        return numbers, _plateau(snapshot), "plateau"
    if phenomena.overshoots(_only(snapshot, "x5"), float(snapshot.table.error[at])):
        return numbers, fact("network_screen", "why_overshoots", before=before, after=after, label=label), "overshoots"
    if abs(new - t) >= abs(old - t):
        return numbers, fact("network_screen", "why_answer_stays", output=after), ""
    return numbers, fact("network_screen", "why_moves", before=before, after=after, label=label), ""


def _still(snapshot: Snapshot, code: str) -> Fact | None:
    """What there is to say where the output is off, and yet the gradient of these parameters is 0 to the last digit."""
    off, output, label = _off(snapshot)
    if off == "exact" or snapshot.values[f"{code}_gradient"].any():
        return None
    return fact("network_screen", "why_still", off=off, output=output, label=label, parameter=SYMBOLS[code])


def _on_plateau(snapshot: Snapshot) -> bool:
    """Whether the run is on a plateau; while it runs, only on one that at this pace lasts long enough to be read."""
    curve, at = snapshot.chart.curve, snapshot.chart.cursor
    cycles = snapshot.cycles_per_second if snapshot.pace.full else snapshot.pace.cycles(snapshot.samples)
    if snapshot.running and at < cycles / snapshot.samples:
        return False
    return phenomena.on_plateau(curve.iteration, curve.low, curve.high, at)


def _plateau(snapshot: Snapshot) -> Fact:
    theta1, theta2 = snapshot.values["theta1"], snapshot.values["theta2"]
    share, largest, reason = phenomena.pull(theta1, theta2, snapshot.table.x1, snapshot.table.t)
    return fact(
        "network_screen",
        "why_plateau",
        error=brief(snapshot.iteration_error or 0.0),
        reason=reason,
        share=f"{100 * share:.1g}",
        largest=brief(largest),
    )


def _equal(pair: tuple[int, int]) -> Fact:
    return fact("network_screen", "why_equal_units", one=pair[0], other=pair[1])


_PHASES: Mapping[Phase, Callable[[Snapshot], Lines]] = {
    Phase.START: _start,
    Phase.F1: _f1,
    Phase.F2: _f2,
    Phase.F3: _f3,
    Phase.F4: _f4,
    Phase.THETA2_GRADIENT: _theta2_gradient,
    Phase.THETA1_GRADIENT: _theta1_gradient,
    Phase.UPDATE: _update,
}


def _worked(snapshot: Snapshot, code: str, row: int, column: int) -> Worked:
    """The symbol of an entry, how it is reckoned with the numbers of this cycle, and the result."""
    updated = snapshot.phase is Phase.UPDATE
    cycle = Cycle(snapshot.values, snapshot.learning_rate_used, snapshot.inputs, snapshot.hidden, updated, BOARD)
    return _equation(snapshot, Cell(code, row, column), derive(cycle, code, row, column).figure.numbers)


def _chain(snapshot: Snapshot, row: int, column: int) -> Worked:
    """An entry of ∇θ1 as the one product of its chain that is not zero by structure: a factor for each Jacobian."""
    places = (("jacobian_f4_x4", 0, 0), ("jacobian_f3_x3", 0, row + 1), ("jacobian_f2_x2", row + 1, row))
    factors = [on_board(float(snapshot.values[code][i, j])) for code, i, j in places]
    factors.append(written(float(snapshot.values["jacobian_f1_theta1"][row, row * (snapshot.inputs + 1) + column])))
    product = "·".join(f"({text})" if text.startswith("−") and index else text for index, text in enumerate(factors))
    return _equation(snapshot, Cell("theta1_gradient", row, column), product)


def _equation(snapshot: Snapshot, cell: Cell, numbers: str) -> Worked:
    """The symbol of an entry, how it is reckoned, and the result as its matrix shows it."""
    result = on_board(float(snapshot.values[cell.code][cell.row, cell.column]))
    return Worked(f"{element(*cell, snapshot.inputs)} = {numbers} = {result}", cell)


def _step(snapshot: Snapshot, code: str, row: int, column: int) -> Worked:
    """The step of one parameter, with as many digits as show that it has moved."""
    before, after = (float(snapshot.values[name][row, column]) for name in (f"{code}_before", code))
    slope = on_board(float(snapshot.values[f"{code}_gradient"][row, column]))
    old, new = _apart(before, after)
    factor = f"({slope})" if slope.startswith("−") else slope
    symbol = element(code, row, column)
    text = f"{symbol} ← {old} − {written(snapshot.learning_rate_used)}·{factor} = {new}"
    return Worked(text, Cell(code, row, column))


def brief(value: float, sign: str = "-") -> str:
    """Four decimals, or three digits and an exponent where that says too little; with the sign "+" a plus is written too."""
    if not math.isfinite(value):
        return written(value)
    if value == 0 or 0.001 <= abs(value) < 1000:
        return minus(f"{value or 0.0:{sign}.4f}")
    mantissa, exponent = f"{value:{sign}.2e}".split("e")
    return minus(f"{mantissa}e{int(exponent)}")


def _apart(old: float, new: float) -> tuple[str, str]:
    """Both numbers as the matrices show them, or with as many digits as show that they differ."""
    for write in (on_board, *(partial(steady, digits=digits) for digits in (6, 8, 12))):
        texts = write(old), write(new)
        if texts[0] != texts[1]:
            return texts
    return written(old), written(new)


def _off(snapshot: Snapshot) -> tuple[str, str, str]:
    """Which way the output is off, and the output and the label in so many digits as show it."""
    output, label = _only(snapshot, "x4"), _only(snapshot, "tx1")
    way = "low" if output < label else "high" if output > label else "exact"
    shown = next((digits for digits in (2, 4, 8, 12) if round(output, digits) != label), 0)
    return way, f"{output:.{shown}f}" if shown else written(output), f"{label:g}"


def _furthest(array: Array) -> tuple[int, int]:
    """Row and column of the entry that is furthest from 0; what is not a number is furthest."""
    row, column = divmod(int(np.abs(array).argmax()), array.shape[1])
    return row, column


def _size(value: float) -> float:
    return math.inf if math.isnan(value) else abs(value)


def _only(snapshot: Snapshot, code: str) -> float:
    return float(snapshot.values[code][0, 0])


def _list(numbers: object) -> tuple[int, ...]:
    return tuple(int(number) for number in np.asarray(numbers).ravel())
