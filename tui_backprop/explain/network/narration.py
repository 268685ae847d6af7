"""What a phase has just done, in one line with its numbers."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping

import numpy as np

from tui_backprop.calculus.array import Array
from tui_backprop.calculus.network.quantities import Phase
from tui_backprop.explain.network.notation import element
from tui_backprop.explain.typeset import minus, written

ROOM = 100
"""The characters that a line aims at: a list that would go beyond ends in "…"."""


def narrate(phase: Phase, values: Mapping[str, Array], rate: float) -> str:
    """One line on what `phase` has just done with the arrays of this cycle; `rate` is the learning rate of its update.

    START speaks of the parameters alone, every other phase of what it has computed.
    """
    return _NARRATORS[phase](values, rate)


def _start(values: Mapping[str, Array], rate: float) -> str:
    count = values["theta1"].size + values["theta2"].size
    return f"start: {count} parameters in θ⁽¹⁾ and θ⁽²⁾, no sample yet; the first cycle begins with f₁"


def _f1(values: Mapping[str, Array], rate: float) -> str:
    sample = ", ".join(_number(x) for x in values["x1"].ravel().tolist())
    sums = (_number(z, "+") for z in values["x2"].ravel().tolist())
    return _listed(f"f₁: x⁽²⁾ = θ⁽¹⁾[1; x⁽¹⁾]: sample ({sample}) gives the sums ", sums)


def _f2(values: Mapping[str, Array], rate: float) -> str:
    outputs = (_number(s) for s in values["x3"].ravel().tolist()[1:])
    return _listed("f₂: x⁽³⁾ = [1; s(x⁽²⁾)]: under the constant 1 the hidden outputs ", outputs)


def _f3(values: Mapping[str, Array], rate: float) -> str:
    x4 = _only(values["x4"])
    theta2 = values.get("theta2_before", values["theta2"])
    z = _number(float((theta2 @ values["x3"])[0, 0]))
    return f"f₃: x⁽⁴⁾ = s(θ⁽²⁾x⁽³⁾) = s({z}) = {_number(x4)}; the slope there is s(1 − s) = {_number(x4 * (1 - x4))}"


def _f4(values: Mapping[str, Array], rate: float) -> str:
    x4, t, error = _only(values["x4"]), _only(values["tx1"]), _only(values["x5"])
    output = _number(x4)
    for decimals in (4, 6, 8, 12, 16):
        # As many as give the error that is written to whoever reckons with the output that is written.
        if x4 != t and x4 > 0.001 and math.isclose(0.5 * (round(x4, decimals) - t) ** 2, error, rel_tol=5e-4):
            output = f"{x4:.{decimals}f}"
            break
    return f"f₄: x⁽⁴⁾ = {output} against t = {_number(t)}: E = ½({output} − {_number(t)})² = {_number(error)}"


def _theta2_gradient(values: Mapping[str, Array], rate: float) -> str:
    return _gradient("∇θ⁽²⁾ = J_x⁽⁴⁾(f₄)·J_θ⁽²⁾(f₃)", "theta2_gradient", values)


def _theta1_gradient(values: Mapping[str, Array], rate: float) -> str:
    return _gradient("∇θ⁽¹⁾ = J_x⁽⁴⁾(f₄)·J_x⁽³⁾(f₃)·J_x⁽²⁾(f₂)·J_θ⁽¹⁾(f₁)", "theta1_gradient", values)


def _gradient(chain: str, code: str, values: Mapping[str, Array]) -> str:
    row, column, value = _largest(values[code])
    if value == 0:
        return f"{chain}: every entry is 0"
    return f"{chain}: largest {_number(value, '+')} at {_parameter(code, row, column)}"


def _update(values: Mapping[str, Array], rate: float) -> str:
    steps = [(code, *_largest(values[code])) for code in ("theta1_change", "theta2_change")]
    code, row, column, step = max(steps, key=lambda entry: _size(entry[3]))
    text = f"update: θ − {written(float(f'{rate:.6g}'))}·∇θ"
    if step == 0:
        return f"{text}: every step is 0, θ stays as it was"
    before = float(values[f"{code.removesuffix('_change')}_before"][row, column])
    name = _parameter(code, row, column)
    return f"{text}; largest step {_number(step, '+')}: {name} {_from_to(before, before + step)}"


_NARRATORS: dict[Phase, Callable[[Mapping[str, Array], float], str]] = {
    Phase.START: _start,
    Phase.F1: _f1,
    Phase.F2: _f2,
    Phase.F3: _f3,
    Phase.F4: _f4,
    Phase.THETA2_GRADIENT: _theta2_gradient,
    Phase.THETA1_GRADIENT: _theta1_gradient,
    Phase.UPDATE: _update,
}


def _from_to(old: float, new: float) -> str:
    """Both numbers with as many digits as show that they differ."""
    if _number(old) != _number(new):
        return f"from {_number(old)} to {_number(new)}"
    for digits in (8, 12, 17):
        texts = [written(value if digits == 17 else float(f"{value:.{digits}g}")) for value in (old, new)]
        if texts[0] != texts[1]:
            return f"from {texts[0]} to {texts[1]}"
    return f"stays {_number(old)}, for the step is lost in rounding"


def _parameter(code: str, row: int, column: int) -> str:
    """The entry of θ that an entry of its gradient or change belongs to."""
    return element(code.split("_")[0], row, column)


def _largest(array: Array) -> tuple[int, int, float]:
    """Row, column and value of the entry that is furthest from 0; what is not a number is furthest."""
    row, column = divmod(int(np.abs(array).argmax()), array.shape[1])
    return row, column, float(array[row, column])


def _size(value: float) -> float:
    return math.inf if math.isnan(value) else abs(value)


def _only(array: Array) -> float:
    return float(array[0, 0])


def _listed(text: str, items: Iterable[str]) -> str:
    """The text and as many of the items as there is room for; the first always stands."""
    pending = list(items)
    line = text + pending.pop(0)
    while pending:
        longer = f"{line}, {pending[0]}"
        if len(longer) + (len(", …") if len(pending) > 1 else 0) > ROOM:
            return f"{line}, …"
        line = longer
        pending.pop(0)
    return line


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
