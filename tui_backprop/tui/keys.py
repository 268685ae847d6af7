"""The one table of keys: the bindings, the footer, the help screen and the README's list are made from it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from textual.binding import Binding


@dataclass(frozen=True)
class Key:
    """One thing that keys do: `keys` as Textual names them, `shown` as they are printed, `help` in a full sentence.

    `footer` is the short word in the footer, empty for none. `action` is the action of the network screen.
    """

    id: str
    keys: str
    shown: str
    action: str
    help: str
    group: str
    footer: str = ""


KEYS = (
    Key("run", "space", "space", "run", "run, or pause", "Time", "run"),
    Key("cycle.forward", "right,enter", "→", "move(1)", "one cycle (one sample) forward", "Time", "cycle"),
    Key("cycle.back", "left,backspace", "←", "move(-1)", "one cycle back", "Time"),
    Key(
        "phase.forward",
        "full_stop",
        ".",
        "phase(True)",
        "one phase forward: f₁ f₂ f₃ f₄ ∇θ⁽²⁾ ∇θ⁽¹⁾ update",
        "Time",
        "phase",
    ),
    Key("phase.back", "comma", ",", "phase(False)", "one phase back", "Time"),
    Key(
        "iteration.forward",
        "right_square_bracket",
        "]",
        "iterate(1)",
        "one iteration (all samples) forward",
        "Time",
        "iteration",
    ),
    Key("iteration.back", "left_square_bracket", "[", "iterate(-1)", "one iteration back", "Time"),
    Key(
        "report.forward",
        "right_curly_bracket",
        "}",
        "iterate(10000)",
        "one report (10,000 iterations) forward",
        "Time",
        "report",
    ),
    Key("report.back", "left_curly_bracket", "{", "iterate(-10000)", "one report back", "Time"),
    Key("first", "home", "home", "first", "the start, before cycle 1", "Time"),
    Key("furthest", "end", "end", "furthest", "the furthest trained cycle", "Time"),
    Key("go_to", "g", "g", "go_to", "go to a cycle or an iteration that you type", "Time"),
    Key("stop", "escape", "esc", "stop", "stop what is under way; leave a cell, a zoom, a dialog", "Time"),
    Key("faster", "greater_than_sign", ">", "pace(True)", "run faster", "Time"),
    Key("slower", "less_than_sign", "<", "pace(False)", "run slower, down to one cycle a second", "Time"),
    Key("rate.up", "equals_sign,plus", "=", "rate(True)", "a higher learning rate α from the next cycle on", "Change"),
    Key("rate.down", "minus", "-", "rate(False)", "a lower learning rate α from the next cycle on", "Change"),
    Key("edit", "e", "e", "edit", "edit the parameter under the cursor; elsewhere the learning rate", "Change"),
    Key("task", "t", "t", "task", "choose the task: xor, xnor, and, or, …", "Change"),
    Key("restart", "r", "r", "restart(False)", "restart with the same seed", "Change"),
    Key("restart.new", "n", "n", "restart(True)", "restart with a new seed", "Change"),
    Key("undo", "u", "u", "undo", "undo the last edit or restart", "Change"),
    Key("redo", "U", "U", "redo", "redo what was undone", "Change"),
    Key("copy", "y", "y", "copy", "copy the command line that reproduces this state", "Change"),
    Key("log", "l", "l", "chart('log')", "loss chart: linear or logarithmic", "Loss chart"),
    Key(
        "window",
        "w",
        "w",
        "chart('window')",
        "loss chart: whole run, or a window that follows the cursor",
        "Loss chart",
    ),
    Key("zoom.in", "i", "i", "chart('in')", "loss chart: closer", "Loss chart"),
    Key("zoom.out", "o", "o", "chart('out')", "loss chart: wider", "Loss chart"),
    Key("samples", "s", "s", "chart('samples')", "loss chart: the samples as lines of their own", "Loss chart"),
    Key("check", "c", "c", "check", "check every Jacobian entry and gradient numerically, and keep checking", "Look"),
    Key("flip", "j", "j", "flip", "the Jacobians J, or their transposes Jᵀ", "Look"),
    Key(
        "source", "v", "v", "source", "view the lines of this program that computed the matrix under the cursor", "Look"
    ),
    Key("practise", "p", "p", "practise", "practise: work out a hidden entry of a Jacobian or gradient", "Look"),
    Key("edges", "m", "m", "edges", "network: the edges show θ, its gradient or its last change", "Look"),
    Key("units", "h", "h", "units", "map: the hidden units' lines s = ½", "Look"),
    Key("pane.next", "tab", "tab", "pane(1)", "the next pane", "Look", "pane"),
    Key("pane.previous", "shift+tab", "shift+tab", "pane(-1)", "the previous pane", "Look"),
    Key("zoom", "z", "z", "zoom", "zoom the pane, and back", "Look"),
)


def keymap(wishes: Iterable[str]) -> dict[str, str]:
    """The keys that "run=p" and the like give to entries of the tables, by the entries' ids.

    Raises ValueError, one sentence, for an unknown id or an empty key.
    """
    ids = {key.id for table in (KEYS, CHAIN_KEYS, DESCENT_KEYS) for key in table}
    found: dict[str, str] = {}
    for wish in wishes:
        name, _, keys = wish.partition("=")
        if name not in ids or not keys:
            raise ValueError(f"{wish!r} maps no key; write ID=KEY, where ID is one of {', '.join(sorted(ids))}")
        found[name] = keys
    return found


def bindings(keys: Sequence[Key]) -> list[Binding]:
    """A table as bindings; each has its id, by which a keymap gives it another key."""
    return [
        Binding(
            key.keys,
            key.action,
            key.footer or key.help,
            show=bool(key.footer),
            key_display=_pair(key, keys),
            tooltip=key.help,
            id=key.id,
        )
        for key in keys
    ]


def _pair(key: Key, keys: Sequence[Key]) -> str:
    """The keys as the footer prints them: a key that goes forward with the one that goes back."""
    back = next(
        (other.shown for other in keys if other.id != key.id and other.id == key.id.replace(".forward", ".back")), ""
    )
    gap = " " if back == "←" else ""  # ←→ without a space is drawn as one sign by some fonts
    return f"{back}{gap}{key.shown}" if back else key.shown


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
