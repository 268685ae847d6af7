"""What is said about exercises that are asked on the screens. English."""

from __future__ import annotations

from collections.abc import Mapping

from tui_backprop.words.practice import PracticeWords


class EnglishPractice(PracticeWords):
    """What is said about exercises that are asked on the screens."""

    choose = "Practise"
    topics: Mapping[str, str] = {
        "entries": "hidden entries of this cycle",
        "shapes": "shapes of the matrices",
        "zeros": "zeros by structure",
        "jacobians": "entries of each Jacobian",
        "products": "partial products",
        "gradients": "gradients",
        "updates": "updates of the parameters",
        "descent": "steps of a descent",
        "chain": "entries of the chain rule",
    }
    how: Mapping[str, str] = {
        "shapes": "rows and columns, such as 3x7",
        "zeros": "a whole number",
        "number": "three digits are enough",
    }
    needs_a_cycle = "To practise on the numbers of a cycle, it has to be whole and at rest: → takes one."
    another_or_leave = "p: another · esc: leave"

    def question(self, *, symbol: str, right: int, asked: int) -> str:
        return f"Practice: {symbol} = ?" + (f" ({right} of {asked} right)" if asked else "")

    def title(self, *, topic: str, right: int, asked: int) -> str:
        return f"Practice: {topic}" + (f" ({right} of {asked} right)" if asked else "")

    def verdict(self, *, answer: str, is_right: bool, right: int, asked: int) -> str:
        verdict = "right" if is_right else "not right: the working is below"
        return f"{answer} is {verdict}. So far, on all screens: {right} of {asked}; p asks again."

    def counted(self, *, symbol: str, answer: str, hint: str) -> str:
        return f"{symbol}: {answer}; {hint}"
