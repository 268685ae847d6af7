"""Help for the pane in focus, and every key, each to be run from the list."""

from __future__ import annotations

from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from tui_backprop.tui.dialogs.dialog import Dialog
from tui_backprop.tui.kit.keys import KeyTable


class HelpScreen(Dialog[str | None]):
    """Gives the action of the key chosen from the list, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,question_mark,q", "dismiss(None)", "close")]

    DEFAULT_CSS = """
    HelpScreen { align: center middle; }
    HelpScreen > Vertical { width: 90%; max-width: 100; height: 90%; border: round $primary; background: $surface; }
    HelpScreen VerticalScroll { height: auto; max-height: 60%; padding: 0 1; }
    HelpScreen VerticalScroll:focus { background: $surface; }
    HelpScreen OptionList, HelpScreen OptionList:focus {
        height: 1fr; min-height: 6; border: none; border-top: solid $primary; background: $surface;
    }
    """

    def __init__(self, title: str, text: Text, keys: KeyTable) -> None:
        super().__init__()
        self._title = title
        self._text = text
        self._keys = keys

    def compose(self) -> ComposeResult:
        """The text, then the keys in their groups."""
        with Vertical() as box:
            box.border_title = f"Help: {self._title}"
            box.border_subtitle = "tab: text or keys · enter: run the key · esc: close"
            with VerticalScroll():
                yield Static(self._text)
            keys = OptionList(*self._options())
            keys.border_title = "Keys"
            yield keys

    def on_mount(self) -> None:
        """Begin at the keys."""
        self.query_one(OptionList).focus()

    def _options(self) -> list[Option]:
        options: list[Option] = []
        group = ""
        keymap: dict[str, str] = getattr(self.app, "keymap", {})
        for key in self._keys:
            if key.group != group:
                group = key.group
                options.append(Option(Text(self._keys.group(key), style="bold"), disabled=True))
            line = Text.assemble((f"{keymap.get(key.id, key.shown):>10}  ", "bold"), self._keys.text(key).help)
            options.append(Option(line, id=key.id))
        return options

    @on(OptionList.OptionSelected)
    def _run(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(next(key.action for key in self._keys if key.id == event.option.id))
