"""Practice on any screen: a topic is chosen, exercises on it are asked and judged, and their working is shown."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any, ClassVar, cast

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widgets import Static

from tui_backprop.explain.exercise import COUNTED, TOPICS, Exercise
from tui_backprop.explain.plain import skinned
from tui_backprop.tui.dialogs.ask import AskScreen
from tui_backprop.tui.dialogs.choose import ChooseScreen
from tui_backprop.tui.dialogs.dialog import Dialog
from tui_backprop.tui.dialogs.gate import gate_of
from tui_backprop.words import reason, sentence, words

LINE = 66
"""The cells of a line of what is given."""


@dataclass
class Score:
    """How many exercises were answered right, of how many, since the app was opened, on whichever screen."""

    right: int = 0
    asked: int = 0


def score_of(screen: Screen[Any]) -> Score:
    """The one score of the app that a screen is in: every topic is asked on every screen."""
    app = cast(Any, screen.app)
    if not hasattr(app, "score"):
        app.score = Score()
    return app.score


class Practice:
    """Asks for a topic, then one exercise on it after another, and keeps the score.

    `topics` are the ones that are offered, first the one that fits the screen; `make` makes an exercise on a topic, in a
    thread, for what it loads takes a moment. A screen that shows what is asked for has a class of its own, which makes
    the exercise of what is on the screen and hides the answer there.
    """

    def __init__(self, screen: Screen[Any], topics: Iterable[str], make: Callable[[str, Random], Exercise]) -> None:
        self.screen = screen
        self.random = Random()
        self.working = False
        self._topics = tuple(topics)
        self._topic = self._topics[0]
        self._make = make

    def missing(self) -> tuple[tuple[str, ...], str]:
        """The topics that no exercise can be made on now, and the sentence that says why, if there are any."""
        return (), ""

    def made_here(self, topic: str) -> Exercise | None:
        """An exercise on what the screen shows; None where it has none. Raises ValueError with one sentence."""
        return None

    def hide(self, exercise: Exercise) -> bool:
        """Hide what would give the answer away; whether the hidden place is in sight and pointed at."""
        return False

    def end(self) -> bool:
        """Show what was hidden, if anything was."""
        return False

    async def ask(self) -> None:
        """Ask for a topic, and exercises on it for as long as another one is wanted."""
        names = {topic: words().practice.topics[topic] for topic in self._topics}
        missing, why = self.missing()
        if missing:
            self.screen.notify(why, markup=False)
        dialog = ChooseScreen(words().practice.choose, names, self._topic, missing)
        topic = await self.screen.app.push_screen_wait(dialog)
        if topic is None:
            return
        self._topic = topic
        gate, again = gate_of(self.screen), True
        while again:
            # What is typed meanwhile is the answer: it waits for the dialog.
            token = gate.begin()
            try:
                exercise = await self._exercise(topic)
                again = exercise is not None and await self._pose(exercise)
            finally:
                if token is not None:
                    await gate.end(token)

    async def _exercise(self, topic: str) -> Exercise | None:
        self.working = True
        try:
            return self.made_here(topic) or await asyncio.to_thread(self._make, topic, self.random)
        except ValueError as error:
            self.screen.notify(reason(error), severity="warning", markup=False)
            return None
        finally:
            self.working = False

    async def _pose(self, exercise: Exercise) -> bool:
        """Ask, judge and show the working; whether another one is wanted."""
        in_sight = self.hide(exercise)
        answer, is_right = await self._answer(exercise, in_sight)
        self.end()
        if answer is None:
            return False
        said, score = words().practice, score_of(self.screen)
        score.right, score.asked = score.right + is_right, score.asked + 1
        verdict = said.verdict(answer=answer, is_right=is_right, right=score.right, asked=score.asked)
        if in_sight:
            self.screen.notify(verdict, markup=False)
            return False
        working = exercise.working
        if exercise.topic in COUNTED:
            working = said.counted(symbol=exercise.symbol, answer=exercise.answer, hint=sentence(exercise.hint))
        return await self.screen.app.push_screen_wait(VerdictScreen(self._title(exercise), verdict, skinned(working)))

    async def _answer(self, exercise: Exercise, in_sight: bool) -> tuple[str | None, bool]:
        """What was answered in the end, None for nothing, and whether it is right."""
        said, score = words().practice, score_of(self.screen)
        kind = exercise.topic if exercise.topic in COUNTED else "number"
        for hint in (said.how[kind], words().network.second_try(hint=sentence(exercise.hint))):
            if in_sight:
                title = said.question(symbol=exercise.symbol, right=score.right, asked=score.asked)
                dialog = AskScreen(title, hint, exercise.judge, aside=True)
            else:
                lines = (sentence(exercise.question), *packed([skinned(part) for part in exercise.given]), hint)
                dialog = AskScreen(self._title(exercise), "\n".join(lines), exercise.judge)
            text = await self.screen.app.push_screen_wait(dialog)
            if text is None or exercise.judge(text):
                return text, text is not None
        return text, False

    def _title(self, exercise: Exercise) -> str:
        said, score = words().practice, score_of(self.screen)
        return said.title(topic=said.topics[exercise.topic], right=score.right, asked=score.asked)


class VerdictScreen(Dialog[bool]):
    """Shows a verdict and the working under it until it is left; gives whether another exercise is wanted."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("p", "dismiss(True)", "another"),
        Binding("escape,enter,q", "dismiss(False)", "close"),
    ]

    DEFAULT_CSS = """
    VerdictScreen { align: center middle; }
    VerdictScreen > VerticalScroll {
        width: 72; height: auto; max-height: 90%; border: round $primary; background: $surface; padding: 0 1;
    }
    VerdictScreen Static { height: auto; }
    VerdictScreen #verdict { text-style: bold; margin-bottom: 1; }
    """

    def __init__(self, title: str, verdict: str, working: str) -> None:
        super().__init__()
        self._title, self._verdict, self._working = title, verdict, working

    def compose(self) -> ComposeResult:
        """The verdict, and the working."""
        with VerticalScroll() as box:
            box.border_title, box.border_subtitle = self._title, words().practice.another_or_leave
            yield Static(self._verdict, id="verdict", markup=False)
            yield Static(self._working, markup=False)


def packed(parts: Sequence[str]) -> list[str]:
    """The parts in lines, as many side by side as fit, and none broken for it."""
    lines: list[str] = []
    for part in parts:
        longer = f"{lines[-1]}   {part}" if lines else part
        if lines and cell_len(longer) <= LINE:
            lines[-1] = longer
        else:
            lines.append(part)
    return lines


def with_first(first: str) -> tuple[str, ...]:
    """All topics, this one before the others."""
    return (first, *(topic for topic in TOPICS if topic != first))
