"""The descent screen (section 3.1): one descent, its time, and the panes around it."""

from __future__ import annotations

import asyncio
from typing import ClassVar, cast

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, Vertical
from textual.widgets import Static

from tui_backprop.calculus.descent.presets import DESCENT_PRESETS, DescentPreset
from tui_backprop.explain.descent.export import FORMATS, Format, table
from tui_backprop.explain.descent.working import working
from tui_backprop.explain.practice import make_exercise
from tui_backprop.training.descent.recipe import DescentRecipe, surface_of
from tui_backprop.training.descent.session import DescentSession
from tui_backprop.training.descent.snapshot import DescentSnapshot
from tui_backprop.tui.descent import questions
from tui_backprop.tui.descent.curve import DescentCurvePane
from tui_backprop.tui.descent.gauge import DescentGaugePane
from tui_backprop.tui.descent.keys import DESCENT_KEYS
from tui_backprop.tui.descent.step import DescentStepPane
from tui_backprop.tui.descent.surface_map import SurfaceMapPane
from tui_backprop.tui.descent.table import DescentTablePane
from tui_backprop.tui.descent.texts import ending, explanation, narration, now, pane_help, place_line, run_text, status
from tui_backprop.tui.descent.workings import DescentWorkingsPane
from tui_backprop.tui.dialogs.copied import copy
from tui_backprop.tui.dialogs.export import Piece, picture, take_along
from tui_backprop.tui.dialogs.gate import opens_dialog
from tui_backprop.tui.dialogs.practice import Practice, with_first
from tui_backprop.tui.kit.inspector import Inspector
from tui_backprop.tui.kit.pane_tabs import PaneTabs
from tui_backprop.tui.kit.panes_screen import PanesScreen
from tui_backprop.tui.kit.top_bar import TopBar
from tui_backprop.words import words

FRAME = 1 / 20
TWO_COLUMNS, THREE_COLUMNS = (96, 28), (230, 36)
TALL = 42
BESIDE_WORKINGS, LEAST_WORKINGS = 28, 24
"""The lines of all else above and under the workings, with four points in the table; and what they get in any case."""

PANES = ("map", "table", "step", "gauge", "curve")
NARROWEST_RIGHT, WIDEST_RIGHT, MIDDLE = 50, 84, 66


