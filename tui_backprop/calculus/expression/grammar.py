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
                sentence = f"more than {MAX_PARENTHESES} parentheses are open: nest fewer"
                raise ExpressionError(sentence, token.position)
        elif token.kind == "close":
            if not opened:
                raise ExpressionError("this ) has no ( before it: remove it", token.position)
            opened.pop()
    last = tokens[-1]
    if last.is_function:
        raise _without_argument(last)
    if not last.ends_operand:
        sentence = f"nothing follows {last.text}: write a number, a variable or a function"
        raise ExpressionError(sentence, last.position)
    if opened:
        raise ExpressionError("this ( is never closed: add a )", opened[-1].position)


def _check_neighbours(before: Token | None, token: Token) -> None:
    if before is not None and before.is_function and token.kind != "open":
        raise _without_argument(before)
    operand_before = before is not None and before.ends_operand
    if operand_before and token.begins_operand:
        sentence = f"an operator is missing before {cut(token.text)}: write * to multiply"
        raise ExpressionError(sentence, token.position)
    if operand_before or token.begins_operand or token.text in ("+", "-"):
        return
    if before is not None and before.kind == "open" and token.kind == "close":
        sentence = "the parentheses are empty: write an expression between them"
    else:
        sentence = f"a number, a variable or a function is missing before {token.text}: add it"
    raise ExpressionError(sentence, token.position)


def _without_argument(token: Token) -> ExpressionError:
    sentence = f"{token.text} needs its argument in parentheses: write {token.text}( )"
    return ExpressionError(sentence, token.position)
