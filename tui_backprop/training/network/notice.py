"""What a run has come to, and what stops it or leaves it as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from tui_backprop.training.network.condition import Condition


class FirstAllRight(NamedTuple):
    """In iteration `iteration` every sample was on its label's side of ½ when it was asked, for the first time."""

    iteration: int


class TargetReached(NamedTuple):
    """The sum of E over the samples fell under `error` in iteration `iteration`, for the first time."""

    error: float
    iteration: int


class TargetMissed(NamedTuple):
    """The sum of E over the samples did not fall under `error` in so many iterations."""

    error: float
    iterations: int


class Diverged(NamedTuple):
    """Cycle `cycle` leads out of the finite numbers, in this entry first (indices from 0); the run ends before it."""

    cycle: int
    code: str
    row: int
    column: int
    inputs: int


class NothingKept(NamedTuple):
    """There is no change to undo, or to redo."""

    redo: bool


class MarksGone(NamedTuple):
    """An edit dropped the future, and so many marks with it."""

    marks: int


class Changed(NamedTuple):
    """When something was last no longer as before: at the end of cycle `found`, or never in this run for None.

    Since then, or from the start on, `condition` holds or does not; `inputs` are the network's.
    """

    condition: Condition
    holds: bool
    found: int | None
    inputs: int


class Searched(NamedTuple):
    """A search for `condition` has ended: at the end of cycle `found`, in this `iteration`, it holds, or nowhere for None."""

    condition: Condition
    found: int | None
    iteration: int


Stop = TargetReached | Diverged
"""What ends a run by itself."""

Notice = FirstAllRight | TargetReached | TargetMissed | Diverged | NothingKept | MarksGone | Changed | Searched
