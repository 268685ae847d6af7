"""What is said of an expression that cannot be read: the sentence, and a caret under the character."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager

from tui_backprop.cli.arguments import UsageError
from tui_backprop.explain.typeset import cells
from tui_backprop.words import reason, words

SHOWN = 60


@contextmanager
def reading(option: str, text: str) -> Generator[None]:
    """Turn an ExpressionError about the option's text into a UsageError that points at the character."""
    from tui_backprop.calculus.expression import ExpressionError

    try:
        yield
    except ExpressionError as error:
        pointer = f"\n{pointed_at(text, error.position)}" if text else ""
        raise UsageError(words().command.wrong_value(option=option, reason=reason(error)) + pointer) from None


def pointed_at(text: str, position: int) -> str:
    """The text around a position, and under it a line with a caret at the position; a text too long is cut."""
    first = max(0, position - SHOWN // 2) if len(text) > SHOWN else 0
    shown = "".join(character if character.isprintable() else "?" for character in text[first : first + SHOWN])
    left = "…" if first else ""
    right = "…" if first + SHOWN < len(text) else ""
    indent = len(left) + cells(shown[: position - first])
    return f"  {left}{shown}{right}\n  {' ' * indent}^"
