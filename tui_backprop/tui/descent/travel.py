"""A screen around one descent: its time, and the keys that travel and change it."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from time import monotonic

from textual import work

from tui_backprop.calculus.descent.descent import DESCENT_PRESETS
from tui_backprop.calculus.descent.surface import SURFACES
from tui_backprop.calculus.expression import ExpressionError
from tui_backprop.explain.typeset import count
from tui_backprop.training.descent.recipe import FARTHEST, DescentRecipe, preset_recipe, surface_of
from tui_backprop.training.descent.run import DescentRun
from tui_backprop.training.descent.snapshot import DescentSnapshot
from tui_backprop.training.network.recipe import number as read_number
from tui_backprop.training.pace import RATES, Pace
from tui_backprop.tui.dialogs.ask import AskScreen
from tui_backprop.tui.dialogs.choose import ChooseScreen
from tui_backprop.tui.kit.panes_screen import PanesScreen
from tui_backprop.tui.network.run import read_rate

FRAME = 1 / 20
AT_ONCE = 0.03
PORTION = 200
STEPS_AT_FULL_SPEED = 5_000
PACE = Pace(RATES.index(10))


class DescentTravelScreen(PanesScreen):
    """Owns the run. What takes longer than `AT_ONCE` goes on frame by frame, and escape stops it."""

    def __init__(self, recipe: DescentRecipe | None = None) -> None:
        super().__init__()
        self.snapshot: DescentSnapshot | None = None
        self.running = False
        self.pace = PACE
        self._run = DescentRun(recipe)
        self._deriving = False
        self._due = 0.0
        self._seen = 0.0
        self._said: tuple[DescentRecipe, int] | None = None

    def on_mount(self) -> None:
        """Set the clock up, which only ticks while something is under way."""
        self._clock = self.set_interval(FRAME, self._tick, pause=True)

    def on_screen_resume(self) -> None:
        """Paint, now that there is a size to paint for."""
        self.call_after_refresh(self.paint)

    def on_resize(self) -> None:
        """Paint for the new size."""
        self.call_after_refresh(self.paint)

    def paint(self) -> None:
        """Show where the run is."""
        raise NotImplementedError

    @property
    def settled(self) -> bool:
        """Whether all that was asked of the run is done and painted."""
        resting = not self.running and not self._deriving and self._run.settled
        return resting and self.snapshot is not None and self.snapshot.goal is None

    # --- time

    def _tick(self) -> None:
        now = monotonic()
        if self.running:
            rate = self.pace.rate
            self._due += STEPS_AT_FULL_SPEED if rate == float("inf") else rate * (now - self._seen)
            steps, self._due = int(self._due), self._due % 1
            # Steps are not saved up while a journey is behind.
            if steps and self._run.settled:
                self._run.move(steps)
        self._seen = now
        self._go_on()

    def _go_on(self) -> None:
        """Walk for a moment, paint, and let the clock tick if that was not enough."""
        end = monotonic() + AT_ONCE
        while not self._run.walk(PORTION) and monotonic() < end:
            pass
        self._stop_at_an_end()
        if self._run.settled and not self.running:
            self._clock.pause()
        else:
            self._clock.resume()
        self.paint()

    def _stop_at_an_end(self) -> None:
        """Pause where no step can follow, and say why."""
        run = self._run
        if run.k < run.reached or not run.settled:
            return
        trouble, snapshot = run.trouble, run.snapshot()
        place = (run.recipe, run.k)
        if trouble and self._said != place:
            self._said = place
            self.notify(f"The run has stopped: {trouble}.", severity="warning")
        elif self.running and snapshot.at_rest:
            self.notify(f"x stays where it is from k = {count(run.k - 1)} on: the step is smaller than its last digit.")
        elif self.running and run.k == FARTHEST:
            self.notify(f"A descent ends at k = {count(FARTHEST)}.")
        else:
            self.running = self.running and not trouble
            return
        self.running = False

    def travel(self, k: int) -> None:
        """Go to point k."""
        self.running = False
        self._run.travel(k)
        self._go_on()

    def action_run(self) -> None:
        """Run, or pause."""
        self._run.halt()
        self.running = not self.running
        # The first step is due at once.
        self._seen, self._due, self._said = monotonic(), 1.0, None
        self._tick()

    def action_move(self, steps: int) -> None:
        """Go steps on or back."""
        self.running = False
        self._run.move(steps)
        self._go_on()

    def action_first(self) -> None:
        """Go to the start."""
        self.travel(1)

    def action_furthest(self) -> None:
        """Go to the furthest point reached."""
        self.travel(self._run.reached)

    def action_stop(self) -> None:
        """Stop a journey; otherwise leave what the screen has entered."""
        if self._run.settled:
            self.leave()
        else:
            self.running = False
            self._run.halt()
            self._go_on()

    def action_pace(self, faster: bool) -> None:
        """Run faster or slower."""
        self.pace = self.pace.faster() if faster else self.pace.slower()
        self.paint()

    @work
    async def action_go_to(self) -> None:
        """Ask for a point, and go there."""
        hint = f"its number k, from 1 to {count(FARTHEST)}"
        text = await self.app.push_screen_wait(AskScreen("Go to point", hint, read_place, str(self._run.k)))
        if text is not None:
            self.travel(read_place(text))

    # --- changes

    def _change(self, recipe: DescentRecipe, k: int | None = None) -> None:
        self._run.change(recipe, k)
        self._go_on()

    def set_start(self, start: tuple[float, float]) -> None:
        """Start elsewhere."""
        self.running = False
        self._change(replace(self._run.recipe, start=start, edits=()), 1)

    def action_rate(self, up: bool) -> None:
        """A higher or lower learning rate."""
        self._run.scale_alpha(up)
        self._go_on()

    @work
    async def action_type_rate(self) -> None:
        """Ask for a learning rate."""
        alpha = self._run.recipe.alpha_at(self._run.k)
        text = await self.app.push_screen_wait(
            AskScreen("Learning rate α", "a number over 0, such as 0.01", read_rate, repr(alpha))
        )
        if text is not None:
            self._run.set_alpha(read_rate(text))
            self._go_on()

    @work
    async def action_edit(self) -> None:
        """Ask for a start."""
        x1, x2 = self._run.recipe.start
        hint = "two numbers with a comma between, such as 1,1"
        text = await self.app.push_screen_wait(AskScreen("Start x⁽¹⁾", hint, read_start, f"{x1!r}, {x2!r}"))
        if text is not None:
            self.set_start(read_start(text))

    @work
    async def action_preset(self) -> None:
        """Ask for a preset."""
        presets = {preset.name: preset for preset in DESCENT_PRESETS}
        current = self._run.recipe.preset or DESCENT_PRESETS[0]
        name = await self.app.push_screen_wait(ChooseScreen("Preset", [*presets], current.name))
        if name is not None:
            self.running = False
            self._change(preset_recipe(presets[name]), 1)

    @work
    async def action_surface(self) -> None:
        """Ask for a surface; SymPy finds its derivatives in a thread, for its import takes a moment."""
        hint = f"an expression in x1 and x2, such as x1**2 + sin(x2), or a name: {', '.join(SURFACES)}"
        recipe = self._run.recipe
        text = await self.app.push_screen_wait(AskScreen("f(x₁, x₂)", hint, read_surface, recipe.surface.text))
        if text is None:
            return
        self._deriving = True
        try:
            name = read_surface(text)
            surface = surface_of(name)
            start, alpha = (surface.start, surface.alpha) if name in SURFACES else (recipe.start, recipe.alpha)
            await asyncio.to_thread(lambda: (surface.jacobian(start), surface.hessian(start)))
            self.running = False
            self._change(DescentRecipe(name, start, alpha), 1)
        finally:
            self._deriving = False

    def action_restart(self) -> None:
        """Start again."""
        self.running = False
        self._run.restart()
        self._go_on()
        self.notify("Restarted: u brings the run before it back.")

    def action_undo(self) -> None:
        """Undo a change."""
        self._report(self._run.undo(), "undo")

    def action_redo(self) -> None:
        """Redo a change."""
        self._report(self._run.redo(), "redo")

    def _report(self, done: bool, what: str) -> None:
        self.running = False
        if not done:
            self.notify(f"There is nothing to {what}.")
        self._go_on()

    def action_copy(self) -> None:
        """Copy the command line of this point."""
        command = self._run.command()
        self.app.copy_to_clipboard(command)
        self.notify(command, title="Copied", markup=False)


def read_place(text: str) -> int:
    """The number k of "1,000". Raises ValueError with one sentence."""
    digits = text.strip().lower().removeprefix("k").strip(" =").replace(",", "").replace("_", "")
    if not (digits.isascii() and digits.isdigit() and 1 <= int(digits[:9]) <= FARTHEST):
        raise ValueError(f"{text.strip()!r} is no place; type a number from 1 to {count(FARTHEST)}")
    return int(digits)


def read_start(text: str) -> tuple[float, float]:
    """The point of "1, 1". Raises ValueError with one sentence."""
    parts = text.strip().strip("()[]").split(",")
    if len(parts) != 2:
        raise ValueError(f"{text.strip()!r} is no point; type two numbers with a comma between, such as 1,1")
    x1, x2 = (read_number(part.strip(), f"x{index}") for index, part in enumerate(parts, start=1))
    return DescentRecipe(start=(x1, x2)).start


def read_surface(text: str) -> str:
    """The name or expression of a surface. Raises ValueError with one sentence that points at the character."""
    text = text.strip()
    try:
        surface_of(text)
    except ExpressionError as error:
        raise ValueError(f"at character {error.position + 1}: {error}") from None
    return text
