"""`tui-backprop train`: the same run without a screen."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from tui_backprop.cli import report
from tui_backprop.cli.arguments import MOST_ITERATIONS, Parser, UsageError, add_run_options, recipe_from, whole
from tui_backprop.cli.console import noticing_signals, progress_bar, say
from tui_backprop.words import sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui_backprop.calculus.array import Array
    from tui_backprop.training.network.session import Session

WORTH_COMPILING = 800_000
"""Cycles times hidden units: about a second in plain Python, which is what Numba takes to get ready."""

_EPILOG = """\
The report goes to the standard output, everything else to the standard error.
Exit codes: 0 done or E reached, 1 the run left the finite numbers, 2 a wrong argument, 130 left by Ctrl-C.
"""


def parser() -> Parser:
    """What `tui-backprop train` takes."""
    parser = Parser("tui-backprop train", "Train, and report the loss and the parameters.", _EPILOG)
    add_run_options(parser)
    iterations = whole(1, MOST_ITERATIONS)
    add = parser.add_argument_group("the report").add_argument
    add("--iterations", type=iterations, default=100_000, metavar="N", help="train so many (default 100000)")
    add("--report-every", type=iterations, default=10_000, metavar="N", help="iterations to a report (default 10000)")
    add("--json", action="store_true", help="one object a line, the last one with theta1 and theta2")
    return parser


def run(arguments: Sequence[str]) -> int:
    """Train and report; the exit code. Raises UsageError for a wrong argument."""
    values = parser().read(arguments)
    recipe = recipe_from(values)
    from tui_backprop.training.network.session import Session

    session = Session(recipe)
    cycles = values.iterations * session.timeline.samples
    late = next((edit for edit in recipe.edits if edit.cycle > cycles), None)
    if late is not None:
        raise UsageError(f"the edit {late} comes after the run's last cycle, {cycles}; train more iterations")
    training = _Training(session, values.iterations, values.report_every, values.until_error)
    return _report(training, values.json)


def _report(training: _Training, as_json: bool) -> int:
    """Train to an end and print the reports as they come; the exit code."""
    line = report.json_line if as_json else report.line
    if not as_json:
        print(report.HEADER, flush=True)
    with noticing_signals() as signals, progress_bar(training.goal) as show:
        training.make_ready()
        while not (training.ended or signals):
            ready = training.advance()
            if ready:
                print("\n".join(line(iteration, error) for iteration, error in ready), flush=True)
            show(training.done)
    end = report.json_end if as_json else report.end
    print("\n".join(end(training.done, training.error(), *training.parameters())), flush=True)
    if training.sentence is not None:
        say(training.sentence)
    if signals and not training.ended:
        return 128 + signals[0]
    return 1 if training.diverged else 0


class _Training:
    """A run on its way to iteration `goal`, a few milliseconds at a time."""

    def __init__(self, session: Session, goal: int, every: int, until_error: float | None) -> None:
        self._session = session
        self._timeline = session.timeline
        self._samples = session.timeline.samples
        self.goal = goal
        self._every = every
        self._until_error = until_error
        self._reached = False
        self._due: list[tuple[int, float]] = []

    @property
    def done(self) -> int:
        """The iterations done, whole ones."""
        return self._timeline.furthest // self._samples

    @property
    def diverged(self) -> bool:
        return self._timeline.divergence is not None

    @property
    def ended(self) -> bool:
        return self.done == self.goal or self._reached or self.diverged

    @property
    def sentence(self) -> str | None:
        """What is to be said at the end besides the report."""
        from tui_backprop.explain.network.notices import notice_fact
        from tui_backprop.training.network.notice import TargetReached

        if self._reached:
            return sentence(notice_fact(TargetReached(self._until_error or 0, self.done)))
        if self.done == self.goal and self._until_error is not None:
            return f"ΣE did not come under {self._until_error:g} in {self.done:,} iterations"
        divergence = self._session.divergence
        return None if divergence is None else sentence(notice_fact(divergence))

    def make_ready(self) -> None:
        """Compile the kernel, where the run is long enough and Numba is there; the plain one gives the same bits."""
        if self.goal * self._samples * self._session.recipe.hidden > WORTH_COMPILING:
            with contextlib.suppress(ImportError):
                self._timeline.arithmetic.compile()

    def advance(self) -> list[tuple[int, float]]:
        """Train a stretch; the reports that are ready, iteration and E.

        Their errors are replayed from the furthest cycle, just before the timeline trains over them: no report starts
        from a checkpoint, however far apart these have come to stand. A report of the iteration done last waits: if the
        run ends there it is the last one, and that is printed once.
        """
        stop = min(self.goal, self.done + max(self._timeline.arithmetic.chunk // self._samples, 1))
        first, last = (self.done // self._every + 1) * self._every, stop // self._every * self._every
        if first > last:
            self._extend(stop)
        elif self._extend(first - 1):
            errors = self._timeline.errors(self._timeline.furthest, last * self._samples)
            self._extend(last)
            sums = _summed(errors, self._samples)[:: self._every]
            self._due += zip(range(first, last + 1, self._every), sums, strict=True)
        ready = [due for due in self._due if due[0] < self.done]
        self._due = [due for due in self._due if due[0] == self.done]
        return ready

    def _extend(self, iteration: int) -> bool:
        """Train to the end of this iteration; whether the run goes on from there."""
        self._reached = self._timeline.extend(iteration * self._samples, self._until_error)
        return not (self._reached or self.diverged)

    def error(self) -> float | None:
        """E of the iteration done last."""
        if not self.done:
            return None
        stop = self.done * self._samples
        return _summed(self._timeline.errors(stop - self._samples, stop), self._samples)[0]

    def parameters(self) -> tuple[Array, Array]:
        """θ1 and θ2 at the end of the iteration done last."""
        return self._session.recipe.split(self._timeline.state(self.done * self._samples))


def _summed(errors: Array, samples: int) -> list[float]:
    """E of each of the iterations that `errors` holds, the samples' errors one after the other."""
    from tui_backprop.training.network.loss_curve import summed

    return summed(errors.reshape(-1, samples)).tolist()
