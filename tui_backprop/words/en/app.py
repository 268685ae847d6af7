"""What every screen says: tabs, dialogs, notices, the palette. English."""

from __future__ import annotations

from tui_backprop.words.app import AppWords


class EnglishApp(AppWords):
    """What every screen says: tabs, dialogs, notices, the palette."""

    def learning_rate_out_of_range(self, *, rate: float) -> str:
        return f"the learning rate is {rate}; it is a number over 0, such as 0.02"
