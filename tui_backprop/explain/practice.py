"""A sheet of exercises on all subjects."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from random import Random

from tui_backprop.calculus.array import Array
from tui_backprop.calculus.fact import InputError
from tui_backprop.explain.chain.practice import chain_exercise
from tui_backprop.explain.descent.practice import step_exercise
from tui_backprop.explain.exercise import TOPICS, Exercise
from tui_backprop.explain.network.practice import choose_exercise
from tui_backprop.training.network.recipe import Recipe
from tui_backprop.training.network.session import Session

Cycle = tuple[Mapping[str, Array], float, int, int]
"""The values of a whole cycle, its learning rate, and the numbers of inputs and of hidden units."""

LATEST_CYCLE = 400
SEEDS = 100

OTHERS: Mapping[str, Callable[[Random], Exercise]] = {"descent": step_exercise, "chain": chain_exercise}
"""The topics that are not about a cycle of the network."""


def early_cycle(random: Random) -> Cycle:
    """A cycle of an early stretch of some run, whose numbers differ from sample to sample."""
    session = Session(Recipe(seed=random.randrange(SEEDS), learning_rate=random.choice((0.1, 0.5, 1.0))))
    session.go_to(random.randint(1, LATEST_CYCLE))
    snapshot = session.snapshot()
    return snapshot.values, snapshot.learning_rate_used, snapshot.inputs, snapshot.hidden


def make_exercise(topic: str, random: Random, cycle: Callable[[Random], Cycle] = early_cycle) -> Exercise:
    """An exercise on a topic; where it is about a cycle of the network, on one that `cycle` gives."""
    make = OTHERS.get(topic)
    return make(random) if make else choose_exercise(*cycle(random), random=random, topics=(topic,))


def sheet(
    questions: int,
    seed: int,
    topics: Sequence[str] = TOPICS,
    cycle: Callable[[Random], Cycle] = early_cycle,
) -> list[Exercise]:
    """So many exercises, the same for the same seed, each on a cycle that `cycle` gives, no two of them alike.

    Raises InputError for an unknown topic."""
    for topic in topics:
        if topic not in TOPICS:
            raise InputError("network", "no_topic", topic=topic, topics=", ".join(TOPICS))
    random = Random(seed)
    chosen: dict[tuple[str, str, str], Exercise] = {}
    for _ in range(50 * questions):
        topic = topics[len(chosen) % len(topics)]
        exercise = make_exercise(topic, random, cycle)
        chosen.setdefault((topic, exercise.symbol, exercise.answer), exercise)
        if len(chosen) == questions:
            break
    return list(chosen.values())
