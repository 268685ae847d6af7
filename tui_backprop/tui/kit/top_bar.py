"""The two lines at the top: which screen and which run this is, and where in it we are."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from rich.style import Style
from rich.text import Text
from textual import events
from textual.message import Message
from textual.widget import Widget

from tui_backprop.tui.kit.lines import refresh_lines, spread
from tui_backprop.tui.kit.text_lines import TextLines
from tui_backprop.words import Words, words

SCREENS = ("chain", "descent", "network", "starts")
"""The main screens in the order of their keys."""

_GAP = "  "


class TopBar(TextLines, Widget):
    """The names of the screens, this one's in reverse, beside what the screen has to say; a click chooses a screen."""

    DEFAULT_CSS = """
    TopBar { height: 2; background: $panel; color: $foreground; padding: 0 1; }
    """

    @dataclass
    class Chosen(Message):
        """A click on the name of a screen."""

        screen: str

    def __init__(self, current: str) -> None:
        super().__init__()
        self._current = current
        self._lines = (Text(), Text(), Text())

    @property
    def taken(self) -> int:
        """The width that the names of the screens take."""
        return _tabs(self._current, words()).cell_len + len(_GAP)

    def show(self, left: Text, right: Text, second: Text) -> None:
        """Show the rest of the first line, its end, and the second line; repaint what differs."""
        (*first, under), self._lines = self._lines, (left, right, second)
        refresh_lines(self, (first, under), ([left, right], second))

    def lines(self) -> list[Text]:
        """The two lines."""
        left, right, second = self._lines
        tabs = _tabs(self._current, words())
        first = spread(tabs + Text(_GAP) + left, right, self.content_size.width)
        return [first, second]

    def on_click(self, event: events.Click) -> None:
        """Choose the screen under the pointer."""
        if (screen := event.style.meta.get("screen")) is not None:
            self.post_message(self.Chosen(screen))


@lru_cache
def _tabs(current: str, said: Words) -> Text:
    """The names of the screens; made once, for what the mouse finds in a style takes longer to put into it than to paint it."""
    tabs = Text()
    for number, screen in enumerate(SCREENS, start=1):
        look = Style(bold=screen == current, reverse=screen == current, meta={"screen": screen})
        tabs.append(f" {number} {said.app.screens[screen]} ", style=look)
    return tabs
