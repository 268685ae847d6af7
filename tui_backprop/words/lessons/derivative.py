"""Lesson 1, the derivative as a limit."""

from __future__ import annotations

from typing import Protocol

from tui_backprop.words.lessons.step_text import StepText


class DerivativeWords(Protocol):
    """The derivative as a limit (1.1): one method for each step."""

    title: str

    def table(self, *, f: str, x: str, key: str, pane: str) -> StepText: ...

    def quotient(self, *, h: str, x: str, there: str, low: str, high: str) -> StepText: ...

    def limit(self, *, exact: str, first: str, value: str) -> StepText: ...

    def another_point(self, *, key: str, x: str, slope: str) -> StepText: ...

    def both_sides(self, *, f: str, x: str, h: str, there: str, above: str) -> StepText: ...

    def kink(self, *, f: str, right: str, left: str) -> StepText: ...

    def order(
        self, *, key: str, pane: str, table: str, h: str, error: str, smaller: str, times: str, more: str
    ) -> StepText: ...

    def rounding(self, *, h: str, x: str, quotient: str, exact: str, digits: str) -> StepText: ...

    def best(self, *, best: str, large: str, small: str) -> StepText: ...
