"""What may be shown about one moment of a run: frozen values, copied from the session."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from tui_backprop.calculus.array import Array
from tui_backprop.calculus.network.quantities import QUANTITIES, Phase
from tui_backprop.training.network.loss_curve import Curve, Report
from tui_backprop.training.network.mark import Mark
from tui_backprop.training.network.recipe import Recipe
from tui_backprop.training.pace import Pace

if TYPE_CHECKING:
    from tui_backprop.training.network.comparison import Comparison, Marked
    from tui_backprop.training.network.notice import Stop


@dataclass(frozen=True, eq=False)
class KeptCurve:
    """The curve of a kept run, by its label from 1, with the recipe that tells it from the others."""

    label: int
    curve: Curve
    recipe: Recipe


@dataclass(frozen=True, eq=False)
class Chart:
    """The loss chart: ΣE, the sum of E over the samples of an iteration, with what is marked on it.

    `samples` holds the error curves of the single samples, `ghost` the future that an edit dropped, `edits` the iterations
    of the edits, `marks` the names that were given to moments, by the last whole iteration there, `kept` the curves of kept
    runs, `window` the first and last iteration shown. `cursor` is the last whole iteration up to here, for the
    one under way has no ΣE yet, and `cursor_error` its ΣE. `log` says that ΣE is to be logarithmic, `spread` that the
    iterations are.
    """

    curve: Curve
    window: tuple[int, int]
    cursor: int
    cursor_error: float | None
    whole: bool = True
    log: bool = False
    spread: bool = False
    samples: tuple[Curve, ...] = ()
    ghost: Curve | None = None
    edits: tuple[int, ...] = ()
    marks: tuple[tuple[int, str], ...] = ()
    kept: tuple[KeptCurve, ...] = ()


@dataclass(frozen=True, eq=False)
class SampleTable:
    """Every sample under the parameters shown: x1 (samples, inputs); t, x4 and error (samples,)."""

    x1: Array
    t: Array
    x4: Array
    error: Array

    @property
    def sides(self) -> int:
        """How many samples have a label with a side of ½, on which their output can lie or not."""
        return int((self.t != 0.5).sum())

    @property
    def right(self) -> int:
        """How many outputs lie on their label's side of ½."""
        return int(((self.x4 - 0.5) * (self.t - 0.5) > 0).sum())


class Progress(NamedTuple):
    """A way under way: from cycle `start` through `cycle` to `goal`, where a search gives up; that may lie before it."""

    start: int
    cycle: int
    goal: int
    searching: bool = False


@dataclass(frozen=True, eq=False)
class Snapshot:
    """One moment of a run: where it is, the arrays of that cycle, and what the run looks like from there.

    `cycle` counts the samples trained on, from 1; 0 is before the first. `phase` is how far that cycle has got. `values`
    holds an array, read-only, for each name in QUANTITIES and for `theta1_before` and `theta2_before`; ask
    `value`, which knows what has not been computed yet. `error` is E of this sample, `iteration_error` the sum over the
    last whole iteration up to here. `learning_rate` is in force from here on, `learning_rate_used` was it for this cycle's
    update.
    `data` is the file name of a table of one's own that the run can be trained on, the task "data".
    `edited` says that the run was changed after this cycle's update, which its other numbers do not know of.
    `saturated` names the hidden units, from 1, whose slope s(1 − s) is under 0.02.
    `first_right` is the first iteration in which every sample was right when its turn came, None where none is known.
    `earlier` are the arrays of the step before, as far as that had computed them, None where nothing is to be compared with
    it: at the beginning, and while the run goes on.
    `stopped` is what ended the last run by itself, as long as the cursor is where it did.
    `kept` are the labels of the kept runs. `marked`, the marks with their errors, and `comparison` are there only while
    somebody looks at them.
    """

    task: str
    inputs: int
    hidden: int
    seed: int
    learning_rate: float
    learning_rate_used: float
    cycle: int
    phase: Phase
    samples: int
    furthest: int
    values: Mapping[str, Array]
    table: SampleTable
    iteration_error: float | None
    chart: Chart
    reports: tuple[Report, ...] = ()
    first_right: int | None = None
    running: bool = False
    pace: Pace = field(default_factory=Pace)
    cycles_per_second: float = 0.0
    compiled: bool = False
    progress: Progress | None = None
    until_error: float | None = None
    command: str = ""
    saturated: tuple[int, ...] = ()
    edited: bool = False
    stopped: Stop | None = None
    data: str = ""
    recipe: Recipe | None = None
    marks: tuple[Mark, ...] = ()
    kept: tuple[int, ...] = ()
    marked: tuple[Marked, ...] = ()
    comparison: Comparison | None = None
    earlier: Mapping[str, Array] | None = None

    @property
    def iteration(self) -> int:
        """The iteration that this cycle belongs to, from 1; 0 before the first."""
        return -(-self.cycle // self.samples)

    @property
    def sample(self) -> int:
        """The number of the sample in the table, from 1; 0 before the first cycle."""
        return (self.cycle - 1) % self.samples + 1 if self.cycle else 0

    def value(self, code: str) -> Array | None:
        """The array under this name, or None where this cycle has not computed it yet."""
        return self.values[code] if self._has_computed(code) else None

    @property
    def computed(self) -> Mapping[str, Array]:
        """The arrays that this cycle has computed, by their names."""
        return {code: array for code, array in self.values.items() if self._has_computed(code)}

    def _has_computed(self, code: str) -> bool:
        quantity = QUANTITIES.get(code)
        return quantity is None or quantity.phase <= self.phase

    @property
    def error(self) -> float | None:
        """E of this sample, None before phase f4."""
        x5 = self.value("x5")
        return None if x5 is None else float(x5[0, 0])
