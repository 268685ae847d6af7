"""The thumb of a scrollbar that has only just come up."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.scroll_view import ScrollView as Base
else:  # watchers are looked for along all bases
    Base = object


class ThumbInPlace(Base):
    """To be mixed into a scroll view before its base: the thumb stands for what is in sight.

    What has only just grown out of its room is scrolled by force: it has no scrollbar yet, and Textual moves only the
    thumb of one that is shown.
    """

    def watch_show_vertical_scrollbar(self, shown: bool) -> None:
        """Put the thumb where the lines are."""
        if shown:
            self.vertical_scrollbar.position = self.scroll_y
