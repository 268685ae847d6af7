"""What is said of a wrong answer: what is wrong with it, and the hint of the step. Nothing of a right one."""

from __future__ import annotations

from tui_backprop.lessons.questions import Verdict
from tui_backprop.words import words
from tui_backprop.words.lessons import StepText


def of_a_choice(chosen: int, text: StepText) -> str:
    """Choice number `chosen` of the text, from 0, of which the first is right."""
    return words().lessons.panel.both(text.reasons[chosen - 1], text.hint) if chosen else ""


def of_a_number(verdict: Verdict, text: StepText) -> str:
    """A number that was judged like this."""
    say = words().lessons.panel
    found = {
        Verdict.WRONG_SIGN: say.wrong_sign,
        Verdict.WRONG_POWER: say.wrong_power,
        Verdict.TOO_ROUGH: say.too_rough,
        Verdict.TOO_SMALL: say.too_small,
        Verdict.TOO_LARGE: say.too_large,
    }
    return say.both(found[verdict], text.hint) if verdict in found else ""


def of_a_cell(symbol: str | None, text: StepText) -> str:
    """A cell, as its screen writes it; None where the cursor is on none."""
    say = words().lessons.panel
    return say.point_first if symbol is None else say.both(say.pointed_at(symbol=symbol), text.hint)
