"""What is said about the chain rule. English."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tui_backprop.words.chain import FUNCTIONS, ChainWords
from tui_backprop.words.keys import KeyText


class EnglishChain(ChainWords):
    """What is said about the chain rule."""

    groups: Mapping[str, str] = {
        "point": "Point",
        "functions": "Functions",
        "look": "Look",
    }

    keys: Mapping[str, KeyText] = {
        "chain.x.forward": KeyText("a step up with the chosen coordinate of x", "move x"),
        "chain.x.back": KeyText("a step down"),
        "chain.coordinate.forward": KeyText("the next coordinate of x"),
        "chain.coordinate.back": KeyText("the coordinate before"),
        "chain.step.forward": KeyText("a longer step, up to 1"),
        "chain.step.back": KeyText("a shorter step, down to 0.001"),
        "first": KeyText("the point that the preset begins with"),
        "go_to": KeyText("go to a point that you type"),
        "chain.f": KeyText("edit f: y1, y2, … in x1, x2, …", "edit f"),
        "chain.g": KeyText("edit g: z1, z2, … in y1, y2, …", "edit g"),
        "chain.preset": KeyText("take two functions worth looking at: the presets", "preset"),
        "undo": KeyText("undo the last change of f, g or preset, or the last jump of x"),
        "redo": KeyText("redo what was undone"),
        "copy": KeyText("copy the command line that computes the same"),
        "export": KeyText("take the matrix under the cursor or a picture of the screen along"),
        "chain.symbols": KeyText("the entries as symbols, or as numbers", "symbols"),
        "flip": KeyText("the matrices J, or their transposes Jᵀ", "J or Jᵀ"),
        "practise": KeyText("practise: choose a topic and work something out by hand"),
        "pane.next": KeyText("the next pane", "pane"),
        "pane.previous": KeyText("the previous pane"),
        "zoom": KeyText("zoom the pane, and back", "zoom"),
        "stop": KeyText("leave a cell, a zoom, a dialog", "leave"),
    }

    found: Mapping[str, str] = {"symbolic": "symbolic", "numerical": "numerical"}
    no_value = "no value"
    command = "Multiply the transposed Jacobians of f and g at a point, Jᵀ(g∘f) = Jᵀ(f) Jᵀ(g), as in (2.4)."
    command_notes = """\
