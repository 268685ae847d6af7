"""How the settings of runs are written where runs stand beside each other."""

from __future__ import annotations

from collections.abc import Sequence

from tui_backprop.explain.network.differences import differences
from tui_backprop.training.network.recipe import Recipe
from tui_backprop.words import sentence

DOT = " · "


def setting_texts(recipes: Sequence[Recipe]) -> list[str]:
    """For each run the settings in which the runs are not all alike; empty where there are none."""
    return [DOT.join(map(sentence, facts)) for facts in differences(recipes)[1]]


def shared_text(recipes: Sequence[Recipe]) -> str:
    """The settings that all the runs share."""
    return DOT.join(map(sentence, differences(recipes)[0]))
