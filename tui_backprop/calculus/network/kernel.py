"""The fused cycle: forward, backward and update of one sample after another, in scalars.

Every parameter of every run comes from here. `train` is plain Python over lists of floats; `compiled` gives the same
function as machine code, and `lanes` the same cycle for many starts side by side. All do the same operations in the
same order, none of them from a library, and so give the same bits on every processor.
The parameters are one flat row: θ1 row by row, then θ2 (3.13)-(3.14).
"""

from __future__ import annotations

from collections.abc import Callable, MutableSequence, Sequence
from functools import cache

from tui_backprop.calculus.sigmoid import sigmoid

Floats = MutableSequence[float]
Train = Callable[..., None]
"""The type of `train`, which takes lists of floats, and of its compiled form, which takes arrays."""


def train(
    parameters: Floats,
    x1: Sequence[float],
    t: Sequence[float],
    inputs: int,
    hidden: int,
    learning_rate: float,
    first: int,
    cycles: int,
    errors: Floats,
    x3: Floats,
) -> None:
    """Train `cycles` cycles in place, the first one on sample `first` (from 0), any sizes.

    `parameters` has hidden * (inputs + 1) + hidden + 1 entries, `x1` the samples' inputs row by row, `t` their labels;
    `errors[c]` receives E of cycle c (3.26), and `x3` is room for `hidden` outputs.
    """
    width = inputs + 1
    bias = hidden * width
    sample = first
    for cycle in range(cycles):
        entry = sample * inputs
        z = parameters[bias]
        for i in range(hidden):
            row = i * width
            x2 = parameters[row]
            for j in range(inputs):
                x2 += parameters[row + 1 + j] * x1[entry + j]
            x3[i] = sigmoid(x2)
            z += parameters[bias + 1 + i] * x3[i]
        x4 = sigmoid(z)

        off = x4 - t[sample]
        errors[cycle] = 0.5 * off * off

        # The products are bracketed so that little is left to do once x4 is known: what takes the time of a cycle is
        # the longest chain of operations that wait for each other.
        step = (learning_rate * off) * (x4 * (1.0 - x4))
        parameters[bias] -= step
        for i in range(hidden):
            row = i * width
            through = step * (parameters[bias + 1 + i] * (x3[i] * (1.0 - x3[i])))
            parameters[bias + 1 + i] -= step * x3[i]
            parameters[row] -= through
            for j in range(inputs):
                parameters[row + 1 + j] -= through * x1[entry + j]

        sample += 1
        if sample == len(t):
            sample = 0


def output(parameters: Sequence[float], x1: Sequence[float], hidden: int) -> float:
    """x4 for one sample x1, in the same operations as `train` (3.23)."""
    width = len(x1) + 1
    z = parameters[hidden * width]
    for i in range(hidden):
        x2 = parameters[i * width]
        for j in range(width - 1):
            x2 += parameters[i * width + 1 + j] * x1[j]
        z += parameters[hidden * width + 1 + i] * sigmoid(x2)
    return sigmoid(z)


@cache
def compiled(inputs: int, hidden: int) -> Train:
    """`train` as machine code for a network of these sizes and arrays of float64; other threads run while it works.

    It takes two arguments more: `states` of shape (n, parameters) receives the parameters after `every`, 2 · `every`, …
    cycles and after the last. Imports Numba and compiles: about a second the first time, a quarter of one from the cache
    afterwards. Raises ImportError where Numba is missing.
    """
    import numpy as np

    from tui_backprop.calculus.network.machine import compiled_train

    function = compiled_train(inputs, hidden)
    parameters, sample, label, room = (
        np.zeros(hidden * (inputs + 2) + 1),
        np.zeros(inputs),
        np.zeros(1),
        np.zeros(hidden),
    )
    sample.setflags(write=False)  # as a truth table's arrays are: to Numba another type, which it would compile again
    label.setflags(write=False)
    function(parameters, sample, label, inputs, hidden, 0.0, 0, 0, room, room, parameters.reshape(1, -1)[:0], 1)
    return function
