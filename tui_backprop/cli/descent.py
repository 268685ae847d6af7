"""`tui-backprop descent`: gradient descent on a surface (section 3.1), without a screen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from tui_backprop.cli.arguments import Parser, point, positive, whole
from tui_backprop.cli.console import say
from tui_backprop.cli.expressions import reading
from tui_backprop.cli.report import as_json, entry
from tui_backprop.words import words

if TYPE_CHECKING:
    from tui_backprop.calculus.descent.check import DescentCheck
    from tui_backprop.calculus.descent.descent import DescentPoint
    from tui_backprop.calculus.descent.surface import Surface

MOST_STEPS = 10**9


def parser() -> Parser:
    """What `tui-backprop descent` takes."""
    said = words().descent
    parser = Parser("tui-backprop descent", said.command, said.command_epilog)
    add, options = parser.add_argument, said.command_options
    add("--f", default="article", metavar="EXPR", help=options["--f"])
    add("--start", type=point(2, 2), metavar="X1,X2", help=options["--start"])
    add("--learning-rate", type=positive, metavar="RATE", help=options["--learning-rate"])
    add("--steps", type=whole(0, MOST_STEPS), default=10, metavar="N", help=options["--steps"])
    add("--check", action="store_true", help=options["--check"])
    form = parser.add_mutually_exclusive_group().add_argument
    form("--json", action="store_true", help=options["--json"])
    form("--csv", action="store_true", help=options["--csv"])
    return parser


def run(arguments: Sequence[str]) -> int:
    """Descend, one row per point; the exit code. Raises UsageError for a wrong argument."""
    values = parser().read(arguments)
    surface = _surface(values.f)
    start, rate = values.start or surface.start, values.learning_rate or surface.alpha
    said = words().descent
    if values.csv:
        from tui_backprop.explain.descent.export import CSV_TITLES

        print(",".join((*CSV_TITLES, *(("verdict",) if values.check else ()))))
    elif not values.json:
        head = f"{'k':>5}" + "".join(f"{title:>15}" for title in ("x1", "x2", "f(x)", "∂f/∂x1", "∂f/∂x2"))
        print(f"{head}  {said.command_verdict}" if values.check else head)
    row = _json if values.json else _csv if values.csv else _row
    last, wrong = None, False
    for last in _points(surface, start, rate, values.steps):
        check = _checked(surface, last) if values.check else None
        wrong = wrong or (check is not None and check.verdict == "wrong")
        print(row(last, check))
    if last is not None and last.trouble:
        from tui_backprop.calculus.descent.descent import FAR

        say(said.trouble(code=last.trouble, k=last.k, far=f"{FAR:g}"))
        return 1
    return 1 if wrong else 0


def _surface(text: str) -> Surface:
    from tui_backprop.calculus.descent.surface import SURFACES, expression_surface

    if text in SURFACES:
        return SURFACES[text]
    with reading("--f", text):
        surface = expression_surface(text)
        # What can be read may still have a derivative that is too large.
        _ = surface.derivatives
        return surface


def _points(surface: Surface, start: Sequence[float], rate: float, steps: int) -> Iterator[DescentPoint]:
    """The start and the points after it, fewer than `steps` if one is in trouble."""
    from tui_backprop.calculus.descent.descent import descent_point, next_point

    reached = descent_point(surface, start, rate)
    yield reached
    for _ in range(steps):
        if reached.trouble:
            return
        reached = next_point(surface, reached)
        yield reached


def _checked(surface: Surface, reached: DescentPoint) -> DescentCheck:
    from tui_backprop.calculus.descent.check import check_point

    return check_point(surface, reached)


def _json(reached: DescentPoint, check: DescentCheck | None) -> str:
    row = {
        "k": reached.k,
        "x": reached.x.tolist(),
        "f": reached.f,
        "J": reached.J.tolist(),
        "H": reached.hessian.tolist(),
    }
    return as_json(row if check is None else {**row, "verdict": check.verdict})


def _csv(reached: DescentPoint, check: DescentCheck | None) -> str:
    from tui_backprop.explain.descent.export import csv_row

    row = csv_row(reached.k, (*reached.x.tolist(), reached.f, *reached.J.tolist()))
    return row if check is None else f"{row},{check.verdict}"


def _row(reached: DescentPoint, check: DescentCheck | None) -> str:
    numbers = (*reached.x.tolist(), reached.f, *reached.J.tolist())
    row = f"{reached.k:>5}" + "".join(f"{entry(number):>15}" for number in numbers)
    return row if check is None else f"{row}  {words().descent.command_verdicts[check.verdict]}"
