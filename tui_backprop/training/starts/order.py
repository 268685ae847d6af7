"""The ends of starts that come in any order, handed on in the order of their numbers."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Lock

import numpy as np

from tui_backprop.training.starts.plan import Plan
from tui_backprop.training.starts.results import ROW, Rows, StartResult, result_of


class InOrder:
    """Holds back what has ended before a start with a lower number; safe for threads.

    What is held takes the bytes of its rows and no more: of a million starts that are resumed all may be held at once.
    """

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._next = 0
        self._held: Rows = np.empty(0, ROW)
        self._new: list[Rows] = []
        self._lock = Lock()

    def add(self, rows: Rows) -> None:
        """Starts that have ended, in any order."""
        with self._lock:
            self._new.append(rows)

    def take(self, all_of_them: bool = False) -> Iterator[StartResult]:
        """What has not been taken yet and has no gap before it; or all of it, gaps or not."""
        with self._lock:
            if self._new:
                held = np.concatenate((self._held, *self._new))
                self._held = held[np.argsort(held["number"])]
                self._new.clear()
            numbers = self._held["number"]
            gaps = np.flatnonzero(numbers != self._next + np.arange(len(numbers)))
            count = int(gaps[0]) if len(gaps) and not all_of_them else len(numbers)
            ready, self._held = self._held[:count], self._held[count:].copy()
            self._next += count
        for row in ready:
            yield result_of(self._plan, row)
