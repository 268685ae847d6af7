"""A widget has the size of what it shows, whenever the screen was laid out."""

import pytest
from textual.app import App
from textual.widgets import Static

from tui_backprop.tui.kit.measured_again import measure_again


def lay_out_too_early(text):
    text.update("one line again")
    text.screen._clear_arrangement_cache()  # as a resize does
    text.screen._refresh_layout()  # before the widget has passed on what it was asked for
    text.update("two\nlines")


def put_in_before_it_is_mounted(text):
    text._is_mounted = False
    text.update("two\nlines")
    text._is_mounted = True


@pytest.mark.parametrize("put_in", [lay_out_too_early, put_in_before_it_is_mounted])
async def test_what_is_put_in_last_has_its_own_size(put_in):
    measure_again()
    app = App()
    async with app.run_test(size=(40, 10)) as pilot:
        text = Static("one line")
        await app.screen.mount(text)
        await pilot.pause()
        put_in(text)
        await pilot.pause()
        assert text.size.height == 2
