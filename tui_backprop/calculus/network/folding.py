"""The errors of single cycles folded into a curve: lowest and highest ΣE of so many iterations at a time."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import cache
from typing import Any


def fold(errors: Any, count: int, width: int, samples: int, low: Any, high: Any, each: Any) -> None:
    """Add the iterations after the first `count`; `errors` (iterations, samples), none of them without a number.

    Bucket b holds the iterations b · width + 1 … (b + 1) · width: `low[b]` and `high[b]` receive the lowest and highest
    of their ΣE, added from the left, and `each[b]` the errors of the last one.
    """
    bucket, inside = count // width, count % width
    first, rows = 0, errors.shape[0]
    while first < rows:
        end = min(first + width - inside, rows)
        least = low[bucket] if inside else math.inf
        most = high[bucket] if inside else -math.inf
        for row in range(first, end):
            total = errors[row, 0]
            for k in range(1, samples):
                total += errors[row, k]
            least = total if total < least else least
            most = total if total > most else most
        low[bucket], high[bucket] = least, most
        for k in range(samples):
            each[bucket, k] = errors[end - 1, k]
        first, inside = end, 0
        bucket += 1


@cache
def compiled_fold(samples: int) -> Callable[..., None]:
    """`fold` as machine code for so many samples an iteration and arrays of float64.

    Their number is a constant of the machine code, which halves its time: the sum over the samples is then no loop.
    Raises ImportError where Numba is missing.
    """
    from numba import float64, int64, void
    from numba.extending import register_jitable

    from tui_backprop.calculus.network.machine import edition, machine_code

    folded, key = register_jitable(inline="always")(fold), edition(fold)

    def fold_samples(errors: Any, count: int, width: int, low: Any, high: Any, each: Any) -> None:
        _ = key
        folded(errors, count, width, samples, low, high, each)

    rows = float64[:, ::1]
    return machine_code(fold_samples, void(rows, int64, int64, float64[::1], float64[::1], rows))
