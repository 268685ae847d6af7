"""What the command line says."""

from __future__ import annotations

from typing import Protocol


class CommandWords(Protocol):
    """What the command line says."""
