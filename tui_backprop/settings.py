"""What a person has chosen once for all runs: theme, language, speed, skin, J or Jᵀ, and keys, in one TOML file.

A wrong entry is a `Problem` with its line and is left out; the rest holds, and the program starts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, NamedTuple

from platformdirs import user_config_path

from tui_backprop.calculus.fact import Fact, InputError, fact
from tui_backprop.files import read_bounded, write_whole
from tui_backprop.training.pace import ITERATIONS_PER_SECOND
from tui_backprop.words import LANGUAGES, problem_of

LARGEST = 65_536
SKINS = ("full", "plain")
JACOBIANS = ("article", "J", "JT")
FULL_SPEED = "full"
SPEEDS: tuple[int | str, ...] = (*(int(speed) for speed in ITERATIONS_PER_SECOND[:-1]), FULL_SPEED)
NAMES = ("theme", "language", "speed", "skin", "jacobian")
"""The entries beside the table `keys`."""


@dataclass(frozen=True)
class Settings:
    """What was chosen; None, or no key, where nothing was.

    `speed` is iterations a second, infinite for full speed. `skin` is "plain" for ASCII in the place of Greek letters,
    superscripts and lines, "full" for these wherever they seem to be two cells wide. `jacobian` is "J" or "JT" for every
    screen, or "article" for each as its part of the article has it. `keys` gives other keys by the
    ids of the key tables. Whether there is such a theme or key, the app knows.
    """

    theme: str | None = None
    language: str | None = None
    speed: float | None = None
    skin: str | None = None
    jacobian: str | None = None
    keys: Mapping[str, str] = field(default_factory=dict[str, str])


class Problem(NamedTuple):
    """An entry that does not count, by the line that it stands in, from 1; `fact` says why."""

    line: int
    fact: Fact


@dataclass(frozen=True)
class Loaded:
    """What a file has chosen, what does not count of it, and the line of each entry (`keys.run` for a key)."""

    settings: Settings = field(default_factory=Settings)
    problems: tuple[Problem, ...] = ()
    lines: Mapping[str, int] = field(default_factory=dict[str, int])


def settings_path() -> Path:
    """Where the file is, or would be."""
    return user_config_path("tui-backprop", appauthor=False) / "settings.toml"


def load(path: Path) -> Loaded:
    """What the file has chosen; nothing where there is none."""
    try:
        data = read_bounded(path, LARGEST)
    except FileNotFoundError:
        return Loaded()
    except OSError as error:
        return _refused(1, fact("settings", "unreadable", why=problem_of(error)))
    if data is None:
        return _refused(1, fact("settings", "too_large", most=LARGEST))
    try:
        return read(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        return _refused(data[: error.start].count(b"\n") + 1, fact("settings", "no_text"))


def read(text: str) -> Loaded:
    """What the text of a settings file has chosen."""
    import tomllib  # most have no such file

    text = text.replace("\r\n", "\n")
    try:
        entries = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        where = re.search(r"\(at line (\d+)", str(error))
        line = int(where[1]) if where else text.count("\n") + 1
        return _refused(line, fact("settings", "no_toml", why=re.sub(r" \(at .*", "", str(error))))
    except RecursionError:
        return _refused(1, fact("settings", "no_toml", why="nested too deeply"))
    lines = _lines(text)
    settings, problems = Settings(), list[Problem]()
    for name, value in entries.items():
        if name == "keys" and isinstance(value, dict):
            found = _keys(value, lines, problems)
            settings = replace(settings, keys=found)
            continue
        try:
            settings = replace(settings, **{name: _value(name, value)})
        except InputError as error:
            problems.append(Problem(lines.get(name, 1), error.fact))
    return Loaded(settings, tuple(sorted(problems, key=lambda problem: problem.line)), lines)


def _refused(line: int, why: Fact) -> Loaded:
    return Loaded(problems=(Problem(line, why),))


def _keys(table: dict[str, Any], lines: Mapping[str, int], problems: list[Problem]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, value in table.items():
        if isinstance(value, str) and value.strip():
            found[name] = value
        else:
            line = lines.get(f"keys.{name}", lines.get("keys", 1))
            problems.append(Problem(line, fact("settings", "no_key", name=name, value=_shown(value))))
    return found


def _value(name: str, value: Any) -> Any:
    """The value of an entry. Raises InputError."""
    readers: dict[str, Callable[[Any], Any]] = {
        "theme": lambda value: value if isinstance(value, str) and value else None,
        "language": lambda value: value if value in LANGUAGES else None,
        "speed": _speed,
        "skin": lambda value: value if value in SKINS else None,
        "jacobian": lambda value: value if value in JACOBIANS else None,
    }
    if name == "keys":
        raise InputError("settings", "keys_no_table", value=_shown(value))
    if name not in readers:
        raise InputError("settings", "no_entry", name=name, names=(*NAMES, "keys"))
    found = readers[name](value) if isinstance(value, str | int) and not isinstance(value, bool) else None
    if found is None:
        choices = {"language": LANGUAGES, "speed": SPEEDS, "skin": SKINS, "jacobian": JACOBIANS}.get(name, ())
        raise InputError("settings", "wrong_value", name=name, value=_shown(value), choices=choices)
    return found


def _speed(value: str | int) -> float | None:
    if value not in SPEEDS:
        return None
    return float("inf") if value == FULL_SPEED else float(value)


def _shown(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 40 else f"{text[:39]}…"


_ENTRY = re.compile(r"""\s*(?P<name>[A-Za-z0-9_-]+|"[^"\\]*"|'[^']*'|keys\s*\.\s*(?:[A-Za-z0-9_-]+|"[^"\\]*"))\s*=""")
_TABLE = re.compile(r"""\s*\[\s*(?P<name>[A-Za-z0-9_-]+|"[^"\\]*"|'[^']*')\s*\]""")


