"""The check of one cycle: every entry of its Jacobians and gradients against numerical differentiation.

The derivatives are five-point central differences of the forward functions f1..f4 and know nothing of the Jacobians'
formulas. Why these: the complex step needs a complex sigmoid, which SciPy's expit is not; scipy.differentiate.jacobian
takes 20 ms for a cycle of the 2-4-1 network and 50 ms for 4-16-1, too long to stay on while stepping; plain central
differences lose two more digits to rounding.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from tui_backprop.calculus.array import Array
from tui_backprop.calculus.network.layers import f1, f2, f3, f4

TOLERANCE = 1e-7
"""The differences are good to about 1e-12 and, with parameters of a thousand, to 9e-8. A wrong formula is off by far
more: it shows in the four decimals of the screen."""

STEP = 2.0**-9
"""The step h where a function bends over a length of 1: h⁴ leaves an error of 1e-12 and rounding 1e-13."""

GRADIENTS = ("theta2_gradient", "theta1_gradient")

Cell = tuple[str, int, int]
Wrong = tuple[str, int, int, float, float]


@dataclass(frozen=True)
class CheckResult:
    """What a check found; an error is |given − numerical| / max(1, |numerical|), infinite where either is not finite.

    `entries` counts the entries of the Jacobians, `gradients` those of the gradients. `worst` is the largest error, at
    the cell `worst_cell` (code, row, column); `by_code` has the largest error of each array. `wrong` has each entry
    over the tolerance, the worst first: code, row, column, the given value, the numerical one.
    """

    entries: int
    gradients: int
    worst: float
    worst_cell: Cell
    wrong: tuple[Wrong, ...]
    by_code: Mapping[str, float]

    @property
    def passed(self) -> bool:
        """Whether every entry is right."""
        return not self.wrong

    @property
    def right(self) -> tuple[int, int]:
        """How many entries of the gradients are right, and how many of the Jacobians."""
        bad_gradients = sum(code in GRADIENTS for code, *_ in self.wrong)
        return self.gradients - bad_gradients, self.entries - len(self.wrong) + bad_gradients


def check_cycle(values: Mapping[str, Array]) -> CheckResult:
    """Check the arrays of a cycle, by their codes, with `theta1_before` and `theta2_before`.

    Only these parameters, the sample and the label are taken on trust: the points at which the functions are
    differentiated are computed afresh. Parameters up to about a thousand can be checked to the tolerance.
    """
    errors: dict[str, Array] = {}
    wrong: list[tuple[float, Wrong]] = []
    with np.errstate(all="ignore"):
        for code, numerical in _numerical(*(values[name] for name in ("theta1_before", "theta2_before", "x1", "tx1"))):
            given = values[code]
            numerical = numerical.reshape(given.shape)
            error = np.abs(given - numerical) / np.maximum(1, np.abs(numerical))
            errors[code] = error = np.where(np.isfinite(error), error, math.inf)
            for row, column in np.argwhere(error > TOLERANCE).tolist():
                entry = (code, row, column, float(given[row, column]), float(numerical[row, column]))
                wrong.append((float(error[row, column]), entry))
    by_code = {code: float(error.max()) for code, error in errors.items()}
    code = max(by_code, key=lambda name: by_code[name])
    row, column = divmod(int(errors[code].argmax()), errors[code].shape[1])
    gradients = sum(errors[name].size for name in GRADIENTS)
    entries = sum(error.size for error in errors.values()) - gradients
    wrong.sort(key=lambda item: -item[0])
    return CheckResult(entries, gradients, by_code[code], (code, row, column), tuple(e for _, e in wrong), by_code)


def _numerical(theta1: Array, theta2: Array, x1: Array, t: Array) -> Iterator[tuple[str, Array]]:
    """Every Jacobian and gradient of the cycle by its name, from the forward functions alone."""
    x2 = f1(theta1, x1)
    x3 = f2(x2)
    x4 = f3(theta2, x3)
    # What goes through a weight w before it goes through a sigmoid bends over a length of 1/w.
    bend = 1 / max(1.0, float(np.abs(theta2).max()))
    # f1 is linear in θ1, so that no step is too long for it; a short one would drown in the rounding of a large θ1.
    stretch = max(1.0, float(np.abs(theta1).max()))
    yield "jacobian_f1_x1", _differences(lambda z: f1(theta1, z), x1)
    yield "jacobian_f1_theta1", _differences(lambda z: f1(z, x1), theta1, stretch)
    yield "jacobian_f2_x2", _differences(f2, x2)
    yield "jacobian_f3_x3", _differences(lambda z: f3(theta2, z), x3, bend)
    yield "jacobian_f3_theta2", _differences(lambda z: f3(z, x3), theta2)
    yield "jacobian_f4_x4", _differences(lambda z: f4(z, t), x4)
    yield "theta2_gradient", _differences(lambda z: f4(f3(z, x3), t), theta2)
    yield "theta1_gradient", _differences(lambda z: f4(f3(theta2, f2(f1(z, x1))), t), theta1, bend)


def _differences(f: Callable[[Array], Array], z: Array, length: float = 1.0) -> Array:
    """J[i, j] = ∂y_i/∂z_j of y = f(z), both flattened row by row, with the step STEP · length.

    (f(−2h) − 8f(−h) + 8f(h) − f(2h)) / 12h, which a polynomial of degree four satisfies exactly.
    """
    step = STEP * length
    columns: list[Array] = []
    for j in range(z.size):
        far_left, left, right, far_right = (f(_moved(z, j, k * step)) for k in (-2, -1, 1, 2))
        columns.append(((far_left - far_right) + 8 * (right - left)).ravel() / (12 * step))
    return np.stack(columns, axis=1)


def _moved(z: Array, index: int, step: float) -> Array:
    moved = z.copy()
    moved.flat[index] += step
    return moved
