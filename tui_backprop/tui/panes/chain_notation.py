"""The article's way of writing: expressions with x₁² and ·, the symbols of entries, the titles of matrices."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui_backprop.calculus.working import written

LONGEST = 2_000

_SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_VARIABLE = re.compile(r"\b([xy])([1-4])\b")

LETTERS = {"f": "xy", "g": "yz", "gf": "xz", "symbolic": "xz", "numerical": "xz"}
"""The letters of the inputs and outputs of what each matrix is the derivative of."""

_NAMES = {"f": "f", "g": "g"}
_EQUATIONS = {"f": "2.1", "g": "2.2"}


def indexed(letter: str, index: int) -> str:
    """x₁ for the letter x and the index 0."""
    return letter + str(index + 1).translate(_SUBSCRIPTS)


def partial(code: str, input: int, output: int) -> str:
    """The symbol ∂z₁/∂x₂ of an entry of a matrix."""
    inner, outer = LETTERS[code]
    return f"∂{indexed(outer, output)}/∂{indexed(inner, input)}"


def jacobian(code: str, flipped: bool) -> str:
    """The symbol Jᵀ_x(f) of a matrix, or J_x(f)."""
    return f"J{'' if flipped else 'ᵀ'}_{LETTERS[code][0]}({_NAMES.get(code, 'g∘f')})"


def equation(code: str) -> str:
    """The number of the equation that a matrix is in."""
    return _EQUATIONS.get(code, "2.4")


def space(size: int) -> str:
    """ℝ², and ℝ for one dimension."""
    return "ℝ" + (str(size).translate(_SUPERSCRIPTS) if size > 1 else "")


def pretty(text: str) -> str:
    """An expression as one writes it on paper: "2*x1**2" is 2·x₁²."""
    text = re.sub(r"\b([fxyz])([1-4])\b", lambda found: found[1] + found[2].translate(_SUBSCRIPTS), text)
    text = re.sub(r"\*\*(\d+)(?![.\deE])", lambda found: found[1].translate(_SUPERSCRIPTS), text)
    text = re.sub(r"\bsqrt\(", "√(", text)
    return text.replace("**", "^").replace("*", "·").replace("-", "−")


def with_numbers(text: str, values: Sequence[float]) -> str:
    """An expression as on paper, each variable replaced by its number."""
    found = pretty(_VARIABLE.sub(lambda found: factor(operand(values[int(found[2]) - 1])), text))
    return re.sub(r"\(\(([^()]*)\)\)", r"(\1)", found)


def operand(value: float) -> str:
    """A number for a calculation on paper, of at most nine significant digits."""
    return written(float(f"{value:.9g}"))


def factor(text: str) -> str:
    """A text that may stand beside · or under a power: in parentheses if it is a sum, negative or has an exponent."""
    bare, inside = "", text
    while bare != inside:
        bare, inside = inside, re.sub(r"\([^()]*\)", "", inside)
    return f"({text})" if re.search(r" |^−|\de", bare) else text


def clipped(text: str, most: int = LONGEST) -> str:
    """A text that no one would read to its end is cut, and says how long it is."""
    return text if len(text) <= most else f"{text[:most]}… ({len(text):,} characters)"
