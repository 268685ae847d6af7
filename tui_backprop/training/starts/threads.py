"""The engine of one machine: a thread for each processor, a block of lanes for each thread."""

from __future__ import annotations

import os
from collections.abc import Callable
from threading import Thread

import numpy as np

from tui_backprop.calculus.array import Array
from tui_backprop.training.starts.block import Block, Hand
from tui_backprop.training.starts.control import Control
from tui_backprop.training.starts.plan import Plan
from tui_backprop.training.starts.queue import MOST_AT_ONCE, Queue
from tui_backprop.training.starts.results import Rows

Deliver = Callable[[Rows, Array], None]
"""Takes ended starts and their ΣE at the marks; called from any thread."""


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Threads:
    """Threads that share the interpreter: the machine code lets others run, so nothing is pickled and nothing started."""

    def __init__(self, jobs: int | None = None) -> None:
        self.jobs = jobs or processors()

    def work(self, queue: Queue, marks: Array, control: Control, deliver: Deliver) -> None:
        """Train what is in the queue; back when all of it has ended, or soon after `control.stop`.

        Raises what went wrong in one of the threads.
        """
        failures: list[BaseException] = []

        def worker() -> None:
            try:
                for group in range(len(queue.groups)):
                    _work_on(queue, group, self.jobs, marks, control, deliver)
            except BaseException as failure:
                failures.append(failure)
                control.stop()

        threads = [Thread(target=worker, name=f"starts-{k}", daemon=True) for k in range(self.jobs)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        if failures:
            raise failures[0]


def _work_on(queue: Queue, group: int, jobs: int, marks: Array, control: Control, deliver: Deliver) -> None:
    plan, block, hand, drain = queue.plan, None, None, False
    while control.may_work():
        if hand is None or not (len(hand.numbers) or drain):
            numbers = queue.take(group, MOST_AT_ONCE, jobs)
            drain = not len(numbers)
            hand = Hand.of(plan, numbers)
        if block is None:
            if drain:
                return
            block = Block(plan, *queue.groups[group], marks)
            control.trains = True
        taken, rows, curves = block.train(hand, drain)
        hand = hand.without(taken)
        if len(rows):
            deliver(rows, curves)
        if drain and block.free:
            return


def train_numbers(plan: Plan, numbers: list[int], marks: Array) -> tuple[Rows, Array]:
    """Train starts of one task and one number of hidden units to their ends, on this thread; in order of numbers."""
    task, hidden = plan.settings[plan.setting_of(numbers[0])][:2]
    block, hand = Block(plan, task, hidden, marks), Hand.of(plan, np.array(numbers, np.int64))
    found: list[tuple[Rows, Array]] = []
    while len(hand.numbers) or not block.free:
        taken, rows, curves = block.train(hand, drain=True)
        hand = hand.without(taken)
        found.append((rows, curves))
    rows, curves = (np.concatenate(parts) for parts in zip(*found, strict=True))
    order = np.argsort(rows["number"])
    return rows[order], curves[order]
