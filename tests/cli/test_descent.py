"""`tui-backprop descent`: the article's steps, and what is said of expressions that cannot be read."""

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui_backprop.calculus.descent.surface import SURFACES
from tui_backprop.cli import main
from tui_backprop.cli.expressions import pointed_at

COMMAND = str(Path(sys.executable).with_name("tui-backprop"))


def rows(capsys: pytest.CaptureFixture[str], *typed: str, code: int = 0) -> list[dict]:
    assert main(["descent", "--json", *typed]) == code
    return [json.loads(line, parse_constant=pytest.fail) for line in capsys.readouterr().out.splitlines()]


def test_the_first_points_are_the_articles_with_its_factor_2(capsys):
    first, second, third = rows(capsys, "--start", "1,1", "--learning-rate", "0.01", "--steps", "2")

    assert first == {"k": 1, "x": [1, 1], "f": 5, "J": [-4, -4], "H": [[2, -2], [-2, 2]]}
    assert second["x"] == [1.04, 1.04]
    assert second["f"] == pytest.approx(4.68025856, abs=1e-12)
    assert second["J"] == pytest.approx([-3.990272, -3.990272], abs=1e-12)
    assert third["x"] == pytest.approx([1.07990272, 1.07990272], abs=1e-12)
    assert third["f"] == pytest.approx(4.3628595391, abs=1e-10)


def test_without_options_ten_steps_are_taken_from_the_articles_start(capsys):
    points = rows(capsys)
    assert [point["k"] for point in points] == list(range(1, 12))
    assert points[0]["x"] == [1, 1]


def test_the_articles_function_typed_in_gives_the_same_points(capsys):
    for own, built_in in zip(rows(capsys, "--f", "(x1*x2 - 3)**2 + 1"), rows(capsys), strict=True):
        assert own["x"] == pytest.approx(built_in["x"], abs=1e-12)


def test_the_table_for_people_has_aligned_columns(capsys):
    assert main(["descent", "--start", "-1,1", "--steps", "1"]) == 0

    title, first, second = capsys.readouterr().out.splitlines()
    assert title.split() == ["k", "x1", "x2", "f(x)", "∂f/∂x1", "∂f/∂x2"]
    assert first.split() == ["1", "-1.00000000", "+1.00000000", "+17.00000000", "-8.00000000", "+8.00000000"]
    assert second.split()[:3] == ["2", "-0.92000000", "+0.92000000"]
    assert len(title) == len(first) == len(second) == 80


@pytest.mark.parametrize("name", SURFACES)
def test_a_surface_may_be_named(name, capsys):
    surface = SURFACES[name]
    assert rows(capsys, "--f", name, "--steps", "0") == [
        {
            "k": 1,
            "x": list(surface.start),
            "f": surface.value(surface.start),
            "J": list(surface.jacobian(surface.start)),
            "H": surface.hessian(surface.start).tolist(),
        }
    ]


def test_a_descent_that_runs_away_ends_with_a_sentence_and_code_1(capsys):
    assert main(["descent", "--start", "5,5", "--learning-rate", "0.05"]) == 1

    out, err = capsys.readouterr()
    assert len(out.splitlines()) == 7
    assert err.startswith("tui-backprop: Point 6 is farther out than 1e+08")
    assert err.count("\n") == 1


def test_a_step_out_of_the_domain_is_null_in_json(capsys):
    points = rows(capsys, "--f", "log(x1) + x2", "--start", "0.01,3", "--learning-rate", "0.1", code=1)
    assert points[-1] == {"k": 2, "x": [-9.99, 2.9], "f": None, "J": [None, None], "H": [[None, None], [None, None]]}


@pytest.mark.parametrize(
    "typed",
    [
        ("--f", "log(x1) + x2**2", "--start", "0.1,1", "--learning-rate", "0.001", "--steps", "5"),
        ("--f", "saddle", "--steps", "111"),
        ("--f", "x1**2.5 + x2**-2", "--start", "1,2"),
    ],
)
def test_the_check_gives_every_row_its_verdict(typed, capsys):
    points = rows(capsys, *typed, "--check")
    assert {point["verdict"] for point in points} == {"right"}


