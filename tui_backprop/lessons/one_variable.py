"""Lesson 2: the chain rule for one variable, with its proof in numbers (1.2)-(1.5)."""

from __future__ import annotations

from tui_backprop.explain.cell import Cell
from tui_backprop.explain.typeset import expression
from tui_backprop.lessons.conditions import pane_is, x_reaches
from tui_backprop.lessons.facts import chain_at, told
from tui_backprop.lessons.places import ChainPlace
from tui_backprop.lessons.questions import Choice, Number, Pointing
from tui_backprop.lessons.step import Lesson, Names, Step
from tui_backprop.training.chain.study import ChainStudy
from tui_backprop.words.lessons import LessonsWords, StepText

AT_HALF = ChainStudy.of_preset("one-variable")
MOVED = AT_HALF.moved(1)
AT_ONE = AT_HALF.at((1.0,))
X = AT_ONE.x[0]
H, SMALLER = 0.1, 0.01


def _f(x: float) -> float:
    return float(chain_at(AT_ONE).f.value([x])[0])


def _g(y: float) -> float:
    return float(chain_at(AT_ONE).g.value([y])[0])


def _inner(study: ChainStudy) -> float:
    """f′(x)."""
    return float(chain_at(study).point.jt_f[0, 0])


def _outer(study: ChainStudy) -> float:
    """g′(y)."""
    return float(chain_at(study).point.jt_g[0, 0])


def _y(study: ChainStudy) -> float:
    return float(chain_at(study).point.y[0])


def _rest(h: float) -> float:
    """The o(x′ − x) of (1.3)."""
    return _f(X + h) - _f(X) - _inner(AT_ONE) * h


def _rest_of_g(h: float) -> float:
    """The o(f(x′) − f(x)) of (1.5)."""
    return _g(_f(X + h)) - _g(_f(X)) - _outer(AT_ONE) * (_f(X + h) - _f(X))


def _path(words: LessonsWords, names: Names) -> StepText:
    return words.one_variable.path(
        f=expression(AT_HALF.f), g=expression(AT_HALF.g), key=names.key("chain.x.forward"), x=told(MOVED.x[0])
    )


def _where(words: LessonsWords, names: Names) -> StepText:
    snapshot, x, y = chain_at(AT_HALF), AT_HALF.x[0], _y(AT_HALF)
    return words.one_variable.where(
        g=expression(AT_HALF.g),
        x=told(x),
        y=told(y),
        at_y=told(_outer(AT_HALF), 4),
        at_x=told(float(snapshot.g.jacobian([x])[0, 0]), 4),
        value=told(_g(y), 4),
    )


def _product(words: LessonsWords, names: Names) -> StepText:
    return words.one_variable.product(x=told(X), inner=told(_inner(AT_ONE)), outer=told(_outer(AT_ONE)))


def _rest_text(words: LessonsWords, names: Names) -> StepText:
    return words.one_variable.rest(
        x=told(X),
        there=told(X + H),
        h=told(H),
        moved=told(_f(X + H)),
        straight=told(_f(X) + _inner(AT_ONE) * H),
    )


def _vanishing(words: LessonsWords, names: Names) -> StepText:
    return words.one_variable.vanishing(
        h=told(H), ratio=told(_rest(H) / H, 3), smaller=told(SMALLER), next_ratio=told(_rest(SMALLER) / SMALLER, 3)
    )


def _bound(words: LessonsWords, names: Names) -> StepText:
    slope = _inner(AT_ONE)
    return words.one_variable.bound(
        h=told(H), good=told((_f(X + H) - _f(X)) / H, 3), slope=told(slope), half=told(slope / 2)
    )


def _leftovers(words: LessonsWords, names: Names) -> StepText:
    from_f, from_g = _outer(AT_ONE) * _rest(H), _rest_of_g(H)
    return words.one_variable.leftovers(
        h=told(H), from_f=told(from_f, 3), from_g=told(from_g, 3), total=told(from_f + from_g, 3)
    )


def _check(words: LessonsWords, names: Names) -> StepText:
    return words.one_variable.check(
        key=names.key("pane.next"), pane=names.pane("limit"), product=told(_inner(AT_ONE) * _outer(AT_ONE))
    )


LESSON = Lesson(
    "one_variable",
    (
        Step(
            "path",
            ChainPlace(AT_HALF),
            _path,
            ("chain.x.forward",),
            x_reaches(0, MOVED.x[0]),
            Number(lambda: _y(MOVED)),
        ),
        Step(
            "inner",
            ChainPlace(AT_HALF, cell=Cell("g", 0, 0)),
            lambda words, names: words.one_variable.inner(),
            question=Pointing((Cell("f", 0, 0),)),
        ),
        Step("where", ChainPlace(AT_HALF), _where, question=Choice(3)),
        Step("product", ChainPlace(AT_ONE), _product, question=Number(lambda: _inner(AT_ONE) * _outer(AT_ONE))),
        Step("rest", ChainPlace(AT_ONE), _rest_text, question=Number(lambda: _rest(H))),
        Step("vanishing", ChainPlace(AT_ONE), _vanishing, question=Choice(3)),
        Step("bound", ChainPlace(AT_ONE), _bound, question=Choice(3)),
        Step("leftovers", ChainPlace(AT_ONE), _leftovers, question=Choice(3)),
        Step(
            "check",
            ChainPlace(AT_ONE, cell=Cell("gf", 0, 0)),
            _check,
            ("pane.next",),
            pane_is("limit"),
        ),
    ),
)
