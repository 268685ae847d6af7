"""The derivative as a limit (1.1): the difference quotients for smaller and smaller h beside the exact value."""

from __future__ import annotations

import math
from itertools import takewhile
from typing import TYPE_CHECKING

from rich.text import Text

from tui_backprop.calculus.chain.limit import Limit, LimitRow
from tui_backprop.explain.chain.notation import LETTERS, partial
from tui_backprop.explain.typeset import column, indexed
from tui_backprop.tui.chain.symbols import ScrollPane
from tui_backprop.words import words

if TYPE_CHECKING:
    from tui_backprop.training.chain.study import ChainSnapshot, Pair

DECIMALS = 8
LARGEST_FIXED = 10_000.0
SMALLEST_FIXED = 0.001
QUOTIENT = 15
STEP = 6
ERROR = 8


class LimitTable(ScrollPane):
    """A line for each h, with the quotients from both sides. The digits that agree with the exact value are bold."""

    def show(self, snapshot: ChainSnapshot) -> None:
        """Take a snapshot."""
        pair = snapshot.study.pair
        inputs = (snapshot.g if pair.function == "g" else snapshot.f).inputs
        title = f"{partial(*pair)} = lim {quotient_symbol(pair, inputs)} (1.1) · {words().chain.precision}"
        if title != self.border_title:
            self.border_title = title
        self.put(limit_text(pair, snapshot.limit))


def limit_text(pair: Pair, limit: Limit | None) -> Text:
    """The heads, the exact value, and the quotients; in their place a sentence where there is nothing to work out."""
    say = words().chain
    if limit is None or limit.kind == "nowhere":
        return Text(say.no_limit(kind="nowhere", symbol=partial(*pair)))
    quotients = [quotient.value for row in limit.rows for quotient in (row.above, row.below)]
    sizes = [abs(value) for value in (limit.exact, *quotients) if math.isfinite(value)]
    scientific = max(sizes, default=0.0) >= LARGEST_FIXED or 0 < abs(limit.exact) < SMALLEST_FIXED
    text = Text()
    heads = f"{'h':>{STEP}} {'h > 0':^{QUOTIENT}} {'h < 0':^{QUOTIENT}}"
    text.append(f"{heads}{column(say.error, ERROR)}  {say.made_by}\n", "bold")
    if limit.kind == "derivative":
        text.append(f"{'h → 0':>{STEP}} ")
        text.append(f"{digits(limit.exact, scientific):^{2 * QUOTIENT + 1}}", "bold")
        text.append(f"{'':>{ERROR}}  {say.causes['exact']}\n")
    lines = [_line(row, limit, scientific) for row in limit.rows]
    text.append_text(Text("\n").join(lines))
    if limit.kind != "derivative":
        text.append("\n" + say.no_limit(kind=limit.kind, symbol=partial(*pair)))
    return text


def quotient_symbol(pair: Pair, inputs: int) -> str:
    """The difference quotient of (1.1) for this entry; e₁ is the unit vector of the first input."""
    inner, outer = LETTERS[pair.function]
    along = f"h·{indexed('e', pair.input)}" if inputs > 1 else "h"
    z = indexed(outer, pair.output)
    return f"({z}({inner}+{along})−{z}({inner}))/h"


def digits(value: float, scientific: bool) -> str:
    """A number with as many digits as the table has room for, its sign always shown."""
    if not math.isfinite(value):
        return words().chain.no_value
    if not scientific and round(value, DECIMALS) == 0:
        value = 0.0
    return f"{value:+.{DECIMALS}e}" if scientific else f"{value:+.{DECIMALS}f}"


def small_step(h: float) -> str:
    """1, 0.1, 0.01, 0.001, then powers: 1e-4."""
    return f"{h:g}" if h >= 1e-3 else f"1e-{round(-math.log10(h))}"


def agreement(shown: str, exact: str) -> int:
    """How many characters of a number are those of the exact one; none if they are of another size."""
    if shown.find(".") != exact.find(".") or shown.partition("e")[2] != exact.partition("e")[2]:
        return 0
    return sum(1 for _ in takewhile(lambda both: both[0] == both[1], zip(shown, exact, strict=False)))


def _line(row: LimitRow, limit: Limit, scientific: bool) -> Text:
    say, exact = words().chain, digits(limit.exact, scientific)
    line = Text(f"{small_step(row.h):>{STEP}}")
    for quotient in (row.above, row.below):
        shown = digits(quotient.value, scientific)
        agreeing = agreement(shown, exact) if limit.kind == "derivative" else 0
        line.append(" ").append(shown[:agreeing], "bold").append(f"{shown[agreeing:]:<{QUOTIENT - agreeing}}")
    if limit.kind == "derivative":
        error = row.worse.error
        said = f"{error:.1e}" if math.isfinite(error) else "—"
        cause = say.causes[row.cause] if row.cause else ""
        line.append(f"{column(said, ERROR)}  {cause}{' ◀' if row is limit.best else ''}")
    return line
