"""The terminal beside the output: a sentence, a progress bar while a command works, and an end that was asked for."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Generator
from contextlib import contextmanager
from types import FrameType

from tui_backprop.printable import printable
from tui_backprop.words import words


def say(sentence: str) -> None:
    """Write one sentence to the standard error, where there is one."""
    if sys.stderr is not None:
        print(f"tui-backprop: {printable(sentence, keep=chr(10))}", file=sys.stderr)


@contextmanager
def noticing_signals() -> Generator[list[int]]:
    """A list that receives Ctrl-C or SIGTERM, once: the second one ends the process as ever.

    Whoever reads it ends in good order, with the exit code 128 + the signal's number. What the shell told the process
    to ignore stays ignored.
    """
    noticed: list[int] = []

    def notice(number: int, frame: FrameType | None) -> None:
        noticed.append(number)
        signal.signal(number, before[signal.Signals(number)])

    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    for number, handler in before.items():
        if handler is not signal.SIG_IGN:
            signal.signal(number, notice)
    try:
        yield noticed
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def progress_bar(goal: int, text: str | None = None) -> Generator[Callable[..., None]]:
    """Show how much of `goal` is done, on the standard error if that is a terminal; gone at the end.

    What it gives takes what is done, and a note if `text` has a place for one; without a text it counts iterations.
    """
    if sys.stderr is None or not sys.stderr.isatty():
        yield _show_nothing
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

    bar = Progress(
        TextColumn(text or words().command.progress(done="{task.completed:,}", goal="{task.total:,}")),
        BarColumn(),
        TaskProgressColumn(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
        redirect_stdout=sys.stdout is not None and sys.stdout.isatty(),
    )
    with bar:
        task = bar.add_task("", total=goal, note="")

        def show(done: int, note: str = "") -> None:
            bar.update(task, completed=done, note=note)

        yield show


def _show_nothing(done: int, note: str = "") -> None:
    pass
