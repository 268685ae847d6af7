"""A sheet of exercises on all subjects."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from random import Random

from tui_backprop.calculus.array import Array
from tui_backprop.calculus.fact import InputError
from tui_backprop.explain.chain.practice import chain_exercise
from tui_backprop.explain.descent.practice import step_exercise
from tui_backprop.explain.exercise import Exercise
from tui_backprop.explain.network.practice import TOPICS as OF_A_CYCLE
from tui_backprop.explain.network.practice import choose_exercise

OTHERS: Mapping[str, Callable[[Random], Exercise]] = {"descent": step_exercise, "chain": chain_exercise}
"""The topics that are not about a cycle of the network."""

TOPICS = (*OF_A_CYCLE, *OTHERS)


def sheet(
    cycle: Callable[[Random], tuple[Mapping[str, Array], float, int, int]],
    questions: int,
    seed: int,
    topics: Sequence[str] = TOPICS,
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
        make = OTHERS.get(topic)
        exercise = make(random) if make else choose_exercise(*cycle(random), random=random, topics=(topic,))
        chosen.setdefault((topic, exercise.symbol, exercise.answer), exercise)
        if len(chosen) == questions:
            break
    return list(chosen.values())
