"""Lesson 8: back-propagation, the two products, the fold, the update (section 3.4)."""

from __future__ import annotations

from tui_backprop.calculus.network.quantities import QUANTITIES, Phase
from tui_backprop.explain.cell import Cell
from tui_backprop.lessons.conditions import phase_reached
from tui_backprop.lessons.facts import network_at, symbol, told
from tui_backprop.lessons.forward import CYCLE, PHASE, RECIPE, at, number
from tui_backprop.lessons.questions import Choice, Number, Pointing
from tui_backprop.lessons.step import Lesson, Names, Step
from tui_backprop.words.lessons import LessonsWords, StepText

PARTIAL = Cell("product_f3", 0, 1)
THROUGH = Cell("product_f2", 0, 0)
FOLDED = Cell("theta1_gradient_row", 0, RECIPE.inputs + 1)
UPDATED = Cell("theta2", 0, 0)
CHAIN = ("jacobian_f4_x4", "jacobian_f3_x3", "jacobian_f2_x2", "jacobian_f1_theta1")


def _shape(code: str) -> str:
    rows, columns = QUANTITIES[code].shape(RECIPE.inputs, RECIPE.hidden)
    return f"{rows}×{columns}"


def _short_chain(words: LessonsWords, names: Names) -> StepText:
    return words.backward.short_chain(
        key=names.key(PHASE),
        off=told(number("jacobian_f4_x4"), 4),
        slope=told(number("jacobian_f3_theta2"), 4),
    )


def _sign(words: LessonsWords, names: Names) -> StepText:
    return words.backward.sign(output=told(number("x4"), 4), label=told(number("tx1")))


def _long_chain(words: LessonsWords, names: Names) -> StepText:
    return words.backward.long_chain(
        key=names.key(PHASE),
        right=_shape("theta1_gradient_row"),
        other=_shape("theta1_gradient"),
        another=_shape("product_f2"),
        shapes=" · ".join(map(_shape, CHAIN)),
    )


def _partial(words: LessonsWords, names: Names) -> StepText:
    return words.backward.partial(symbol=symbol(PARTIAL))


def _through_sigmoid(words: LessonsWords, names: Names) -> StepText:
    return words.backward.through_sigmoid(
        before=told(number(*PARTIAL), 4), slope=told(number("jacobian_f2_x2", 1, 0), 4), symbol=symbol(THROUGH)
    )


def _fold(words: LessonsWords, names: Names) -> StepText:
    return words.backward.fold(symbol=symbol(FOLDED), columns=told(RECIPE.inputs + 1))


def _no_input(words: LessonsWords, names: Names) -> StepText:
    return words.backward.no_input(x1=told(number("x1", 0)))


def _update(words: LessonsWords, names: Names) -> StepText:
    return words.backward.update(
        key=names.key(PHASE),
        alpha=told(RECIPE.learning_rate),
        gradient=told(number("theta2_gradient"), 4),
        symbol=symbol(UPDATED),
    )


def _error(phase: Phase) -> float:
    """E of the sample of the cycle with the parameters of this phase."""
    snapshot = network_at(RECIPE, CYCLE, phase)
    return float(snapshot.table.error[snapshot.sample - 1])


def _effect(words: LessonsWords, names: Names) -> StepText:
    return words.backward.effect(before=told(_error(Phase.F4)), after=told(_error(Phase.UPDATE)))


LESSON = Lesson(
    "backward",
    (
        Step(
            "short_chain",
            at(Phase.F4, "jacobians"),
            _short_chain,
            (PHASE,),
            phase_reached(CYCLE, Phase.THETA2_GRADIENT),
            Number(lambda: number("theta2_gradient")),
        ),
        Step("sign", at(Phase.THETA2_GRADIENT, "jacobians"), _sign, question=Choice(3)),
        Step(
            "long_chain",
            at(Phase.THETA2_GRADIENT, "jacobians"),
            _long_chain,
            (PHASE,),
            phase_reached(CYCLE, Phase.THETA1_GRADIENT),
            Choice(3),
        ),
        Step(
            "partial",
            at(Phase.THETA1_GRADIENT, "jacobians", PARTIAL._replace(column=0)),
            _partial,
            question=Pointing((PARTIAL,)),
        ),
        Step(
            "through_sigmoid",
            at(Phase.THETA1_GRADIENT, "jacobians", PARTIAL),
            _through_sigmoid,
            question=Number(lambda: number(*THROUGH)),
        ),
        Step(
            "fold",
            at(Phase.THETA1_GRADIENT, "jacobians", FOLDED._replace(column=0)),
            _fold,
            question=Pointing((FOLDED,)),
        ),
        Step("no_input", at(Phase.THETA1_GRADIENT, "parameters"), _no_input, question=Choice(3)),
        Step(
            "update",
            at(Phase.THETA1_GRADIENT, "parameters"),
            _update,
            (PHASE,),
            phase_reached(CYCLE, Phase.UPDATE),
            Number(lambda: number("theta2_change")),
        ),
        Step("effect", at(Phase.UPDATE, "parameters"), _effect, question=Choice(3)),
        Step(
            "twice",
            at(Phase.UPDATE, "parameters"),
            lambda words, names: words.backward.twice(),
            question=Choice(3),
        ),
    ),
)
