"""Words in another dress: every text that a language gives goes through one function on its way out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from functools import partial
from typing import Any

Dress = Callable[[str], str]


class Dressed:
    """All sentences of a language, or those of one subject, each put through `dress`."""

    def __init__(self, words: Any, dress: Dress) -> None:
        self._words = words
        self._dress = dress

    def __getattr__(self, name: str) -> Any:
        return dressed(getattr(self._words, name), self._dress)


def dressed(value: Any, dress: Dress) -> Any:
    """A text dressed; a list, a mapping, a frozen dataclass or a method of texts with its texts dressed; numbers as they are."""
    if isinstance(value, str):
        return dress(value)
    if isinstance(value, int | float | None):
        return value
    if isinstance(value, Mapping):
        return {key: dressed(entry, dress) for key, entry in value.items()}
    if isinstance(value, tuple | list):
        return type(value)(dressed(entry, dress) for entry in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{field.name: dressed(getattr(value, field.name), dress) for field in fields(value)})
    if callable(value):
        return partial(_say, value, dress)
    return Dressed(value, dress)


def _say(sentence: Callable[..., Any], dress: Dress, /, **named: Any) -> Any:
    return dressed(sentence(**named), dress)