class DescentScreen(PanesScreen):
    """Shows one descent, which its session owns."""

    CSS_PATH = "style.tcss"
    NAMES = dict.fromkeys(PANES, "")
    SUBJECT = "descent"
    KEYS = DESCENT_KEYS
    BINDINGS: ClassVar[list[BindingType]] = [*DESCENT_KEYS.bindings()]

    def __init__(self, recipe: DescentRecipe | None = None) -> None:
        super().__init__()
        self.session = DescentSession(recipe)
        self.snapshot: DescentSnapshot | None = None
        self._deriving = False
        self.practice = Practice(self, with_first("descent"), make_exercise)

    def compose(self) -> ComposeResult:
        """The step and what it does above the panes."""
        yield TopBar("descent")
        yield Static(id="narration", markup=False)
        yield Static(id="now", markup=False)
        yield PaneTabs({pane: words().descent.panes[pane] for pane in PANES}, id="all-tabs")
        # Places looks for it on every screen; here no panes share a place.
        yield PaneTabs({}, id="view-tabs")
        with Container(id="panes"):
            with Vertical(classes="left"):
                yield SurfaceMapPane(id="map", classes="pane")
                yield DescentCurvePane(id="curve", classes="pane")
            with Vertical(classes="middle"):
                yield DescentStepPane(id="step", classes="pane")
                yield DescentGaugePane(id="gauge", classes="pane")
                yield DescentWorkingsPane(id="workings", classes="pane explains")
            with Vertical(classes="right"):
                yield DescentTablePane(id="table", classes="pane")
        yield Inspector(id="inspector")

    def on_mount(self) -> None:
        """Begin at the map; the clock only ticks while something is under way."""
        self._clock = self.set_interval(FRAME, self._go_on, pause=True)
        self._places.bring_forward("map")

    def on_screen_resume(self) -> None:
        """Paint, now that there is a size to paint for."""
        self.call_after_refresh(self.paint)

    def on_resize(self) -> None:
        """Lay the panes out for the new size."""
        width, height = self.room
        three = width >= THREE_COLUMNS[0] and height >= THREE_COLUMNS[1]
        self.set_class(width < TWO_COLUMNS[0] or height < TWO_COLUMNS[1], "-one")
        self.set_class(three, "-three")
        self.set_class(height >= TALL, "-explained")
        self.query_one("#workings").styles.max_height = max(height - BESIDE_WORKINGS, LEAST_WORKINGS)
        right = min(max(width * 46 // 100, NARROWEST_RIGHT), WIDEST_RIGHT)
        self.query_one("#panes").styles.grid_columns = f"1fr {MIDDLE} {right}" if three else f"1fr {right}"
        self.call_after_refresh(self.paint)

    @property
    def settled(self) -> bool:
        """Whether all that was asked of the session is done and painted."""
        busy = self._deriving or self.practice.working
        return self.session.at_rest and not busy and self.snapshot is not None and self.snapshot.goal is None

    # --- painting

    def paint(self) -> None:
        """Show where the descent is on every pane in sight."""
        self.snapshot = snapshot = self.session.snapshot()
        self._inspect()
        bar = self.query_one(TopBar)
        width = bar.content_size.width
        bar.show(run_text(snapshot, width), status(snapshot, width), place_line(snapshot, width))
        self.query_one("#narration", Static).update(narration(snapshot))
        block = self.query_one("#now", Static)
        block.update(now(snapshot, width))
        block.set_class(snapshot.point.trouble is not None, "-alarm")
        # A journey shows how far it has got, and what is there when it is over.
        if snapshot.goal is None:
            for pane in self._places.visible():
                pane.show(snapshot)
            if self.has_class("-explained") or self.has_class("-three"):
                # It may not be in sight before the layout that follows, which its height is part of.
                self.query_one(DescentWorkingsPane).show(snapshot)

    def paint_again(self) -> None:
        """Paint where the descent is."""
        self.paint()

    @on(DescentStepPane.CursorMoved)
    def _inspect(self) -> None:
        """Explain the number under the cursor, and light what it is made from."""
        if self.snapshot is None:
            return
        board, inspector = self.query_one(DescentStepPane), self.query_one(Inspector)
        if board.cursor is None:
            inspector.clear()
            board.lit = frozenset()
        else:
            found = working(board.cursor, self.snapshot)
            inspector.say(*explanation(found, self.snapshot))
            board.lit = frozenset(found.sources)

    def pane_help(self, pane: str) -> Text:
        """Help for a pane."""
        return pane_help(pane)

    def pane_name(self, pane: str) -> str:
        """The name of a pane."""
        return words().descent.panes[pane]

    # --- time

    def _go_on(self) -> None:
        """Let the session go on for a moment, paint, and let the clock tick if that was not enough."""
        end = self.session.advance()
        if self.session.at_rest:
            self._clock.pause()
        else:
            self._clock.resume()
        self.paint()
        if end is not None and self.snapshot is not None:
            severity = "warning" if end == "trouble" else "information"
            self.notify(ending(self.snapshot, end), severity=severity, markup=False)

    def descend(self, recipe: DescentRecipe, k: int) -> None:
        """Begin anew with a recipe, and go to point k."""
        self.session = DescentSession(recipe)
        self._travel(k)

    def action_run(self) -> None:
        """Run, or pause."""
        self.session.start_or_stop()
        self._go_on()

    def action_move(self, steps: int) -> None:
        """Go steps on or back."""
        self.session.move(steps)
        self._go_on()

    def action_jump(self, unit: int, forward: bool) -> None:
        """Go on to the next multiple of `unit`, or back to the one before."""
        self.session.jump(unit, forward)
        self._go_on()

    def action_first(self) -> None:
        """Go to the start."""
        self._travel(1)

    def action_furthest(self) -> None:
        """Go to the furthest point reached."""
        self._travel(self.session.run.reached)

    def _travel(self, k: int) -> None:
        self.session.travel(k)
        self._go_on()

    def action_stop(self) -> None:
        """Leave the innermost thing: a journey, a zoom, a run."""
        if self.session.run.settled and self.has_class("-zoomed"):
            self.leave()
        else:
            self.session.pause()
            self._go_on()

    def action_speed(self, faster: bool) -> None:
        """Run faster or slower."""
        self.session.change_speed(faster)
        self.paint()

    @opens_dialog
    async def action_go_to(self) -> None:
        """Ask for a point, and go there."""
        k = await questions.ask_point_number(self.app, self.session.k)
        if k is not None:
            self._travel(k)

    # --- changes

    def action_rate(self, up: bool) -> None:
        """A higher or lower learning rate."""
        self.session.scale_alpha(up)
        self._go_on()

    @opens_dialog
    async def action_type_rate(self) -> None:
        """Ask for a learning rate."""
        alpha = await questions.ask_rate(self.app, self.session.alpha)
        if alpha is not None:
            self.session.set_alpha(alpha)
            self._go_on()

    @opens_dialog
    async def action_edit(self) -> None:
        """Ask for a start: the one there is, or x under the cursor."""
        offered = self._offered_start()
        if offered is None:
            self.notify(words().descent.computed)
            return
        start = await questions.ask_start(self.app, offered)
        if start is not None:
            self.session.set_start(start)
            self._go_on()

    def _offered_start(self) -> tuple[float, float] | None:
        """The start to be edited: x where the cursor is on one; None where it is on a number that is computed."""
        cell = self.query_one(DescentStepPane).cursor
        if cell is None or self.snapshot is None:
            return self.session.recipe.start
        x = {"x": self.snapshot.point.x, "after": self.snapshot.after}.get(cell.code)
        return None if x is None else (float(x[0]), float(x[1]))

    @opens_dialog
    async def action_preset(self) -> None:
        """Ask for a preset."""
        preset = await questions.ask_preset(self.app, self.session.recipe.preset)
        if preset is not None:
            self.take_preset(preset)

    def take_preset(self, preset: DescentPreset) -> None:
        """Begin a preset."""
        self.session.take_preset(preset)
        self._go_on()

    def action_take_preset(self, name: str) -> None:
        """Take a preset by its name."""
        self.take_preset(next(preset for preset in DESCENT_PRESETS if preset.name == name))

    @opens_dialog
    async def action_surface(self) -> None:
        """Ask for a surface; SymPy finds its derivatives in a thread, for its import takes a moment."""
        f = await questions.ask_surface(self.app, self.session.recipe.surface.text)
        if f is None:
            return
        self._deriving = True
        try:
            await asyncio.to_thread(lambda: surface_of(f).derivatives)
            self.session.set_surface(f)
            self._go_on()
        finally:
            self._deriving = False

    def action_restart(self) -> None:
        """Start again."""
        self.session.restart()
        self._go_on()
        self.notify(words().descent.restarted)

    def action_undo(self) -> None:
        """Undo a change."""
        if not self.session.undo():
            self.notify(words().descent.nothing_to_undo)
        self._go_on()

    def action_redo(self) -> None:
        """Redo a change."""
        if not self.session.redo():
            self.notify(words().descent.nothing_to_redo)
        self._go_on()

    @opens_dialog
    async def action_copy(self) -> None:
        """Copy the command line of this point."""
        await copy(self.app, self.session.command())

    @opens_dialog
    async def action_export(self) -> None:
        """Take the points along, or the picture of the screen."""
        snapshot = self.snapshot
        if snapshot is None:
            return
        shown = picture(self.app)

        async def make(format: str) -> str:
            return table(snapshot, cast(Format, format))

        await take_along(self.app, [Piece(words().export.points, "descent", FORMATS, make), shown])

    @opens_dialog
    async def action_practise(self) -> None:
        """Ask for a topic, then for something to work out, judge the answer and show the working."""
        await self.practice.ask()

    # --- looks

    def action_look(self, factor: float) -> None:
        """Look closer at the map, or at the curve if it is in front, or at more of it."""
        if self._places.front == "curve":
            self.session.look_at_steps(factor)
        else:
            self.session.look_closer(factor)
        self.paint()

    def action_pan(self, right: int, up: int) -> None:
        """Move the map by a quarter of what it shows."""
        self.session.look_aside(right / 4, up / 4)
        self.paint()

    def action_whole(self) -> None:
        """Fit the map to the path, or show the whole of it; show the whole of the curve if that is in front."""
        if self._places.front == "curve":
            self.session.look_at_all_steps()
        else:
            self.session.look_at_path_or_whole()
        self.paint()

    def action_log(self) -> None:
        """A logarithmic curve, or a linear one."""
        if not self.session.toggle_log():
            self.notify(words().descent.no_logarithm)
        self.paint()

    def action_check(self) -> None:
        """Check numerically, or stop it."""
        self.session.toggle_check()
        self.paint()

    # --- the mouse

    @on(SurfaceMapPane.Picked)
    def _start_there(self, event: SurfaceMapPane.Picked) -> None:
        self.session.set_start((event.x1, event.x2))
        self._go_on()

    @on(SurfaceMapPane.Dragged)
    def _drag(self, event: SurfaceMapPane.Dragged) -> None:
        self.session.look_aside(event.right, event.up)
        self.paint()

    @on(SurfaceMapPane.Scaled)
    def _scale(self, event: SurfaceMapPane.Scaled) -> None:
        self.session.look_closer(event.factor, event.about)
        self.paint()

    @on(DescentCurvePane.Scaled)
    def _scale_curve(self, event: DescentCurvePane.Scaled) -> None:
        self.session.look_at_steps(event.factor, event.k)
        self.paint()

    @on(DescentCurvePane.Chosen)
    @on(DescentTablePane.Chosen)
    def _go_there(self, event: DescentCurvePane.Chosen | DescentTablePane.Chosen) -> None:
        self._travel(event.k)
