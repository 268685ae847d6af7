"""The keys that every screen has, beside its own."""

from __future__ import annotations

from tui_backprop.tui.kit.keys import Key, KeyTable
from tui_backprop.words import words

APP_KEYS = KeyTable(
    lambda: words().app,
    (
        Key("screen.chain", "1", "1", "app.screen('chain')", "screens"),
        Key("screen.descent", "2", "2", "app.screen('descent')", "screens"),
        Key("screen.network", "3", "3", "app.screen('network')", "screens"),
        Key("screen.starts", "4", "4", "app.screen('starts')", "screens"),
        Key("lessons", "L", "L", "app.lessons", "screens", footer=True, priority=True),
        Key("palette", "ctrl+p", "^p", "app.command_palette", "screens"),
        Key("help", "question_mark", "?", "app.help", "screens", footer=True),
        Key("quit", "q", "q", "app.quit", "screens", footer=True),
    ),
)
