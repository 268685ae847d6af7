"""A screen around one study of the chain rule: the thread that works it out, and the keys that change it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from textual import on, work
from textual.timer import Timer
from textual.worker import Worker, WorkerState

from tui_backprop.explain.typeset import short
from tui_backprop.tui.dialogs.ask import AskScreen
from tui_backprop.tui.dialogs.choose import ChooseScreen
from tui_backprop.tui.kit.panes_screen import PanesScreen

# What a study is made of loads SciPy's differentiation, and working it out loads SymPy: the thread loads both, and
# what is imported inside of the actions below is loaded by then.
if TYPE_CHECKING:
    from tui_backprop.training.chain.study import ChainSnapshot, ChainStudy

PATIENCE = 0.2
"""Seconds until the screen says that it works: a step of x is done before."""


class StudyScreen(PanesScreen):
    """What is wished for is a ChainStudy; a thread works it out, and the newest result is the `snapshot`."""

    def __init__(self) -> None:
        super().__init__()
        self.snapshot: ChainSnapshot | None = None
        self._study: ChainStudy | None = None
        self._job: Worker[ChainSnapshot] | None = None
        self._exploring: ChainStudy | None = None
        self._patience: Timer | None = None
        self._waiting = True
        self._past: list[ChainStudy] = []
        self._future: list[ChainStudy] = []

    def on_mount(self) -> None:
        """Begin with the article's example."""
        self._work_out(None)

    def paint(self, snapshot: ChainSnapshot) -> None:
        """Show a snapshot."""
        raise NotImplementedError

    def paint_top(self) -> None:
        """Show at the top whether the thread works."""
        raise NotImplementedError

    # --- the thread

    @property
    def settled(self) -> bool:
        """Whether all that was wished for is worked out and shown."""
        return self._job is None and self.snapshot is not None

    def _wish(self, study: ChainStudy) -> None:
        """Have a study worked out: at once if its functions are others, else when the one under way is done."""
        self._study = study
        if self._job is None or self._exploring is None or self._exploring.functions != study.functions:
            self._work_out(study)

    def _work_out(self, study: ChainStudy | None) -> None:
        self._exploring = study
        self._job = self._explore(study)
        if self._patience is None:
            self._patience = self.set_timer(PATIENCE, self._say_waiting)

    @work(thread=True, group="derivatives", exit_on_error=False)
    def _explore(self, study: ChainStudy | None) -> ChainSnapshot:
        from tui_backprop.training.chain.study import ChainStudy, explore

        return explore(study or ChainStudy.of_preset())

    def _say_waiting(self) -> None:
        self._waiting = True
        self.paint_top()

    @on(Worker.StateChanged)
    def _take(self, event: Worker.StateChanged) -> None:
        """Show what the newest job has found; one whose functions are no longer wished for is forgotten."""
        # The state that the event tells of, not the worker's own: that may be a later one already.
        if event.worker is not self._job or event.state in (WorkerState.PENDING, WorkerState.RUNNING):
            return
        self._job = None
        if event.state is WorkerState.SUCCESS:
            self.snapshot = cast("ChainSnapshot", event.worker.result)
            self._study = self._study or self.snapshot.study
        else:
            self._study = None if self.snapshot is None else self.snapshot.study
            self.notify(f"These derivatives cannot be worked out: {event.worker.error!r}", severity="error")
        if self._study is not None and self.snapshot is not None and self._study is not self.snapshot.study:
            self._work_out(self._study)
        else:
            self._rest()
        if self.snapshot is not None:
            self.paint(self.snapshot)

    def _rest(self) -> None:
        if self._patience is not None:
            self._patience.stop()
            self._patience = None
        self._waiting = False

    # --- the point

    def _step(self, change: Callable[[ChainStudy], ChainStudy]) -> None:
        if self._study is not None:
            self._wish(change(self._study))

    def action_move(self, steps: int) -> None:
        """Move the chosen coordinate."""
        self._step(lambda study: study.moved(steps))

    def action_coordinate(self, by: int) -> None:
        """Choose another coordinate."""
        self._step(lambda study: study.choosing(by))

    def action_step(self, by: int) -> None:
        """Move by longer or shorter steps."""
        self._step(lambda study: study.stepping(by))

    def action_home(self) -> None:
        """Go to the point where the functions began."""
        if self._study is not None and self._study.x != self._study.home:
            self._change(self._study.at(self._study.home))

    @work
    async def action_go_to(self) -> None:
        """Ask for a point."""
        from tui_backprop.training.chain.study import read_point

        if self._study is None:
            return
        size = len(self._study.x)
        hint = f"{size} number{'s, with commas between,' if size > 1 else ''} such as "
        hint += ", ".join(("1", "-0.5", "pi/4", "2")[:size])
        value = ", ".join(short(x) if float(short(x)) == x else repr(x) for x in self._study.x)
        question = AskScreen("Go to a point x", hint, pointing(lambda text: read_point(text, size)), value)
        text = await self.app.push_screen_wait(question)
        if text is not None:
            self._change(self._study.at(read_point(text, size)))

    # --- the functions

    def _change(self, study: ChainStudy) -> None:
        """A change that can be undone."""
        if self._study is not None:
            self._past.append(self._study)
            self._future.clear()
            self._wish(study)

    def action_undo(self) -> None:
        """Undo a change."""
        self._travel(self._past, self._future, "undo")

    def action_redo(self) -> None:
        """Redo a change."""
        self._travel(self._future, self._past, "redo")

    def _travel(self, there: list[ChainStudy], back: list[ChainStudy], what: str) -> None:
        if not there or self._study is None:
            self.notify(f"There is nothing to {what}.")
            return
        back.append(self._study)
        self._wish(there.pop())

    @work
    async def action_preset(self) -> None:
        """Ask for a preset."""
        from tui_backprop.training.chain.study import CHAIN_PRESETS, ChainStudy

        if self._study is None:
            return
        names = [preset.name for preset in CHAIN_PRESETS]
        name = await self.app.push_screen_wait(ChooseScreen("Functions", names, self._study.preset or names[0]))
        if name is not None:
            self._change(ChainStudy.of_preset(name))

    @work
    async def action_edit_f(self) -> None:
        """Ask for f, and for g too if it does not take what the new f gives."""
        from tui_backprop.calculus.chain.vector_function import vector_function
        from tui_backprop.calculus.expression import ExpressionError

        study = self._study
        if study is None:
            return
        hint = "1 to 4 expressions in x1 to x4, with commas between"
        f = await self.app.push_screen_wait(AskScreen("f: y1, y2, … =", hint, pointing(vector_function), study.f))
        if f is None:
            return
        try:
            self._change(study.with_functions(f, study.g))
        except ExpressionError as error:
            await self._ask_g(study, f, f"{error}. Write another g (esc keeps the f that was)")

    @work
    async def action_edit_g(self) -> None:
        """Ask for g."""
        if self._study is not None:
            size = f"y1 to y{self.snapshot.f.outputs}" if self.snapshot and self.snapshot.f.outputs > 1 else "y1"
            await self._ask_g(self._study, self._study.f, f"1 to 4 expressions in {size}, with commas between")

    async def _ask_g(self, study: ChainStudy, f: str, hint: str) -> None:
        check = pointing(lambda text: study.with_functions(f, text))
        g = await self.app.push_screen_wait(AskScreen("g: z1, z2, … =", hint, check, study.g))
        if g is not None:
            self._change(study.with_functions(f, g))

    def action_copy(self) -> None:
        """Copy the command line of this point."""
        if self._study is not None:
            self.app.copy_to_clipboard(self._study.command)
            self.notify(self._study.command, title="Copied", markup=False)


def pointing(check: Callable[[str], object]) -> Callable[[str], object]:
    """The check of an expression; its sentence says at which character the text goes wrong."""

    def pointed(text: str) -> object:
        from tui_backprop.calculus.expression import ExpressionError

        try:
            return check(text)
        except ExpressionError as error:
            raise ValueError(f"at character {error.position + 1}: {error}") from None

    return pointed
