"""What is to be done after the screen has been drawn: not for a widget that has been taken away meanwhile."""

import asyncio

from scenes import settle
from textual import messages
from textual.app import App
from textual.widgets import Static

from tui_backprop.lessons.progress import Progress
from tui_backprop.tui.app import BackpropApp
from tui_backprop.tui.descent.screen import DescentScreen
from tui_backprop.tui.kit.after_refresh import leave_the_gone_in_peace


async def test_it_is_done_for_a_widget_that_is_there_and_not_for_one_that_has_gone():
    leave_the_gone_in_peace()
    app, done = App(), []

    async def later(what):
        await asyncio.sleep(0)
        done.append(what)

    async with app.run_test() as pilot:
        stays, goes = Static(), Static()
        await app.screen.mount(stays, goes)
        await pilot.pause()
        for widget, what in ((goes, "of the one that goes"), (stays, "of the one that stays")):
            widget._on_invoke_later(messages.InvokeLater(lambda what=what: later(what)))
        await goes.remove()
        await pilot.pause()
        assert done == ["of the one that stays"]


async def test_a_lesson_can_be_left_while_its_screen_is_still_to_be_painted(tmp_path):
    app = BackpropApp(compile=False, lesson="descent", progress=Progress(tmp_path / "lessons.json"))
    async with app.run_test() as pilot:
        await settle(pilot)
        screen = app.screen
        assert isinstance(screen, DescentScreen)
        wish = messages.InvokeLater(screen.paint)  # as after a resize
        await app.classroom.guide.leave()
        screen._on_invoke_later(wish)  # the screen in front has the time for it only now
        await settle(pilot)
        assert app.screen is app.network
