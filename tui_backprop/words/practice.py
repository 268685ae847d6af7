"""What is said about exercises that are asked on the screens."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol


class PracticeWords(Protocol):
    """What is said about exercises that are asked on the screens."""

    choose: str
    """Over the topics."""

    topics: Mapping[str, str]
    """The names of the topics, and of "entries", which are those of the cycle on the screen. At most 32 cells each."""

    how: Mapping[str, str]
    """How an answer is typed: of "shapes", of "zeros", and a "number" of every other topic."""

    needs_a_cycle: str
    another_or_leave: str
    """Under a verdict: p asks again, esc leaves."""

    def question(self, *, symbol: str, right: int, asked: int) -> str:
        """The title over a question for an entry that is hidden in sight."""
        ...

    def title(self, *, topic: str, right: int, asked: int) -> str:
        """The title over another question, and over its verdict."""
        ...

    def verdict(self, *, answer: str, is_right: bool, right: int, asked: int) -> str:
        """What was said of an answer, and the score with it, which counts the answers on all screens."""
        ...

    def counted(self, *, symbol: str, answer: str, hint: str) -> str:
        """What is right for a shape or for a number of zeros, and why."""
        ...
