"""Keys, mouse events and sizes at random, from a seed: what no person would do, and every person does once."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from contextlib import AsyncExitStack, asynccontextmanager, chdir
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

from at_rest import LONGEST
from textual import events
from textual.geometry import Size
from textual.widget import Widget

from tui_backprop.training.network.recipe import Recipe
from tui_backprop.tui.app import BackpropApp

NAMED = (
    "right", "left", "up", "down", "shift+left", "shift+right", "shift+up", "shift+down", "home", "end", "pageup",
    "pagedown", "tab", "shift+tab", "enter", "escape", "escape", "backspace", "delete", "ctrl+p", "ctrl+u", "f1",
)  # fmt: skip
SIGNS = {
    "full_stop": ".", "comma": ",", "space": " ", "question_mark": "?", "left_square_bracket": "[", "minus": "-",
    "right_square_bracket": "]", "left_curly_bracket": "{", "right_curly_bracket": "}", "equals_sign": "=",
    "greater_than_sign": ">", "less_than_sign": "<", "plus": "+", "asterisk": "*", "slash": "/", "underscore": "_",
}  # fmt: skip
LETTERS = "abcdefghijklmnopqrstuvwxyzUxyz0123456789θ中"
MOUSE = (events.MouseMove, events.MouseDown, events.MouseUp, events.MouseScrollUp, events.MouseScrollDown)
SIZES = ((1, 1), (300, 100), (80, 24), (120, 36), (200, 60), (119, 35), (1, 60), (200, 1), (40, 10), (81, 25))

Strike = tuple[str, Any]


def strikes(random: Random, count: int, resizes: float = 0.01, mouse: float = 0.15) -> Iterator[Strike]:
    """What happens, one after another: ("key", key), ("mouse", (kind, x, y)) or ("size", (columns, lines))."""
    for _ in range(count):
        chance = random.random()
        if chance < resizes:
            anything = random.randint(1, 300), random.randint(1, 100)
            yield "size", random.choice((anything, *SIZES))
        elif chance < resizes + mouse:
            yield "mouse", (random.choice(MOUSE), random.randrange(200), random.randrange(60))
        else:
            yield "key", random.choice(random.choice((NAMED, tuple(SIGNS), tuple(LETTERS))))


def strike(app: BackpropApp, what: str, value: Any) -> None:
    """Let it happen, as a terminal would: nothing waits until the app has done with it."""
    if what == "key":
        app.post_message(events.Key(value, SIGNS.get(value, value if len(value) == 1 else None)))
    elif what == "size":
        size = Size(*value)
        app._driver._size = value
        app.post_message(events.Resize(size, size))
    else:
        kind, x, y = value
        x, y = x % app.size.width, y % app.size.height
        button = 0 if kind is events.MouseMove else 1
        app.post_message(kind(app.screen, x, y, 0, 0, button, False, False, False, x, y))


@asynccontextmanager
async def harmless_app(screen: str, recipe: Recipe | None = None, size: tuple[int, int] = (120, 36), **more: Any):
    """The app in a test, from which nothing leads out: it does not quit, and what it writes goes into a folder of its own."""
    app = BackpropApp(recipe, start_screen=screen, **({"compile": False} | more))
    app.animation_level = "none"
    async with AsyncExitStack() as stack:
        stack.enter_context(chdir(stack.enter_context(TemporaryDirectory())))
        pilot = await stack.enter_async_context(app.run_test(size=size, notifications=True))
        leave, app.exit = app.exit, lambda *_, **__: None
        app.deliver_screenshot = app.action_suspend_process = lambda *_, **__: None
        await pilot.pause()
        try:
            yield app
        finally:
            app.exit = leave
            app.exit()  # as a person leaves: what still runs on a screen in the background then stops without a word


async def drive(app: BackpropApp, random: Random, count: int, **chances: float) -> None:
    """Strike, in bursts of one to eight; a burst waits until the app has had a moment."""
    burst = 0
    for what, value in strikes(random, count, **chances):
        strike(app, what, value)
        if burst <= 0:
            burst = random.choice((0, 0, 1, 3, 8))
            await asyncio.sleep(0)
            await breathe(app)
        burst -= 1
        if app._exception is not None:
            raise app._exception


async def breathe(app: BackpropApp) -> None:
    """Let the app work off what has been struck."""
    for _ in range(1_000):
        if not app._message_queue.qsize():
            break
        await asyncio.sleep(0.001)
    await asyncio.sleep(0)


async def rest(app: BackpropApp) -> None:
    """Leave what is open, pause what runs, make room, and wait until nothing changes."""
    strike(app, "size", (120, 36))
    for _ in range(6):
        strike(app, "key", "escape")
        await asyncio.sleep(0.02)
    if getattr(getattr(app.screen, "snapshot", None), "running", False):
        strike(app, "key", "space")
    await _nothing_to_do(app)
    app.clear_notifications()
    await _nothing_to_do(app)


def picture(app: BackpropApp) -> list[Any]:
    """What the screen shows, with its colours."""
    return [list(strip) for strip in app.screen._compositor.render_strips()]


async def painted_anew(app: BackpropApp) -> list[Any]:
    """What it shows when every widget has painted all of itself."""
    for node in app.screen.walk_children(Widget, with_self=True):
        node._styles_cache.clear()
        node._repaint_required = True
        node.refresh()
    await _nothing_to_do(app)
    return picture(app)


async def _nothing_to_do(app: BackpropApp) -> None:
    """Wait until some looks in a row find the screen as large as the terminal, nothing under way, and the same picture."""
    looks, before, last = 0, None, time.monotonic() + LONGEST
    while looks < 4:
        if app._exception is not None:
            raise app._exception
        if time.monotonic() > last:
            raise TimeoutError(
                f"the app has not come to rest: {app.size}, {app.screen}, {app.screen.size}, {app.settled}"
            )
        await asyncio.sleep(0.02)
        ready = app.settled and not app._resize_timer and app.screen.size == app.size == (120, 36)
        seen = joined(picture(app)) if ready else None
        looks, before = looks + 1 if ready and seen == before else 0, seen


def joined(lines: list[Any]) -> list[str]:
    """The text of a picture."""
    return ["".join(segment.text for segment in line) for line in lines]
