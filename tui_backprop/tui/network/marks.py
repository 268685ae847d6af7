"""The keys of marks: give this moment a name, list the names, go to one."""

from __future__ import annotations

from typing import Any

from textual.screen import Screen

from tui_backprop.explain.typeset import count, fixed
from tui_backprop.training.network.comparison import Marked
from tui_backprop.training.network.engine import Engine
from tui_backprop.training.network.mark import mark_name
from tui_backprop.training.network.snapshot import Snapshot
from tui_backprop.tui.dialogs.ask import AskScreen
from tui_backprop.tui.dialogs.table import Row, TableScreen
from tui_backprop.tui.network.phases import phase_label
from tui_backprop.tui.network.run import Run
from tui_backprop.words import words

ERROR = 9
"""The width of ΣE in a table."""


def error_text(error: float | None) -> str:
    """ΣE in a table; a dash before the first iteration, and after the last."""
    return "—" if error is None else fixed(error, ERROR).strip().lstrip("+")


class Marks:
    """Has the engine set, rename and remove marks, and go to one."""

    def __init__(self, screen: Screen[Any], run: Run) -> None:
        self._screen = screen
        self._run = run
        self._open: TableScreen | None = None

    async def ask(self, snapshot: Snapshot) -> None:
        """Ask for a name, and give it to the moment of this snapshot, wherever the run has got to meanwhile."""
        said = words().runs
        name = await self._screen.app.push_screen_wait(
            AskScreen(said.mark_title, said.mark_hint, mark_name, default_name(snapshot), verbatim=True)
        )
        if name is not None:

            def mark(engine: Engine) -> None:
                engine.session.mark(name, snapshot.cycle, snapshot.phase)
                self._run.say(words().runs.mark_set(name=mark_name(name)))

            self._run.do(mark)

    async def list(self, snapshot: Snapshot) -> None:
        """List the marks, as long as somebody has something to do with them."""
        self._look("marks")
        chosen = snapshot.marks[0].name if snapshot.marks else ""
        for mark in snapshot.marks:
            chosen = mark.name if mark.cycle <= snapshot.cycle else chosen
        try:
            while (answer := await self._table(chosen)) is not None:
                what, chosen = answer
                if what == "enter":
                    self._run.do(lambda engine, name=chosen: engine.go_to_mark(name))
                    return
                if what == "remove":
                    self._run.do(lambda engine, name=chosen: engine.session.remove_mark(name))
                else:
                    chosen = await self._rename(chosen)
        finally:
            self._look("")

    async def _table(self, chosen: str) -> tuple[str, str] | None:
        said = words().runs
        keys = (("r", "rename"), ("delete,backspace", "remove"))
        self._open = TableScreen(
            said.marks_title, said.marks_hint, said.no_marks, _heads(), (), keys, wide=0, highlighted=chosen
        )
        self._run.do(lambda engine: None)  # a snapshot, and with it the rows
        try:
            return await self._screen.app.push_screen_wait(self._open)
        finally:
            self._open = None

    async def _rename(self, name: str) -> str:
        new = await self._screen.app.push_screen_wait(
            AskScreen(words().runs.rename_title, words().runs.mark_hint, mark_name, name, verbatim=True)
        )
        if new is None:
            return name
        self._run.do(lambda engine: engine.session.rename_mark(name, new))
        return mark_name(new)

    def show(self, snapshot: Snapshot) -> None:
        """Show the marks of this snapshot in the list, if it is open."""
        if self._open is not None:
            self._open.show(words().runs.marks_title, _heads(), [_row(marked) for marked in snapshot.marked])

    def _look(self, at: str) -> None:
        self._run.do(lambda engine: engine.session.look("marks" if at else ""))


def default_name(snapshot: Snapshot) -> str:
    """Where the run is, in words."""
    whole = snapshot.phase.is_whole
    sample = 0 if whole and snapshot.sample in (0, snapshot.samples) else snapshot.sample
    phase = "" if whole else phase_label(snapshot.phase)
    return words().runs.default_mark(iteration=count(snapshot.iteration), sample=sample, phase=phase)


def _heads() -> tuple[str, ...]:
    said = words().runs
    return said.name_head, said.iteration_head, said.cycle_head, said.phase_head, "ΣE"


def _row(marked: Marked) -> Row:
    mark = marked.mark
    phase = phase_label(mark.phase)
    return Row(mark.name, (mark.name, count(marked.iteration), count(mark.cycle), phase, error_text(marked.error)))
