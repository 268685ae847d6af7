"""`tui-backprop starts`: the same network from many random parameters."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Sequence
from contextlib import nullcontext
from itertools import islice
from typing import TYPE_CHECKING, Any

from tui_backprop.cli.arguments import (
    MOST_ITERATIONS,
    Parser,
    UsageError,
    add_data_options,
    number,
    own_data,
    point,
    positive,
    whole,
    whole_number,
)
from tui_backprop.cli.console import noticing_signals, progress_bar, say
from tui_backprop.cli.report import as_json
from tui_backprop.explain.typeset import column
from tui_backprop.words import problem_of, reason, words

if TYPE_CHECKING:
    from tui_backprop.training.starts.plan import Plan, Setting
    from tui_backprop.training.starts.record import Record
    from tui_backprop.training.starts.results import StartResult
    from tui_backprop.training.starts.run import Engine, StartsSnapshot
    from tui_backprop.training.starts.summary import SettingSummary

MOST_JOBS = 1024


def parser() -> Parser:
    """What `tui-backprop starts` takes."""
    said = words().starts
    parser = Parser("tui-backprop starts", said.command, said.command_notes)
    add = parser.add_argument
    add("--starts", type=whole(1, 10**9), default=1000, metavar="N", help=said.option_starts)
    add("--first-seed", type=whole_number, default=0, metavar="S", help=said.option_first_seed)
    add("--task", metavar="NAME", help=said.option_task)
    add_data_options(add)
    add("--hidden", type=_list(whole_number), default=(4,), metavar="UNITS", help=said.option_hidden)
    add("--learning-rate", type=_list(number), default=(0.02,), metavar="RATE", help=said.option_learning_rate)
    add("--weights", type=_list(point(2, 2), ";"), default=((0.0, 1.0),), metavar="LOW,HIGH", help=said.option_weights)
    add("--until-error", type=positive, default=0.01, metavar="SUM", help=said.option_until_error)
    add("--iterations", type=whole(1, MOST_ITERATIONS), default=100_000, metavar="N", help=said.option_iterations)
    engine = parser.add_mutually_exclusive_group().add_argument
    engine("--jobs", type=whole(1, MOST_JOBS), metavar="N", help=said.option_jobs)
    engine("--scheduler", metavar="ADDRESS", help=said.option_scheduler)
    add("--resume", metavar="FILE", help=said.option_resume)
    form = parser.add_mutually_exclusive_group().add_argument
    form("--json", action="store_true", help=said.option_json)
    form("--csv", action="store_true", help=said.option_csv)
    return parser


def _list(read: Callable[[str], Any], separator: str = ",") -> Callable[[str], tuple[Any, ...]]:
    """A reader of one value or several, each of them once."""

    def read_list(text: str) -> tuple[Any, ...]:
        return tuple(dict.fromkeys(read(part.strip()) for part in text.split(separator)))

    return read_list


def run(arguments: Sequence[str]) -> int:
    """Train the starts and print their ends; the exit code. Raises UsageError for a wrong argument."""
    values = parser().read(arguments)
    from tui_backprop.training.starts.plan import Plan

    data = own_data(values)
    if data is not None and values.task not in (None, data.table.name):
        raise UsageError(words().data.other_task(task=values.task))
    try:
        plan = Plan(
            (values.task or ("xor" if data is None else data.table.name),),
            values.hidden,
            values.learning_rate,
            values.weights,
            values.first_seed,
            values.starts,
            values.until_error,
            values.iterations,
            data,
        )
    except ValueError as error:
        raise UsageError(reason(error)) from None
    form: _Form = _Json(plan) if values.json else _Csv(plan) if values.csv else _Text(plan)
    try:
        engine = _engine(values)
        with _record(values.resume, plan) as record:
            return _train(plan, engine, record, form)
    except ImportError as problem:
        say(words().starts.no_numba(problem=str(problem)))
    except ValueError as problem:  # the cluster is not there, or not of this version
        say(reason(problem))
    return 1


def _engine(values: argparse.Namespace) -> Engine:
    if values.scheduler is None:
        from tui_backprop.training.starts.threads import Threads

        return Threads(values.jobs)
    from tui_backprop.training.starts.cluster import Cluster

    try:
        return Cluster(values.scheduler)
    except ImportError as problem:
        raise UsageError(words().starts.no_distributed(problem=str(problem))) from None


def _record(path: str | None, plan: Plan) -> Record | nullcontext[None]:
    """The file to resume from, if one is named."""
    if path is None:
        return nullcontext()
    from tui_backprop.training.starts.record import Record

    try:
        return Record(path, plan)
    except ValueError as error:
        raise UsageError(reason(error)) from None
    except OSError as problem:
        raise UsageError(words().command.no_file(name=path, problem=problem_of(problem))) from None


def _train(plan: Plan, engine: Engine, record: Record | None, form: _Form) -> int:
    """Train to the end, or until Ctrl-C, and print what ends in the order of the starts' numbers; the exit code."""
    from tui_backprop.training.starts.order import InOrder
    from tui_backprop.training.starts.run import StartsRun

    order = InOrder(plan)
    if record is not None:
        order.add(record.rows)

    def ended(rows: Any) -> None:
        if record is not None:
            record.write(rows)
        order.add(rows)

    run = StartsRun(plan, engine, None if record is None else record.rows, ended, curves=False)
    _print(form.head())
    with noticing_signals() as signals, progress_bar(plan.total, "{task.fields[note]}") as show:
        run.start()
        over = False
        while not (over or signals):
            over = run.wait(0.05)
            _print(form.starts(order.take()))
            snapshot = run.snapshot()
            show(snapshot.done, _progress(snapshot))
            _print(form.settings(snapshot))
        stopped = bool(signals) and run.snapshot().done < plan.total
        run.stop()
        run.wait()
    _print(form.starts(order.take(all_of_them=True)))
    _print(form.end(run.snapshot()))
    return 128 + signals[0] if stopped else 0


