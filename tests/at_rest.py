"""When an app under test is at rest, asked of its event loop.

Textual's own test driver takes a process that uses little CPU time for 20 ms, twice per key, to be at rest, and sends a
message to every widget of the screen around it: most of the time of a test of a screen goes by in these waits, and a busy
machine can deceive it. The loop knows exactly: no handle is ready, and the screen has nothing to lay out, to paint or to
call afterwards.

Painting is half of what the app does for a key, and most keys of the tests are on the way to another one. So a test can
have the app painted when it looks at the screen, which paints all of it, and at the end, instead of after each key.
"""

from __future__ import annotations

import asyncio
import sys
import time
from typing import Any
from weakref import WeakSet

import pytest
import textual.app
import textual.pilot
from textual._context import active_app, visible_screen_stack
from textual.app import App
from textual.screen import Screen
from textual.widgets import OptionList

PATIENCE = 20.0
"""Seconds of work of the loop's own thread after which it is taken to go on for ever: a busy machine is only slow."""

LONGEST = 120.0
"""Seconds by the clock after which it is taken to wait for what never comes."""

ROUNDS = 3
"""How many rounds of the loop must find nothing to do: what a thread posts arrives with the next one."""


async def wait_for_rest(*_: object) -> bool:
    """Return when nothing is left to do in the running event loop but what waits for a clock or a thread."""
    ready = asyncio.get_running_loop()._ready  # type: ignore[attr-defined]
    quiet, worked, waited = 0, time.thread_time() + PATIENCE, time.monotonic() + LONGEST
    while quiet < ROUNDS:
        if time.thread_time() > worked or time.monotonic() > waited:
            raise TimeoutError(f"the app has not come to rest: {_unrest()}")
        await asyncio.sleep(0)
        app = active_app.get()
        if ready:
            quiet = 0
        elif app._batch_count or app._resize_timer:
            quiet = 0
            await asyncio.sleep(0.001)
        elif app.screen_stack and _is_pending(app.screen):
            quiet = 0
            app.screen._on_timer_update()  # what its timer would do within a frame
        elif (
            quiet + 1 == ROUNDS and not isinstance(app, _painted_late) and app.screen_stack and app.screen in _unpainted
        ):
            quiet = 0
            paint_at_once(app.screen)
        else:
            quiet += 1
    if app.screen_stack:
        visible_screen_stack.set(app._background_screens)  # as painting does: what one sees behind a dialog
    return True


def _unrest() -> str:
    """What keeps the app from its rest: the loop's next calls, and what the screen has yet to do."""
    screen: Any = active_app.get().screen
    waiting = ("_callbacks", "_dirty_widgets", "_layout_required", "_scroll_required", "_repaint_required")
    return f"{[*asyncio.get_running_loop()._ready]}, { {name: getattr(screen, name) for name in waiting} }"  # type: ignore[attr-defined]


def _is_pending(screen: Any) -> bool:
    return bool(
        screen._callbacks
        or screen._dirty_widgets
        or screen._layout_required
        or screen._scroll_required
        or screen._repaint_required
        or screen._recompose_required
    )


def ask_the_loop(patch: pytest.MonkeyPatch) -> None:
    """Have Textual's test driver wait by `wait_for_rest`, and every screen painted once when it has come to rest."""
    for module in (textual.app, textual.pilot):
        patch.setattr(module, "wait_for_idle", wait_for_rest)
    patch.setattr(textual.pilot.Pilot, "_wait_for_screen", wait_for_rest)
    patch.setattr(Screen, "_compositor_refresh", _paint_at_rest)


_painted_late: tuple[type[App[Any]], ...] = ()
_unpainted: WeakSet[Screen[Any]] = WeakSet()
_paint = Screen._compositor_refresh
_shut_down = App._shutdown


def paint_at_once(screen: Screen[Any]) -> None:
    """Paint a screen as Textual does, which a test that never waits for rest needs."""
    _unpainted.discard(screen)
    _paint(screen)


def _paint_at_rest(screen: Screen[Any]) -> None:
    """Remember that a screen is to be painted: nobody sees the three or four frames that it has on the way to rest."""
    if screen is not screen.app.screen:
        paint_at_once(screen)
        return
    _unpainted.add(screen)
    screen._dirty_widgets.clear()
    for choices in screen.walk_children(OptionList):
        choices._update_lines()  # what a list does while it is painted, and what its scrollbar depends on
    screen.app._update_mouse_over(screen)


def paint_at_the_end(patch: pytest.MonkeyPatch, *apps: type[App[Any]]) -> None:
    """Have apps of these classes painted as they are at their end, and not after each key."""

    async def paint_and_shut_down(app: App[Any]) -> None:
        if app._exception is None and app.screen_stack and app.screen in _unpainted:
            paint_at_once(app.screen)
        await _shut_down(app)

    patch.setattr(sys.modules[__name__], "_painted_late", apps)
    patch.setattr(App, "_shutdown", paint_and_shut_down)


def paint_at_every_rest(patch: pytest.MonkeyPatch) -> None:
    """Have every app painted each time when it has come to rest, as a test of the painting itself needs it."""
    patch.setattr(sys.modules[__name__], "_painted_late", ())


def paint_when_asked(patch: pytest.MonkeyPatch) -> None:
    """Have no screen painted but when a test looks at it, not even at the end."""

    def forget_what_changed(screen: Screen[Any]) -> None:
        _paint_at_rest(screen)
        _unpainted.discard(screen)
        screen._compositor._dirty_regions.clear()

    patch.setattr(Screen, "_compositor_refresh", forget_what_changed)
