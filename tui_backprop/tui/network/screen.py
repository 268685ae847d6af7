"""The network screen: it lays the panes out around one run and paints them; its controls act."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any, ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.geometry import Region
from textual.worker import Worker, WorkerState

from tui_backprop.explain.cell import Cell
from tui_backprop.explain.network.now import now
from tui_backprop.training.network.recipe import Recipe
from tui_backprop.training.network.session import Session
from tui_backprop.training.network.snapshot import Snapshot
from tui_backprop.training.saving.keeper import Keeper
from tui_backprop.tui.dialogs.gate import opens_dialog
from tui_backprop.tui.kit.inspector import Inspector
from tui_backprop.tui.kit.matrix_board import MatrixBoard
from tui_backprop.tui.kit.pane_tabs import PaneTabs
from tui_backprop.tui.kit.panes_screen import PanesScreen
from tui_backprop.tui.kit.top_bar import TopBar
from tui_backprop.tui.network.arrangement import INSPECTOR, PANES, STRIP
from tui_backprop.tui.network.computation import ComputationPane
from tui_backprop.tui.network.decision_map import DecisionMapPane
from tui_backprop.tui.network.drawing import NetworkPane
from tui_backprop.tui.network.heights import Heights
from tui_backprop.tui.network.help_texts import pane_help
from tui_backprop.tui.network.jacobians import JacobiansPane
from tui_backprop.tui.network.keys import KEYS
from tui_backprop.tui.network.loss import LossPane
from tui_backprop.tui.network.messages import Noted, Said, SnapshotReady
from tui_backprop.tui.network.microscope import Microscope
from tui_backprop.tui.network.now_lines import NowLines
from tui_backprop.tui.network.parameters import ParametersPane
from tui_backprop.tui.network.phase_pane import PhasePane
from tui_backprop.tui.network.places import NetworkPlaces
from tui_backprop.tui.network.quantity_board import QuantityBoard
from tui_backprop.tui.network.rail import Rail
from tui_backprop.tui.network.reports import ReportsPane
from tui_backprop.tui.network.run import COMPILER, Run
from tui_backprop.tui.network.samples import SamplesPane
from tui_backprop.tui.network.strip_view import StripView
from tui_backprop.tui.network.travel import Travel
from tui_backprop.tui.network.where import place_line, run_text, status
from tui_backprop.words import reason, sentence, words

if TYPE_CHECKING:
    # What asks and lists is made when its key is pressed: no first paint waits for the dialogs.
    from tui_backprop.tui.network.changes import Changes
    from tui_backprop.tui.network.export import Export
    from tui_backprop.tui.network.kept_runs import KeptRuns
    from tui_backprop.tui.network.marks import Marks
    from tui_backprop.tui.network.practice import CyclePractice
    from tui_backprop.tui.network.saving import Saving
    from tui_backprop.tui.network.when import When


_PARAMETERS = {f"theta{layer}{of}" for layer in "12" for of in ("", "_before", "_gradient", "_change")}
"""The quantities whose entries are a parameter, or stand for one in the same row and column: e edits it."""

COMPILER_WAITS = 2.0
"""Seconds from the first frame in which steps are for the reader alone; a run has the compiler loaded at once."""


class NetworkScreen(PanesScreen):
    """Shows one run of the network.

    `go_to` is the cycle to begin at, `compile` whether the kernel is compiled, `keeper` keeps the run on disk and `file`
    is where it is saved unless another name is given.
    """

    CSS_PATH = "style.tcss"
    NAMES = dict.fromkeys(PANES, "")
    SUBJECT = "network"
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
        super().__init__()
        self.snapshot: Snapshot | None = None
        self.recipe = session.recipe
        """What the run begins with."""
        self._go_to = go_to
        self._back = ""
        self._top_bar, self._rail, self._now = TopBar("network"), Rail(id="rail"), NowLines(id="now")
        self._tabs = (PaneTabs({}, id="all-tabs"), PaneTabs({}, id="view-tabs"))
        self._phase, self._parameters = (
            PhasePane(id="phase", classes="pane"),
            ParametersPane(id="parameters", classes="pane"),
        )
        self._jacobians = JacobiansPane(id="jacobians", classes="pane")
        self._loss, self._network = (
            LossPane(id="loss", classes="pane view"),
            NetworkPane(id="network", classes="pane view"),
        )
        self._map = DecisionMapPane(id="map", classes="pane view")
        self._widgets: dict[str, Any] = {
            "phase": self._phase,
            "computation": ComputationPane(id="computation", classes="pane"),
            "parameters": self._parameters,
            "jacobians": self._jacobians,
            "loss": self._loss,
            "samples": SamplesPane(id="samples", classes="pane view"),
            "network": self._network,
            "map": self._map,
            "reports": ReportsPane(id="reports", classes="pane view"),
            INSPECTOR: Inspector(id="lasting-inspector"),
            STRIP: StripView(id="strip"),
        }
        self._inspector = Inspector(id="inspector")
        self._boards = tuple(widget for widget in self._widgets.values() if isinstance(widget, QuantityBoard))
        self._heights = Heights()
        self._places = NetworkPlaces(
            self, self._widgets, self._tabs, self._heights.need, self._heights.main_width, self._come_into_sight
        )
        self._microscope = Microscope(self._boards, self._inspector, self._widgets[INSPECTOR])
        self.run = Run(self, session, compile, keeper)
        self.time = Travel(self, self.run)
        self._file = file
        self._compiles = False

    # --- what its keys ask and list

    @cached_property
    def change(self) -> Changes:
        """Edits the run."""
        from tui_backprop.tui.network.changes import Changes

        return Changes(self, self.run)

    @cached_property
    def marks(self) -> Marks:
        """Marks moments."""
        from tui_backprop.tui.network.marks import Marks

        return Marks(self, self.run)

    @cached_property
    def kept_runs(self) -> KeptRuns:
        """Keeps and compares runs."""
        from tui_backprop.tui.network.kept_runs import KeptRuns

        return KeptRuns(self, self.run)

    @cached_property
    def when(self) -> When:
        """Finds when something changed."""
        from tui_backprop.tui.network.when import When

        return When(self, self.run)

    @cached_property
    def practice(self) -> CyclePractice:
        """Asks exercises."""
        from tui_backprop.tui.network.practice import CyclePractice

        return CyclePractice(self, self._microscope, lambda: self.snapshot, self._show_pane, self.paint_again)

    @cached_property
    def _saving(self) -> Saving:
        from tui_backprop.tui.network.saving import Saving

        return Saving(self, self.run, self._file)

    @cached_property
    def _export(self) -> Export:
        from tui_backprop.tui.network.export import Export

        return Export(self, self.run)

    def _made(self, name: str) -> bool:
        """Whether one of these has been asked for yet."""
        return name in self.__dict__

    # --- the screen

    def compose(self) -> ComposeResult:
        """The lines at the top, then the panes, which the places put where they belong."""
        yield self._top_bar
        yield self._rail
        yield self._now
        with Container(id="panes"):
            yield from self._tabs
            yield from self._widgets.values()
        yield self._inspector

    def reserve(self, columns: int, lines: int) -> None:
        """Leave room for a panel; over one that is below, the explanation of a number leaves its last sentences out."""
        super().reserve(columns, lines)
        for rule in ("max_height", "margin"):
            self._inspector.styles.clear_rule(rule)
        if lines:
            self._inspector.styles.max_height, self._inspector.styles.margin = lines // 2, 0

    def on_mount(self) -> None:
        """Start the engine; its first snapshot is the first that is to be seen."""
        self.hold()
        self.run.start()
        if self._go_to:
            self.time.cycle(self._go_to)
        self._places.bring_forward(PANES[0], focus=False)
        self.set_focus(self._phase, scroll_visible=False)  # now, not when the app has time

    def on_unmount(self) -> None:
        """End the engine, and with it its thread."""
        self.run.close()

    def on_resize(self) -> None:
        """Arrange the panes for the new room."""
        self._places.rearrange()
        self.call_after_refresh(self.paint_again)

    @property
    def settled(self) -> bool:
        """Whether all that was asked of the engine is done and published."""
        working = self._made("practice") and self.practice.working
        return self.run.idle and self.snapshot is not None and not working

    def wait_for_the_engine(self) -> None:
        """Wait until the engine's thread has ended and the run is kept, where it has begun."""
        self.run.wait()

    @property
    def command(self) -> str:
        """The command line that makes the run anew; empty before the first snapshot."""
        return self.snapshot.command if self.snapshot is not None else ""

    @property
    def practice_random(self) -> Random:
        """What chooses the exercises."""
        return self.practice.random

    @practice_random.setter
    def practice_random(self, random: Random) -> None:
        self.practice.random = random

    # --- painting

    @on(SnapshotReady)
    def _take(self, event: SnapshotReady) -> None:
        before, self.snapshot = self.snapshot, event.snapshot
        if before is None or self._heights.take(event.snapshot):
            self._heights.take(event.snapshot)
            self._places.rearrange()
        if before is None:
            self.lay_out()
        self.paint(event.snapshot)
        if before is None:
            self.app.call_later(self._begin)  # when its start is over, which draws nothing
        if self._made("marks"):
            self.marks.show(event.snapshot)
        if self._made("kept_runs"):
            self.kept_runs.show(event.snapshot)
        needed = event.snapshot.running or event.snapshot.progress is not None
        if self._compiles or needed:
            self.run.compile_for(event.snapshot)
        self.draw()

    def _begin(self) -> None:
        """Show the first frame; the compiler, which holds keys up while it is loaded, waits until it is needed or a while."""
        self.release()
        self.set_timer(COMPILER_WAITS, self._compile)

    def _compile(self) -> None:
        self._compiles = True
        if self.snapshot is not None:
            self.run.compile_for(self.snapshot)

    def paint(self, snapshot: Snapshot) -> None:
        """Show a snapshot on every pane in sight."""
        self._microscope.lasts = self._places.has_inspector
        self._microscope.look(snapshot)
        bar = self._top_bar
        width = bar.content_size.width
        right = status(snapshot, width, bar.taken)
        room = width - bar.taken - right.cell_len - 1
        bar.show(run_text(snapshot, room, self._microscope.badges()), right, place_line(snapshot, width))
        self._rail.show(snapshot.phase, self._jacobians.turned)
        self._now.show(now(snapshot))
        for pane in self._places.visible():
            pane.show(snapshot)
        self._places.annotate()

    def paint_again(self) -> None:
        """Paint the snapshot that there is."""
        if self.snapshot is not None:
            self.paint(self.snapshot)

    def _come_into_sight(self) -> None:
        """Show the newest snapshot on panes that had none, once they know their room."""
        self._phase.alone = self._jacobians not in self._places.visible()
        self.call_after_refresh(self.paint_again)

    def _compositor_refresh(self) -> None:
        # Now all have their places and nothing is drawn yet: the cell is not seen under its explanation for even a frame.
        self._keep_the_cell_in_sight()
        super()._compositor_refresh()

    def _keep_the_cell_in_sight(self) -> None:
        """Tell the board that has the cursor how far the explanation lies over it."""
        board = next((board for board in self._boards if board.cursor is not None), None)
        over = self._inspector.region if self._inspector.display else Region()
        if board is not None and board.region.area:
            top = board.scroll_offset.y
            board.cover(max(board.region.bottom - over.y, 0) if over.area else 0)
            if board.scroll_offset.y != top:
                self._compositor.update_widgets({board})

    # --- what the engine says

    @on(Said)
    def _tell(self, event: Said) -> None:
        if isinstance(event.what, Exception):
            self.notify(reason(event.what), severity="warning")
        else:
            from tui_backprop.explain.network.notices import notice_fact
            from tui_backprop.training.network.notice import Diverged

            severity = "warning" if isinstance(event.what, Diverged) else "information"
            self.notify(sentence(notice_fact(event.what)), severity=severity)

    @on(Noted)
    def _show_note(self, event: Noted) -> None:
        self.notify(event.sentence, markup=False)

    @on(Worker.StateChanged)
    def _worker_ended(self, event: Worker.StateChanged) -> None:
        if event.state is not WorkerState.ERROR:
            return
        said = words().network_screen
        if event.worker.group == COMPILER:
            self.notify(said.uncompiled(reason=str(event.worker.error)), severity="warning")
        else:
            self.notify(said.broken(reason=repr(event.worker.error)), severity="error")

    # --- keys

    def action_time(self, what: str, *arguments: Any) -> None:
        """Have the control of time do something."""
        getattr(self.time, what)(*arguments)

    def action_change(self, what: str, *arguments: Any) -> None:
        """Have the control of changes do something."""
        getattr(self.change, what)(*arguments)

    def action_restart(self, new: bool) -> None:
        """Start again, from the same seed or from the next one."""
        if self.snapshot is not None and self.snapshot.recipe is not None:
            self.change.restart(new, self.snapshot.recipe)

    @opens_dialog
    async def action_go_to(self) -> None:
        """Ask where to go."""
        if self.snapshot is not None:
            await self.time.ask(self.snapshot.samples)

    @opens_dialog
    async def action_rate(self) -> None:
        """Ask for a learning rate."""
        if self.snapshot is not None:
            await self.change.ask_learning_rate(self.snapshot.learning_rate)

    @opens_dialog
    async def action_task(self) -> None:
        """Ask for a task."""
        if self.snapshot is not None:
            await self.change.ask_task(self.snapshot.task, bool(self.snapshot.data))

    def action_point(self) -> None:
        """Put the cursor on a number of the first matrices in sight."""
        for board in self.query(QuantityBoard):
            if board.region.area and board.display:
                board.focus()
                board.action_move("down")
                return

    def _cell_kind(self) -> str:
        board = self.focused
        cell = board.pointed() if isinstance(board, QuantityBoard) else None
        return "parameter" if cell is not None and cell.code in _PARAMETERS else "cell"

    @opens_dialog
    async def action_edit(self) -> None:
        """Ask for the parameter under the cursor of the pane in focus, or say how to come to one."""
        board, cell = self._microscope.board, self._microscope.cell
        if (
            self.snapshot is None
            or board is None
            or not board.has_focus
            or cell is None
            or cell.code not in _PARAMETERS
        ):
            self.notify(words().network_screen.point_at_a_parameter)
        else:
            await self.change.ask_parameter(cell._replace(code=cell.code[: len("theta1")]), self.snapshot)

    @opens_dialog
    async def action_mark(self) -> None:
        """Mark this moment."""
        if self.snapshot is not None:
            await self.marks.ask(self.snapshot)

    @opens_dialog
    async def action_marks(self) -> None:
        """List the marks."""
        if self.snapshot is not None:
            await self.marks.list(self.snapshot)

    @opens_dialog
    async def action_keep(self) -> None:
        """Keep this run."""
        if self.snapshot is not None:
            await self.kept_runs.keep(self.snapshot)

    @opens_dialog
    async def action_compare(self) -> None:
        """Compare the kept runs with this one."""
        if self.snapshot is not None:
            await self.kept_runs.compare()

    @opens_dialog
    async def action_when(self) -> None:
        """Find when what the cursor is on changed last."""
        if self.snapshot is not None:
            await self.when.ask(self._microscope.cell, self.front, self.snapshot)

    @opens_dialog
    async def action_export(self) -> None:
        """Take the matrix under the cursor along, the cycle, the loss curve or the picture of the screen."""
        if self.snapshot is not None:
            await self._export.ask(self._microscope.cell, self._jacobians.turned, self.snapshot)

    @opens_dialog
    async def action_save(self) -> None:
        """Save the run in a file to hand on."""
        await self._saving.ask()

    @opens_dialog
    async def action_copy(self) -> None:
        """Copy the command line of this state."""
        if self.snapshot is not None:
            from tui_backprop.tui.dialogs.copied import copy

            await copy(self.app, self.snapshot.command)

    def open_run(self, recipe: Recipe, cycle: int, back: str) -> None:
        """Show another run at the end of a cycle; escape then leads back to the screen `back`."""
        self.change.open(recipe, cycle)
        self._back = back

    def action_stop(self) -> None:
        """Leave the innermost thing: a journey, practice, the cell, the zoom, a run that was opened from elsewhere."""
        if self.snapshot is not None and self.snapshot.progress is not None:
            self.time.halt()
        elif (self._made("practice") and self.practice.end()) or self._microscope.leave():
            return
        elif self._places.zoomed or not self._back:
            self._places.zoom(False)
        else:
            back, self._back = self._back, ""
            self.post_message(TopBar.Chosen(back))

    def action_zoom(self) -> None:
        """Zoom the pane in front, or end the zoom."""
        self._places.zoom(not self._places.zoomed)

    def pane_name(self, pane: str) -> str:
        """The name of a pane."""
        return words().network_screen.panes[pane]

    def pane_help(self, pane: str) -> Text:
        """Help for a pane."""
        return pane_help(pane)

    @property
    def pointed(self) -> Cell | None:
        """The cell under the cursor."""
        return self._microscope.cell

    def point(self, cell: Cell | None) -> None:
        """Put the cursor on a cell that is in sight, or take it away."""
        for board in self.query(QuantityBoard):
            board.cursor = None
        if cell is not None:
            self._microscope.point(cell)

    def _show_number(self, cell: Cell) -> None:
        """Put the cursor on a number where it stands in its matrix, and bring that into sight."""
        pane = "parameters" if cell.code in ("theta1", "theta2") else "computation"
        self._show_pane(pane)
        board = self._widgets[pane]
        board.cursor = board.place_of(cell) or board.cursor

    def _show_pane(self, pane: str) -> None:
        """Bring a pane forward, laid out and painted: what is pointed at in it is there now, and not a refresh or two later."""
        self._places.bring_forward(pane)
        self.lay_out()
        self.paint_again()

    # --- looks

    def action_chart(self, what: str) -> None:
        """Change how the loss chart looks at the run."""
        self._places.reveal("loss")
        self.run.do(lambda engine: engine.session.change_view(what))

    def action_check(self) -> None:
        """Check numerically, or stop it."""
        self._microscope.checking = not self._microscope.checking
        self.paint_again()

    @property
    def transposed(self) -> bool:
        """Whether the Jacobians are Jᵀ."""
        return self._jacobians.turned

    def turn_jacobians(self) -> None:
        """Show J, or Jᵀ."""
        for board in self._boards:
            board.turned = not board.turned
        self._heights.turned = self._jacobians.turned
        self._microscope.leave()
        self._places.rearrange()
        self.paint_again()

    def action_source(self) -> None:
        """Show the lines that computed the matrix under the cursor."""
        from tui_backprop.explain.network.source import source_of
        from tui_backprop.tui.network.listing import ListingScreen

        cell = self._microscope.cell
        if cell is None:
            self.notify(words().network_screen.point_at_a_number)
        else:
            self.app.push_screen(ListingScreen(source_of(cell.code.removesuffix("_before"))))

    @opens_dialog
    async def action_practise(self) -> None:
        """Ask for a topic, then for something to work out, judge the answer and show the working."""
        await self.practice.ask()

    def action_edges(self) -> None:
        """Have the network's edges show something else."""
        self._places.reveal("network")
        self._network.cycle_mode()
        self._places.annotate()

    def action_units(self) -> None:
        """Show the hidden units' lines on the map, or hide them."""
        self._places.reveal("map")
        self._map.hidden_lines = not self._map.hidden_lines

    # --- the mouse, and the cursor

    @on(MatrixBoard.CursorMoved)
    def _point(self, event: MatrixBoard.CursorMoved) -> None:
        if isinstance(event.board, QuantityBoard):
            self._microscope.follow(event.board, self.snapshot)

    @on(MatrixBoard.CellHovered)
    def _hover(self, event: MatrixBoard.CellHovered) -> None:
        board = event.board
        if self.snapshot is not None and isinstance(board, QuantityBoard):
            self._now.tip(self._microscope.hover(event.cell and board.quantity_at(event.cell), self.snapshot))

    @on(Rail.Chosen)
    def _go_to_phase(self, event: Rail.Chosen) -> None:
        self.run.do(lambda engine: engine.go_to_phase(event.phase))

    @on(Rail.Turned)
    def _turn(self) -> None:
        self.action_flip()

    @on(LossPane.Chosen)
    def _go_to_iteration(self, event: LossPane.Chosen) -> None:
        self.time.iteration(event.iteration)

    @on(LossPane.Zoomed)
    def _zoom_chart(self, event: LossPane.Zoomed) -> None:
        self.action_chart("in" if event.closer else "out")

    @on(NetworkPane.Chosen)
    def _go_to_number(self, event: NetworkPane.Chosen) -> None:
        self._show_number(event.cell)

    @on(NetworkPane.Hovered)
    def _tell_number(self, event: NetworkPane.Hovered) -> None:
        if self.snapshot is not None:
            self._now.tip(self._microscope.hover(event.cell, self.snapshot))

    @on(ReportsPane.Chosen)
    def _go_to_report(self, event: ReportsPane.Chosen) -> None:
        self.time.iteration(event.iteration)

    @on(DecisionMapPane.Hovered)
    def _tell_answer(self, event: DecisionMapPane.Hovered) -> None:
        self._now.tip(event.text)

    @on(DecisionMapPane.Chosen)
    @on(SamplesPane.Chosen)
    def _go_to_sample(self, event: SamplesPane.Chosen | DecisionMapPane.Chosen) -> None:
        self.time.sample(event.sample)
