"""A choice from a short list: what may follow a key, each with a key of its own."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import ClassVar

from rich.cells import cell_len
from rich.text import Text
from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from tui_backprop.tui.dialogs.dialog import Dialog
from tui_backprop.tui.kit.choices import Choices
from tui_backprop.words import words

KEYS = "123456789abcdefghijklmnopqrstuvwxyz"
"""The keys of the names, in their order."""


class ChooseScreen(Dialog[str | None]):
    """Gives the name chosen, or None after escape; `names` may say what stands in the list for each.

    A name is taken by its key, by enter or by a click; those that are `missing` only by their key, to hear why.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "cancel")]

    DEFAULT_CSS = """
    ChooseScreen { align: center middle; }
    ChooseScreen > OptionList { width: 40; height: auto; max-height: 80%; border: round $primary; }
    """

    def __init__(
        self, title: str, names: Sequence[str] | Mapping[str, str], current: str, missing: Collection[str] = ()
    ) -> None:
        super().__init__()
        self._title = title
        self._names = dict(names) if isinstance(names, Mapping) else {name: name for name in names}
        self._current = next(name for name in (current, *self._names) if name not in missing)
        self._missing = missing

    def compose(self) -> ComposeResult:
        """The list, the current name under the bar."""
        keys = KEYS.ljust(len(self._names))
        options = Choices(
            *(
                Option(Text.assemble((f"{key}  ", "bold"), shown), id=name, disabled=name in self._missing)
                for key, (name, shown) in zip(keys, self._names.items(), strict=False)
            )
        )
        options.border_title = self._title
        # Cells, not a share of the terminal: of a very small one nothing would be left to wrap the names in.
        options.styles.width = max(40, 9 + max(cell_len(shown) for shown in self._names.values()))
        options.border_subtitle = words().app.take_or_cancel
        options.highlighted = [*self._names].index(self._current)
        yield options

    def on_key(self, event: events.Key) -> None:
        """Take the name with this key."""
        by_key = dict(zip(KEYS, self._names, strict=False))
        if event.character in by_key:
            event.stop()
            self.dismiss(by_key[event.character])

    @on(OptionList.OptionSelected)
    def _choose(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option.id)
