"""What can be taken along from the network screen."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any, TypeVar, cast

from textual.screen import Screen

from tui_backprop.calculus.network.quantities import Phase
from tui_backprop.explain.cell import Cell
from tui_backprop.explain.matrix import FORMATS, Format
from tui_backprop.explain.network.taking import curve, matrix, symbol_of
from tui_backprop.explain.typeset import count
from tui_backprop.training.network.engine import Engine
from tui_backprop.training.network.loss_curve import Curve
from tui_backprop.training.network.session import Session
from tui_backprop.training.network.snapshot import Snapshot
from tui_backprop.tui.dialogs.export import Piece, picture, take_along
from tui_backprop.tui.kit.keys import printed
from tui_backprop.tui.network.run import Run
from tui_backprop.words import sentence, words

CYCLE_FORMATS = ("text", "markdown", "latex", "numpy", "torch", "json")
CURVE_FORMATS = ("csv", "numpy", "markdown", "latex")
ROWS = 40
"""A table on paper has so many rows of the curve at most; CSV and NumPy have all that the run keeps."""

_T = TypeVar("_T")


class Export:
    """Offers the matrix under the cursor, the whole cycle, the loss curve and the screen."""

    def __init__(self, screen: Screen[Any], run: Run) -> None:
        self._screen = screen
        self._run = run

    async def ask(self, cell: Cell | None, turned: bool, snapshot: Snapshot) -> None:
        """Ask what is to be taken of this moment, and take it; `turned` says that Jacobians are shown as their transposes."""
        shown = picture(self._screen.app)
        pieces: list[Piece] = []
        if cell is not None and snapshot.value(cell.code) is not None:
            turned = turned and cell.code.startswith(("jacobian", "product"))
            pieces.append(_matrix(cell.code, turned, snapshot))
        moment = await self._ask(Session.whole_snapshot)
        if moment is not None:
            pieces.append(_cycle(moment))
        if snapshot.furthest >= snapshot.samples:
            pieces.append(Piece(words().export.curve, "loss", CURVE_FORMATS, self._curve))
        app = self._screen.app
        point = printed(cast(Any, app).keymap.get("point", "↓"))
        missing = words().export.matrix_first(key=point) if cell is None else ""
        await take_along(app, [*pieces, shown], missing)

    async def _curve(self, format: str) -> str:
        points = ROWS if format in ("markdown", "latex") else None

        def read(session: Session) -> Curve:
            loss = session.timeline.curve
            return loss.envelope(1, loss.count, points or loss.buckets)

        return curve(await self._ask(read), cast(Format, format))

    async def _ask(self, question: Callable[[Session], _T]) -> _T:
        """What the engine's thread answers, between two portions of its work."""
        loop = asyncio.get_running_loop()
        answer: asyncio.Future[_T] = loop.create_future()

        def ask(engine: Engine) -> None:
            found = question(engine.session)
            loop.call_soon_threadsafe(lambda: None if answer.done() else answer.set_result(found))

        self._run.do(ask)
        return await answer


def _matrix(code: str, turned: bool, snapshot: Snapshot) -> Piece:
    updated = snapshot.phase is Phase.UPDATE
    symbol = symbol_of(code, turned, updated)
    symbol = words().network_screen.before(symbol=symbol) if code.endswith("_before") else symbol
    values = snapshot.values[code]

    async def make(format: str) -> str:
        return matrix(code, values, turned, updated, cast(Format, format))

    return Piece(words().export.matrix(symbol=symbol), code, FORMATS, make)


def _cycle(moment: Snapshot) -> Piece:
    async def make(format: str) -> str:
        # Its formulas and sentences are many, and only who takes a cycle along needs them.
        from tui_backprop.explain.network import export
        from tui_backprop.explain.network.worked import work

        return await asyncio.to_thread(export.export, work(moment), cast(export.Format, format), sentence)

    return Piece(words().export.cycle(cycle=count(moment.cycle)), f"cycle-{moment.cycle}", CYCLE_FORMATS, make)