def test_the_table_for_people_has_the_verdict_too(capsys):
    assert main(["descent", "--check", "--steps", "1"]) == 0
    title, first, _ = capsys.readouterr().out.splitlines()
    assert title.endswith("J and H")
    assert first.endswith("right")


def test_csv_gives_every_digit_back(capsys):
    assert main(["descent", "--csv", "--check", "--steps", "3"]) == 0
    title, *lines = capsys.readouterr().out.splitlines()
    assert title == "k,x1,x2,f,df_dx1,df_dx2,verdict"
    for line, point in zip(lines, rows(capsys, "--steps", "3"), strict=True):
        k, *numbers, verdict = line.split(",")
        assert (int(k), verdict) == (point["k"], "right")
        assert [float(number) for number in numbers] == [*point["x"], point["f"], *point["J"]]


def test_one_form_at_a_time(capsys):
    assert main(["descent", "--csv", "--json"]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_a_wrong_entry_is_told_and_gives_code_1(capsys, monkeypatch):
    bowl = SURFACES["bowl"]
    monkeypatch.setitem(SURFACES, "bowl", replace(bowl, J=lambda x1, x2: (x1, 24 * x2)))
    (point,) = rows(capsys, "--f", "bowl", "--steps", "0", "--check", code=1)
    assert point["verdict"] == "wrong"


def test_an_expression_that_starts_with_a_minus_is_no_option(capsys):
    (point,) = rows(capsys, "--f", "-x1**2", "--start", "-3,0", "--steps", "0")
    assert (point["f"], point["J"]) == (-9, [6, 0])


UNREADABLE = {
    "x1 + foo": 5,
    "(x1": 0,
    "x1^2": 2,
    "__import__('os')": 0,
    "x1.real": 2,
    "9**9**9**9": None,
    "x1 \x1b[2J": 3,
    "x1 + \ud800": 5,
    "漢漢": 0,
    "x1+" * 4000: None,
    "(" * 150: None,
}


@pytest.mark.parametrize(("text", "column"), UNREADABLE.items(), ids=[ascii(text)[:20] for text in UNREADABLE])
def test_an_expression_that_cannot_be_read_gets_a_sentence_and_a_caret(text, column, capsys):
    assert main(["descent", "--f", text]) == 2

    out, err = capsys.readouterr()
    sentence, shown, caret = err.splitlines()
    assert out == ""
    assert sentence.startswith("tui-backprop: --f: ")
    assert "\x1b" not in err
    assert len(shown) <= 64
    assert caret.strip() == "^"
    if column is not None:
        assert caret.index("^") == 2 + column


def test_the_caret_stands_under_the_character_in_a_terminal():
    assert pointed_at("漢x #", 3) == "  漢x #\n      ^"
    assert pointed_at("e\u0301#", 2) == "  e\u0301#\n   ^"


@given(st.text(max_size=200), st.data())
def test_the_caret_stands_under_the_character_wherever_a_text_is_cut(text, data):
    plain = "".join(character if "!" <= character <= "~" else "." for character in text)
    position = data.draw(st.integers(0, len(plain)))
    shown, caret = pointed_at(plain, position).splitlines()

    assert max(len(shown), len(caret)) <= 64
    under = (shown + " ")[len(caret) - 1]
    assert under == (plain[position] if position < len(plain) else " ")


@settings(deadline=None)  # the first text with a derivative waits for SymPy
@given(st.text(max_size=60))
def test_no_text_leads_to_a_traceback(text):
    assert main(["descent", f"--f={text}", "--steps", "1"]) in (0, 1, 2)


def test_a_closed_pipe_ends_quietly():
    process = subprocess.Popen(
        [COMMAND, "descent", "--steps", "1000000000"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None
    process.stdout.readline()
    process.stdout.close()
    assert process.wait(timeout=60) == 0
    assert process.stderr is not None
    assert process.stderr.read() == b""
    process.stderr.close()