An expression has variables, numbers, + - * / **, ( ), sin cos tan exp log sqrt tanh sigmoid, pi and e.
Without --f and --g: the article's example 2.2, followed by something worth differentiating.
The product is compared with the derivative of g∘f found from its values alone, in 50 digits and more.
Exit codes: 0 done, 1 a value or a derivative is not finite at the point, 2 a wrong argument.
"""
    option_f = "y1, …: 1 to 4 expressions in x1 to x4, with commas between"
    option_g = "z1, …: 1 to 4 expressions in y1, …, one variable for each component of f"
    option_at = "the point x (default 1,2, as many as f takes)"
    option_json = "one object: x, y, z, Jt_f, Jt_g, Jt_gf, symbolic, numerical and verdict"
    f_without_g = "--f goes with --g, in y1 and so on, one variable for each component of f"
    not_finite_at = "the product has no finite value at this point; try another --at"
    beside = "The product beside the derivative of g∘f found without it, largest difference:"

    _DOUBTS: Mapping[str, Sequence[str]] = {
        "value": ("f or g has no finite value here: move x", "no finite value here", "no value"),
        "edge": (
            "? {} has values on one side only here, and so no derivative",
            "? {} has no derivative here: an edge",
            "? an edge",
        ),
        "kink": ("? {} has a kink here, and so no derivative", "? {} has no derivative here: a kink", "? a kink"),
        "large": (
            "? a derivative is too large here for a floating-point number",
            "? a derivative is too large",
            "? too large",
        ),
        "formula": (
            "? the formula of a derivative has no value here, such as 0/0, though the derivative has one",
            "? a formula has no value here",
            "? cannot tell",
        ),
        "rounding": (
            "? cannot tell: rounding leaves an entry fewer than nine digits to compare",
            "? cannot tell: too much rounding",
            "? cannot tell",
        ),
    }

    def verdict(self, *, verdict: str, doubt: str, of: str, worst: str) -> Sequence[str]:
        if doubt:
            return [text.format(of) for text in self._DOUBTS[doubt]]
        mark, said = ("✓", "is") if verdict == "right" else ("✗", "is not")
        return (
            f"{mark} the product {said} the derivative of g∘f, worst difference {worst}",
            f"{mark} worst difference {worst}",
            f"{mark} {worst}",
        )

    precision = "16 digits"
    referee_precision = "70-digit"
    error = "error"
    made_by = "made by"
    causes: Mapping[str, str] = {"o(h)": "o(h)", "rounding": "rounding", "exact": "exact"}
    no_derivative: Mapping[str, str] = {
        "edge": "no derivative: f has values on one side only",
        "kink": "no derivative: the two sides lead to different ends",
        "nowhere": "no derivative here",
    }
    all_exact = "every quotient is exact: no error to draw"
    only_rounding = "no o(h), as on a straight line: all error is rounding"

    def no_limit(self, *, kind: str, symbol: str) -> str:
        if kind == "edge":
            return (
                f"There is no {symbol} here: this is the edge of the domain, with values on one side only, and (1.1) asks "
                "for an interior point."
            )
        if kind == "kink":
            return f"From the two sides the quotients do not lead to one number: there is no {symbol} here."
        return f"{symbol} has no finite value at this point: move x, or type another point with g."

    def preset_seen(self, *, title: str, seen: str) -> str:
        return f"{title}: {seen}"

    def differences(self, *, symbolic: str | None, numerical: str | None) -> str:
        found = {"symbolic": symbolic, "numerical": numerical}
        return ", ".join(f"{self.found[code]} {value or self.no_value}" for code, value in found.items())

    def chart_titles(self, *, symbol: str, found: str) -> Sequence[str]:
        return f"Error of {symbol} · {found}", f"{symbol} · {found}", found

    def slope(self, *, of: str, slope: str) -> str:
        return f"{of}, slope {slope}"

    def remainder_falls(self, *, power: str, best: str) -> str:
        return f"o(h)/h falls like h{power} · best h {best}"

    def remainder_hidden(self, *, power: str) -> str:
        return f"o(h)/h like h{power} is lost in rounding"

    left_over = "left over/h"

    def proof_title(self, *, symbol: str) -> str:
        return f"Proof of the chain rule for {symbol}"

    def no_proof(self, *, symbol: str) -> str:
        return f"There is no {symbol} at this point, and so nothing to prove: move x, or type another point with g."

    def bound(self, *, bound: str) -> str:
        return f"C = {bound} serves for every h below. Each rest is divided by h:"

    def proved(self, *, symbol: str) -> str:
        return f"The last column goes to 0 with h: beside {symbol}·h nothing is left over but an o(h)."

    panes: Mapping[str, str] = {
        "board": "Chain rule",
        "symbols": "Symbols",
        "limit": "Limit",
        "chart": "Error over h",
        "proof": "Proof",
    }
    working = "working out the derivatives …"
    own_functions = "your own"
    own_functions_hint = "your own f and g: home goes back to the first point, u to the functions before"
    preset_names: Mapping[str, str] = {
        "example": "example",
        "polar": "polar",
        "layers": "layers",
        "output": "output",
        "one-variable": "one-variable",
    }
    presets: Mapping[str, tuple[str, str]] = {
        "example": (
            "f of the article's example 2.2",
            "y1**2 - y2**2 is 4*y3**2 for every x, so z2 and its column are 0 but for rounding",
        ),
        "polar": (
            "polar to Cartesian, and back",
            "z1 is the radius x1 again and z2 is tan(x2), so the product is diagonal where x1 > 0",
        ),
        "layers": (
            "the layers f1 and f2 of the article's network (3.9), (3.10), with three hidden units",
            "the first column of the product is 0: the bias 1 that f2 adds depends on nothing",
        ),
        "output": (
            "the layers f2 and f3 of the article's network (3.10), (3.11), with three hidden units",
            "an entry of the product is small when either of its two sigmoids is near 0 or 1",
        ),
        "one-variable": (
            "one variable (1.2)",
            "each matrix has one entry, so the product is that of the numbers g'(y) and f'(x)",
        ),
    }
    product_note = "The entries of the product are those of g∘f, with y = f(x) put in."
    no_rate = "The chain rule has no learning rate α: it is set on the screens descent, network and starts."
    nothing_to_undo = "There is nothing to undo."
    nothing_to_redo = "There is nothing to redo."
    ask_functions = "Functions"
    ask_point = "Go to a point x"
    hint_f = f"1 to 4 expressions in x1 to x4, with commas between; {FUNCTIONS}"

    def hint_g(self, *, first: str, last: str) -> str:
        variables = first if first == last else f"{first} to {last}"
        return f"1 to 4 expressions in {variables}, with commas between; {FUNCTIONS}"

    def hint_point(self, *, count: int, examples: str) -> str:
        return (
            f"1 number such as {examples}"
            if count == 1
            else f"{count} numbers, with commas between, such as {examples}"
        )

    def another_g(self, *, reason: str) -> str:
        return f"{reason}. Write another g (esc keeps the f that was)"

    def failed(self, *, error: str) -> str:
        return f"These derivatives cannot be worked out: {error}"

    def no_value_of_formula(self, *, symbol: str) -> str:
        return f"This formula has no value here, such as 0/0; {symbol} exists all the same, as the limit shows."

    def no_product(self, *, found: str | None) -> str:
        said = "A factor does not exist here, and ∄·0 is ∄: the chain rule needs both derivatives."
        return f"{said} g∘f by itself has this one, {found}." if found else said

    factors_needed = "∄·0 is ∄: the chain rule needs both derivatives, even where g∘f has its own"

    def chosen_coordinate(self) -> str:
        return "the number that you chose; esc leaves the cell, then ← and → move it; g takes a point that you type"

    def component(self, *, number: int, of: str, zero: bool) -> str:
        return f"component {number} of {of}{self._ZERO if zero else ''}"

    def how_fast(self, *, output: str, input: str) -> str:
        return f"how fast {output} changes when {input} alone changes"

    def from_formula(self, *, output: str, input: str, difference: str | None) -> str:
        return (
            f"how fast {output} changes when {input} alone changes; found from the formula of g∘f, without a product: "
            f"{self._differs(difference)}"
        )

    def from_values(self, *, difference: str | None) -> str:
        return (
            "found from values of g∘f alone, in 70 digits and with h = 10⁻²⁰ or less, so that it is right to the last digit: "
            f"{self._differs(difference)}"
        )

    def _differs(self, difference: str | None) -> str:
        return f"the product differs by {difference}" if difference else "here the two cannot be compared"

    def row_times_column(self, *, row: int, left: str, column: int, right: str, zero: bool) -> str:
        return f"row {row} of {left} times column {column} of {right}{self._ZERO if zero else ''}"

    _ZERO = "; in exact arithmetic it is 0, what you see is rounding"

    def misprint_of_2_2(self, *, right: str) -> str:
        return f"The article's misprint: (2.2) has ∂z₁/∂z₁ here; {right} is right."

    def misprint_of_2_5(self, *, printed: str, right: str) -> str:
        return f"The article's misprint: the last row of (2.5) has {printed} here; {right} is right."

    help: Mapping[str, str] = {
        "board": (
            "f takes the point x to y, and g takes y to z (2.3). Each function has a matrix of derivatives: one "
            "row for each input, one column for each output (2.1), (2.2). The chain rule (2.4) says that the "
            "matrix of g∘f, f followed by g, is the product of the two. Put the cursor on a number (↓, or a "
            "click) and see where it comes from: an entry of the product is a row of the left matrix times a "
            "column of the right one, and both light up."
        ),
        "symbols": (
            "The same matrices before any number is put in. Differentiating one output by one input treats the "
            "other inputs as constants. The entries of the last matrix come from the formula of g∘f, with y = "
            "f(x) put into g: no product was taken. That its numbers are those of the product is the chain rule."
        ),
        "limit": (
            "A derivative is a limit (1.1): for smaller and smaller h the quotient comes closer to it, from both "
            "sides, so x must be an interior point of the domain. The error shown is the larger of the two; ◀ is "
            "the least. The digits that agree with the exact derivative are bold. The error is o(h)/h at first "
            "(1.3), and falls with h. What made it is no guess: each quotient is worked out in 300 digits as "
            "well, which has o(h) but no rounding. Then a fact that the article does not tell: a computer keeps "
            "about 16 digits, so for a tiny h the two values are almost the same number, their difference is "
            "mostly rounding, and dividing by h makes that rounding large. At 1e-16 often nothing is left. The "
            "table is for the entry that the cursor was on last."
        ),
        "chart": (
            "The errors of the table, both axes logarithmic: from right to left h gets smaller. On such axes a "
            "power of h is a straight line. The error falls along o(h)/h, whose slope is 1 where o(h) is like h², "
            "until it meets the line of the rounding, which rises like 1/h. The best h lies where they meet: "
            "often near 10⁻⁸, the square root of 10⁻¹⁶, and elsewhere where f is large beside its derivative or x "
            "is 0. An exact quotient has no error and so no dot."
        ),
        "proof": (
            "Why the chain rule holds, with numbers. k = f(x + h) − f(x) is how far y moves when x moves by h; "
            "(1.3) splits each move into the derivative's share and a rest o(h). Put one into the other, and what "
            "is left over of g∘f is g'(y)·o(h) + o(k), (1.5). The first part is small beside h at once. So is the "
            "second, since |k| is at most C·|h| (1.4): the bound C is in the table, and what is left over, "
            "divided by h, goes to 0. The columns are worked out in 300 digits, so that no rounding hides it."
        ),
    }
    equations: Sequence[tuple[str, str, str]] = (
        ("(1.1)", "f'(x) = lim (f(x + h) − f(x)) / h for h → 0.", ""),
        ("(1.2)", "(g∘f)'(x) = g'(y)·f'(x): the chain rule with one variable; preset one-variable.", ""),
        (
            "(2.1)",
            "Jᵀ_x(f): row i, column j is ∂yⱼ/∂xᵢ. Its transpose J is what the network's section uses: key j.",
            "",
        ),
        (
            "(2.2)",
            "Jᵀ_y(g): row j, column k is ∂zₖ/∂yⱼ.",
            "the first entry of the second row is printed ∂z₁/∂z₁; it is ∂z₁/∂y₂",
        ),
        ("(2.3)", "x ─f→ y ─g→ z.", ""),
        ("(2.4)", "Jᵀ_x(g∘f) = Jᵀ_x(f)·Jᵀ_y(g), and so J_x(g∘f) = J_y(g)·J_x(f).", ""),
        (
            "(2.5)",
            "the same written out: ∂zₖ/∂xᵢ is the sum of ∂yⱼ/∂xᵢ·∂zₖ/∂yⱼ over j.",
            "the last row of Jᵀ(g) is printed ∂z/∂xₘ; it is ∂z/∂yₙ",
        ),
    )
    help_notes = (
        "symbolic and numerical, beside the product, are the derivative of g∘f found without it: from its "
        "formula, and from its values alone in 70 digits and more. ✓ says that the product is the same but for its "
        "own rounding, ✗ that it is not, and ? that nobody can tell: at a kink, on the edge of the domain, or where "
        "rounding leaves fewer than nine digits. The number is the worst difference. It may well be 0 where the "
        "table of the limit is far off: the table has the 16 digits of ordinary numbers, and rounding spoils its "
        "small h. "
        "A dim · is zero whatever x is; 0.0000 is a zero that was computed.\n\nf has 1 to 4 components in x1 to "
        "x4, with commas between; g the same in y1, …, a variable for each component of f. There are + − * / "
        "**, parentheses, sin cos tan exp log sqrt tanh sigmoid, pi and e."
    )

    def misprint(self, *, said: str) -> str:
        return f"The article's misprint: {said}."
