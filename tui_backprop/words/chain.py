"""What is said about the chain rule."""

from __future__ import annotations

from typing import Protocol


class ChainWords(Protocol):
    """What is said about the chain rule."""
