"""The table to take along: every digit in CSV, ten of them in Markdown and LaTeX."""

import csv
import io
import re

import pytest

from tui_backprop.explain.descent.export import table
from tui_backprop.training.descent.recipe import DescentRecipe
from tui_backprop.training.descent.session import DescentSession


@pytest.fixture
def snapshot():
    session = DescentSession(DescentRecipe(start=(1.0, -1e-7)))
    session.travel(30)
    session.run.walk()
    return session.snapshot()


def test_csv_gives_every_number_back_to_the_last_bit(snapshot):
    rows = list(csv.DictReader(io.StringIO(table(snapshot, "csv"))))
    assert [int(row["k"]) for row in rows] == list(range(1, 31))
    for row, point in zip(rows, snapshot.path.tolist(), strict=True):
        assert [float(row[name]) for name in ("x1", "x2", "f", "df_dx1", "df_dx2")] == point


def test_markdown_is_a_table_of_the_points_asked_for(snapshot):
    lines = table(snapshot, "markdown", 2, 4).splitlines()
    assert [line.split("|")[1].strip() for line in lines] == ["k", "---:", "2", "3", "4"]
    assert len({line.count("|") for line in lines}) == 1
    for line, point in zip(lines[2:], snapshot.path[1:4].tolist(), strict=True):
        numbers = [float(cell.replace("−", "-")) for cell in line.split("|")[2:-1]]
        assert numbers == pytest.approx(point, rel=1e-9)


def test_latex_is_a_tabular_whose_powers_of_ten_are_written_out(snapshot):
    text = table(snapshot, "latex", 1, 2)
    assert text.startswith("\\begin{tabular}{rrrrrr}\n")
    assert text.endswith("\\end{tabular}\n")
    assert "$-1\\cdot 10^{-7}$" in text
    body = text.splitlines()[3:-1]
    for line, point in zip(body, snapshot.path[:2].tolist(), strict=True):
        cells = [
            re.sub(r"\\cdot 10\^\{(-?\d+)\}", r"e\1", cell.strip().strip("\\ ").strip("$")) for cell in line.split("&")
        ]
        assert [float(cell) for cell in cells[1:]] == pytest.approx(point, rel=1e-9)
    assert "−" not in text
