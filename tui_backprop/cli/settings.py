"""`tui-backprop settings`: where the settings are, and what is in force."""

from __future__ import annotations

import os

from tui_backprop.cli.arguments import Parser
from tui_backprop.cli.console import say
from tui_backprop.settings import FULL_SPEED, Loaded, load, settings_path
from tui_backprop.words import language_of, sentence, words


def run(arguments: list[str]) -> int:
    """Print the file's place, what is in force as TOML, and a sentence on the standard error per entry that does not count."""
    Parser("tui-backprop settings", words().settings.description).read(arguments)
    path = settings_path()
    loaded = load(path)
    print(f"# {words().settings.where(path=str(path), there=path.exists())}")
    print(_in_force(loaded))
    tell(loaded)
    return 0


def tell(loaded: Loaded) -> None:
    """Say what does not count of the file."""
    for problem in loaded.problems:
        say(words().settings.problem(path=str(settings_path()), line=problem.line, why=sentence(problem.fact)))


def _in_force(loaded: Loaded) -> str:
    from tui_backprop.settings import toml
    from tui_backprop.training.pace import Pace

    chosen = loaded.settings
    speed = chosen.speed if chosen.speed is not None else Pace().speed
    values: dict[str, str | int] = {
        "theme": chosen.theme or "textual-dark",
        "language": chosen.language or language_of(os.environ),
        "speed": FULL_SPEED if speed == float("inf") else int(speed),
        "skin": chosen.skin or "full",
        "jacobian": chosen.jacobian or "article",
    }
    lines = [
        f"{name} = {toml(value)}"
        + ("" if getattr(chosen, name) is not None else f"  # {words().settings.nothing_chosen}")
        for name, value in values.items()
    ]
    if chosen.keys:
        lines += ["", "[keys]", *(f"{toml(name)} = {toml(key)}" for name, key in chosen.keys.items())]
    return "\n".join(lines)
