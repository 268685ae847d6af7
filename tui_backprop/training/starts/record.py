"""The ends of a run of many starts in a file that only grows, so that the run can be broken off and resumed."""

from __future__ import annotations

import json
import math
from pathlib import Path
from types import TracebackType
from typing import TextIO

import numpy as np

from tui_backprop import __version__
from tui_backprop.calculus.fact import InputError
from tui_backprop.training.starts.plan import Plan
from tui_backprop.training.starts.results import ROW, Rows


class Record:
    """A file of one line for the plan and one for each ended start: its number, iterations, wrong samples as bits and ΣE.

    Opening it reads what an earlier run wrote, into `rows`; a last line that was cut off is dropped. Raises
    InputError for another plan's or version's file or one of something else, and OSError where it can be neither read nor
    written. `write` is for one thread
    at a time. It is a context manager that closes the file.
    """

    def __init__(self, path: str | Path, plan: Plan) -> None:
        self.path = Path(path)
        head = _head(plan)
        try:
            data = self.path.read_bytes()
        except FileNotFoundError:
            data = b""
        whole = data[: data.rfind(b"\n") + 1]
        lines = whole.splitlines()
        self.rows: Rows = np.empty(0, ROW)
        if lines:
            self._check(lines[0], head)
            self.rows = _read(lines[1:], plan, self.path)
        elif not _could_begin(data, head):
            raise InputError("starts", "no_record", path=str(self.path))
        self._file: TextIO = self.path.open("a", encoding="ascii", newline="\n")
        if len(whole) < len(data):
            self._file.truncate(len(whole))
        if not lines:
            self._file.write(head + "\n")
            self._file.flush()

    def _check(self, line: bytes, head: str) -> None:
        if line.decode("utf-8", "replace") == head:
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
            self._file.write(f"[{number}, {iterations}, {wrong}, {text}]\n")
        self._file.flush()

    def __enter__(self) -> Record:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()


def _head(plan: Plan) -> str:
    fields = ("tasks", "hidden", "learning_rates", "weights", "first_seed", "starts", "until_error", "iterations")
    values = {name: getattr(plan, name) for name in fields}
    values["learning_rates"] = [float(rate) for rate in plan.learning_rates]
    values["weights"] = [[float(end) for end in ends] for ends in plan.weights]
    if plan.data is not None:
        values["data"] = plan.data.checksum
    return json.dumps({"tui-backprop starts": __version__, **values})


def _could_begin(data: bytes, head: str) -> bool:
    """Whether the file is empty or was cut off in its first line."""
    return head.encode().startswith(data)


def _read(lines: list[bytes], plan: Plan, path: Path) -> Rows:
    rows = np.empty(len(lines), ROW)
    seen = np.zeros(plan.total, np.bool_)
    count = 0
    for line in lines:
        try:
            number, iterations, wrong, error = json.loads(line)
            rows[count] = (number, iterations, wrong, math.nan if error is None else error)
        except (ValueError, TypeError):
            raise InputError("starts", "no_record", path=str(path)) from None
        if not 0 <= number < plan.total:
            raise InputError("starts", "no_record", path=str(path))
        if not seen[number]:
            seen[number] = True
            count += 1
    return rows[:count].copy()
