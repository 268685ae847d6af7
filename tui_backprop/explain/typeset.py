"""How things are written: numbers of fixed width, minus signs, superscripts, subscripts, expressions as on paper.

The only module that does so: what two screens write must look the same. All of it is one cell a sign; words beside it may
not be.
"""

from __future__ import annotations

import math
import re
import unicodedata
from typing import Literal

from tui_backprop.explain.plain import LOWERED, RAISED, skinned

_SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
NO_VALUE = "∄"
"""What there is not, such as 0/0, ∞ − ∞ and the derivative at a kink: "does not exist"."""

_SUPERSCRIPTS = str.maketrans("-−0123456789", "⁻⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def cells(text: str) -> int:
    """How many cells of a terminal a text takes: a Chinese sign takes two."""
    if text.isascii():
        return len(text)
    return sum(1 + (unicodedata.east_asian_width(sign) in "WF") for sign in text if not unicodedata.combining(sign))


def column(text: str, width: int, at: Literal["left", "right", "middle"] = "right") -> str:
    """The text in a column of so many cells; one that is wider is left as it is."""
    room = max(width - cells(text), 0)
    before = {"left": 0, "right": room, "middle": room // 2}[at]
    return " " * before + text + " " * (room - before)


def subscript(*indices: int) -> str:
    """Indices as subscripts, with a comma between two: subscript(2, 0) is "₂,₀"."""
    return ",".join(str(index).translate(_SUBSCRIPTS) for index in indices)


def superscript(power: int) -> str:
    """A whole power: superscript(-2) is "⁻²"."""
    return str(power).translate(_SUPERSCRIPTS)


def indexed(letter: str, index: int) -> str:
    """x₁ for the letter x and the index 0."""
    return letter + subscript(index + 1)


def minus(text: str) -> str:
    """The text with the sign − in the place of each hyphen."""
    return text.replace("-", "−")


def power_of_ten(power: int) -> str:
    """10⁻³ for -3, and 1 for 0."""
    return f"10{superscript(power)}" if power else "1"


def expression(text: str) -> str:
    """An expression as one writes it on paper: "2*x1**2 - sqrt(x2)" is 2·x₁² − √(x₂), and x1**2.5 is x₁^2.5."""
    text = re.sub(r"\b([fxyz])([1-4])\b", lambda found: indexed(found[1], int(found[2]) - 1), text)
    text = re.sub(r"\*\*(-?\d+)(?![.\deE])", lambda found: superscript(int(found[1])), text)
    text = re.sub(r"\bnan\b", NO_VALUE, re.sub(r"\bsqrt\(", "√(", text))
    return minus(text.replace("**", "^").replace("*", "·"))


def written(value: float) -> str:
    """The shortest text that gives exactly this float back: "0.1", "−1.2e−5", "3"; a zero has no sign."""
    if not math.isfinite(value):
        return NO_VALUE if math.isnan(value) else "∞" if value > 0 else "−∞"
    mantissa, _, exponent = repr(value or 0.0).partition("e")
    return minus(mantissa.removesuffix(".0") + (f"e{int(exponent)}" if exponent else ""))


def significant(value: float, digits: int = 9) -> str:
    """A number for a calculation on paper, of at most so many significant digits: "−0.333333333"."""
    return written(float(f"{value:.{digits}g}"))


def steady(value: float, digits: int) -> str:
    """A number with exactly so many significant digits, so that it keeps its width: "−0.7730"; a zero is "0"."""
    if value == 0 or not math.isfinite(value):
        return written(value)
    mantissa, _, exponent = f"{value:#.{digits}g}".partition("e")
    return minus(mantissa + (f"e{int(exponent)}" if exponent else ""))


# --- numbers of fixed width

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
        return _not_finite(value).rjust(WIDTH)
    # What rounds up to 0.001 is written like it: 0.00099999 is +0.0010, not +1.0e-3.
    if abs(value) >= _SMALLEST_FIXED or abs(float(f"{value:.1e}")) >= _SMALLEST_FIXED:
        for decimals in (4, 3, 2, 1):
            text = f"{value:+.{decimals}f}"
            if len(text) == WIDTH:
                return text
    return _scientific(value).rjust(WIDTH)


def on_board(value: float) -> str:
    """The value with the digits that `number` gives it, for a formula beside the matrix: "0.5000", "−9.8e−4"."""
    return minus(number(value).strip().removeprefix("+"))


def fixed(value: float, width: int) -> str:
    """The value in `width` characters, at least 7, with as many digits as fit; the sign always shown."""
    if value == 0:
        return f" {0:.{width - 3}f}"
    if not math.isfinite(value):
        return _not_finite(value).rjust(width)
    if abs(float(f"{value:.{width - 7}e}")) >= _SMALLEST_FIXED:
        for decimals in range(width - 3, 0, -1):
            text = f"{value:+.{decimals}f}"
            if len(text) == width:
                return text
    texts = (_with_exponent(value, decimals) for decimals in range(width - 5, -1, -1))
    return next(text for text in texts if len(text) <= width).rjust(width)


def number_and_sign(value: float | None) -> tuple[str, Sign]:
    """The number and what its colour stands for; a value that is None is missing."""
    if value is None:
        return MISSING, "missing"
    return number(value), "positive" if value > 0 else "negative" if value < 0 else "zero" if value == 0 else "nan"


def _not_finite(value: float) -> str:
    """In the skin in force at once, so that the number keeps its width."""
    return skinned(NO_VALUE if math.isnan(value) else f"{value:+.0f}".replace("inf", "∞"))


def _scientific(value: float) -> str:
    """Two digits, without the point where that makes them fit (+12e-11); one where it says all, or no more fit."""
    text = _with_exponent(value, 1)
    if len(text) > WIDTH and float(f"{value:.0e}") != value:
        mantissa, exponent = f"{value:+.1e}".split("e")
        text = f"{mantissa.replace('.', '')}e{int(exponent) - 1}"
    return text if len(text) <= WIDTH else _with_exponent(value, 0)


def _with_exponent(value: float, decimals: int) -> str:
    mantissa, exponent = f"{value:+.{decimals}e}".split("e")
    power = int(exponent)
    return f"{mantissa}e{power:+d}" if abs(power) < 10 else f"{mantissa}e{power}"


def count(n: int) -> str:
    """A whole number with its thousands apart: "1,234,567"."""
    return f"{n:,}"


def brief(value: float) -> str:
    """An input or a label for a table: a whole number, or three significant digits: "1024", "0.25", "−1.5", "1.23e5"."""
    if abs(value) < 10_000 and value == int(value):
        return minus(f"{value or 0.0:.0f}")
    mantissa, _, exponent = f"{value:.3g}".partition("e")
    return minus(mantissa + (f"e{int(exponent)}" if exponent else ""))


def compact(value: float, width: int) -> str:
    """The value as `brief` writes it, in `width` characters, with the minus of the numbers of fixed width."""
    return brief(value).replace("−", "-").rjust(width)


def short(value: float) -> str:
    """The value for running text, at most six significant digits: "0.0123457"; a zero has no sign."""
    return f"{value or 0.0:.6g}" if math.isfinite(value) else written(value)


# --- LaTeX

_RAISED, _LOWERED = "".join(RAISED) + "⁽⁾", "".join(LOWERED)
_LEVEL = str.maketrans(RAISED | LOWERED | {"⁽": "(", "⁾": ")"})
_COMMANDS = {
    "θ": r"\theta ", "α": r"\alpha ", "∂": r"\partial ", "∇": r"\nabla ", "Δ": r"\Delta ", "Σ": r"\sum ", "·": r"\cdot ",
    "−": "-", "½": r"\tfrac12 ", "×": r"\times ", "∘": r"\circ ", "∞": r"\infty ", "′": "'", "λ": r"\lambda ",
    "√": r"\surd ", "∄": r"\nexists ", "ℝ": r"\mathbb{R}",
}  # fmt: skip


def latex(text: str) -> str:
    """A formula of the screen as LaTeX's mathematics: θ⁽¹⁾₂,₀ is \\theta^{(1)}_{2,0}."""
    text = re.sub(rf"[{_RAISED}]+", lambda run: f"^{{{run[0].translate(_LEVEL)}}}", text)
    lowered = rf"[{_LOWERED}](?:[{_LOWERED},]*[{_LOWERED}])?"
    text = re.sub(lowered, lambda run: f"_{{{run[0].translate(_LEVEL)}}}", text)
    text = re.sub(r"_([xθ](?:\^\{[^}]*\})?)", r"_{\1}", text)
    text = re.sub(r"\b(sin|cos|tan|exp|log|tanh|sigmoid)(?=\()", r"\\operatorname{\1}", text)
    text = re.sub(r"(\d)e(−?-?\d+)", r"\1\\cdot 10^{\2}", text)
    return "".join(_COMMANDS.get(sign, sign) for sign in text).replace("[", r"\lbrack ").replace("]", r"\rbrack ")


_MATHEMATICS = re.compile(f"[{_RAISED}{_LOWERED}{''.join(_COMMANDS)}…]|^J_|_[xθ]")
_ESCAPED = str.maketrans(
    {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
    | {sign: "\\" + sign for sign in "&%$#_{}"}
)
_WIDE = "[\u2e80-\u9fff\uff00-\uffef]+"


def latex_text(text: str) -> str:
    """A text in which nothing is mathematics, such as a command line, as LaTeX's text."""
    return text.replace("−", "-").translate(_ESCAPED)


def latex_sentence(text: str) -> str:
    """A sentence as LaTeX's text: a word with a sign of mathematics stands in mathematics, Chinese stays as it is."""
    return "".join(
        f"${latex(part)}$" if _MATHEMATICS.search(part) else latex_text(part)
        for part in re.split(rf"({_WIDE}|\s+)", text)
    )


def latex_class(text: str) -> str:
    """The first line of a document that begins with this text: Chinese needs the package ctex, and XeLaTeX or LuaLaTeX."""
    return r"\documentclass{ctexart}  % xelatex, ctex" if re.search(_WIDE, text) else r"\documentclass{article}"


def latex_number(value: float, digits: int = 17) -> str:
    """A number in LaTeX, with at most so many significant digits and its power of ten written out."""
    if not math.isfinite(value):
        return r"\nexists" if math.isnan(value) else r"\infty" if value > 0 else r"-\infty"
    shortest = repr(float(value) if digits >= 17 else float(f"{value:.{digits}g}"))
    mantissa, _, power = shortest.partition("e")
    mantissa = mantissa.removesuffix(".0")
    return rf"{mantissa} \cdot 10^{{{int(power)}}}" if power else mantissa
