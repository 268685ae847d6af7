"""The screen of the chain rule (sections 1 and 2): two vector functions, their matrices at a point, and the limit behind them.

Importing it loads no SymPy: the thread that works the derivatives out does.
"""

from __future__ import annotations

from typing import ClassVar, cast

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.events import DescendantFocus
from textual.widgets import Static
from textual.worker import Worker

from tui_backprop.explain.cell import Cell
from tui_backprop.explain.chain.cells import explain, pair_of
from tui_backprop.explain.chain.export import export, identifier, title
from tui_backprop.explain.matrix import FORMATS, Format
from tui_backprop.explain.practice import make_exercise
from tui_backprop.training.chain.session import ChainSession
from tui_backprop.training.chain.study import ChainSnapshot, ChainStudy
from tui_backprop.tui.chain.board import ChainBoard
from tui_backprop.tui.chain.explorer import Explorer
from tui_backprop.tui.chain.keys import CHAIN_KEYS
from tui_backprop.tui.chain.limit_chart import LimitChart
from tui_backprop.tui.chain.limit_table import LimitTable
from tui_backprop.tui.chain.proof_pane import ProofPane
from tui_backprop.tui.chain.questions import ask_f, ask_g, ask_point, ask_preset
from tui_backprop.tui.chain.symbols import SymbolsPane, definitions
from tui_backprop.tui.chain.texts import convention, functions_text, point_line, tip, worth_seeing
from tui_backprop.tui.dialogs.copied import copy
from tui_backprop.tui.dialogs.export import Piece, picture, take_along
from tui_backprop.tui.dialogs.gate import opens_dialog
from tui_backprop.tui.dialogs.practice import Practice, with_first
from tui_backprop.tui.kit.inspector import Inspector
from tui_backprop.tui.kit.matrix_board import MatrixBoard
from tui_backprop.tui.kit.pane_tabs import PaneTabs
from tui_backprop.tui.kit.panes_screen import PanesScreen
from tui_backprop.tui.kit.top_bar import TopBar
from tui_backprop.tui.kit.typed import with_wide_keys
from tui_backprop.words import words

PANES = ("board", "symbols", "proof", "limit", "chart")
VIEWS = ("board", "symbols", "proof")
LEAST_LINES, MOST_LINES = 6, 8
"""The height of the inspector, its border included."""
OVER_A_PANEL = 4
"""Its height over a panel below where it would take lines of the board: the number is to stand among its neighbours."""


