"""`tui-backprop train`: the article's report, its ends, and the same bits as everywhere else."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from functools import reduce
from operator import add
from pathlib import Path

import pexpect
import pytest

from tui_backprop.cli import main
from tui_backprop.cli.report import entry
from tui_backprop.training.network.arithmetic import Arithmetic
from tui_backprop.training.network.recipe import Edit, Recipe
from tui_backprop.training.network.session import Session

COMMAND = str(Path(sys.executable).with_name("tui-backprop"))
ARTICLE = {1: 0.679307, 10_000: 0.395152, 20_000: 0.0978979}


def lines_of(out: str) -> list[dict]:
    return [json.loads(line, parse_constant=pytest.fail) for line in out.splitlines()]


def train(typed: str, capsys: pytest.CaptureFixture[str], code: int = 0) -> list[dict]:
    assert main(["train", "--json", *typed.split()]) == code
    return lines_of(capsys.readouterr().out)


def state_of(recipe: Recipe, cycle: int) -> dict:
    theta1, theta2 = recipe.split(session_at(recipe, cycle).timeline.state(cycle))
    return {"theta1": theta1.tolist(), "theta2": theta2.tolist()}


def session_at(recipe: Recipe, cycle: int) -> Session:
    session = Session(recipe)
    if cycle > 10_000:
        session.timeline.arithmetic.compile()
    session.go_to(cycle)
    return session


# --- the report


def test_the_report_is_the_articles(capsys):
    reports = train("--iterations 20000 --seed 0", capsys)

    assert [report["iteration"] for report in reports] == [10_000, 20_000]
    for report in reports:
        assert f"{report['error']:.6g}" == f"{ARTICLE[report['iteration']]:.6g}"
    assert [set(report) for report in reports] == [
        {"iteration", "error"},
        {"iteration", "error", "theta1", "theta2"},
    ]


def test_the_first_iteration_is_the_articles(capsys):
    assert f"{train('--iterations 1', capsys)[0]['error']:.6g}" == "0.679307"


def test_the_report_for_people_has_iteration_and_error_in_columns_and_the_parameters_under_it(capsys):
    assert main(["train", "--iterations", "20001"]) == 0

    out, err = capsys.readouterr()
    lines = out.splitlines()
    assert lines[0] == "     iteration   ΣE"
    assert re.fullmatch(r"        10,000   0\.395152\d{3}", lines[1])
    assert re.fullmatch(r"        20,000   0\.0978979\d{3}", lines[2])
    assert re.fullmatch(r"        20,001   0\.0978\d{6}", lines[3])
    assert [lines[4], lines[5], lines[10], lines[11]] == ["", "θ⁽¹⁾  4×3", "", "θ⁽²⁾  1×5"]
    theta = state_of(Recipe(), 80_004)
    shown = [[float(entry) for entry in line.split()] for line in (*lines[6:10], lines[12])]
    for row, exact in zip(shown, theta["theta1"] + theta["theta2"], strict=True):
        assert row == pytest.approx(exact, abs=1e-7)
    assert max(map(len, lines)) < 80
    assert err == ""


@pytest.mark.parametrize("every", [1, 2, 7, 300, 1000])
def test_any_step_between_reports_gives_the_exact_error_of_its_iterations(every, capsys):
    reports = train(f"--iterations 1000 --report-every {every}", capsys)

    expected = [*range(every, 1000, every), 1000]
    errors = session_at(Recipe(), 4000).timeline.errors(0, 4000).reshape(1000, 4).tolist()
    assert [report["iteration"] for report in reports] == expected
    for report in reports:
        e1, e2, e3, e4 = errors[report["iteration"] - 1]
        assert report["error"] == e1 + e2 + e3 + e4


def test_the_last_iteration_is_printed_once_whether_a_report_is_due_or_not(capsys):
    for iterations, expected in ((20, [10, 20]), (25, [10, 20, 25]), (9, [9])):
        reports = train(f"--iterations {iterations} --report-every 10", capsys)
        assert [report["iteration"] for report in reports] == expected


# --- the same bits


RECIPES = [
    Recipe(),
    Recipe("parity3", hidden=7, seed=5, learning_rate=0.7),
    Recipe(seed=8, weights=(-1.5, 0.5)),
    Recipe("nand", hidden=1, seed=2**32 - 1, edits=(Edit(0, "theta2[0,1]", -0.1), Edit(42, "learning_rate", 3.0))),
    Recipe("xor", edits=(Edit(10, "task", "nor"), Edit(801, "theta1[3,2]", 1 / 3), Edit(1200, "theta1[0,0]", 2.0))),
]


@pytest.mark.parametrize("recipe", RECIPES, ids=str)
def test_the_parameters_are_the_sessions_bit_for_bit(recipe, capsys):
    reports = train(" ".join([*recipe.options(), "--iterations", "300"]), capsys)

    cycle = 300 * (8 if recipe.task == "parity3" else 4)
    last = reports[-1]
    assert {"theta1": last["theta1"], "theta2": last["theta2"]} == state_of(recipe, cycle)


def test_edits_may_be_typed_in_any_order(capsys):
    first = train("--iterations 100 --edit 4:learning_rate=1 --edit 80:learning_rate=0.1", capsys)
    assert first == train("--iterations 100 --edit 80:learning_rate=0.1 --edit 4:learning_rate=1", capsys)


def test_the_compiled_kernel_gives_the_same_report(capsys, monkeypatch):
    plain = train("--iterations 25000 --report-every 300 --until-error 0.06", capsys)
    monkeypatch.setattr("tui_backprop.training.network.headless.WORTH_COMPILING", 0)
    assert train("--iterations 25000 --report-every 300 --until-error 0.06", capsys) == plain


def test_without_numba_a_long_run_is_trained_by_the_plain_kernel(capsys, monkeypatch):
    def missing(self: Arithmetic) -> None:
        raise ImportError("no Numba")

    expected = train("--iterations 1000", capsys)
    monkeypatch.setattr("tui_backprop.training.network.headless.WORTH_COMPILING", 0)
    monkeypatch.setattr(Arithmetic, "compile", missing)
    assert train("--iterations 1000", capsys) == expected


# --- the ends


def test_it_stops_at_the_first_iteration_under_the_target_and_says_so(capsys):
    assert main(["train", "--json", "--iterations", "100000", "--until-error", "0.4", "--report-every", "500"]) == 0

    out, err = capsys.readouterr()
    reports = lines_of(out)
    assert reports[-1]["error"] < 0.4 <= reports[-2]["error"]
    assert err == f"tui-backprop: ΣE < 0.4 at iteration {reports[-1]['iteration']:,}\n"
    before = session_at(Recipe(), 4 * reports[-1]["iteration"]).timeline
    assert before.errors(before.furthest - 8, before.furthest - 4).sum() >= 0.4


def test_a_target_out_of_reach_is_said_too(capsys):
    assert main(["train", "--iterations", "10", "--until-error", "1e-9"]) == 0
    assert capsys.readouterr().err == "tui-backprop: ΣE did not come under 1e-09 in 10 iterations\n"


def test_a_run_that_leaves_the_finite_numbers_ends_with_the_last_finite_iteration_and_code_1(capsys):
    options = "--iterations 1000 --edit 2002:theta1[1,2]=inf --report-every 100"
    assert main(["train", "--json", *options.split()]) == 1

    out, err = capsys.readouterr()
    reports = lines_of(out)
    assert [report["iteration"] for report in reports] == [100, 200, 300, 400, 500]
    assert {name: reports[-1][name] for name in ("theta1", "theta2")} == state_of(Recipe(), 2000)
    assert "cycle 2,002 leaves the finite numbers" in err
    assert "the run ends at cycle 2,001" in err
    assert err.count("\n") == 1


def test_what_is_not_finite_is_null_in_json(capsys):
    (report,) = train("--edit 0:theta1[0,0]=nan", capsys, code=1)

    assert (report["iteration"], report["error"]) == (0, None)
    assert report["theta1"][0][0] is None
    assert report["theta2"] == state_of(Recipe(), 0)["theta2"]


def test_a_run_without_a_whole_iteration_is_readable_too(capsys):
    assert main(["train", "--edit", "0:theta1[0,0]=1e999"]) == 1

    lines = capsys.readouterr().out.splitlines()
    assert lines[1] == "             0   —"
    assert lines[4].split()[0] == "+∞"


# --- the process


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_ctrl_c_leaves_with_the_last_report(number, code):
    process = subprocess.Popen(
        [COMMAND, "train", "--json", "--iterations", "10000000000"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert process.stdout is not None
    first = process.stdout.readline()
    process.send_signal(number)
    out, err = process.communicate(timeout=60)

    reports = lines_of(first + out)
    assert process.returncode == code
    assert err == ""
    assert f"{reports[0]['error']:.6g}" == "0.395152"
    assert all("theta1" not in report for report in reports[:-1])
    last = reports[-1]
    assert [report["iteration"] for report in reports] == sorted({report["iteration"] for report in reports})
    assert {name: last[name] for name in ("theta1", "theta2")} == state_after(last["iteration"])


def state_after(iteration: int) -> dict:
    session = Session()
    session.timeline.arithmetic.compile()
    session.go_to(4 * iteration)
    theta1, theta2 = session.recipe.split(session.timeline.state(4 * iteration))
    return {"theta1": theta1.tolist(), "theta2": theta2.tolist()}


def test_ctrl_c_is_ignored_where_the_shell_says_so():
    process = subprocess.Popen(
        [COMMAND, "train", "--json", "--iterations", "20000", "--report-every", "2000"],
        stdout=subprocess.PIPE, text=True, preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_IGN),
    )  # fmt: skip
    assert process.stdout is not None
    first = process.stdout.readline()
    process.send_signal(signal.SIGINT)
    out, _ = process.communicate(timeout=60)

    assert process.returncode == 0
    assert [report["iteration"] for report in lines_of(first + out)] == list(range(2_000, 20_001, 2_000))


@pytest.mark.parametrize(
    "typed", ["train --iterations 10000000 --json --report-every 5", "train --iterations 5", "--help"]
)
def test_a_closed_pipe_ends_quietly(typed):
    process = subprocess.Popen([COMMAND, *typed.split()], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    process.stdout.close()
    assert process.wait(timeout=60) == 0
    assert process.stderr is not None
    assert process.stderr.read() == b""
    process.stderr.close()


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no /dev/full here")
def test_a_full_disk_gets_one_sentence():
    command = [COMMAND, "train", "--iterations", "5"]
    with open("/dev/full", "w") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, timeout=60)
    assert done.returncode == 1
    assert done.stderr == "tui-backprop: the output could not be written: No space left on device\n"


def test_an_encoding_without_theta_gets_question_marks():
    environment = dict(os.environ, PYTHONIOENCODING="ascii")
    done = subprocess.run(
        [COMMAND, "train", "--iterations", "5"], capture_output=True, text=True, timeout=60, env=environment
    )
    assert done.returncode == 0
    assert "????  4?3" in done.stdout


def test_the_installed_command_refuses_with_one_sentence():
    done = subprocess.run(
        [COMMAND, "train", "--hidden", "99"], capture_output=True, text=True, timeout=60, stdin=subprocess.DEVNULL
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "tui-backprop: the number of hidden units is 99; it goes from 1 to 16\n"


def test_where_the_standard_error_is_a_terminal_a_bar_shows_the_progress(tmp_path):
    path = tmp_path / "report"
    shell = pexpect.spawn("sh", ["-c", f'"{COMMAND}" train --iterations 30000 --json > "{path}"'], dimensions=(24, 80))
    shell.expect_exact("of 30,000", timeout=30)
    shell.expect_exact("100%", timeout=30)
    shell.expect_exact("\x1b[?25h", timeout=30)  # the cursor is back
    shell.expect(pexpect.EOF, timeout=30)
    shell.close()

    assert shell.exitstatus == 0
    assert [report["iteration"] for report in lines_of(path.read_text())] == [10_000, 20_000, 30_000]


def test_at_a_terminal_ctrl_c_takes_the_bar_away_and_gives_the_report():
    # A terminal drops what it has not shown yet at Ctrl-C, be it in the middle of a character.
    options = {"dimensions": (24, 80), "encoding": "utf-8", "codec_errors": "replace"}
    shell = pexpect.spawn(COMMAND, ["train", "--iterations", "1000000000"], **options)
    shell.expect_exact("0.395152", timeout=30)
    time.sleep(0.2)
    shell.sendintr()
    shell.expect_exact("\x1b[?25h", timeout=30)
    shell.expect_exact("θ⁽²⁾  1×5", timeout=30)
    shell.expect(pexpect.EOF, timeout=30)
    shell.close()

    assert shell.exitstatus == 130


def test_the_csv_file_has_each_sample_s_error_to_the_last_digit(tmp_path, capsys):
    file = tmp_path / "run.csv"
    assert main(["train", "--iterations", "25", "--report-every", "10", "--csv", str(file)]) == 0
    capsys.readouterr()
    head, *rows = file.read_text().splitlines()
    assert head == "iteration,sum_E,E_1,E_2,E_3,E_4"
    session = Session(Recipe())
    session.go_to(100)
    for row, iteration in zip(rows, (10, 20, 25), strict=True):
        number, total, *errors = row.split(",")
        assert int(number) == iteration
        assert list(map(float, errors)) == session.timeline.errors(4 * iteration - 4, 4 * iteration).tolist()
        assert float(total) == reduce(add, map(float, errors))  # from Python 3.12 on sum() rounds but once


def test_a_csv_file_that_cannot_be_written_is_one_sentence(tmp_path, capsys):
    assert main(["train", "--csv", str(tmp_path / "no" / "run.csv")]) == 2
    assert "cannot be opened: No such file or directory" in capsys.readouterr().err


def test_what_is_no_number_has_no_sign():
    assert entry(float("nan")) == entry(-float("nan")) == "∄"
