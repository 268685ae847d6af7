"""The text of a tree, with no parentheses but those it needs."""

from __future__ import annotations

from tui_backprop.calculus.expression.tree import Apply, Node, Number, Variable

_SUM, _PRODUCT, _SIGN, _POWER, _ATOM = range(5)
_BINDING = {"+": _SUM, "*": _PRODUCT, "/": _PRODUCT, "neg": _SIGN, "**": _POWER}


def written(node: Node) -> str:
    """The text of a tree, as one would type it."""
    if isinstance(node, Number):
        whole = node.value.is_integer() and node.value < 1e15
        return str(int(node.value)) if whole else repr(float(node.value))
    if isinstance(node, Variable):
        return node.name
    parts = node.arguments
    match node.head:
        case "+":
            return _operand(parts[0], _SUM) + "".join(_term(part) for part in parts[1:])
        case "*" | "/":
            return node.head.join((_operand(parts[0], _PRODUCT), *(_operand(part, _SIGN) for part in parts[1:])))
        case "neg":
            return "-" + _operand(parts[0], _SIGN)
        case "**":
            return _operand(parts[0], _ATOM) + "**" + _operand(parts[1], _SIGN)
        case name:
            return f"{name}({written(parts[0])})" if parts else name


def _term(term: Node) -> str:
    if isinstance(term, Apply) and term.head == "neg":
        return " - " + _operand(term.arguments[0], _PRODUCT)
    return " + " + _operand(term, _PRODUCT)


def _operand(node: Node, least: int) -> str:
    """The text of a node, in parentheses if it binds less than `least`."""
    binding = _BINDING.get(node.head, _ATOM) if isinstance(node, Apply) else _ATOM
    return f"({written(node)})" if binding < least else written(node)
