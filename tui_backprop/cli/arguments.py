"""What may be typed: a parser that refuses in one sentence, and the options that make a run."""

from __future__ import annotations

import argparse
import math
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from tui_backprop.explain.typeset import cells
from tui_backprop.explain.wrap import wrap
from tui_backprop.words import LANGUAGES, problem_of, reason, words

if TYPE_CHECKING:
    from tui_backprop.calculus.network.own_data import OwnData
    from tui_backprop.training.network.recipe import Recipe

COMMANDS = ("train", "starts", "descent", "chain", "practice", "explain", "learn", "serve", "settings", "open")
SCREENS = ("chain", "descent", "network", "starts")
MOST_ITERATIONS = 10**10
MOST_CYCLES = 10**12

_MESSAGE = re.compile(r"argument (?P<option>\S+): (?P<reason>.*)", re.DOTALL)
_MISSING = "the following arguments are required: "
_EXCLUDED = "not allowed with argument "


class UsageError(Exception):
    """What was typed is wrong: one sentence that says what, and what would be right."""


class _Formatter(argparse.RawDescriptionHelpFormatter):
    """Help whose lines are measured in cells, under words of this program."""

    def _format_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None) -> str:
        prefix = prefix or words().command.usage
        first, *others = super()._format_usage(usage, actions, groups, prefix).split("\n")
        indent = " " * (cells(prefix) - len(prefix))
        return "\n".join([first, *(indent + line if line else "" for line in others)])

    def format_help(self) -> str:
        """The help; after Chinese a heading ends with a Chinese colon."""
        return re.sub("(?m)(?<=[\u4e00-\u9fff]):$", "：", super().format_help())

    def _split_lines(self, text: str, width: int) -> list[str]:
        return wrap(text, width)


class Parser(argparse.ArgumentParser):
    """A parser whose errors are one sentence each, raised as UsageError. Options are not abbreviated."""

    def __init__(self, prog: str, description: str, epilog: str = "") -> None:
        super().__init__(
            prog=prog,
            description=description,
            epilog=epilog,
            allow_abbrev=False,
            add_help=False,
            formatter_class=_Formatter,
        )
        said = words().command
        self._positionals.title, self._optionals.title = said.group_arguments, said.group_options
        self.add_argument("-h", "--help", action="help", help=said.help_help)
        self.add_argument("--language", type=language, metavar="CODE", help=said.help_language(codes=LANGUAGES))

    def read(self, arguments: Sequence[str]) -> argparse.Namespace:
        """The values of the arguments. Raises UsageError for one that is wrong or too many."""
        for argument in arguments:
            if re.fullmatch(r"--[a-z0-9-]+=--", argument):
                self._refuse_hyphens(argument.removesuffix("=--"))
        values, extras = self.parse_known_args(_joined(arguments))
        if extras:
            raise UsageError(self._unknown(extras[0]))
        return values

    def _refuse_hyphens(self, option: str) -> NoReturn:
        """argparse drops a value of "--" and goes on with none: refuse it as an option without its value."""
        _, extras = self.parse_known_args([] if option in ("--help", "--version") else [option])
        raise UsageError(self._unknown(option) if extras else words().command.no_value_taken(option=option))

    def error(self, message: str) -> NoReturn:
        """Raise UsageError: what argparse found wrong, in this program's words."""
        parts = _MESSAGE.fullmatch(message)
        if message.startswith(_MISSING):
            names = message.removeprefix(_MISSING)
            raise UsageError(words().command.missing(names=names, command=self.prog))
        if parts is None:
            raise UsageError(words().command.see_help(problem=message, command=self.prog))
        option, reason = parts["option"], parts["reason"]
        if reason == "expected one argument":
            raise UsageError(words().command.no_value(option=option, command=self.prog))
        if reason.startswith("ignored explicit argument"):
            raise UsageError(words().command.no_value_taken(option=option))
        if reason.startswith(_EXCLUDED):
            raise UsageError(words().command.excluded(option=option, other=reason.removeprefix(_EXCLUDED)))
        raise UsageError(words().command.wrong_value(option=option, reason=reason))

    def _unknown(self, argument: str) -> str:
        said = words().command
        if argument in COMMANDS and self.prog == "tui-backprop":
            return said.command_first(command=f"tui-backprop {argument} …")
        if argument.startswith("-"):
            return said.no_option(option=argument.split("=")[0], command=self.prog)
        if self.prog == "tui-backprop":
            return said.no_command(name=argument, commands=", ".join(COMMANDS))
        return said.stray(text=argument, command=self.prog)


def _joined(arguments: Sequence[str]) -> list[str]:
    """The arguments, a value that starts with one minus joined to its option: argparse would take it for an option."""
    joined: list[str] = []
    for argument in arguments:
        before = joined[-1] if joined else ""
        if re.match(r"-[^-]", argument) and argument != "-h" and re.fullmatch(r"--[a-z0-9-]+", before):
            joined[-1] = f"{before}={argument}"
        else:
            joined.append(argument)
    return joined


# --- values


