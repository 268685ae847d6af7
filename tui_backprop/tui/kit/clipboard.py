"""The clipboard: how a text gets there, and whether that can be known.

A terminal takes a text by an escape sequence (OSC 52) and gives no answer: some ignore it, and tmux and screen swallow it
unless they are told not to. pyperclip calls the system's own tools, which say when they fail, but it reaches the clipboard
of the computer that this program runs on, not that of the one in front of which the person sits.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from contextlib import suppress
from importlib import import_module
from os import environ
from threading import Thread
from typing import Any

from textual.app import App

from tui_backprop.printable import printable

LONGEST = 50_000
"""The characters that a terminal is trusted with: several cut off a sequence of more than 74,994 bytes."""

PATIENCE = 2.0
"""Seconds that the system's tool has."""

_TAKERS = ("xterm-kitty", "xterm-ghostty", "foot", "foot-extra", "alacritty", "wezterm")
"""The terminals, by TERM, that take a text by OSC 52 unless a person has forbidden it."""


def takes_osc_52(environment: Mapping[str, str]) -> bool:
    """Whether the terminal is one of those that are known to take a text, with nothing in between."""
    if environment.get("TMUX") or environment.get("STY"):
        return False
    known = environment.get("TERM") in _TAKERS or environment.get("TERM_PROGRAM") in ("WezTerm", "ghostty")
    return known or bool(environment.get("KITTY_WINDOW_ID") or environment.get("WT_SESSION"))


def is_remote(environment: Mapping[str, str]) -> bool:
    """Whether the person sits at another computer."""
    return any(environment.get(name) for name in ("SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY"))


async def put(app: App[Any], text: str) -> bool:
    """Put a text on the clipboard, without control characters; whether it is known to be there."""
    text = printable(text, keep="\n\t")
    short = len(text) <= LONGEST
    if short:
        app.copy_to_clipboard(text)
    if app.is_web or app.is_headless:
        return False
    return (short and takes_osc_52(environ)) or (not is_remote(environ) and await _by_the_system(text))


async def _by_the_system(text: str) -> bool:
    """Put the text on the system's clipboard; False where there is none, or its tool fails or takes too long.

    In a thread that the program's end does not wait for: a tool that finds its display dead may wait for ever.
    """
    loop, done = asyncio.get_running_loop(), asyncio.Event()
    worked: list[bool] = []

    def copy() -> None:
        with suppress(ImportError, RuntimeError, OSError, ValueError):  # no mechanism, or it failed
            import_module("pyperclip").copy(text)
            worked.append(True)
        with suppress(RuntimeError):  # the program has ended meanwhile
            loop.call_soon_threadsafe(done.set)

    Thread(target=copy, daemon=True).start()
    try:
        await asyncio.wait_for(done.wait(), PATIENCE)
    except TimeoutError:
        return False
    return bool(worked)
