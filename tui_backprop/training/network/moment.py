"""One cycle explained: the NeuralNet fed with the parameters that the kernel found before it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import numpy as np

from tui_backprop.calculus.array import Array, product
from tui_backprop.calculus.network.kernel import output
from tui_backprop.calculus.network.layers import f4
from tui_backprop.calculus.network.neural_net import NeuralNet
from tui_backprop.calculus.network.quantities import QUANTITIES, Phase
from tui_backprop.training.network.notice import Diverged
from tui_backprop.training.network.snapshot import SampleTable
from tui_backprop.training.network.timeline import Divergence, Timeline

SATURATED = 0.02
"""A sigmoid whose slope s(1 − s) is under this hardly learns; at its steepest the slope is 0.25."""


class Moment:
    """Everything about cycle `cycle` of a timeline, computed once; cycle 0 has parameters only."""

    def __init__(self, timeline: Timeline, cycle: int) -> None:
        self._timeline = timeline
        self._cycle = cycle
        recipe = timeline.recipe
        self._after = recipe.split(timeline.state(cycle))
        self._before = recipe.split(timeline.state(cycle - 1)) if cycle else self._after
        self._values = explain(timeline, cycle, *self._before)
        self._tables: dict[bool, SampleTable] = {}

    def is_at(self, timeline: Timeline, cycle: int) -> bool:
        """Whether it explains this cycle of this timeline."""
        return timeline is self._timeline and cycle == self._cycle

    def values_at(self, phase: Phase) -> Mapping[str, Array]:
        """The arrays by name; `theta1` and `theta2` as they are at this phase, with those before the update beside."""
        theta1, theta2 = self._after if phase.is_whole else self._before
        values = dict(self._values, theta1=theta1, theta2=theta2, theta1_before=self._before[0])
        values["theta2_before"] = self._before[1]
        for array in values.values():
            array.setflags(write=False)
        return MappingProxyType(values)

    def table_at(self, phase: Phase) -> SampleTable:
        """All the samples under the parameters of this phase."""
        if phase.is_whole not in self._tables:
            table = self._timeline.recipe.table_after(max(self._cycle - 1, 0))
            theta1, theta2 = self._after if phase.is_whole else self._before
            parameters = [*theta1.ravel().tolist(), *theta2.ravel().tolist()]
            x4 = np.array([output(parameters, x1, len(theta1)) for x1 in table.x1.tolist()])
            self._tables[phase.is_whole] = SampleTable(table.x1, table.t, x4, f4(x4, table.t))
        return self._tables[phase.is_whole]

    @property
    def saturated(self) -> tuple[int, ...]:
        """The entries of x3, from 1, whose slope s(1 − s) is under 0.02: hidden units that hardly learn."""
        return saturated_units(self._values["x3"]) if self._cycle else ()


def saturated_units(x3: Array) -> tuple[int, ...]:
    """The hidden units, from 1, that are saturated; `x3` has shape (hidden + 1, 1), the constant 1 first."""
    outputs = x3[1:, 0]
    return tuple(int(unit) + 1 for unit in np.flatnonzero(outputs * (1 - outputs) < SATURATED))


def explain(timeline: Timeline, cycle: int, theta1: Array, theta2: Array) -> dict[str, Array]:
    """Every array of QUANTITIES for `cycle`, trained from θ1 and θ2; parameters aside, zeros for cycle 0."""
    recipe = timeline.recipe
    if not cycle:
        return {code: np.zeros(entry.shape(recipe.inputs, recipe.hidden)) for code, entry in QUANTITIES.items()}
    table = recipe.table_after(cycle - 1)
    k = table.sample_of(cycle)
    net = NeuralNet(recipe.inputs, recipe.hidden)
    net.set_parameter(theta1, theta2)
    learning_rate = recipe.learning_rate_after(cycle - 1)
    with np.errstate(all="ignore"):
        net.feed_forward(table.x1[k][:, None], table.t[k].reshape(1, 1))
        theta1_gradient, theta2_gradient = net.back_propagate()
        product_f3 = product(net.jacobian_f4_x4, net.jacobian_f3_x3)
        values = {code: getattr(net, code) for code in QUANTITIES if hasattr(net, code)}
        values |= {
            "product_f3": product_f3,
            "product_f2": product(product_f3, net.jacobian_f2_x2),
            "theta2_gradient": theta2_gradient,
            "theta1_gradient": theta1_gradient,
            "theta1_gradient_row": theta1_gradient.reshape(1, -1).copy(),
            "theta1_change": -learning_rate * theta1_gradient,
            "theta2_change": -learning_rate * theta2_gradient,
        }
    return values


def divergence_notice(timeline: Timeline, divergence: Divergence) -> Diverged:
    """Where a run leaves the finite numbers: the first entry, in the order of computation, that is not finite."""
    recipe = timeline.recipe
    values = explain(timeline, divergence.cycle, *recipe.split(timeline.state(divergence.cycle - 1)))
    for code in sorted(values, key=lambda code: QUANTITIES[code].phase):
        wrong = np.argwhere(~np.isfinite(values[code]))
        if len(wrong):
            return Diverged(divergence.cycle, code, int(wrong[0][0]), int(wrong[0][1]), recipe.inputs)
    size = recipe.hidden * (recipe.inputs + 1)
    code, index = ("theta1", divergence.index) if divergence.index < size else ("theta2", divergence.index - size)
    row, column = divmod(index, recipe.inputs + 1 if code == "theta1" else recipe.hidden + 1)
    return Diverged(divergence.cycle, code, row, column, recipe.inputs)
