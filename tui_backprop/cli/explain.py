"""`tui-backprop explain`: one whole cycle worked out."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from tui_backprop.cli.arguments import (
    MOST_CYCLES,
    Parser,
    UsageError,
    add_run_options,
    form,
    one_of,
    recipe_from,
    whole,
)
from tui_backprop.cli.console import noticing_signals, progress_bar, say
from tui_backprop.words import reason, sentence, words

if TYPE_CHECKING:
    from tui_backprop.training.network.session import Session

FORMATS = ("text", "markdown", "latex", "numpy", "torch", "json")
PHASES = ("f1", "f2", "f3", "f4", "theta2_gradient", "theta1_gradient", "update")


def parser() -> Parser:
    """What `tui-backprop explain` takes."""
    said = words().explain
    parser = Parser("tui-backprop explain", said.about, said.epilog)
    add_run_options(parser, target=False)
    add = parser.add_argument_group(said.group).add_argument
    add("--go-to", type=whole(1, MOST_CYCLES), default=1, metavar="CYCLE", help=said.option_go_to)
    add(
        "--phase",
        type=one_of(PHASES, _no_phase),
        default="update",
        metavar="P",
        help=said.option_phase(phases=", ".join(PHASES)),
    )
    add("--what", default="", metavar="NAMES", help=said.option_what)
    formats = words().command.help_format(formats=", ".join(FORMATS))
    add("--format", type=form(FORMATS), default="text", metavar="FORMAT", help=formats)
    return parser


def _no_phase(text: str, phases: str) -> str:
    return words().explain.no_phase(text=text, phases=phases)


def run(arguments: Sequence[str]) -> int:
    """Print the cycle; the exit code. Raises UsageError for a wrong argument."""
    values = parser().read(arguments)
    recipe = recipe_from(values)
    what = tuple(name.strip() for name in values.what.split(",") if name.strip())
    from tui_backprop.calculus.network.quantities import Phase
    from tui_backprop.explain.network.export import export
    from tui_backprop.explain.network.notices import notice_fact
    from tui_backprop.explain.network.worked import check, work
    from tui_backprop.training.network.session import Session

    phase = Phase[values.phase.upper()]
    try:
        check(phase, what)
    except ValueError as error:
        raise UsageError(reason(error)) from None
    session = Session(recipe)
    signal = _train(session, values.go_to)
    if signal:
        return 128 + signal
    if session.cycle < values.go_to and session.divergence is not None:
        say(sentence(notice_fact(session.divergence)))
        return 1
    print(export(work(session.snapshot(), phase, what), values.format, sentence), end="")
    return 0


def _train(session: Session, cycle: int) -> int:
    """Train to the cycle, or to an end before it; the number of a signal that broke it off, else 0."""
    from tui_backprop.training.network.headless import WORTH_COMPILING

    text = words().explain.progress(done="{task.completed:,}", goal="{task.total:,}")
    with noticing_signals() as signals, progress_bar(cycle, text) as show:
        if cycle * session.recipe.hidden > WORTH_COMPILING:
            with suppress(ImportError):
                session.timeline.arithmetic.compile()
        while not session.toward(cycle):
            if signals:
                return signals[0]
            show(session.furthest)
    return 0
