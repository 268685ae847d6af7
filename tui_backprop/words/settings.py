"""What is said about the settings file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol


class SettingsWords(Protocol):
    """What is said about the settings file."""

    description: str
    """What `tui-backprop settings` does."""

    nothing_chosen: str
    """In the place of a value that nobody has chosen."""

    def where(self, *, path: str, there: bool) -> str:
        """The file's place, and whether there is one."""
        ...

    def problem(self, *, path: str, line: int, why: str) -> str:
        """An entry of the file does not count."""
        ...

    def unreadable(self, *, why: str) -> str:
        """The file cannot be read."""
        ...

    def too_large(self, *, most: int) -> str:
        """The file is larger than a settings file may be."""
        ...

    def no_text(self) -> str:
        """The file is not UTF-8."""
        ...

    def no_toml(self, *, why: str) -> str:
        """The file is not TOML."""
        ...

    def no_entry(self, *, name: str, names: Sequence[str]) -> str:
        """There is no such setting."""
        ...

    def wrong_value(self, *, name: str, value: str, choices: Sequence[str | int]) -> str:
        """A setting has no such value; without choices any text is one."""
        ...

    def no_action(self, *, name: str, names: Sequence[str]) -> str:
        """The table of keys names an action that no screen has."""
        ...

    def keys_no_table(self, *, value: str) -> str:
        """The keys are not a table."""
        ...

    def no_key(self, *, name: str, value: str) -> str:
        """An action is given something that is no key."""
        ...

    def not_remembered(self, *, name: str, path: str) -> str:
        """The file is such that a choice cannot be written into it."""
        ...

    def not_written(self, *, path: str, why: str) -> str:
        """The file cannot be written."""
        ...
