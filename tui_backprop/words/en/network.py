"""What is said about the network. English."""

from __future__ import annotations

from tui_backprop.words.network import NetworkWords


class EnglishNetwork(NetworkWords):
    """What is said about the network."""
