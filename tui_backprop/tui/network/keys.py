"""The keys of the network screen."""

from __future__ import annotations

from tui_backprop.tui.kit.keys import Key, KeyTable
from tui_backprop.words import words

KEYS = KeyTable(
    lambda: words().network,
    (
        Key("run", "space", "space", "time('run')", "time", footer=True),
        Key("cycle.forward", "right", "→", "time('cycles', 1)", "time", footer=True),
        Key("cycle.back", "left,backspace", "←", "time('cycles', -1)", "time"),
        Key("phase.forward", "full_stop", ".", "time('phase', True)", "time", footer=True),
        Key("phase.back", "comma", ",", "time('phase', False)", "time"),
        Key("iteration.forward", "right_square_bracket", "]", "time('iterations', 1)", "time", footer=True),
        Key("iteration.back", "left_square_bracket", "[", "time('iterations', -1)", "time"),
        Key("report.forward", "right_curly_bracket", "}", "time('reports', 1)", "time", footer=True),
        Key("report.back", "left_curly_bracket", "{", "time('reports', -1)", "time"),
        Key("first", "home", "home", "time('first')", "time"),
        Key("furthest", "end", "end", "time('furthest')", "time"),
        Key("go_to", "g", "g", "go_to", "time"),
        Key("stop", "escape", "esc", "stop", "time"),
        Key("faster", "greater_than_sign", ">", "time('pace', True)", "time"),
        Key("slower", "less_than_sign", "<", "time('pace', False)", "time"),
        Key("rate.up", "equals_sign,plus", "=", "change('step_learning_rate', True)", "change"),
        Key("rate.down", "minus", "-", "change('step_learning_rate', False)", "change"),
        Key("rate", "a", "a", "rate", "change"),
        Key("edit", "e", "e", "edit", "change"),
        Key("task", "t", "t", "task", "change"),
        Key("restart", "r", "r", "change('restart', False)", "change"),
        Key("restart.new", "n", "n", "change('restart', True)", "change"),
        Key("undo", "u", "u", "change('undo')", "change"),
        Key("redo", "U", "U", "change('redo')", "change"),
        Key("save", "ctrl+s", "ctrl+s", "save", "change"),
        Key("copy", "y", "y", "copy", "change"),
        Key("log", "l", "l", "chart('log')", "chart"),
        Key("spread", "X", "X", "chart('spread')", "chart"),
        Key("window", "w", "w", "chart('window')", "chart"),
        Key("zoom.in", "i", "i", "chart('in')", "chart"),
        Key("zoom.out", "o", "o", "chart('out')", "chart"),
        Key("samples", "s", "s", "chart('samples')", "chart"),
        Key("check", "c", "c", "check", "look"),
        Key("flip", "j", "j", "flip", "look"),
        Key("source", "v", "v", "source", "look"),
        Key("practise", "p", "p", "practise", "look"),
        Key("edges", "d", "d", "edges", "look"),
        Key("units", "h", "h", "units", "look"),
        Key("pane.next", "tab", "tab", "pane(1)", "look", footer=True),
        Key("pane.previous", "shift+tab", "shift+tab", "pane(-1)", "look"),
        Key("zoom", "z", "z", "zoom", "look"),
    ),
    {
        "loss": ("run", "log", "spread", "window", "samples", "go_to"),
        "map": ("run", "cycle.forward", "units", "zoom", "go_to", "pane.next"),
        "network": ("run", "cycle.forward", "edges", "zoom", "go_to", "pane.next"),
        "cell": ("edit", "source", "practise", "check", "flip", "stop"),
    },
)
