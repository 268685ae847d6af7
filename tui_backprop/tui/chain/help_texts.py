"""Help for the panes of the chain rule in plain words, with the article's equations and its misprints."""

from __future__ import annotations

from rich.text import Text

_ABOUT = {
    "board": (
        "f takes the point x to y, and g takes y to z (2.3). Each function has a matrix of derivatives: one row for each "
        "input, one column for each output (2.1), (2.2). The chain rule (2.4) says that the matrix of g∘f, f followed by "
        "g, is the product of the two. Put the cursor on a number (↓, or a click) and see where it comes from: an entry "
        "of the product is a row of the left matrix times a column of the right one, and both light up."
    ),
    "symbols": (
        "The same matrices before any number is put in. Differentiating one output by one input treats the other inputs "
        "as constants. The entries of the last matrix come from the formula of g∘f, with y = f(x) put into g: no product "
        "was taken. That its numbers are those of the product is the chain rule."
    ),
    "limit": (
        "A derivative is a limit (1.1): for smaller and smaller h the quotient comes closer to it, from both sides, so x must "
        "be an interior point of the domain. The error shown is the larger of the two; ◀ is the least. The digits that agree "
        "with the exact derivative are bold. The error is o(h)/h at first (1.3), and falls with h. What made it is no guess: "
        "each quotient is worked out in 300 digits as well, which has o(h) but no rounding. Then a fact that the "
        "article does not tell: a computer keeps about 16 digits, so for a tiny h the two values are almost the same "
        "number, their difference is mostly rounding, and dividing by h makes that rounding large. At 1e-16 often "
        "nothing is left. The table is for the entry that the cursor was on last."
    ),
    "chart": (
        "The errors of the table, both axes logarithmic: from right to left h gets smaller. On such axes a power of h is "
        "a straight line. The error falls along o(h)/h, whose slope is 1 where o(h) is like h², until it meets the line "
        "of the rounding, which rises like 1/h. The best h lies where they meet: often near 10⁻⁸, the square root of 10⁻¹⁶, "
        "and elsewhere where f is large beside its derivative or x is 0. An exact quotient has no error and so no dot."
    ),
}  # fmt: skip

_EQUATIONS = (
    ("(1.1)", "f'(x) = lim (f(x + h) − f(x)) / h for h → 0", ""),
    ("(1.2)", "(g∘f)'(x) = g'(y)·f'(x): the chain rule with one variable; preset one-variable", ""),
    ("(2.1)", "Jᵀ_x(f): row i, column j is ∂yⱼ/∂xᵢ. Its transpose J is what the network's section uses: key j", ""),
    (
        "(2.2)",
        "Jᵀ_y(g): row j, column k is ∂zₖ/∂yⱼ",
        "the first entry of the second row is printed ∂z₁/∂z₁; it is ∂z₁/∂y₂",
    ),
    ("(2.3)", "x ─f→ y ─g→ z", ""),
    ("(2.4)", "Jᵀ_x(g∘f) = Jᵀ_x(f)·Jᵀ_y(g), and so J_x(g∘f) = J_y(g)·J_x(f)", ""),
    (
        "(2.5)",
        "the same written out: ∂zₖ/∂xᵢ is the sum of ∂yⱼ/∂xᵢ·∂zₖ/∂yⱼ over j",
        "the last row of Jᵀ(g) is printed ∂z/∂xₘ; it is ∂z/∂yₙ",
    ),
)

_CHECKS = (
    "symbolic and numerical, beside the product, are the derivative of g∘f found without it: from its formula, and from "
    "its values alone. ✓ and the worst difference say whether the product is the same. A dim · is zero whatever x is; "
    "0.0000 is a zero that was computed.\n\n"
    "f has 1 to 4 components in x1 to x4, with commas between; g the same in y1, …, a variable for each component of f. "
    "There are + − * / **, parentheses, sin cos tan exp log sqrt tanh sigmoid, pi and e."
)


def chain_help(pane: str) -> Text:
    """What the pane shows, the equations, and where the article is misprinted."""
    text = Text(_ABOUT[pane] + "\n\n")
    for number, sentence, misprint in _EQUATIONS:
        text.append(f"{number} ", style="bold")
        text.append(f"{sentence}.\n")
        if misprint:
            text.append(f"   The article's misprint: {misprint}.\n", style="dim")
    return text.append("\n" + _CHECKS)
