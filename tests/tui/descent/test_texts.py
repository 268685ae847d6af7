"""The words and numbers of the descent screen, and where each number comes from."""

import numpy as np
import pytest

from tui_backprop.calculus.descent.presets import DESCENT_PRESETS
from tui_backprop.calculus.descent.surface import SURFACES, VARIABLES
from tui_backprop.calculus.expression import parse
from tui_backprop.explain.cell import Cell
from tui_backprop.explain.descent.working import step_numbers, working
from tui_backprop.explain.typeset import expression, fixed, number
from tui_backprop.training.descent.recipe import DescentRecipe, preset_recipe
from tui_backprop.training.descent.session import DescentSession
from tui_backprop.tui.descent.questions import read_point_number, read_rate, read_start, read_surface
from tui_backprop.tui.descent.surface_map import times
from tui_backprop.tui.descent.texts import deed, explanation, forecast, narration, now, pane_help, row_note, trouble
from tui_backprop.words import words

PRESETS = {preset.name: preset for preset in DESCENT_PRESETS}


def snapshot_at(k, recipe=None):
    session = DescentSession(recipe)
    session.travel(k)
    session.run.walk()
    return session.snapshot()


@pytest.mark.parametrize(
    "value", [0.0, 1.0, -1.04, 4.3628595391, 1e-5, -1e-5, 0.00099999999, 1e8, -1e17, 1e70, 1e-300, -5e-324, 1.8e308]
)
def test_a_number_keeps_its_width_whatever_it_is(value):
    for width in range(7, 15):
        text = fixed(value, width)
        assert len(text) == width
        assert float(text.replace("∞", "inf")) == pytest.approx(value, rel=0.5)


def test_the_narrowest_number_is_the_one_of_every_screen():
    for value in (0.0, 1.0, -1.04, 123.456, -99999.9, float("nan"), float("inf")):
        assert fixed(value, 7) == number(value)


def test_an_expression_is_written_as_one_writes_it():
    assert expression("(x1*x2 - 3)**2 + 1") == "(x₁·x₂ − 3)² + 1"


def test_powers_that_are_not_whole_are_written_as_powers():
    assert expression("x1**2.5 + x2**-2") == "x₁^2.5 + x₂⁻²"
    snapshot = snapshot_at(1, DescentRecipe("x1**2.5 + x2**-2", (2.0, 3.0)))
    assert working(Cell("J", 0, 0), snapshot).lines[:2] == ("∂f/∂x₁ = 2.5·x₁^1.5", "= 2.5·2^1.5")
    assert working(Cell("J", 0, 1), snapshot).lines[0] == "∂f/∂x₂ = −2/x₂³"


def test_the_forecast_is_about_a_parabola_and_what_the_step_does_is_told_beside_it():
    far = snapshot_at(1, DescentRecipe(start=(4.0, 4.0), alpha=0.05))
    assert "If f were the parabola along this step, it would jump over the bottom and land higher." in forecast(far)
    assert deed(far) == "f falls from 170 to 3.4336, and is still falling at the landing point."
    flat = snapshot_at(1, DescentRecipe(alpha=0.24))
    assert "a parabola without a bottom" in forecast(flat)
    assert deed(flat).startswith("f falls from 5 to 1.7")
    assert deed(flat).endswith("the step goes past a lowest point along its direction.")


def test_where_j_is_0_it_says_what_h_can_tell():
    assert "a saddle, no lowest point" in deed(snapshot_at(1, DescentRecipe("saddle", (0.0, 0.0))))
    assert "a lowest point of" in deed(snapshot_at(1, DescentRecipe("bowl", (0.0, 0.0))))
    assert "cannot tell" in deed(snapshot_at(1, DescentRecipe(start=(1.5, 2.0))))
    assert "no step moves x" in forecast(snapshot_at(1, DescentRecipe("saddle", (0.0, 0.0))))


def test_a_descent_that_has_come_to_its_end_says_where_it_is():
    assert "Arrived" not in deed(snapshot_at(150))
    assert "Arrived" in deed(snapshot_at(200))
    assert "no lowest point" in deed(snapshot_at(400, preset_recipe(PRESETS["into-the-saddle"])))
    assert "lowest point of its surroundings" in deed(snapshot_at(100, preset_recipe(PRESETS["himmelblau"])))


def test_a_step_that_is_too_short_is_no_arrival():
    assert deed(snapshot_at(5, DescentRecipe(alpha=1e-18))) == words().descent.too_short


def test_the_help_of_the_curve_does_not_take_a_saddle_for_the_end():
    assert "a saddle" in words().descent.pane_help["curve"]


