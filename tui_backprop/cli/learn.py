"""`tui-backprop learn [N]`: the lessons along the article."""

from __future__ import annotations

from tui_backprop.cli.app import add_app_options, start
from tui_backprop.cli.arguments import Parser, whole
from tui_backprop.lessons.course import NAMES
from tui_backprop.words import words


def run(arguments: list[str]) -> int:
    """Start the app on a lesson, or on their list. Raises UsageError for another number, or where there is no terminal."""
    said = words().lessons.panel
    parser = Parser("tui-backprop learn", said.about_command)
    parser.add_argument("lesson", nargs="?", type=whole(1, len(NAMES)), metavar="N", help=said.which_lesson)
    add_app_options(parser)
    values = parser.read(arguments)
    from tui_backprop.training.network.session import Session

    return start(values, Session(), "network", lesson=NAMES[values.lesson - 1] if values.lesson else "")
