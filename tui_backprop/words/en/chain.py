"""What is said about the chain rule. English."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tui_backprop.words.chain import ChainWords
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
        "chain.symbols": KeyText("the entries as symbols, or as numbers", "symbols"),
        "flip": KeyText("the matrices J, or their transposes Jᵀ"),
        "pane.next": KeyText("the next pane", "pane"),
        "pane.previous": KeyText("the previous pane"),
        "zoom": KeyText("zoom the pane, and back"),
        "stop": KeyText("leave a cell, a zoom, a dialog"),
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
    not_finite_at = "f, g or a derivative has no finite value at this point; try another --at"
    beside = "The product beside the derivative of g∘f found without it, largest difference:"

    _DOUBTS: Mapping[str, Sequence[str]] = {
        "value": ("f, g or a derivative has no finite value here: move x", "no finite value here", "no value"),
        "edge": (
            "? cannot tell: x is at a kink, or at the edge of the domain with values on one side only",
            "? cannot tell: a kink or an edge",
            "? cannot tell",
        ),
        "rounding": (
            "? cannot tell: rounding leaves an entry fewer than nine digits to compare",
            "? cannot tell: too much rounding",
            "? cannot tell",
        ),
    }

    def verdict(self, *, verdict: str, doubt: str, worst: str) -> Sequence[str]:
        """Whether the product is the derivative of g∘f."""
        if doubt:
            return self._DOUBTS[doubt]
        mark, said = ("✓", "is") if verdict == "right" else ("✗", "is not")
        return (
            f"{mark} the product {said} the derivative of g∘f, worst difference {worst}",
            f"{mark} worst difference {worst}",
            f"{mark} {worst}",
        )

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
        """Why there is no derivative."""
        if kind == "edge":
            return "x is on the edge of the domain: there are values on one side only, and (1.1) asks for an interior point."
        if kind == "kink":
            return f"From the two sides the quotients do not lead to one number: there is no {symbol} here."
        return f"{symbol} has no finite value at this point: move x, or type another point with g."

    def chart_titles(self, *, symbol: str, found: str) -> Sequence[str]:
        """The title of the chart of errors."""
        return f"Error of {symbol} over h · {found}", f"{symbol} · {found}", found

    def slope(self, *, of: str, slope: str) -> str:
        """An entry of the legend."""
        return f"{of}, slope {slope}"

    def remainder_falls(self, *, power: str, best: str) -> str:
        """o(h) is seen."""
        return f"o(h) falls like h{power} · best h {best}"

    def remainder_hidden(self, *, power: str) -> str:
        """o(h) is not seen."""
        return f"o(h) like h{power} is lost in rounding"
