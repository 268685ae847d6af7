"""The last line: the keys of what has the focus, and those of help and quit; a click is as good as the key."""

from __future__ import annotations

from typing import Any, cast

from rich.style import Style
from rich.text import Text
from textual import events
from textual.widget import Widget

from tui_backprop.tui.kit.keys import FooterKey

_GAP = "  "


class KeyFooter(Widget):
    """Prints the keys that its screen names by `footer_keys`; those that do not fit are left out from the end.

    The last two, help and quit, stand at the right end and stay.
    """

    DEFAULT_CSS = """
    KeyFooter { dock: bottom; height: 1; background: $footer-background; color: $footer-foreground; padding: 0 1; }
    KeyFooter > .key-footer--key { color: $footer-key-foreground; text-style: bold; }
    KeyFooter:ansi > .key-footer--key { color: ansi_default; text-style: bold; }
    """
    COMPONENT_CLASSES = {"key-footer--key"}

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[FooterKey, ...] = ()

    def show(self, keys: tuple[FooterKey, ...]) -> None:
        """Print these keys; repaint if they are others."""
        if keys != self._shown:
            self._shown = keys
            self.refresh()

    def render(self) -> Text:
        """The line."""
        look = self.get_component_rich_style("key-footer--key", partial=True)
        texts = [_text(key, look) for key in self._shown]
        left, right = texts[:-2], texts[-2:]
        width = self.content_size.width

        def line(keys: list[Text]) -> Text:
            return Text(_GAP, no_wrap=True, end="").join(keys)

        end = line(right)
        while left and line(left).cell_len + len(_GAP) + end.cell_len > width:
            left.pop()
        start = line(left)
        gap = width - start.cell_len - end.cell_len
        return Text.assemble(start, " " * gap, end, no_wrap=True, end="") if gap >= 0 else end

    async def on_click(self, event: events.Click) -> None:
        """Do what the key under the pointer does."""
        action = event.style.meta.get("action")
        if action is not None:
            await cast(Any, self.screen).run_action(action)


def _text(key: FooterKey, look: Style) -> Text:
    text = Text(no_wrap=True, end="", style=Style(meta={"action": key.action}))
    return text.append(key.shown, look).append(f" {key.word}")
