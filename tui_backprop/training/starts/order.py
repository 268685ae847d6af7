"""The ends of starts that come in any order, handed on in the order of their numbers."""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from threading import Lock
from typing import Any

from tui_backprop.training.starts.plan import Plan
from tui_backprop.training.starts.results import Rows, StartResult, result_of


class InOrder:
    """Holds back what has ended before a start with a lower number; safe for threads."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._next = 0
        self._held: list[tuple[int, Any]] = []
        self._lock = Lock()

    def add(self, rows: Rows) -> None:
        """Starts that have ended, in any order."""
        with self._lock:
            for row in rows:
                heapq.heappush(self._held, (int(row["number"]), row))

    def take(self, all_of_them: bool = False) -> Iterator[StartResult]:
        """What has not been taken yet and has no gap before it; or all of it, gaps or not."""
        ready: list[Any] = []
        with self._lock:
            while self._held and (all_of_them or self._held[0][0] == self._next):
                number, row = heapq.heappop(self._held)
                self._next = number + 1
                ready.append(row)
        for row in ready:
            yield result_of(self._plan, row)
