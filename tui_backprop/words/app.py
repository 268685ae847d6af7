"""What every screen says: tabs, dialogs, notices, the palette."""

from __future__ import annotations

from typing import Protocol


class AppWords(Protocol):
    """What every screen says: tabs, dialogs, notices, the palette."""

    def learning_rate_out_of_range(self, *, rate: float) -> str:
        """A learning rate is not a number over 0."""
        ...
