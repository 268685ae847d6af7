"""What is to be done once, in a while, is done on a machine that stands still in between too."""

from __future__ import annotations

from itertools import count
from types import SimpleNamespace

import at_rest
import textual.timer
from textual.app import App

from tui_backprop.tui.kit.single_timers import keep_single_timers


async def test_the_screen_hears_of_every_new_size(monkeypatch):
    """Though a second goes by between any two looks of a timer at the clock."""
    keep_single_timers()
    seconds = count(1.0)
    monkeypatch.setattr(at_rest, "PATIENCE", 3.0)
    async with App().run_test(size=(120, 36)) as pilot:
        for size in ((100, 30), (80, 24), (200, 60)):
            with monkeypatch.context() as patch:
                patch.setattr(textual.timer, "_time", SimpleNamespace(get_time=lambda: next(seconds)))
                await pilot.resize_terminal(*size)
            assert pilot.app.screen.size == size
