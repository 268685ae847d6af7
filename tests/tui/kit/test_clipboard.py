"""The clipboard: what is known to have arrived, and that nothing dangerous is put there."""

from __future__ import annotations

import sys
import time
from types import SimpleNamespace
from typing import Any

import pytest
from scenes import settle
from textual.widgets import TextArea

from tui_backprop.tui.app import BackpropApp
from tui_backprop.tui.dialogs.copied import CopiedScreen
from tui_backprop.tui.kit import clipboard


class Terminal:
    """An app as the clipboard sees it, with a terminal that keeps what it was sent."""

    is_web = False
    is_headless = False

    def __init__(self) -> None:
        self.sent: list[str] = []

    def copy_to_clipboard(self, text: str) -> None:
        self.sent.append(text)


def system(monkeypatch: pytest.MonkeyPatch, copy: Any, **environment: str) -> None:
    """A system whose own tool is `copy`, and nothing else in its environment."""
    monkeypatch.setitem(sys.modules, "pyperclip", SimpleNamespace(copy=copy))
    monkeypatch.setattr(clipboard, "environ", environment)


def no_mechanism(text: str) -> None:
    raise RuntimeError("Pyperclip could not find a copy/paste mechanism")


@pytest.mark.parametrize(
    ("environment", "takes"),
    [
        ({"TERM": "xterm-kitty"}, True),
        ({"TERM": "xterm-256color", "WT_SESSION": "1"}, True),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "WezTerm"}, True),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "Apple_Terminal"}, False),
        ({"TERM": "xterm-256color"}, False),
        ({"TERM": "xterm-kitty", "TMUX": "/tmp/tmux,1,0"}, False),
        ({"TERM": "screen", "STY": "1.pts", "KITTY_WINDOW_ID": "1"}, False),
        ({}, False),
    ],
)
def test_only_a_terminal_that_is_known_and_has_nothing_in_between_is_believed(
    environment: dict[str, str], takes: bool
) -> None:
    assert clipboard.takes_osc_52(environment) is takes


async def test_the_terminal_gets_every_text_and_the_systems_tool_only_what_the_terminal_may_not_take(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    copied: list[str] = []
    app: Any = Terminal()
    system(monkeypatch, copied.append, TERM="xterm-kitty")
    assert await clipboard.put(app, "first")
    system(monkeypatch, copied.append, TERM="xterm-256color")
    assert await clipboard.put(app, "second")
    assert app.sent == ["first", "second"]
    assert copied == ["second"]


async def test_without_a_tool_nothing_is_claimed(monkeypatch: pytest.MonkeyPatch) -> None:
    system(monkeypatch, no_mechanism, TERM="xterm-256color")
    app: Any = Terminal()
    assert not await clipboard.put(app, "text")
    assert app.sent == ["text"]


async def test_the_tool_of_another_computer_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    copied: list[str] = []
    system(monkeypatch, copied.append, TERM="xterm-256color", SSH_TTY="/dev/pts/3")
    app: Any = Terminal()
    assert not await clipboard.put(app, "text")
    app.is_web = True
    monkeypatch.setattr(clipboard, "environ", {})
    assert not await clipboard.put(app, "text")
    assert copied == []


async def test_a_tool_that_never_answers_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clipboard, "PATIENCE", 0.01)
    system(monkeypatch, lambda text: time.sleep(0.3))
    app: Any = Terminal()
    assert not await clipboard.put(app, "text")


async def test_no_control_character_gets_to_the_clipboard(monkeypatch: pytest.MonkeyPatch) -> None:
    copied: list[str] = []
    system(monkeypatch, copied.append)
    app: Any = Terminal()
    await clipboard.put(app, "a\x1b]52;c;ZXZpbA==\x07b\r\n\tc\x9b31md\u202ee\x00")
    assert app.sent == copied == ["a]52;c;ZXZpbA==b\n\tc31mde"]


@pytest.mark.parametrize("screen", ["network", "chain", "descent", "starts"])
async def test_y_shows_the_text_itself_where_nobody_knows_whether_it_arrived(screen: str) -> None:
    app = BackpropApp(compile=False, start_screen=screen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("y")
        await settle(pilot)
        assert isinstance(app.screen, CopiedScreen)
        shown = app.screen.query_one(TextArea)
        assert shown.text == app.clipboard
        assert shown.text.startswith("tui-backprop")
        await pilot.press("escape")
        await settle(pilot)
        assert not app.screen.is_modal


async def test_y_is_a_notice_where_it_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    system(monkeypatch, no_mechanism, TERM="xterm-kitty")
    monkeypatch.setattr(BackpropApp, "is_headless", False)
    app = BackpropApp(compile=False)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("y")
        await settle(pilot)
        (notice,) = app._notifications
        assert (notice.title, notice.message) == ("Copied", app.clipboard)
        assert not app.screen.is_modal
