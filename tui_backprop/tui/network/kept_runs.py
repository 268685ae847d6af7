"""The keys of kept runs: keep this one, compare them, go to one, put two side by side."""

from __future__ import annotations

from typing import Any

from textual.screen import Screen

from tui_backprop.explain.typeset import count
from tui_backprop.training.network.comparison import TARGETS, Comparison, RunRow
from tui_backprop.training.network.engine import Engine
from tui_backprop.training.network.kept import MOST_KEPT, PRESENT
from tui_backprop.training.network.snapshot import Snapshot
from tui_backprop.tui.dialogs.table import Row, TableScreen
from tui_backprop.tui.network.loss import letter
from tui_backprop.tui.network.marks import error_text
from tui_backprop.tui.network.run import Run
from tui_backprop.tui.network.settings import setting_texts, shared_text
from tui_backprop.tui.network.side_by_side import SideBySideScreen
from tui_backprop.words import words


class KeptRuns:
    """Has the engine keep, drop and compare runs, and go to one."""

    def __init__(self, screen: Screen[Any], run: Run) -> None:
        self._screen = screen
        self._run = run
        self._table: TableScreen | None = None
        self._beside: SideBySideScreen | None = None

    async def keep(self, snapshot: Snapshot) -> None:
        """Keep the run; where as many are kept as may be, ask which of them makes room."""
        goes = PRESENT
        if len(snapshot.kept) >= MOST_KEPT:
            said, kept = words().runs, snapshot.chart.kept
            settings = setting_texts([run.recipe for run in kept])
            rows = [
                Row(str(run.label), (letter(run.label), text or said.same_settings))
                for run, text in zip(kept, settings, strict=True)
            ]
            title, heads = said.let_go_title(most=MOST_KEPT), ("", said.settings_head)
            answer = await self._screen.app.push_screen_wait(
                TableScreen(title, words().app.take_or_cancel, "", heads, rows)
            )
            if answer is None:
                return
            goes = int(answer[1])

        def keep(engine: Engine) -> None:
            engine.session.drop(goes)
            self._run.say(words().runs.kept(label=letter(engine.session.keep())))

        self._run.do(keep)

    async def compare(self) -> None:
        """Show the table of runs, as long as somebody has something to do with them."""
        self._run.do(lambda engine: engine.session.look("runs"))
        chosen = ""
        try:
            while (answer := await self._choose(chosen)) is not None:
                what, chosen = answer
                label = int(chosen)
                if label == PRESENT:
                    if what == "enter":
                        return
                elif what == "enter":
                    self._run.do(lambda engine, label=label: engine.switch(label))
                    self._screen.notify(words().runs.switched(label=letter(label)))
                    return
                elif what == "remove":
                    self._run.do(lambda engine, label=label: engine.session.drop(label))
                else:
                    await self._side_by_side(label)
        finally:
            self._run.do(lambda engine: engine.session.look(""))

    async def _choose(self, chosen: str) -> tuple[str, str] | None:
        said = words().runs
        keys = (("d", "beside"), ("delete,backspace", "remove"))
        title, heads = said.runs_title(shared=""), [""] * 6
        self._table = TableScreen(title, said.runs_hint, said.no_kept, heads, (), keys, highlighted=chosen)
        self._run.do(lambda engine: None)  # a snapshot, and with it the rows
        try:
            return await self._screen.app.push_screen_wait(self._table)
        finally:
            self._table = None

    async def _side_by_side(self, label: int) -> None:
        self._beside = SideBySideScreen(self._step, self._go)
        self._run.do(lambda engine: engine.session.look("runs", label))
        try:
            await self._screen.app.push_screen_wait(self._beside)
        finally:
            self._beside = None
            self._run.do(lambda engine: engine.session.look("runs"))

    def _step(self, iterations: int) -> None:
        self._run.do(lambda engine: engine.move(iterations * engine.session.timeline.samples))

    def _go(self, iteration: int) -> None:
        self._run.do(lambda engine: engine.travel(iteration * engine.session.timeline.samples))

    def show(self, snapshot: Snapshot) -> None:
        """Show the comparison of this snapshot, if somebody looks at it."""
        found = snapshot.comparison
        if found is None:
            return
        if self._table is not None:
            self._table.show(*_table(found))
        if self._beside is not None and found.beside is not None:
            self._beside.show(found)


def _table(found: Comparison) -> tuple[str, tuple[str, ...], list[Row]]:
    """The title, the heads and the rows; no rows where no run is kept."""
    said, recipes = words().runs, [row.recipe for row in found.rows]
    heads = (
        "",
        said.settings_head,
        said.iterations_head,
        said.error_head(iteration=count(found.iteration)),
        *(said.reached_head(error=f"{target:g}") for target in TARGETS),
    )
    rows = [_row(row, text) for row, text in zip(found.rows, setting_texts(recipes), strict=True)]
    return said.runs_title(shared=shared_text(recipes)), heads, rows if len(rows) > 1 else []


def _row(row: RunRow, settings: str) -> Row:
    said = words().runs
    name = said.present if row.label == PRESENT else letter(row.label)
    reached = (said.not_within(iterations=count(row.iterations)) if n is None else count(n) for n in row.reached)
    settings = settings or said.same_settings
    return Row(str(row.label), (name, settings, count(row.iterations), error_text(row.error), *reached))
