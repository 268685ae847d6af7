"""Lesson 5: descent (3.1)-(3.8), the misprint in (3.7), a learning rate that is too large, a bad start."""

from __future__ import annotations

from math import sqrt

from tui_backprop.calculus.descent.descent import GAUGE_LIMIT
from tui_backprop.explain.typeset import expression
from tui_backprop.lessons.conditions import alpha_reaches, point_reached
from tui_backprop.lessons.facts import descent_at, told
from tui_backprop.lessons.places import DescentPlace
from tui_backprop.lessons.questions import Choice, Number
from tui_backprop.lessons.step import Lesson, Names, Step
from tui_backprop.training.descent.recipe import DescentRecipe
from tui_backprop.words.lessons import LessonsWords, StepText

F = "(x1*x2 - 3)**2 + 1"
"""The function of (3.1), but not as the preset: its notes on the screen would tell what the reader is to find."""

ARTICLE = DescentRecipe(F)
TOO_LARGE = DescentRecipe(F, alpha=0.17)
SADDLE = DescentRecipe(F, start=(1.0, -1.0))
NEARLY = DescentRecipe(F, alpha=0.1)
SETTLED = 20
"""The point of NEARLY at which it has all but come to the lowest place, so that the gauge shows the curvature there."""

RAISED = 0.2
"""The next learning rate over that of NEARLY, which one press of a key gives."""

STEP = "descent.step.forward"
TEN = "descent.ten.forward"
HUNDRED = "descent.hundred.forward"
ARRIVED, JUMPING, RESTING = 100, 20, 300
"""Multiples of 10 and of 100, to which those keys lead."""


def _f(k: int, recipe: DescentRecipe = ARTICLE) -> float:
    return descent_at(recipe, k).point.f


def _x(k: int, recipe: DescentRecipe = ARTICLE) -> tuple[float, float]:
    x1, x2 = descent_at(recipe, k).point.x.tolist()
    return x1, x2


def _slope(k: int) -> float:
    return float(descent_at(ARTICLE, k).point.J[0])


def _lowest() -> tuple[float, float]:
    """One of the points where x₁x₂ = 3, at which the article's f is least."""
    return sqrt(3), sqrt(3)


def _curvature() -> float:
    """The largest curvature there."""
    surface = ARTICLE.surface
    (h11, h12), (_, h22) = surface.hessian(_lowest()).tolist()
    return (h11 + h22) / 2 + sqrt(((h11 - h22) / 2) ** 2 + h12**2)


def _printed() -> tuple[float, float, float]:
    """What (3.7) and (3.8) print: J without its factor 2, and where that leads to: J, x₁ and f."""
    slope = _slope(2) / 2
    x1 = _x(2)[0] - ARTICLE.alpha * slope
    return slope, x1, ARTICLE.surface.value((x1, x1))


def _formula() -> str:
    return expression(str(ARTICLE.surface.derivatives[0]))


def _value(words: LessonsWords, names: Names) -> StepText:
    x1, x2 = ARTICLE.start
    return words.descent.value(f=expression(ARTICLE.surface.text), x1=told(x1), x2=told(x2))


def _gradient(words: LessonsWords, names: Names) -> StepText:
    x1, x2 = ARTICLE.start
    return words.descent.gradient(formula=_formula(), x1=told(x1), x2=told(x2))


def _rule(words: LessonsWords, names: Names) -> StepText:
    return words.descent.rule(x=told(_x(1)[0]), alpha=told(ARTICLE.alpha), slope=told(_slope(1)))


def _step(words: LessonsWords, names: Names) -> StepText:
    return words.descent.step(key=names.key(STEP), before=told(_f(1)), after=told(_f(2), 9))


def _misprint(words: LessonsWords, names: Names) -> StepText:
    return words.descent.misprint(printed=told(_printed()[0], 7), x=told(_x(2)[0]), formula=_formula())


def _cause(words: LessonsWords, names: Names) -> StepText:
    printed, right = _printed()[0], _slope(2)
    return words.descent.cause(printed=told(printed, 7), right=told(right, 7), ratio=told(right / printed))


def _third(words: LessonsWords, names: Names) -> StepText:
    _, printed_x, printed_f = _printed()
    return words.descent.third(
        key=names.key(STEP),
        right=told(_f(3), 11),
        printed=told(printed_f, 11),
        before=told(_f(2), 11),
        printed_x=told(printed_x, 9),
    )


def _arrive(words: LessonsWords, names: Names) -> StepText:
    x1, x2 = _x(ARRIVED + 2)
    return words.descent.arrive(key=names.key(HUNDRED), k=told(ARRIVED), x1=told(x1, 4), x2=told(x2, 4))


def _gauge(words: LessonsWords, names: Names) -> StepText:
    return words.descent.gauge(
        key=names.key("rate.up"), alpha=told(RAISED), curvature=told(_curvature()), limit=told(GAUGE_LIMIT)
    )


def _too_large(words: LessonsWords, names: Names) -> StepText:
    x1, x2 = TOO_LARGE.start
    return words.descent.too_large(
        key=names.key(TEN),
        x1=told(x1),
        x2=told(x2),
        alpha=told(TOO_LARGE.alpha),
        gauge=told(TOO_LARGE.alpha * _curvature(), 3),
        lowest=told(ARTICLE.surface.value(_lowest()), 3),
    )


def _saddle(words: LessonsWords, names: Names) -> StepText:
    x1, x2 = SADDLE.start
    return words.descent.saddle(
        key=names.key(HUNDRED),
        x1=told(x1),
        x2=told(x2),
        f=told(_f(RESTING, SADDLE)),
        lowest=told(ARTICLE.surface.value(_lowest()), 3),
    )


LESSON = Lesson(
    "descent",
    (
        Step("value", DescentPlace(ARTICLE), _value, question=Number(lambda: _f(1))),
        Step("gradient", DescentPlace(ARTICLE), _gradient, question=Number(lambda: _slope(1))),
        Step("rule", DescentPlace(ARTICLE), _rule, question=Number(lambda: _x(2)[0])),
        Step("step", DescentPlace(ARTICLE), _step, (STEP,), point_reached(2)),
        Step("misprint", DescentPlace(ARTICLE, 2), _misprint, question=Number(lambda: _slope(2), 1e-4)),
        Step("cause", DescentPlace(ARTICLE, 2), _cause, question=Choice(3)),
        Step("third", DescentPlace(ARTICLE, 2), _third, (STEP,), point_reached(3), Choice(3)),
        Step(
            "arrive",
            DescentPlace(ARTICLE, 3),
            _arrive,
            (HUNDRED,),
            point_reached(ARRIVED),
            Number(lambda: _f(ARRIVED)),
        ),
        Step(
            "gauge",
            DescentPlace(NEARLY, SETTLED, pane="gauge"),
            _gauge,
            ("rate.up",),
            alpha_reaches(RAISED),
            Number(lambda: RAISED * _curvature()),
        ),
        Step("too_large", DescentPlace(TOO_LARGE), _too_large, (TEN,), point_reached(JUMPING), Choice(3)),
        Step("saddle", DescentPlace(SADDLE), _saddle, (HUNDRED,), point_reached(RESTING), Choice(3)),
    ),
)
