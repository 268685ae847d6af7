"""Help for the pane in focus, and every key, each to be run from the list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Input, Static
from textual.widgets.option_list import Option

from tui_backprop.explain.typeset import cells, column
from tui_backprop.explain.wrap import wrap
from tui_backprop.tui.dialogs.dialog import Dialog
from tui_backprop.tui.kit.choices import Choices
from tui_backprop.tui.kit.keys import Key, KeyTable, printed
from tui_backprop.words import words

KEY, WIDTH, AROUND = 10, 100, 6
"""The cells of a key, of the whole dialog at the most, and of what is around a line: frames, margins and a scrollbar."""

BESIDE_KEYS = 2
"""How much longer the lines of the text are than those about the keys, which stand between margins."""


class HelpScreen(Dialog[str | None]):
    """Gives the action of the key chosen from the list, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,question_mark,q", "dismiss(None)", "close"),
        Binding("slash", "search", "search"),
        Binding("pageup", "turn('page_up')", "page up", priority=True),
        Binding("pagedown", "turn('page_down')", "page down", priority=True),
    ]

    DEFAULT_CSS = """
    HelpScreen { align: center middle; }
    HelpScreen > Vertical { width: 90%; height: 90%; border: round $primary; background: $surface; }
    HelpScreen VerticalScroll { height: auto; max-height: 60%; padding: 0 0 0 1; scrollbar-size-vertical: 1; }
    HelpScreen VerticalScroll:focus { background: $surface; }
    HelpScreen Input { width: 1fr; margin: 0 1; }
    HelpScreen OptionList, HelpScreen OptionList:focus {
        height: 1fr; min-height: 6; border: none; border-top: solid $primary; background: $surface;
    }
    """

    def __init__(self, title: str, text: Text, tables: Sequence[KeyTable], first: Sequence[str]) -> None:
        super().__init__()
        self._title = title
        self._told = Static(text)
        self._tables = tables
        self._first = first
        self._broken_for = 0

    def compose(self) -> ComposeResult:
        """The text, then the keys: those of the pane, and all in their groups."""
        said = words().app
        self._fit_text()
        with Vertical() as box:
            box.styles.max_width = WIDTH
            box.border_title = said.help_title(pane=self._title)
            box.border_subtitle = said.help_hint
            with VerticalScroll():
                yield self._told
            yield Input(placeholder=said.search_hint, compact=True)
            keys = Choices(*self._options(""))
            keys.border_title = said.keys_title
            yield keys

    def on_mount(self) -> None:
        """Begin at the keys."""
        self.query_one(Choices).focus()

    def on_resize(self) -> None:
        """Break the text, and the sentences about the keys, for the new width."""
        self._fit_text()
        if self._broken_for != self._room:
            keys = self.query_one(Choices)
            at = keys.highlighted
            keys.clear_options()
            keys.add_options(self._options(self.query_one(Input).value))
            keys.highlighted = at

    def _fit_text(self) -> None:
        """Leave a column free beside the text: its lines are as long with a scrollbar as without.

        Else a text that just fits could keep the scrollbar that it once had, or one that does not fit could get none.
        """
        self._told.styles.width = self._room + BESIDE_KEYS

    @property
    def _room(self) -> int:
        """The cells of a line about a key."""
        return min(self.app.size.width * 9 // 10, WIDTH) - AROUND

    def action_turn(self, action: str) -> None:
        """Turn a page of the text, or of the keys where the whole text is in sight."""
        text = self.query_one(VerticalScroll)
        getattr(text if text.max_scroll_y else self.query_one(Choices), f"action_{action}")()

    def action_search(self) -> None:
        """Type what is looked for."""
        self.query_one(Input).focus()

    @on(Input.Changed)
    def _search(self, event: Input.Changed) -> None:
        keys = self.query_one(Choices)
        keys.clear_options()
        keys.add_options(self._options(event.value))
        keys.action_first()

    @on(Input.Submitted)
    def _run_first(self) -> None:
        self.query_one(Choices).action_select()

    def _options(self, sought: str) -> list[Option]:
        self._broken_for = self._room
        parts = sought.casefold().split()
        options: list[Option] = []
        if not parts:
            own = [self._line(table, key, "first.") for table in self._tables for key in table if key.id in self._first]
            options += [Option(Text(self._title, style="bold"), disabled=True), *own] if own else []
        for table in self._tables:
            group = ""
            for key in table:
                if not all(
                    part in f"{table.text(key).help} {key.shown} {printed(key.shown)}".casefold() for part in parts
                ):
                    continue
                if key.group != group:
                    group = key.group
                    options.append(Option(Text(table.group(key), style="bold"), disabled=True))
                options.append(self._line(table, key))
        return options

    def _line(self, table: KeyTable, key: Key, prefix: str = "") -> Option:
        keymap: dict[str, str] = getattr(self.app, "keymap", {})
        shown = f"{column(printed(keymap.get(key.id, key.shown)), KEY)}  "
        beside = cells(shown)
        lines = f"\n{' ' * beside}".join(wrap(table.text(key).help, max(self._room - beside, 1)))
        return Option(Text.assemble((shown, "bold"), lines), id=prefix + key.id)

    @on(Choices.OptionSelected)
    def _run(self, event: Choices.OptionSelected) -> None:
        chosen = (event.option.id or "").removeprefix("first.")
        self.dismiss(next(key.action for table in self._tables for key in table if key.id == chosen))
