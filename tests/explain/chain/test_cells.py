"""Where the numbers of the chain rule come from."""

import math

import numpy as np
import pytest

from tui_backprop.calculus.chain.vector_function import CHAIN_PRESETS
from tui_backprop.explain.cell import Cell
from tui_backprop.explain.chain.cells import explain, pair_of
from tui_backprop.training.chain.study import ChainStudy, Pair, explore
from tui_backprop.tui.chain.board import chain_views
from tui_backprop.words import sentence


@pytest.fixture(scope="module")
def snapshot():
    return explore(ChainStudy.of_preset("example"))


def test_an_entry_of_the_product_is_a_row_times_a_column(snapshot):
    found = explain(snapshot, Cell("gf", 1, 0), flipped=False)
    assert found.symbol == "∂z₁/∂x₂"
    assert found.formula == ("∂y₁/∂x₂·∂z₁/∂y₁ + ∂y₂/∂x₂·∂z₁/∂y₂ + ∂y₃/∂x₂·∂z₁/∂y₃ = 2·x₂·y₃ + (−2·x₂)·cos(y₂) + x₁·y₁")
    assert found.numbers == "4·2 + (−4)·(−0.989992497) + 1·5"
    assert found.result == pytest.approx(13 - 4 * math.cos(-3))
    assert found.equation == "2.4"
    assert sentence(found.why) == "row 2 of Jᵀ_x(f) times column 1 of Jᵀ_y(g)"
    assert [term.running_sum for term in found.terms] == pytest.approx([8, 8 - 4 * math.cos(-3), found.result])
    lit = {(source.code, source.row, source.column) for source in found.sources}
    assert lit == {("f", 1, 0), ("f", 1, 1), ("f", 1, 2), ("g", 0, 0), ("g", 1, 0), ("g", 2, 0)}


def test_with_j_instead_of_its_transpose_the_factors_change_places(snapshot):
    found = explain(snapshot, Cell("gf", 1, 0), flipped=True)
    assert found.formula.startswith("∂z₁/∂y₁·∂y₁/∂x₂ + ")
    assert sentence(found.why) == "row 1 of J_y(g) times column 2 of J_x(f)"


def test_an_entry_of_a_factor_is_its_symbolic_derivative_with_the_numbers(snapshot):
    found = explain(snapshot, Cell("f", 1, 1), flipped=False)
    assert (found.symbol, found.formula, found.numbers, found.result) == ("∂y₂/∂x₂", "−2·x₂", "−2·2", -4)
    assert [(source.code, source.row) for source in found.sources] == [("x", 1)]
    assert found.misprint is None


def test_the_misprints_of_2_2_and_2_5_are_told_where_they_are(snapshot):
    assert "(2.2) has ∂z₁/∂z₁ here; ∂z₁/∂y₂ is right" in sentence(explain(snapshot, Cell("g", 1, 0), False).misprint)
    assert "(2.5) has ∂z₂/∂xₘ here; ∂z₂/∂y₃ is right" in sentence(explain(snapshot, Cell("g", 2, 1), False).misprint)
    assert explain(snapshot, Cell("g", 0, 0), False).misprint is None


def test_the_two_other_ways_say_by_how_much_the_product_differs(snapshot):
    symbolic = explain(snapshot, Cell("symbolic", 0, 0), False)
    assert "x₂·(x₁² + x₂²)" in symbolic.formula
    assert "differs by" in sentence(symbolic.why)
    numerical = explain(snapshot, Cell("numerical", 0, 1), False)
    assert numerical.formula == "(z₂(x + h·e₁) − z₂(x − h·e₁)) / 2h"


def test_the_vectors_are_explained_by_their_formulas(snapshot):
    found = explain(snapshot, Cell("z", 0, 0), False)
    assert (found.formula, found.numbers) == ("y₁·y₃ + sin(y₂)", "5·2 + sin(−3)")
    assert explain(snapshot, Cell("y", 2, 0), False).result == 2
    assert explain(snapshot, Cell("x", 1, 0), False).result == 2


@pytest.mark.parametrize("preset", [preset.name for preset in CHAIN_PRESETS])
@pytest.mark.parametrize("flipped", [False, True])
def test_every_cell_of_every_preset_is_explained_by_the_number_that_it_shows(preset, flipped):
    snapshot = explore(ChainStudy.of_preset(preset))
    for view in chain_views(snapshot, flipped):
        for row, column in np.ndindex(view.shape):
            turned = flipped and view.code not in "xyz"
            cell = Cell(view.code, column, row) if turned else Cell(view.code, row, column)
            assert explain(snapshot, cell, flipped).result == view.values[row, column]


@pytest.mark.parametrize(
    ("f", "g", "x", "cell", "said"),
    [
        ("sqrt(x1**2)", "y1**2", 0.0, Cell("f", 0, 0), "do not lead to one number"),
        ("sqrt(x1)", "y1", 0.0, Cell("f", 0, 0), "interior point"),
        ("sqrt(x1**4)", "y1", 0.0, Cell("f", 0, 0), "exists all the same"),
        ("sqrt(x1**2), x1", "y1**2 + 4*y2", 0.0, Cell("gf", 0, 0), "g∘f by itself has this one, 4"),
        ("sqrt(x1)", "y1", 0.0, Cell("gf", 0, 0), "needs both derivatives."),
        ("sqrt(x1)", "y1", 0.0, Cell("numerical", 0, 0), "interior point"),
        ("sqrt(x1**4)", "y1", 0.0, Cell("symbolic", 0, 0), "exists all the same"),
        ("log(x1)", "y1", -1.0, Cell("y", 0, 0), "no finite value"),
        ("log(x1)", "y1", -1.0, Cell("gf", 0, 0), "no finite value"),
    ],
)
def test_where_there_is_no_number_it_is_said_why(f, g, x, cell, said):
    found = explain(explore(ChainStudy(f, g, (x,), (x,))), cell, False)
    assert math.isnan(found.result)
    assert said in sentence(found.why)


def test_what_is_zero_but_for_rounding_says_so():
    there = explore(ChainStudy.of_preset("example").moved(1))
    for cell in (Cell("z", 1, 0), Cell("gf", 1, 1)):
        found = explain(there, cell, False)
        assert 0 < abs(found.result) < 1e-13
        assert "rounding" in sentence(found.why)
    assert "rounding" not in sentence(explain(there, Cell("z", 0, 0), False).why)


def test_each_cell_has_an_entry_whose_limit_it_stands_for():
    assert pair_of(Cell("gf", 1, 0)) == pair_of(Cell("numerical", 1, 0)) == Pair("gf", 1, 0)
    assert pair_of(Cell("g", 2, 1)) == Pair("g", 2, 1)
    assert pair_of(Cell("x", 1, 0)) == Pair("gf", 1, 0)
    assert pair_of(Cell("y", 2, 0)) == Pair("f", 0, 2)
    assert pair_of(Cell("z", 1, 0)) == Pair("gf", 0, 1)
