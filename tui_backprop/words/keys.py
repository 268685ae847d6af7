"""What is said about keys."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True)
class KeyText:
    """What a key does: `help` in a full sentence, `footer` in the short word of the footer, empty where it has none."""

    help: str
    footer: str = ""


class KeyWords(Protocol):
    """The texts of one table of keys."""

    keys: Mapping[str, KeyText]
    """The texts by the ids of the keys."""

    groups: Mapping[str, str]
    """The titles of the groups by their ids."""
