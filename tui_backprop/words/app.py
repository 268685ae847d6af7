"""What every screen says: tabs, dialogs, notices, the palette."""

from __future__ import annotations

from typing import Protocol


class AppWords(Protocol):
    """What every screen says: tabs, dialogs, notices, the palette."""
