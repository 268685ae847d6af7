"""One rule for all dialogs: opened once, closed once, and the keys in between belong to the dialog.

A dialog takes a moment to open and another to close, and keys come faster than that. The gate holds the keys back that
are typed while a dialog opens, gives them to it when it can take them, and drops those that come back from a dialog
which has closed meanwhile: no key that was typed for a dialog ever reaches the screen under it. While a dialog is open
or opening no other opens.

Keys are done in the order in which they are typed. Most go through the widgets to the app, and there do what they do;
a key with priority would be done at once, before those that were typed before it: it waits for them.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Coroutine
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar, cast
from weakref import WeakKeyDictionary

from textual import events
from textual.app import App
from textual.dom import DOMNode
from textual.screen import Screen

_Node = TypeVar("_Node", bound=DOMNode)
_P = ParamSpec("_P")

PATIENCE = 2.0
"""Seconds for which a key waits for those before it: one that a widget which is gone had does not come back."""

LOOKS = 100
"""How often it is looked for at the least: where the whole program stands still, as on a busy computer, no key is lost."""


class Gate:
    """Decides for an app whom its keys go to; `deliver` is what the app does with an event that passes."""

    def __init__(self, app: App[Any], deliver: Callable[[events.Event], Awaitable[None]]) -> None:
        self._app = app
        self._deliver = deliver
        self._opening: object | None = None
        self._asking: set[object] = set()
        self._unready: Screen[Any] | None = None
        self._held: list[events.Key | events.Paste] = []
        self._releasing = False
        self._typed_on: WeakKeyDictionary[events.Key, Screen[Any]] = WeakKeyDictionary()
        self._under_way: dict[events.Key, tuple[float, int]] = {}
        self._looks = 0

    @property
    def free(self) -> bool:
        """Whether a dialog may open: none is open, and none is opening."""
        return self._opening is None and not self._app.screen.is_modal

    @property
    def settled(self) -> bool:
        """Whether no key waits or is on its way, and what was answered in a dialog is done."""
        return not self._held and not self._on_their_way() and (not self._asking or self._app.screen.is_modal)

    def begin(self) -> object | None:
        """A dialog is going to open: hold the keys. Gives a token for `end`, or None where no dialog may open."""
        if not self.free:
            return None
        self._opening = object()
        self._asking.add(self._opening)
        return self._opening

    async def end(self, token: object) -> None:
        """What was begun is over, whether a dialog has opened or not."""
        self._asking.discard(token)
        if self._opening is token:
            self._opening = None
            await self._release()

    def pushed(self, dialog: Screen[Any]) -> None:
        """A dialog is on top, but has not got its focus yet."""
        self._unready = dialog

    async def ready(self) -> None:
        """The dialog on top takes keys now."""
        self._opening = self._unready = None
        await self._release()

    def holds(self, event: events.Event) -> bool:
        """Whether the app must not go on with this event, for the gate has kept it or dropped it."""
        if not isinstance(event, (events.Key, events.Paste)) or not self._app.screen_stack:
            return False
        top = self._app.screen
        closed = self._unready is not None and self._unready is not top
        if closed:
            self._unready = None
        if not event.is_forwarded:
            if self._opening is not None or self._unready is not None or self._held:
                self._held.append(event)
                return True
            if isinstance(event, events.Key):
                if self._would_overtake(event):
                    self._held.append(event)
                    self._look_again()
                    return True
                self._set_out(event)
            return False
        if isinstance(event, events.Key):
            self._under_way.pop(event, None)
        typed_on = self._typed_on.get(event, top) if isinstance(event, events.Key) else top
        if self._opening is None and typed_on is top:
            return False
        # It comes back from the screen that it was typed on, which had no use for it.
        if isinstance(event, events.Key) and not typed_on.is_modal and (top.is_modal or self._opening is not None):
            again = events.Key(event.key, event.character)
            again.time = event.time
            self._held.append(again)
            self._held.sort(key=lambda held: held.time)
            if self._opening is None and self._unready is None:
                self._app.call_later(self._release)
            return True
        return typed_on.is_modal and typed_on is not top

    async def _release(self) -> None:
        """Give what was held to the screen on top, in the order in which it was typed."""
        if self._releasing:
            return
        self._releasing = True
        try:
            while self._held and self._opening is None and self._unready is None:
                if isinstance(event := self._held[0], events.Key):
                    if self._would_overtake(event):
                        self._look_again()
                        break
                    self._set_out(event)
                self._held.pop(0)
                await self._deliver(event)
        finally:
            self._releasing = False

    def _set_out(self, key: events.Key) -> None:
        """A key is going to the screen on top."""
        # Textual stops what the app itself has sent before the app gets it back: as if a widget had kept the key.
        cast(Any, key)._sender = None
        self._typed_on[key] = self._app.screen
        self._under_way[key] = time.monotonic(), self._looks

    def _would_overtake(self, key: events.Key) -> bool:
        """Whether a key would be done before keys that were typed before it: it has priority, and they are still on their way."""
        if not self._on_their_way():
            return False
        chain: list[Any] = cast(Any, self._app.screen)._binding_chain
        return any(binding.priority for _, bindings in chain for binding in bindings.key_to_bindings.get(key.key, ()))

    def _on_their_way(self) -> bool:
        """Whether some key that was given to a screen is still on its way through the widgets, and so not done yet."""
        self._looks += 1
        self._under_way = {key: since for key, since in self._under_way.items() if self._comes_back(key, *since)}
        return bool(self._under_way)

    def _comes_back(self, key: events.Key, since: float, looks: int) -> bool:
        """Whether a key that was given to a screen will still come back from its widgets to the app.

        It will not if a widget has used it, if it was typed on a dialog that is closed, or if it is long overdue.
        """
        typed_on = self._typed_on[key]
        lost = typed_on.is_modal and typed_on not in self._app.screen_stack
        kept = cast(Any, key)._stop_propagation or not key.is_forwarded
        patient = self._looks - looks < LOOKS or time.monotonic() - since < PATIENCE
        return not kept and not lost and patient

    def _look_again(self) -> None:
        """Have the keys released that are held, after the widgets have had a turn."""
        asyncio.get_running_loop().call_soon(self._app.call_later, self._release)


def gate_of(node: DOMNode) -> Gate:
    """The gate of the app that a node is in; an app that has none, such as a test's, gets one that holds no keys."""
    app = cast(Any, node.app)
    if not hasattr(app, "gate"):
        app.gate = Gate(app, app.on_event)
    return app.gate


def opens_dialog(
    action: Callable[Concatenate[_Node, _P], Coroutine[Any, Any, None]],
) -> Callable[Concatenate[_Node, _P], None]:
    """An action that asks by dialogs, in the place of `@work`: it may await `push_screen_wait`.

    It does nothing while another dialog is open or opening; from the moment it is called keys wait for its dialog.
    """

    @wraps(action)
    def run(self: _Node, *args: _P.args, **kwargs: _P.kwargs) -> None:
        gate = gate_of(self)
        token = gate.begin()
        if token is None:
            return

        async def whole() -> None:
            try:
                await action(self, *args, **kwargs)
            finally:
                await gate.end(token)

        self.run_worker(whole(), group="dialog")

    return run
