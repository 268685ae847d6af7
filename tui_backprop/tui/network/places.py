"""Which pane stands where: the arrangement, put on the screen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from textual.widget import Widget

from tui_backprop.tui.kit.pane_tabs import PaneTabs
from tui_backprop.tui.kit.panes_screen import PanesScreen
from tui_backprop.tui.kit.places import Places
from tui_backprop.tui.network.arrangement import BOARDS, INSPECTOR, PANES, Height, arrange
from tui_backprop.words import words

CHROME = 7
"""The lines that are not the panes': two at the top, the rail, three that say what happens now, the footer."""


class NetworkPlaces(Places):
    """Puts the panes, and the tabs of the places that several share, where the arrangement wants them.

    `widgets` are the panes by their ids, and the inspector and the strip by theirs; `changed` is called when other panes
    have come into sight.
    """

    def __init__(
        self,
        screen: PanesScreen,
        widgets: Mapping[str, Widget],
        tabs: tuple[PaneTabs, PaneTabs],
        need: Height,
        main_width: Callable[[], int],
        changed: Callable[[], None],
    ) -> None:
        super().__init__(screen, words().network_screen.panes, ())
        self._panes_screen = screen
        self._widgets = widgets
        self._tabs = tabs
        self._need = need
        self._main_width = main_width
        self._changed = changed
        self._recent = [*PANES]
        self._zoomed = False
        self._placed: tuple[object, ...] = ()
        self._shown: list[Any] = []
        self._annotated: list[tuple[PaneTabs, Widget]] = []

    @property
    def zoomed(self) -> bool:
        """Whether one pane has all the room."""
        return self._zoomed

    def bring_forward(self, pane: str, focus: bool = True) -> None:
        """Put a pane in front, by its id, and in focus."""
        if pane != self.front:
            self.front = pane
            self._recent.remove(pane)
            self._recent.insert(0, pane)
            self.rearrange()
        widget = self._widgets[pane]
        if focus and not widget.has_focus:
            widget.focus(scroll_visible=False)

    def reveal(self, pane: str) -> None:
        """Bring a pane forward, unless it is in sight already."""
        if self._widgets[pane] not in self._shown:
            self.bring_forward(pane)

    def zoom(self, zoomed: bool) -> None:
        """Give the pane in front all the room, or take it back."""
        self._zoomed = zoomed
        self.rearrange()

    def visible(self) -> list[Any]:
        """The panes that are displayed now."""
        return self._shown

    def rearrange(self) -> None:
        """Put everything where it belongs in the room that there is now."""
        room = self._panes_screen.room
        width, height = room.width, max(room.height - CHROME, 0)
        boards = [pane for pane in self._recent if pane in BOARDS]
        places = arrange(width, height, boards, self._main_width, self._need, self._zoomed)
        fronts = tuple(place.front or min(place.panes, key=self._order) for place in places)
        names = words().network_screen.panes
        if (places, fronts, names) == self._placed:
            return
        self._placed = (places, fronts, names)
        rooms = {front: place.room for front, place in zip(fronts, places, strict=True)}
        for name, widget in self._widgets.items():
            _put(widget, rooms.get(name))
        self._shown = [widget for name, widget in self._widgets.items() if name in rooms and name != INSPECTOR]
        tabbed = [(place, front) for place, front in zip(places, fronts, strict=True) if place.tabbed]
        self._annotated = []
        for index, tabs in enumerate(self._tabs):
            place, front = tabbed[index] if index < len(tabbed) else (None, "")
            _put(tabs, None if place is None else (place.x, place.y, place.width, 1))
            if place is not None:
                tabs.offer({pane: names[pane] for pane in place.panes})
                tabs.front = front
                self._annotated.append((tabs, self._widgets[front]))
        self._changed()

    @property
    def has_inspector(self) -> bool:
        """Whether the inspector has a place of its own."""
        return self._widgets[INSPECTOR].display

    def annotate(self) -> None:
        """Have the tabs say what the panes in front say of themselves."""
        for tabs, widget in self._annotated:
            tabs.note = str(widget.border_subtitle or "")

    def _order(self, pane: str) -> int:
        return self._recent.index(pane) if pane in self._recent else -1


def _put(widget: Widget, room: tuple[int, int, int, int] | None) -> None:
    """Give a widget its room, or take it out of sight."""
    widget.display = room is not None and room[3] > 0
    if room is not None:
        styles = widget.styles
        x, y, width, height = room
        styles.offset, styles.width, styles.height = (x, y), width, height
