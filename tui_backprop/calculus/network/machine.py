"""The kernel as machine code, by Numba; importing this module loads it.

The source is that of the plain kernel. What makes it fast: each network's sizes are constants of its own machine code,
and the parameters are held in a room on the stack, which the optimizer takes apart into registers. What keeps the bits:
no fast-math, so that no two operations are contracted into one or put in another order.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast
from zlib import crc32

import numba
from llvmlite import ir
from numba import types
from numba.core import cgutils
from numba.extending import intrinsic, overload, register_jitable

from tui_backprop.calculus import exponential
from tui_backprop.calculus.exponential import (
    ENTRIES,
    INDEX_BITS,
    POWERS,
    POWERS_AS_BITS,
    one_plus_exp,
    one_plus_exp_from,
    power_of_two,
)
from tui_backprop.calculus.network.kernel import Train, output, train
from tui_backprop.calculus.sigmoid import exponent, sigmoid

njit, cfunc, carray = cast(Any, numba).njit, cast(Any, numba).cfunc, cast(Any, numba).carray


@intrinsic
def _bits_of(typing: Any, value: Any) -> Any:
    def generate(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
        return builder.bitcast(arguments[0], ir.IntType(64))

    return types.int64(types.float64), generate


@intrinsic
def _float_of(typing: Any, bits: Any) -> Any:
    def generate(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
        return builder.bitcast(arguments[0], ir.DoubleType())

    return types.float64(types.int64), generate


@intrinsic(prefer_literal=True)
def _room(typing: Any, size: Any) -> Any:
    """A place on the stack for `size` floats, a constant; `carray` makes an array of it."""

    def generate(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
        place = cgutils.alloca_once(builder, ir.ArrayType(ir.DoubleType(), size.literal_value))
        place.align = 64  # a vector register's load then never crosses a line of the cache
        return builder.bitcast(place, ir.DoubleType().as_pointer())

    return types.CPointer(types.float64)(size), generate


# To a type checker an intrinsic is a function of the typing context too; the code that is compiled gives the rest.
bits_of, float_of, room = cast("tuple[Any, Any, Any]", (_bits_of, _float_of, _room))


@overload(power_of_two)
def _power_of_two(shifted: Any) -> Any:  # pyright: ignore[reportUnusedFunction]
    def machine(shifted: Any) -> Any:
        bits = bits_of(shifted)  # those of k come last: first the table's index, then what goes into the exponent
        return float_of(POWERS_AS_BITS[bits & (ENTRIES - 1)] + ((bits >> INDEX_BITS) << 52))

    return machine


_PARTS = (one_plus_exp, one_plus_exp_from, exponent, sigmoid, output)
for part in _PARTS:
    register_jitable(part)
register_jitable(inline="always")(train)

_CONSTANTS = (
    exponential.PER_ENTRY,
    exponential.ENTRY_HIGH,
    exponential.ENTRY_LOW,
    exponential.SHIFT,
    exponential.SIXTH,
)


def edition(*functions: Callable[..., Any]) -> int:
    """A number that stands for the code of the functions and of the kernel's own.

    Numba keeps machine code under the name and date of one file; with this number in it, what a function takes from
    other files counts too, and where they lie: the machine code asks for them by the names of their modules.
    """
    parts = [
        (f.__module__, f.__code__.co_code, [part for part in f.__code__.co_consts if not isinstance(part, str)])
        for f in (power_of_two, *_PARTS, train, *functions)
    ]
    return crc32(repr((parts, _CONSTANTS, POWERS)).encode())


def machine_code(function: Callable[..., Any], *signatures: Any) -> Any:
    """The function, compiled now for the signatures or at its first call, from Numba's cache where one may be kept."""
    arguments, options = [list(signatures)] if signatures else [], {"nogil": True, "error_model": "numpy"}
    try:
        return njit(*arguments, cache=True, **options)(function)
    except RuntimeError:  # Numba finds no folder for its cache
        return njit(*arguments, **options)(function)


def c_function(function: Callable[..., Any], signature: Any) -> Any:
    """The function as one of C, with an `address` that machine code can call, from Numba's cache where one may be kept.

    Numba's own first-class functions ask the compiler for the address at every call, which is not safe while another
    thread compiles.
    """
    try:
        return cfunc(signature, cache=True, error_model="numpy")(function)
    except RuntimeError:
        return cfunc(signature, error_model="numpy")(function)


def compiled_train(inputs: int, hidden: int) -> Train:
    """`kernel.train` for these sizes; see `kernel.compiled`."""
    key, size = edition(), hidden * (inputs + 2) + 1

    def train_in_room(
        parameters: Any,
        x1: Any,
        t: Any,
        inputs_too: int,
        hidden_too: int,
        learning_rate: float,
        first: int,
        cycles: int,
        errors: Any,
        x3: Any,
        states: Any,
        every: int,
    ) -> None:
        _ = key
        own, x3_own = carray(room(size), size), carray(room(hidden), hidden)
        for k in range(size):
            own[k] = parameters[k]
        done, state = 0, 0
        while done < cycles:
            stretch = min(every, cycles - done)
            sample = (first + done) % len(t)
            train(own, x1, t, inputs, hidden, learning_rate, sample, stretch, errors[done : done + stretch], x3_own)
            done += stretch
            if state < len(states):
                for k in range(size):
                    states[state, k] = own[k]
                state += 1
        for k in range(size):
            parameters[k] = own[k]

    return cast(Train, machine_code(train_in_room))
