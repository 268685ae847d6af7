"""The key that asks when something changed last."""

from __future__ import annotations

from typing import Any

from textual.screen import Screen

from tui_backprop.calculus.network.structure import structural_zeros
from tui_backprop.explain.cell import Cell
from tui_backprop.explain.network.notation import element
from tui_backprop.training.network.condition import Condition
from tui_backprop.training.network.engine import Engine
from tui_backprop.training.network.search import Positive, SampleRight, Saturated
from tui_backprop.training.network.snapshot import Snapshot
from tui_backprop.tui.dialogs.table import Row, TableScreen
from tui_backprop.tui.network.run import Run
from tui_backprop.words import words

SAMPLE, UNIT = "sample", "unit"


class When:
    """Has the engine look back for the last change of what the cursor is on, and go there."""

    def __init__(self, screen: Screen[Any], run: Run) -> None:
        self._screen = screen
        self._run = run

    async def ask(self, cell: Cell | None, front: str, snapshot: Snapshot) -> None:
        """Look for the last change of a cell; without one ask which sample or hidden unit is meant.

        `front` is the pane in front: in the network's the list begins at the units.
        """
        if cell is None:
            condition = await self._choose(front, snapshot)
        elif _never_changes(cell, snapshot):
            self._screen.notify(words().runs.never_changes(symbol=element(*cell, snapshot.inputs)), markup=False)
            return
        else:
            condition = _condition(cell, snapshot)
        if condition is not None:
            self._run.do(lambda engine: _search(engine, condition))

    async def _choose(self, front: str, snapshot: Snapshot) -> Condition | None:
        said = words().runs
        rows = [
            Row(f"{SAMPLE} {k}", (said.when_sample(sample=k, inputs=",".join(f"{x:g}" for x in inputs)),))
            for k, inputs in enumerate(snapshot.table.x1.tolist(), 1)
        ]
        rows += [Row(f"{UNIT} {k}", (said.when_unit(unit=k),)) for k in range(1, snapshot.hidden + 1)]
        first = f"{UNIT} 1" if front == "network" else f"{SAMPLE} {max(snapshot.sample, 1)}"
        answer = await self._screen.app.push_screen_wait(
            TableScreen(said.when_title, words().app.take_or_cancel, "", (said.what_head,), rows, (), 0, first)
        )
        if answer is None:
            return None
        what, number = answer[1].split()
        return SampleRight(int(number)) if what == SAMPLE else Saturated(int(number))


def _never_changes(cell: Cell, snapshot: Snapshot) -> bool:
    """Whether the entry is zero by structure, the constant 1, an input or a label."""
    if cell.code in ("x1", "tx1") or (cell.code, cell.row) == ("x3", 0):
        return True
    zeros = structural_zeros(cell.code.removesuffix("_before"), snapshot.inputs, snapshot.hidden)
    if bool(zeros[cell.row, cell.column]):
        return True
    # [1 x1ᵀ] on the diagonal: the inputs again.
    return cell.code == "jacobian_f1_theta1"


def _condition(cell: Cell, snapshot: Snapshot) -> Condition:
    """What is asked of a cell: a hidden unit's output and slope saturate, the network's output is right, others have a sign."""
    sample = max(snapshot.sample, 1)
    if cell.code == "x3":
        return Saturated(cell.row)
    if cell.code == "jacobian_f2_x2":
        return Saturated(cell.column + 1)
    if cell.code in ("x4", "x5"):
        return SampleRight(sample)
    return Positive(cell.code.removesuffix("_before"), cell.row, cell.column, sample)


def _search(engine: Engine, condition: Condition) -> None:
    """From the cursor back to the first cycle at which there is an answer."""
    session = engine.session
    start, stop = 0, session.whole_cycle
    if isinstance(condition, Positive) and condition.code not in ("theta1", "theta2"):
        # Before its sample's first turn an entry has no value; what a cycle under way has computed counts.
        start, stop = condition.sample, max(session.cycle, condition.sample)
    engine.search(condition, min(start, stop), stop, backward=True)
