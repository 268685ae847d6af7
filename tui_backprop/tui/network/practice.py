"""Practice on the network screen: exercises on the cycle that it shows, with the answer hidden on the boards."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

from textual.screen import Screen

from tui_backprop.calculus.network.quantities import Phase
from tui_backprop.explain.cell import Cell
from tui_backprop.explain.exercise import COUNTED, Exercise
from tui_backprop.explain.network.practice import TOPICS, choose_exercise
from tui_backprop.training.network.snapshot import Snapshot
from tui_backprop.tui.dialogs.practice import Practice, with_first
from tui_backprop.tui.network.microscope import Microscope
from tui_backprop.words import words

ENTRIES = "entries"
"""The topic that fits the screen: an entry of a Jacobian or of a gradient, whichever it may be."""

PARAMETERS = ("jacobian_f1_x1", "theta1_gradient", "theta1_change", "theta2_change")
"""What stands in the pane of the parameters; all else stands among the Jacobians."""


class CyclePractice(Practice):
    """Asks for entries of the cycle on the screen; `now` gives it, `reveal` shows a pane, `again` paints."""

    def __init__(
        self,
        screen: Screen[Any],
        microscope: Microscope,
        now: Callable[[], Snapshot | None],
        reveal: Callable[[str], None],
        again: Callable[[], None],
    ) -> None:
        super().__init__(screen, with_first(ENTRIES), _elsewhere)
        self._microscope = microscope
        self._now = now
        self._reveal = reveal
        self._again = again

    def missing(self) -> tuple[tuple[str, ...], str]:
        """Those on the numbers of the cycle, before it is whole and at rest."""
        if self._is_whole(self._now()):
            return super().missing()
        return tuple(topic for topic in (ENTRIES, *TOPICS) if _needs_a_cycle(topic)), words().practice.needs_a_cycle

    def made_here(self, topic: str) -> Exercise | None:
        """An exercise on this network; one on the numbers of its cycle, once that is whole and at rest."""
        snapshot = self._now()
        if topic not in (ENTRIES, *TOPICS) or snapshot is None:
            return None
        if _needs_a_cycle(topic) and not self._is_whole(snapshot):
            raise ValueError(words().practice.needs_a_cycle)
        topics = ("jacobians", "gradients") if topic == ENTRIES else (topic,)
        return choose_exercise(
            snapshot.values, snapshot.learning_rate_used, snapshot.inputs, snapshot.hidden, self.random, topics
        )

    @staticmethod
    def _is_whole(snapshot: Snapshot | None) -> bool:
        return snapshot is not None and snapshot.phase is Phase.UPDATE and not snapshot.running

    def hide(self, exercise: Exercise) -> bool:
        """Hide the entry that is asked for, and put the cursor on it where the question leaves it in sight."""
        if not exercise.cells:
            return False
        microscope, cell = self._microscope, Cell(*exercise.cells[0])
        microscope.exercise = exercise
        if exercise.topic == "products":  # they stand at the foot of their pane, which a low question covers
            self._again()
            return False
        self._reveal("parameters" if cell.code in PARAMETERS else "jacobians")
        return microscope.point(cell)

    def end(self) -> bool:
        """Show what was hidden, if anything was."""
        if self._microscope.exercise is None:
            return False
        self._microscope.exercise = None
        self._again()
        return True


def _needs_a_cycle(topic: str) -> bool:
    """Whether a topic is on the numbers of the cycle that the screen shows, not on the shapes alone or another screen."""
    return topic in (ENTRIES, *TOPICS) and topic not in COUNTED


def _elsewhere(topic: str, random: Random) -> Exercise:
    from tui_backprop.explain.practice import make_exercise  # the mathematics of the other screens, on demand

    return make_exercise(topic, random)
