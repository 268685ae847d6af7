"""Notices on the screens: each is to be seen, and it hides nothing that is asked or explained."""

from __future__ import annotations

from contextlib import asynccontextmanager

import pytest
from scenes import settle
from textual.geometry import Region
from textual.widgets._toast import Toast

from tui_backprop.lessons.progress import Progress
from tui_backprop.tui.app import BackpropApp
from tui_backprop.tui.dialogs.ask import AskScreen
from tui_backprop.tui.dialogs.help import HelpScreen
from tui_backprop.tui.kit.inspector import Inspector
from tui_backprop.tui.kit.key_footer import KeyFooter
from tui_backprop.tui.kit.matrix_board import MatrixBoard

SIZES = [(80, 24), (120, 36), (200, 60)]
LONG = "Every sample is right for the first time at the end of iteration 12,345, and this goes on for another line."


@asynccontextmanager
async def noticing(size, screen="network", **arguments):
    app = BackpropApp(start_screen=screen, compile=False, **arguments)
    app.animation_level = "none"
    async with app.run_test(size=size, notifications=True) as pilot:
        await settle(pilot)
        yield pilot


async def notify(pilot, *texts):
    for text in texts:
        pilot.app.notify(text)
    await settle(pilot)


def notices(app) -> list[Region]:
    return [toast.region for toast in app.screen.query(Toast)]


def overlapping(app, *kinds) -> list[str]:
    """What of these kinds lies under a notice."""
    widgets = [widget for kind in kinds for widget in app.screen.query(kind) if widget.region.area]
    return [str(widget) for widget in widgets if any(widget.region.overlaps(region) for region in notices(app))]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("screen", "pane"), [("network", 2), ("network", 3), ("chain", 0), ("descent", 2)])
async def test_the_number_under_the_cursor_and_its_explanation_are_seen(screen, pane, size):
    async with noticing(size, screen) as pilot:
        for key in ("right", "right", *["tab"] * pane, *["down"] * 7, *["right"] * 5):
            await pilot.press(key)
            await settle(pilot)
        await notify(pilot, LONG, "There is nothing to undo.")
        app = pilot.app
        board = next(board for board in app.screen.query(MatrixBoard) if board.cursor is not None)
        for key in ("right", "up", "up", "left", "down"):
            assert len(notices(app)) == 2
            assert all(app.screen.region.contains_region(region) for region in notices(app))
            assert not overlapping(app, Inspector, KeyFooter, "#now", "#words", "#workings")
            assert board.cursor_region.area
            assert not any(board.cursor_region.overlaps(region) for region in notices(app))
            await pilot.press(key)
            await settle(pilot)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("lesson", ["backward", "descent"])
async def test_what_a_lesson_tells_and_asks_is_seen(lesson, size, tmp_path):
    async with noticing(size, lesson=lesson, progress=Progress(tmp_path / "lessons.json")) as pilot:
        await notify(pilot, LONG)
        assert len(notices(pilot.app)) == 1
        assert pilot.app.screen.region.contains_region(notices(pilot.app)[0])
        assert not overlapping(pilot.app, "#lesson", Inspector, KeyFooter, "#now")


async def test_a_dialog_is_seen_whole_and_a_notice_that_finds_no_room_beside_it_waits():
    async with noticing((80, 24)) as pilot:
        await pilot.press("g")
        await settle(pilot)
        await notify(pilot, LONG)
        app = pilot.app
        assert isinstance(app.screen, AskScreen)
        assert app.screen.region.contains_region(notices(app)[0])
        assert not overlapping(app, "AskScreen > Vertical")
        for key in ("escape", "question_mark"):
            await pilot.press(key)
            await settle(pilot)
        assert isinstance(app.screen, HelpScreen)
        assert not overlapping(app, "HelpScreen > Vertical")
        await pilot.press("escape")
        await settle(pilot)
        assert app.screen.region.contains_region(notices(app)[0])


async def test_it_stays_where_it_is_while_nothing_comes_under_it():
    async with noticing((120, 36)) as pilot:
        await notify(pilot, LONG)
        before = notices(pilot.app)
        for key in ("right", "right_square_bracket", "full_stop"):
            await pilot.press(key)
            await settle(pilot)
            assert notices(pilot.app) == before


async def test_one_that_has_waited_is_seen_once_there_is_room():
    async with noticing((80, 24)) as pilot:
        for key in ("right", "tab", "tab", "down"):
            await pilot.press(key)
            await settle(pilot)
        await notify(pilot, *(f"{LONG} {number}" for number in range(8)))
        assert notices(pilot.app)[0].y >= 24
        pilot.app.clear_notifications()
        await notify(pilot, LONG)
        assert pilot.app.screen.region.contains_region(notices(pilot.app)[0])


async def test_one_without_room_waits_until_it_has_been_seen_for_its_time_and_the_newest_alone():
    async with noticing((80, 24)) as pilot:
        app = pilot.app
        await pilot.press("question_mark")
        await settle(pilot)
        for number in range(4):
            app.notify(f"{LONG} {number}", timeout=0.3)
            await settle(pilot)
        assert not any(app.screen.region.overlaps(region) for region in notices(app))
        await pilot.pause(0.8)
        assert [notice.message[-1] for notice in app._notifications] == ["3"]
        await pilot.press("escape")
        await settle(pilot)
        assert app.screen.region.contains_region(notices(app)[0])
        await pilot.pause(0.8)
        assert not notices(app)
        assert not list(app._notifications)
