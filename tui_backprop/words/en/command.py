"""What the command line says. English."""

from __future__ import annotations

from tui_backprop.words.command import CommandWords


class EnglishCommand(CommandWords):
    """What the command line says."""

    wide_terminal = (
        "This terminal draws θ and ² two cells wide, so columns would stand out of line. Write in ASCII? [Y/n] "
    )
