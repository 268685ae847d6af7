"""`tui-backprop chain`: the product of two transposed Jacobians, as numbers and as expressions."""

import json
import math

import numpy as np
import pytest

from tui_backprop.calculus.chain.vector_function import CHAIN_PRESETS
from tui_backprop.cli import main


def answer(capsys: pytest.CaptureFixture[str], *typed: str, code: int = 0) -> dict:
    assert main(["chain", "--json", *typed]) == code
    (line,) = capsys.readouterr().out.splitlines()
    return json.loads(line, parse_constant=pytest.fail)


def test_without_options_it_is_the_articles_example(capsys):
    found = answer(capsys)

    assert list(found) == ["x", "y", "z", "Jt_f", "Jt_g", "Jt_gf", "symbolic", "numerical", "verdict"]
    assert found["verdict"] == "right"
    np.testing.assert_allclose(found["numerical"], found["Jt_gf"], rtol=1e-14, atol=1e-14)
    assert (found["x"], found["y"]) == ([1, 2], [5, -3, 2])
    assert found["Jt_f"] == [[2, 2, 2], [4, -4, 1]]
    assert found["symbolic"]["Jt_f"] == [["2*x1", "2*x1", "x2"], ["2*x2", "-2*x2", "x1"]]
    assert set(found["symbolic"]) == {"Jt_f", "Jt_g", "Jt_gf"}


def test_one_variable_is_the_product_of_two_numbers(capsys):
    found = answer(capsys, "--f", "x1**2", "--g", "sin(y1)", "--at", "-0.5")

    assert (found["x"], found["y"], found["Jt_f"]) == ([-0.5], [0.25], [[-1]])
    assert found["z"] == pytest.approx([math.sin(0.25)])
    assert found["Jt_gf"] == [[pytest.approx(-math.cos(0.25))]]
    assert found["symbolic"]["Jt_gf"] == [["2*x1*cos(x1**2)"]]


@pytest.mark.parametrize("preset", CHAIN_PRESETS, ids=lambda preset: preset.name)
def test_the_product_is_that_of_the_two_jacobians(preset, capsys):
    found = answer(capsys, "--f", preset.f, "--g", preset.g, "--at", ",".join(map(str, preset.x)))

    np.testing.assert_allclose(found["Jt_gf"], np.array(found["Jt_f"]) @ found["Jt_g"], rtol=1e-14, atol=1e-14)
    assert np.shape(found["Jt_gf"]) == (len(found["x"]), len(found["z"])) == np.shape(found["symbolic"]["Jt_gf"])


def test_the_table_for_people_has_the_matrices_and_their_entries(capsys):
    assert main(["chain", "--f", "x1*x2, x1", "--g", "y1 + y2**2", "--at", "3,-2"]) == 0

    lines = capsys.readouterr().out.splitlines()
    assert lines[:4] == [
        "x         +3.00000000    -2.00000000",
        "y         -6.00000000    +3.00000000",
        "z         +3.00000000",
        "",
    ]
    assert lines[4:11] == [
        "Jᵀ(f)  2×2",
        "          -2.00000000    +1.00000000",
        "          +3.00000000    +0.00000000",
        "  ∂y1/∂x1 = x2",
        "  ∂y2/∂x1 = 1",
        "  ∂y1/∂x2 = x1",
        "  ∂y2/∂x2 = 0",
    ]
    assert "Jᵀ(f) Jᵀ(g) = Jᵀ(g∘f)  2×1" in lines
    assert lines[-2].startswith("symbolic 0.0e+00, numerical ")
    assert lines[-1].startswith("✓ the product is the derivative of g∘f, worst difference ")


@pytest.mark.parametrize(
    ("f", "g", "at", "verdict"),
    [
        ("x1, x2", "y1**2+y2**2", "3000,0", "right"),
        ("x1", "pi**16", "1", "right"),
        ("x1", "sin(1000000*y1)", "1", "right"),
        ("sqrt(x1)", "y1", "1e-6", "right"),
        ("x1", "sigmoid(y1)", "40", "cannot tell"),
    ],
)
def test_the_verdict_of_a_script_is_a_word(f, g, at, verdict, capsys):
    assert answer(capsys, "--f", f, "--g", g, "--at", at)["verdict"] == verdict


def test_where_f_has_no_value_there_is_no_derivative_and_no_verdict(capsys):
    found = answer(capsys, "--f", "1/(1/x1)", "--g", "y1", "--at", "0", code=1)
    assert (found["y"], found["Jt_f"], found["Jt_gf"], found["numerical"]) == ([None], [[None]], [[None]], [[None]])
    assert found["verdict"] == "cannot tell"


def test_the_point_has_as_many_numbers_as_f_takes(capsys):
    assert answer(capsys, "--f", "x1 + x4", "--g", "y1")["x"] == [1, 2, 3, 4]
    assert answer(capsys, "--f", "x1", "--g", "y1", "--at", "5,6")["Jt_f"] == [[1], [0]]


def test_a_point_outside_of_the_domain_is_null_in_json_with_a_sentence_and_code_1(capsys):
    assert main(["chain", "--json", "--f", "log(x1)", "--g", "y1", "--at", "-1"]) == 1

    out, err = capsys.readouterr()
    assert json.loads(out, parse_constant=pytest.fail)["Jt_gf"] == [[None]]
    assert err == "tui-backprop: the product has no finite value at this point; try another --at\n"


@pytest.mark.parametrize(
    ("typed", "sentence", "column"),
    [
        (["--f", "x1, x1*foo", "--g", "y1"], "--f: the name foo is not known", 7),
        (["--f", "x1*x3", "--g", "y1", "--at", "1,2"], "--f: x3 is not there: f has the inputs x1, x2", 3),
        (["--f", "x1", "--g", "y1 + y2"], "--g: y2 is not there: f has 1 component", 5),
        (["--g", "x1"], "--g: the name x1 is not known", 0),
        (["--f", "1,2,3,4,5", "--g", "y1"], "--f: the comma starts one expression too many", 7),
    ],
    ids=lambda value: str(value)[:30],
)
def test_an_expression_that_does_not_fit_gets_a_sentence_and_a_caret(typed, sentence, column, capsys):
    assert main(["chain", *typed]) == 2

    out, err = capsys.readouterr()
    said, _, caret = err.splitlines()
    assert out == ""
    assert said.startswith(f"tui-backprop: {sentence}")
    assert caret == " " * (2 + column) + "^"
