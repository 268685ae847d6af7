"""The numbers of the lessons, computed without a screen and kept: no figure in a lesson is typed.

The first look at the chain rule loads SymPy; whoever has a screen to keep alive asks from a thread.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from tui_backprop.calculus.network.quantities import Phase
from tui_backprop.explain.cell import Cell
from tui_backprop.explain.network.notation import element
from tui_backprop.explain.typeset import significant
from tui_backprop.training.descent.recipe import DescentRecipe
from tui_backprop.training.descent.session import DescentSession
from tui_backprop.training.descent.snapshot import DescentSnapshot
from tui_backprop.training.network.recipe import Recipe
from tui_backprop.training.network.session import Session
from tui_backprop.training.network.snapshot import Snapshot

if TYPE_CHECKING:
    from tui_backprop.training.chain.study import ChainSnapshot, ChainStudy


@lru_cache(maxsize=64)
def chain_at(study: ChainStudy) -> ChainSnapshot:
    """What a study of the chain rule shows."""
    from tui_backprop.training.chain.study import explore

    return explore(study)


@lru_cache(maxsize=64)
def descent_at(recipe: DescentRecipe, k: int = 1) -> DescentSnapshot:
    """Point number k of a descent, or the last one before it where the descent ends."""
    session = DescentSession(recipe)
    session.travel(k)
    session.run.walk()
    return session.snapshot()


@lru_cache(maxsize=64)
def network_at(recipe: Recipe, cycle: int, phase: Phase = Phase.UPDATE) -> Snapshot:
    """A phase of a cycle of a run."""
    session = Session(recipe)
    session.go_to(cycle)
    session.stand_in(phase)
    return session.snapshot()


def entry(snapshot: Snapshot, code: str, row: int = 0, column: int = 0) -> float:
    """One number of a moment of a run, by the code of its quantity."""
    return float(snapshot.values[code][row, column])


def symbol(cell: Cell) -> str:
    """How the screen writes an entry of a quantity of the network with two inputs."""
    return element(cell.code, cell.row, cell.column)


def told(value: float, digits: int = 6) -> str:
    """A number as the texts of the lessons write it."""
    return significant(value, digits)
