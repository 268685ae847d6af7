"""The refusal of a text."""

from __future__ import annotations


class ExpressionError(ValueError):
    """A text that is no expression: one sentence, and the 0-based column where it goes wrong."""

    def __init__(self, sentence: str, position: int = 0) -> None:
        super().__init__(sentence)
        self.position = position


def cut(text: str) -> str:
    """A quoted text, short enough for a sentence."""
    return text if len(text) <= 24 else text[:23] + "…"
