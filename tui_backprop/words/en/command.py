"""What the command line says. English."""

from __future__ import annotations

from tui_backprop.words.command import CommandWords


class EnglishCommand(CommandWords):
    """What the command line says."""