class ChainScreen(PanesScreen):
    """The chain rule with numbers and in symbols, and the limit of one entry as a table and a chart.

    It lays out and paints. What is studied is kept by the session, and worked out by the explorer.
    """

    NAMES = dict.fromkeys(PANES, "")
    VIEWS = VIEWS
    SUBJECT = "chain"
    KEYS = CHAIN_KEYS
    BINDINGS: ClassVar[list[BindingType]] = [
        *CHAIN_KEYS.bindings(),
        # Not among the keys of the help, for nothing can be done with it here; but on every other screen it does something.
        Binding(with_wide_keys("a"), "no_rate", show=False, id="rate"),
    ]

    # No DEFAULT_CSS: the style sheet of the app, which has the same names for the places, would win over it.
    CSS = """
    ChainScreen #panes { layout: vertical; }
    ChainScreen #views { height: auto; max-height: 60%; }
    ChainScreen #below { layout: horizontal; height: 1fr; }
    ChainScreen #definitions, ChainScreen #words { height: auto; padding: 0 1; background: $surface; color: $foreground; }
    ChainScreen #definitions { text-wrap: nowrap; text-overflow: ellipsis; }
    ChainScreen #words { text-style: italic; }
    ChainScreen #inspector { layer: default; height: 8; }
    ChainScreen #views .pane { height: auto; max-height: 19; }
    ChainScreen #symbols, ChainScreen #proof { padding-left: 1; }
    ChainScreen #limit, ChainScreen #chart {
        width: 1fr; height: 100%; border-left: none; border-top: solid $primary; border-title-color: $foreground;
    }
    ChainScreen #limit:focus, ChainScreen #chart:focus {
        border-left: none; border-top: solid $accent; border-title-style: bold;
    }
    ChainScreen.-wide #panes { layout: horizontal; }
    ChainScreen.-wide #views { width: 1fr; height: 100%; max-height: 100%; }
    ChainScreen.-wide #view-tabs { display: none; }
    ChainScreen.-wide #views .pane { display: block; max-height: 100%; }
    ChainScreen.-wide #views #symbols, ChainScreen.-wide #views #proof {
        border-left: none; border-top: solid $primary;
    }
    ChainScreen.-wide #views #symbols { max-height: 40%; }
    ChainScreen.-wide #views #proof { height: 1fr; }
    ChainScreen.-wide #views #symbols:focus, ChainScreen.-wide #views #proof:focus {
        border-top: solid $accent; border-title-style: bold;
    }
    ChainScreen.-wide #below { layout: vertical; width: 62; height: 100%; }
    ChainScreen.-wide #limit { height: 21; }
    ChainScreen.-wide #chart { height: 1fr; }

    ChainScreen.-tiny, ChainScreen.-narrow, ChainScreen.-flat, ChainScreen.-low, ChainScreen.-zoomed {
        #all-tabs { display: block; }
        #view-tabs { display: none; }
        #panes { layout: vertical; }
        #views, #below { display: none; width: 1fr; height: 1fr; max-height: 100%; }
        #views.-front, #below.-front { display: block; }
        #panes .pane { display: none; }
        #panes .pane.-front { display: block; height: 1fr; width: 1fr; max-height: 100%; }
        #panes #views #symbols.-front { height: 1fr; max-height: 100%; }
        #inspector { height: auto; }
    }
    ChainScreen.-narrow.-inspecting #words, ChainScreen.-low.-inspecting #words { display: none; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.session = ChainSession()
        self._explorer = Explorer(self, self.paint_top)
        self.practice = Practice(self, with_first("chain"), make_exercise)
        self._hovered: Cell | None = None
        self._painted_for: tuple[object, ...] = ()

    def compose(self) -> ComposeResult:
        """The panes, in the order in which tab goes through them."""
        names = {pane: words().chain.panes[pane] for pane in PANES}
        yield TopBar("chain")
        yield PaneTabs(names, id="all-tabs")
        with Container(id="panes"):
            with Container(id="views"):
                yield Static(words().chain.working, id="definitions", classes="explains", markup=False)
                yield Static(id="words", classes="explains", markup=False)
                yield PaneTabs({pane: names[pane] for pane in VIEWS}, id="view-tabs")
                yield ChainBoard(id="board", classes="pane")
                yield SymbolsPane(id="symbols", classes="pane")
                yield ProofPane(id="proof", classes="pane")
            with Container(id="below"):
                yield LimitTable(id="limit", classes="pane")
                yield LimitChart(id="chart", classes="pane")
        yield Inspector(id="inspector")

    def on_mount(self) -> None:
        """Begin at the matrices, with the article's example."""
        self._places.bring_forward("board")
        self._explorer.wish(self.session.study)
        self.screen_layout_refresh_signal.subscribe(self, self._fit)

    def _fit(self, _: object) -> None:
        """Paint again after a layout that has given the panes another room than they were painted for."""
        if self.snapshot is None:
            self.paint_top()
        elif self._room_of_all() != self._painted_for:
            self.paint(self.snapshot)

    def _room_of_all(self) -> tuple[object, ...]:
        """All of the layout that decides what is painted."""
        lines = [self.query_one(widget).content_size.width for widget in (TopBar, "#words")]
        return *lines, self._room_to_explain(), *self._places.visible()

    @property
    def snapshot(self) -> ChainSnapshot | None:
        """What is shown."""
        return self._explorer.snapshot

    @property
    def settled(self) -> bool:
        """Whether all that was wished for is worked out and shown."""
        return self._explorer.settled and not self.practice.working

    # --- paint

    def paint(self, snapshot: ChainSnapshot) -> None:
        """Show a snapshot on every pane in sight."""
        self._painted_for = self._room_of_all()
        self.paint_top()
        self.query_one("#definitions", Static).update("\n".join(definitions(snapshot)))
        self._say_worth_seeing(snapshot)
        for pane in self._places.visible():
            pane.show(snapshot)
        self._look()

    def paint_again(self) -> None:
        """Paint the snapshot that there is."""
        if self.snapshot is not None:
            self.paint(self.snapshot)

    def _say_worth_seeing(self, snapshot: ChainSnapshot) -> None:
        widget, cell = self.query_one("#words", Static), self._hovered
        if cell is None:
            widget.update(worth_seeing(snapshot, widget.content_size.width))
        else:
            widget.update(tip(explain(snapshot, cell, self.query_one(ChainBoard).flipped)))

    def paint_top(self) -> None:
        """Show the functions, the point and the verdict; or that the thread works."""
        bar = self.query_one(TopBar)
        working = Text(words().chain.working, style="bold")
        if self.snapshot is None:
            bar.show(Text(), working, Text())
            return
        width, left = bar.content_size.width, functions_text(self.snapshot)
        room = width - bar.taken - left.cell_len - 1
        right = working if self._explorer.is_slow else convention(self.query_one(ChainBoard).flipped, room)
        bar.show(left, right, point_line(self.snapshot, width, arrows=not self.on_a_cell))

    def _look(self) -> None:
        """Explain the cell under the cursor, light where it comes from, and have the limit follow it."""
        snapshot, board = self.snapshot, self.query_one(ChainBoard)
        if snapshot is None:
            return
        cell, inspector = board.pointed(), self.query_one(Inspector)
        # Where there is room for one pane only, the limit of a cell needs the room of its explanation.
        inspecting = cell is not None and (self._places.front in VIEWS or not self._shows_one_pane)
        self.set_class(inspecting, "-inspecting")
        explained = cell or Cell(*snapshot.study.pair)
        explanation = explain(snapshot, explained, board.flipped)
        _, panel = self._reserved
        room = (
            (max(OVER_A_PANEL, self._below_the_board()) if panel else None) if inspecting else self._room_to_explain()
        )
        if inspecting or (cell is None and room):
            inspector.styles.max_height = room
            inspector.explain(explanation)
        else:
            inspector.clear()
        self._light(board, self._hovered or explained, chosen=cell is None and self._hovered is None)
        if cell is not None and pair_of(cell) != self.session.study.pair:
            self.session.look_at(pair_of(cell))
            self._explorer.wish(self.session.study)

    @property
    def _shows_one_pane(self) -> bool:
        return self.query_one("#all-tabs").display

    def _room_to_explain(self) -> int:
        """The lines for an entry that no one points at, so that it takes the room of nothing; 0 where it would."""
        if self.has_class("-zoomed"):
            return 0
        if not self._shows_one_pane:
            return MOST_LINES if self.has_class("-wide") and self.has_class("-tall") else 0
        if self._places.front != "board":
            return 0
        below = self._below_the_board()
        return below if below >= LEAST_LINES else 0

    def _below_the_board(self) -> int:
        """The lines that the board leaves to an explanation, as many as one takes at the most."""
        # Of one and the same layout: whether the inspector is to be displayed in the next one does not count yet.
        board = self.query_one(ChainBoard)
        return min(board.size.height + self.query_one(Inspector).region.height - board.board.height, MOST_LINES)

    def _light(self, board: ChainBoard, cell: Cell, chosen: bool) -> None:
        """Light what a number is made from; the chosen coordinate of x as well, while no one points at anything."""
        snapshot = self.snapshot
        if snapshot is not None:
            sources = explain(snapshot, cell, board.flipped).sources
            lit = [Cell(source.code, source.row, source.column) for source in sources]
            board.light([*lit, Cell("x", snapshot.study.coordinate, 0)] if chosen else lit)

    @on(MatrixBoard.CellHovered)
    def _hover(self, event: MatrixBoard.CellHovered) -> None:
        self._hovered = None if event.cell is None else self.query_one(ChainBoard).turned(event.cell)
        if self.snapshot is not None:
            self._say_worth_seeing(self.snapshot)
            self._look()

    @on(MatrixBoard.CursorMoved)
    @on(DescendantFocus)
    def _look_again(self) -> None:
        self.paint_top()
        self._look()

    @on(Worker.StateChanged)
    def _take(self, event: Worker.StateChanged) -> None:
        failure = self._explorer.take(event)
        if failure is not None:
            self.notify(words().chain.failed(error=repr(failure)), severity="error", markup=False)
            if self.snapshot is not None:
                self.session.forget(self.snapshot.study)
        if self.snapshot is not None:
            self.paint(self.snapshot)

    def study(self, study: ChainStudy) -> None:
        """Begin anew with a study."""
        self.session = ChainSession(study)
        self._explorer.wish(study)

    # --- the point

    def action_move(self, steps: int) -> None:
        """Move the chosen coordinate."""
        self.session.move(steps)
        self._explorer.wish(self.session.study)

    def action_coordinate(self, by: int) -> None:
        """Choose another coordinate."""
        self.session.choose(by)
        self._explorer.wish(self.session.study)

    def action_step(self, by: int) -> None:
        """Move by longer or shorter steps."""
        self.session.lengthen(by)
        self._explorer.wish(self.session.study)

    def action_home(self) -> None:
        """Go to the point where the functions began."""
        self.session.go_home()
        self._explorer.wish(self.session.study)

    @opens_dialog
    async def action_go_to(self) -> None:
        """Ask for a point."""
        x = await ask_point(self.app, self.session.study)
        if x is not None:
            self.session.go_to(x)
            self._explorer.wish(self.session.study)

    def action_no_rate(self) -> None:
        """Say where the learning rate is set."""
        self.notify(words().chain.no_rate)

    # --- the functions

    @opens_dialog
    async def action_preset(self) -> None:
        """Ask for a preset."""
        name = await ask_preset(self.app, self.session.study)
        if name is not None:
            self.session.take_preset(name)
            self._explorer.wish(self.session.study)

    def action_take_preset(self, name: str) -> None:
        """Take a preset by its name."""
        self.session.take_preset(name)
        self._explorer.wish(self.session.study)

    @opens_dialog
    async def action_edit_f(self) -> None:
        """Ask for f, and for g too if it does not take what the new f gives."""
        self._take_functions(await ask_f(self.app, self.session.study))

    @opens_dialog
    async def action_edit_g(self) -> None:
        """Ask for g."""
        self._take_functions(await ask_g(self.app, self.session.study))

    def _take_functions(self, functions: tuple[str, str] | None) -> None:
        if functions is not None:
            self.session.take_functions(*functions)
            self._explorer.wish(self.session.study)

    def action_undo(self) -> None:
        """Undo a change."""
        self._travelled(self.session.undo(), words().chain.nothing_to_undo)

    def action_redo(self) -> None:
        """Redo a change."""
        self._travelled(self.session.redo(), words().chain.nothing_to_redo)

    def _travelled(self, done: bool, otherwise: str) -> None:
        if done:
            self._explorer.wish(self.session.study)
        else:
            self.notify(otherwise)

    @opens_dialog
    async def action_copy(self) -> None:
        """Copy the command line of this point."""
        await copy(self.app, self.session.study.command)

    @opens_dialog
    async def action_export(self) -> None:
        """Take the matrix under the cursor along, else that of the entry looked at, or the picture of the screen."""
        board, snapshot = self.query_one(ChainBoard), self.snapshot
        if snapshot is None:
            return
        cell = board.pointed()
        code = snapshot.study.pair.function if cell is None else cell.code
        flipped, shown = board.flipped, picture(self.app)

        async def make(format: str) -> str:
            return export(snapshot, code, flipped, cast(Format, format))

        name = words().export.matrix(symbol=title(code, flipped))
        await take_along(self.app, [Piece(name, identifier(code, flipped), FORMATS, make), shown])

    @opens_dialog
    async def action_practise(self) -> None:
        """Ask for a topic, then for something to work out, judge the answer and show the working."""
        await self.practice.ask()

    # --- looks

    def action_symbols(self) -> None:
        """Show the entries as symbols, or as numbers."""
        self._places.bring_forward("board" if self._places.front == "symbols" else "symbols")

    @property
    def transposed(self) -> bool:
        """Whether the matrices are Jᵀ."""
        return not self.query_one(ChainBoard).flipped

    def turn_jacobians(self) -> None:
        """Show J, or Jᵀ."""
        symbols = self.query_one(SymbolsPane)
        symbols.flipped = not symbols.flipped
        self.query_one(ChainBoard).flip(self.snapshot)
        if self.snapshot is not None:
            self.paint(self.snapshot)

    def action_zoom(self) -> None:
        """Zoom the pane in front, or end the zoom."""
        super().action_zoom()
        self._look()

    def leave(self) -> None:
        """Leave the cell, or end the zoom."""
        super().leave()
        self._look()

    def action_stop(self) -> None:
        """Leave the cell, wherever the focus is; then end the zoom."""
        self.leave()

    def pane_name(self, pane: str) -> str:
        """The name of a pane."""
        return words().chain.panes[pane]

    def pane_help(self, pane: str) -> Text:
        """What the pane shows, the equations, and where the article is misprinted."""
        say = words().chain
        text = Text(say.help[pane] + "\n\n")
        for number, said, misprint in say.equations:
            text.append(f"{number} ", style="bold")
            text.append(f"{said}\n")
            if misprint:
                text.append(f"   {say.misprint(said=misprint)}\n", style="dim")
        return text.append("\n" + say.help_notes)
