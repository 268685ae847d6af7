"""The article's way of writing: expressions with x₁² and ·, the symbols of entries, the titles of matrices."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui_backprop.explain.typeset import expression, indexed, significant, superscript

LONGEST = 2_000

_VARIABLE = re.compile(r"\b([xy])([1-4])\b")

LETTERS = {"f": "xy", "g": "yz", "gf": "xz", "symbolic": "xz", "numerical": "xz"}
"""The letters of the inputs and outputs of what each matrix is the derivative of."""

_NAMES = {"f": "f", "g": "g"}
_EQUATIONS = {"f": "2.1", "g": "2.2"}


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
    return "ℝ" + (superscript(size) if size > 1 else "")


def with_numbers(text: str, values: Sequence[float]) -> str:
    """An expression as on paper, each variable replaced by its number."""
    found = expression(_VARIABLE.sub(lambda found: factor(significant(values[int(found[2]) - 1])), text))
    return re.sub(r"\(\(([^()]*)\)\)", r"(\1)", found)


def factor(text: str) -> str:
    """A text that may stand beside · or under a power: in parentheses if it is a sum, negative or has an exponent."""
    bare, inside = "", text
    while bare != inside:
        bare, inside = inside, re.sub(r"\([^()]*\)", "", inside)
    return f"({text})" if re.search(r" |^−|\de", bare) else text


def clipped(text: str, most: int = LONGEST) -> str:
    """A text that no one would read to its end is cut, and says how long it is."""
    return text if len(text) <= most else f"{text[:most]}… ({len(text):,} characters)"
