"""What the lessons say. English."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_backprop.words.later import Later
from tui_backprop.words.lessons import LessonsWords

if TYPE_CHECKING:
    from tui_backprop.words.en.lessons.backward import EnglishBackward
    from tui_backprop.words.en.lessons.derivative import EnglishDerivative
    from tui_backprop.words.en.lessons.descent import EnglishDescentLesson
    from tui_backprop.words.en.lessons.forward import EnglishForward
    from tui_backprop.words.en.lessons.jacobian import EnglishJacobian
    from tui_backprop.words.en.lessons.layers import EnglishLayers
    from tui_backprop.words.en.lessons.one_variable import EnglishOneVariable
    from tui_backprop.words.en.lessons.panel import EnglishPanel
    from tui_backprop.words.en.lessons.product import EnglishProduct
    from tui_backprop.words.en.lessons.training import EnglishTraining


class EnglishLessons(Later):
    """What the lessons and their panel say."""

    if TYPE_CHECKING:
        panel = EnglishPanel()
        derivative = EnglishDerivative()
        one_variable = EnglishOneVariable()
        jacobian = EnglishJacobian()
        product = EnglishProduct()
        descent = EnglishDescentLesson()
        forward = EnglishForward()
        layers = EnglishLayers()
        backward = EnglishBackward()
        training = EnglishTraining()


LESSONS: LessonsWords = EnglishLessons()
