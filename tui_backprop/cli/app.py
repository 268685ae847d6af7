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
from tui_backprop.words import reason, words


def parser() -> Parser:
    """What `tui-backprop` takes."""
    said = words().command
    parser = Parser("tui-backprop", said.about_app, said.app_epilog)
    add_run_options(parser)
    add = parser.add_argument_group(said.group_start).add_argument
    add("--go-to", type=whole(0, MOST_CYCLES), default=0, metavar="CYCLE", help=said.help_go_to)
    add("--screen", type=screen, default="network", metavar="NAME", help=said.help_screen)
    add("--key", action="append", default=[], metavar="ID=KEY", help=said.help_key)
    add("--plain", action="store_true", help=said.help_plain)
    parser.add_argument("--version", action="version", version=f"tui-backprop {__version__}")
    return parser


def run(arguments: list[str]) -> int:
    """Start the app. Raises UsageError for a wrong argument, or where there is no terminal."""
    values = parser().read(arguments)
    recipe, keys = recipe_from(values), _keymap(values.key)
    for stream, refusal in (
        (sys.stdout, words().command.output_no_terminal),
        (sys.stdin, words().command.input_no_terminal),
    ):
        if (stream is None or not stream.isatty()) and not os.environ.get("TEXTUAL_DRIVER"):
            raise UsageError(refusal)
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
        raise UsageError(reason(error)) from None
