"""Nothing is kept of a widget that is gone: neither the widget nor a line that it has painted."""

import gc
from weakref import WeakSet

import pytest
from textual._styles_cache import StylesCache
from textual.app import App
from textual.screen import Screen
from textual.widgets import Label, TextArea

from tui_backprop.tui.kit.let_go import let_widgets_go


@pytest.mark.parametrize("kind", [Label, TextArea])
async def test_a_widget_is_let_go_of_with_its_painted_lines_when_its_screen_has_been_left(kind):
    let_widgets_go()
    StylesCache.get_inner_outer.cache_clear()
    app, kept = App(), WeakSet()
    async with app.run_test(size=(40, 10)) as pilot:
        for _ in range(6):
            screen, widget = Screen(), kind("ink")
            await app.push_screen(screen)
            await screen.mount(widget)
            await pilot.pause()
            assert "ink" in "".join(strip.text for strip in screen._compositor.render_strips())
            kept.update((widget, widget._styles_cache, screen._styles_cache))
            await app.pop_screen()
        del screen, widget
        for _ in range(100):
            await pilot.pause(0.01)  # the tasks of the widgets have their end to come to
            gc.collect()
            if len(kept) <= 3:
                break
        assert len(kept) <= 3, list(kept)  # those of the last one, which the test driver still looks at
