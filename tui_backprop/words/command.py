"""What the command line says."""

from __future__ import annotations

from typing import Protocol


class CommandWords(Protocol):
    """What the command line says."""

    wide_terminal: str
    """The question, with room for the answer yes or no, whether to write in ASCII where θ is drawn two cells wide."""
