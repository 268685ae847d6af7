"""What the tests of the lessons share: every step, and names of keys and panes without a screen."""

from __future__ import annotations

from importlib import import_module

import pytest

from tui_backprop.lessons import course
from tui_backprop.words.lessons import LessonsWords


class PlainNames:
    """Keys and panes by their ids."""

    def key(self, id: str) -> str:
        return id

    def pane(self, id: str) -> str:
        return id


def lessons_in(language: str) -> LessonsWords:
    return import_module(f"tui_backprop.words.{language}.lessons").LESSONS


STEPS = [
    pytest.param(name, step, id=f"{name}-{step.name}") for name in course.NAMES for step in course.lesson(name).steps
]
