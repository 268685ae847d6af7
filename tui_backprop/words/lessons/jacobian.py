"""Lesson 3, vector functions and their Jacobians."""

from __future__ import annotations

from typing import Protocol

from tui_backprop.words.lessons.step_text import StepText


class JacobianWords(Protocol):
    """Vector functions and Jᵀ (2.1), (2.2), example 2.2: one method for each step."""

    title: str

    def vector(self, *, inputs: str, outputs: str, first: str, second: str, formula: str) -> StepText: ...

    def coordinate(self, *, choose: str, move: str, x: str, all: str) -> StepText: ...

    def count(self, *, inputs: str, outputs: str) -> StepText: ...

    def entry(self, *, symbol: str) -> StepText: ...

    def value(self, *, symbol: str, output: str, formula: str, first: str, second: str) -> StepText: ...

    def row(self) -> StepText: ...

    def symbols(self, *, key: str, pane: str, symbol: str, right: str, other: str, another: str) -> StepText: ...

    def flip(self, *, key: str) -> StepText: ...

    def misprint(self, *, printed: str, right: str, other: str) -> StepText: ...
