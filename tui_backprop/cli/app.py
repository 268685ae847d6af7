"""`tui-backprop`: the trainer in the terminal."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from functools import partial
from pathlib import Path

from tui_backprop import __version__
from tui_backprop.cli.arguments import MOST_CYCLES, Parser, UsageError, add_run_options, recipe_from, screen, whole
from tui_backprop.settings import load, remember, settings_path
from tui_backprop.words import words

_EPILOG = """\
commands without a screen (each has a --help of its own):
  tui-backprop train      train, and report the loss and the parameters
  tui-backprop descent    go down a surface step by step
  tui-backprop chain      multiply the Jacobians of two vector functions
  tui-backprop settings   print where the settings file is, and what is in force

In the app: space runs and pauses, → and ← step, ? explains what has the focus, q leaves.
"""


def parser() -> Parser:
    """What `tui-backprop` takes."""
    parser = Parser(
        "tui-backprop", "A microscope for back-propagation: every Jacobian of a small network, every step.", _EPILOG
    )
    add_run_options(parser)
    add = parser.add_argument_group("the start").add_argument
    add("--go-to", type=whole(0, MOST_CYCLES), default=0, metavar="CYCLE", help="start at the end of this cycle")
    add("--screen", type=screen, default="network", metavar="NAME", help="chain, descent or network (default network)")
    add("--key", action="append", default=[], metavar="ID=KEY", help="another key for an action, such as run=p")
    add("--plain", action="store_true", help="write the notation in ASCII, for terminals that draw θ two cells wide")
    parser.add_argument("--version", action="version", version=f"tui-backprop {__version__}")
    return parser


def run(arguments: list[str]) -> int:
    """Start the app. Raises UsageError for a wrong argument, or where there is no terminal."""
    values = parser().read(arguments)
    recipe, keys = recipe_from(values), _keymap(values.key)
    for name, stream in (("output", sys.stdout), ("input", sys.stdin)):
        if (stream is None or not stream.isatty()) and not os.environ.get("TEXTUAL_DRIVER"):
            raise UsageError(f"the {name} is not a terminal; tui-backprop train does a run without a screen")
    from tui_backprop.tui.app import BackpropApp

    path = settings_path()
    chosen = load(path)
    app = BackpropApp(
        recipe,
        go_to=values.go_to,
        until_error=values.until_error,
        start_screen=values.screen,
        keymap=keys,
        plain=values.plain or _prefers_plain(chosen.settings.skin, path),
        settings=chosen,
        remember=partial(remember, path),
    )
    app.run()
    return app.return_code or 0


def _prefers_plain(skin: str | None, path: Path) -> bool:
    """Whether the settings choose ASCII, or the terminal draws θ two cells wide and the person wants ASCII instead.

    Asked once, before the first paint; the answer is remembered.
    """
    if skin is not None:
        return skin == "plain"
    from tui_backprop.tui.ambiguous_width import is_wide

    if not is_wide():
        return False
    try:
        answer = input(words().command.wide_terminal).strip().casefold()
    except EOFError:
        return False
    plain = not answer.startswith("n")
    with suppress(OSError, ValueError):  # a place that cannot be written is asked again
        remember(path, "skin", "plain" if plain else "full")
    return plain


def _keymap(wishes: list[str]) -> dict[str, str]:
    if not wishes:
        return {}
    from tui_backprop.tui.keys import keymap

    try:
        return keymap(wishes)
    except ValueError as error:
        raise UsageError(str(error)) from None
