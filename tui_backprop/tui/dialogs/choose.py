"""A choice from a short list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from tui_backprop.tui.dialogs.dialog import Dialog
from tui_backprop.tui.kit.choices import Choices
from tui_backprop.words import words


class ChooseScreen(Dialog[str | None]):
    """Gives the name chosen, or None after escape."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "cancel")]

    DEFAULT_CSS = """
    ChooseScreen { align: center middle; }
    ChooseScreen > OptionList { width: 40; height: auto; max-height: 80%; border: round $primary; }
    """

    def __init__(self, title: str, names: Sequence[str], current: str) -> None:
        super().__init__()
        self._title = title
        self._names = tuple(names)
        self._current = current

    def compose(self) -> ComposeResult:
        """The list, the current name under the bar."""
        options = Choices(*(Option(name, id=name) for name in self._names))
        options.border_title = self._title
        options.border_subtitle = words().app.take_or_cancel
        options.highlighted = self._names.index(self._current)
        yield options

    @on(OptionList.OptionSelected)
    def _choose(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option.id)
