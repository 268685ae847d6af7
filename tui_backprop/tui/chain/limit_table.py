"""The derivative as a limit (1.1): the difference quotients for smaller and smaller h beside the exact value."""

from __future__ import annotations

import math
from itertools import takewhile
from typing import TYPE_CHECKING

from rich.text import Text

from tui_backprop.calculus.chain.limit import Limit, LimitRow
from tui_backprop.explain.chain.notation import LETTERS, partial
from tui_backprop.explain.typeset import indexed
from tui_backprop.tui.chain.symbols import ScrollPane

if TYPE_CHECKING:
    from tui_backprop.training.chain.study import ChainSnapshot, Pair

DECIMALS = 12
LARGEST_FIXED = 10_000.0
SMALLEST_FIXED = 0.001
GROWS = 0.5
"""An order of less belongs to an error that grows while h falls."""
QUOTIENT = 24
STEP = 7
ERROR = 8


class LimitTable(ScrollPane):
    """A line for each h. The digits that agree with the exact value are bold."""

    DEFAULT_CSS = "LimitTable Static { text-wrap: nowrap; }"

    def show(self, snapshot: ChainSnapshot) -> None:
        """Take a snapshot."""
        title = f"The limit (1.1) for {partial(*snapshot.study.pair)}"
        if title != self.border_title:
            self.border_title = title
        self.put(limit_text(snapshot.study.pair, snapshot.limit))


def limit_text(pair: Pair, limit: Limit | None) -> Text:
    """The head, the exact value, and the quotients."""
    if limit is None or not math.isfinite(limit.exact):
        return Text(f"{partial(*pair)} has no finite value at this point: move x, or type another point with g.")
    sizes = [abs(value) for value in (limit.exact, *(row.quotient for row in limit.rows)) if math.isfinite(value)]
    scientific = max(sizes) >= LARGEST_FIXED or 0 < abs(limit.exact) < SMALLEST_FIXED
    exact = digits(limit.exact, scientific)
    text = Text(no_wrap=True)
    text.append(
        f"{'h':>{STEP}}  {quotient_symbol(pair, len(limit.x)):<{QUOTIENT}}{'error':>{ERROR}}  made by\n", "bold"
    )
    text.append(f"{'h → 0':>{STEP}}  ")
    text.append(f"{exact:<{QUOTIENT}}", "bold")
    text.append(f"{'':>{ERROR}}  exact\n")
    best = limit.best
    rows = zip(limit.rows, causes(limit), strict=True)
    lines = [_line(row, cause, exact, scientific, row is best) for row, cause in rows]
    return text.append_text(Text("\n").join(lines))


def quotient_symbol(pair: Pair, inputs: int) -> str:
    """The difference quotient of (1.1) for this entry; e₁ is the unit vector of the first input."""
    inner, outer = LETTERS[pair.function]
    along = f"h·{indexed('e', pair.input)}" if inputs > 1 else "h"
    z = indexed(outer, pair.output)
    return f"({z}({inner}+{along})−{z}({inner}))/h"


def digits(value: float, scientific: bool) -> str:
    """A number with as many digits as a float has to give at these sizes, its sign always shown."""
    if not math.isfinite(value):
        return "no value"
    if not scientific and round(value, DECIMALS) == 0:
        value = 0.0
    return f"{value:+.{DECIMALS}e}" if scientific else f"{value:+.{DECIMALS}f}"


def small_step(h: float) -> str:
    """1, 0.1, 0.01, 0.001, then powers: 1e-4."""
    return f"{h:g}" if h >= 1e-3 else f"1e-{round(-math.log10(h))}"


def causes(limit: Limit) -> list[str]:
    """Which of the two errors makes that of each row: "o(h)" down to some h, "rounding" from there on."""
    # An error that grows like 1/h is all rounding: inside of f there is more of it than a row's own estimate knows.
    hidden = not limit.order > GROWS
    least = limit.best.h if limit.best is not None and limit.best.h < 1 else 0.0
    found: list[str] = []
    for row in limit.rows:
        rounding = row.error <= row.rounding or row.h < least or (row.h < 0.1 and found[-1] == "rounding")
        found.append("" if not math.isfinite(row.error) else "rounding" if hidden or rounding else "o(h)")
    return found


def agreement(shown: str, exact: str) -> int:
    """How many characters of a number are those of the exact one; none if they are of another size."""
    if shown.find(".") != exact.find(".") or shown.partition("e")[2] != exact.partition("e")[2]:
        return 0
    return sum(1 for _ in takewhile(lambda both: both[0] == both[1], zip(shown, exact, strict=False)))


def _line(row: LimitRow, cause: str, exact: str, scientific: bool, best: bool) -> Text:
    shown = digits(row.quotient, scientific)
    agreeing = agreement(shown, exact)
    error = f"{row.error:.1e}" if math.isfinite(row.error) else "—"
    line = Text(f"{small_step(row.h):>{STEP}}  ")
    line.append(shown[:agreeing], "bold")
    line.append(f"{shown[agreeing:]:<{QUOTIENT - agreeing}}")
    line.append(f"{error:>{ERROR}}  {cause:<8}{' ◀ best' if best else ''}")
    return line
