"""The ends of a run of many starts in a file that only grows, so that the run can be broken off and resumed."""

from __future__ import annotations

import json
import math
from dataclasses import fields
from pathlib import Path
from types import TracebackType
from typing import IO

import numpy as np

from tui_backprop import __version__
from tui_backprop.calculus.fact import InputError
from tui_backprop.files import claimed
from tui_backprop.training.starts.plan import Plan
from tui_backprop.training.starts.results import ROW, Rows

MOST_OF_A_HEAD = 2**20
MOST_OF_A_LINE = 256
"""Bytes; no line of the plan, no line of a start is longer."""


class Record:
    """A file of one line for the plan and one for each ended start: its number, iterations, wrong samples as bits and ΣE.

    Opening it reads what an earlier run wrote, into `rows`; a last line that was cut off is dropped. Raises InputError
    for another plan's or version's file, for one of something else, and for one that another program has open; OSError
    where it can be neither read nor written. `write` is for one thread at a time. It is a context manager that closes
    the file.
    """

    def __init__(self, path: str | Path, plan: Plan) -> None:
        self.path = Path(path)
        self._file = self.path.open("a+b")
        try:
            if not claimed(self._file):
                raise InputError("starts", "record_in_use", path=str(self.path))
            self.rows: Rows = self._begin(plan, _head(plan))
        except BaseException:
            self._file.close()
            raise

    def _begin(self, plan: Plan, head: bytes) -> Rows:
        """What the file has, up to its last whole line, after which the next one is written."""
        self._file.seek(0)
        first = self._file.readline(MOST_OF_A_HEAD)
        if not first.endswith(b"\n"):
            if not head.startswith(first) or self._file.read(1):
                raise InputError("starts", "no_record", path=str(self.path))
            self._file.truncate(0)
            self._file.write(head)
            self._file.flush()
            return np.empty(0, ROW)
        self._check(first, head)
        rows, end = _read(self._file, plan, self.path)
        self._file.truncate(end)
        return rows

    def _check(self, line: bytes, head: bytes) -> None:
        if line == head:
            return
        try:
            known = "tui-backprop starts" in json.loads(line)
        except (ValueError, TypeError):
            known = False
        raise InputError("starts", "other_plan" if known else "no_record", path=str(self.path))

    def write(self, rows: Rows) -> None:
        """Add ended starts; they are in the hands of the system when it comes back. Raises OSError."""
        for number, iterations, wrong, error in rows.tolist():
            text = "null" if math.isnan(error) else repr(error)
            self._file.write(f"[{number}, {iterations}, {wrong}, {text}]\n".encode())
        self._file.flush()

    def __enter__(self) -> Record:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()


def _head(plan: Plan) -> bytes:
    values = {field.name: getattr(plan, field.name) for field in fields(plan) if field.name != "data"}
    values["learning_rates"] = [float(rate) for rate in plan.learning_rates]
    values["weights"] = [[float(end) for end in ends] for ends in plan.weights]
    if plan.data is not None:
        values["data"] = plan.data.checksum
    return json.dumps({"tui-backprop starts": __version__, **values}).encode() + b"\n"


def _read(file: IO[bytes], plan: Plan, path: Path) -> tuple[Rows, int]:
    """The starts in the whole lines that follow, each once, and where those lines end."""
    rows, count, end = np.empty(256, ROW), 0, file.tell()
    seen = np.zeros(plan.total, np.bool_)
    while (line := file.readline(MOST_OF_A_LINE)).endswith(b"\n"):
        end += len(line)
        try:
            number, iterations, wrong, error = json.loads(line)
            rows[count] = (number, iterations, wrong, math.nan if error is None else error)
        except (ValueError, TypeError, OverflowError):
            raise InputError("starts", "no_record", path=str(path)) from None
        if not 0 <= number < plan.total:
            raise InputError("starts", "no_record", path=str(path))
        if not seen[number]:
            seen[number] = True
            count += 1
            if count == len(rows):
                rows = np.concatenate((rows, np.empty(count, ROW)))
    if len(line) == MOST_OF_A_LINE:
        raise InputError("starts", "no_record", path=str(path))
    return rows[:count].copy(), end
