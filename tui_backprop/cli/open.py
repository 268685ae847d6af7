"""`tui-backprop open FILE`: go on with a run that was saved."""

from __future__ import annotations

from pathlib import Path

from tui_backprop.cli.app import add_app_options, opened, start
from tui_backprop.cli.arguments import Parser
from tui_backprop.words import words


def run(arguments: list[str]) -> int:
    """Start the app on the run. Raises UsageError for a file that is none, or where there is no terminal."""
    parser = Parser("tui-backprop open", words().saving.open)
    parser.add_argument("file", metavar="FILE", help=words().saving.file)
    add_app_options(parser)
    values = parser.read(arguments)
    session, screen = opened(Path(values.file))
    return start(values, session, screen, proposed=Path(values.file))
