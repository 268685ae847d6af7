"""A line that names the panes of one place, the one in front lit; a click brings another to the front."""

from __future__ import annotations

from dataclasses import dataclass

from rich.cells import cell_len
from rich.style import Style
from rich.text import Text
from textual import events
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget


class PaneTabs(Widget):
    """Names of panes by their ids."""

    DEFAULT_CSS = """
    PaneTabs { height: 1; background: $surface; color: $foreground; }
    """

    front = reactive("")
    note = reactive("")

    @dataclass
    class Chosen(Message):
        """A click on the name of a pane."""

        pane: str

    def __init__(self, names: dict[str, str], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._names = names

    @property
    def panes(self) -> tuple[str, ...]:
        """The ids of the panes that it names."""
        return tuple(self._names)

    def offer(self, names: dict[str, str]) -> None:
        """Name other panes."""
        if names != self._names:
            self._names = names
            self.refresh()

    def render(self) -> Text:
        """The names, the one in front in reverse, and the note at the end where there is room for it."""
        text = Text(no_wrap=True)
        for pane, name in self._names.items():
            lit = pane == self.front
            text.append(f" {name} ", style=Style(bold=lit, reverse=lit, meta={"pane": pane}))
        room = self.content_size.width - text.cell_len - cell_len(self.note) - 1
        if self.note and room > 0:
            text.append(" " * room + self.note, style="dim")
        return text

    def on_click(self, event: events.Click) -> None:
        """Choose the pane under the pointer."""
        if (pane := event.style.meta.get("pane")) is not None:
            self.post_message(self.Chosen(pane))
