"""The palette: all that can be done, found by its name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input
from textual.widgets.option_list import Option

from tui_backprop.tui.dialogs.dialog import Dialog
from tui_backprop.tui.kit.choices import Choices
from tui_backprop.words import words


class Entry(NamedTuple):
    """Something that can be done: an action of the screen, with a note such as its key."""

    title: str
    note: str
    action: str


class PaletteScreen(Dialog[str | None]):
    """Gives the action of the entry chosen, or None. An entry is found by parts of its words, in any order."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "close"),
        Binding("up", "move('cursor_up')", "up", priority=True),
        Binding("down", "move('cursor_down')", "down", priority=True),
        Binding("pageup", "move('page_up')", "page up", priority=True),
        Binding("pagedown", "move('page_down')", "page down", priority=True),
    ]

    DEFAULT_CSS = """
    PaletteScreen { align: center top; }
    PaletteScreen > Vertical {
        width: 90%; max-width: 90; height: 80%; margin-top: 2; border: round $primary; background: $surface;
    }
    PaletteScreen Choices, PaletteScreen Choices:focus { height: 1fr; border: none; background: $surface; }
    """

    def __init__(self, entries: Sequence[Entry]) -> None:
        super().__init__()
        self._entries = tuple(entries)

    def compose(self) -> ComposeResult:
        """The line to type in, and what it finds."""
        with Vertical() as box:
            box.border_title = words().app.palette_title
            box.border_subtitle = words().app.take_or_cancel
            yield Input(placeholder=words().app.palette_hint, compact=True)
            yield Choices(*self._options(""))

    def on_mount(self) -> None:
        """Begin in the line."""
        self.query_one(Choices).highlighted = 0

    def action_move(self, how: str) -> None:
        """Move in the list, while the line keeps the focus."""
        getattr(self.query_one(Choices), f"action_{how}")()

    @on(Input.Changed)
    def _search(self, event: Input.Changed) -> None:
        choices = self.query_one(Choices)
        choices.clear_options()
        choices.add_options(self._options(event.value))
        choices.highlighted = 0 if choices.option_count else None

    def _options(self, sought: str) -> list[Option]:
        parts = sought.casefold().split()
        return [
            Option(Text.assemble(entry.title, ("  " + entry.note, "dim")), id=str(number))
            for number, entry in enumerate(self._entries)
            if all(part in f"{entry.title} {entry.note}".casefold() for part in parts)
        ]

    @on(Input.Submitted)
    def _take(self) -> None:
        self.query_one(Choices).action_select()

    @on(Choices.OptionSelected)
    def _choose(self, event: Choices.OptionSelected) -> None:
        self.dismiss(self._entries[int(event.option.id or 0)].action)
