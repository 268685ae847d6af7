"""Practice on the screen: an entry hidden, asked for, judged, and its working shown."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

from textual.screen import Screen

from tui_backprop.calculus.fact import InputError
from tui_backprop.calculus.network.quantities import Phase
from tui_backprop.explain.cell import Cell
from tui_backprop.explain.network.practice import choose_exercise
from tui_backprop.training.network.snapshot import Snapshot
from tui_backprop.tui.dialogs.ask import AskScreen
from tui_backprop.tui.network.microscope import Microscope
from tui_backprop.tui.network.reading import read_number
from tui_backprop.words import reason, sentence, words

PRACTISED = ("jacobians", "gradients")
"""The topics whose entries a board can hide."""


class Practice:
    """Asks one entry after another, and keeps the score; `reveal` brings a pane forward, `again` paints."""

    def __init__(
        self, screen: Screen[Any], microscope: Microscope, reveal: Callable[[str], None], again: Callable[[], None]
    ) -> None:
        self._screen = screen
        self._microscope = microscope
        self._reveal = reveal
        self._again = again
        self._right = self._asked = 0
        self.random = Random()

    async def ask(self, snapshot: Snapshot) -> None:
        """Ask for an entry of this cycle, if it is whole and at rest."""
        if snapshot.phase is not Phase.UPDATE or snapshot.running:
            self._screen.notify(words().network_screen.practice_needs_a_cycle)
        else:
            await self._ask(snapshot)

    async def _ask(self, snapshot: Snapshot) -> None:
        said, microscope = words().network_screen, self._microscope
        try:
            exercise = choose_exercise(
                snapshot.values, snapshot.learning_rate_used, snapshot.inputs, snapshot.hidden, self.random, PRACTISED
            )
        except InputError as error:
            self._screen.notify(reason(error), severity="warning")
            return
        microscope.exercise = exercise
        self._reveal("parameters" if exercise.cells[0][0] in ("jacobian_f1_x1", "theta1_gradient") else "jacobians")
        microscope.point(Cell(*exercise.cells[0]))
        self._again()
        question = said.practice_question(symbol=exercise.symbol, right=self._right, asked=self._asked)
        text, is_right = None, False
        for hint in (said.practice_hint, words().network.second_try(hint=sentence(exercise.hint))):
            text = await self._screen.app.push_screen_wait(AskScreen(question, hint, read_number, low=True))
            is_right = text is not None and exercise.is_right(read_number(text))
            if text is None or is_right:
                break
        if text is not None:
            self._right, self._asked = self._right + is_right, self._asked + 1
            verdict = said.practice_verdict(
                answer=text.strip(), is_right=is_right, right=self._right, asked=self._asked
            )
            self._screen.notify(verdict)
        self.end()

    def end(self) -> bool:
        """Show what was hidden, if anything was."""
        if self._microscope.exercise is None:
            return False
        self._microscope.exercise = None
        self._again()
        return True
