"""What is said about the network."""

from __future__ import annotations

from typing import Protocol


class NetworkWords(Protocol):
    """What is said about the network."""
