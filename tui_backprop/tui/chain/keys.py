"""The keys of the chain screen."""

from __future__ import annotations

from tui_backprop.tui.kit.keys import PANE_KEYS, Key, KeyTable
from tui_backprop.words import words

CHAIN_KEYS = KeyTable(
    lambda: words().chain,
    (
        Key("chain.x.forward", "right", "→", "move(1)", "point", footer=True),
        Key("chain.x.back", "left", "←", "move(-1)", "point"),
        Key("chain.coordinate.forward", "right_square_bracket", "]", "coordinate(1)", "point"),
        Key("chain.coordinate.back", "left_square_bracket", "[", "coordinate(-1)", "point"),
        Key("chain.step.forward", "right_curly_bracket", "}", "step(1)", "point"),
        Key("chain.step.back", "left_curly_bracket", "{", "step(-1)", "point"),
        Key("first", "home", "home", "home", "point"),
        Key("go_to", "g", "g", "go_to", "point"),
        Key("chain.f", "f", "f", "edit_f", "functions", footer=True),
        Key("chain.g", "e", "e", "edit_g", "functions", footer=True),
        Key("chain.preset", "t", "t", "preset", "functions", footer=True),
        Key("undo", "u", "u", "undo", "functions"),
        Key("redo", "U", "U", "redo", "functions"),
        Key("copy", "y", "y", "copy", "functions"),
        Key("export", "x", "x", "export", "functions"),
        Key("chain.symbols", "s", "s", "symbols", "look"),
        Key("flip", "j", "j", "flip", "look"),
        Key("practise", "p", "p", "practise", "look"),
        *PANE_KEYS,
        Key("stop", "escape", "esc", "stop", "look"),
    ),
    {"cell": ("chain.symbols", "flip", "zoom", "pane.next", "stop")},
)
