"""A run from Python: the same bits as in the app and in `tui-backprop train`."""

from __future__ import annotations

import os
import shlex
from collections.abc import Generator, Iterable
from contextlib import contextmanager, suppress
from operator import index
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from tui_backprop.calculus.array import Array
from tui_backprop.calculus.network.own_data import OWN, OwnData
from tui_backprop.explain.network.export import Format
from tui_backprop.explain.network.notices import notice_fact
from tui_backprop.notebook.cycle import Cycle, phase_of
from tui_backprop.notebook.html import run_html
from tui_backprop.training.network.data_file import read_data
from tui_backprop.training.network.headless import WORTH_COMPILING
from tui_backprop.training.network.loss_curve import summed
from tui_backprop.training.network.recipe import LEARNING_RATE, WEIGHTS, Edit, Recipe
from tui_backprop.training.network.session import Session
from tui_backprop.words import reason, sentence, words

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

REPORT = 10_000
"""The iterations that `loss` trains where nothing has been trained: one report of the article's."""

PORTION = 4_096
"""Iterations of which the errors are replayed at a time."""


class Run:
    """A run of the network; the same arguments give the same bits everywhere. It trains when it is asked for something.

    `task` is xor, xnor, and, or, nand, nor, parity3 or parity4. `data` stands in its place: the name of a CSV file, or
    rows of 2 to 4 inputs and a label from 0 to 1, up to 64 of them. `hidden` counts the hidden units, 1 to 16;
    `weights` is the range of all first parameters, which np.random.RandomState(seed) draws (section 3.4). Rows without a
    file are called data.csv in the command line.

    Raises ValueError, one sentence that says what would be right, for a value out of range, and OSError for a file that
    cannot be read. Not safe for threads.

    >>> run = Run(seed=0, hidden=4, learning_rate=0.5)
    >>> cycle = run.at(iteration=1_000)
    >>> cycle.theta1_gradient.shape, cycle.x4.item() == run.at(cycle=4_000, phase="f3").x4.item()
    ((4, 3), True)
    >>> run.loss(3).shape, run.errors(3).shape
    ((3,), (3, 4))
    >>> print(run.explain("jacobian_f4_x4", cycle=1).splitlines()[-1].strip())
    ∂E/∂x⁽⁴⁾ = x⁽⁴⁾ − t = 0.779830111 − 0 = 0.779830111
    >>> run.edited(40, "learning_rate", 0.02).command
    'tui-backprop --task xor --hidden 4 --seed 0 --learning-rate 0.5 --edit 40:learning_rate=0.02'
    """

    def __init__(
        self,
        seed: int = 0,
        *,
        task: str | None = None,
        data: str | os.PathLike[str] | ArrayLike | None = None,
        hidden: int = 4,
        learning_rate: float = LEARNING_RATE,
        weights: tuple[float, float] = WEIGHTS,
    ) -> None:
        if data is not None and task not in (None, OWN):
            raise ValueError(words().explain.data_and_task(task=task))
        low, high = map(float, weights)
        with _said():
            own = _own(data)
            name = task or ("xor" if own is None else OWN)
            recipe = Recipe(name, index(hidden), index(seed), float(learning_rate), (), (low, high), own)
        self._session = Session(recipe)

    @property
    def recipe(self) -> Recipe:
        """Everything that the run depends on, its edits among it."""
        return self._session.recipe

    @property
    def samples(self) -> int:
        """The number of samples, which are the cycles of an iteration."""
        return self._session.timeline.samples

    @property
    def iterations(self) -> int:
        """The number of whole iterations trained so far."""
        return self._session.furthest // self.samples

    @property
    def command(self) -> str:
        """The command line that opens the run in the app."""
        return shlex.join(("tui-backprop", *self.recipe.options()))

    def at(self, *, iteration: int | None = None, cycle: int | None = None, phase: str = "update") -> Cycle:
        """The last cycle of an iteration, or a cycle, up to one of its phases; 0 is before the first cycle.

        `phase` is f1, f2, f3, f4, theta2_gradient, theta1_gradient or update. Raises ValueError unless just one of
        iteration and cycle is given, for an unknown phase, and where the run leaves the finite numbers before.
        """
        if (iteration is None) == (cycle is None):
            raise ValueError(words().explain.no_moment())
        goal = index(iteration) * self.samples if iteration is not None else index(cycle or 0)
        wanted = phase_of(phase)
        self._train(goal)
        whole = self._session.snapshot()
        self._session.stand_in(wanted)
        return Cycle(self._session.snapshot(), whole)

    def loss(self, iterations: int | None = None) -> Array:
        """ΣE, the sum of E over the samples, of each of the iterations 1, 2, …; shape (iterations,).

        Each E is of its sample before the sample's own update, as the article reports it (3.26). Without a number, of
        all iterations trained so far, or of 10,000 where none is. Raises ValueError as `at` does.
        """
        return summed(self.errors(iterations))

    def errors(self, iterations: int | None = None) -> Array:
        """E of each sample in the iterations that `loss` adds it up for; shape (iterations, samples)."""
        count = index(iterations) if iterations is not None else self.iterations or REPORT
        self._train(count * self.samples)
        rows = np.empty((count, self.samples))
        for first in range(0, count, PORTION):
            last = min(first + PORTION, count)
            found = self._session.timeline.errors(first * self.samples, last * self.samples)
            rows[first:last] = found.reshape(-1, self.samples)
        return rows

    def explain(
        self,
        *what: str,
        iteration: int | None = None,
        cycle: int | None = None,
        phase: str = "update",
        format: Format = "text",
    ) -> str:
        """A cycle worked out, or only the quantities named, as `tui-backprop explain` prints it.

        `format` is text, markdown, latex, numpy, torch or json. Raises ValueError as `at` does, and for a quantity that
        there is not or that is computed after the phase.
        """
        return self.at(iteration=iteration, cycle=cycle, phase=phase).explain(*what, format=format)

    def edited(self, cycle: int, name: str, value: float | str) -> Run:
        """Another run, the same up to `cycle`, after which `name` becomes `value`; later edits are left out.

        `name` is learning_rate, task, or an entry such as "theta1[2,0]", indices from 0 (3.14). This run stays as it is.
        Raises ValueError for a name that there is not, or a value out of range.
        """
        with _said():
            edit = Edit(index(cycle), name, value if name == "task" else float(value))
            recipe = self.recipe.edited(edit)
        run = object.__new__(type(self))
        run._session = Session(recipe)
        if edit.cycle <= self._session.furthest:
            timeline = self._session.timeline.branch(edit)
            run._session = Session.resumed(timeline, 0, self._session.phase.START)
        return run

    def _train(self, goal: int) -> None:
        if goal < 0:
            raise ValueError(words().explain.before_the_start(cycle=goal))
        session = self._session
        timeline = session.timeline
        if (goal - timeline.furthest) * self.recipe.hidden > WORTH_COMPILING and not timeline.arithmetic.compiled:
            with suppress(ImportError):
                timeline.arithmetic.compile()
        session.go_to(goal)
        if session.cycle < goal and session.divergence is not None:
            raise ValueError(sentence(notice_fact(session.divergence)))

    def __repr__(self) -> str:
        return f"<Run {self.command}>"

    def _repr_html_(self) -> str:
        return run_html(self.command, self._session.timeline.curve)


def _own(data: str | os.PathLike[str] | ArrayLike | None) -> OwnData | None:
    """The table of a file, or of rows, which are called data.csv."""
    if data is None:
        return None
    if isinstance(data, (str, os.PathLike)):
        return read_data(Path(os.fspath(data)))
    # Of a data frame the rows, which is not what one gets by going through it.
    rows: Any = np.asarray(data, dtype=np.float64).tolist() if hasattr(data, "__array__") else data
    return OwnData(
        "data.csv", tuple(tuple(map(float, row)) if isinstance(row, Iterable) else (float(row),) for row in rows)
    )


@contextmanager
def _said() -> Generator[None]:
    """Give a ValueError the sentence of what was refused."""
    try:
        yield
    except ValueError as error:
        raise ValueError(reason(error)) from None
