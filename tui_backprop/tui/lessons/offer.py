"""The one line that offers the lessons at the first start."""

from __future__ import annotations

from collections.abc import Callable

from rich.text import Text
from textual.widget import Widget

from tui_backprop.words import words


class Offer(Widget):
    """Stays until it is taken or declined; a click takes it."""

    DEFAULT_CSS = "Offer { split: bottom; height: 1; background: $accent; color: $text; padding: 0 1; }"

    def __init__(self, key: str, decline: str, take: Callable[[], object]) -> None:
        super().__init__()
        self._keys = (key, decline)
        self._take = take

    def on_mount(self) -> None:
        """Have what comes up from below leave this line free, and the footer above it."""
        self.screen.add_class("-offering")

    def on_unmount(self) -> None:
        """Give the line back."""
        self.screen.remove_class("-offering")

    def render(self) -> Text:
        """The line."""
        key, decline = self._keys
        text = Text(words().lessons.panel.offer(key=key, decline=decline), no_wrap=True, overflow="ellipsis")
        text.truncate(self.content_size.width, overflow="ellipsis")
        return text

    def on_click(self) -> None:
        """Take the offer."""
        self._take()
