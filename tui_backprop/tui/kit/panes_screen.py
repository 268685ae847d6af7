"""A main screen: panes that tab goes round, that tabs choose where they share a place, and that zoom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from rich.text import Text
from textual import on
from textual.events import DescendantFocus
from textual.screen import Screen

from tui_backprop.tui.dialogs.help import HelpScreen
from tui_backprop.tui.kit.keys import KeyTable
from tui_backprop.tui.kit.pane_tabs import PaneTabs
from tui_backprop.tui.kit.places import Places
from tui_backprop.tui.kit.too_small import TooSmall


class PanesScreen(Screen[None]):
    """What the three main screens have in common.

    `NAMES` are the panes by their ids in the order of the tab key, `VIEWS` those that share a place, `KEYS` the screen's
    table of keys.
    """

    AUTO_FOCUS = ""
    NAMES: ClassVar[Mapping[str, str]] = {}
    VIEWS: ClassVar[Sequence[str]] = ()
    KEYS: ClassVar[KeyTable]

    def __init__(self) -> None:
        super().__init__()
        self._places = Places(self, self.NAMES, self.VIEWS)

    def on_mount(self) -> None:
        """Have the notice at hand that a terminal too small gets."""
        self.mount(TooSmall())

    def pane_help(self, pane: str) -> Text:
        """Help for a pane."""
        raise NotImplementedError

    def help(self) -> HelpScreen:
        """Help for the pane in front, and the keys."""
        front = self._places.front
        return HelpScreen(self.NAMES[front], self.pane_help(front), self.KEYS)

    def leave(self) -> None:
        """What the escape key does when nothing is under way: end the zoom."""
        self._places.zoom(False)

    def action_pane(self, step: int) -> None:
        """Go to the next or the previous pane."""
        self._places.go_round(step)

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
            self._places.bring_forward(pane)
