"""The reading of a text, of one expression or of several with commas between them."""

from __future__ import annotations

from collections.abc import Sequence

from tui_backprop.calculus.expression.builder import build
from tui_backprop.calculus.expression.error import ExpressionError
from tui_backprop.calculus.expression.expression import Expression
from tui_backprop.calculus.expression.grammar import check_order
from tui_backprop.calculus.expression.tokens import Token, scan

MAX_LENGTH = 200
MAX_COMPONENTS = 4
MAX_VECTOR_LENGTH = 1000


def parse(text: str, variables: Sequence[str]) -> Expression:
    """The expression in a text. Raises ExpressionError, and nothing else, for any other text."""
    return _parse_components(text, tuple(variables), most=1, length=MAX_LENGTH)[0]


def parse_vector(text: str, variables: Sequence[str]) -> tuple[Expression, ...]:
    """The 1 to 4 expressions, separated by commas, in a text such as "x1**2 + x2**2, x1*x2".

    Raises ExpressionError; its position counts from the start of the whole text."""
    return _parse_components(text, tuple(variables), MAX_COMPONENTS, MAX_VECTOR_LENGTH)


def _parse_components(text: str, variables: tuple[str, ...], most: int, length: int) -> tuple[Expression, ...]:
    if len(text) > length:
        raise ExpressionError("text_too_long", length, length=len(text), most=length)
    components: list[list[Token]] = [[]]
    ends: list[int] = []
    depth = 0
    for token in scan(text, variables):
        depth += (token.kind == "open") - (token.kind == "close")
        if token.kind == "comma":
            _check_comma(token, depth, len(components), most)
            components.append([])
            ends.append(token.position)
        else:
            components[-1].append(token)
    ends.append(len(text))
    return tuple(_parse_component(text, tokens, end, variables) for tokens, end in zip(components, ends, strict=True))


def _check_comma(token: Token, depth: int, components: int, most: int) -> None:
    if depth > 0:
        raise ExpressionError("comma_in_parentheses", token.position)
    if components == most:
        raise ExpressionError("too_many_expressions", token.position, most=most)


def _parse_component(text: str, tokens: Sequence[Token], end: int, variables: tuple[str, ...]) -> Expression:
    if not tokens:
        position = end if text.strip(" ") else 0
        raise ExpressionError("expression_missing", position)
    start, last = tokens[0].position, tokens[-1]
    source = text[start : last.position + len(last.text)]
    if len(source) > MAX_LENGTH:
        raise ExpressionError("expression_too_long", start + MAX_LENGTH, length=len(source), most=MAX_LENGTH)
    check_order(tokens)
    return Expression(source, variables, build(source, start))
