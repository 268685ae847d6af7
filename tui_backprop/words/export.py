"""What is said about what is taken along: the clipboard, files, pictures."""

from __future__ import annotations

from typing import Protocol


class ExportWords(Protocol):
    """What is said about what is taken along: the clipboard, files, pictures."""

    copied: str
    """The title of the notice with a text that is on the clipboard."""

    sent_title: str
    sent: str
    """Over a text that was sent to the terminal's clipboard, and nobody knows whether it has arrived."""

    close: str
    """Under a text that is shown: which key closes it."""
