"""Leaving and coming back: by q, by a kill, by a file that is handed on."""

from __future__ import annotations

import re
import signal
import sys
from pathlib import Path

import pytest
from terminal import PROGRAM, RIGHT, Terminal

from tui_backprop.cli import main
from tui_backprop.training.saving.container import unpack

pytestmark = pytest.mark.filterwarnings("ignore:.*multi-threaded, use of forkpty:DeprecationWarning")


def at(cycle: int):
    return lambda terminal: terminal.cycle == cycle and terminal.lines[-1].endswith("quit")


def test_q_prints_the_way_back_and_the_way_back_is_the_same_moment(tmp_path):
    with Terminal(tmp_path) as terminal:
        terminal.wait(at(0))
        terminal.press(RIGHT, RIGHT, "]")
        terminal.wait(at(6))
        terminal.press(",")
        seen = terminal.wait_until_still()
        terminal.press("q")
        assert terminal.wait_for_the_end() == 0
        said = bytes(terminal.output).decode()
    back = re.search(r"to come back here: tui-backprop (--resume [0-9-]+)", said)
    anew = re.search(r"the same run from its start: tui-backprop (--task .*--go-to \d+)", said)
    assert back is not None
    assert anew is not None
    with Terminal(tmp_path, str(PROGRAM), *back[1].split()) as terminal:
        terminal.wait(lambda t: at(6)(t) and t.lines == seen)


def kept_cycle(folder: Path) -> int:
    """The cycle of the run that is kept under a home; -1 where there is none yet."""
    return max((unpack(path.read_bytes())[0]["run"]["cycle"] for path in folder.rglob("*.run")), default=-1)


def test_a_kill_while_it_runs_loses_the_last_few_seconds_at_most(tmp_path):
    with Terminal(tmp_path) as terminal:
        terminal.wait(at(0))
        terminal.press(" ")
        terminal.wait(lambda t: t.cycle > 20_000)
        reached = terminal.cycle
        terminal.wait(lambda t: kept_cycle(tmp_path) >= reached, timeout=20)
        terminal.kill(signal.SIGKILL)
        terminal.wait_for_the_end()
    with Terminal(tmp_path, str(PROGRAM), "--resume") as terminal:
        terminal.wait(lambda t: t.cycle >= reached and "‖ paused" in t.lines[0])


def test_what_is_no_run_is_one_sentence(tmp_path, monkeypatch, capsys):
    (tmp_path / "a.run").write_bytes(b"no run")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    for stream in (sys.stdout, sys.stdin):
        monkeypatch.setattr(stream, "isatty", lambda: True)
    for command, said in (
        (("open", "a.run"), "a.run cannot be opened: it is no run of tui-backprop"),
        (("open", "b.run"), "b.run cannot be read: there is no such file"),
        (("--resume",), "there is no run to go on with"),
        (("--resume", "20260101-000000"), "no run is kept under the name 20260101-000000"),
        (("--resume", "--seed", "0"), "--seed does not go with --resume"),
        (("--save", "a.run"), "a.run is there already"),
    ):
        assert main([*command]) == 2
        out, err = capsys.readouterr()
        assert said in err
        assert (out, err.count("\n")) == ("", 1), command
    with Terminal(tmp_path, str(PROGRAM), "open", "a.run", columns=200) as terminal:
        assert terminal.wait_for_the_end() == 2
        assert "a.run cannot be opened: it is no run of tui-backprop" in terminal.text
        assert b"Traceback" not in terminal.output


@pytest.mark.parametrize(("choice", "follows"), [("\x1b", "network"), ("L", "0 of 9")], ids=["declined", "taken"])
def test_the_first_start_offers_the_lessons_in_one_line_and_no_later_one_does(tmp_path, choice, follows):
    kept = tmp_path / ".local/state/tui-backprop/lessons.json"
    kept.parent.mkdir(parents=True)
    kept.write_text("{}")
    with Terminal(tmp_path) as terminal:
        terminal.wait("New here?")
        assert "New here?" in terminal.lines[-1], "one line, the last"
        assert terminal.lines[-2].endswith("quit"), "and the footer above it"
        terminal.press(choice)
        terminal.wait(lambda t: "New here?" not in t.text and follows in t.text)
        terminal.press("\x11")
        terminal.wait_for_the_end()
        assert "the same run from its start" not in bytes(terminal.output).decode(), "nothing was run"
    with Terminal(tmp_path) as terminal:
        terminal.wait(at(0))
        assert not any("New here?" in line for line in terminal.wait_until_still())
