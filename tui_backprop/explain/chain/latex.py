"""An expression in LaTeX, written from its tree, with no parentheses but those it needs."""

from __future__ import annotations

from tui_backprop.calculus.expression import Apply, Node, Number, Variable
from tui_backprop.explain.typeset import latex_number

_SUM, _PRODUCT, _SIGN, _POWER, _ATOM = range(5)
_BINDING = {"+": _SUM, "*": _PRODUCT, "neg": _SIGN, "**": _POWER}
_NAMES = {"sigmoid": r"\sigma"}
_ALONE = {"pi": r"\pi", "e": "e"}


def latex(node: Node) -> str:
    """The tree of an expression in LaTeX, for mathematics mode."""
    if isinstance(node, Number):
        return latex_number(node.value)
    if isinstance(node, Variable):
        return f"{node.name[0]}_{{{node.name[1:]}}}"
    parts = node.arguments
    match node.head:
        case "+":
            return _operand(parts[0], _SUM) + "".join(_term(part) for part in parts[1:])
        case "*":
            return r" \cdot ".join((_operand(parts[0], _PRODUCT), *(_operand(part, _POWER) for part in parts[1:])))
        case "/":
            return rf"\frac{{{latex(parts[0])}}}{{{latex(parts[1])}}}"
        case "neg":
            return "-" + _operand(parts[0], _PRODUCT)
        case "**":
            return f"{_operand(parts[0], _ATOM)}^{{{latex(parts[1])}}}"
        case "sqrt":
            return rf"\sqrt{{{latex(parts[0])}}}"
        case name:
            return _ALONE.get(name) or rf"{_NAMES.get(name, chr(92) + name)}\left({latex(parts[0])}\right)"


def _term(term: Node) -> str:
    if isinstance(term, Apply) and term.head == "neg":
        return " - " + _operand(term.arguments[0], _PRODUCT)
    return " + " + _operand(term, _PRODUCT)


def _operand(node: Node, least: int) -> str:
    """The LaTeX of a node, in parentheses if it binds less than `least`; a fraction needs them only under a power."""
    binding = _BINDING.get(node.head, _ATOM) if isinstance(node, Apply) else _ATOM
    if isinstance(node, Apply) and node.head == "/":
        binding = _POWER
    if isinstance(node, Number) and "cdot" in latex_number(node.value):
        binding = _PRODUCT
    return rf"\left({latex(node)}\right)" if binding < least else latex(node)