def _print(lines: Iterator[str]) -> None:
    while some := list(islice(lines, 10_000)):  # not all at once: of a million that are resumed all are ready
        print("\n".join(some), flush=True)


def _progress(snapshot: StartsSnapshot) -> str:
    speed = f"{snapshot.speed:,.0f}" if snapshot.speed >= 10 else f"{snapshot.speed:.1f}"
    return words().starts.progress(done=f"{snapshot.done:,}", total=f"{snapshot.total:,}", speed=speed)


# --- how it is printed


class _Form:
    """How the starts are printed: nothing, unless a form says otherwise."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.several = len(plan.settings) > 1

    def head(self) -> Iterator[str]:
        """What comes first."""
        yield from ()

    def starts(self, results: Iterator[StartResult]) -> Iterator[str]:
        """Starts that have ended."""
        yield from ()

    def settings(self, snapshot: StartsSnapshot) -> Iterator[str]:
        """Settings that are complete since the last time."""
        yield from ()

    def end(self, snapshot: StartsSnapshot) -> Iterator[str]:
        """What sums it up."""
        yield from ()


class _Json(_Form):
    """One object for each start; at the end one for each setting."""

    def starts(self, results: Iterator[StartResult]) -> Iterator[str]:
        for result in results:
            yield as_json(
                {
                    **self._keys(result.setting),
                    "seed": result.seed,
                    "iteration": result.iteration,
                    "error": result.error,
                    "wrong": result.wrong,
                }
            )

    def end(self, snapshot: StartsSnapshot) -> Iterator[str]:
        for summary in snapshot.settings:
            first, median, third = summary.quartiles or (None, None, None)
            yield as_json(
                {
                    **self._keys(summary.index),
                    "starts": summary.done,
                    "reached": summary.reached,
                    "rate": summary.share,
                    "interval": summary.interval,
                    "median_iteration": median,
                    "quartiles": None if median is None else (first, third),
                    "groups": [{"wrong": group.wrong, "starts": group.starts} for group in summary.groups],
                }
            )

    def _keys(self, index: int) -> dict[str, Any]:
        if not self.several:
            return {}
        setting = self.plan.settings[index]
        return {"hidden": setting.hidden, "learning_rate": setting.learning_rate, "weights": setting.weights}


class _Csv(_Form):
    """One line for each start."""

    def head(self) -> Iterator[str]:
        yield ("hidden,learning_rate,low,high," if self.several else "") + "seed,iteration,error,wrong"

    def starts(self, results: Iterator[StartResult]) -> Iterator[str]:
        for result in results:
            setting = self.plan.settings[result.setting]
            keys = (setting.hidden, setting.learning_rate, *setting.weights) if self.several else ()
            iteration = "" if result.iteration is None else result.iteration
            values = (*keys, result.seed, iteration, repr(result.error), " ".join(map(str, result.wrong)))
            yield ",".join(map(str, values))


class _Text(_Form):
    """For people: one line for each start of a single setting, or one for each setting; and sentences under them."""

    def __init__(self, plan: Plan) -> None:
        super().__init__(plan)
        self._complete = 0

    def head(self) -> Iterator[str]:
        said = words().starts
        if not self.several:
            yield f"{column(said.seed, 10)} {column(said.iteration, 12)}   {'ΣE':<12} {said.wrong}"
            return
        yield _line(said.hidden, "α", said.weights, said.reached, said.share, said.confidence, said.median)

    def starts(self, results: Iterator[StartResult]) -> Iterator[str]:
        if self.several:
            return
        for result in results:
            iteration = words().starts.never if result.iteration is None else f"{result.iteration:,}"
            wrong = " ".join(map(str, result.wrong))
            yield f"{result.seed:>10} {column(iteration, 12)}   {result.error:<#12.9g} {wrong}".rstrip()

    def settings(self, snapshot: StartsSnapshot) -> Iterator[str]:
        if not self.several:
            return
        for summary in snapshot.settings[self._complete :]:
            if summary.done < self.plan.starts:
                return
            self._complete += 1
            yield _row(summary)

    def end(self, snapshot: StartsSnapshot) -> Iterator[str]:
        if self.several:
            for summary in snapshot.settings[self._complete :]:
                if summary.done:
                    yield _row(summary)
            return
        (summary,) = snapshot.settings
        if summary.share is None or summary.interval is None:
            return
        said = words().starts
        low, high = (_percent(end) for end in summary.interval)
        yield ""
        yield said.solved(
            reached=summary.reached,
            starts=summary.done,
            target=f"{self.plan.until_error:g}",
            share=_percent(summary.share),
            low=low,
            high=high,
        )
        if summary.quartiles is not None:
            first, median, third = (_iteration(value) for value in summary.quartiles)
            yield said.half_by(median=median, first=first, third=third)
        for group in summary.groups:
            yield said.group(starts=group.starts, wrong=group.wrong, seed=group.example.seed)
            if not group.wrong and group.reached < group.starts:
                yield said.right_but_not_under(starts=group.starts - group.reached, target=f"{self.plan.until_error:g}")
        unsided = tuple(k for k, t in enumerate(summary.setting.table.t.tolist(), start=1) if t == 0.5)
        if unsided:
            yield words().data.no_side(samples=unsided)


def _row(summary: SettingSummary) -> str:
    setting: Setting = summary.setting
    weights = ",".join(f"{end:g}" for end in setting.weights)
    low, high = (_percent(end) for end in summary.interval or (0.0, 1.0))
    median = words().starts.never if summary.quartiles is None else _iteration(summary.quartiles[1])
    counts = f"{summary.reached:,} / {summary.done:,}"
    share = f"{_percent(summary.share or 0.0)}%"
    between = f"{low}–{high}%"
    return _line(f"{setting.hidden}", f"{setting.learning_rate:g}", weights, counts, share, between, median)


def _line(*fields: str) -> str:
    """A row of the table, or its head."""
    return " ".join(column(field, width) for field, width in zip(fields, (8, 10, 12, 17, 8, 17, 18), strict=True))


def _percent(share: float) -> str:
    return f"{100 * share:.1f}"


def _iteration(value: float) -> str:
    """The median of an even number of iterations may lie half-way between two, a quartile at a quarter."""
    return f"{value:,.2f}".rstrip("0").rstrip(".")
