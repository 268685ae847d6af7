"""What a phase has just done: the numbers of one line."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping

import numpy as np

from tui_backprop.calculus.array import Array
from tui_backprop.calculus.fact import Fact, fact
from tui_backprop.calculus.network.quantities import Phase
from tui_backprop.explain.network.notation import element
from tui_backprop.explain.typeset import minus, written

LISTED = 4
"""How many numbers of a vector a line has room for."""


def narrate(phase: Phase, values: Mapping[str, Array], rate: float) -> Fact:
    """What `phase` has just done with the arrays of this cycle; `rate` is the learning rate of its update.

    START speaks of the parameters alone, every other phase of what it has computed.
    """
    return _NARRATORS[phase](values, rate)


def _start(values: Mapping[str, Array], rate: float) -> Fact:
    return fact("network", "narrate_start", parameters=values["theta1"].size + values["theta2"].size)


def _f1(values: Mapping[str, Array], rate: float) -> Fact:
    sample = ", ".join(_number(x) for x in values["x1"].ravel().tolist())
    sums = _listed(_number(z, "+") for z in values["x2"].ravel().tolist())
    return fact("network", "narrate_f1", formula="f₁: x⁽²⁾ = θ⁽¹⁾[1; x⁽¹⁾]", sample=sample, sums=sums)


def _f2(values: Mapping[str, Array], rate: float) -> Fact:
    outputs = _listed(_number(s) for s in values["x3"].ravel().tolist()[1:])
    return fact("network", "narrate_f2", formula="f₂: x⁽³⁾ = [1; s(x⁽²⁾)]", outputs=outputs)


def _f3(values: Mapping[str, Array], rate: float) -> Fact:
    x4 = _only(values["x4"])
    theta2 = values.get("theta2_before", values["theta2"])
    z = _number(float((theta2 @ values["x3"])[0, 0]))
    formula = f"f₃: x⁽⁴⁾ = s(θ⁽²⁾x⁽³⁾) = s({z}) = {_number(x4)}"
    return fact("network", "narrate_f3", formula=formula, slope=f"s(1 − s) = {_number(x4 * (1 - x4))}")


def _f4(values: Mapping[str, Array], rate: float) -> Fact:
    x4, t, error = _only(values["x4"]), _only(values["tx1"]), _only(values["x5"])
    output = _number(x4)
    for decimals in (4, 6, 8, 12, 16):
        # As many as give the error that is written to whoever reckons with the output that is written.
        if x4 != t and x4 > 0.001 and math.isclose(0.5 * (round(x4, decimals) - t) ** 2, error, rel_tol=5e-4):
            output = f"{x4:.{decimals}f}"
            break
    label = _number(t)
    formula = f"E = ½({output} − {label})² = {_number(error)}"
    return fact("network", "narrate_f4", output=f"f₄: x⁽⁴⁾ = {output}", label=f"t = {label}", formula=formula)


def _theta2_gradient(values: Mapping[str, Array], rate: float) -> Fact:
    return _gradient("∇θ⁽²⁾ = J_x⁽⁴⁾(f₄)·J_θ⁽²⁾(f₃)", "theta2_gradient", values)


def _theta1_gradient(values: Mapping[str, Array], rate: float) -> Fact:
    return _gradient("∇θ⁽¹⁾ = J_x⁽⁴⁾(f₄)·J_x⁽³⁾(f₃)·J_x⁽²⁾(f₂)·J_θ⁽¹⁾(f₁)", "theta1_gradient", values)


def _gradient(formula: str, code: str, values: Mapping[str, Array]) -> Fact:
    row, column, value = _largest(values[code])
    if value == 0:
        return fact("network", "narrate_no_gradient", formula=formula)
    entry = element(code.removesuffix("_gradient"), row, column)
    return fact("network", "narrate_gradient", formula=formula, largest=_number(value, "+"), entry=entry)


def _update(values: Mapping[str, Array], rate: float) -> Fact:
    steps = [(code, *_largest(values[f"{code}_change"])) for code in ("theta1", "theta2")]
    code, row, column, step = max(steps, key=lambda entry: _size(entry[3]))
    formula = f"θ′ = θ − {written(float(f'{rate:.6g}'))}·∇θ"
    if step == 0:
        return fact("network", "narrate_no_update", formula=formula)
    old = float(values[f"{code}_before"][row, column])
    entry, change = element(code, row, column), _number(step, "+")
    if old == old + step:
        return fact("network", "narrate_lost_update", formula=formula, step=change, entry=entry, value=_number(old))
    before, after = _apart(old, old + step)
    return fact("network", "narrate_update", formula=formula, step=change, entry=entry, before=before, after=after)


_NARRATORS: dict[Phase, Callable[[Mapping[str, Array], float], Fact]] = {
    Phase.START: _start,
    Phase.F1: _f1,
    Phase.F2: _f2,
    Phase.F3: _f3,
    Phase.F4: _f4,
    Phase.THETA2_GRADIENT: _theta2_gradient,
    Phase.THETA1_GRADIENT: _theta1_gradient,
    Phase.UPDATE: _update,
}


def _apart(old: float, new: float) -> tuple[str, str]:
    """Both numbers with as many digits as show that they differ."""
    texts = _number(old), _number(new)
    for digits in (8, 12, 17):
        if texts[0] != texts[1]:
            break
        texts = _digits(old, digits), _digits(new, digits)
    return texts


def _digits(value: float, digits: int) -> str:
    return written(value if digits == 17 else float(f"{value:.{digits}g}"))


def _largest(array: Array) -> tuple[int, int, float]:
    """Row, column and value of the entry that is furthest from 0; what is not a number is furthest."""
    row, column = divmod(int(np.abs(array).argmax()), array.shape[1])
    return row, column, float(array[row, column])


def _size(value: float) -> float:
    return math.inf if math.isnan(value) else abs(value)


def _only(array: Array) -> float:
    return float(array[0, 0])


def _listed(items: Iterable[str]) -> str:
    """The first of the items, "…" in the place of more than there is room for on a line."""
    listed = list(items)
    return ", ".join([*listed[:LISTED], "…"] if len(listed) > LISTED else listed)


def _number(value: float, sign: str = "-") -> str:
    """Four decimals, or three digits and an exponent where that says too little; whole numbers as they are.

    With the sign "+" a plus is written too.
    """
    if not math.isfinite(value):
        return written(value) if value < 0 or math.isnan(value) or sign == "-" else "+∞"
    size = abs(value)
    if value == int(value) and size < 1000:
        text = f"{value or 0.0:{sign if value else '-'}.0f}"
    elif 0.001 <= size < 1000:
        text = f"{value:{sign}.4f}"
    else:
        mantissa, exponent = f"{value:{sign}.2e}".split("e")
        text = f"{mantissa}e{int(exponent)}"
    return minus(text)
