"""A dialog: what opens over a screen, takes its keys, and closes once."""

from __future__ import annotations

from typing import Any, TypeVar, cast

from textual.await_complete import AwaitComplete
from textual.command import CommandPalette
from textual.screen import ModalScreen

from tui_backprop.tui.dialogs.gate import gate_of

_Result = TypeVar("_Result")


class _ClosesOnce:
    """What makes a modal screen a dialog. No screen itself: Textual takes the styles of the first screen among bases."""

    _dismissed = False

    def on_mount(self) -> None:
        """Have the gate hold the keys until something has the focus."""
        screen = cast(ModalScreen[Any], self)
        gate_of(screen).pushed(screen)

    def on_screen_resume(self) -> None:
        """Take the keys that were typed meanwhile, once Textual has put the focus where it belongs."""
        screen = cast(ModalScreen[Any], self)
        screen.call_later(gate_of(screen).ready)

    def dismiss(self, result: Any = None) -> AwaitComplete:
        """Close, with a result for who asked; nothing if it has closed already."""
        if self._dismissed:
            return AwaitComplete.nothing()
        self._dismissed = True
        return cast(Any, super()).dismiss(result)


class Dialog(_ClosesOnce, ModalScreen[_Result]):
    """Whatever is asked or shown over a screen; opened by an action that is marked with `opens_dialog`."""


class Palette(_ClosesOnce, CommandPalette):
    """Textual's palette, under the rule for dialogs."""
