"""The folder of unfinished runs: each program has its own file, and what a program leaves can be taken up."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tui_backprop.calculus.fact import InputError
from tui_backprop.training.saving import folder as folder_module
from tui_backprop.training.saving.folder import MOST_RUNS, new_slot, read_run, slot_of


def code_of(folder: Path, name: str | None) -> str:
    with pytest.raises(InputError) as caught:
        slot_of(folder, name)
    return caught.value.fact.code


def left(folder: Path, age: float = 0.0, data: bytes = b"x") -> str:
    """The name of a run that a program has left."""
    slot = new_slot(folder)
    slot.path.write_bytes(data)
    os.utime(slot.path, (1e9 - age, 1e9 - age))
    slot.release()
    return slot.name


def test_two_programs_have_two_files(tmp_path):
    one, two = new_slot(tmp_path), new_slot(tmp_path)
    assert one.path != two.path
    one.release()
    two.release()


def test_another_process_cannot_take_what_this_one_has_until_it_ends(tmp_path):
    slot = new_slot(tmp_path)
    slot.path.write_bytes(b"x")
    code = (
        "import sys; from pathlib import Path; from tui_backprop.training.saving.folder import slot_of\n"
        "slot = slot_of(Path(sys.argv[1]), sys.argv[2]); print(slot.name)"
    )

    def asked() -> subprocess.CompletedProcess[str]:
        return subprocess.run([sys.executable, "-c", code, tmp_path, slot.name], capture_output=True, text=True)

    assert "in_use" in asked().stderr
    slot.release()
    assert asked().stdout.strip() == slot.name


def test_without_a_name_it_is_the_newest_that_nobody_has(tmp_path):
    left(tmp_path, age=30)
    wanted = left(tmp_path, age=20)
    held = slot_of(tmp_path, left(tmp_path, age=10))
    found = slot_of(tmp_path, None)
    assert found.name == wanted
    held.release()
    found.release()


def test_what_is_not_there_is_said(tmp_path):
    assert code_of(tmp_path / "none", None) == "nothing_to_resume"
    assert code_of(tmp_path, None) == "nothing_to_resume"
    assert code_of(tmp_path, "20260101-000000") == "no_such_run"
    (tmp_path / "secret.run").write_bytes(b"x")
    assert code_of(tmp_path, "secret") == "no_such_run"
    assert code_of(tmp_path, "../secret") == "no_such_run"


def test_a_place_without_a_run_leaves_nothing(tmp_path):
    new_slot(tmp_path).release()
    assert list(tmp_path.iterdir()) == []


def test_the_oldest_runs_go_but_none_that_is_open(tmp_path):
    oldest = left(tmp_path, age=1e6)
    held = slot_of(tmp_path, oldest)
    second = left(tmp_path, age=1e5)
    for k in range(MOST_RUNS):
        left(tmp_path, age=k)
    new_slot(tmp_path).release()
    runs = {path.stem for path in tmp_path.glob("*.run")}
    assert oldest in runs
    assert second not in runs
    assert len(runs) <= MOST_RUNS
    held.release()


def test_what_a_killed_program_was_writing_is_tidied_away_when_it_is_old(tmp_path):
    stale, fresh = tmp_path / ".a.run.x", tmp_path / ".b.run.y"
    for path in (stale, fresh):
        path.write_bytes(b"half")
    os.utime(stale, (1e9, 1e9))
    new_slot(tmp_path).release()
    assert not stale.exists()
    assert fresh.exists()


def test_a_file_of_any_size_is_not_read(tmp_path, monkeypatch):
    monkeypatch.setattr(folder_module, "LARGEST", 10)
    path = tmp_path / "big.run"
    path.write_bytes(b"x" * 11)
    with pytest.raises(InputError):
        read_run(path)


def test_a_pipe_in_the_place_of_a_file_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(OSError, match="is no file"):
        read_run(tmp_path / "pipe")
