"""A main screen: panes that tab goes round, that tabs choose where they share a place, and that zoom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, cast

from rich.text import Text
from textual import on
from textual.events import DescendantFocus, Resize
from textual.geometry import Region, Size
from textual.screen import Screen

from tui_backprop.tui.kit.app_keys import APP_KEYS
from tui_backprop.tui.kit.compositor import SparingCompositor
from tui_backprop.tui.kit.key_footer import KeyFooter
from tui_backprop.tui.kit.keys import KeyTable
from tui_backprop.tui.kit.known_keys import KnownKeys
from tui_backprop.tui.kit.matrix_board import MatrixBoard
from tui_backprop.tui.kit.notices import ClearOfNotices, own_children
from tui_backprop.tui.kit.pane_tabs import PaneTabs
from tui_backprop.tui.kit.places import Places
from tui_backprop.tui.kit.too_small import TooSmall
from tui_backprop.words import words

if TYPE_CHECKING:
    from tui_backprop.tui.dialogs.help import HelpScreen


PATIENCE = 0.2
"""Seconds that a first frame may be held back."""


class PanesScreen(KnownKeys, ClearOfNotices, Screen[None]):
    """What the main screens have in common.

    `NAMES` are the panes by their ids in the order of the tab key, `VIEWS` those that share a place, `KEYS` the screen's
    table of keys, `SUBJECT` its name among the main screens.
    """

    SUBJECT: ClassVar[str] = ""

    AUTO_FOCUS = ""
    NAMES: ClassVar[Mapping[str, str]] = {}
    VIEWS: ClassVar[Sequence[str]] = ()
    KEYS: ClassVar[KeyTable]

    keeps_company = True
    """Whether it shows Jacobians the way that the other screens do; a lesson has its own way."""

    def __init__(self) -> None:
        super().__init__()
        self._compositor = SparingCompositor()
        self._places = Places(self, self.NAMES, self.VIEWS)
        self._reserved = (0, 0)
        self._spoken = words()
        self._held = False

    def on_compose(self) -> None:
        """Set the classes for the terminal's size before there are panes: each would have all their styles worked out again."""
        app, (width, height) = self.app, self.app.size
        for room, marks in ((width, app.HORIZONTAL_BREAKPOINTS), (height, app.VERTICAL_BREAKPOINTS)):
            self.add_class(*[name for least, name in sorted(marks or ()) if least <= room][-1:])

    def on_mount(self) -> None:
        """Have the notice at hand that a terminal too small gets."""
        self.mount(TooSmall(), KeyFooter())
        self.call_after_refresh(self.name_keys)

    def on_screen_resume(self) -> None:
        """Another language may have been chosen on another screen, or the other way to write Jacobians."""
        self.speak()
        self._agree_on_jacobians()

    def speak(self) -> None:
        """Say everything anew, if another language is spoken than before."""
        if self._spoken is words():
            return
        self._spoken = words()
        for tabs in self.query(PaneTabs):
            tabs.offer({pane: self.pane_name(pane) for pane in tabs.panes})
        for widget in self.query("*"):
            widget.refresh(layout=True)
        self.name_keys()
        self.call_after_refresh(self.paint_again)

    # --- the first frame

    def hold(self) -> None:
        """Draw nothing until `release`, or for a moment: the first frame is to be whole, and drawn once."""
        self._held = True
        self.set_timer(PATIENCE, self.release)

    def release(self) -> None:
        """Draw what was held back, at once."""
        if self._held:
            if self._layout_required:
                self.lay_out()
            self._held, self._repaint_required = False, True
            self._on_timer_update()

    def draw(self) -> None:
        """Draw at once what has been painted, where nothing newer is waiting.

        Textual draws when each widget has asked the screen for it by a message of its own, and a timer has come round. That
        is still how it goes where there is more to do than to paint: to lay out or to scroll.
        """
        asking: list[Any] = [
            widget for widget in self._compositor.visible_widgets if cast(Any, widget)._repaint_required
        ]
        more = any(widget._layout_required or widget._scroll_required for widget in asking)
        if not asking or more or self._layout_required or self._scroll_required or not self._message_queue.empty():
            return
        for widget in asking:
            widget._repaint_required = False
        self._dirty_widgets.update(asking)
        self._on_timer_update()

    def _compositor_refresh(self) -> None:
        # In a batch of updates, as the start of the app is one, Textual draws every line and throws it away.
        if not self._held and not cast(Any, self.app)._batch_count:
            super()._compositor_refresh()

    def on_idle(self) -> None:
        """Lay out behind a dialog too: Textual does it when the dialog is gone, but one sees what is behind it."""
        if self._layout_required and self in cast(Any, self.app)._background_screens:
            self.lay_out()
            self._compositor_refresh()

    def kept(self) -> list[Region]:
        """The regions that no notice may cover: all outside the panes, and in them the explanation and the number explained."""
        widgets = [widget for widget in own_children(self) if widget.id != "panes"]
        widgets += self.query(".explains, Inspector")
        return [*(widget.region for widget in widgets), *(board.cursor_region for board in self.query(MatrixBoard))]

    @property
    def transposed(self) -> bool | None:
        """Whether Jacobians are shown as Jᵀ; None on a screen that has none."""
        return None

    def turn_jacobians(self) -> None:
        """Show Jᵀ in the place of J, or J in the place of Jᵀ."""
        raise NotImplementedError

    def action_flip(self) -> None:
        """Swap J and Jᵀ, from now on on every screen; until the first swap each is as in its part of the article."""
        self.turn_jacobians()
        if self.keeps_company:
            app = cast(Any, self.app)
            app.transposed = self.transposed
            app.remember("jacobian", "JT" if self.transposed else "J")

    def _agree_on_jacobians(self) -> None:
        wanted: bool | None = getattr(self.app, "transposed", None)
        if self.keeps_company and None not in (wanted, self.transposed) and wanted != self.transposed:
            self.turn_jacobians()

    def paint_again(self) -> None:
        """Paint what is known already, for another size or in another language."""
        raise NotImplementedError

    def pane_name(self, pane: str) -> str:
        """The name of a pane in the language that is spoken."""
        return self.NAMES[pane]

    @property
    def front(self) -> str:
        """The id of the pane in front."""
        return self._places.front

    def bring_forward(self, pane: str) -> None:
        """Put a pane in front, and in focus."""
        self._places.bring_forward(pane)

    @property
    def room(self) -> Size:
        """The size that the screen has for itself: the terminal's, less what is reserved and the line of an offer."""
        (width, height), (columns, lines) = self.app.size, self._reserved
        return Size(max(width - columns, 0), max(height - lines - self.has_class("-offering"), 0))

    def reserve(self, columns: int, lines: int) -> None:
        """Leave room for a panel at the side or below; from the next layout on.

        The smallest layout stays the one for 80 columns and 24 lines of the whole terminal.
        """
        if (columns, lines) != self._reserved:
            self._reserved = (columns, lines)
            app = self.app
            self.HORIZONTAL_BREAKPOINTS = _shifted(app.HORIZONTAL_BREAKPOINTS or [], columns)
            self.VERTICAL_BREAKPOINTS = _shifted(app.VERTICAL_BREAKPOINTS or [], lines)
            self._use_the_room()

    def offer(self, offering: bool) -> None:
        """Leave the last line to an offer, or take it back."""
        self.set_class(offering, "-offering")
        self._use_the_room()

    def _use_the_room(self) -> None:
        """Have everything take the room that there is now, as after a resize."""
        self.post_message(Resize(self.app.size, self.app.size))

    def pane_help(self, pane: str) -> Text:
        """Help for a pane."""
        raise NotImplementedError

    def help(self) -> HelpScreen:
        """Help for the pane in front, and the keys."""
        from tui_backprop.tui.dialogs.help import HelpScreen

        front = self._places.front
        own = self.KEYS.by_focus.get(front, ())
        return HelpScreen(self.pane_name(front), self.pane_help(front), self.tables, own)

    @property
    def tables(self) -> tuple[KeyTable, ...]:
        """The tables of all keys that do something here: of a lesson, of this screen, of every screen."""
        classroom: Any = getattr(self.app, "classroom", None)
        return (*(classroom.tables if classroom is not None else ()), self.KEYS, APP_KEYS)

    def leave(self) -> None:
        """What the escape key does when nothing is under way: leave the innermost thing, a cell before a zoom."""
        board = next((board for board in self.query(MatrixBoard) if board.cursor is not None), None)
        if board is not None:
            board.cursor = None
        else:
            self._places.zoom(False)

    def name_keys(self) -> None:
        """Have the footer show the keys of what has the focus."""
        focus = self._cell_kind() if self.on_a_cell else ""
        focus = focus if focus in self.KEYS.by_focus else self._places.front
        keymap: dict[str, str] = getattr(self.app, "keymap", {})
        classroom: Any = getattr(self.app, "classroom", None)
        answering, lesson = classroom.footer(keymap) if classroom is not None else (False, ())
        taken = {key.shown for key in lesson}
        own = () if answering else (key for key in self.KEYS.footer(focus, keymap) if key.shown not in taken)
        keys = (*lesson, *own, *APP_KEYS.footer("", keymap))
        for footer in self.query(KeyFooter):
            footer.show(keys)

    @property
    def on_a_cell(self) -> bool:
        """Whether a cell cursor has the focus: the arrows then move it."""
        board = self.focused
        return isinstance(board, MatrixBoard) and board.cursor is not None

    def _cell_kind(self) -> str:
        """Under which name `by_focus` has the keys of the cell that has the focus."""
        return "cell"

    @on(MatrixBoard.CursorMoved)
    def _name_keys_of_a_cell(self) -> None:
        self.name_keys()

    def action_pane(self, step: int) -> None:
        """Go to the next or the previous pane; the question of a lesson keeps the keys, and is left by its own key."""
        classroom: Any = getattr(self.app, "classroom", None)
        self._places.go_round(step, focus=classroom is None or not classroom.answering)

    def action_zoom(self) -> None:
        """Zoom the pane in front, or end the zoom."""
        self._places.zoom(not self.has_class("-zoomed"))

    @on(PaneTabs.Chosen)
    def _choose_pane(self, event: PaneTabs.Chosen) -> None:
        self._places.bring_forward(event.pane)

    @on(DescendantFocus)
    def _follow_focus(self, event: DescendantFocus) -> None:
        pane = event.widget.id
        if pane is not None and pane in self.NAMES:
            # It has the focus; by now something else may have been given it, which must keep it.
            self._places.bring_forward(pane, focus=False)
        self.name_keys()


def _shifted(breakpoints: list[tuple[int, str]], by: int) -> list[tuple[int, str]]:
    return [(least + by if index > 1 else least, name) for index, (least, name) in enumerate(breakpoints)]
