"""Lesson 7: a matrix as a row, and every Jacobian of the layers (3.13)-(3.27)."""

from __future__ import annotations

from tui_backprop.calculus.network.quantities import Phase
from tui_backprop.calculus.network.structure import structural_zeros
from tui_backprop.explain.cell import Cell
from tui_backprop.lessons.facts import symbol, told
from tui_backprop.lessons.forward import RECIPE, at, number
from tui_backprop.lessons.places import NetworkPlace
from tui_backprop.lessons.questions import Choice, Number, Pointing
from tui_backprop.lessons.step import Lesson, Names, Step
from tui_backprop.words.lessons import LessonsWords, StepText

ROWS, COLUMNS = 2, 3
"""The matrix of (3.13)."""

HIDDEN = RECIPE.hidden
WIDTH = RECIPE.inputs + 1
PLACED = Cell("theta1", 2, 1)
OWN_BIAS = Cell("jacobian_f1_theta1", 1, WIDTH)
WEIGHT = Cell("jacobian_f3_theta2", 0, 3)
PRINTED_BLOCKS, LISTED_BLOCKS = HIDDEN + 1, HIDDEN - 1
"""(3.19) has one block too many, the article's listing one too few."""


def _here(pane: str = "jacobians", cell: Cell | None = None, matrix: str = "") -> NetworkPlace:
    return NetworkPlace(RECIPE, at(Phase.UPDATE).cycle, Phase.UPDATE, pane, cell, matrix)


def _nth(row: int, column: int, columns: int) -> float:
    """The place, from 1, of an entry in the row of the rows."""
    return float(row * columns + column + 1)


def _row(words: LessonsWords, names: Names) -> StepText:
    return words.layers.row(rows=told(ROWS), columns=told(COLUMNS))


def _place(words: LessonsWords, names: Names) -> StepText:
    return words.layers.place(
        symbol=symbol(PLACED), columns=told(WIDTH), full_rows=told(PLACED.row), column=told(PLACED.column + 1)
    )


def _own_bias(words: LessonsWords, names: Names) -> StepText:
    return words.layers.own_bias(symbol=symbol(OWN_BIAS))


def _zeros(words: LessonsWords, names: Names) -> StepText:
    zeros = structural_zeros("jacobian_f1_theta1", RECIPE.inputs, HIDDEN)
    rows, columns = zeros.shape
    return words.layers.zeros(
        rows=told(rows), columns=told(columns), share=told(int(zeros.sum())), count=told(zeros.size)
    )


def _blocks(words: LessonsWords, names: Names) -> StepText:
    return words.layers.blocks(printed=told(PRINTED_BLOCKS), listing=told(LISTED_BLOCKS))


def _block(words: LessonsWords, names: Names) -> StepText:
    return words.layers.block(right="[1 x⁽¹⁾₁ x⁽¹⁾₂]", printed="[x⁽¹⁾₁ x⁽¹⁾₂]", other="[θ⁽¹⁾₁,₀ θ⁽¹⁾₁,₁ θ⁽¹⁾₁,₂]")


def _slope_of(value: float) -> float:
    return value * (1 - value)


def _slope(words: LessonsWords, names: Names) -> StepText:
    return words.layers.slope(formula="s·(1 − s)", value=told(number("x3", 1), 4))


def _steepest(words: LessonsWords, names: Names) -> StepText:
    half = 0.5
    return words.layers.steepest(
        formula="s·(1 − s)",
        quarter=told(_slope_of(half)),
        half=told(half),
        one=told(1),
        times=told(1 / _slope_of(half)),
    )


def _weights(words: LessonsWords, names: Names) -> StepText:
    return words.layers.weights(symbol=symbol(WEIGHT), printed=symbol(Cell("x3", 1, 0)), places=told(HIDDEN))


def _last(words: LessonsWords, names: Names) -> StepText:
    return words.layers.last(output=told(number("x4"), 4), label=told(number("tx1")))


LESSON = Lesson(
    "layers",
    (
        Step("row", _here("parameters"), _row, question=Number(lambda: _nth(1, 0, COLUMNS))),
        Step(
            "place",
            _here("parameters"),
            _place,
            question=Number(lambda: _nth(PLACED.row, PLACED.column, WIDTH)),
        ),
        Step("zeros", _here(matrix="jacobian_f1_theta1"), _zeros, question=Choice(3)),
        Step("blocks", _here(matrix="jacobian_f1_theta1"), _blocks, question=Number(lambda: float(HIDDEN))),
        Step("block", _here(matrix="jacobian_f1_theta1"), _block, question=Choice(3)),
        # Under the cursor stands what is misprinted about this matrix, which the steps before have asked for.
        Step("own_bias", _here(cell=OWN_BIAS._replace(row=0, column=0)), _own_bias, question=Pointing((OWN_BIAS,))),
        Step(
            "inputs",
            _here("parameters", Cell("jacobian_f1_x1", HIDDEN - 1, 0)),
            lambda words, names: words.layers.inputs(),
            question=Choice(3),
        ),
        Step("slope", _here(matrix="jacobian_f2_x2"), _slope, question=Number(lambda: number("jacobian_f2_x2", 1, 0))),
        Step("steepest", _here(), _steepest, question=Choice(3)),
        Step("weights", _here(cell=WEIGHT._replace(column=0)), _weights, question=Pointing((WEIGHT,))),
        Step("last", _here("computation"), _last, question=Number(lambda: number("jacobian_f4_x4"))),
    ),
)
