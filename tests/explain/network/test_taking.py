"""Texts to take along, read again by somebody else."""

import csv
import io
import shutil
import subprocess

import numpy as np
import pytest

from tui_backprop.calculus.network.quantities import QUANTITIES
from tui_backprop.explain.network.taking import curve, matrix
from tui_backprop.training.network.loss_curve import Curve
from tui_backprop.training.network.session import Session

ENVELOPE = Curve(np.array([16.0, 20.0]), np.array([0.5, 1e-7]), np.array([0.75, 0.5]))


def test_buckets_of_a_long_run_give_the_lowest_and_the_highest_sum():
    rows = list(csv.DictReader(io.StringIO(curve(ENVELOPE, "csv"))))
    assert [(int(r["iteration"]), float(r["lowest_sum"]), float(r["highest_sum"])) for r in rows] == [
        (16, 0.5, 0.75),
        (20, 1e-7, 0.5),
    ]


def test_latex_writes_powers_of_ten_as_mathematics():
    assert curve(ENVELOPE, "latex") == (
        "\\begin{tabular}{rrr}\n  iteration & $\\min \\sum E$ & $\\max \\sum E$ \\\\\n  \\hline\n"
        "  16 & $0.5$ & $0.75$ \\\\\n  20 & $1\\cdot 10^{-7}$ & $0.5$ \\\\\n\\end{tabular}\n"
    )


@pytest.mark.parametrize("turned", [False, True])
def test_a_matrix_is_read_again_bit_for_bit(turned):
    values = np.array([[1 / 3, -0.0, 1e-300], [np.inf, np.nan, -2.0]])
    found = {"np": np}
    exec(matrix("theta1_before", values, turned, True, "numpy"), found)
    read = found["theta1_before_transposed" if turned else "theta1_before"]
    assert read.tobytes() == np.ascontiguousarray(values.T if turned else values).tobytes()


def test_parameters_after_the_update_have_a_prime():
    values = np.array([[0.5]])
    assert matrix("theta2", values, False, True, "latex").startswith("\\theta '^{(2)}\n")
    assert matrix("theta2", values, False, False, "latex").startswith("\\theta ^{(2)}\n")
    assert matrix("theta2_before", values, False, True, "latex").startswith("\\theta ^{(2)}\n")


@pytest.mark.skipif(shutil.which("pdflatex") is None, reason="there is no LaTeX here")
def test_the_latex_of_every_matrix_and_of_the_curve_can_be_set(tmp_path):
    session = Session()
    session.go_to(801)
    snapshot, loss = session.snapshot(), session.timeline.curve
    codes = [*QUANTITIES, "theta1_before", "theta2_before"]
    matrices = "".join(
        f"\\[ {matrix(code, snapshot.values[code], turned, True, 'latex')} \\]\n"
        for code in codes
        for turned in (False, True)
    )
    head = "\\documentclass{article}\\usepackage{amsmath}\\setcounter{MaxMatrixCols}{20}\\begin{document}\n"
    table = curve(loss.envelope(1, loss.count, 40), "latex")
    (tmp_path / "all.tex").write_text(f"{head}{matrices}{table}\\end{{document}}\n", encoding="utf-8")
    command = ["pdflatex", "-interaction=nonstopmode", "-halt-on-error", "all.tex"]
    made = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, encoding="latin-1", timeout=120)
    assert made.returncode == 0, made.stdout[-2000:]
