"""What became of the starts: rows of numbers, and one of them as a value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tui_backprop.calculus.network.own_data import MOST_ROWS
from tui_backprop.training.network.recipe import Recipe
from tui_backprop.training.starts.plan import Plan

ROW = np.dtype([("number", np.int64), ("iterations", np.int64), ("wrong", np.int64), ("error", np.float64)])
"""One start: its number in the plan, the iterations that it trained, its wrong samples as bits, ΣE of its last iteration."""

Rows = NDArray[Any]
"""An array of ROW."""

COLUMNS = ("number", "seed", "iteration", "error")


@dataclass(frozen=True)
class StartResult:
    """The end of one start.

    `iteration` is its first one with ΣE under the target, None if there was none; `iterations` counts those trained, and
    `error` is ΣE of the last of them, nan where the numbers gave out. `wrong` has the samples, from 1, whose output is
    not on the label's side of ½ at the end. The network screen opens it as `recipe` at `cycle`, bit for bit.
    """

    number: int
    setting: int
    seed: int
    iteration: int | None
    iterations: int
    error: float
    wrong: tuple[int, ...]
    recipe: Recipe
    cycle: int


def result_of(plan: Plan, row: Any) -> StartResult:
    """One row of the plan's results as a value."""
    number, iterations, wrong, error = row.item()
    recipe = plan.recipe_of(number)
    return StartResult(
        number,
        plan.setting_of(number),
        recipe.seed,
        iterations if error < plan.until_error else None,
        iterations,
        error,
        samples_of(wrong),
        recipe,
        iterations * recipe.table_after(0).samples,
    )


def samples_of(bits: int) -> tuple[int, ...]:
    """The numbers, from 1, of the samples in a set written as bits."""
    return tuple(k + 1 for k in range(MOST_ROWS) if bits >> k & 1)  # all of them wrong is −1


@dataclass(frozen=True, eq=False)
class Results:
    """The ends that are kept to be listed, in the order in which they came. Rows never change; more are added in later ones."""

    plan: Plan
    rows: Rows

    def __len__(self) -> int:
        return len(self.rows)

    def __getitem__(self, index: int) -> StartResult:
        return result_of(self.plan, self.rows[index])

    def order(self, by: str, descending: bool = False, setting: int | None = None) -> NDArray[np.int64]:
        """The indices of the rows sorted by one of COLUMNS, of one setting or of all; equals in the order of numbers.

        Starts that never got under the target come after all that did, and ΣE that is no number after all that are.
        """
        rows = self.rows
        chosen = np.arange(len(rows))
        if setting is not None:
            chosen = np.flatnonzero(rows["number"] // self.plan.starts == setting)
            rows = rows[chosen]
        if by == "seed":
            key = (rows["number"] % self.plan.starts).astype(np.float64)
        elif by == "iteration":
            key = np.where(rows["error"] < self.plan.until_error, rows["iterations"], np.inf)
        else:
            key = rows[by].astype(np.float64)
        order = np.lexsort((rows["number"], -key if descending else key))
        return chosen[order]
