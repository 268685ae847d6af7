"""What is said about the chain rule."""

from __future__ import annotations

from typing import Protocol

from tui_backprop.words.keys import KeyWords


class ChainWords(KeyWords, Protocol):
    """What is said about the chain rule."""
