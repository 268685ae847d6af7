"""The descent screen (section 3.1): the panes around one descent, and the keys that look at it."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, Vertical
from textual.widgets import Footer, Static

from tui_backprop.explain.descent.working import working
from tui_backprop.training.descent.recipe import DescentRecipe
from tui_backprop.training.descent.snapshot import DescentSnapshot, F, check_point
from tui_backprop.tui.descent.curve import DescentCurvePane
from tui_backprop.tui.descent.gauge import DescentGaugePane
from tui_backprop.tui.descent.help_texts import NAMES, pane_help
from tui_backprop.tui.descent.keys import DESCENT_KEYS
from tui_backprop.tui.descent.step import DescentStepPane
from tui_backprop.tui.descent.surface_grid import MapView
from tui_backprop.tui.descent.surface_map import SurfaceMapPane
from tui_backprop.tui.descent.table import DescentTablePane
from tui_backprop.tui.descent.texts import narration, place_line, run_text, status
from tui_backprop.tui.descent.travel import DescentTravelScreen
from tui_backprop.tui.kit.inspector import Inspector
from tui_backprop.tui.kit.pane_tabs import PaneTabs
from tui_backprop.tui.kit.top_bar import TopBar


class DescentScreen(DescentTravelScreen):
    """Shows one descent."""

    NAMES = NAMES
    KEYS = DESCENT_KEYS
    BINDINGS: ClassVar[list[BindingType]] = [*DESCENT_KEYS.bindings()]

    # Not DEFAULT_CSS: the app's own rules for these ids would win over it.
    CSS = """
    DescentScreen {
        #panes { layout: grid; grid-size: 2 1; grid-columns: 1fr 63; grid-rows: 1fr; }
        .left, .right { width: 1fr; height: 1fr; }
        .pane { border-left: none; border-top: solid $primary; border-title-color: $foreground; padding: 0 0 0 1; }
        .pane:focus { border-left: none; border-top: solid $accent; border-title-style: bold; }
        #view-tabs { display: none; }
        #map { height: 2fr; }
        #curve { height: 1fr; min-height: 10; padding: 0; }
        #step { height: 6; }
        #gauge { height: 7; }
        #table { height: 1fr; }
    }
    DescentScreen.-wide { #panes { grid-columns: 1fr 82; } }
    DescentScreen.-narrow, DescentScreen.-low, DescentScreen.-zoomed {
        #narration { height: auto; max-height: 2; }
        #all-tabs { display: block; }
        #inspector { layer: default; }
        #panes { layout: vertical; }
        #panes .pane { display: none; }
        .left, .right { display: none; }
        .left.-front, .right.-front { display: block; }
        #panes .pane.-front { display: block; height: 1fr; width: 1fr; }
    }
    """

    def __init__(self, recipe: DescentRecipe | None = None) -> None:
        super().__init__(recipe)
        self._view = MapView()
        self._log = False
        self._checking = False

    def compose(self) -> ComposeResult:
        """The panes, in two columns."""
        yield TopBar("descent")
        yield Static(id="narration", markup=False)
        yield PaneTabs(NAMES, id="all-tabs")
        # Places looks for it on every screen; here no panes share a place.
        yield PaneTabs({}, id="view-tabs")
        with Container(id="panes"):
            with Vertical(classes="left"):
                yield SurfaceMapPane(id="map", classes="pane")
                yield DescentCurvePane(id="curve", classes="pane")
            with Vertical(classes="right"):
                yield DescentStepPane(id="step", classes="pane")
                yield DescentGaugePane(id="gauge", classes="pane")
                yield DescentTablePane(id="table", classes="pane")
        yield Inspector(id="inspector")
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        """Begin at the map."""
        self._places.bring_forward("map")

    # --- painting

    def paint(self) -> None:
        """Show where the run is on every pane in sight."""
        snapshot = self._looked_at(self._run.snapshot())
        self.snapshot = snapshot
        self._inspect(snapshot)
        bar = self.query_one(TopBar)
        width = bar.content_size.width
        bar.show(run_text(snapshot, width), status(snapshot, width), place_line(snapshot, width))
        self.query_one("#narration", Static).update(narration(snapshot))
        # A journey shows how far it has got, and what is there when it is over.
        if snapshot.goal is None:
            for pane in self._places.visible():
                pane.show(snapshot)

    def _looked_at(self, snapshot: DescentSnapshot) -> DescentSnapshot:
        """The snapshot with how it is looked at: the window follows the point, the check waits for a rest."""
        before = self.snapshot
        if before is None or (before.recipe.f, before.recipe.start) != (snapshot.recipe.f, snapshot.recipe.start):
            same = before is not None and before.recipe.f == snapshot.recipe.f
            self._view = (self._view if same else MapView()).showing(snapshot.surface, snapshot.recipe.start)
        elif before.k != snapshot.k:
            self._view = self._view.following(snapshot.surface, before.point.x, snapshot.point.x)
        point, check = snapshot.point, None
        if self._checking and not self.running and snapshot.goal is None and not point.trouble:
            check = check_point(snapshot.surface, point.x, point.J, snapshot.hessian)
        return replace(
            snapshot,
            window=self._view.window(snapshot.surface),
            running=self.running,
            pace=self.pace.label,
            log=self._log and bool((snapshot.path[:, F] > 0).all()),
            check=check,
        )

    @on(DescentStepPane.CursorMoved)
    def _point(self) -> None:
        if self.snapshot is not None:
            self._inspect(self.snapshot)

    def _inspect(self, snapshot: DescentSnapshot) -> None:
        """Explain the number under the cursor, and light what it is made from."""
        board, inspector = self.query_one(DescentStepPane), self.query_one(Inspector)
        if board.cursor is None:
            inspector.clear()
            board.lit = frozenset()
        else:
            found = working(board.cursor, snapshot)
            inspector.say(found.title, found.text)
            board.lit = frozenset(found.sources)

    # --- looks

    def action_map(self, what: str) -> None:
        """Look closer at the map, wider, or at the whole of it."""
        if self.snapshot is not None:
            views = {"in": self._view.closer(self.snapshot.point.x), "out": self._view.wider(), "whole": MapView()}
            self._view = views[what]
            self.paint()

    def action_pan(self, right: int, up: int) -> None:
        """Move the map."""
        if self.snapshot is not None:
            self._view = self._view.moved(self.snapshot.surface, right, up)
            self.paint()

    def action_log(self) -> None:
        """A logarithmic curve, or a linear one."""
        if self.snapshot is not None and not self._log and not (self.snapshot.path[:, F] > 0).all():
            self.notify("A logarithmic axis needs an f over 0, and this one is not.")
            return
        self._log = not self._log
        self.paint()

    def action_check(self) -> None:
        """Check numerically, or stop it."""
        self._checking = not self._checking
        self.paint()

    def pane_help(self, pane: str) -> Text:
        """Help for a pane."""
        return pane_help(pane)

    # --- the mouse

    @on(SurfaceMapPane.Picked)
    def _start_there(self, event: SurfaceMapPane.Picked) -> None:
        self.set_start((event.x1, event.x2))

    @on(DescentTablePane.Chosen)
    def _go_there(self, event: DescentTablePane.Chosen) -> None:
        self.travel(event.k)
