"""A widget has the size of what it shows, whenever the screen was laid out."""

from textual.app import App
from textual.widgets import Static

from tui_backprop.tui.kit.measured_again import measure_again


async def test_what_is_put_in_after_a_layout_that_came_too_early_has_its_own_size():
    measure_again()
    app = App()
    async with app.run_test(size=(40, 10)) as pilot:
        text = Static("one line")
        await app.screen.mount(text)
        await pilot.pause()
        text.update("one line again")
        app.screen._refresh_layout()  # before the widget has passed on what it was asked for
        text.update("two\nlines")
        await pilot.pause()
        assert text.size.height == 2


async def test_what_is_put_in_before_the_widget_is_mounted_has_its_own_size():
    measure_again()
    app = App()
    async with app.run_test(size=(40, 10)) as pilot:
        text = Static("one line")
        await app.screen.mount(text)
        await pilot.pause()
        text._is_mounted = False
        text.update("two\nlines")
        text._is_mounted = True
        await pilot.pause()
        assert text.size.height == 2
