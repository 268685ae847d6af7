"""What stops a run or leaves it as it is, ready to be said."""

from __future__ import annotations

from tui_backprop.calculus.fact import Fact, fact
from tui_backprop.explain.network.notation import element
from tui_backprop.explain.typeset import count, short
from tui_backprop.training.network.notice import (
    Changed,
    FirstAllRight,
    MarksGone,
    NothingKept,
    Notice,
    Searched,
    TargetMissed,
    TargetReached,
)
from tui_backprop.training.network.search import AllRight, Positive, SampleRight, Saturated


def notice_fact(notice: Notice) -> Fact:
    """The fact of a notice, its numbers and symbols typeset."""
    if isinstance(notice, FirstAllRight):
        return fact("network", "all_right", iteration=count(notice.iteration))
    if isinstance(notice, TargetReached):
        return fact("network", "target_reached", error=short(notice.error), iteration=count(notice.iteration))
    if isinstance(notice, TargetMissed):
        return fact("network", "target_missed", error=short(notice.error), iterations=count(notice.iterations))
    if isinstance(notice, NothingKept):
        return fact("network", "nothing_to_redo" if notice.redo else "nothing_to_undo")
    if isinstance(notice, Searched):
        if notice.found is None:
            return fact("network", "search_missed")
        cycle, iteration = count(notice.found), count(notice.iteration)
        at_once = isinstance(notice.condition, AllRight)
        return fact("network", "search_found", cycle=cycle, iteration=iteration, at_once=at_once)
    if isinstance(notice, Changed):
        return _changed(notice)
    if isinstance(notice, MarksGone):
        return fact("runs", "marks_gone", marks=notice.marks)
    cell = element(notice.code, notice.row, notice.column, notice.inputs)
    return fact("network", "diverged", cycle=count(notice.cycle), cell=cell, last=count(notice.cycle - 1))


def _changed(notice: Changed) -> Fact:
    """When a sign, a sample or a unit changed last; an empty cycle where it never did."""
    condition, holds = notice.condition, notice.holds
    cycle = "" if notice.found is None else count(notice.found)
    if isinstance(condition, SampleRight):
        return fact("runs", "sample_changed", sample=condition.sample, right=holds, cycle=cycle)
    if isinstance(condition, Saturated) and condition.unit is not None:
        return fact("runs", "unit_changed", unit=condition.unit, saturated=holds, cycle=cycle)
    if isinstance(condition, Positive):
        symbol = element(condition.code, condition.row, condition.column, notice.inputs)
        sample = 0 if condition.code in ("theta1", "theta2") else condition.sample
        return fact("runs", "sign_changed", symbol=symbol, positive=holds, cycle=cycle, sample=sample)
    raise TypeError(f"nobody asks when {condition} changed")
