"""The keys of the screen of many starts."""

from __future__ import annotations

from tui_backprop.tui.kit.keys import PANE_KEYS, Key, KeyTable
from tui_backprop.words import words

STARTS_KEYS = KeyTable(
    lambda: words().starts_screen,
    (
        Key("run", "space", "space", "run", "run", footer=True),
        Key("stop", "escape", "esc", "stop", "run"),
        Key("restart", "r", "r", "restart", "run"),
        Key("starts.open", "enter", "enter", "open", "run", footer=True),
        Key("starts.preset", "t", "t", "preset", "plan", footer=True),
        Key("edit", "e", "e", "edit", "plan", footer=True),
        Key("rate", "a", "a", "rate", "plan"),
        Key("copy", "y", "y", "copy", "plan"),
        Key("export", "x", "x", "export", "plan"),
        Key("starts.setting.forward", "right_square_bracket", "]", "setting(1)", "look"),
        Key("starts.setting.back", "left_square_bracket", "[", "setting(-1)", "look"),
        Key("starts.sort", "s", "s", "sort", "look"),
        Key("starts.reverse", "S", "S", "reverse", "look"),
        Key("log", "l", "l", "log", "look"),
        *PANE_KEYS,
    ),
)
