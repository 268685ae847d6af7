"""Where a step of a lesson stands: a screen, what is on it, the pane in front and the cell under the cursor."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui_backprop.calculus.network.quantities import Phase
from tui_backprop.explain.cell import Cell
from tui_backprop.lessons.facts import chain_at, descent_at, network_at
from tui_backprop.lessons.seen import Seen
from tui_backprop.training.descent.recipe import DescentRecipe
from tui_backprop.training.network.recipe import Recipe
from tui_backprop.training.starts.plan import Plan
from tui_backprop.training.starts.run import StartsRun, State

if TYPE_CHECKING:
    from tui_backprop.training.chain.study import ChainStudy


@dataclass(frozen=True)
class ChainPlace:
    """A study of the chain rule. `end` is whether the end of the table of the limit is in sight, else its beginning is."""

    study: ChainStudy
    pane: str = "board"
    cell: Cell | None = None
    end: bool = False

    screen = "chain"

    def holds(self, seen: Seen) -> bool:
        """Whether the screen shows this study, whatever pane is in front."""
        if seen.chain is None or seen.flipped:
            return False
        there, here = seen.chain.study, self.study
        return (there.functions, there.x, there.coordinate, there.step) == (
            here.functions,
            here.x,
            here.coordinate,
            here.step,
        )

    def seen(self) -> Seen:
        """What is seen there."""
        return Seen(self.screen, self.pane, self.cell, chain=chain_at(self.study))


@dataclass(frozen=True)
class DescentPlace:
    """Point number `k` of a descent."""

    recipe: DescentRecipe
    k: int = 1
    pane: str = "table"
    cell: Cell | None = None

    screen = "descent"

    def holds(self, seen: Seen) -> bool:
        """Whether the screen shows this point of this descent, whatever pane is in front."""
        return seen.descent is not None and (seen.descent.recipe, seen.descent.k) == (self.recipe, self.k)

    def seen(self) -> Seen:
        """What is seen there."""
        return Seen(self.screen, self.pane, self.cell, descent=descent_at(self.recipe, self.k))


@dataclass(frozen=True)
class NetworkPlace:
    """A phase of a cycle of a run. `matrix` is one of the Jacobians that is in sight, with no number of it pointed at."""

    recipe: Recipe
    cycle: int = 0
    phase: Phase = Phase.UPDATE
    pane: str = "jacobians"
    cell: Cell | None = None
    matrix: str = ""

    screen = "network"

    def __post_init__(self) -> None:
        if not self.cycle:
            object.__setattr__(self, "phase", Phase.START)

    def holds(self, seen: Seen) -> bool:
        """Whether the screen shows this moment of this run, whatever pane is in front."""
        there = seen.network
        if there is None or there.running or there.progress is not None or seen.flipped:
            return False
        moment = (there.task, there.hidden, there.seed, there.learning_rate, there.cycle, there.phase)
        recipe = self.recipe
        if moment != (recipe.task, recipe.hidden, recipe.seed, recipe.learning_rate, self.cycle, self.phase):
            return False
        # An edit leaves the recipe's numbers as they are and the parameters not.
        here = network_at(recipe, self.cycle, self.phase)
        return all((there.values[code] == here.values[code]).all() for code in ("theta1", "theta2"))

    def seen(self) -> Seen:
        """What is seen there."""
        return Seen(self.screen, self.pane, self.cell, network=network_at(self.recipe, self.cycle, self.phase))


@dataclass(frozen=True)
class StartsPlace:
    """A plan of many starts that waits to be begun."""

    plan: Plan
    pane: str = "settings"
    cell: Cell | None = None

    screen = "starts"

    def holds(self, seen: Seen) -> bool:
        """Whether the screen shows this plan, and nothing of it is tried yet."""
        return seen.starts is not None and seen.starts.plan == self.plan and seen.starts.state is State.WAITING

    def seen(self) -> Seen:
        """What is seen there."""
        return Seen(self.screen, self.pane, self.cell, starts=StartsRun(self.plan).snapshot(0))


Place = ChainPlace | DescentPlace | NetworkPlace | StartsPlace
