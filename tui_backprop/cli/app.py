"""`tui-backprop`: the trainer in the terminal."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Generator
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tui_backprop import __version__
from tui_backprop.cli.arguments import (
    MOST_CYCLES,
    SCREENS,
    Parser,
    UsageError,
    add_run_options,
    recipe_from,
    screen,
    whole,
)
from tui_backprop.cli.console import say
from tui_backprop.settings import load, remember, settings_path
from tui_backprop.words import problem_of, reason, words

if TYPE_CHECKING:
    from tui_backprop.training.network.session import Session
    from tui_backprop.training.saving.folder import Slot

_OWN_RUN = (
    "task", "hidden", "seed", "learning_rate", "weights", "data", "data_checksum", "edit", "until_error", "go_to",
)  # fmt: skip
"""The options that make a run, by the names of their values: a run that is resumed has its own."""


def parser() -> Parser:
    """What `tui-backprop` takes."""
    said = words().command
    parser = Parser("tui-backprop", said.about_app, said.app_epilog)
    add_run_options(parser)
    add = parser.add_argument_group(said.group_start).add_argument
    add("--go-to", type=whole(0, MOST_CYCLES), default=0, metavar="CYCLE", help=said.help_go_to)
    add("--screen", type=screen, metavar="NAME", help=said.help_screen)
    add("--resume", nargs="?", const="", metavar="NAME", help=words().saving.resume)
    add_app_options(parser)
    parser.add_argument("--version", action="version", version=f"tui-backprop {__version__}", help=said.help_version)
    return parser


def add_app_options(parser: Parser) -> None:
    """The options of the app on any run."""
    said = words().command
    add = parser.add_argument_group(words().saving.group).add_argument
    add("--save", type=Path, metavar="FILE", help=words().saving.save)
    add("--key", action="append", default=[], metavar="ID=KEY", help=said.help_key)
    add("--theme", metavar="NAME", help=said.help_theme)
    add("--plain", action="store_true", help=said.help_plain)


def run(arguments: list[str]) -> int:
    """Start the app. Raises UsageError for a wrong argument, or where there is no terminal."""
    options = parser()
    values = options.read(arguments)
    recipe = recipe_from(values)
    if values.resume is None:
        from tui_backprop.training.network.session import LEARNED, Session

        return start(
            values, Session(recipe, values.until_error or LEARNED), values.screen or "network", go_to=values.go_to
        )
    for name in _OWN_RUN:
        if getattr(values, name) != options.get_default(name):
            raise UsageError(words().saving.own_run(option=f"--{name.replace('_', '-')}", file="--resume"))
    from tui_backprop.training.saving.folder import runs_folder, slot_of

    with _refusals(runs_folder()):
        slot = slot_of(runs_folder(), values.resume or None)
    session, screen = opened(slot.path)
    return start(values, session, values.screen or screen, slot)


def _check_terminal() -> None:
    """Raise UsageError where there is neither a terminal nor a browser to show the app."""
    said = words().command
    for stream, refusal in ((sys.stdout, said.output_no_terminal), (sys.stdin, said.input_no_terminal)):
        if (stream is None or not stream.isatty()) and not os.environ.get("TEXTUAL_DRIVER"):
            raise UsageError(refusal)


@contextmanager
def _refusals(path: Path) -> Generator[None]:
    """Turn what is wrong with a file into a UsageError."""
    try:
        yield
    except OSError as error:
        raise UsageError(words().saving.not_read(path=str(path), why=problem_of(error))) from None
    except ValueError as error:
        raise UsageError(reason(error)) from None


def opened(path: Path) -> tuple[Session, str]:
    """The session that a file holds, and the screen that was in sight. Raises UsageError for a file that is no run."""
    from tui_backprop.training.saving.folder import read_run
    from tui_backprop.training.saving.saved import read

    try:
        session, screen = read(read_run(path))
    except OSError as error:
        raise UsageError(words().saving.not_read(path=str(path), why=problem_of(error))) from None
    except ValueError as error:
        raise UsageError(words().saving.refused(path=str(path), why=reason(error))) from None
    return session, screen if screen in SCREENS else "network"


def start(
    values: Namespace,
    session: Session,
    screen: str,
    slot: Slot | None = None,
    proposed: Path | None = None,
    go_to: int = 0,
    lesson: str | None = None,
) -> int:
    """Run the app on a session, keep it meanwhile, and print how to come back; `proposed` is a name to save it under.

    `lesson` names a lesson to begin with, or is "" for the list of them.
    """
    keys = _keymap(values.key)
    if values.theme is not None:
        _check_theme(values.theme)
    if values.save is not None and values.save.exists():
        raise UsageError(words().saving.there_already(path=str(values.save)))
    _check_terminal()
    path = settings_path()
    chosen = load(path)
    if values.theme is not None:
        chosen = replace(chosen, settings=replace(chosen.settings, theme=values.theme))
    skin = chosen.settings.skin
    from tui_backprop.tui.ambiguous_width import asked

    with asked() if skin is None and not values.plain else nullcontext(lambda: False) as draws_wide:
        from tui_backprop.lessons.progress import Progress
        from tui_backprop.training.saving.keeper import Keeper
        from tui_backprop.tui.app import BackpropApp
        from tui_backprop.tui.kit.sixteen_colours import has_sixteen

        is_wide = draws_wide()
    served = bool(os.environ.get("TEXTUAL_DRIVER"))
    slot = None if served else slot or _slot()
    progress = Progress()
    keeper = Keeper([kept for kept in (slot and slot.path, values.save) if kept is not None])
    app = BackpropApp(
        session=session,
        go_to=go_to,
        start_screen=screen,
        keymap=keys,
        plain=values.plain or skin == "plain" or (is_wide and _prefers_plain(path)),
        sixteen=has_sixteen(),
        settings=chosen,
        remember=None if served else partial(remember, path),
        keeper=keeper,
        file=values.save or proposed,
        lesson=lesson,
        offer_lessons=lesson is None and not served and not progress.answered,
        progress=progress,
    )
    app.run()
    app.network.wait_for_the_engine()
    if slot is not None:
        slot.release()
        if not served:
            _tell_the_way_back(slot if keeper.written else None, app.network.command if keeper.begun else "")
    return app.return_code or 0


def _check_theme(name: str) -> None:
    """Raise UsageError where there is no such theme."""
    from textual.theme import BUILTIN_THEMES

    if name not in BUILTIN_THEMES:
        raise UsageError(words().command.no_theme(name=name, names=sorted(BUILTIN_THEMES)))


def _slot() -> Slot | None:
    """A place to keep the run in, or None where there is none; the reason is said, and the run goes on."""
    from tui_backprop.training.saving.folder import new_slot, runs_folder

    try:
        return new_slot(runs_folder())
    except OSError as error:
        say(words().saving.not_kept(path=str(runs_folder()), why=problem_of(error)))
        return None


def _tell_the_way_back(slot: Slot | None, command: str) -> None:
    """Print the command that comes back, where the run is kept, and the one that makes the run anew."""
    if slot is not None:
        print(words().saving.come_back(command=f"tui-backprop --resume {slot.name}"))
    if command:
        print(words().saving.reproduce(command=command))


def _prefers_plain(path: Path) -> bool:
    """Whether the person wants ASCII where the terminal draws θ two cells wide.

    Asked once, before the first paint; the answer is remembered.
    """
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
