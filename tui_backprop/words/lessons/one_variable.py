"""Lesson 2, the chain rule for one variable."""

from __future__ import annotations

from typing import Protocol

from tui_backprop.words.lessons.step_text import StepText


class OneVariableWords(Protocol):
    """The chain rule for one variable and its proof in numbers (1.2)-(1.5): one method for each step."""

    title: str

    def path(self, *, f: str, g: str, key: str, x: str) -> StepText: ...

    def inner(self) -> StepText: ...

    def where(self, *, g: str, x: str, y: str, at_y: str, at_x: str, value: str) -> StepText: ...

    def product(self, *, x: str, inner: str, outer: str) -> StepText: ...

    def rest(self, *, x: str, there: str, h: str, moved: str, straight: str) -> StepText: ...

    def vanishing(self, *, h: str, ratio: str, smaller: str, next_ratio: str) -> StepText: ...

    def bound(self, *, h: str, good: str, slope: str, half: str) -> StepText: ...

    def leftovers(self, *, h: str, from_f: str, from_g: str, total: str) -> StepText: ...

    def check(self, *, key: str, pane: str, product: str) -> StepText: ...
