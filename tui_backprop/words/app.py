"""What every screen says: tabs, dialogs, notices, the palette."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from tui_backprop.words.keys import KeyWords


class AppWords(KeyWords, Protocol):
    """What every screen says: tabs, dialogs, notices, the palette."""

    screens: Mapping[str, str]
    """The names of the main screens by their ids."""

    key_names: Mapping[str, str]
    """Names of keys that the language calls otherwise than their tables do."""

    take_or_cancel: str
    """Under a question: which keys take the answer and which cancel."""

    keys_title: str
    """Over the list of keys."""

    help_hint: str
    """Under the help."""

    palette_title: str
    """Over the palette."""

    palette_hint: str
    """In the empty line of the palette."""

    search_hint: str
    """In the empty line in which keys are searched."""

    theme_title: str
    """Over the list of themes, and in the palette."""

    running_sum: str
    """Before the sums of the first, the first two, … terms of a sum."""

    no_value: str
    """In the place of a number that there is not, such as the derivative at a kink."""

    language_title: str
    """In the palette, before the name of a language."""

    def how_to_leave(self, *, key: str) -> str:
        """After Ctrl+C, which copies and does not leave: the keys that leave; Ctrl+Q is one of them."""
        ...

    def labelled(self, *, label: str, text: str) -> str:
        """A text, what it is about before it."""
        ...

    def columns(self, *, first: int, last: int, all: int) -> str:
        """Which columns of a wide matrix are on show, in few signs."""
        ...

    def columns_by_line(self, *, lines: Sequence[tuple[int, int]]) -> str:
        """The first and the last column of each line of a row that takes several, in few signs."""
        ...

    def help_title(self, *, pane: str) -> str:
        """Over the help for a pane."""
        ...

    def key_note(self, *, key: str) -> str:
        """In the palette: which key does the same."""
        ...

    def preset_entry(self, *, screen: str, name: str) -> str:
        """In the palette: a preset of a screen."""
        ...

    def too_small(self, *, width: int, height: int) -> str:
        """The terminal is smaller than the screens need."""
        ...

    def learning_rate_out_of_range(self, *, rate: float) -> str:
        """A learning rate is not a number over 0."""
        ...

    def convention(self, *, transposed: bool) -> Sequence[str]:
        """Whether the screen shows J or, `transposed`, Jᵀ, where the article has it, and the key j; the longest first."""
        ...
