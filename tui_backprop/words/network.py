"""What is said about the network."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from tui_backprop.words.keys import KeyWords


class NetworkWords(KeyWords, Protocol):
    """What is said about the network."""

    quantities: Mapping[str, str]
    """What each quantity is, by its code."""

    misprints: Mapping[str, str]
    """Where the article is misprinted, by the code of the quantity."""

    start: str
    update: str
    """The phases that have no symbol."""

    # --- what stops a run

    def target_reached(self, *, error: str, iteration: str) -> str:
        """The sum of E fell under the target in this iteration."""
        ...

    def diverged(self, *, cycle: str, cell: str, last: str) -> str:
        """The cycle leaves the finite numbers, in this entry first; the run ends at cycle `last`."""
        ...

    def nothing_to_undo(self) -> str:
        """There is no change to take back."""
        ...

    def nothing_to_redo(self) -> str:
        """There is no change to make again."""
        ...

    def convention(self, *, jacobian: str) -> str:
        """How matrices are to be read, `jacobian` being the index convention in symbols."""
        ...
