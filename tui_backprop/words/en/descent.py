"""What is said about gradient descent. English."""

from __future__ import annotations

from tui_backprop.words.descent import DescentWords


class EnglishDescent(DescentWords):
    """What is said about gradient descent."""
