"""Lesson 4: the chain as a product (2.3)-(2.5)."""

from __future__ import annotations

from tui_backprop.explain.cell import Cell
from tui_backprop.explain.chain.notation import partial
from tui_backprop.explain.typeset import expression
from tui_backprop.lessons.conditions import flipped, x_reaches
from tui_backprop.lessons.facts import chain_at, told
from tui_backprop.lessons.places import ChainPlace
from tui_backprop.lessons.questions import Choice, Number, Pointing
from tui_backprop.lessons.step import Lesson, Names, Step
from tui_backprop.training.chain.study import ChainStudy
from tui_backprop.words.lessons import LessonsWords, StepText

EXAMPLE = ChainStudy.of_preset("example")
POLAR = ChainStudy.of_preset("polar")
LAYERS = ChainStudy.of_preset("layers")
FIRST = Cell("gf", 0, 0)
MOVED = EXAMPLE.moved(3).x[0]
FARTHER = POLAR.moved(3).x[0]


def _shape(rows: int, columns: int) -> str:
    return f"{rows}×{columns}"


def _shapes(words: LessonsWords, names: Names) -> StepText:
    point = chain_at(EXAMPLE).point
    (m, n), (_, q) = point.jt_f.shape, point.jt_g.shape
    return words.product.shapes(
        f=_shape(m, n), g=_shape(n, q), right=_shape(m, q), other=_shape(n, n), another=_shape(q, n)
    )


def _sources(words: LessonsWords, names: Names) -> StepText:
    return words.product.sources(symbol=partial(*FIRST))


def _sum(words: LessonsWords, names: Names) -> StepText:
    point = chain_at(EXAMPLE).point
    return words.product.sum(
        row=", ".join(told(value, 4) for value in point.jt_f[0].tolist()),
        column=", ".join(told(value, 4) for value in point.jt_g[:, 0].tolist()),
        symbol=partial(*FIRST),
    )


def _zeros(words: LessonsWords, names: Names) -> StepText:
    return words.product.zeros(g=expression(str(chain_at(EXAMPLE).g.components[1])))


def _confirmed(words: LessonsWords, names: Names) -> StepText:
    return words.product.confirmed(key=names.key("chain.x.forward"), x=told(MOVED))


def _order(words: LessonsWords, names: Names) -> StepText:
    return words.product.order(key=names.key("flip"))


def _polar(words: LessonsWords, names: Names) -> StepText:
    chain = chain_at(POLAR)
    return words.product.polar(
        f=expression(str(chain.f)),
        g=expression(str(chain.g.components[0])),
        key=names.key("chain.x.forward"),
        x=told(FARTHER),
        symbol=partial(*FIRST),
    )


def _layers(words: LessonsWords, names: Names) -> StepText:
    return words.product.layers(g=expression(str(chain_at(LAYERS).g.components[0])))


def _misprint(words: LessonsWords, names: Names) -> StepText:
    return words.product.misprint(right="∂yₙ", printed="∂xₘ", other="∂zₙ")


LESSON = Lesson(
    "product",
    (
        Step("shapes", ChainPlace(EXAMPLE), _shapes, question=Choice(3)),
        Step(
            "sources",
            ChainPlace(EXAMPLE, cell=FIRST._replace(column=1)),
            _sources,
            question=Pointing((FIRST,)),
        ),
        Step(
            "sum",
            ChainPlace(EXAMPLE, cell=FIRST),
            _sum,
            question=Number(lambda: float(chain_at(EXAMPLE).point.jt_gf[0, 0])),
        ),
        Step("zeros", ChainPlace(EXAMPLE), _zeros, question=Choice(3)),
        Step("confirmed", ChainPlace(EXAMPLE), _confirmed, ("chain.x.forward",), x_reaches(0, MOVED)),
        Step("order", ChainPlace(EXAMPLE), _order, ("flip",), flipped, Choice(3)),
        Step(
            "polar",
            ChainPlace(POLAR),
            _polar,
            ("chain.x.forward",),
            x_reaches(0, FARTHER),
            Number(lambda: float(chain_at(POLAR).point.jt_gf[0, 0])),
        ),
        Step(
            "layers",
            ChainPlace(LAYERS, cell=FIRST._replace(column=1)),
            _layers,
            question=Pointing((FIRST, FIRST._replace(row=1))),
        ),
        Step("misprint", ChainPlace(EXAMPLE), _misprint, question=Choice(3)),
    ),
)
