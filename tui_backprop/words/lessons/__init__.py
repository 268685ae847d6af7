"""What the lessons and their panel say; each lesson has a protocol of its own.

A lesson's class has one method for each of its steps, by the step's name: what it is given are numbers, formulas, names of
keys and panes, all of them worked out by the lesson, so that no text has a figure of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from tui_backprop.words.lessons.step_text import StepText

if TYPE_CHECKING:
    from tui_backprop.words.lessons.backward import BackwardWords
    from tui_backprop.words.lessons.derivative import DerivativeWords
    from tui_backprop.words.lessons.descent import DescentLessonWords
    from tui_backprop.words.lessons.forward import ForwardWords
    from tui_backprop.words.lessons.jacobian import JacobianWords
    from tui_backprop.words.lessons.layers import LayersWords
    from tui_backprop.words.lessons.one_variable import OneVariableWords
    from tui_backprop.words.lessons.panel import PanelWords
    from tui_backprop.words.lessons.product import ProductWords
    from tui_backprop.words.lessons.training import TrainingWords

__all__ = ["LessonsWords", "StepText"]


class LessonsWords(Protocol):
    """What the lessons and their panel say."""

    @property
    def panel(self) -> PanelWords:
        """What stands around the steps."""
        ...

    @property
    def derivative(self) -> DerivativeWords:
        """Lesson 1."""
        ...

    @property
    def one_variable(self) -> OneVariableWords:
        """Lesson 2."""
        ...

    @property
    def jacobian(self) -> JacobianWords:
        """Lesson 3."""
        ...

    @property
    def product(self) -> ProductWords:
        """Lesson 4."""
        ...

    @property
    def descent(self) -> DescentLessonWords:
        """Lesson 5."""
        ...

    @property
    def forward(self) -> ForwardWords:
        """Lesson 6."""
        ...

    @property
    def layers(self) -> LayersWords:
        """Lesson 7."""
        ...

    @property
    def backward(self) -> BackwardWords:
        """Lesson 8."""
        ...

    @property
    def training(self) -> TrainingWords:
        """Lesson 9."""
        ...
