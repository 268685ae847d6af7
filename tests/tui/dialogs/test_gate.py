"""Keys faster than a dialog: opened once, closed once, and what is typed in between is the dialog's."""

from __future__ import annotations

import asyncio
import time
from contextlib import asynccontextmanager
from itertools import count
from random import Random
from types import SimpleNamespace

import pytest
from scenes import settle
from textual import events
from textual.widgets import Input, OptionList

from tui_backprop.tui.app import BackpropApp
from tui_backprop.tui.dialogs import gate
from tui_backprop.tui.dialogs.ask import AskScreen
from tui_backprop.tui.dialogs.dialog import Dialog
from tui_backprop.tui.dialogs.help import HelpScreen
from tui_backprop.tui.dialogs.palette import PaletteScreen
from tui_backprop.tui.lessons.contents import ContentsScreen

SCREENS = ("network", "chain", "descent")
CHARACTERS = {"question_mark": "?", "full_stop": ".", "space": " "}


@asynccontextmanager
async def running(screen="network", size=(120, 36)):
    app = BackpropApp(start_screen=screen, compile=False)
    app.animation_level = "none"
    async with app.run_test(size=size, notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("right")
        await settle(pilot)
        yield pilot


def strike(app, *keys):
    """Keys as a terminal sends them when they come in one piece: nothing waits for anything."""
    for key in keys:
        app.post_message(events.Key(key, CHARACTERS.get(key, key if len(key) == 1 else None)))


async def rest(pilot):
    for _ in range(5):
        await pilot.pause()
        await asyncio.sleep(0.01)
    await settle(pilot)


@pytest.mark.parametrize("screen", SCREENS)
async def test_the_key_of_help_twice_opens_it_and_closes_it(screen):
    async with running(screen) as pilot:
        strike(pilot.app, "question_mark", "question_mark")
        await rest(pilot)
        assert len(pilot.app.screen_stack) == 2
        strike(pilot.app, "question_mark")
        await rest(pilot)
        assert isinstance(pilot.app.screen, HelpScreen)


async def test_what_is_typed_while_a_question_opens_is_its_answer():
    async with running() as pilot:
        strike(pilot.app, "g", *"12", "question_mark", "q", "backspace", "backspace", "enter", "right")
        await rest(pilot)
        assert len(pilot.app.screen_stack) == 2
        assert pilot.app.network.snapshot.cycle in (12, 48)


async def test_a_question_that_gets_keys_at_once_shows_them():
    async with running() as pilot:
        strike(pilot.app, "g", *"1?3")
        await rest(pilot)
        assert isinstance(pilot.app.screen, AskScreen)
        assert pilot.app.screen.query_one(Input).value == "1?3"


@pytest.mark.parametrize("keys", [("escape", "escape"), ("enter", "enter")])
@pytest.mark.parametrize(
    ("screen", "opener"), [("network", "question_mark"), ("network", "g"), ("chain", "t"), ("descent", "g")]
)
async def test_a_dialog_told_twice_to_close_closes_once(screen, opener, keys):
    async with running(screen) as pilot:
        await pilot.press(opener)
        await rest(pilot)
        assert isinstance(pilot.app.screen, Dialog)
        if opener == "question_mark":
            await pilot.press("down")  # not to run, which the test would wait for
        if opener == "g":
            pilot.app.screen.query_one(Input).value = {"chain": "1, 2"}.get(screen, "3")
        strike(pilot.app, *keys)
        await rest(pilot)
        assert len(pilot.app.screen_stack) in (2, 3)
        if len(pilot.app.screen_stack) == 3:  # the key that was chosen in the help opens a dialog of its own
            strike(pilot.app, "escape", "escape")
            await rest(pilot)
        assert len(pilot.app.screen_stack) == 2
        assert not pilot.app.screen.is_modal


async def test_the_palette_closes_once_and_lies_over_no_dialog():
    async with running() as pilot:
        strike(pilot.app, "ctrl+p", "escape", "escape")
        await rest(pilot)
        assert len(pilot.app.screen_stack) == 2
        strike(pilot.app, "ctrl+p", "c", "h")
        await rest(pilot)
        assert isinstance(pilot.app.screen, PaletteScreen)
        assert pilot.app.screen.query_one(Input).value == "ch"
        strike(pilot.app, "escape")
        await rest(pilot)
        await pilot.press("g")
        await rest(pilot)
        strike(pilot.app, "ctrl+p")
        await rest(pilot)
        assert isinstance(pilot.app.screen, AskScreen)
        assert len(pilot.app.screen_stack) == 3


async def test_the_key_of_the_lessons_is_no_faster_than_the_keys_before_it():
    async with running() as pilot:
        strike(pilot.app, "g", *"1L2")
        await rest(pilot)
        assert isinstance(pilot.app.screen, AskScreen)
        assert pilot.app.screen.query_one(Input).value == "1L2"


async def test_it_is_no_faster_on_a_computer_where_the_program_stands_still_for_seconds(monkeypatch):
    clock = count(step=5)
    async with running() as pilot:
        monkeypatch.setattr(gate, "time", SimpleNamespace(monotonic=lambda: next(clock)))
        strike(pilot.app, "g", *"1L2")
        for _ in range(60):
            await asyncio.sleep(0)
        monkeypatch.setattr(gate, "time", time)
        await rest(pilot)
        assert isinstance(pilot.app.screen, AskScreen)
        assert pilot.app.screen.query_one(Input).value == "1L2"


async def test_who_leaves_and_types_on_gets_no_lessons():
    async with running() as pilot:
        asked = []

        async def choose():
            asked.append("lessons")

        pilot.app.classroom.choose = choose
        strike(pilot.app, *"qL")
        while pilot.app.is_running:
            await asyncio.sleep(0.01)
        assert not asked


async def test_a_key_that_a_widget_keeps_does_not_hold_up_the_one_after_it():
    async with running() as pilot:
        strike(pilot.app, "g")
        await rest(pilot)
        strike(pilot.app, *"12", "escape")  # the line keeps the digits
        await rest(pilot)
        before = pilot.app.network.snapshot.cycle
        strike(pilot.app, "right", "L")
        await rest(pilot)
        assert pilot.app.network.snapshot.cycle == before + 1
        assert isinstance(pilot.app.screen, ContentsScreen)


async def test_a_key_that_opens_no_dialog_after_all_gives_the_keys_after_it_to_the_screen():
    async with running() as pilot:
        before = pilot.app.network.snapshot.cycle
        strike(pilot.app, "v", "right", "right")  # there is no cell to view the lines of
        await rest(pilot)
        assert pilot.app.network.snapshot.cycle == before + 2


@pytest.mark.parametrize("screen", SCREENS)
async def test_no_two_dialogs_stack_whatever_is_struck(screen):
    random = Random(screen)
    keys = (
        "question_mark",
        "escape",
        "enter",
        "e",
        "g",
        "t",
        "a",
        "p",
        "v",
        "down",
        "ctrl+p",
        "f",
        "tab",
        "1",
        "2",
        "3",
    )
    async with running(screen) as pilot:
        for _ in range(25):
            strike(pilot.app, *random.choices(keys, k=random.randint(1, 6)))
            await pilot.pause()
            assert len(pilot.app.screen_stack) <= 3
            assert sum(screen.is_modal for screen in pilot.app.screen_stack) <= 1
        for _ in range(3):
            strike(pilot.app, "escape")
            await rest(pilot)
        assert not pilot.app.screen.is_modal
        assert not pilot.app.screen.query(OptionList)


async def test_a_mouse_press_on_a_notice_that_has_gone_does_nothing():
    async with running() as pilot:
        pilot.app.notify("a notice")
        await rest(pilot)
        toast = pilot.app.screen.query_one("Toast")
        x, y = toast.region.x + 2, toast.region.y + 1
        rack, toast._parent = toast._parent, None
        await pilot.app.on_event(events.MouseDown(pilot.app.screen, x, y, 0, 0, 1, False, False, False))
        toast._parent = rack
        await rest(pilot)
        assert pilot.app.is_running
