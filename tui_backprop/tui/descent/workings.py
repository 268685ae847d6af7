"""Where every number of a step comes from, one after the other: for a screen with room for it."""

from __future__ import annotations

from textual.containers import VerticalScroll
from textual.widgets import Static

from tui_backprop.training.descent.snapshot import DescentSnapshot
from tui_backprop.tui.descent.texts import all_workings
from tui_backprop.words import words


class DescentWorkingsPane(VerticalScroll, can_focus=False):
    """The formula of each number, the formula with the numbers of this point, the result."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(Static(markup=False), id=id, classes=classes)
        self._drawn: tuple[object, ...] = ()

    def show(self, snapshot: DescentSnapshot) -> None:
        """Take the moment to explain; write anew if the point is another one."""
        drawn = (snapshot.recipe, snapshot.k, words())
        if drawn != self._drawn:
            self._drawn = drawn
            self.border_title = words().descent.workings_title
            text = self.query_one(Static)
            text.update(all_workings(snapshot))
            # Out of sight, as before the first layout, the new height is not heeded.
            self.call_after_refresh(text.refresh, layout=True)
