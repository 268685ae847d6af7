"""The network screen: the panes around one run, and the keys that look at it."""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, Vertical
from textual.widgets import Footer, Static

from tui_backprop.calculus.network.quantities import Phase
from tui_backprop.explain.cell import Cell
from tui_backprop.explain.network.narration import narrate
from tui_backprop.explain.network.notation import element
from tui_backprop.explain.network.practice import choose_task
from tui_backprop.explain.network.source import source_of
from tui_backprop.training.network.recipe import number as read_number
from tui_backprop.training.network.session import Session
from tui_backprop.training.network.snapshot import Snapshot
from tui_backprop.training.saving.keeper import Keeper
from tui_backprop.tui.dialogs.ask import AskScreen
from tui_backprop.tui.dialogs.gate import opens_dialog
from tui_backprop.tui.kit.inspector import Inspector
from tui_backprop.tui.kit.matrix_board import MatrixBoard
from tui_backprop.tui.kit.pane_tabs import PaneTabs
from tui_backprop.tui.kit.top_bar import TopBar
from tui_backprop.tui.network.computation import ComputationPane
from tui_backprop.tui.network.decision_map import DecisionMapPane
from tui_backprop.tui.network.drawing import NetworkPane
from tui_backprop.tui.network.help_texts import pane_help
from tui_backprop.tui.network.jacobians import JacobiansPane
from tui_backprop.tui.network.keys import KEYS
from tui_backprop.tui.network.listing import ListingScreen
from tui_backprop.tui.network.loss import LossPane
from tui_backprop.tui.network.microscope import Microscope
from tui_backprop.tui.network.parameters import ParametersPane
from tui_backprop.tui.network.quantity_board import QuantityBoard
from tui_backprop.tui.network.reports import ReportsPane
from tui_backprop.tui.network.run import RunScreen
from tui_backprop.tui.network.samples import SamplesPane
from tui_backprop.tui.network.where import place_line, run_text, status
from tui_backprop.words import sentence

NAMES = {
    "computation": "Computation",
    "parameters": "Parameters",
    "jacobians": "Jacobians",
    "loss": "Loss",
    "samples": "Samples",
    "network": "Network",
    "map": "Map",
    "reports": "Reports",
}
VIEWS = ("samples", "network", "map", "reports")


