"""Many starts side by side: the kernel's cycle in vector lanes, one lane to a start.

Importing this module loads Numba. The arrays are structures of arrays: entry k of lane l is at k * width + l, so that
the optimizer makes vector instructions of each loop over the lanes. A lane does what `kernel.train` does, operation by
operation, and so gives the same bits, whatever its neighbours do.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any, cast

import numpy as np
from llvmlite import ir
from numba import boolean, float64, int64, types
from numba.extending import intrinsic, register_jitable

from tui_backprop.calculus.exponential import PER_ENTRY, SHIFT, one_plus_exp_from
from tui_backprop.calculus.network.kernel import output
from tui_backprop.calculus.network.machine import c_function, carray, edition, machine_code, room
from tui_backprop.calculus.sigmoid import exponent

WIDTH = 16
"""Lanes in a block: two registers of AVX-512, four of AVX2, enough that one waits while another works."""
STRIDE = 256
"""Iterations that a block trains before it looks at its curves."""


_FLOATS, _WHOLES, _ROWS, _TRIPLES = float64[::1], int64[::1], float64[:, ::1], int64[:, ::1]
_TABLE = types.Array(float64, 1, "C", readonly=True)
_PLACE = types.CPointer(float64)
_LANES = int64(_PLACE, _PLACE, _PLACE, int64, _PLACE, _PLACE, _PLACE, int64)
_BLOCK = types.UniTuple(int64, 2)(
    *(int64, int64, _ROWS, _FLOATS, _WHOLES, _WHOLES, _ROWS),
    *(_WHOLES, _WHOLES, _FLOATS, _FLOATS, _FLOATS, _TABLE, _TABLE, float64, _WHOLES, int64, boolean),
    *(_TRIPLES, _FLOATS, _ROWS),
)


@register_jitable(inline="always")
def _iteration(
    parameters: Any,
    x1: Any,
    t: Any,
    inputs: int,
    hidden: int,
    width: int,
    learning_rate: Any,
    x3: Any,
    shifted: Any,
    step: Any,
    total: Any,
) -> None:
    """One iteration of every lane: each sample once. `total` receives ΣE, `learning_rate` has one for each lane.

    `x3` and `shifted` (hidden * width) and `step` (width) are room.
    """
    row_width = inputs + 1
    bias = hidden * row_width
    for lane in range(width):
        total[lane] = 0.0
    for sample in range(len(t)):
        # Each sigmoid takes two loops. The table is in the second, since many processors look up one lane after the
        # other, and where that is done, the optimizer makes all that leads to an entry's number one after the other too.
        for i in range(hidden):
            row = i * row_width
            for lane in range(width):
                x2 = parameters[row * width + lane]
                for j in range(inputs):
                    x2 += parameters[(row + 1 + j) * width + lane] * x1[sample * inputs + j]
                y = exponent(x2)
                x3[i * width + lane], shifted[i * width + lane] = y, y * PER_ENTRY + SHIFT
        for k in range(hidden * width):
            x3[k] = 1.0 / one_plus_exp_from(x3[k], shifted[k])
        for lane in range(width):
            z = parameters[bias * width + lane]
            for i in range(hidden):
                z += parameters[(bias + 1 + i) * width + lane] * x3[i * width + lane]
            y = exponent(z)
            step[lane], shifted[lane] = y, y * PER_ENTRY + SHIFT
        for lane in range(width):
            x4 = 1.0 / one_plus_exp_from(step[lane], shifted[lane])
            off = x4 - t[sample]
            total[lane] += 0.5 * off * off
            step[lane] = (learning_rate[lane] * off) * (x4 * (1.0 - x4))
            parameters[bias * width + lane] -= step[lane]
        for i in range(hidden):
            row, weight = i * row_width, bias + 1 + i
            for lane in range(width):
                s, theta2 = x3[i * width + lane], parameters[weight * width + lane]
                through = step[lane] * (theta2 * (s * (1.0 - s)))
                parameters[weight * width + lane] = theta2 - step[lane] * s
                parameters[row * width + lane] -= through
                for j in range(inputs):
                    parameters[(row + 1 + j) * width + lane] -= through * x1[sample * inputs + j]


@cache
def lane_trainer(inputs: int, hidden: int) -> Any:
    """train(parameters, x1, t, samples, learning_rate, bound, errors, iterations): train every lane, in place.

    A function of C, with its `address`: the arrays are the places of float64s. `parameters` has the shape
    (hidden * (inputs + 2) + 1, WIDTH), `learning_rate` and `bound` (WIDTH,); `errors` (iterations, WIDTH) receives ΣE of
    each iteration. `x1` and `t` are the samples as `kernel.train` takes them. It trains so many iterations, or fewer: up
    to the first one in which the ΣE of any lane is under the lane's bound or no number. It gives their number.
    """
    key, width = edition(_iteration), WIDTH
    size, outputs = (hidden * (inputs + 2) + 1) * width, hidden * width

    def train_lanes(
        parameters: Any,
        x1: Any,
        t: Any,
        samples: int,
        learning_rate: Any,
        bound: Any,
        errors: Any,
        iterations: int,
    ) -> int:
        _ = key
        own, x3, shifted = carray(room(size), size), carray(room(outputs), outputs), carray(room(outputs), outputs)
        step, total = carray(room(width), width), carray(room(width), width)
        rate, low = carray(room(width), width), carray(room(width), width)
        sample, label = carray(x1, samples * inputs), carray(t, samples)
        for k in range(size):
            own[k] = parameters[k]
        for lane in range(width):
            rate[lane], low[lane] = learning_rate[lane], bound[lane]
        iteration, ends = 0, 0
        while iteration < iterations and not ends:
            _iteration(own, sample, label, inputs, hidden, width, rate, x3, shifted, step, total)
            for lane in range(width):
                errors[iteration * width + lane] = total[lane]
                ends += 0 if total[lane] >= low[lane] else 1
            iteration += 1
        for k in range(size):
            parameters[k] = own[k]
        return iteration

    return c_function(train_lanes, _LANES)


@intrinsic
def _call_lanes(
    typing: Any,
    address: Any,
    parameters: Any,
    x1: Any,
    t: Any,
    samples: Any,
    rate: Any,
    bound: Any,
    errors: Any,
    n: Any,
) -> Any:
    """Call the function of `lane_trainer` that has this address; of arrays it takes the addresses too."""

    def generate(context: Any, builder: Any, signature: Any, values: Any) -> Any:
        kinds = [context.get_value_type(kind) for kind in _LANES.args]
        function = builder.inttoptr(values[0], ir.FunctionType(ir.IntType(64), kinds).as_pointer())
        places = [isinstance(kind, types.CPointer) for kind in _LANES.args]
        return builder.call(
            function,
            [
                builder.inttoptr(value, kind) if place else value
                for value, kind, place in zip(values[1:], kinds, places, strict=True)
            ],
        )

    return int64(address, parameters, x1, t, samples, rate, bound, errors, n), generate


call_lanes = cast(Any, _call_lanes)


@cache
def block_trainer() -> Callable[..., tuple[int, int]]:
    """train(lanes, hidden, block…, hand…, limits…, out…): starts come into the lanes and leave them at their ends.

    The block, changed in place: `parameters` (hidden * (inputs + 2) + 1, width), `learning_rate` (width,), `number`
    (width,), which is −1 for a lane without a start, `done` (width,), its iterations, and `curve` (width, marks). The
    hand, the starts that wait, in their order: `numbers`, `seeds`, `low`, `span` and `rates`, each (n,). The limits: a
    start ends at its first iteration with ΣE < `target`, or without a number for ΣE, or at the last of `marks`,
    iterations in ascending order whose ΣE goes into `curve`; `budget` iterations at most. What ends goes out: `ended`
    (m, 3) with number, iterations and the set of wrong samples as bits, `errors` (m,) with the last ΣE, and `curves`
    (m, marks), where the last ΣE stands for those that would have come later.

    It comes back when `budget` is spent, when a lane is free and no start waits (unless `drain`: then when all lanes are
    free), or when there might not be room for what ends next. It gives (starts taken from the hand, starts ended).
    """
    key = edition(_load, _unload)

    def train_block(
        lanes: int,
        hidden: int,
        parameters: Any,
        learning_rate: Any,
        number: Any,
        done: Any,
        curve: Any,
        numbers: Any,
        seeds: Any,
        low: Any,
        span: Any,
        rates: Any,
        x1: Any,
        t: Any,
        target: float,
        marks: Any,
        budget: int,
        drain: bool,
        ended: Any,
        errors: Any,
        curves: Any,
    ) -> tuple[int, int]:
        _ = key
        size, width = parameters.shape
        taken, out, last = 0, 0, marks[len(marks) - 1]
        row, totals = np.empty(size), np.empty((STRIDE, width))
        bound, spot = np.empty(width), np.searchsorted(marks, done, side="right")
        for lane in range(width):
            bound[lane] = target if number[lane] >= 0 else -np.inf
        while True:
            # Free lanes take the starts that wait; how far all can go before the first has trained its last iteration.
            busy, stride = 0, min(budget, STRIDE)
            for lane in range(width):
                if number[lane] < 0 and taken < len(numbers):
                    number[lane], learning_rate[lane], bound[lane] = numbers[taken], rates[taken], target
                    done[lane], spot[lane] = 0, 0
                    _load(parameters, lane, seeds[taken], low[taken], span[taken])
                    taken += 1
                if number[lane] >= 0:
                    busy += 1
                    stride = min(stride, last - done[lane])
            if budget <= 0 or out + width > len(errors) or busy < (1 if drain else width):
                return taken, out

            trained = call_lanes(
                lanes,
                parameters.ctypes.data,
                x1.ctypes.data,
                t.ctypes.data,
                len(t),
                learning_rate.ctypes.data,
                bound.ctypes.data,
                totals.ctypes.data,
                stride,
            )
            budget -= trained
            # Each start's errors go into its curve; what has ended goes out and leaves its lane free.
            for lane in range(width):
                if number[lane] < 0:
                    continue
                while spot[lane] < len(marks) and marks[spot[lane]] <= done[lane] + trained:
                    curve[lane, spot[lane]] = totals[marks[spot[lane]] - done[lane] - 1, lane]
                    spot[lane] += 1
                done[lane] += trained
                error = totals[trained - 1, lane]
                if done[lane] == last or not error >= target:
                    ended[out, 0], ended[out, 1] = number[lane], done[lane]
                    ended[out, 2] = _unload(parameters, lane, row, x1, t, hidden)
                    errors[out] = error
                    for mark in range(len(marks)):
                        curves[out, mark] = curve[lane, mark] if mark < spot[lane] else error
                    out += 1
                    number[lane], learning_rate[lane], bound[lane] = -1, 0.0, -np.inf

    return machine_code(train_block, _BLOCK)


@register_jitable
def _load(parameters: Any, lane: int, seed: int, low: float, span: float) -> None:
    """The parameters of a start, as np.random.rand draws them after np.random.seed(seed), put into its lane."""
    np.random.seed(seed)
    for k in range(len(parameters)):
        parameters[k, lane] = low + span * np.random.random()


@register_jitable
def _unload(parameters: Any, lane: int, row: Any, x1: Any, t: Any, hidden: int) -> int:
    """The samples on the wrong side of ½ or on ½ itself, sample k as bit k; the lane's parameters become zeros.

    A sample with the label ½ has no wrong side.
    """
    for k in range(len(row)):
        row[k] = parameters[k, lane]
        parameters[k, lane] = 0.0
    wrong, inputs = 0, len(x1) // len(t)
    for k in range(len(t)):
        if t[k] != 0.5 and not (output(row, x1[k * inputs : (k + 1) * inputs], hidden) - 0.5) * (t[k] - 0.5) > 0.0:
            wrong |= 1 << k
    return wrong
