"""One cycle of a run, with its arrays as attributes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from tui_backprop.calculus.array import Array
from tui_backprop.calculus.network.quantities import QUANTITIES, Phase
from tui_backprop.explain.network.export import Format, export
from tui_backprop.explain.network.worked import work
from tui_backprop.notebook.html import cycle_html
from tui_backprop.training.network.snapshot import Snapshot
from tui_backprop.words import reason, sentence, words

PHASES = {phase.name.lower(): phase for phase in Phase if phase}


def phase_of(name: str) -> Phase:
    """The phase of a name: f1, f2, f3, f4, theta2_gradient, theta1_gradient or update. Raises ValueError."""
    if name not in PHASES:
        raise ValueError(words().explain.no_phase(text=name, phases=", ".join(PHASES)))
    return PHASES[name]


class Cycle:
    """A cycle up to one of its phases: the arrays by the article's names, float64 and read-only.

    For n inputs and h hidden units: `x1` (n, 1) (3.9), `tx1` (1, 1), the label; `x2` (h, 1) (3.17), `x3` (h + 1, 1) (3.21),
    `x4` (1, 1) (3.23), `x5` (1, 1), the error E (3.26); `jacobian_f1_x1` (h, n) (3.18), `jacobian_f1_theta1`
    (h, h(n + 1)) (3.19), `jacobian_f2_x2` (h + 1, h) (3.22), `jacobian_f3_x3` and `jacobian_f3_theta2` (1, h + 1) (3.24),
    (3.25), `jacobian_f4_x4` (1, 1) (3.27); the chain rule's products (2.4) `product_f3` (1, h + 1), `product_f2` (1, h),
    `theta2_gradient` (1, h + 1), `theta1_gradient_row` (1, h(n + 1)), `theta1_gradient` (h, n + 1); `theta1_change` and
    `theta2_change` (3.5). `theta1` (h, n + 1) and `theta2` (1, h + 1) are the parameters as the phase leaves them,
    `theta1_before` and `theta2_before` those that the cycle used. J[i, j] = ∂y_i/∂x_j, and θ counts as the row of its rows.

    What the phase has not computed raises AttributeError. `cycle` and `iteration` count from 1, 0 is before the first;
    `learning_rate` is the α of the cycle's update; `command` is the command line that leads here.
    """

    if TYPE_CHECKING:
        x1: Array
        tx1: Array
        x2: Array
        x3: Array
        x4: Array
        x5: Array
        theta1: Array
        theta2: Array
        theta1_before: Array
        theta2_before: Array
        jacobian_f1_x1: Array
        jacobian_f1_theta1: Array
        jacobian_f2_x2: Array
        jacobian_f3_x3: Array
        jacobian_f3_theta2: Array
        jacobian_f4_x4: Array
        product_f3: Array
        product_f2: Array
        theta2_gradient: Array
        theta1_gradient_row: Array
        theta1_gradient: Array
        theta1_change: Array
        theta2_change: Array

    def __init__(self, moment: Snapshot, whole: Snapshot) -> None:
        """Show `moment`; `whole` is the same cycle after its update."""
        self._moment, self._whole = moment, whole
        self.cycle, self.iteration = moment.cycle, moment.iteration
        self.phase = moment.phase.name.lower()
        self.learning_rate = moment.learning_rate_used
        self.command = moment.command

    def __getattr__(self, name: str) -> Array:
        moment: Snapshot = self.__dict__["_moment"] if "_moment" in self.__dict__ else _missing(name)
        found = moment.value(name) if name in moment.values else None
        if found is not None:
            return found
        if name in QUANTITIES:
            needed = QUANTITIES[name].phase.name.lower()
            raise AttributeError(words().explain.not_yet(name=name, phase=self.phase, needed=needed))
        if name.startswith("_"):
            raise AttributeError(name)
        raise AttributeError(words().explain.no_quantity(name=name, names=", ".join(QUANTITIES)))

    def __dir__(self) -> Iterable[str]:
        moment = self._moment
        return [*super().__dir__(), *(name for name in moment.values if moment.value(name) is not None)]

    def explain(self, *what: str, format: Format = "text") -> str:
        """The cycle worked out as far as its phase, or only the quantities named, as `tui-backprop explain` prints it.

        `format` is text, markdown, latex, numpy, torch or json. Raises ValueError, one sentence, for an unknown quantity
        or one that is computed later, and for cycle 0.
        """
        try:
            worked = work(self._whole, self._moment.phase, what)
        except ValueError as error:
            raise ValueError(reason(error)) from None
        return export(worked, format, sentence)

    def __repr__(self) -> str:
        return f"<Cycle {self.cycle} ({self.phase}) of {self.command}>"

    def _repr_html_(self) -> str:
        return cycle_html(self._moment)


def _missing(name: str) -> Snapshot:
    """An attribute is asked for before there is a moment, as `copy` does."""
    raise AttributeError(name)
