"""The keys of the descent screen."""

from __future__ import annotations

from tui_backprop.tui.kit.keys import PANE_KEYS, Key, KeyTable
from tui_backprop.words import words

DESCENT_KEYS = KeyTable(
    lambda: words().descent,
    (
        Key("run", "space", "space", "run", "time", footer=True),
        Key("descent.step.forward", "right", "→", "move(1)", "time", footer=True),
        Key("descent.step.back", "left,backspace", "←", "move(-1)", "time"),
        Key("descent.ten.forward", "right_square_bracket", "]", "jump(10,True)", "time"),
        Key("descent.ten.back", "left_square_bracket", "[", "jump(10,False)", "time"),
        Key("descent.hundred.forward", "right_curly_bracket", "}", "jump(100,True)", "time"),
        Key("descent.hundred.back", "left_curly_bracket", "{", "jump(100,False)", "time"),
        Key("first", "home", "home", "first", "time"),
        Key("furthest", "end", "end", "furthest", "time"),
        Key("go_to", "g", "g", "go_to", "time"),
        Key("stop", "escape", "esc", "stop", "time"),
        Key("faster", "greater_than_sign", ">", "speed(True)", "time"),
        Key("slower", "less_than_sign", "<", "speed(False)", "time"),
        Key("rate.up", "equals_sign,plus", "=", "rate(True)", "change"),
        Key("rate.down", "minus", "-", "rate(False)", "change"),
        Key("descent.rate", "a", "a", "type_rate", "change", footer=True),
        Key("edit", "e", "e", "edit", "change"),
        Key("descent.preset", "t", "t", "preset", "change", footer=True),
        Key("descent.surface", "f", "f", "surface", "change"),
        Key("restart", "r", "r", "restart", "change"),
        Key("undo", "u", "u", "undo", "change"),
        Key("redo", "U", "U", "redo", "change"),
        Key("copy", "y", "y", "copy", "change"),
        Key("export", "x", "x", "export", "change"),
        Key("zoom.in", "i", "i", "look(2)", "map"),
        Key("zoom.out", "o", "o", "look(0.5)", "map"),
        Key("descent.left", "shift+left", "shift+←", "pan(-1,0)", "map"),
        Key("descent.right", "shift+right", "shift+→", "pan(1,0)", "map"),
        Key("descent.up", "shift+up", "shift+↑", "pan(0,1)", "map"),
        Key("descent.down", "shift+down", "shift+↓", "pan(0,-1)", "map"),
        Key("window", "w", "w", "whole", "map"),
        Key("log", "l", "l", "log", "map"),
        Key("check", "c", "c", "check", "look"),
        Key("practise", "p", "p", "practise", "look"),
        *PANE_KEYS,
    ),
    {
        "map": ("run", "descent.step.forward", "descent.rate", "edit", "pane.next"),
        "curve": ("run", "descent.step.forward", "log", "go_to", "zoom", "pane.next"),
        "cell": ("edit", "check", "zoom", "pane.next", "stop"),
    },
)
