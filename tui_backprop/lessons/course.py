"""The lessons in their order."""

from __future__ import annotations

from importlib import import_module

from tui_backprop.lessons.step import Lesson

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
