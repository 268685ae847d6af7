"""`tui-backprop starts`: its lines, its sums, its ends."""

import csv
import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pexpect
import pytest

from tui_backprop.cli import main
from tui_backprop.training.network.recipe import Recipe
from tui_backprop.training.network.session import Session

COMMAND = str(Path(sys.executable).with_name("tui-backprop"))
QUICK = "--hidden 2 --learning-rate 0.5 --iterations 4000 --starts 40"


def lines_of(out):
    return [json.loads(line, parse_constant=pytest.fail) for line in out.splitlines()]


def starts(typed, capsys, code=0):
    assert main(["starts", *typed.split()]) == code
    return capsys.readouterr()


def as_json(typed, capsys):
    return lines_of(starts(f"--json {typed}", capsys).out)


# --- the lines


def test_there_is_a_line_for_each_start_in_the_order_of_seeds_and_one_that_sums_them_up(capsys):
    *lines, total = as_json(f"{QUICK} --first-seed 5", capsys)
    assert [line["seed"] for line in lines] == list(range(5, 45))
    assert all(list(line) == ["seed", "iteration", "error", "wrong"] for line in lines)
    reached = [line["iteration"] for line in lines if line["iteration"] is not None]
    assert all((line["error"] < 0.01) == (line["iteration"] is not None) for line in lines)
    assert (total["starts"], total["reached"], total["rate"]) == (40, len(reached), len(reached) / 40)
    assert total["median_iteration"] == np.median(reached)
    assert total["quartiles"] == pytest.approx(np.quantile(reached, (0.25, 0.75)).tolist())
    assert total["interval"][0] < total["rate"] < total["interval"][1]
    wrong = [line["wrong"] for line in lines]
    assert sorted((group["wrong"], group["starts"]) for group in total["groups"]) == sorted(
        (group, wrong.count(group)) for group in [list(each) for each in {tuple(each) for each in wrong}]
    )


def test_a_line_is_the_end_of_the_same_run_by_itself(capsys):
    *lines, _ = as_json("--starts 4 --hidden 3 --learning-rate 2 --weights -2,2 --task and --iterations 3000", capsys)
    for line in lines:
        session = Session(Recipe("and", 3, line["seed"], 2.0, weights=(-2, 2)), until_error=0.01)
        session.go_to(12_000)
        assert session.cycle == 4 * (line["iteration"] or 3000)
        e1, e2, e3, e4 = session.timeline.errors(session.cycle - 4, session.cycle).tolist()
        assert line["error"] == e1 + e2 + e3 + e4


@pytest.mark.parametrize("jobs", [1, 2, 7])
def test_the_lines_are_the_same_for_any_number_of_threads(jobs, capsys):
    assert as_json(f"{QUICK} --jobs {jobs}", capsys) == as_json(QUICK, capsys)


def test_several_settings_have_their_names_in_every_line_and_a_sum_each(capsys):
    assert main(["starts", "--json", *QUICK.split(), "--hidden", "1,2", "--weights", "0,1;-1,1"]) == 0
    lines = lines_of(capsys.readouterr().out)
    settings = [(hidden, [low, 1.0]) for hidden in (1, 2) for low in (0.0, -1.0)]
    found = [(line["hidden"], line["weights"], line["seed"]) for line in lines[:-4]]
    assert found == [(hidden, weights, seed) for hidden, weights in settings for seed in range(40)]
    assert [(line["hidden"], line["weights"], line["starts"]) for line in lines[-4:]] == [(*s, 40) for s in settings]
    assert {line["learning_rate"] for line in lines} == {0.5}


def test_csv_is_a_table_of_the_same_numbers(capsys):
    *lines, _ = as_json(QUICK, capsys)
    rows = list(csv.DictReader(starts(f"--csv {QUICK}", capsys).out.splitlines()))
    for row, line in zip(rows, lines, strict=True):
        assert (int(row["seed"]), float(row["error"])) == (line["seed"], line["error"])
        assert row["iteration"] == ("" if line["iteration"] is None else str(line["iteration"]))
        assert [int(k) for k in row["wrong"].split()] == line["wrong"]
    starts("--csv --starts 1 --hidden 1,2 --iterations 9", capsys)


def test_people_get_columns_and_sentences(capsys):
    out = starts("--starts 100 --hidden 2 --learning-rate 0.5 --iterations 20000", capsys).out
    lines = out.splitlines()
    assert lines[0].split() == ["seed", "iteration", "ΣE", "wrong", "samples"]
    assert re.fullmatch(r" {9}0 +[\d,]+   0\.00\d+", lines[1])
    assert re.fullmatch(r" {9}1 +never   0\.\d+ +2", lines[2])
    assert "81 of 100 starts came under ΣE = 0.01: 81.0%, with 95% confidence between 72.2% and 87.5%" in out
    assert "16 starts end with sample 2 wrong, such as seed 1." in out
    assert max(map(len, lines)) < 110


def test_a_start_that_has_all_right_and_is_not_under_the_target_is_not_passed_over(capsys):
    out = starts("--starts 6 --learning-rate 0.5 --iterations 1800", capsys).out
    assert "5 of 6 starts came under" in out
    assert "6 starts end with no sample wrong" in out
    assert "1 of these did not come under" in out


