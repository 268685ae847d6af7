"""A step, and a lesson that is made of steps."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from tui_backprop.lessons.places import Place
from tui_backprop.lessons.questions import Question
from tui_backprop.lessons.seen import Condition
from tui_backprop.words.lessons import LessonsWords, StepText


class Names(Protocol):
    """What a text must ask the screens for: keys can be remapped, and panes are named by them."""

    def key(self, id: str) -> str:
        """The key that does what `id` names in the key tables, as the footer prints it."""
        ...

    def pane(self, id: str) -> str:
        """The name of a pane of the screen of the step."""
        ...


@dataclass(frozen=True)
class Step:
    """One thing to do, to answer, or both: first `done` has to hold, then the question has to be answered.

    `keys` are the ids of the keys that do it, to be pressed in turn, over and over, until it is done.
    `text` has SymPy loaded where it tells of the chain rule: call it in a thread.
    """

    name: str
    place: Place
    text: Callable[[LessonsWords, Names], StepText]
    keys: tuple[str, ...] = ()
    done: Condition | None = None
    question: Question | None = None

    def __post_init__(self) -> None:
        if self.done is None and self.question is None:
            raise ValueError(f"the step {self.name} has neither something to do nor a question")
        if (self.done is None) != (not self.keys):
            raise ValueError(f"the step {self.name} needs keys for what is to be done, and only for that")


@dataclass(frozen=True)
class Lesson:
    """Steps in their order, under a name that is kept with the progress."""

    name: str
    steps: tuple[Step, ...]
