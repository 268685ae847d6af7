"""Lesson 9: training, the decision map, several starts."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from tui_backprop.lessons.conditions import all_tried, another_seed, cycle_reached, pane_is
from tui_backprop.lessons.facts import network_at, told
from tui_backprop.lessons.places import NetworkPlace, StartsPlace
from tui_backprop.lessons.questions import Choice, Number
from tui_backprop.lessons.step import Lesson, Names, Step
from tui_backprop.training.network.recipe import Recipe
from tui_backprop.training.network.session import Session
from tui_backprop.training.network.timeline import REPORT_EVERY
from tui_backprop.training.starts.plan import Plan
from tui_backprop.words.lessons import LessonsWords, StepText

LEARNS = Recipe(learning_rate=0.5)
STUCK = replace(LEARNS, hidden=2, seed=1)
FREE = replace(STUCK, seed=2)
SAMPLES = 4
REPORTED = REPORT_EVERY * SAMPLES
STARTS = 6
LEARNED = 0.01
"""A start whose ΣE gets under this has learned."""

TRIED = Plan(
    hidden=(STUCK.hidden, LEARNS.hidden),
    learning_rates=(LEARNS.learning_rate,),
    starts=STARTS,
    iterations=REPORT_EVERY,
    until_error=LEARNED,
)
"""The first starts of both sizes, each until it has learned, or until the first report."""

REPORT = "report.forward"


def _loss(recipe: Recipe, cycle: int) -> float:
    """The sum of the errors of all samples, as it stands under their table."""
    return float(network_at(recipe, cycle).table.error.sum())


def _right(recipe: Recipe) -> float:
    table = network_at(recipe, REPORTED).table
    return float((((table.x4 - 0.5) * (table.t - 0.5)) > 0).sum())


@cache
def _solved(hidden: int) -> int:
    """How many of the first starts have learned the task within one report."""
    solved = 0
    for seed in range(STARTS):
        session = Session(replace(LEARNS, hidden=hidden, seed=seed), until_error=LEARNED)
        session.go_to(REPORTED)
        solved += session.until_error is None
    return solved


def _iteration(words: LessonsWords, names: Names) -> StepText:
    return words.training.iteration(key=names.key("iteration.forward"))


def _report(words: LessonsWords, names: Names) -> StepText:
    return words.training.report(
        key=names.key(REPORT), iterations=f"{REPORT_EVERY:,}", before=told(_loss(LEARNS, SAMPLES), 3)
    )


def _right_text(words: LessonsWords, names: Names) -> StepText:
    return words.training.right(half=told(0.5), samples=told(SAMPLES))


def _map(words: LessonsWords, names: Names) -> StepText:
    return words.training.map(key=names.key("pane.next"), pane=names.pane("map"))


def _stuck(words: LessonsWords, names: Names) -> StepText:
    return words.training.stuck(
        hidden=told(STUCK.hidden),
        key=names.key(REPORT),
        iterations=f"{REPORT_EVERY:,}",
        wrong=told(_loss(STUCK, REPORTED), 3),
    )


def _another_start(words: LessonsWords, names: Names) -> StepText:
    return words.training.another_start(key=names.key("restart.new"), seed=told(STUCK.seed))


def _again(words: LessonsWords, names: Names) -> StepText:
    return words.training.again(key=names.key(REPORT), samples=told(SAMPLES))


def _several(words: LessonsWords, names: Names) -> StepText:
    return words.training.several(
        key=names.key("run"),
        pane=names.pane("settings"),
        few=told(STUCK.hidden),
        starts=told(STARTS),
        solved=told(_solved(STUCK.hidden)),
        more=told(LEARNS.hidden),
        all=told(_solved(LEARNS.hidden)),
    )


LESSON = Lesson(
    "training",
    (
        Step(
            "iteration",
            NetworkPlace(LEARNS, pane="samples"),
            _iteration,
            ("iteration.forward",),
            cycle_reached(SAMPLES),
            Number(lambda: float(SAMPLES)),
        ),
        Step(
            "report",
            NetworkPlace(LEARNS, SAMPLES, pane="samples"),
            _report,
            (REPORT,),
            cycle_reached(REPORTED),
            Number(lambda: _loss(LEARNS, REPORTED), 0.02),
        ),
        Step(
            "right",
            NetworkPlace(LEARNS, REPORTED, pane="samples"),
            _right_text,
            question=Number(lambda: _right(LEARNS)),
        ),
        Step(
            "map",
            NetworkPlace(LEARNS, REPORTED, pane="samples"),
            _map,
            ("pane.next",),
            pane_is("map"),
            Choice(3),
        ),
        Step(
            "stuck",
            NetworkPlace(STUCK, pane="samples"),
            _stuck,
            (REPORT,),
            cycle_reached(REPORTED),
            Choice(3),
        ),
        Step(
            "another_start",
            NetworkPlace(STUCK, REPORTED, pane="samples"),
            _another_start,
            ("restart.new",),
            another_seed(STUCK.seed),
        ),
        Step(
            "again",
            NetworkPlace(FREE, pane="samples"),
            _again,
            (REPORT,),
            cycle_reached(REPORTED),
            Number(lambda: _right(FREE)),
        ),
        Step("several", StartsPlace(TRIED), _several, ("run",), all_tried, Choice(3)),
    ),
)
