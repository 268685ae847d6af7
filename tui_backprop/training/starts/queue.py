"""The starts that nobody has taken yet, handed out in order of their numbers; safe for threads."""

from __future__ import annotations

from threading import Lock

import numpy as np
from numpy.typing import NDArray

from tui_backprop.training.starts.plan import Plan
from tui_backprop.training.starts.results import Rows

MOST_AT_ONCE = 256


class Queue:
    """What is left of a plan, in groups that a block of lanes can take together: one task, one number of hidden units."""

    def __init__(self, plan: Plan, done: Rows | None = None) -> None:
        self.plan = plan
        self.groups = [(task, hidden) for task in plan.tasks for hidden in plan.hidden]
        self._size = plan.total // len(self.groups)
        self._next = [group * self._size for group in range(len(self.groups))]
        self._done: NDArray[np.bool_] | None = None
        if done is not None and len(done):
            self._done = np.zeros(plan.total, np.bool_)
            self._done[done["number"]] = True
        self._lock = Lock()

    def take(self, group: int, most: int, takers: int = 1) -> NDArray[np.int64]:
        """The numbers of the next starts of a group: at most `most`, and fewer as the group runs out, so that so many
        `takers` finish together. Empty when there are none left."""
        with self._lock:
            first, end = self._next[group], (group + 1) * self._size
            count = min(most, max((end - first) // (2 * takers), 1), end - first)
            while count and self._done is not None and self._done[first : first + count].all():
                first += count
                count = min(most, end - first)
            self._next[group] = first + count
        numbers = np.arange(first, first + count)
        return numbers if self._done is None else numbers[~self._done[first : first + count]]
