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
    return f"J{'' if flipped else 'ᵀ'}_{LETTERS[code][0]}({named(code)})"


def named(code: str) -> str:
    """The function that a code stands for: f, g or g∘f; nothing for no code."""
    return _NAMES.get(code, "g∘f") if code else ""


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


def proof_equations(input: int, output: int, inputs: int, components: int) -> tuple[tuple[str, str], ...]:
    """The equations of the proof for one entry of J(g∘f), each with its number: f has so many inputs and components."""
    if inputs == components == 1:
        z, step, slope_of_f, slope, slope_of_g = "g", "h", "f′(x)·h", "g′(y)·f′(x)·h", "g′(y)"
    else:
        along = indexed("x", input)
        z, step = indexed("z", output), f"h·{indexed('e', input)}" if inputs > 1 else "h"
        slope_of_f, slope, slope_of_g = f"∂f/∂{along}·h", f"∂{z}/∂{along}·h", f"J_y({z})"
    return (
        ("1.3", f"f(x + {step}) = f(x) + {slope_of_f} + o(h)"),
        ("1.4", f"k = f(x + {step}) − f(x)   |k| ≤ C·|h|"),
        ("1.5", f"{z}(y + k) = {z}(y) + {slope} + {slope_of_g}·o(h) + o(k)"),
    )


def proof_heads(inputs: int, components: int) -> tuple[str, ...]:
    """The heads of the columns of the proof."""
    slope_of_g = "g′(y)·o(h)" if inputs == components == 1 else "J_y·o(h)"
    return "h", "|k|", "|k|/h", f"{slope_of_g}/h", "o(k)/h"