@pytest.mark.parametrize("width", [78, 118, 198])
def test_the_step_stands_in_symbols_and_in_numbers_whatever_the_width(width):
    lines = now(snapshot_at(2), width).plain.splitlines()
    assert lines[0].startswith("x⁽ᵏ⁺¹⁾ = x⁽ᵏ⁾ − α J(f)")
    assert lines[1] == "(1.07990272, 1.07990272) = (1.04, 1.04) − 0.01·(−3.990272, −3.990272)"
    assert lines[2].startswith("f falls from 4.68025856 to 4.36285")
    lost = snapshot_at(9, preset_recipe(PRESETS["diverging"]))
    assert step_numbers(lost, 9) == ""
    assert now(lost, width).plain.splitlines()[1] == f"✗ {trouble(lost)}"


def test_the_misprint_is_told_at_the_articles_third_point_and_in_every_help():
    assert "1.05995136" in row_note(snapshot_at(3))
    assert row_note(snapshot_at(3, DescentRecipe(alpha=0.02))) == ""
    for pane in words().descent.panes:
        assert "the factor 2 is missing" in pane_help(pane).plain
    assert "1.05995136" in explanation(working(Cell("x", 0, 0), snapshot_at(3)), snapshot_at(3))[1]


def test_the_line_above_the_panes_names_the_preset_or_what_is_descended_on():
    assert narration(snapshot_at(1)).startswith("article: ")
    assert narration(snapshot_at(1, DescentRecipe("x1**2", (1.0, 2.0)))) == "Your own function, from (1, 2)."
    assert "farther out than 10⁸" in trouble(snapshot_at(9, preset_recipe(PRESETS["diverging"])))


def test_back_at_the_start_the_line_says_from_where_on_another_learning_rate_holds():
    session = DescentSession(DescentRecipe())
    for k, alpha in ((4, 0.02), (7, 0.05), (9, 0.1)):
        session.travel(k)
        while not session.at_rest:
            session.advance()
        session.set_alpha(alpha)
    told = {}
    for k in (1, 8, 9):
        session.travel(k)
        session.advance()
        told[k] = narration(session.snapshot()).partition("; ")[2]
    assert told == {1: "α 0.02 from k 4 on.", 8: "α 0.05 from k 7 on, α 0.1 from k 9 on.", 9: "α 0.1 from k 9 on."}


def test_how_often_an_arrow_is_longer_than_its_step_takes_a_few_cells_however_often_it_is():
    assert [times(n) for n in (1, 500, 5_000, 10_000, 500_000_000)] == ["1", "500", "5,000", "10⁴", "5·10⁸"]


@pytest.mark.parametrize("name", SURFACES)
def test_the_formulas_of_the_named_surfaces_give_their_derivatives(name):
    surface = SURFACES[name]
    for x in ((1.3, -0.7), (-2.0, 0.4)):
        values = [parse(str(derivative), VARIABLES)(x) for derivative in surface.derivatives]
        np.testing.assert_allclose(values[:2], surface.jacobian(x), rtol=1e-13)
        np.testing.assert_allclose([values[2:4], values[3:]], surface.hessian(x), rtol=1e-13)


@pytest.mark.parametrize("recipe", [None, DescentRecipe("sin(x1)*exp(-x2) + x1**2")], ids=["article", "own"])
def test_every_number_of_a_step_is_explained_down_to_itself(recipe):
    snapshot = snapshot_at(3, recipe)
    values = {
        "x": snapshot.point.x.reshape(1, 2),
        "J": snapshot.point.J.reshape(1, 2),
        "after": snapshot.after.reshape(1, 2),
        "H": snapshot.point.hessian,
        "eigenvalues": snapshot.point.eigenvalues.reshape(1, 2),
    }
    for code, matrix in values.items():
        for row, column in np.ndindex(matrix.shape):
            lines = working(Cell(code, row, column), snapshot).lines
            assert f"= {float(matrix[row, column])!r}".replace("-", "−") in lines


@pytest.mark.parametrize(("read", "text"), [(read_point_number, "0"), (read_point_number, "x"), (read_point_number, "1000001"),
                                            (read_rate, "0"), (read_rate, "inf"), (read_rate, "fast"),
                                            (read_start, "1"), (read_start, "a,b"), (read_start, "inf,1"),
                                            (read_surface, "x1 + y"), (read_surface, "__import__('os')")])  # fmt: skip
def test_an_answer_that_cannot_be_taken_is_refused_in_one_sentence(read, text):
    with pytest.raises(ValueError) as refusal:  # noqa: PT011
        read(text)
    assert "\n" not in str(refusal.value)


def test_answers_are_read_as_people_write_them():
    assert read_point_number(" 1,000 ") == read_point_number("k = 1000") == 1000
    assert read_rate(" 0.02 ") == 0.02
    assert read_start("(1, -2.5)") == (1.0, -2.5)
    assert read_surface(" bowl ") == "bowl"
    with pytest.raises(ValueError, match="at character 6"):
        read_surface("x1 + y")
