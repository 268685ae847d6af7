"""What is said about the chain rule. English."""

from __future__ import annotations

from tui_backprop.words.chain import ChainWords


class EnglishChain(ChainWords):
    """What is said about the chain rule."""
