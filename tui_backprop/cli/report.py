"""What the commands print: the article's report, numbers in columns, JSON."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from tui_backprop.explain.typeset import column, number
from tui_backprop.words import words

if TYPE_CHECKING:
    from tui_backprop.calculus.array import Array


def header() -> str:
    """The names of the columns of the reports for people."""
    return f"{column(words().command.iteration, 14)}   ΣE"


def line(iteration: int, error: float | None) -> str:
    """One report for people, nine significant digits."""
    return f"{iteration:>14,}   {'—' if error is None else format(error, '#.9g')}"


def end(iteration: int, error: float | None, theta1: Array, theta2: Array) -> Iterator[str]:
    """The last report for people, and the parameters under it."""
    from tui_backprop.explain.network.notation import SYMBOLS

    yield line(iteration, error)
    for code, theta in (("theta1", theta1), ("theta2", theta2)):
        rows, columns = theta.shape
        yield ""
        yield f"{SYMBOLS[code]}  {rows}×{columns}"
        for row in theta.tolist():
            yield "".join(f"{entry(value):>15}" for value in row)


def entry(value: float) -> str:
    """A number with its sign in at most 14 characters, eight decimals or seven digits."""
    if not math.isfinite(value):
        return number(value).strip()
    fixed = value == 0 or 1e-4 <= abs(value) < 1e3
    return format(value + 0.0, "+.8f" if fixed else "+.6e")  # + 0.0 takes the sign off a zero below 0


def json_line(iteration: int, error: float | None) -> str:
    """One report as JSON, every digit."""
    return as_json({"iteration": iteration, "error": error})


def json_end(iteration: int, error: float | None, theta1: Array, theta2: Array) -> Iterator[str]:
    """The last report as JSON, with the parameters."""
    yield as_json({"iteration": iteration, "error": error, "theta1": theta1.tolist(), "theta2": theta2.tolist()})


def as_json(value: Any) -> str:
    """The value as one line of JSON, every digit; what is not finite is null, for JSON knows no word for it."""
    return json.dumps(_finite(value), allow_nan=False)


def _finite(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _finite(part) for key, part in value.items()}
    if isinstance(value, (list, tuple)):
        return [_finite(part) for part in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value
