"""The exponential of the kernels: additions, multiplications and one table, so that all of them give the same bits.

A library's exp differs in its last digits from one processor or release to the next; this one does not. With n = 2048
and k the whole number nearest to y·n/ln 2,

    e^y = 2^(k/n) · e^r,    r = y − k·(ln 2)/n,    |r| <= 1.7e-4:

a table has the fractions of k/n, the whole part goes into the exponent, and a cubic is all that e^r needs.
"""

from __future__ import annotations

from math import isqrt, ldexp

import numpy as np

from tui_backprop.calculus.array import Array

INDEX_BITS = 11
ENTRIES = 2**INDEX_BITS

PER_ENTRY = float.fromhex("0x1.71547652b82fep+11")
"""n/ln 2."""
ENTRY_HIGH = float.fromhex("0x1.62e42fee00000p-12")
"""(ln 2)/n cut after 32 bits: times a k of at most 21 bits it is exact, and so is y minus that."""
ENTRY_LOW = float.fromhex("0x1.a39ef35793c76p-44")
"""(ln 2)/n − ENTRY_HIGH."""
SHIFT = 1.5 * 2.0**52
"""The floats around it are the whole numbers: adding it rounds to the nearest one, whose bits then come last."""
SIXTH = 1 / 6


def _powers() -> tuple[float, ...]:
    """2^(k/n) for k = 0 … n − 1, correctly rounded from fixed-point numbers of 128 bits, by whole square roots."""
    one = 1 << 128
    root = 2 * one
    for _ in range(INDEX_BITS):
        root = isqrt(root * one)
    power, powers = one, list[float]()
    for _ in range(ENTRIES):
        powers.append(power / one)
        power = power * root // one
    return tuple(powers)


POWERS = _powers()
POWERS_AS_BITS = np.array(POWERS).view(np.int64)


def power_of_two(shifted: float) -> float:
    """2^(k/n) of `shifted` = SHIFT + k, for k/n from −1022 up to 1024; nan of nan."""
    k = shifted - SHIFT
    if k != k:
        return k
    index = int(k)
    return ldexp(POWERS[index & (ENTRIES - 1)], index >> INDEX_BITS)


def one_plus_exp(y: float) -> float:
    """1 + e^y for −708 <= y <= 709; nan of nan."""
    return one_plus_exp_from(y, y * PER_ENTRY + SHIFT)


def one_plus_exp_from(y: float, shifted: float) -> float:
    """1 + e^y on from `shifted` = y * PER_ENTRY + SHIFT, which is SHIFT + k."""
    k = shifted - SHIFT
    r = (y - k * ENTRY_HIGH) - k * ENTRY_LOW
    power = power_of_two(shifted)
    # In this order 1 + power is ready while r is still on its way.
    return (1.0 + power) + power * (r + r * r * (0.5 + r * SIXTH))


def one_plus_exp_of_each(y: Array) -> Array:
    """`one_plus_exp` of every entry, of the same shape and with the same bits."""
    shifted = y * PER_ENTRY + SHIFT
    k = shifted - SHIFT
    r = (y - k * ENTRY_HIGH) - k * ENTRY_LOW
    bits = shifted.view(np.int64)  # those of k come last: first the table's index, then what goes into the exponent
    power = (POWERS_AS_BITS[bits & (ENTRIES - 1)] + ((bits >> INDEX_BITS) << 52)).view(np.float64)
    return (1.0 + power) + power * (r + r * r * (0.5 + r * SIXTH))
