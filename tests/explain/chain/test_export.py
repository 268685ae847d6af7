"""The matrices of the chain rule as text to take along."""

import shutil
import subprocess

import numpy as np
import pytest

from tui_backprop.calculus.chain.vector_function import CHAIN_PRESETS
from tui_backprop.calculus.expression import parse
from tui_backprop.explain.chain.export import export
from tui_backprop.explain.chain.latex import latex
from tui_backprop.explain.matrix import FORMATS
from tui_backprop.explain.typeset import latex_number
from tui_backprop.training.chain.study import ChainStudy, explore

CODES = ("x", "y", "z", "f", "g", "gf", "symbolic", "numerical")


@pytest.fixture(scope="module")
def snapshot():
    return explore(ChainStudy.of_preset("example"))


def test_numpy_gives_the_same_floats_back(snapshot):
    names = {"x": "x", "f": "Jt_f", "g": "Jt_g", "gf": "Jt_gf"}
    for code, name in names.items():
        space = {"np": np}
        exec(export(snapshot, code, False, "numpy"), space)
        expected = snapshot.point.x.reshape(-1, 1) if code == "x" else getattr(snapshot.point, f"jt_{code}")
        np.testing.assert_array_equal(space[name], expected)
    space = {"np": np}
    exec(export(snapshot, "g", True, "numpy"), space)
    np.testing.assert_array_equal(space["J_g"], snapshot.point.jt_g.T)


def test_csv_gives_the_same_floats_back(snapshot):
    for flipped in (False, True):
        lines = export(snapshot, "gf", flipped, "csv").splitlines()
        found = np.array([[float(number) for number in line.split(",")] for line in lines])
        np.testing.assert_array_equal(found, snapshot.point.jt_gf.T if flipped else snapshot.point.jt_gf)


def test_markdown_is_a_table_under_the_name_of_the_matrix(snapshot):
    assert export(snapshot, "f", False, "markdown") == (
        "Jᵀ_x(f)\n\n| | | |\n|---:|---:|---:|\n| 2 | 2 | 2 |\n| 4 | −4 | 1 |\n"
    )


def test_latex_has_the_entries_as_symbols_and_as_numbers(snapshot):
    assert export(snapshot, "f", False, "latex") == (
        "J^{T}_x(f)\n"
        r"  = \begin{bmatrix} 2 \cdot x_{1} & 2 \cdot x_{1} & x_{2} \\ 2 \cdot x_{2} & -2 \cdot x_{2} & x_{1} \end{bmatrix}"
        "\n"
        r"  = \begin{bmatrix} 2 & 2 & 2 \\ 4 & -4 & 1 \end{bmatrix}"
        "\n"
    )
    assert export(snapshot, "gf", True, "latex").startswith(r"J_x(g \circ f)" + "\n")


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("x1**2.5", "x_{1}^{2.5}"),
        ("(-x1)**2", r"\left(-x_{1}\right)^{2}"),
        ("-(x1**2)", "-x_{1}^{2}"),
        ("(x1 + 1)*(x1 - 1)", r"\left(x_{1} + 1\right) \cdot \left(x_{1} - 1\right)"),
        ("x1*(-2)", r"x_{1} \cdot \left(-2\right)"),
        ("1/(1 + exp(-x1))", r"\frac{1}{1 + \exp\left(-x_{1}\right)}"),
        ("(x1/2)**2", r"\left(\frac{x_{1}}{2}\right)^{2}"),
        ("sqrt(sigmoid(x1))*pi", r"\sqrt{\sigma\left(x_{1}\right)} \cdot \pi"),
        ("1e-7*x1", r"1 \cdot 10^{-7} \cdot x_{1}"),
        ("(1e-7)**2", r"\left(1 \cdot 10^{-7}\right)^{2}"),
    ],
)
def test_an_expression_has_no_parentheses_but_those_it_needs(text, written):
    assert latex(parse(text, ("x1",)).tree) == written


def test_a_number_has_its_power_of_ten_written_out():
    assert [latex_number(value) for value in (1.0, -0.5, 1e-20, float("nan"))] == [
        "1",
        "-0.5",
        r"1 \cdot 10^{-20}",
        r"\nexists",
    ]


@pytest.mark.parametrize("name", [preset.name for preset in CHAIN_PRESETS])
@pytest.mark.parametrize("format", FORMATS)
def test_every_matrix_of_every_preset_can_be_taken_along(name, format):
    found = explore(ChainStudy.of_preset(name))
    for code in CODES:
        for flipped in (False, True):
            assert export(found, code, flipped, format).endswith("\n")


@pytest.mark.skipif(shutil.which("pdflatex") is None, reason="there is no LaTeX here")
def test_the_latex_can_be_set(snapshot, tmp_path):
    body = "\n".join(rf"\[{export(snapshot, code, False, 'latex')}\]" for code in CODES)
    document = rf"\documentclass{{article}}\usepackage{{amsmath}}\begin{{document}}{body}\end{{document}}"
    (tmp_path / "chain.tex").write_text(document)
    command = ["pdflatex", "-interaction=nonstopmode", "-halt-on-error", "chain.tex"]
    found = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=120)
    assert found.returncode == 0, found.stdout[-2000:]
