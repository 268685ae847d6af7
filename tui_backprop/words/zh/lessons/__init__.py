"""What the lessons say. Chinese."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_backprop.words.later import Later
from tui_backprop.words.lessons import LessonsWords

if TYPE_CHECKING:
    from tui_backprop.words.zh.lessons.backward import ChineseBackward
    from tui_backprop.words.zh.lessons.derivative import ChineseDerivative
    from tui_backprop.words.zh.lessons.descent import ChineseDescentLesson
    from tui_backprop.words.zh.lessons.forward import ChineseForward
    from tui_backprop.words.zh.lessons.jacobian import ChineseJacobian
    from tui_backprop.words.zh.lessons.layers import ChineseLayers
    from tui_backprop.words.zh.lessons.one_variable import ChineseOneVariable
    from tui_backprop.words.zh.lessons.panel import ChinesePanel
    from tui_backprop.words.zh.lessons.product import ChineseProduct
    from tui_backprop.words.zh.lessons.training import ChineseTraining


class ChineseLessons(Later):
    """What the lessons and their panel say."""

    if TYPE_CHECKING:
        panel = ChinesePanel()
        derivative = ChineseDerivative()
        one_variable = ChineseOneVariable()
        jacobian = ChineseJacobian()
        product = ChineseProduct()
        descent = ChineseDescentLesson()
        forward = ChineseForward()
        layers = ChineseLayers()
        backward = ChineseBackward()
        training = ChineseTraining()


LESSONS: LessonsWords = ChineseLessons()
