"""The command line: the trainer in the terminal, and the commands that do without a screen.

Nothing heavy is imported before it is needed: `--help`, `--version` and most refusals load neither NumPy nor Textual.
"""

from __future__ import annotations

import contextlib
import gc
import os
import sys
from collections.abc import Callable, Generator, Sequence
from importlib import import_module
from itertools import pairwise
from typing import TextIO

from tui_backprop.cli.arguments import COMMANDS, UsageError
from tui_backprop.cli.console import say
from tui_backprop.settings import load, settings_path
from tui_backprop.words import LANGUAGES, language_of, problem_of, speak, words

OPEN_THE_APP = (None, "open", "learn")
"""The commands, and none, that start the app."""
WRONG = 2
"""The exit code for what was typed wrong, as argparse and the shells have it."""


def main(argv: Sequence[str] | None = None) -> int:
    """Do what the arguments say (without `argv` those of the process) and give the exit code.

    0: done. 1: the run left the finite numbers, or the output could not be written. 2: a wrong argument, or no
    terminal. 130: left by Ctrl-C. What a closed pipe did not want to read is dropped without a word.
    """
    arguments = list(sys.argv[1:] if argv is None else argv)
    _write_what_can_be_written(sys.stdout)
    speak(_language(arguments))
    try:
        code = _exit_code(arguments)
        _flush(sys.stdout)
        return code
    except UsageError as error:
        say(str(error))
        return WRONG
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        _drop(sys.stdout)
        return 0
    except OSError as error:
        _drop(sys.stdout)
        say(words().command.not_written(problem=problem_of(error)))
        return 1


def _language(arguments: list[str]) -> str:
    """The language of --language, else the settings', else the system's: descriptions of options are written in it."""
    for option, value in pairwise([*arguments, ""]):
        name, equals, joined = option.partition("=")
        if name == "--language":
            wish = joined if equals else value
            if wish in LANGUAGES:
                return wish
    return load(settings_path()).settings.language or language_of(os.environ)


def _exit_code(arguments: list[str]) -> int:
    command = arguments[0] if arguments[:1] and arguments[0] in COMMANDS else None
    module = import_module(f"tui_backprop.cli.{command or 'app'}")
    run: Callable[[list[str]], int] = module.run
    try:
        with _in_a_hurry() if command in OPEN_THE_APP else contextlib.nullcontext():
            return run(arguments[1:] if command else arguments)
    except SystemExit as left:  # argparse leaves so after --help and --version
        return int(left.code or 0)


@contextlib.contextmanager
def _in_a_hurry() -> Generator[None]:
    """Save what can wait until the first paint: a tenth of the time to it.

    NumPy's BLAS starts no threads, since no matrix here is large enough for two, and garbage is collected only when the
    app has been painted, which then calls all that was loaded no garbage. Nor does a paint that follows another one wait
    up to two sixtieths of a second, as it would by Textual's clock.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    os.environ.setdefault("TEXTUAL_FPS", "120")
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _write_what_can_be_written(stream: TextIO | None) -> None:
    """Have a stream print ? for a sign that its encoding has not, rather than fail."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="replace")


def _flush(stream: TextIO | None) -> None:
    if stream is not None:
        stream.flush()


def _drop(stream: TextIO) -> None:
    """Let the interpreter's own flush at the end go nowhere."""
    with contextlib.suppress(OSError):  # a stream in memory has no number
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
