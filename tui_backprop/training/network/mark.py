"""A moment of a run to come back to."""

from __future__ import annotations

from typing import NamedTuple

from tui_backprop.calculus.fact import InputError
from tui_backprop.calculus.network.quantities import Phase

MOST_MARKS = 99
LONGEST_NAME = 40


class Mark(NamedTuple):
    """Cycle `cycle`, of which the phases up to `phase` have been taken, under a name that a person gave it."""

    name: str
    cycle: int
    phase: Phase

    @property
    def whole_cycle(self) -> int:
        """The last cycle whose update has been taken there."""
        return self.cycle if self.phase.is_whole else self.cycle - 1


def mark_name(text: str) -> str:
    """The name as it is kept: in one line, and without the signs that a terminal does not print.

    Raises InputError where nothing is left of it, or more than 40 characters.
    """
    name = "".join(character for character in " ".join(text.split()) if character.isprintable())
    if not name:
        raise InputError("runs", "no_mark_name")
    if len(name) > LONGEST_NAME:
        raise InputError("runs", "long_mark_name", length=len(name), most=LONGEST_NAME)
    return name
