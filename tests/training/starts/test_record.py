"""The file that a run of many starts can be resumed from."""

import dataclasses
from contextlib import contextmanager

import numpy as np
import pytest

from tui_backprop.calculus.fact import InputError
from tui_backprop.training.starts.plan import Plan
from tui_backprop.training.starts.record import Record
from tui_backprop.training.starts.results import ROW

PLAN = Plan(starts=9, weights=((0, 1), (-1 / 3, 0.5)))
ROWS = np.array([(4, 100, 0, 0.00999), (2, 9, 6, np.nan), (17, 100, 1, 1 / 3), (3, 5, 0, 1e-300)], ROW)


@contextmanager
def refused(code):
    with pytest.raises(InputError) as refusal:
        yield
    assert refusal.value.fact.code == code


@pytest.fixture
def path(tmp_path):
    return tmp_path / "starts.jsonl"


def written(path, *parts):
    for part in parts:
        with Record(path, PLAN) as record:
            record.write(part)


def test_what_is_written_is_read_back_to_the_bit_however_often_it_is_opened(path):
    written(path, ROWS[:1], ROWS[1:1], ROWS[1:])
    with Record(path, PLAN) as record:
        assert record.rows.tobytes() == ROWS.tobytes()


def test_a_file_cut_anywhere_loses_its_last_line_only_and_can_be_gone_on_with(path):
    written(path, ROWS)
    data = path.read_bytes()
    for length in range(len(data) + 1):
        path.write_bytes(data[:length])
        whole = max(data[:length].count(b"\n") - 1, 0)
        with Record(path, PLAN) as record:
            assert record.rows.tobytes() == ROWS[:whole].tobytes()
            record.write(ROWS[whole:])
        assert path.read_bytes() == data


def test_a_start_that_is_there_twice_counts_once(path):
    written(path, ROWS, ROWS[:2])
    with Record(path, PLAN) as record:
        assert record.rows.tobytes() == ROWS.tobytes()


@pytest.mark.parametrize(
    "change", [{"starts": 10}, {"first_seed": 1}, {"until_error": 0.02}, {"hidden": (3,)}, {"weights": ((0, 1),)}]
)
def test_another_plan_s_file_is_refused_and_left_as_it_is(path, change):
    written(path, ROWS)
    before = path.read_bytes()
    with refused("other_plan"):
        Record(path, dataclasses.replace(PLAN, **change))
    assert path.read_bytes() == before


def test_another_version_s_file_is_refused(path, monkeypatch):
    written(path, ROWS)
    monkeypatch.setattr("tui_backprop.training.starts.record.__version__", "0.0.1")
    with refused("other_plan"):
        Record(path, PLAN)


@pytest.mark.parametrize("text", [b"a letter", b"a letter\nto a friend\n", b"[1, 2]\n", b"{}\n", b"\xff\n"])
def test_a_file_of_something_else_is_refused_and_left_as_it_is(path, text):
    path.write_bytes(text)
    with refused("no_record"):
        Record(path, PLAN)
    assert path.read_bytes() == text


@pytest.mark.parametrize("line", [b"[1, 2, 3]", b"[18, 1, 0, 0.5]", b"[-1, 1, 0, 0.5]", b"what"])
def test_a_whole_line_that_is_no_start_of_the_plan_is_refused(path, line):
    written(path, ROWS)
    path.write_bytes(path.read_bytes() + line + b"\n")
    with refused("no_record"):
        Record(path, PLAN)


def test_a_folder_is_no_file(tmp_path):
    with pytest.raises(OSError):  # noqa: PT011
        Record(tmp_path, PLAN)


def test_two_programs_never_write_one_file(path):
    written(path, ROWS)
    before = path.read_bytes()
    with Record(path, PLAN):
        with refused("record_in_use"):
            Record(path, PLAN)
        assert path.read_bytes() == before
    with Record(path, PLAN) as record:
        assert len(record.rows) == len(ROWS)
