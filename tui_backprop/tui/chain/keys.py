"""The keys of the chain screen."""

from __future__ import annotations

from tui_backprop.tui.kit.keys import Key

CHAIN_KEYS = (
    Key("chain.x.forward", "right", "→", "move(1)", "a step up with the chosen coordinate of x", "Point", "move x"),
    Key("chain.x.back", "left", "←", "move(-1)", "a step down", "Point"),
    Key("chain.coordinate.forward", "right_square_bracket", "]", "coordinate(1)", "the next coordinate of x", "Point"),
    Key("chain.coordinate.back", "left_square_bracket", "[", "coordinate(-1)", "the coordinate before", "Point"),
    Key("chain.step.forward", "right_curly_bracket", "}", "step(1)", "a longer step, up to 1", "Point"),
    Key("chain.step.back", "left_curly_bracket", "{", "step(-1)", "a shorter step, down to 0.001", "Point"),
    Key("first", "home", "home", "home", "the point that the preset begins with", "Point"),
    Key("go_to", "g", "g", "go_to", "go to a point that you type", "Point"),
    Key("chain.f", "f", "f", "edit_f", "edit f: y1, y2, … in x1, x2, …", "Functions", "edit f"),
    Key("chain.g", "e", "e", "edit_g", "edit g: z1, z2, … in y1, y2, …", "Functions", "edit g"),
    Key("chain.preset", "t", "t", "preset", "take two functions worth looking at: the presets", "Functions", "preset"),
    Key("undo", "u", "u", "undo", "undo the last change of f, g or preset, or the last jump of x", "Functions"),
    Key("redo", "U", "U", "redo", "redo what was undone", "Functions"),
    Key("copy", "y", "y", "copy", "copy the command line that computes the same", "Functions"),
    Key("chain.symbols", "x", "x", "symbols", "the entries as symbols, or as numbers", "Look", "symbols"),
    Key("flip", "j", "j", "flip", "the matrices J, or their transposes Jᵀ", "Look"),
    Key("pane.next", "tab", "tab", "pane(1)", "the next pane", "Look", "pane"),
    Key("pane.previous", "shift+tab", "shift+tab", "pane(-1)", "the previous pane", "Look"),
    Key("zoom", "z", "z", "zoom", "zoom the pane, and back", "Look"),
    Key("stop", "escape", "esc", "stop", "leave a cell, a zoom, a dialog", "Look"),
)
