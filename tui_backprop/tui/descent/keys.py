"""The keys of the descent screen."""

from __future__ import annotations

from tui_backprop.tui.kit.keys import Key

DESCENT_KEYS = (
    Key("run", "space", "space", "run", "run, or pause", "Time", "run"),
    Key("descent.step.forward", "right,enter", "→", "move(1)", "one step forward", "Time", "step"),
    Key("descent.step.back", "left,backspace", "←", "move(-1)", "one step back", "Time"),
    Key("descent.ten.forward", "right_square_bracket", "]", "move(10)", "10 steps forward", "Time", "10 steps"),
    Key("descent.ten.back", "left_square_bracket", "[", "move(-10)", "10 steps back", "Time"),
    Key("descent.hundred.forward", "right_curly_bracket", "}", "move(100)", "100 steps forward", "Time"),
    Key("descent.hundred.back", "left_curly_bracket", "{", "move(-100)", "100 steps back", "Time"),
    Key("first", "home", "home", "first", "the start x⁽¹⁾", "Time"),
    Key("furthest", "end", "end", "furthest", "the furthest point reached", "Time"),
    Key("go_to", "g", "g", "go_to", "go to point number k, which you type", "Time"),
    Key("stop", "escape", "esc", "stop", "stop what is under way; leave a cell, a zoom, a dialog", "Time"),
    Key("faster", "greater_than_sign", ">", "pace(True)", "run faster", "Time"),
    Key("slower", "less_than_sign", "<", "pace(False)", "run slower, down to one step a second", "Time"),
    Key("rate.up", "equals_sign,plus", "=", "rate(True)", "a higher learning rate α from the next step on", "Change"),
    Key("rate.down", "minus", "-", "rate(False)", "a lower learning rate α from the next step on", "Change"),
    Key("descent.rate", "a", "a", "type_rate", "type the learning rate α", "Change"),
    Key("edit", "e", "e", "edit", "type another start; a click on the map takes that point", "Change"),
    Key("descent.preset", "t", "t", "preset", "choose a descent worth looking at: the presets", "Change", "preset"),
    Key("descent.surface", "f", "f", "surface", "another f: an expression in x1 and x2, or a name", "Change", "edit f"),
    Key("restart", "r", "r", "restart", "restart with α as it was at the start", "Change"),
    Key("undo", "u", "u", "undo", "undo the last change or restart", "Change"),
    Key("redo", "U", "U", "redo", "redo what was undone", "Change"),
    Key("copy", "y", "y", "copy", "copy the command line that computes this point", "Change"),
    Key("zoom.in", "i", "i", "map('in')", "map: closer, around the point", "Map and curve"),
    Key("zoom.out", "o", "o", "map('out')", "map: wider", "Map and curve"),
    Key("descent.left", "shift+left", "shift+←", "pan(-1,0)", "map: to the left", "Map and curve"),
    Key("descent.right", "shift+right", "shift+→", "pan(1,0)", "map: to the right", "Map and curve"),
    Key("descent.up", "shift+up", "shift+↑", "pan(0,1)", "map: upwards", "Map and curve"),
    Key("descent.down", "shift+down", "shift+↓", "pan(0,-1)", "map: downwards", "Map and curve"),
    Key("window", "w", "w", "map('whole')", "map: the whole of it again", "Map and curve"),
    Key("log", "l", "l", "log", "curve: linear or logarithmic", "Map and curve"),
    Key("check", "c", "c", "check", "check J and the Hessian numerically, and keep checking", "Look"),
    Key("pane.next", "tab", "tab", "pane(1)", "the next pane", "Look", "pane"),
    Key("pane.previous", "shift+tab", "shift+tab", "pane(-1)", "the previous pane", "Look"),
    Key("zoom", "z", "z", "zoom", "zoom the pane, and back", "Look"),
)
