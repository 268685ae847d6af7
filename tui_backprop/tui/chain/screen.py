"""The chain rule screen (sections 1 and 2): two vector functions, their matrices at a point, and the limit behind them.

Importing it loads neither SymPy nor SciPy's differentiation: the thread that works the derivatives out does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.events import DescendantFocus
from textual.widgets import Footer, Static

from tui_backprop.explain.cell import Cell
from tui_backprop.tui.chain.board import ChainBoard
from tui_backprop.tui.chain.help_texts import chain_help
from tui_backprop.tui.chain.keys import CHAIN_KEYS
from tui_backprop.tui.chain.limit_chart import LimitChart
from tui_backprop.tui.chain.limit_table import LimitTable
from tui_backprop.tui.chain.study import StudyScreen
from tui_backprop.tui.chain.symbols import SymbolsPane, definitions
from tui_backprop.tui.chain.texts import WORKING, functions_text, point_line, worth_seeing
from tui_backprop.tui.kit.inspector import Inspector
from tui_backprop.tui.kit.matrix_board import MatrixBoard
from tui_backprop.tui.kit.pane_tabs import PaneTabs
from tui_backprop.tui.kit.top_bar import TopBar

if TYPE_CHECKING:
    from tui_backprop.training.chain.study import ChainSnapshot

NAMES = {"board": "Chain rule", "symbols": "Symbols", "limit": "Limit", "chart": "Error over h"}
VIEWS = ("board", "symbols")


class ChainScreen(StudyScreen):
    """The chain rule with numbers and in symbols, and the limit of one entry as a table and a chart."""

    NAMES = NAMES
    VIEWS = VIEWS
    KEYS = CHAIN_KEYS
    BINDINGS: ClassVar[list[BindingType]] = [*CHAIN_KEYS.bindings()]

    # No DEFAULT_CSS: the style sheet of the app, which has the same names for the places, would win over it.
    CSS = """
    ChainScreen #panes { layout: vertical; }
    ChainScreen #views { height: auto; max-height: 60%; }
    ChainScreen #below { layout: horizontal; height: 1fr; }
    ChainScreen #definitions, ChainScreen #words { height: auto; padding: 0 1; background: $surface; color: $foreground; }
    ChainScreen #definitions { text-wrap: nowrap; text-overflow: ellipsis; }
    ChainScreen #words { text-style: italic; }
    ChainScreen #inspector { layer: default; height: 8; }
    ChainScreen #views .pane { height: auto; max-height: 17; }
    ChainScreen #symbols { padding-left: 1; }
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
    ChainScreen.-wide #views #symbols { height: 1fr; border-left: none; border-top: solid $primary; }
    ChainScreen.-wide #views #symbols:focus { border-top: solid $accent; border-title-style: bold; }
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
        #inspector { height: auto; }
    }
    ChainScreen.-narrow.-inspecting #words, ChainScreen.-low.-inspecting #words { display: none; }
    """

    def compose(self) -> ComposeResult:
        """The panes, in the order in which tab goes through them."""
        yield TopBar("chain")
        yield PaneTabs(NAMES, id="all-tabs")
        with Container(id="panes"):
            with Container(id="views"):
                yield Static(WORKING, id="definitions", markup=False)
                yield Static(id="words", markup=False)
                yield PaneTabs({pane: NAMES[pane] for pane in VIEWS}, id="view-tabs")
                yield ChainBoard(id="board", classes="pane")
                yield SymbolsPane(id="symbols", classes="pane")
            with Container(id="below"):
                yield LimitTable(id="limit", classes="pane")
                yield LimitChart(id="chart", classes="pane")
        yield Inspector(id="inspector")
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        """Begin at the matrices, with the article's example."""
        self._places.bring_forward("board")

    def on_resize(self) -> None:
        """Fit the lines at the top."""
        self.call_after_refresh(self._fit)

    def _fit(self) -> None:
        self.paint_top()
        if self.snapshot is not None:
            self._say_words(self.snapshot)
            self._look()

    # --- paint

    def paint(self, snapshot: ChainSnapshot) -> None:
        """Show a snapshot on every pane in sight."""
        self.paint_top()
        self.query_one("#definitions", Static).update("\n".join(definitions(snapshot)))
        self._say_words(snapshot)
        for pane in self._places.visible():
            pane.show(snapshot)
        self._look()

    def _say_words(self, snapshot: ChainSnapshot) -> None:
        widget = self.query_one("#words", Static)
        widget.update(worth_seeing(snapshot, widget.content_size.width))

    def paint_top(self) -> None:
        """Show the functions, the point and the worst difference; or that the thread works."""
        bar, status = self.query_one(TopBar), Text(WORKING if self._waiting else "", style="bold")
        if self.snapshot is None:
            bar.show(Text(), status, Text())
        else:
            bar.show(functions_text(self.snapshot), status, point_line(self.snapshot, bar.content_size.width))

    def _look(self) -> None:
        """Explain the cell under the cursor, light where it comes from, and have the limit follow it."""
        snapshot, study, board = self.snapshot, self._study, self.query_one(ChainBoard)
        if snapshot is None or study is None:
            return
        # Not at the top: it needs what only the first opening of this screen loads.
        from tui_backprop.explain.chain.cells import explain, pair_of

        cell, inspector = board.pointed(), self.query_one(Inspector)
        # Where there is room for one pane only, the limit of a cell needs the room of its explanation.
        inspecting = cell is not None and (self._places.front in VIEWS or not self.query_one("#all-tabs").display)
        self.set_class(inspecting, "-inspecting")
        if not inspecting:
            inspector.clear()
        if cell is None:
            board.light([Cell("x", snapshot.study.coordinate, 0)])
            return
        explanation = explain(snapshot, cell, board.flipped)
        if inspecting:
            inspector.explain(explanation)
        board.light(Cell(source.code, source.row, source.column) for source in explanation.sources)
        if pair_of(cell) != study.pair:
            self._wish(study.looking_at(pair_of(cell)))

    @on(MatrixBoard.CursorMoved)
    def _point(self) -> None:
        self._look()

    # --- looks

    def action_symbols(self) -> None:
        """Show the entries as symbols, or as numbers."""
        self._places.bring_forward("board" if self._places.front == "symbols" else "symbols")

    def action_flip(self) -> None:
        """Show J, or Jᵀ."""
        if self.snapshot is not None:
            symbols = self.query_one(SymbolsPane)
            symbols.flipped = not symbols.flipped
            self.query_one(ChainBoard).flip(self.snapshot)
            self.paint(self.snapshot)

    def action_stop(self) -> None:
        """End the zoom."""
        self.leave()

    def pane_help(self, pane: str) -> Text:
        """Help for a pane."""
        return chain_help(pane)

    @on(DescendantFocus)
    def _look_again(self) -> None:
        self._look()
