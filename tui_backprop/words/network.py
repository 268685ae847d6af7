"""What is said about the network."""

from __future__ import annotations

from typing import Protocol

from tui_backprop.words.keys import KeyWords


class NetworkWords(KeyWords, Protocol):
    """What is said about the network."""
