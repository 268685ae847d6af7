"""Lesson 1: the derivative as a limit (1.1)."""

from __future__ import annotations

import sys
from dataclasses import replace
from math import log10

from tui_backprop.explain.cell import Cell
from tui_backprop.explain.typeset import expression, power_of_ten
from tui_backprop.lessons.conditions import pane_is, x_reaches
from tui_backprop.lessons.facts import chain_at, told
from tui_backprop.lessons.places import ChainPlace
from tui_backprop.lessons.questions import Choice, Number
from tui_backprop.lessons.step import Lesson, Names, Step
from tui_backprop.training.chain.study import ChainStudy, Pair
from tui_backprop.words.lessons import LessonsWords, StepText

SLOPE = Pair("f", 0, 0)
CELL = Cell(*SLOPE)
AT_HALF = replace(ChainStudy.of_preset("one-variable"), pair=SLOPE)
AT_ONE = AT_HALF.at((1.0,))
MOVED = AT_HALF.moved(1)
KINK = ChainStudy("sqrt(x1**2)", "y1", (0.0,), (0.0,), pair=SLOPE)
SIDE = 0.1
"""The h of the comparison of both sides."""


def _f(study: ChainStudy, x: float) -> float:
    return float(chain_at(study).f.value([x])[0])


def _x(study: ChainStudy) -> float:
    return study.x[0]


def _quotient(study: ChainStudy, h: float) -> float:
    """The quotient in (1.1) for an h of either sign."""
    return (_f(study, _x(study) + h) - _f(study, _x(study))) / h


def _slope(study: ChainStudy) -> float:
    return float(chain_at(study).point.jt_f[0, 0])


def _rows(study: ChainStudy) -> list[tuple[float, float, float]]:
    """h, quotient and error for h = 1, 0.1, 0.01, … down to 1e-16: the right-hand side of the screen's table."""
    rows: list[tuple[float, float, float]] = []
    for power in range(17):
        h = float(f"1e-{power}")
        quotient = _quotient(study, h)
        rows.append((h, quotient, abs(quotient - _slope(study))))
    return rows


def _h(h: float) -> str:
    return power_of_ten(round(log10(h)))


def _formula(study: ChainStudy) -> str:
    return expression(study.f)


def _table(words: LessonsWords, names: Names) -> StepText:
    return words.derivative.table(
        f=_formula(AT_HALF), x=told(_x(AT_HALF)), key=names.key("pane.next"), pane=names.pane("limit")
    )


def _quotient_text(words: LessonsWords, names: Names) -> StepText:
    h, x = _rows(AT_HALF)[0][0], _x(AT_HALF)
    return words.derivative.quotient(
        h=told(h),
        x=told(x),
        there=told(x + h),
        low=told(_f(AT_HALF, x)),
        high=told(_f(AT_HALF, x + h)),
    )


def _limit(words: LessonsWords, names: Names) -> StepText:
    return words.derivative.limit(
        exact=told(_slope(AT_HALF)), first=told(_rows(AT_HALF)[0][1]), value=told(_f(AT_HALF, _x(AT_HALF)))
    )


def _another_point(words: LessonsWords, names: Names) -> StepText:
    return words.derivative.another_point(
        key=names.key("chain.x.forward"),
        x=told(_x(MOVED)),
        slope=f"f′(x₁) = {expression(chain_at(MOVED).point.jt_f_texts[0][0])}",
    )


def _both_sides(words: LessonsWords, names: Names) -> StepText:
    x = _x(AT_HALF)
    return words.derivative.both_sides(
        f=_formula(AT_HALF),
        x=told(x),
        h=told(-SIDE),
        there=told(x - SIDE),
        above=told(_quotient(AT_HALF, SIDE)),
    )


def _kink(words: LessonsWords, names: Names) -> StepText:
    return words.derivative.kink(f=_formula(KINK), right=told(_quotient(KINK, SIDE)), left=told(_quotient(KINK, -SIDE)))


def _order(words: LessonsWords, names: Names) -> StepText:
    (h, _, error), (smaller, _, less) = _rows(AT_ONE)[1:3]
    return words.derivative.order(
        key=names.key("pane.next"),
        pane=names.pane("chart"),
        table=names.pane("limit"),
        h=told(h),
        error=told(error, 3),
        smaller=told(smaller),
        times=told(error / less, 2),
        more=told((error / less) ** 2, 2),
    )


def _rounding(words: LessonsWords, names: Names) -> StepText:
    h, quotient, _ = _rows(AT_ONE)[-1]
    return words.derivative.rounding(
        h=_h(h),
        x=told(_x(AT_ONE)),
        quotient=told(quotient),
        exact=told(_slope(AT_ONE)),
        digits=told(round(-log10(sys.float_info.epsilon))),
    )


def _best(words: LessonsWords, names: Names) -> StepText:
    rows, limit = _rows(AT_ONE), chain_at(AT_ONE).limit
    assert limit is not None
    assert limit.best is not None
    return words.derivative.best(best=_h(limit.best.h), large=_h(rows[1][0]), small=_h(rows[-1][0]))


LESSON = Lesson(
    "derivative",
    (
        Step("table", ChainPlace(AT_HALF, cell=CELL), _table, ("pane.next",), pane_is("limit")),
        Step(
            "quotient",
            ChainPlace(AT_HALF, "limit", CELL),
            _quotient_text,
            question=Number(lambda: _quotient(AT_HALF, _rows(AT_HALF)[0][0])),
        ),
        Step("limit", ChainPlace(AT_HALF, "limit", CELL), _limit, question=Choice(3)),
        Step(
            "another_point",
            ChainPlace(AT_HALF, "limit", CELL),
            _another_point,
            ("chain.x.forward",),
            x_reaches(0, _x(MOVED)),
            Number(lambda: _slope(MOVED)),
        ),
        Step(
            "both_sides",
            ChainPlace(AT_HALF, "limit", CELL),
            _both_sides,
            question=Number(lambda: _quotient(AT_HALF, -SIDE)),
        ),
        Step("kink", ChainPlace(KINK, "limit", CELL), _kink, question=Choice(3)),
        Step("order", ChainPlace(AT_ONE, "limit", CELL), _order, ("pane.next",), pane_is("chart"), Choice(3)),
        Step("rounding", ChainPlace(AT_ONE, "limit", CELL, end=True), _rounding, question=Choice(3)),
        Step("best", ChainPlace(AT_ONE, "limit", CELL, end=True), _best, question=Choice(3)),
    ),
)
