"""Other keys for the actions of every screen."""

from __future__ import annotations

from collections.abc import Iterable

from tui_backprop.calculus.fact import InputError
from tui_backprop.tui.chain.keys import CHAIN_KEYS
from tui_backprop.tui.descent.keys import DESCENT_KEYS
from tui_backprop.tui.kit.app_keys import APP_KEYS
from tui_backprop.tui.lessons.keys import LESSON_KEYS
from tui_backprop.tui.network.keys import KEYS
from tui_backprop.tui.starts.keys import STARTS_KEYS

TABLES = (KEYS, CHAIN_KEYS, DESCENT_KEYS, STARTS_KEYS, LESSON_KEYS, APP_KEYS)


def key_ids() -> set[str]:
    """The ids of the entries of all tables."""
    return {key.id for table in TABLES for key in table}


def keymap(wishes: Iterable[str]) -> dict[str, str]:
    """The keys that "run=p" and the like give to entries of the tables, by the entries' ids.

    Raises InputError for an unknown id or an empty key.
    """
    ids = key_ids()
    found: dict[str, str] = {}
    for wish in wishes:
        name, _, keys = wish.partition("=")
        if name not in ids or not keys:
            raise InputError("command", "no_key", wish=wish, ids=sorted(ids))
        found[name] = keys
    return found
