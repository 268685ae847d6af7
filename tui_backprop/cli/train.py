"""`tui-backprop train`: the same run without a screen."""

from __future__ import annotations

import contextlib
import csv
from collections.abc import Callable, Generator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tui_backprop.cli import report
from tui_backprop.cli.arguments import MOST_ITERATIONS, Parser, UsageError, add_run_options, recipe_from, whole
from tui_backprop.cli.console import noticing_signals, progress_bar, say
from tui_backprop.words import problem_of, reason, sentence, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui_backprop.training.network.headless import HeadlessRun, Report


def parser() -> Parser:
    """What `tui-backprop train` takes."""
    said = words().command
    parser = Parser("tui-backprop train", said.about_train, said.train_epilog)
    add_run_options(parser)
    iterations = whole(1, MOST_ITERATIONS)
    add = parser.add_argument_group(said.group_report).add_argument
    add("--iterations", type=iterations, default=100_000, metavar="N", help=said.help_iterations)
    add("--report-every", type=iterations, default=10_000, metavar="N", help=said.help_report_every)
    add("--json", action="store_true", help=said.help_train_json)
    add("--csv", metavar="FILE", help=said.help_csv)
    return parser


def run(arguments: Sequence[str]) -> int:
    """Train and report; the exit code. Raises UsageError for a wrong argument."""
    values = parser().read(arguments)
    recipe = recipe_from(values)
    from tui_backprop.training.network.headless import HeadlessRun

    try:
        training = HeadlessRun(recipe, values.iterations, values.report_every, values.until_error)
    except ValueError as error:
        raise UsageError(reason(error)) from None
    with _csv_rows(values.csv) as write:
        return _report(training, values.json, write)


def _report(training: HeadlessRun, as_json: bool, write: Callable[[Report], None]) -> int:
    """Train to an end and print the reports as they come; the exit code."""
    from tui_backprop.explain.network.notices import notice_fact
    from tui_backprop.training.network.loss_curve import total

    line = report.json_line if as_json else report.line
    if not as_json:
        print(report.header(), flush=True)
    with noticing_signals() as signals, progress_bar(training.goal) as show:
        training.make_ready()
        while not (training.ended or signals):
            for iteration, errors in training.advance():
                print(line(iteration, total(errors)), flush=True)
                write((iteration, errors))
            show(training.done)
    last = training.last()
    if last is not None:
        write(last)
    end = report.json_end if as_json else report.end
    error = None if last is None else total(last[1])
    print("\n".join(end(training.done, error, *training.parameters())), flush=True)
    if training.outcome is not None:
        say(sentence(notice_fact(training.outcome)))
    if signals and not training.ended:
        return 128 + signals[0]
    return 1 if training.diverged else 0


@contextlib.contextmanager
def _csv_rows(name: str | None) -> Generator[Callable[[Report], None]]:
    """A writer of reports to the file, which begins with the names of the columns; of none without a file."""
    if name is None:
        yield lambda row: None
        return
    from tui_backprop.training.network.loss_curve import total

    with contextlib.ExitStack() as stack:
        try:
            file = stack.enter_context(Path(name).open("w", encoding="utf-8", newline=""))
        except OSError as error:
            raise UsageError(words().command.no_file(name=name, problem=problem_of(error))) from None
        rows: Any = csv.writer(file, lineterminator="\n")
        begun = False

        def write(row: Report) -> None:
            nonlocal begun
            iteration, errors = row
            if not begun:
                rows.writerow(["iteration", "sum_E", *(f"E_{k}" for k in range(1, len(errors) + 1))])
                begun = True
            rows.writerow([iteration, repr(total(errors)), *map(repr, errors.tolist())])

        yield write
