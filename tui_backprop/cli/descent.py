"""`tui-backprop descent`: gradient descent on a surface (section 3.1), without a screen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from tui_backprop.cli.arguments import Parser, point, positive, whole
from tui_backprop.cli.console import say
from tui_backprop.cli.expressions import reading
from tui_backprop.cli.report import as_json, entry

if TYPE_CHECKING:
    from tui_backprop.calculus.descent.descent import DescentPoint
    from tui_backprop.calculus.descent.surface import Surface

MOST_STEPS = 10**9

_EPILOG = """\
An expression has x1, x2, numbers, + - * / **, ( ), sin cos tan exp log sqrt tanh sigmoid, pi and e.
Exit codes: 0 done, 1 the descent leaves the finite numbers or runs away, 2 a wrong argument, 130 left by Ctrl-C.
"""


def parser() -> Parser:
    """What `tui-backprop descent` takes."""
    parser = Parser("tui-backprop descent", "Go down a surface step by step: x - α J(f), as in (3.5).", _EPILOG)
    add = parser.add_argument
    add("--f", default="article", metavar="EXPR", help="an expression in x1 and x2, or article, bowl, saddle, "
        "rosenbrock or himmelblau (default article: (x1*x2 - 3)**2 + 1)")  # fmt: skip
    add("--start", type=point(2, 2), metavar="X1,X2", help="where to begin (default 1,1)")
    add("--learning-rate", type=positive, metavar="RATE", help="α, a number over 0 (default 0.01)")
    add("--steps", type=whole(0, MOST_STEPS), default=10, metavar="N", help="how many steps (default 10)")
    add("--json", action="store_true", help="one object a line: k, x, f and J")
    return parser


def run(arguments: Sequence[str]) -> int:
    """Descend, a row a point; the exit code. Raises UsageError for a wrong argument."""
    values = parser().read(arguments)
    surface = _surface(values.f)
    start, rate = values.start or surface.start, values.learning_rate or surface.alpha
    if not values.json:
        print(f"{'k':>5}" + "".join(f"{title:>15}" for title in ("x1", "x2", "f(x)", "∂f/∂x1", "∂f/∂x2")))
    trouble = ""
    for reached in _points(surface, start, rate, values.steps):
        print(_json(reached) if values.json else _row(reached))
        trouble = reached.trouble
    if trouble:
        say(trouble)
    return 1 if trouble else 0


def _surface(text: str) -> Surface:
    from tui_backprop.calculus.descent.surface import SURFACES, expression_surface

    if text in SURFACES:
        return SURFACES[text]
    with reading("--f", text):
        return expression_surface(text)


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


def _json(reached: DescentPoint) -> str:
    return as_json({"k": reached.k, "x": reached.x.tolist(), "f": reached.f, "J": reached.J.tolist()})


def _row(reached: DescentPoint) -> str:
    numbers = (*reached.x.tolist(), reached.f, *reached.J.tolist())
    return f"{reached.k:>5}" + "".join(f"{entry(number):>15}" for number in numbers)
