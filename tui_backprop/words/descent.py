"""What is said about gradient descent."""

from __future__ import annotations

from typing import Protocol


class DescentWords(Protocol):
    """What is said about gradient descent."""
