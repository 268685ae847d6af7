"""Lesson 9, training, the decision map, several starts."""

from __future__ import annotations

from typing import Protocol

from tui_backprop.words.lessons.step_text import StepText


class TrainingWords(Protocol):
    """Training, the decision map, several starts (section 3.4): one method for each step."""

    title: str

    def iteration(self, *, key: str) -> StepText: ...

    def report(self, *, key: str, iterations: str, before: str) -> StepText: ...

    def right(self, *, half: str, samples: str) -> StepText: ...

    def map(self, *, key: str, pane: str) -> StepText: ...

    def stuck(self, *, hidden: str, key: str, iterations: str, wrong: str) -> StepText: ...

    def another_start(self, *, key: str, seed: str) -> StepText: ...

    def again(self, *, key: str, samples: str) -> StepText: ...

    def several(self, *, key: str, pane: str, few: str, starts: str, solved: str, more: str, all: str) -> StepText: ...
