"""Lesson 6: the network forward (3.9)-(3.12), figures 3-1 and 3-2."""

from __future__ import annotations

from tui_backprop.calculus.network.quantities import Phase
from tui_backprop.calculus.network.truth_table import truth_table
from tui_backprop.explain.cell import Cell
from tui_backprop.lessons.conditions import cycle_reached, pane_is, phase_reached
from tui_backprop.lessons.facts import entry, network_at, told
from tui_backprop.lessons.places import NetworkPlace
from tui_backprop.lessons.questions import Choice, Number, Pointing
from tui_backprop.lessons.step import Lesson, Names, Step
from tui_backprop.training.network.recipe import Recipe
from tui_backprop.words.lessons import LessonsWords, StepText

RECIPE = Recipe()
CYCLE = 2
"""The cycle that is followed: its sample (0, 1) has the label 1 and an input that is not 0."""

PHASE = "phase.forward"


def at(phase: Phase, pane: str = "computation", cell: Cell | None = None) -> NetworkPlace:
    """A phase of the cycle that is followed; START is the end of the cycle before. The cursor brings its matrix into view."""
    if phase is Phase.START:
        return NetworkPlace(RECIPE, CYCLE - 1, pane=pane)
    return NetworkPlace(RECIPE, CYCLE, phase, pane, cell)


def number(code: str, row: int = 0, column: int = 0) -> float:
    """An entry of a quantity, with the parameters that the cycle found."""
    return entry(network_at(RECIPE, CYCLE, Phase.THETA1_GRADIENT), code, row, column)


def _figure(words: LessonsWords, names: Names) -> StepText:
    (rows, columns), (outputs, inputs) = _shapes()
    return words.forward.figure(
        key=names.key("pane.next"),
        pane=names.pane("network"),
        rows=told(rows),
        columns=told(columns),
        outputs=told(outputs),
        inputs=told(inputs),
    )


def _shapes() -> tuple[tuple[int, int], tuple[int, int]]:
    theta1, theta2 = RECIPE.split(RECIPE.initial_parameters())
    return (theta1.shape[0], theta1.shape[1]), (theta2.shape[0], theta2.shape[1])


def _sums(words: LessonsWords, names: Names) -> StepText:
    return words.forward.sums(
        key=names.key(PHASE),
        bias=told(number("theta1", 0, 0), 4),
        weight=told(number("theta1", 0, 1), 4),
        other=told(number("theta1", 0, 2), 4),
        x1=told(number("x1", 0)),
        x2=told(number("x1", 1)),
    )


def _dummy(words: LessonsWords, names: Names) -> StepText:
    return words.forward.dummy(right=told(number("x3", 0)), wrong=told(0))


def _activations(words: LessonsWords, names: Names) -> StepText:
    return words.forward.activations(key=names.key(PHASE))


def _sigmoid(words: LessonsWords, names: Names) -> StepText:
    value = number("x3", 1)
    return words.forward.sigmoid(sum=told(number("x2", 0), 4), right=told(value, 4), mirrored=told(1 - value, 4))


def _output(words: LessonsWords, names: Names) -> StepText:
    (_, _), (rows, columns) = _shapes()
    return words.forward.output(
        key=names.key(PHASE),
        row=f"{rows}×{columns}",
        column=f"{columns}×{rows}",
        result=f"{rows}×{rows}",
    )


def _error(words: LessonsWords, names: Names) -> StepText:
    return words.forward.error(
        key=names.key(PHASE), output=told(number("x4"), 4), label=told(number("tx1")), half=told(0.5)
    )


def _codomain(words: LessonsWords, names: Names) -> StepText:
    return words.forward.codomain(error=told(number("x5"), 4), zero=told(0), one=told(1))


def _influence(words: LessonsWords, names: Names) -> StepText:
    return words.forward.influence(pane=names.pane("computation"))


def _next_sample(words: LessonsWords, names: Names) -> StepText:
    table = truth_table(RECIPE.task)
    x1, x2 = table.x1[table.sample_of(CYCLE + 1)].tolist()
    return words.forward.next_sample(
        key=names.key("cycle.forward"), samples=told(table.samples), x1=told(x1), x2=told(x2)
    )


def _next_label() -> float:
    table = truth_table(RECIPE.task)
    return float(table.t[table.sample_of(CYCLE + 1)])


LESSON = Lesson(
    "forward",
    (
        Step(
            "figure",
            at(Phase.START),
            _figure,
            ("pane.next",),
            pane_is("network"),
            Number(lambda: float(sum(rows * columns for rows, columns in _shapes()))),
        ),
        Step(
            "sums",
            at(Phase.START),
            _sums,
            (PHASE,),
            phase_reached(CYCLE, Phase.F1),
            Number(lambda: number("x2", 0)),
        ),
        Step("dummy", at(Phase.F1), _dummy, question=Choice(3)),
        Step(
            "activations",
            at(Phase.F1, cell=Cell("x2", 0, 0)),
            _activations,
            (PHASE,),
            phase_reached(CYCLE, Phase.F2),
            Pointing((Cell("x3", 0, 0),)),
        ),
        Step("sigmoid", at(Phase.F2), _sigmoid, question=Choice(3)),
        Step("output", at(Phase.F2), _output, (PHASE,), phase_reached(CYCLE, Phase.F3), Choice(3)),
        Step(
            "error",
            at(Phase.F3),
            _error,
            (PHASE,),
            phase_reached(CYCLE, Phase.F4),
            Number(lambda: number("x5")),
        ),
        Step("codomain", at(Phase.F4), _codomain, question=Choice(3)),
        Step("influence", at(Phase.F4), _influence, question=Choice(3)),
        Step(
            "next_sample",
            at(Phase.UPDATE),
            _next_sample,
            ("cycle.forward",),
            cycle_reached(CYCLE + 1),
            Number(_next_label),
        ),
    ),
)
