"""What is said about many starts."""

from __future__ import annotations

from typing import Protocol


class StartsWords(Protocol):
    """What is said about many starts."""
