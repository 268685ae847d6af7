"""The keys that change the run: parameters, learning rate, task, restarts, and their undo."""

from __future__ import annotations

from typing import Any

from textual.screen import Screen

from tui_backprop.calculus.network.own_data import OWN
from tui_backprop.calculus.network.truth_table import TASKS
from tui_backprop.explain.cell import Cell
from tui_backprop.explain.network.notation import element, place
from tui_backprop.explain.plain import skinned
from tui_backprop.explain.typeset import short
from tui_backprop.training.network.engine import Engine
from tui_backprop.training.network.recipe import Recipe
from tui_backprop.training.network.snapshot import Snapshot
from tui_backprop.tui.dialogs.ask import AskScreen
from tui_backprop.tui.dialogs.choose import ChooseScreen
from tui_backprop.tui.network.reading import read_learning_rate, read_number
from tui_backprop.tui.network.run import Run
from tui_backprop.words import words


class Changes:
    """Edits the run; each edit can be undone."""

    def __init__(self, screen: Screen[Any], run: Run) -> None:
        self._screen = screen
        self._do = run.do

    def step_learning_rate(self, up: bool) -> None:
        """A higher or lower learning rate."""
        self._do(lambda engine: engine.session.change_learning_rate(up))

    async def ask_learning_rate(self, learning_rate: float) -> None:
        """Ask for a learning rate, and use it from the next cycle on; `learning_rate` is the one in force."""
        said = words().network_screen
        text = await self._screen.app.push_screen_wait(
            AskScreen(said.learning_rate, said.learning_rate_hint, read_learning_rate, repr(learning_rate))
        )
        if text is not None:
            chosen = read_learning_rate(text)
            self._do(lambda engine: engine.session.set_learning_rate(chosen))

    async def ask_parameter(self, cell: Cell, snapshot: Snapshot) -> None:
        """Ask for the value of a cell of θ1 or θ2."""
        name = f"{cell.code}[{cell.row},{cell.column}]"
        row, column = place(*cell, snapshot.inputs)
        symbol = skinned(element(*cell, snapshot.inputs))
        value = float(snapshot.values[cell.code][cell.row, cell.column])
        text = await self._screen.app.push_screen_wait(
            AskScreen(
                f"{symbol} · {words().network_screen.at(row=row, column=column)}",
                words().network_screen.edit_hint,
                read_number,
                repr(value),
            )
        )
        if text is not None:
            number = read_number(text)
            self._do(lambda engine: engine.session.set_parameter(name, number))

    async def ask_task(self, task: str, own: bool) -> None:
        """Ask for a task; `task` is the one in force, and `own` whether there is a table of one's own."""
        tasks = (*TASKS, OWN) if own else TASKS
        chosen = await self._screen.app.push_screen_wait(ChooseScreen(words().network_screen.task, tasks, task))
        if chosen is not None:
            self._do(lambda engine: engine.session.set_task(chosen))

    def restart(self, new: bool, recipe: Recipe) -> None:
        """Start again, from the same seed or from the next one; `recipe` is that of the run so far."""

        def restart(engine: Engine) -> None:
            engine.halt()
            engine.session.restart_new() if new else engine.session.restart_same()

        self._do(restart)
        said = words().network_screen
        self._screen.notify(said.restarted(rate=short(recipe.learning_rate), edits=len(recipe.edits)))

    def open(self, recipe: Recipe, cycle: int) -> None:
        """Put another run in the place of this one, at the end of a cycle; undo brings this one back."""
        self._do(lambda engine: engine.session.restart(recipe))
        self._do(lambda engine: engine.travel(cycle))

    def undo(self) -> None:
        """Undo an edit."""
        self._do(Engine.undo)

    def redo(self) -> None:
        """Redo an edit."""
        self._do(Engine.redo)
