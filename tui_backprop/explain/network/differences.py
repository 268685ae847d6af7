"""What tells runs apart: the settings in which they differ, and those that they share."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tui_backprop.calculus.fact import Fact, fact
from tui_backprop.calculus.network.own_data import OWN
from tui_backprop.explain.network.notation import element
from tui_backprop.explain.typeset import count, short
from tui_backprop.training.network.recipe import WEIGHTS, Edit, Recipe


def differences(recipes: Sequence[Recipe]) -> tuple[tuple[Fact, ...], list[tuple[Fact, ...]]]:
    """The settings that all the recipes share, and for each of them those in which they are not all alike.

    A learning rate that one of them changes on its way is not shared, although all begin with it. One that is changed
    before the first cycle is the one that the run has, and no change on its way.
    """
    shared: list[Fact] = []
    each: list[list[Fact]] = [[] for _ in recipes]
    for setting in _SETTINGS:
        told = [setting(recipe) for recipe in recipes]
        edited = setting is _rate and any(
            edit.name == "learning_rate" for recipe in recipes for edit in _on_its_way(recipe)
        )
        if told and all(one == told[0] for one in told) and not edited:
            shared += told[0]
        else:
            for facts, found in zip(told, each, strict=True):
                found += facts
    return tuple(shared), [tuple(facts) for facts in each]


def _task(recipe: Recipe) -> list[Fact]:
    task = recipe.data.title if recipe.data is not None and recipe.task == OWN else recipe.task.upper()
    return [fact("runs", "task", task=task, sizes=f"{recipe.inputs}-{recipe.hidden}-1")]


def _rate(recipe: Recipe) -> list[Fact]:
    rates = [float(edit.value) for edit in recipe.edits if _from_the_start(edit)]
    return [fact("runs", "rate", rate=short((rates or [recipe.learning_rate])[-1]))]


def _seed(recipe: Recipe) -> list[Fact]:
    return [fact("runs", "seed", seed=recipe.seed)]


def _weights(recipe: Recipe) -> list[Fact]:
    low, high = recipe.weights
    return [] if recipe.weights == WEIGHTS else [fact("runs", "weights", low=short(low), high=short(high))]


def _edits(recipe: Recipe) -> list[Fact]:
    edits = _on_its_way(recipe)
    if len(edits) <= 1:
        return [_edit(edit) for edit in edits]
    return [fact("runs", "edits", edits=len(edits), last=_edit(edits[-1]))]


def _from_the_start(edit: Edit) -> bool:
    """Whether the edit is of a learning rate, and before the first cycle."""
    return edit.name == "learning_rate" and edit.cycle == 0


def _on_its_way(recipe: Recipe) -> list[Edit]:
    return [edit for edit in recipe.edits if not _from_the_start(edit)]


def _edit(edit: Edit) -> Fact:
    cycle = count(edit.cycle)
    if edit.name == "task":
        return fact("runs", "edit_task", task=str(edit.value).upper(), cycle=cycle)
    if edit.name == "learning_rate":
        return fact("runs", "edit", what="α", value=short(float(edit.value)), cycle=cycle)
    code, _, indices = edit.name.partition("[")
    row, column = (int(index) for index in indices.rstrip("]").split(","))
    return fact("runs", "edit", what=element(code, row, column), value=short(float(edit.value)), cycle=cycle)


_SETTINGS: tuple[Callable[[Recipe], list[Fact]], ...] = (_task, _rate, _seed, _weights, _edits)