def test_people_get_a_table_of_several_settings_whose_columns_stand_under_their_heads(capsys):
    out = starts("--starts 20 --hidden 1,4 --learning-rate 0.5,20 --iterations 5000", capsys).out
    head, *rows = out.splitlines()
    assert [row.split()[:2] for row in rows] == [["1", "0.5"], ["1", "20"], ["4", "0.5"], ["4", "20"]]
    assert {len(row) for row in rows} == {len(head)}
    assert "0 / 20" in rows[0]
    assert "20 / 20" in rows[2]


# --- what is refused


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("--hidden 4,17", "hidden units is 17"),
        ("--hidden 4,", "'' is not a whole number"),
        ("--learning-rate 0.5,x", "'x' is not a number"),
        ("--weights 1,0", "the first weights is 1,0"),
        ("--weights 1", "'1' is not 2 numbers"),
        ("--starts 0", "whole number from 1"),
        ("--until-error 0", "number over 0"),
        ("--task imply", "no task 'imply'"),
        ("--first-seed 4294967295 --starts 2", "there are 1 seeds"),
        ("--json --csv", "--csv does not go with --json; give one of the two"),
        ("--jobs 0", "whole number from 1"),
    ],
)
def test_a_wrong_value_is_one_sentence(typed, sentence, capsys):
    err = starts(typed, capsys, code=2).err
    assert sentence in err
    assert err.count("\n") == 1


def test_without_numba_it_says_so(capsys, monkeypatch):
    monkeypatch.setitem(sys.modules, "tui_backprop.calculus.network.lanes", None)
    err = starts("--starts 1", capsys, code=1).err
    assert "many starts need Numba" in err


def test_a_scheduler_that_is_not_there_is_one_sentence_and_exit_code_1(capsys, monkeypatch):
    pytest.importorskip("distributed")
    monkeypatch.setattr("tui_backprop.training.starts.cluster.CONNECT_SECONDS", 1)
    err = starts("--starts 1 --scheduler tcp://127.0.0.1:1", capsys, code=1).err
    assert err.startswith("tui-backprop: no Dask scheduler answers at tcp://127.0.0.1:1")
    assert err.count("\n") == 1


def test_without_dask_a_scheduler_is_refused_with_what_to_install(capsys, monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    assert "install tui-backprop[cluster]" in starts("--starts 1 --scheduler tcp://host:8786", capsys, code=2).err


# --- broken off and resumed


def test_ctrl_c_prints_what_has_ended_and_leaves_with_130():
    command = [COMMAND, "starts", "--json", "--starts", "1000000"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        first = process.stdout.readline()
        time.sleep(0.2)
        process.send_signal(signal.SIGINT)
        out, err = process.stdout.read(), process.stderr.read()
    assert process.returncode == 130
    assert err == ""
    *lines, total = lines_of(first + out)
    seeds = [line["seed"] for line in lines]
    assert seeds == sorted(seeds)
    assert total["starts"] == len(lines) > 0


def test_a_run_that_was_killed_is_resumed_and_gives_the_lines_of_one_that_was_not(tmp_path, capsys):
    path = tmp_path / "starts"
    command = [COMMAND, "starts", "--json", "--starts", "3000", "--learning-rate", "0.5", "--iterations", "20000"]
    process = subprocess.Popen([*command, "--jobs", "1", "--resume", str(path)], stdout=subprocess.DEVNULL)
    while not path.exists() or path.read_bytes().count(b"\n") < 50:
        time.sleep(0.001)
        assert process.poll() is None
    process.kill()
    process.wait()
    with path.open("ab") as file:
        file.write(b"[2999, 17")  # as if it had been killed while it wrote
    before = path.read_bytes().count(b"\n") - 1
    assert 50 <= before + 1 < 3000
    assert main([*command[1:], "--resume", str(path)]) == 0
    resumed = capsys.readouterr().out
    assert main(command[1:]) == 0
    assert resumed == capsys.readouterr().out
    assert path.read_bytes().count(b"\n") == 3001
    assert main([*command[1:], "--resume", str(path)]) == 0
    assert capsys.readouterr().out == resumed


def test_a_file_of_another_plan_is_refused(tmp_path, capsys):
    path = tmp_path / "starts"
    starts(f"--starts 2 --iterations 5 --resume {path}", capsys)
    assert "another plan" in starts(f"--starts 3 --iterations 5 --resume {path}", capsys, code=2).err
    path.write_text("a letter\n")
    assert "no file of tui-backprop starts" in starts(f"--starts 2 --resume {path}", capsys, code=2).err
    assert str(tmp_path) in starts(f"--starts 2 --resume {tmp_path}", capsys, code=2).err


def test_a_terminal_shows_how_far_it_is_and_the_bar_is_gone_at_the_end():
    environment = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "100"}
    child = pexpect.spawn(
        COMMAND,
        ["starts", "--starts", "3000", "--hidden", "2,3"],
        encoding="utf-8",
        env=environment,
        dimensions=(24, 100),
    )
    child.expect(r"[\d,]+ of 6,000 starts, [\d,.]+/s", timeout=60)
    child.expect(r"\d+%")
    child.sendintr()
    child.expect(r"median iteration|\d / ", timeout=60)
    child.expect(pexpect.EOF, timeout=60)
    child.close()
    assert child.exitstatus == 130