def whole(least: int, most: int) -> Any:
    """A reader of whole numbers from `least` to `most`."""

    def read(text: str) -> int:
        try:
            value = int(text)
        except ValueError:
            value = None
        if value is None or not least <= value <= most:
            raise argparse.ArgumentTypeError(
                words().command.no_whole_number(text=text, least=f"{least:,}", most=f"{most:,}")
            )
        return value

    return read


def whole_number(text: str) -> int:
    """A whole number; whoever uses it knows its limits."""
    try:
        return int(text)
    except ValueError:
        raise argparse.ArgumentTypeError(words().command.no_whole_number(text=text, least="", most="")) from None


def number(text: str) -> float:
    """A number; whoever uses it knows its limits."""
    try:
        return float(text)
    except ValueError:
        raise argparse.ArgumentTypeError(words().command.no_number(text=text)) from None


def positive(text: str) -> float:
    """A finite number over 0."""
    value = number(text)
    if not (math.isfinite(value) and value > 0):
        raise argparse.ArgumentTypeError(words().command.no_positive_number(text=text))
    return value


def point(least: int, most: int) -> Any:
    """A reader of `least` to `most` finite numbers with commas between."""
    example = ",".join(str(i + 1) for i in range(min(most, 2)))

    def read(text: str) -> tuple[float, ...]:
        try:
            values = tuple(float(part) for part in text.split(","))
        except ValueError:
            values = ()
        if not (least <= len(values) <= most and all(map(math.isfinite, values))):
            raise argparse.ArgumentTypeError(
                words().command.no_point(text=text, least=least, most=most, example=example)
            )
        return values

    return read


def one_of(names: Sequence[str], refusal: Callable[[str, str], str]) -> Callable[[str], str]:
    """A reader of one of the names; `refusal` says of a text that it is none of those listed."""

    def read(text: str) -> str:
        if text not in names:
            raise argparse.ArgumentTypeError(refusal(text, ", ".join(names)))
        return text

    return read


language = one_of(LANGUAGES, lambda text, names: words().command.no_language(text=text, languages=names))
"""The code of a language."""

screen = one_of(SCREENS, lambda text, names: words().command.no_screen(text=text, screens=names))
"""The name of a screen."""


def form(formats: Sequence[str]) -> Callable[[str], str]:
    """A reader of the name of a format."""
    return one_of(formats, lambda text, names: words().command.no_format(text=text, formats=names))


# --- the options of a run


def add_run_options(parser: Parser, target: bool = True) -> None:
    """The options that `recipe_from` reads, and with a `target` --until-error."""
    said = words().command
    add = parser.add_argument_group(said.group_run).add_argument
    add("--task", metavar="NAME", help=said.help_task)
    add_data_options(add)
    add("--hidden", type=whole_number, metavar="UNITS", help=said.help_hidden)
    add("--seed", type=whole_number, metavar="S", help=said.help_seed)
    add("--learning-rate", type=number, metavar="RATE", help=said.help_learning_rate)
    add("--weights", type=point(2, 2), metavar="LOW,HIGH", help=said.help_weights)
    add("--edit", action="append", default=[], metavar="CYCLE:NAME=VALUE", help=said.help_edit)
    if target:
        add("--until-error", type=positive, metavar="SUM", help=said.help_until_error)


def add_data_options(add: Callable[..., Any]) -> None:
    """The options that `own_data` reads."""
    add("--data", metavar="FILE", help=words().data.option)
    add("--data-checksum", metavar="HEX", help=words().data.option_checksum)


def own_data(values: argparse.Namespace) -> OwnData | None:
    """The table that --data names, None without it. Raises UsageError, which says what is wrong and where."""
    said = words().data
    if values.data is None:
        if values.data_checksum is not None:
            raise UsageError(said.checksum_alone())
        return None
    from tui_backprop.training.network.data_file import read_data

    try:
        return read_data(Path(values.data), values.data_checksum)
    except OSError as error:
        raise UsageError(words().command.no_file(name=values.data, problem=problem_of(error))) from None
    except ValueError as error:
        raise UsageError(said.refused(path=values.data, why=reason(error))) from None


def recipe_from(values: argparse.Namespace) -> Recipe:
    """The run that the options describe. Raises UsageError for a value out of range."""
    from tui_backprop.training.network.recipe import Edit, Recipe

    given: dict[str, Any] = {
        name: getattr(values, name)
        for name in ("task", "hidden", "seed", "learning_rate", "weights")
        if getattr(values, name) is not None
    }
    data = own_data(values)
    if data is not None:
        given["data"] = data
        if values.task is None:
            given["task"] = data.table.name
    try:
        edits = sorted((Edit.parse(text) for text in values.edit), key=lambda edit: edit.cycle)
        recipe = Recipe(**given, edits=tuple(edits))
    except ValueError as error:
        raise UsageError(reason(error)) from None
    if data is not None and data.table.name not in (recipe.task, *(edit.value for edit in edits)):
        raise UsageError(words().data.other_task(task=recipe.task))
    return recipe
