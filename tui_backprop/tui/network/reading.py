"""What is typed in the dialogs of the network screen."""

from __future__ import annotations

import math
import re

from tui_backprop.explain.typeset import count
from tui_backprop.training.network.condition import Condition
from tui_backprop.training.network.search import AllRight, Saturated, SumBelow
from tui_backprop.words import words

FARTHEST = 10**12
_CYCLE, _ITERATION = ("cycle", "c"), ("iteration", "i")


def read_cycle(text: str, samples: int) -> int:
    """The last cycle of the iteration "12,345", or the cycle of "c 49379". Raises ValueError with one sentence."""
    said = words().network_screen
    digits = text.strip().lower().replace(",", "").replace("_", "").replace(" ", "")
    cycle = digits.startswith("c")
    for name in _CYCLE if cycle else _ITERATION:
        digits = digits.removeprefix(name)
    if not (digits.isascii() and digits.isdigit()):
        raise ValueError(said.no_place(text=text.strip()))
    found = int(digits[:30]) * (1 if cycle else samples)
    if found > FARTHEST:
        raise ValueError(said.too_far(cycle=count(FARTHEST)))
    return found


def read_moment(text: str, samples: int) -> int | Condition:
    """Where to go: a cycle as `read_cycle` gives it, or the condition of "E < 0.05", "all right" or "saturated".

    Raises ValueError with one sentence.
    """
    said = words().network_screen
    wish = " ".join(text.strip().lower().split())
    if below := re.fullmatch(r"(?:σ|Σ|sum ?)?e ?< ?(\S+)", wish):
        error = read_number(below[1])
        if not (math.isfinite(error) and error > 0):
            raise ValueError(said.no_target(text=below[1]))
        return SumBelow(error)
    if wish in said.all_right:
        return AllRight()
    if wish in said.saturated_words:
        return Saturated()
    return read_cycle(text, samples)


def read_number(text: str) -> float:
    """The number that a text writes. Raises ValueError with one sentence."""
    try:
        return float(text.strip().replace("−", "-"))
    except ValueError:
        raise ValueError(words().network_screen.no_number(text=text.strip())) from None


def read_learning_rate(text: str) -> float:
    """The learning rate that a text writes. Raises ValueError with one sentence."""
    learning_rate = read_number(text)
    if not (math.isfinite(learning_rate) and learning_rate > 0):
        raise ValueError(words().network_screen.no_learning_rate(text=text.strip()))
    return learning_rate
