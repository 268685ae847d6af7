"""A choice from a short list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
    """Gives the name chosen, or None after escape; `names` may say what stands in the list for each."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "cancel")]

    DEFAULT_CSS = """
    ChooseScreen { align: center middle; }
    ChooseScreen > OptionList { width: 40; height: auto; max-height: 80%; border: round $primary; }
    """

    def __init__(self, title: str, names: Sequence[str] | Mapping[str, str], current: str) -> None:
        super().__init__()
        self._title = title
        self._names = dict(names) if isinstance(names, Mapping) else {name: name for name in names}
        self._current = current

    def compose(self) -> ComposeResult:
        """The list, the current name under the bar."""
        options = Choices(*(Option(shown, id=name) for name, shown in self._names.items()))
        options.border_title = self._title
        options.border_subtitle = words().app.take_or_cancel
        options.highlighted = [*self._names].index(self._current)
        yield options

    @on(OptionList.OptionSelected)
    def _choose(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option.id)
