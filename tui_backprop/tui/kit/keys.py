"""Keys as data: a screen has one table, from which its bindings, its footer, its help and the palette are made."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from textual.binding import Binding, BindingType

from tui_backprop.tui.kit.typed import with_wide_keys
from tui_backprop.words import words
from tui_backprop.words.keys import KeyText, KeyWords


class Key(NamedTuple):
    """One thing that keys do: `keys` as Textual names them, `shown` as they are printed, `action` what they run.

    `group` is the id of the group that it stands in, `footer` whether the footer shows it, `priority` whether it goes before
    what a line that is typed into makes of the key.
    """

    id: str
    keys: str
    shown: str
    action: str
    group: str
    footer: bool = False
    priority: bool = False


PANE_KEYS = (
    Key("pane.next", "tab", "tab", "pane(1)", "look", footer=True),
    Key("pane.previous", "shift+tab", "shift+tab", "pane(-1)", "look"),
    Key("zoom", "z", "z", "zoom", "look"),
)
"""The keys of a screen with panes, the same on each."""


SCROLL_KEYS: list[BindingType] = [
    Binding("up", "scroll_up", show=False),
    Binding("down", "scroll_down", show=False),
    Binding("pageup", "page_up", show=False),
    Binding("pagedown", "page_down", show=False),
]
"""Of a scrolling widget's own keys those that it keeps: → ← home end are left to the screen."""


def printed(key: str) -> str:
    """The name by which a key is called in the language that is spoken, as its sentences call it."""
    return words().app.key_names.get(key, key)


class FooterKey(NamedTuple):
    """A key as the footer prints it."""

    shown: str
    word: str
    action: str


@dataclass(frozen=True)
class KeyTable:
    """The keys of one screen; `words` gives their texts in the language that is spoken.

    `by_focus` has the ids that the footer shows while a pane has the focus, by the id of the pane, and under "cell"
    those for a cell cursor, or under the name of a kind of cells that has keys of its own; a pane that it does not name
    gets the keys that are marked for the footer.
    """

    words: Callable[[], KeyWords]
    keys: tuple[Key, ...]
    by_focus: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def __iter__(self) -> Iterator[Key]:
        return iter(self.keys)

    def text(self, key: Key) -> KeyText:
        """What a key of this table does."""
        return self.words().keys[key.id]

    def group(self, key: Key) -> str:
        """The title of the group that a key of this table stands in."""
        return self.words().groups[key.group]

    def footer(self, focus: str, keymap: Mapping[str, str]) -> tuple[FooterKey, ...]:
        """What the footer shows while `focus` has the focus."""
        ids = self.by_focus.get(focus) or tuple(key.id for key in self.keys if key.footer)
        by_id = {key.id: key for key in self.keys}
        return tuple(
            FooterKey(
                printed(keymap.get(key.id, self._pair(key))), self.text(key).footer or self.text(key).help, key.action
            )
            for key in (by_id[one] for one in ids)
        )

    def bindings(self) -> list[Binding]:
        """The table as bindings; each has its id, by which a keymap gives it another key."""
        return [
            Binding(
                with_wide_keys(key.keys),
                key.action,
                self.text(key).footer or self.text(key).help,
                show=key.footer,
                key_display=self._pair(key),
                tooltip=self.text(key).help,
                id=key.id,
                priority=key.priority,
            )
            for key in self.keys
        ]

    def _pair(self, key: Key) -> str:
        """The keys as the footer prints them: a key that goes forward with the one that goes back."""
        back_id = key.id.replace(".forward", ".back")
        back = next((other.shown for other in self.keys if other.id == back_id != key.id), "")
        gap = " " if back == "←" else ""  # ←→ without a space is drawn as one sign by some fonts
        return f"{back}{gap}{key.shown}" if back else key.shown
