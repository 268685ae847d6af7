"""A question with one line of an answer, checked while it is asked."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input, Static

from tui_backprop.tui.dialogs.dialog import Dialog
from tui_backprop.tui.kit.typed import fold
from tui_backprop.words import reason, words


class AskScreen(Dialog[str | None]):
    """Gives the text typed, in plain signs, once `check` takes it, or None after escape.

    `check` raises ValueError with the sentence to show. A question `aside` leaves the matrices and the line of the
    sample in sight: it covers the formula of the phase, or, where there is room, the charts. What is asked
    for `verbatim`, such as a name, is taken as it was typed.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "cancel")]

    DEFAULT_CSS = """
    AskScreen { align: center middle; }
    AskScreen.-aside { align: center top; background: $background 0%; }
    AskScreen.-aside.-wide.-tall { align: center bottom; }
    AskScreen > Vertical {
        width: 72; height: auto; border: round $primary; background: $surface; padding: 0 1;
    }
    AskScreen.-aside > Vertical { margin-top: 2; }
    AskScreen Static { height: auto; }
    AskScreen #ask-error { color: $text-error; min-height: 1; }
    AskScreen.-aside #ask-error { display: none; }
    AskScreen.-aside.-refused #ask-error { display: block; }
    """

    def __init__(
        self,
        title: str,
        hint: str,
        check: Callable[[str], object],
        value: str = "",
        aside: bool = False,
        verbatim: bool = False,
    ) -> None:
        super().__init__()
        self._title = title
        self._hint = hint
        self._check = check
        self._value = value
        self._read = str.strip if verbatim else fold
        self.set_class(aside, "-aside")

    def compose(self) -> ComposeResult:
        """A title, a hint, the line, and room for what is wrong with it."""
        with Vertical() as box:
            box.border_title = self._title
            box.border_subtitle = words().app.take_or_cancel
            yield Static(self._hint)
            yield Input(self._value, select_on_focus=True, compact=True)
            yield Static("", id="ask-error", markup=False)

    @on(Input.Submitted)
    def _submit(self, event: Input.Submitted) -> None:
        value = self._read(event.value)
        try:
            self._check(value)
        except ValueError as error:
            self.query_one("#ask-error", Static).update(reason(error))
            self.add_class("-refused")
        else:
            self.dismiss(value)
