"""--data FILE.csv: a task of one's own in `train`, `starts` and the app, and one sentence for a file that is none."""

import json
import shlex

import pytest

from tui_backprop.calculus.network.own_data import OwnData, read_table
from tui_backprop.cli import main
from tui_backprop.training.network.recipe import Recipe
from tui_backprop.training.network.session import Session
from tui_backprop.training.starts.options import plan_command, plan_options, read_plan
from tui_backprop.training.starts.plan import Plan

TEXT = "width,height,kind\n-1.5,2,0\n3,4.25,1\n0,1,0.5\n"
OWN = read_table(TEXT, "own.csv")


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "own.csv").write_text(TEXT)
    return tmp_path


def said(capsys, *arguments):
    assert main(arguments) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    return err


def test_train_trains_on_it_as_the_app_does(capsys):
    assert main(["train", "--data", "own.csv", "--json", "--iterations", "50", "--learning-rate", "0.5"]) == 0
    found = json.loads(capsys.readouterr().out.splitlines()[-1])
    session = Session(Recipe("data", data=OWN, learning_rate=0.5))
    session.go_to(150)
    theta1, theta2 = session.recipe.split(session.timeline.state(150))
    assert (found["theta1"], found["theta2"]) == (theta1.tolist(), theta2.tolist())


@pytest.mark.parametrize("start", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
def test_the_mark_of_utf_8_and_the_ends_of_lines_make_no_difference(capsys, folder, start, end):
    (folder / "own.csv").write_bytes(start + TEXT.encode().replace(b"\n", end))
    assert main(["train", "--data", "own.csv", "--data-checksum", OWN.checksum, "--iterations", "1"]) == 0


def test_the_command_that_reproduces_a_run_is_taken(capsys):
    session = Session(Recipe("data", data=OWN, seed=5))
    session.go_to(7)
    command = shlex.split(session.command())
    assert command[:5] == ["tui-backprop", "--data", "own.csv", "--data-checksum", OWN.checksum]
    assert main(["train", *command[1:-2], "--iterations", "1"]) == 0


def test_a_table_that_has_changed_is_refused(capsys, folder):
    (folder / "own.csv").write_text(TEXT.replace("4.25", "4.26"))
    error = said(capsys, "train", "--data", "own.csv", "--data-checksum", OWN.checksum)
    assert "own.csv: its numbers have changed" in error
    assert OWN.checksum in error


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"0,0,1\n0,x,1\n", "row 2, column 2 is 'x'; it should be a finite number, such as 0.5"),
        (b"0,0,1\n0,inf,1\n", "row 2, column 2 is 'inf'; it should be a finite number"),
        (b"0,0,1\n0,1\n", "row 2, column 3 is missing"),
        (b"0,0,1\n0,0,1.5\n", "row 2, column 3: the label is 1.5; it should be from 0 to 1"),
        (b"0,0,1\n" * 65, "row 65 is one too many: a table has up to 64 rows"),
        (b"0,0,0,0,0,1\n", "row 1 has 6 columns; it should have 2 to 4 inputs and then the label"),
        (b"", "it has no row of numbers"),
        (b"\xff\xfe0\x00", "it is no text in UTF-8"),
        (b"0,0,1\n\0\n", "it is no text in UTF-8"),
        (b"0,0,1\n" * 200_000, "it has more than 1 MiB"),
    ],
)
@pytest.mark.parametrize("command", ["train", "starts"])
def test_a_file_that_is_no_table_is_one_sentence_with_row_and_column(capsys, folder, command, content, sentence):
    (folder / "wrong.csv").write_bytes(content)
    assert f"wrong.csv: {sentence}" in said(capsys, command, "--data", "wrong.csv")


def test_a_folder_and_a_file_that_is_not_there_are_refused(capsys, folder):
    (folder / "folder").mkdir()
    assert "folder is no file" in said(capsys, "train", "--data", "folder")
    assert "there is no such file" in said(capsys, "--data", "nothing.csv")


def test_what_contradicts_it_is_refused(capsys):
    assert "leave out --task xor" in said(capsys, "train", "--data", "own.csv", "--task", "xor")
    assert "leave out --task and" in said(capsys, "starts", "--data", "own.csv", "--task", "and")
    assert "needs --data FILE" in said(capsys, "train", "--data-checksum", "12")
    assert "name its file by --data" in said(capsys, "train", "--task", "data")
    assert "--data" in said(capsys, "--resume", "--data", "own.csv")


def test_starts_tries_it_and_says_which_sample_has_no_side(capsys):
    typed = "starts --data own.csv --starts 4 --learning-rate 0.5 --iterations 300"
    assert main(typed.split()) == 0
    assert "cannot tell right from wrong for sample 3" in capsys.readouterr().out
    assert main([*typed.split(), "--json"]) == 0
    first = json.loads(capsys.readouterr().out.splitlines()[0])
    session = Session(Recipe("data", data=OWN, learning_rate=0.5))
    session.go_to(3 * first["iteration"])
    assert first["error"] == session.snapshot().iteration_error


def test_a_plan_on_it_is_typed_and_copied(capsys):
    plan = Plan(("data",), (2, 3), data=OWN, starts=4, iterations=100)
    assert read_plan(plan_options(plan), OWN) == plan
    assert read_plan("--task xor", OWN) == Plan()
    command = shlex.split(plan_command(plan))
    assert command[:6] == ["tui-backprop", "starts", "--data", "own.csv", "--data-checksum", OWN.checksum]
    assert main(command[1:]) == 0


def test_a_record_of_another_table_is_not_resumed(capsys, folder):
    typed = ["starts", "--data", "own.csv", "--starts", "2", "--iterations", "10", "--resume", "record.jsonl"]
    assert main(typed) == 0
    (folder / "own.csv").write_text(TEXT.replace("4.25", "4.26"))
    capsys.readouterr()
    assert "record.jsonl" in said(capsys, *typed)


def test_chinese_names_row_and_column_too(capsys, folder):
    (folder / "wrong.csv").write_text("0,0,1\n0,x,1\n")
    assert "第 2 行第 2 列" in said(capsys, "train", "--language", "zh", "--data", "wrong.csv")


def test_a_name_with_control_characters_never_reaches_the_terminal():
    with pytest.raises(ValueError, match="no_name"):
        OwnData("\x1b]52;c;x\x07.csv", OWN.rows)
