"""What the command line says."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol


class CommandWords(Protocol):
    """What the command line says."""

    wide_terminal: str
    """The question, with room for the answer yes or no, whether to write in ASCII where θ is drawn two cells wide."""

    # --- what the commands and their options do

    usage: str
    """Before the usage."""
    group_arguments: str
    group_options: str
    help_help: str
    help_version: str

    def no_key(self, *, wish: str, ids: Sequence[str]) -> str:
        """A wish for another key that names no action, or no key."""
        ...

    def system_problem(self, *, name: str, text: str) -> str:
        """What the system found wrong with a file, by the name of its code; `text` is how it says so itself."""
        ...

    def missing(self, *, names: str, command: str) -> str:
        """Arguments that have to be there are not."""
        ...

    def excluded(self, *, option: str, other: str) -> str:
        """An option beside another one that it does not go with."""
        ...

    about_app: str
    app_epilog: str
    about_train: str
    train_epilog: str
    group_run: str
    group_start: str
    group_report: str
    help_task: str
    help_hidden: str
    help_seed: str
    help_learning_rate: str
    help_weights: str
    help_edit: str
    help_until_error: str
    help_go_to: str
    help_screen: str
    help_key: str
    help_plain: str
    help_theme: str
    help_iterations: str
    help_report_every: str
    help_train_json: str
    help_csv: str

    iteration: str
    """The head of a column of iterations, at most 14 characters."""

    output_no_terminal: str
    input_no_terminal: str

    def help_language(self, *, codes: Sequence[str]) -> str:
        """What --language takes."""
        ...

    def progress(self, *, done: str, goal: str) -> str:
        """How many iterations of a run are done."""
        ...

    about_practice: str
    practice_epilog: str
    help_practice_seed: str
    help_questions: str
    help_answers: str
    sheet: str
    answers: str

    def help_topic(self, *, topics: str) -> str:
        """What --topic takes."""
        ...

    def help_format(self, *, formats: str) -> str:
        """What --format takes."""
        ...

    def no_format(self, *, text: str, formats: str) -> str:
        """There is no such format."""
        ...

    # --- what was refused

    def see_help(self, *, problem: str, command: str) -> str:
        """What argparse found wrong, and where help is."""
        ...

    def no_value(self, *, option: str, command: str) -> str:
        """An option stands without its value."""
        ...

    def no_value_taken(self, *, option: str) -> str:
        """An option that takes no value was given one."""
        ...

    def command_first(self, *, command: str) -> str:
        """A command stands after an option."""
        ...

    def no_option(self, *, option: str, command: str) -> str:
        """There is no such option."""
        ...

    def wrong_value(self, *, option: str, reason: str) -> str:
        """An option has a value that it can't have, for this reason."""
        ...

    def no_command(self, *, name: str, commands: str) -> str:
        """There is no such command."""
        ...

    def stray(self, *, text: str, command: str) -> str:
        """A word that belongs to no option."""
        ...

    def no_whole_number(self, *, text: str, least: str, most: str) -> str:
        """Not a whole number; `least` and `most` are its limits, or empty."""
        ...

    def no_number(self, *, text: str) -> str:
        """Not a number."""
        ...

    def no_positive_number(self, *, text: str) -> str:
        """Not a finite number over 0."""
        ...

    def no_point(self, *, text: str, least: int, most: int, example: str) -> str:
        """Not `least` to `most` numbers."""
        ...

    def no_language(self, *, text: str, languages: str) -> str:
        """There is no such language."""
        ...

    def no_screen(self, *, text: str, screens: str) -> str:
        """There is no such screen."""
        ...

    def no_file(self, *, name: str, problem: str) -> str:
        """A file cannot be opened; `problem` is what the system says."""
        ...

    def not_written(self, *, problem: str) -> str:
        """The output could not be written; `problem` is what the system says."""
        ...

    def no_theme(self, *, name: str, names: Sequence[str]) -> str:
        """There is no such theme; which there are."""
        ...
