"""What stops a run or leaves it as it is, ready to be said."""

from __future__ import annotations

from tui_backprop.calculus.fact import Fact, fact
from tui_backprop.explain.network.notation import element
from tui_backprop.explain.typeset import count, short
from tui_backprop.training.network.notice import (
    FirstAllRight,
    MarksGone,
    NothingKept,
    Notice,
    Searched,
    TargetMissed,
    TargetReached,
)


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
        missed = fact("network", "search_missed")
        return missed if notice.found is None else fact("network", "search_found", cycle=count(notice.found))
    if isinstance(notice, MarksGone):
        return fact("runs", "marks_gone", marks=notice.marks)
    cell = element(notice.code, notice.row, notice.column, notice.inputs)
    return fact("network", "diverged", cycle=count(notice.cycle), cell=cell, last=count(notice.cycle - 1))
