"""The fused cycle: forward, backward and update of one sample after another, in scalars.

Every parameter of every run comes from here. `train` is plain Python over lists of floats; `compiled` gives the same
function as machine code by Numba, which does the same operations in the same order and so gives the same bits.
The parameters are one flat row: θ1 row by row, then θ2 (3.13)-(3.14).
"""

from __future__ import annotations

from collections.abc import Callable, MutableSequence, Sequence
from functools import cache
from math import exp
from typing import Any, cast

Floats = MutableSequence[float]
Train = Callable[..., None]
"""The type of `train`, which takes lists of floats, and of its compiled form, which takes arrays."""


def sigmoid(z: float) -> float:
    """1 / (1 + exp(−z)); below −709, where exp would overflow, its value at −709: 1.2e-308."""
    return 1.0 / (1.0 + exp(709.0 if z < -709.0 else -z))


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
        slope = off * x4 * (1.0 - x4)

        parameters[bias] -= learning_rate * slope
        for i in range(hidden):
            row = i * width
            through = slope * parameters[bias + 1 + i] * x3[i] * (1.0 - x3[i])
            parameters[bias + 1 + i] -= learning_rate * (slope * x3[i])
            parameters[row] -= learning_rate * through
            for j in range(inputs):
                parameters[row + 1 + j] -= learning_rate * (through * x1[entry + j])

        sample += 1
        if sample == len(t):
            sample = 0


def train_2_4(
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
    """The same as `train` for the article's 2 inputs and 4 hidden units: all 17 parameters live in locals."""
    p10, p11, p12 = parameters[0], parameters[1], parameters[2]
    p20, p21, p22 = parameters[3], parameters[4], parameters[5]
    p30, p31, p32 = parameters[6], parameters[7], parameters[8]
    p40, p41, p42 = parameters[9], parameters[10], parameters[11]
    q0, q1, q2, q3, q4 = parameters[12], parameters[13], parameters[14], parameters[15], parameters[16]
    sample = first
    for cycle in range(cycles):
        a = x1[2 * sample]
        b = x1[2 * sample + 1]
        s1 = sigmoid(p10 + p11 * a + p12 * b)
        s2 = sigmoid(p20 + p21 * a + p22 * b)
        s3 = sigmoid(p30 + p31 * a + p32 * b)
        s4 = sigmoid(p40 + p41 * a + p42 * b)
        x4 = sigmoid(q0 + q1 * s1 + q2 * s2 + q3 * s3 + q4 * s4)

        off = x4 - t[sample]
        errors[cycle] = 0.5 * off * off
        slope = off * x4 * (1.0 - x4)

        through1 = slope * q1 * s1 * (1.0 - s1)
        through2 = slope * q2 * s2 * (1.0 - s2)
        through3 = slope * q3 * s3 * (1.0 - s3)
        through4 = slope * q4 * s4 * (1.0 - s4)

        q0 -= learning_rate * slope
        q1 -= learning_rate * (slope * s1)
        q2 -= learning_rate * (slope * s2)
        q3 -= learning_rate * (slope * s3)
        q4 -= learning_rate * (slope * s4)
        p10 -= learning_rate * through1
        p11 -= learning_rate * (through1 * a)
        p12 -= learning_rate * (through1 * b)
        p20 -= learning_rate * through2
        p21 -= learning_rate * (through2 * a)
        p22 -= learning_rate * (through2 * b)
        p30 -= learning_rate * through3
        p31 -= learning_rate * (through3 * a)
        p32 -= learning_rate * (through3 * b)
        p40 -= learning_rate * through4
        p41 -= learning_rate * (through4 * a)
        p42 -= learning_rate * (through4 * b)

        sample += 1
        if sample == len(t):
            sample = 0
    parameters[0], parameters[1], parameters[2] = p10, p11, p12
    parameters[3], parameters[4], parameters[5] = p20, p21, p22
    parameters[6], parameters[7], parameters[8] = p30, p31, p32
    parameters[9], parameters[10], parameters[11] = p40, p41, p42
    parameters[12], parameters[13], parameters[14], parameters[15], parameters[16] = q0, q1, q2, q3, q4


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


def function_for(inputs: int, hidden: int) -> Train:
    """The plain function that trains a network of these sizes fastest."""
    return train_2_4 if (inputs, hidden) == (2, 4) else train


@cache
def compiled(inputs: int, hidden: int) -> Train:
    """`function_for` as machine code, for arrays of float64; it lets other threads run while it works.

    Imports Numba and compiles: about a second the first time, a quarter of one from the cache afterwards. Raises
    ImportError where Numba is missing.
    """
    import numpy as np
    from numba import njit
    from numba.extending import register_jitable

    register_jitable(sigmoid)
    plain = function_for(inputs, hidden)
    try:
        function: Any = njit(nogil=True, cache=True, error_model="numpy")(plain)
    except RuntimeError:  # Numba finds no folder that it may write its cache to
        function = njit(nogil=True, error_model="numpy")(plain)
    parameters, sample, label, room = (
        np.zeros(hidden * (inputs + 2) + 1),
        np.zeros(inputs),
        np.zeros(1),
        np.zeros(hidden),
    )
    sample.setflags(write=False)  # as a truth table's arrays are: to Numba another type, which it would compile again
    label.setflags(write=False)
    function(parameters, sample, label, inputs, hidden, 0.0, 0, 0, room, room)
    return cast(Train, function)
