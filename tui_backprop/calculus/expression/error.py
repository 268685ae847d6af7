"""The refusal of a text."""

from __future__ import annotations

from tui_backprop.calculus.fact import InputError


class ExpressionError(InputError):
    """A text that is no expression: what is wrong with it, and `position`, the 0-based column where it goes wrong."""

    def __init__(self, code: str, position: int, /, **values: object) -> None:
        super().__init__("expression", code, **values)
        self.position = position


def cut(text: str) -> str:
    """A quoted text, short enough for a sentence."""
    return text if len(text) <= 24 else text[:23] + "…"
