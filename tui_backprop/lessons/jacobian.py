"""Lesson 3: vector functions and Jᵀ (2.1), (2.2), example 2.2."""

from __future__ import annotations

from tui_backprop.explain.cell import Cell
from tui_backprop.explain.chain.notation import partial
from tui_backprop.explain.typeset import expression, indexed
from tui_backprop.lessons.conditions import flipped, pane_is, x_reaches
from tui_backprop.lessons.facts import chain_at, told
from tui_backprop.lessons.places import ChainPlace
from tui_backprop.lessons.questions import Choice, Number, Pointing
from tui_backprop.lessons.step import Lesson, Names, Step
from tui_backprop.training.chain.study import ChainStudy
from tui_backprop.words.lessons import LessonsWords, StepText

STUDY = ChainStudy.of_preset("example")
INPUTS, OUTPUTS = 2, 3
ENTRY = Cell("f", 0, 2)
NEGATIVE = Cell("f", 1, 1)
MOVED = STUDY.choosing(1).moved(1).x[1]
PLACE = ChainPlace(STUDY)


def _component(output: int) -> str:
    return expression(str(chain_at(STUDY).f.components[output]))


def _derivative(cell: Cell) -> str:
    return expression(chain_at(STUDY).point.jt_f_texts[cell.row][cell.column])


def _value(cell: Cell) -> float:
    return float(chain_at(STUDY).point.jt_f[cell.row, cell.column])


def _vector(words: LessonsWords, names: Names) -> StepText:
    first, second = STUDY.x
    return words.jacobian.vector(
        inputs=told(INPUTS),
        outputs=told(OUTPUTS),
        first=told(first),
        second=told(second),
        formula=_component(1),
    )


def _coordinate(words: LessonsWords, names: Names) -> StepText:
    return words.jacobian.coordinate(
        choose=names.key("chain.coordinate.forward"),
        move=names.key("chain.x.forward"),
        x=told(MOVED),
        all=told(OUTPUTS),
    )


def _count(words: LessonsWords, names: Names) -> StepText:
    return words.jacobian.count(inputs=told(INPUTS), outputs=told(OUTPUTS))


def _entry(words: LessonsWords, names: Names) -> StepText:
    return words.jacobian.entry(symbol=partial(*ENTRY))


def _value_text(words: LessonsWords, names: Names) -> StepText:
    first, second = STUDY.x
    return words.jacobian.value(
        symbol=partial(*NEGATIVE),
        output=indexed("y", NEGATIVE.column),
        formula=_component(NEGATIVE.column),
        first=told(first),
        second=told(second),
    )


def _symbols(words: LessonsWords, names: Names) -> StepText:
    return words.jacobian.symbols(
        key=names.key("chain.symbols"),
        pane=names.pane("symbols"),
        symbol=partial(*NEGATIVE),
        right=_derivative(NEGATIVE),
        other=_derivative(Cell("f", 0, 1)),
        another=_derivative(Cell("f", 1, 2)),
    )


def _flip(words: LessonsWords, names: Names) -> StepText:
    return words.jacobian.flip(key=names.key("flip"))


def _misprint(words: LessonsWords, names: Names) -> StepText:
    return words.jacobian.misprint(printed="∂z₁/∂z₁", right=partial("g", 1, 0), other=partial("g", 0, 1))


LESSON = Lesson(
    "jacobian",
    (
        Step("vector", PLACE, _vector, question=Number(lambda: float(chain_at(STUDY).point.y[1]))),
        Step(
            "coordinate",
            PLACE,
            _coordinate,
            ("chain.coordinate.forward", *["chain.x.forward"] * 3),
            x_reaches(1, MOVED),
            Choice(3),
        ),
        Step("count", PLACE, _count, question=Number(lambda: float(INPUTS * OUTPUTS))),
        Step("entry", ChainPlace(STUDY, cell=ENTRY._replace(column=0)), _entry, question=Pointing((ENTRY,))),
        Step("value", PLACE, _value_text, question=Number(lambda: _value(NEGATIVE))),
        Step("row", PLACE, lambda words, names: words.jacobian.row(), question=Choice(3)),
        Step("symbols", PLACE, _symbols, ("chain.symbols",), pane_is("symbols"), Choice(3)),
        Step("flip", PLACE, _flip, ("flip",), flipped, Number(lambda: float(OUTPUTS))),
        Step("misprint", PLACE, _misprint, question=Choice(3)),
    ),
)
