"""The keys of time: run, step, go somewhere."""

from __future__ import annotations

from typing import Any

from textual.screen import Screen

from tui_backprop.explain.typeset import count
from tui_backprop.training.network.engine import Engine
from tui_backprop.training.network.timeline import REPORT_EVERY
from tui_backprop.tui.network.run import Run
from tui_backprop.words import words

MOST_SEARCHED = 10_000_000
"""The iterations through which a search goes before it gives up."""


class Travel:
    """Moves the cursor of the run."""

    def __init__(self, screen: Screen[Any], run: Run) -> None:
        self._screen = screen
        self._do = run.do

    def run(self) -> None:
        """Run, or pause."""
        self._do(Engine.toggle_running)

    def cycles(self, cycles: int) -> None:
        """Go cycles on or back."""
        self._do(lambda engine: engine.move(cycles))

    def phase(self, forward: bool) -> None:
        """Go a phase on or back."""
        self._do(lambda engine: engine.step_phase(forward))

    def iterations(self, iterations: int) -> None:
        """Go iterations on or back."""
        self._do(lambda engine: engine.move(iterations * engine.session.timeline.samples))

    def reports(self, step: int) -> None:
        """Go on (1) or back (−1) to an iteration that is reported."""
        self._do(lambda engine: engine.move_to_multiple(step, REPORT_EVERY * engine.session.timeline.samples))

    def first(self) -> None:
        """Go to the start."""
        self._do(lambda engine: engine.travel(0))

    def furthest(self) -> None:
        """Go to the furthest trained cycle."""
        self._do(lambda engine: engine.travel(engine.session.furthest))

    def pace(self, faster: bool) -> None:
        """Run faster or slower."""
        self._do(lambda engine: engine.change_pace(faster))

    def cycle(self, cycle: int) -> None:
        """Go to the end of a cycle."""
        self._do(lambda engine: engine.travel(cycle))

    def iteration(self, iteration: int) -> None:
        """Go to the end of an iteration."""
        self._do(lambda engine: engine.travel(iteration * engine.session.timeline.samples))

    def sample(self, number: int) -> None:
        """Go to the cycle of a sample, from 1, in this iteration."""

        def go(engine: Engine) -> None:
            samples = engine.session.timeline.samples
            engine.travel(max(engine.session.cycle - 1, 0) // samples * samples + number)

        self._do(go)

    def halt(self) -> None:
        """Stop a journey."""
        self._do(Engine.halt)

    async def ask(self, samples: int) -> None:
        """Ask for an iteration or a cycle, and go there; an iteration has `samples` cycles."""
        from tui_backprop.tui.dialogs.ask import AskScreen
        from tui_backprop.tui.network.reading import read_moment

        said = words().network_screen
        text = await self._screen.app.push_screen_wait(
            AskScreen(
                said.go_to,
                said.go_to_hint(samples=samples, most=count(MOST_SEARCHED)),
                lambda text: read_moment(text, samples),
            )
        )
        if text is not None:
            moment = read_moment(text, samples)
            if isinstance(moment, int):
                self.cycle(moment)
            else:
                self._do(lambda engine: engine.search(moment, 0, MOST_SEARCHED * samples))
