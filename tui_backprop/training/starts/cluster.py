"""The engine of a cluster: batches of starts on the workers of a Dask scheduler."""

from __future__ import annotations

from queue import Empty, SimpleQueue
from time import perf_counter
from typing import Any
from uuid import uuid4

import numpy as np
from numpy.typing import NDArray

from tui_backprop import __version__
from tui_backprop.calculus.array import Array
from tui_backprop.calculus.fact import InputError
from tui_backprop.training.starts.control import Control
from tui_backprop.training.starts.plan import Plan
from tui_backprop.training.starts.queue import Queue
from tui_backprop.training.starts.results import Rows
from tui_backprop.training.starts.threads import Deliver, train_numbers

CONNECT_SECONDS = 5
FIRST_BATCH = 32
MOST_IN_BATCH = 100_000
AHEAD = 2
"""Batches for each thread of the cluster that are with the scheduler, so that none waits for the next."""
LIVES = 10
"""So many times a batch may lose its worker before the run gives up; a worker that always dies would never end it."""


class Cluster:
    """Batches of about `seconds` on the cluster whose scheduler is at `address`, such as tcp://host:8786.

    Raises ImportError where Dask's distributed is missing. What a lost worker had under way is trained again elsewhere.
    """

    def __init__(self, address: str, seconds: float = 3.0) -> None:
        import distributed

        self._distributed: Any = distributed
        self._address, self._seconds = address, seconds

    def work(self, queue: Queue, marks: Array, control: Control, deliver: Deliver) -> None:
        """Train what is in the queue; back when all of it has ended, or soon after `control.stop`.

        Raises InputError where no scheduler answers, or where a worker runs another version of the program.
        """
        with self._client() as client:
            self._refuse_other_versions(client)
            batches = _Batches(self._distributed, client, queue, marks, self._seconds)
            try:
                while not control.stopped:
                    if not control.paused:
                        batches.submit()
                    if not batches.under_way:
                        if control.paused and control.may_work():
                            continue
                        return
                    for rows, curves in batches.ended():
                        deliver(rows, curves)
            finally:
                batches.cancel()

    def _client(self) -> Any:
        try:
            return self._distributed.Client(
                self._address, timeout=CONNECT_SECONDS, set_as_default=False, name="tui-backprop"
            )
        except (OSError, ValueError) as problem:  # a TimeoutError is an OSError
            reason = str(problem) or type(problem).__name__
            raise InputError("starts", "no_scheduler", address=self._address, problem=reason) from problem

    def _refuse_other_versions(self, client: Any) -> None:
        def version() -> str:
            try:
                import tui_backprop
            except ImportError:
                return "none"
            return tui_backprop.__version__

        others = tuple(sorted((worker, found) for worker, found in client.run(version).items() if found != __version__))
        if others:
            raise other_versions(others)


class _Batches:
    """The batches that are with the scheduler, and how many starts the next one should have."""

    def __init__(self, distributed: Any, client: Any, queue: Queue, marks: Array, seconds: float) -> None:
        self._distributed, self._client = distributed, client
        self._queue, self._marks, self._seconds = queue, marks, seconds
        self._run = uuid4().hex
        self._group, self._size, self._sent = 0, FIRST_BATCH, 0
        self._back: SimpleQueue[Any] = SimpleQueue()
        self.under_way: dict[Any, tuple[int, NDArray[np.int64], int]] = {}

    def submit(self) -> None:
        """Keep the workers busy."""
        threads = sum(self._client.nthreads().values()) or 1
        while len(self.under_way) < AHEAD * threads and self._group < len(self._queue.groups):
            numbers = self._queue.take(self._group, self._size, threads)
            if len(numbers):
                self._send(self._group, numbers, LIVES)
            else:
                self._group, self._size = self._group + 1, FIRST_BATCH

    def _send(self, group: int, numbers: NDArray[np.int64], lives: int) -> None:
        self._sent += 1
        key = f"starts-{self._run}-{self._sent}"
        future = self._client.submit(
            train_batch, __version__, self._queue.plan, numbers, self._marks, key=key, pure=False, retries=2
        )
        self.under_way[future] = group, numbers, lives
        future.add_done_callback(self._back.put)

    def ended(self) -> list[tuple[Rows, Array]]:
        """What has come back within a fifth of a second; what lost its worker too often is sent once more."""
        found: list[tuple[Rows, Array]] = []
        for future in self._returned():
            group, numbers, lives = self.under_way.pop(future)
            try:
                result = future.result()
            except (self._distributed.KilledWorker, self._distributed.client.FutureCancelledError):
                if not lives:
                    raise
                self._send(group, numbers, lives - 1)
                continue
            if isinstance(result, str):  # it came after the others were asked
                raise other_versions((("a worker", result),))
            rows, curves, seconds = result
            found.append((rows, curves))
            if group == self._group:
                self._size = int(min(max(self._seconds / seconds * len(numbers), FIRST_BATCH), MOST_IN_BATCH))
        return found

    def _returned(self) -> list[Any]:
        try:
            returned = [self._back.get(timeout=0.2)]
        except Empty:
            return []
        while not self._back.empty():
            returned.append(self._back.get())
        return returned

    def cancel(self) -> None:
        """Have the scheduler forget what is under way."""
        if self.under_way:
            self._client.cancel(list(self.under_way), force=True)


def train_batch(version: str, plan: Plan, numbers: NDArray[np.int64], marks: Array) -> tuple[Rows, Array, float] | str:
    """Train starts to their ends on a worker: their rows, ΣE at the marks, and the seconds that it took.

    A worker of another version trains nothing and gives its version.
    """
    if version != __version__:
        return __version__
    start = perf_counter()
    rows, curves = train_numbers(plan, numbers.tolist(), marks)
    return rows, curves, perf_counter() - start


def other_versions(workers: tuple[tuple[str, str], ...]) -> InputError:
    """The refusal of workers, by address and version."""
    return InputError("starts", "other_versions", here=__version__, workers=workers)
