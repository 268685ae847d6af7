"""Texts to take along, read again by somebody else."""

import csv
import io

import numpy as np
import pytest

from tui_backprop.explain.network.taking import curve, matrix
from tui_backprop.training.network.snapshot import Curve

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
