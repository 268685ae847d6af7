"""Conditions over what is seen. A traveller may pass a place between two looks, so they say "at least"."""

from __future__ import annotations

from tui_backprop.calculus.network.quantities import Phase
from tui_backprop.lessons.seen import Condition, Seen
from tui_backprop.training.starts.run import State


def pane_is(pane: str) -> Condition:
    """A pane is in front."""
    return lambda seen: seen.pane == pane


def flipped(seen: Seen) -> bool:
    """The matrices are shown the other way round."""
    return seen.flipped


def x_reaches(coordinate: int, value: float) -> Condition:
    """The point of the chain rule has got so far along a coordinate (from 0)."""
    return lambda seen: seen.chain is not None and bool(seen.chain.point.x[coordinate] >= value - 1e-12)


def point_reached(k: int) -> Condition:
    """The descent has got to point k, or as far as it goes."""

    def reached(seen: Seen) -> bool:
        descent = seen.descent
        return descent is not None and descent.goal is None and (descent.k >= k or descent.after is None)

    return reached


def alpha_reaches(alpha: float) -> Condition:
    """The descent steps with so high a learning rate."""
    return lambda seen: seen.descent is not None and seen.descent.point.alpha >= alpha * (1 - 1e-9)


def phase_reached(cycle: int, phase: Phase) -> Condition:
    """The run has got to this phase of this cycle."""
    return lambda seen: seen.network is not None and (seen.network.cycle, seen.network.phase) >= (cycle, phase)


def cycle_reached(cycle: int) -> Condition:
    """The run has got to the end of this cycle, and rests."""

    def reached(seen: Seen) -> bool:
        run = seen.network
        return run is not None and run.cycle >= cycle and run.progress is None and not run.running

    return reached


def another_seed(seed: int) -> Condition:
    """The run began with other parameters than those of this seed."""
    return lambda seen: seen.network is not None and seen.network.seed != seed


def all_tried(seen: Seen) -> bool:
    """Every start of the plan has ended."""
    return seen.starts is not None and seen.starts.state is State.DONE
