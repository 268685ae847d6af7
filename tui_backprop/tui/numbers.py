"""Numbers as text: one format, always seven characters wide, the sign always shown."""

from __future__ import annotations

import math
from typing import Literal

WIDTH = 7

MISSING = "—".rjust(WIDTH)
"""A number that has not been computed yet."""

STRUCTURAL = "·".rjust(3).ljust(WIDTH)
"""A zero by structure: the dot stands where the decimal point of the numbers above and below it stands."""

HIDDEN = "??".rjust(WIDTH)
"""A number that the reader is to find."""

Sign = Literal["positive", "negative", "zero", "nan", "missing"]

_SMALLEST_FIXED = 0.001


def number(value: float) -> str:
    """The value in seven characters: "+1.2345", "-123.46", "+9.8e-4", "-1.2e12", " 0.0000" for an exact zero."""
    if value == 0:
        return " 0.0000"
    if not math.isfinite(value):
        return (f"{value:+f}" if math.isinf(value) else "nan").rjust(WIDTH)
    # What rounds up to 0.001 is written like it: 0.00099999 is +0.0010, not +1.0e-3.
    if abs(value) >= _SMALLEST_FIXED or abs(float(f"{value:.1e}")) >= _SMALLEST_FIXED:
        for decimals in (4, 3, 2, 1):
            text = f"{value:+.{decimals}f}"
            if len(text) == WIDTH:
                return text
    return _scientific(value).rjust(WIDTH)


def number_and_sign(value: float | None) -> tuple[str, Sign]:
    """The number and what its colour stands for; a value that is None is missing."""
    if value is None:
        return MISSING, "missing"
    return number(value), "positive" if value > 0 else "negative" if value < 0 else "zero" if value == 0 else "nan"


def _scientific(value: float) -> str:
    """Two digits where they fit, else one; a large exponent loses its plus to make room."""
    text = _with_exponent(value, 1)
    return text if len(text) <= WIDTH else _with_exponent(value, 0)


def _with_exponent(value: float, decimals: int) -> str:
    mantissa, exponent = f"{value:+.{decimals}e}".split("e")
    power = int(exponent)
    return f"{mantissa}e{power:+d}" if abs(power) < 10 else f"{mantissa}e{power}"


def count(n: int) -> str:
    """A whole number with its thousands apart: "1,234,567"."""
    return f"{n:,}"


def short(value: float) -> str:
    """The value for running text, at most six significant digits: "0.0123457"; a zero has no sign."""
    return f"{value or 0.0:.6g}"
