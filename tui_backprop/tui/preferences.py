"""What the settings ask of the app, and what is chosen in the app's palette and remembered."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from textual.app import App
from textual.theme import Theme

from tui_backprop.calculus.fact import fact
from tui_backprop.settings import Loaded, Problem, settings_path
from tui_backprop.tui.keys import key_ids
from tui_backprop.words import problem_of, reason, sentence, words

Remember = Callable[[str, "str | int"], None]


class Preferences:
    """Applies settings to an app. An entry that the app does not know is a notice with its line, and the rest holds.

    `remember` writes a choice down; None keeps it for this run only. It may raise OSError or ValueError.
    """

    def __init__(self, app: App[Any], loaded: Loaded, remember: Remember | None) -> None:
        self._app = app
        self._loaded = loaded
        self._remember = remember

    @property
    def keys(self) -> dict[str, str]:
        """The keys of the settings, by the ids of the key tables."""
        ids = key_ids()
        return {name: key for name, key in self._loaded.settings.keys.items() if name in ids}

    def apply(self) -> None:
        """Put the theme on, say what does not count, and remember from now on which theme is chosen."""
        theme, themes = self._loaded.settings.theme, self._app.available_themes
        problems = list(self._loaded.problems)
        if theme in themes:
            self._app.theme = str(theme)
        elif theme is not None:
            problems.append(self._problem("theme", "wrong_value", name="theme", value=theme, choices=sorted(themes)))
        problems.extend(
            self._problem(f"keys.{name}", "no_action", name=name, names=sorted(key_ids()))
            for name in self._loaded.settings.keys.keys() - key_ids()
        )
        for problem in sorted(problems, key=lambda problem: problem.line):
            why = sentence(problem.fact)
            self._say(words().settings.problem(path=settings_path().name, line=problem.line, why=why))
        self._app.theme_changed_signal.subscribe(self._app, self._theme_chosen)

    def _problem(self, entry: str, code: str, /, **values: object) -> Problem:
        return Problem(self._loaded.lines.get(entry, 1), fact("settings", code, **values))

    def _theme_chosen(self, theme: Theme) -> None:
        if theme.name != self._loaded.settings.theme:
            self.remember("theme", theme.name)

    def remember(self, name: str, value: str | int) -> None:
        """Write a choice down; where that is not possible a notice says so, and the choice counts until the end."""
        if self._remember is None:
            return
        try:
            self._remember(name, value)
        except OSError as error:
            self._say(words().settings.not_written(path=str(settings_path()), why=problem_of(error)))
        except ValueError as error:
            self._say(reason(error))

    def _say(self, sentence: str) -> None:
        self._app.notify(sentence, severity="warning", markup=False, timeout=15)
