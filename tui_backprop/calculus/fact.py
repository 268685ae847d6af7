"""What there is to say, in no language: a code and what goes into the sentence. Words makes the sentence of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Fact:
    """Something to be said about `subject`: `code` names the method of its words, `values` are the method's arguments."""

    subject: str
    code: str
    values: Mapping[str, object]


def fact(subject: str, code: str, /, **values: object) -> Fact:
    """The fact `code` of `subject` with these values. A test compares every call with the words of each language."""
    return Fact(subject, code, values)


class InputError(ValueError):
    """What was wished for is out of range, or is no text of the kind that was asked for. `fact` says what is wrong."""

    def __init__(self, subject: str, code: str, /, **values: object) -> None:
        self.fact = Fact(subject, code, values)
        super().__init__(f"{code}: {', '.join(f'{name}={value!r}' for name, value in values.items())}")
