"""Where new sizes come faster than a screen is laid out, the newest counts."""

from __future__ import annotations

from textual.app import App
from textual.events import Callback, Resize
from textual.geometry import Size
from textual.screen import Screen

from tui_backprop.tui.kit.sizes_of_now import leave_out_old_sizes


async def test_a_size_that_the_terminal_no_longer_has_is_not_laid_out(monkeypatch):
    leave_out_old_sizes()
    laid_out = []
    lay_out = Screen._refresh_layout

    def watched(screen, size=None, scroll=False):
        laid_out.append(size or screen.outer_size)
        lay_out(screen, size, scroll)

    async with App().run_test(size=(120, 36)) as pilot:
        monkeypatch.setattr(Screen, "_refresh_layout", watched)
        old, new = Size(80, 24), Size(100, 30)
        pilot.app._size = new
        for size in (old, new):
            pilot.app.screen.post_message(Resize(size, size))
            pilot.app.screen.post_message(Callback(callback=lambda: None))  # or the next size takes this one's place
        await pilot.pause()
        assert set(laid_out) == {new}
        assert pilot.app.screen.size == new
