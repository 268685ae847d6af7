"""Every sentence that a person reads, once per language; imports nothing else of the project.

A subject has one protocol (`words/network.py`) and one class per language that keeps it (`words/en/network.py`). Fixed
text is an attribute, a sentence with something in it a method with keyword arguments: the type checker finds what a
language lacks. Symbols, formulas and numbers are no words; they come in as arguments, typeset.

Ask at the moment of use, `words().network.…`, and keep nothing: the language may change while the program runs.
"""

from __future__ import annotations

import errno
import re
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast, runtime_checkable

from tui_backprop.words.dress import Dress, Dressed

if TYPE_CHECKING:
    from tui_backprop.words.app import AppWords
    from tui_backprop.words.chain import ChainWords
    from tui_backprop.words.command import CommandWords
    from tui_backprop.words.data import DataWords
    from tui_backprop.words.descent import DescentWords
    from tui_backprop.words.explain import ExplainWords
    from tui_backprop.words.export import ExportWords
    from tui_backprop.words.expression import ExpressionWords
    from tui_backprop.words.lessons import LessonsWords
    from tui_backprop.words.network import NetworkWords
    from tui_backprop.words.network_screen import NetworkScreenWords
    from tui_backprop.words.practice import PracticeWords
    from tui_backprop.words.runs import RunsWords
    from tui_backprop.words.saving import SavingWords
    from tui_backprop.words.serve import ServeWords
    from tui_backprop.words.settings import SettingsWords
    from tui_backprop.words.starts import StartsWords
    from tui_backprop.words.starts_screen import StartsScreenWords

LANGUAGES = ("en", "zh")
"""The languages there are, by their codes; each is a package beside this file that has `WORDS`."""

NAMES = {"en": "English", "zh": "中文"}
"""What each language is called by those who speak it."""

IN_THE_OTHER = {"en": "英文", "zh": "Chinese"}
"""What each is called by those who speak the other one."""

LANGUAGE = "Language · 语言"
"""What stands beside the languages, in any language: who reads none of the one that is spoken must find the others."""


class Words(Protocol):
    """All sentences of one language, by subject."""

    @property
    def app(self) -> AppWords:
        """What every screen says: tabs, dialogs, notices, the palette."""
        ...

    @property
    def chain(self) -> ChainWords:
        """The chain rule: screen, explanations, command."""
        ...

    @property
    def command(self) -> CommandWords:
        """The command line: descriptions of options, refusals, reports."""
        ...

    @property
    def data(self) -> DataWords:
        """A table of one's own."""
        ...

    @property
    def descent(self) -> DescentWords:
        """Gradient descent: screen, explanations, command."""
        ...

    @property
    def lessons(self) -> LessonsWords:
        """The lessons along the article, and their panel."""
        ...

    @property
    def export(self) -> ExportWords:
        """What is taken along: the clipboard, files, pictures."""
        ...

    @property
    def explain(self) -> ExplainWords:
        """A cycle worked out."""
        ...

    @property
    def expression(self) -> ExpressionWords:
        """What is said of a text that is no expression."""
        ...

    @property
    def network(self) -> NetworkWords:
        """The network: keys, explanations, what exercises ask."""
        ...

    @property
    def network_screen(self) -> NetworkScreenWords:
        """The network screen: panes, dialogs, notices."""
        ...

    @property
    def practice(self) -> PracticeWords:
        """Exercises on every screen."""
        ...

    @property
    def runs(self) -> RunsWords:
        """Marked moments, and runs kept beside each other."""
        ...

    @property
    def saving(self) -> SavingWords:
        """Runs that are kept, handed on and come back to."""
        ...

    @property
    def serve(self) -> ServeWords:
        """The app in browsers."""
        ...

    @property
    def settings(self) -> SettingsWords:
        """The settings file."""
        ...

    @property
    def starts(self) -> StartsWords:
        """Many starts: screen and command."""
        ...

    @property
    def starts_screen(self) -> StartsScreenWords:
        """The screen of many starts."""
        ...


_spoken = "en"
_dress: Dress | None = None


def wear(dress: Dress | None) -> None:
    """Put every sentence through `dress` from now on; None undresses."""
    global _dress
    _dress = dress
    _load.cache_clear()


def speak(language: str) -> None:
    """Speak this language from now on. Raises ValueError, which names the languages, for another one."""
    global _spoken
    if language not in LANGUAGES:
        raise ValueError(f"there is no language {language!r}; the languages are {', '.join(LANGUAGES)}")
    _spoken = language


def language_of(environment: Mapping[str, str]) -> str:
    """The language of a system by LC_ALL, else LC_MESSAGES, else LANG; English where it is none that is spoken here."""
    locale = next((value for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := environment.get(name))), "")
    code = re.split(r"[._@-]", locale)[0].lower()
    return code if code in LANGUAGES else "en"


def spoken() -> str:
    """The code of the language that is spoken."""
    return _spoken


def words() -> Words:
    """The sentences of the language that is spoken."""
    return _load(_spoken)


@cache
def _load(language: str) -> Words:
    found = import_module(f"tui_backprop.words.{language}").WORDS
    return cast(Words, found if _dress is None else Dressed(found, _dress))


@runtime_checkable
class Sayable(Protocol):
    """Something to be said: the subject's words have a method `code` that takes `values`."""

    @property
    def subject(self) -> str:
        """An attribute of Words."""
        ...

    @property
    def code(self) -> str:
        """The name of a method of the subject's words."""
        ...

    @property
    def values(self) -> Mapping[str, object]:
        """The arguments of the method."""
        ...


def sentence(fact: Sayable) -> str:
    """The fact in the language that is spoken; a fact among its values is said as well."""
    values = {name: _said(value) for name, value in fact.values.items()}
    return str(getattr(getattr(words(), fact.subject), fact.code)(**values))


def _said(value: object) -> object:
    # What is no fact is told by its type first: to look for what a fact has takes a hundred times as long.
    return sentence(value) if not isinstance(value, (str, int, float)) and isinstance(value, Sayable) else value


def problem_of(error: OSError) -> str:
    """What the system found wrong, in the language that is spoken."""
    name = errno.errorcode.get(error.errno or 0, "")
    return words().command.system_problem(name=name, text=error.strerror or str(error))


def reason(error: Exception) -> str:
    """Why something was refused: the sentence of the error's `fact`, or its own text where it has none."""
    fact: Sayable | None = getattr(error, "fact", None)
    return str(error) if fact is None else sentence(fact)
