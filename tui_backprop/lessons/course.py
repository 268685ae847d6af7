"""The lessons in their order."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui_backprop.lessons.step import Lesson
    from tui_backprop.words.lessons import LessonsWords

NAMES = (
    "derivative",
    "one_variable",
    "jacobian",
    "product",
    "descent",
    "forward",
    "layers",
    "backward",
    "training",
)
"""Each is a module beside this file, and an attribute of the words of the lessons."""


def lesson(name: str) -> Lesson:
    """The lesson of this name. The first one on the chain rule loads SciPy's differentiation: call it in a thread."""
    return import_module(f"tui_backprop.lessons.{name}").LESSON


def counts() -> dict[str, int]:
    """How many steps each lesson has. It loads them all: call it in a thread."""
    return {name: len(lesson(name).steps) for name in NAMES}


def title(words: LessonsWords, name: str) -> str:
    """What a lesson is called."""
    return str(getattr(words, name).title)
