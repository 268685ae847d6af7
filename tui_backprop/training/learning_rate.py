"""Learning rates of any descent: which are valid, and which one comes next."""

from __future__ import annotations

import math

from tui_backprop.calculus.fact import InputError


def check_learning_rate(learning_rate: float) -> float:
    """Give it back. Raises InputError unless it is finite and over 0."""
    if not (math.isfinite(learning_rate) and learning_rate > 0):
        raise InputError("app", "learning_rate_out_of_range", rate=learning_rate)
    return learning_rate


def next_learning_rate(learning_rate: float, up: bool) -> float:
    """The neighbour of `learning_rate` among …, 0.01, 0.02, 0.05, 0.1, …: next_learning_rate(0.02, up=True) is 0.05."""
    rungs = [float(f"{digit}e{power}") for power in range(-12, 13) for digit in (1, 2, 5)]
    if up:
        return next((rung for rung in rungs if rung > learning_rate * (1 + 1e-9)), learning_rate)
    return next((rung for rung in reversed(rungs) if rung < learning_rate * (1 - 1e-9)), learning_rate)