def _lines(text: str) -> dict[str, int]:
    """The line of each entry of a TOML text, as far as the entries are written one per line."""
    lines: dict[str, int] = {}
    table = ""
    for number, line in enumerate(text.split("\n"), 1):
        if found := _TABLE.match(line):
            table = found["name"].strip("\"'")
            lines.setdefault(table, number)
        elif found := _ENTRY.match(line):
            name = re.sub(r"\s|[\"']", "", found["name"])
            lines.setdefault(f"{table}.{name}" if table else name, number)
    return lines


def remember(path: Path, name: str, value: str | int) -> None:
    """Put an entry of NAMES into the file; all else in it, comments too, stays as it is.

    Raises OSError where the file cannot be written, and InputError where it cannot be changed without harm to it.
    """
    try:
        data = read_bounded(path, LARGEST)
    except FileNotFoundError:
        data = b""
    text = "" if data is None else data.decode("utf-8-sig", errors="replace")
    changed = with_entry(text, name, value)
    before, after = _parsed(text), _parsed(changed)
    if data is None or before is None or after != before | {name: value}:
        raise InputError("settings", "not_remembered", name=name, path=str(path))
    write_whole(path, changed.encode())


def _parsed(text: str) -> dict[str, Any] | None:
    import tomllib

    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError):
        return None


def with_entry(text: str, name: str, value: str | int) -> str:
    """The text of a settings file with the entry put in the place of the old one, else above the first table."""
    text = text.replace("\r\n", "\n")
    entry = f"{name} = {toml(value)}"
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if _TABLE.match(line):
            return "\n".join([*lines[:number], entry, "", *lines[number:]])
        if (found := _ENTRY.match(line)) and found["name"].strip("\"'") == name:
            comment = re.search(r"\s+#[^\"']*$", line)
            return "\n".join([*lines[:number], entry + (comment[0] if comment else ""), *lines[number + 1 :]])
    return f"{text}{entry}\n" if text in ("",) or text.endswith("\n") else f"{text}\n{entry}\n"


def toml(value: str | int) -> str:
    """A text or a number as TOML writes it."""
    if isinstance(value, int):
        return str(value)
    escaped = "".join(sign if sign.isprintable() and sign not in '"\\' else f"\\U{ord(sign):08x}" for sign in value)
    return f'"{escaped}"'
