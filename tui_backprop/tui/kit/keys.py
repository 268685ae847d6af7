"""Keys as data: a screen has one table, from which its bindings, its footer, its help and the palette are made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.binding import Binding


@dataclass(frozen=True)
class Key:
    """One thing that keys do: `keys` as Textual names them, `shown` as they are printed, `help` in a full sentence.

    `footer` is the short word in the footer, empty for none. `action` is the action of the network screen.
    """

    id: str
    keys: str
    shown: str
    action: str
    help: str
    group: str
    footer: str = ""


def bindings(keys: Sequence[Key]) -> list[Binding]:
    """A table as bindings; each has its id, by which a keymap gives it another key."""
    return [
        Binding(
            key.keys,
            key.action,
            key.footer or key.help,
            show=bool(key.footer),
            key_display=_pair(key, keys),
            tooltip=key.help,
            id=key.id,
        )
        for key in keys
    ]


def _pair(key: Key, keys: Sequence[Key]) -> str:
    """The keys as the footer prints them: a key that goes forward with the one that goes back."""
    back = next(
        (other.shown for other in keys if other.id != key.id and other.id == key.id.replace(".forward", ".back")), ""
    )
    gap = " " if back == "←" else ""  # ←→ without a space is drawn as one sign by some fonts
    return f"{back}{gap}{key.shown}" if back else key.shown
