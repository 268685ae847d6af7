"""Which pane is in front: the places of a screen where several panes share the room."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, cast

from textual.screen import Screen
from textual.widget import Widget

from tui_backprop.tui.kit.pane_tabs import PaneTabs


class Places:
    """Brings panes of a screen to the front. The style sheet decides from the marks what is displayed.

    `names` are the panes by their ids in the order of the tab key, `views` those that share a place. The mark `-front`
    stands on one pane of all and on the containers around it; `-view` on one of those that share the place of the views.
    """

    def __init__(self, screen: Screen[Any], names: Mapping[str, str], views: Sequence[str]) -> None:
        self._screen = screen
        self._names = names
        self._views = views
        self.front = ""

    def bring_forward(self, pane: str, focus: bool = True) -> None:
        """Put a pane in front, by its id, and in focus."""
        if pane != self.front:
            self.front = pane
            widget = self._pane(pane)
            ancestors = {*widget.ancestors_with_self}
            for node in self._screen.query("#panes *"):
                node.set_class(node in ancestors, "-front")
            if pane in self._views:
                for view in self._views:
                    self._pane(view).set_class(view == pane, "-view")
                self._screen.query_one("#view-tabs", PaneTabs).front = pane
            self._screen.query_one("#all-tabs", PaneTabs).front = pane
            self._screen.call_after_refresh(self._catch_up)
        widget = self._pane(pane)
        if focus and not widget.has_focus:
            widget.focus(scroll_visible=False)

    def reveal(self, pane: str) -> None:
        """Bring a pane forward, unless it is in sight already."""
        if not self._displayed(self._pane(pane)):
            self.bring_forward(pane)

    def go_round(self, step: int, focus: bool = True) -> None:
        """Bring the next pane forward, or the one before."""
        order = list(self._names)
        self.bring_forward(order[(order.index(self.front) + step) % len(order)], focus)

    def zoom(self, zoomed: bool) -> None:
        """Give the pane in front all the room, or take it back."""
        self._screen.set_class(zoomed, "-zoomed")
        self._screen.call_after_refresh(self._catch_up)

    def visible(self) -> list[Any]:
        """The panes that are displayed now."""
        return [widget for widget in self._screen.query(".pane") if self._displayed(widget)]

    def annotate(self) -> None:
        """Have the tabs say what the panes in front say of themselves, which have no border for it."""
        for tabs, panes in (("#all-tabs", (self.front,)), ("#view-tabs", self._views)):
            notes = [str(widget.border_subtitle or "") for pane in panes if self._displayed(widget := self._pane(pane))]
            self._screen.query_one(tabs, PaneTabs).note = notes[0] if notes else ""

    def _pane(self, pane: str) -> Widget:
        return self._screen.query_one(f"#{pane}")

    def _catch_up(self) -> None:
        snapshot = cast(Any, self._screen).snapshot
        if snapshot is not None:
            for pane in self.visible():
                pane.show(snapshot)
        self.annotate()

    @staticmethod
    def _displayed(widget: Widget) -> bool:
        return all(node.display for node in widget.ancestors_with_self if isinstance(node, Widget))
