"""The order of the tokens: operands and operators alternate and the parentheses match.

Python's parser then has nothing left to refuse: its own messages would speak of code.
"""

from __future__ import annotations

from collections.abc import Sequence

from tui_backprop.calculus.expression.error import ExpressionError, cut
from tui_backprop.calculus.expression.tokens import Token

MAX_PARENTHESES = 20


def check_order(tokens: Sequence[Token]) -> None:
    """Raises ExpressionError unless the tokens, one at least, are those of one expression."""
    opened: list[Token] = []
    for before, token in zip((None, *tokens), tokens, strict=False):
        _check_neighbours(before, token)
        if token.kind == "open":
            opened.append(token)
            if len(opened) > MAX_PARENTHESES:
                raise ExpressionError("too_many_open", token.position, most=MAX_PARENTHESES)
        elif token.kind == "close":
            if not opened:
                raise ExpressionError("never_opened", token.position)
            opened.pop()
    last = tokens[-1]
    if last.is_function:
        raise _without_argument(last)
    if not last.ends_operand:
        raise ExpressionError("nothing_follows", last.position, text=last.text)
    if opened:
        raise ExpressionError("never_closed", opened[-1].position)


def _check_neighbours(before: Token | None, token: Token) -> None:
    if before is not None and before.is_function and token.kind != "open":
        raise _without_argument(before)
    operand_before = before is not None and before.ends_operand
    if operand_before and token.begins_operand:
        raise ExpressionError("operator_missing", token.position, text=cut(token.text))
    if operand_before or token.begins_operand or token.text in ("+", "-"):
        return
    if before is not None and before.kind == "open" and token.kind == "close":
        raise ExpressionError("empty_parentheses", token.position)
    raise ExpressionError("operand_missing", token.position, text=token.text)


def _without_argument(token: Token) -> ExpressionError:
    return ExpressionError("argument_missing", token.position, function=token.text)
