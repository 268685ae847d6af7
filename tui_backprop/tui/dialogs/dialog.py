"""A dialog: what opens over a screen, takes its keys, and closes once."""

from __future__ import annotations

from typing import TypeVar

from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen

from tui_backprop.tui.dialogs.gate import gate_of
from tui_backprop.tui.kit.notices import ClearOfNotices

_Result = TypeVar("_Result")


class Dialog(ClearOfNotices, ModalScreen[_Result]):
    """Whatever is asked or shown over a screen; opened by an action that is marked with `opens_dialog`.

    It tells the gate when it takes keys, and closes once, however often it is told to.
    """

    _dismissed = False

    def on_mount(self) -> None:
        """Have the gate hold the keys until something has the focus."""
        gate_of(self).pushed(self)

    def on_screen_resume(self) -> None:
        """Take the keys that were typed meanwhile, once Textual has put the focus where it belongs."""
        self.call_later(gate_of(self).ready)

    def dismiss(self, result: _Result | None = None) -> AwaitComplete:
        """Close, with a result for who asked; nothing if it has closed already."""
        if self._dismissed:
            return AwaitComplete.nothing()
        self._dismissed = True
        return super().dismiss(result)
