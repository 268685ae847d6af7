"""What every screen says: tabs, dialogs, notices, the palette. English."""

from __future__ import annotations

from tui_backprop.words.app import AppWords


class EnglishApp(AppWords):
    """What every screen says: tabs, dialogs, notices, the palette."""
