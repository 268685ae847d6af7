"""A session as a file, and a file as a session: checkpoints and curve are kept, nothing is trained anew."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import asdict
from typing import Any, TypeVar

import numpy as np

from tui_backprop.calculus.array import Array
from tui_backprop.calculus.fact import InputError
from tui_backprop.calculus.network.own_data import LONGEST_NAME as LONGEST_FILE
from tui_backprop.calculus.network.own_data import OwnData
from tui_backprop.calculus.network.quantities import Phase
from tui_backprop.training.network.charting import ChartView
from tui_backprop.training.network.kept import MOST_KEPT, Kept
from tui_backprop.training.network.loss_curve import LossCurve, Report
from tui_backprop.training.network.mark import MOST_MARKS, Mark, mark_name
from tui_backprop.training.network.recipe import Edit, Recipe
from tui_backprop.training.network.session import Session
from tui_backprop.training.network.timeline import REPORT_EVERY, Divergence, Timeline
from tui_backprop.training.saving.container import pack, unpack

MOST_EDITS = 10_000
LONGEST_NAME = 80
FARTHEST = 10**15
REPLAYED = 600_000
"""Cycles times parameters that are replayed of a file before it is believed: a quarter of a second in plain Python."""

T = TypeVar("T")


def written(session: Session, screen: str = "network") -> bytes:
    """The file of a session, with the name of the screen that was in sight."""
    arrays: dict[str, Array] = {}
    header = {
        "screen": screen,
        "until_error": session.until_error,
        "view": asdict(session.view),
        "run": _run(session.timeline, session.cycle, session.phase, session.marks, "run", arrays),
        "kept": [
            {"label": kept.label} | _run(kept.timeline, kept.cycle, kept.phase, kept.marks, f"kept{k}", arrays)
            for k, kept in enumerate(session.kept)
        ],
    }
    return pack(header, arrays)


def _run(
    timeline: Timeline, cycle: int, phase: Phase, marks: tuple[Mark, ...], name: str, arrays: dict[str, Array]
) -> dict[str, Any]:
    arrays[f"{name}.checkpoints"] = timeline.checkpoints
    arrays[f"{name}.curve"] = timeline.curve.rows
    arrays[f"{name}.pending"] = timeline.pending
    arrays[f"{name}.reports"] = np.array([report.error for report in timeline.reports])
    recipe, divergence = timeline.recipe, timeline.divergence
    if recipe.data is not None:
        arrays[f"{name}.data"] = np.array(recipe.data.rows)
    return {
        "task": recipe.task,
        "data": None if recipe.data is None else recipe.data.name,
        "hidden": recipe.hidden,
        "seed": recipe.seed,
        "learning_rate": recipe.learning_rate,
        "weights": list(recipe.weights),
        "edits": [str(edit) for edit in recipe.edits],
        "furthest": timeline.furthest,
        "spacing": timeline.spacing,
        "width": timeline.curve.width,
        "count": timeline.curve.count,
        "diverged": None if divergence is None else divergence.index,
        "cycle": cycle,
        "phase": phase.name,
        "marks": [[mark.name, mark.cycle, mark.phase.name] for mark in marks],
    }


def read(data: bytes) -> tuple[Session, str]:
    """The session of a file, and the name of its screen.

    Raises InputError, one sentence, for a file that is no run, is damaged, or does not hold what its recipe gives: some
    of its stretches are replayed, bit for bit, at least the first and the last.
    """
    header, arrays = unpack(data)
    try:
        session = Session.resumed(*_restored(header["run"], "run", arrays))
        session.view = _view(header["view"])
        session.until_error = _maybe(header["until_error"], _positive)
        if len(header["kept"]) > MOST_KEPT:
            raise ValueError("too many kept runs")
        for k, entry in enumerate(header["kept"]):
            session.kept += (Kept(_whole(entry["label"], 1, 99), *_restored(entry, f"kept{k}", arrays)),)
        if len({kept.label for kept in session.kept}) != len(session.kept):
            raise ValueError("two kept runs with one label")
        screen = _text(header["screen"])
    except (ValueError, TypeError, KeyError, AttributeError, IndexError, OverflowError) as error:
        raise InputError("saving", "inconsistent") from error
    timelines = [session.timeline, *(kept.timeline for kept in session.kept)]
    if not all(_agrees(timeline, REPLAYED // len(timelines)) for timeline in timelines):
        raise InputError("saving", "not_its_recipe")
    return session, screen


def _agrees(timeline: Timeline, work: int) -> bool:
    """Whether the stretches that are replayed are what the recipe gives: the first, the last, and others at random.

    `work` is how much may be replayed, in cycles times parameters; the first and the last always are.
    """
    cost = timeline.spacing * timeline.checkpoints.shape[1]
    if cost > REPLAYED:
        # Of a run of a billion cycles one stretch takes longer than loading the machine code, which the app needs anyway.
        with suppress(ImportError):
            timeline.arithmetic.compile()
    stretches = list(range(1, timeline.furthest // timeline.spacing))
    random.shuffle(stretches)
    wanted = [0, timeline.furthest // timeline.spacing, *stretches]
    return all(timeline.agrees(index) for index in dict.fromkeys(wanted[: max(work // cost, 2)]))


def _restored(
    entry: Mapping[str, Any], name: str, arrays: Mapping[str, Array]
) -> tuple[Timeline, int, Phase, tuple[Mark, ...]]:
    """A timeline, the cursor in it and its marks. Raises ValueError and the like for what no run has."""
    if len(entry["edits"]) > MOST_EDITS:
        raise ValueError("too many edits")
    low, high = entry["weights"]
    recipe = Recipe(
        _text(entry["task"]),
        _whole(entry["hidden"]),
        _whole(entry["seed"]),
        _number(entry["learning_rate"]),
        tuple(Edit.parse(_text(edit)) for edit in entry["edits"]),
        (_number(low), _number(high)),
        _data(entry.get("data"), arrays.get(f"{name}.data")),
    )
    furthest = _whole(entry["furthest"])
    curve = LossCurve.of(arrays[f"{name}.curve"], _whole(entry["width"], 1), _whole(entry["count"]))
    timeline = Timeline.of(
        recipe, furthest, _whole(entry["spacing"], 1), arrays[f"{name}.checkpoints"], curve, arrays[f"{name}.pending"]
    )
    reports = arrays[f"{name}.reports"]
    if reports.shape != (curve.count // REPORT_EVERY,) or not np.isfinite(reports).all():
        raise ValueError("the reports are those of another run")
    timeline.reports = [Report((k + 1) * REPORT_EVERY, float(error)) for k, error in enumerate(reports)]
    if entry["diverged"] is not None:
        index = _whole(entry["diverged"])
        if index >= timeline.checkpoints.shape[1]:
            raise ValueError("there is no such parameter")
        timeline.divergence = Divergence(furthest + 1, index)
    cycle, phase = _whole(entry["cycle"]), Phase[entry["phase"]]
    if cycle > furthest or (cycle == 0) != (phase is Phase.START):
        raise ValueError("the cursor is outside of the run")
    if len(entry["marks"]) > MOST_MARKS:
        raise ValueError("too many marks")
    marks = tuple(Mark(_name(name), _whole(at, 0, furthest), Phase[phase]) for name, at, phase in entry["marks"])
    return timeline, cycle, phase, marks


def _data(name: Any, rows: Array | None) -> OwnData | None:
    """The table of one's own that a run takes along. A file from before there were any has no entry for it."""
    if name is None:
        return None
    if rows is None or rows.ndim != 2:
        raise ValueError("the task's rows are missing")
    return OwnData(_text(name, LONGEST_FILE), tuple(tuple(row) for row in rows.tolist()))


def _view(entry: Mapping[str, Any]) -> ChartView:
    flags = {name: entry[name] for name in ("whole", "log", "samples")}
    flags["spread"] = entry.get("spread", False)  # a file from before there was such an axis has no entry for it
    if not all(isinstance(flag, bool) for flag in flags.values()):
        raise TypeError("a flag")
    return ChartView(span=_whole(entry["span"], 1), **flags)


def _whole(value: Any, least: int = 0, most: int = FARTHEST) -> int:
    if type(value) is not int or not least <= value <= most:
        raise ValueError(f"{value!r} is no whole number from {least} to {most}")
    return value


def _number(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError("a number")
    return float(value)


def _text(value: Any, longest: int = LONGEST_NAME) -> str:
    if not isinstance(value, str) or len(value) > longest or not value.isprintable():
        raise ValueError("a text")
    return value


def _name(value: Any) -> str:
    name = _text(value)
    if mark_name(name) != name:
        raise ValueError("a name")
    return name


def _positive(value: float) -> float:
    if not 0 < value < float("inf"):
        raise ValueError("a number over 0")
    return value


def _maybe(value: Any, check: Callable[[float], T]) -> T | None:
    return None if value is None else check(_number(value))
