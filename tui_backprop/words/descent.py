"""What is said about gradient descent."""

from __future__ import annotations

from typing import Protocol

from tui_backprop.words.keys import KeyWords


class DescentWords(KeyWords, Protocol):
    """What is said about gradient descent."""
