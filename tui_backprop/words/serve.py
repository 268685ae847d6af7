"""What is said about the app in browsers."""

from __future__ import annotations

from typing import Protocol


class ServeWords(Protocol):
    """What is said about the app in browsers."""

    description: str
    """What `tui-backprop serve` does."""

    host: str
    port: str
    most: str
    """The options' help."""

    not_installed: str
    """What the command needs is not there."""

    full: str
    """To a visitor, where as many as may be are there."""

    elsewhere: str
    """To a page of another site that tries to reach the app."""

    def serving(self, *, address: str, most: int) -> str:
        """Where the app is to be seen."""
        ...

    def open_to_others(self, *, host: str) -> str:
        """The app can be reached from other computers."""
        ...

    def no_address(self, *, host: str, port: int, why: str) -> str:
        """The address cannot be served."""
        ...
