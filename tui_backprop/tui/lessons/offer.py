"""The one line that offers the lessons at the first start."""

from __future__ import annotations

from collections.abc import Callable

from rich.text import Text
from textual.widget import Widget

from tui_backprop.tui.kit.panes_screen import PanesScreen
from tui_backprop.words import words


class Offer(Widget):
    """Stays until it is taken or declined; a click takes it."""

    DEFAULT_CSS = "Offer { split: bottom; height: 1; background: $accent; color: $text; padding: 0 1; }"

    def __init__(self, key: str, decline: str, take: Callable[[], object]) -> None:
        super().__init__()
        self._keys = (key, decline)
        self._take = take

    def on_mount(self) -> None:
        """Have the screen leave this line free."""
        if isinstance(screen := self.screen, PanesScreen):
            screen.offer(True)

    def on_unmount(self) -> None:
        """Give the line back."""
        if isinstance(screen := self.screen, PanesScreen):
            screen.offer(False)

    def render(self) -> Text:
        """The line."""
        key, decline = self._keys
        text = Text(words().lessons.panel.offer(key=key, decline=decline), no_wrap=True, overflow="ellipsis")
        text.truncate(self.content_size.width, overflow="ellipsis")
        return text

    def on_click(self) -> None:
        """Take the offer."""
        self._take()
