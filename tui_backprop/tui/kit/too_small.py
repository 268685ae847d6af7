"""What a terminal that is too small sees until it is enlarged."""

from __future__ import annotations

from rich.text import Text
from textual.widget import Widget

from tui_backprop.words import words


class TooSmall(Widget):
    """Covers the screen under 80 columns or 24 lines; nothing is lost under it."""

    DEFAULT_CSS = """
    TooSmall {
        layer: above; display: none; dock: top; width: 100%; height: 100%;
        background: $background; color: $foreground; content-align: center middle; text-align: center;
    }
    Screen.-tiny TooSmall, Screen.-flat TooSmall { display: block; }
    """

    def render(self) -> Text:
        """One sentence with both sizes."""
        width, height = self.app.size
        return Text(words().app.too_small(width=width, height=height))
