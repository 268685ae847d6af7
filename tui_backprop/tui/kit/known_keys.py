"""Textual's chain of key bindings, put together once for each focus."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.screen import Screen

if TYPE_CHECKING:
    Base = Screen[Any]
else:  # its methods go before those of the screen that it is mixed into
    Base = object


class KnownKeys(Base):
    """To be mixed into a screen before its base: what keys do is found anew where something else has the focus.

    For every key Textual copies the bindings of all that the focus is in, asks for each of them whether a field of text
    takes the key for itself, and puts the reader's own keys on; and all of it a second time.
    """

    _asked: tuple[object, ...] = ()
    _answer: Any = None

    if not TYPE_CHECKING:  # what is Textual's own affair

        @property
        def _binding_chain(self) -> Any:
            focused, app = self.focused, self.app
            nodes = [self, app] if focused is None else focused.ancestors_with_self
            waits = focused is not None and focused.loading
            bindings = [(node._bindings, len(node._bindings.key_to_bindings)) for node in nodes]
            asked = nodes, bindings, app._keymap, waits
            if asked != self._asked:
                self._asked, self._answer = asked, super()._binding_chain
            return self._answer
