"""What the worker tells the screen."""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message

from tui_backprop.training.network.notice import Notice
from tui_backprop.training.network.snapshot import Snapshot


@dataclass
class SnapshotReady(Message, bubble=False):
    """There is a newer snapshot to show."""

    snapshot: Snapshot

    def can_replace(self, message: Message) -> bool:
        """Only the newest snapshot counts."""
        return isinstance(message, SnapshotReady)


@dataclass
class Said(Message):
    """What stopped the run, or the error of a wish."""

    what: Notice | Exception


@dataclass
class Noted(Message):
    """Something that was done, in a sentence."""

    sentence: str
