"""A screen around one run: the engine in its thread, and the keys that travel and change the run."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from textual import on, work
from textual.worker import Worker, WorkerState, get_current_worker

from tui_backprop.calculus.fact import InputError
from tui_backprop.calculus.network import kernel
from tui_backprop.calculus.network.truth_table import TASKS
from tui_backprop.explain.network.notices import notice_fact
from tui_backprop.explain.typeset import count
from tui_backprop.training.learning_rate import check_learning_rate
from tui_backprop.training.network.engine import Command, Engine
from tui_backprop.training.network.notice import Diverged, Notice
from tui_backprop.training.network.recipe import number as read_number
from tui_backprop.training.network.session import Session
from tui_backprop.training.network.snapshot import Snapshot
from tui_backprop.training.pace import RATES, Pace
from tui_backprop.training.saving.keeper import Keeper
from tui_backprop.tui.dialogs.ask import AskScreen
from tui_backprop.tui.dialogs.choose import ChooseScreen
from tui_backprop.tui.dialogs.gate import opens_dialog
from tui_backprop.tui.kit.panes_screen import PanesScreen
from tui_backprop.tui.network.messages import Noted, Said, SnapshotReady
from tui_backprop.tui.network.saving import Saving
from tui_backprop.words import reason, sentence

FARTHEST = 10**12
PATIENCE = 20.0
"""Seconds that a slow disk has to take the run at the end."""


class RunScreen(PanesScreen):
    """Asks the engine, in a thread, by commands; the engine answers by messages, the newest snapshot in `snapshot`."""

    def __init__(
        self,
        session: Session,
        go_to: int = 0,
        compile: bool = True,
        keeper: Keeper | None = None,
        file: Path | None = None,
    ) -> None:
        super().__init__()
        self.snapshot: Snapshot | None = None
        self._keeper = keeper
        if keeper is not None:
            keeper.fail = self._not_kept
        self._engine = Engine(session, self._publish, self._say, keeper=keeper)
        self._saving = Saving(self, file)
        self._go_to = go_to
        self._compile = compile
        self._compiling: tuple[int, int] | None = None
        self._started = False

    def begin_at(self, rate: float) -> None:
        """Run at this many cycles a second, one of RATES, before the engine has started."""
        self._engine.pace = Pace(RATES.index(rate))

    def on_mount(self) -> None:
        """Start the engine, once: Textual calls this beside the on_mount of a subclass, which may call it too."""
        if self._started:
            return
        self._started = True
        self._run_engine()
        if self._go_to:
            self._do(lambda engine: engine.travel(self._go_to))

    def engine_does(self, command: Command) -> None:
        """Have the engine's thread do something."""
        self._do(command)

    def say(self, sentence: str) -> None:
        """Show a notice; from any thread."""
        self.post_message(Noted(sentence))

    @on(Noted)
    def _show_note(self, event: Noted) -> None:
        self.notify(event.sentence, markup=False)

    @property
    def screen_in_sight(self) -> str:
        """The name of the main screen that a saved run comes back to."""
        return self._keeper.screen if self._keeper is not None else "network"

    @property
    def command(self) -> str:
        """The command line that makes the run anew; empty before the first snapshot."""
        return self.snapshot.command if self.snapshot is not None else ""

    def wait_for_the_engine(self) -> None:
        """Wait until the engine's thread has ended and the run is kept, where it has begun."""
        if self._started:
            self._engine.ended.wait(PATIENCE)

    def _not_kept(self, path: Path, error: OSError) -> None:
        why = error.strerror or str(error)
        self.post_message(Said(InputError("saving", "not_kept", path=str(path), why=why)))

    @opens_dialog
    async def action_save(self) -> None:
        """Save the run in a file to hand on."""
        await self._saving.ask()

    def on_unmount(self) -> None:
        """End the engine, and with it its thread."""
        self._engine.close()

    def on_resize(self) -> None:
        """Show the snapshot again where there is another room for it, and on the panes that come into sight."""
        self.call_after_refresh(self._paint_again)

    def _paint_again(self) -> None:
        if self.snapshot is not None:
            self.paint(self.snapshot)

    def paint(self, snapshot: Snapshot) -> None:
        """Show a snapshot."""
        raise NotImplementedError

    # --- the engine's thread

    @work(thread=True, group="engine", exit_on_error=False)
    def _run_engine(self) -> None:
        worker = get_current_worker()
        self._engine.loop(lambda: worker.is_cancelled)

    @work(thread=True, group="compiler", exit_on_error=False)
    def _compile_kernel(self, inputs: int, hidden: int) -> None:
        for module in ("scipy.linalg", "scipy.special"):
            import_module(module)  # that the first cycle need not wait for them
        kernel.compiled(inputs, hidden)
        self._do(lambda engine: engine.session.timeline.arithmetic.compile())

    def _publish(self, snapshot: Snapshot) -> None:
        self.post_message(SnapshotReady(snapshot))

    def _say(self, what: Notice | Exception) -> None:
        self.post_message(Said(what))

    def _do(self, command: Command) -> None:
        self._engine.submit(command)

    @property
    def settled(self) -> bool:
        """Whether all that was asked of the engine is done and published."""
        return self._engine.idle and self.snapshot is not None

    @on(Worker.StateChanged)
    def _worker_ended(self, event: Worker.StateChanged) -> None:
        if event.state is not WorkerState.ERROR:
            return
        if event.worker.group == "compiler":
            self.notify(f"Training runs uncompiled, about 20 times slower: {event.worker.error}", severity="warning")
        else:
            self.notify(f"The run has stopped by an error of this program: {event.worker.error!r}", severity="error")

    @on(SnapshotReady)
    def _take(self, event: SnapshotReady) -> None:
        self.snapshot = snapshot = event.snapshot
        self.paint(snapshot)
        sizes = (snapshot.inputs, snapshot.hidden)
        if self._compile and not snapshot.compiled and self._compiling != sizes:
            self._compiling = sizes
            self.call_after_refresh(self._compile_kernel, *sizes)

    @on(Said)
    def _notify(self, event: Said) -> None:
        if isinstance(event.what, Exception):
            self.notify(reason(event.what), severity="warning")
        else:
            severity = "warning" if isinstance(event.what, Diverged) else "information"
            self.notify(sentence(notice_fact(event.what)), severity=severity)

    # --- time

    def action_run(self) -> None:
        """Run, or pause."""
        self._do(Engine.toggle_running)

    def action_move(self, cycles: int) -> None:
        """Go cycles on or back."""
        self._do(lambda engine: engine.move(cycles))

    def action_phase(self, forward: bool) -> None:
        """Go a phase on or back."""
        self._do(lambda engine: engine.step_phase(forward))

    def action_iterate(self, iterations: int) -> None:
        """Go iterations on or back."""
        self._do(lambda engine: engine.move(iterations * engine.session.timeline.samples))

    def action_first(self) -> None:
        """Go to the start."""
        self._do(lambda engine: engine.travel(0))

    def action_furthest(self) -> None:
        """Go to the furthest trained cycle."""
        self._do(lambda engine: engine.travel(engine.session.furthest))

    def action_stop(self) -> None:
        """Stop a journey; otherwise leave what the screen has entered."""
        if self.snapshot is not None and self.snapshot.progress is not None:
            self._do(Engine.halt)
        else:
            self.leave()

    def action_pace(self, faster: bool) -> None:
        """Run faster or slower."""
        self._do(lambda engine: engine.change_pace(faster))

    @opens_dialog
    async def action_go_to(self) -> None:
        """Ask for a cycle or an iteration, and go there."""
        if self.snapshot is None:
            return
        samples = self.snapshot.samples
        text = await self.app.push_screen_wait(
            AskScreen(
                "Go to cycle",
                f"a cycle such as 49379, or an iteration such as i 12345 ({samples} cycles each)",
                lambda text: read_place(text, samples),
            )
        )
        if text is not None:
            cycle = read_place(text, samples)
            self._do(lambda engine: engine.travel(cycle))

    # --- changes

    def action_rate(self, up: bool) -> None:
        """A higher or lower learning rate."""
        self._do(lambda engine: engine.session.change_learning_rate(up))

    async def ask_learning_rate(self) -> None:
        """Ask for a learning rate, from a worker, and use it from the next cycle on."""
        if self.snapshot is None:
            return
        text = await self.app.push_screen_wait(
            AskScreen("Learning rate α", "a number over 0, such as 0.02", read_rate, repr(self.snapshot.learning_rate))
        )
        if text is not None:
            rate = read_rate(text)
            self._do(lambda engine: engine.session.set_learning_rate(rate))

    @opens_dialog
    async def action_task(self) -> None:
        """Ask for a task."""
        if self.snapshot is None:
            return
        task = await self.app.push_screen_wait(ChooseScreen("Task", TASKS, self.snapshot.task))
        if task is not None:
            self._do(lambda engine: engine.session.set_task(task))

    def action_restart(self, new: bool) -> None:
        """Start again."""

        def restart(engine: Engine) -> None:
            engine.halt()
            engine.session.restart_new() if new else engine.session.restart_same()

        self._do(restart)
        self.notify("Restarted: u brings the run before it back.")

    def action_undo(self) -> None:
        """Undo an edit."""
        self._do(lambda engine: engine.undo())

    def action_redo(self) -> None:
        """Redo an edit."""
        self._do(lambda engine: engine.redo())

    def action_copy(self) -> None:
        """Copy the command line of this state."""
        if self.snapshot is not None:
            self.app.copy_to_clipboard(self.snapshot.command)
            self.notify(self.snapshot.command, title="Copied")


def read_rate(text: str) -> float:
    """The learning rate that a text writes. Raises ValueError."""
    return check_learning_rate(read_number(text.strip(), "learning_rate"))


def read_place(text: str, samples: int) -> int:
    """The cycle of "49,379", or of "i 12345", an iteration. Raises ValueError with one sentence."""
    digits = text.strip().lower().replace(",", "").replace("_", "").replace(" ", "")
    iteration = digits.startswith("i")
    digits = digits.removeprefix("iteration").removeprefix("i").removeprefix("cycle")
    if not (digits.isascii() and digits.isdigit()):
        raise ValueError(f"{text.strip()!r} is no place; type a cycle such as 49379, or an iteration such as i 12345")
    cycle = int(digits[:30]) * (samples if iteration else 1)
    if cycle > FARTHEST:
        raise ValueError(f"that is too far; go up to cycle {count(FARTHEST)}")
    return cycle
