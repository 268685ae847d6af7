"""Lesson 4, the chain as a product of matrices."""

from __future__ import annotations

from typing import Protocol

from tui_backprop.words.lessons.step_text import StepText


class ProductWords(Protocol):
    """The chain as a product (2.3)-(2.5): one method for each step."""

    title: str

    def shapes(self, *, f: str, g: str, right: str, other: str, another: str) -> StepText: ...

    def sources(self, *, symbol: str) -> StepText: ...

    def sum(self, *, row: str, column: str, symbol: str) -> StepText: ...

    def zeros(self, *, g: str) -> StepText: ...

    def confirmed(self, *, key: str, x: str) -> StepText: ...

    def order(self, *, key: str) -> StepText: ...

    def polar(self, *, f: str, g: str, key: str, x: str, symbol: str) -> StepText: ...

    def layers(self, *, g: str) -> StepText: ...

    def misprint(self, *, right: str, printed: str, other: str) -> StepText: ...