class NetworkScreen(RunScreen):
    """Shows one run of the network."""

    NAMES = NAMES
    VIEWS = VIEWS
    KEYS = KEYS
    BINDINGS: ClassVar[list[BindingType]] = [*KEYS.bindings()]

    def __init__(
        self,
        session: Session,
        go_to: int = 0,
        compile: bool = True,
        keeper: Keeper | None = None,
        file: Path | None = None,
    ) -> None:
        super().__init__(session, go_to, compile, keeper, file)
        self._microscope = Microscope(self)
        self.practice_random = Random()
        self._score = (0, 0)

    def compose(self) -> ComposeResult:
        """The panes, in the order in which tab goes through them."""
        yield TopBar("network")
        yield Static(id="narration")
        yield PaneTabs(NAMES, id="all-tabs")
        with Container(id="panes"):
            with Vertical(id="main"):
                yield ComputationPane(id="computation", classes="pane")
                yield ParametersPane(id="parameters", classes="pane")
                yield JacobiansPane(id="jacobians", classes="pane")
            with Container(id="views"):
                yield PaneTabs({pane: NAMES[pane] for pane in VIEWS}, id="view-tabs")
                yield SamplesPane(id="samples", classes="pane")
                yield NetworkPane(id="network", classes="pane")
                yield DecisionMapPane(id="map", classes="pane")
                yield ReportsPane(id="reports", classes="pane")
            yield LossPane(id="loss", classes="pane")
        yield Inspector(id="inspector")
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        """Begin at the Jacobians."""
        self._places.bring_forward("samples", focus=False)
        self._places.bring_forward("jacobians")

    def paint(self, snapshot: Snapshot) -> None:
        """Show a snapshot on every pane in sight."""
        self._microscope.look(snapshot)
        bar = self.query_one(TopBar)
        width = bar.content_size.width
        right = status(snapshot, width)
        room = width - bar.taken - right.cell_len - 1
        bar.show(run_text(snapshot, room, self._microscope.badges()), right, place_line(snapshot, width))
        # A layout costs as much as a paint: only where the narration may wrap is there one for it.
        wraps = self.query_one("#all-tabs").display
        self.query_one("#narration", Static).update(self._narration(snapshot), layout=wraps)
        for pane in self._places.visible():
            pane.show(snapshot)
        self._places.annotate()

    def _narration(self, snapshot: Snapshot) -> Text:
        return Text(sentence(narrate(snapshot.phase, snapshot.values, snapshot.rate_used)))

    def leave(self) -> None:
        """End practice, then the zoom."""
        if self._microscope.task is not None:
            self._end_practice()
        else:
            super().leave()

    def pane_help(self, pane: str) -> Text:
        """Help for a pane."""
        return pane_help(pane)

    # --- looks

    def action_chart(self, what: str) -> None:
        """Change how the loss chart looks at the run."""
        self._places.reveal("loss")
        self._do(lambda engine: engine.session.change_view(what))

    @on(MatrixBoard.CursorMoved)
    def _point(self, event: MatrixBoard.CursorMoved) -> None:
        if isinstance(event.board, QuantityBoard):
            self._microscope.follow(event.board, self.snapshot)

    def action_check(self) -> None:
        """Check numerically, or stop it."""
        self._microscope.checking = not self._microscope.checking
        self._again()

    def action_flip(self) -> None:
        """Show J, or Jᵀ."""
        if self.snapshot is not None:
            self.query_one(JacobiansPane).flip(self.snapshot)

    @opens_dialog
    async def action_source(self) -> None:
        """Show the lines that computed the matrix under the cursor."""
        cell = self._microscope.cell
        if cell is None:
            self.notify("Put the cursor on a number first: ↓ in a pane of matrices, or a click.")
            return
        await self.app.push_screen_wait(ListingScreen(source_of(cell.code)))

    @opens_dialog
    async def action_edit(self) -> None:
        """Ask for the parameter under the cursor, or for the learning rate where there is none."""
        cell, snapshot = self._microscope.cell, self.snapshot
        if snapshot is None or cell is None or cell.code not in ("theta1", "theta2"):
            await self.ask_learning_rate()
            return
        name = f"{cell.code}[{cell.row},{cell.column}]"
        symbol = element(cell.code, cell.row, cell.column)
        value = float(snapshot.values[cell.code][cell.row, cell.column])
        hint = "a number, such as 0.5; the cycles after this one are trained anew, and u undoes it"
        text = await self.app.push_screen_wait(
            AskScreen(f"{symbol} = {name}", hint, lambda text: read_number(text.strip(), symbol), repr(value))
        )
        if text is not None:
            number = read_number(text.strip(), symbol)
            self._do(lambda engine: engine.session.set_parameter(name, number))

    @opens_dialog
    async def action_practise(self) -> None:
        """Hide an entry, ask for it, judge the answer and show the working."""
        snapshot, microscope = self.snapshot, self._microscope
        if snapshot is None or snapshot.phase is not Phase.UPDATE or snapshot.running:
            self.notify("Practice needs a whole cycle at rest: → takes one.")
            return
        task = microscope.task = choose_task(snapshot.values, snapshot.inputs, snapshot.hidden, self.practice_random)
        self._places.bring_forward("parameters" if task.cells[0][0] == "jacobian_f1_x1" else "jacobians")
        microscope.point(Cell(*task.cells[0]))
        self._again()
        right, asked = self._score
        text = await self.app.push_screen_wait(
            AskScreen(
                f"Practice: {task.symbol} = ? ({right} of {asked} right)",
                "three digits are enough",
                lambda text: read_number(text.strip(), "answer"),
                low=True,
            )
        )
        if text is not None:
            is_right = task.is_right(read_number(text.strip(), "answer"))
            self._score = (right + is_right, asked + 1)
            verdict = "right" if is_right else "not right: the working is below"
            self.notify(f"{text.strip()} is {verdict}. {self._score[0]} of {self._score[1]}; p asks again.")
        self._end_practice()

    def _end_practice(self) -> None:
        self._microscope.task = None
        self._again()

    def action_edges(self) -> None:
        """Have the network's edges show something else."""
        self._places.reveal("network")
        self.query_one(NetworkPane).cycle_mode()
        self._places.annotate()

    def action_units(self) -> None:
        """Show the hidden units' lines on the map, or hide them."""
        self._places.reveal("map")
        pane = self.query_one(DecisionMapPane)
        pane.hidden_lines = not pane.hidden_lines

    def _again(self) -> None:
        if self.snapshot is not None:
            self.paint(self.snapshot)
