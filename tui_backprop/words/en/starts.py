"""What is said about many starts. English."""

from __future__ import annotations

from tui_backprop.words.starts import StartsWords


class EnglishStarts(StartsWords):
    """What is said about many starts."""
