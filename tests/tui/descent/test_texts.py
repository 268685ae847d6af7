"""The words and numbers of the descent screen, and where each number comes from."""

import numpy as np
import pytest

from tui_backprop.calculus.descent.descent import DESCENT_PRESETS, descent_point
from tui_backprop.calculus.descent.surface import SURFACES, VARIABLES, expression_surface
from tui_backprop.calculus.expression import parse
from tui_backprop.explain.cell import Cell
from tui_backprop.explain.descent.working import FORMULAS, working
from tui_backprop.explain.typeset import expression, fixed, number
from tui_backprop.training.descent.recipe import DescentRecipe, preset_recipe
from tui_backprop.training.descent.run import DescentRun
from tui_backprop.tui.descent.help_texts import NAMES, pane_help
from tui_backprop.tui.descent.texts import gauge_sentence, gauge_state, narration, row_note
from tui_backprop.tui.descent.travel import read_place, read_start, read_surface

PRESETS = {preset.name: preset for preset in DESCENT_PRESETS}


def snapshot_at(k, recipe=None):
    run = DescentRun(recipe)
    run.travel(k)
    run.walk()
    return run.snapshot()


@pytest.mark.parametrize(
    "value", [0.0, 1.0, -1.04, 4.3628595391, 1e-5, -1e-5, 0.00099999999, 1e8, -1e17, 1e70, 1e-300, -5e-324, 1.8e308]
)
def test_a_number_keeps_its_width_whatever_it_is(value):
    for width in range(7, 15):
        text = fixed(value, width)
        assert len(text) == width
        assert float(text) == pytest.approx(value, rel=0.5)


def test_the_narrowest_number_is_the_one_of_every_screen():
    for value in (0.0, 1.0, -1.04, 123.456, -99999.9, float("nan"), float("inf")):
        assert fixed(value, 7) == number(value)


def test_an_expression_is_written_as_one_writes_it():
    assert expression("(x1*x2 - 3)**2 + 1") == "(x₁·x₂ − 3)² + 1"


def test_the_gauge_says_on_which_side_of_its_limit_it_stands():
    bowl = SURFACES["bowl"]
    states = [gauge_state(descent_point(bowl, (1, 1), alpha)) for alpha in (0.01, 0.04, 0.07, 0.08, 0.1)]
    assert states == ["steady", "steady", "jumping", "over", "over"]
    saddle = SURFACES["saddle"]
    assert "a saddle" in gauge_sentence(descent_point(saddle, (0, 0), 0.1))
    assert "λ_min < 0" in gauge_sentence(descent_point(saddle, (1, 1), 0.1))
    assert gauge_state(descent_point(expression_surface("-x1**2 - x2**2"), (1, 1), 0.1)) == "flat"


def test_the_misprint_is_told_at_the_articles_third_point_and_in_every_help():
    assert "1.05995136" in row_note(snapshot_at(3))
    assert row_note(snapshot_at(3, DescentRecipe(alpha=0.02))) == ""
    for pane in NAMES:
        assert "the factor 2 is missing" in pane_help(pane).plain


def test_the_line_above_the_panes_names_the_preset_or_what_is_descended_on():
    assert narration(snapshot_at(1)).startswith("article: ")
    assert narration(snapshot_at(1, DescentRecipe("x1**2", (1.0, 2.0)))) == "Your own function, from (1, 2)."
    assert "farther out" in narration(snapshot_at(9, preset_recipe(PRESETS["diverging"])))


@pytest.mark.parametrize("name", FORMULAS)
def test_the_formulas_of_the_named_surfaces_give_their_derivatives(name):
    surface = SURFACES[name]
    for x in ((1.3, -0.7), (-2.0, 0.4)):
        J = [parse(text, VARIABLES)(x) for text in FORMULAS[name][0]]
        H = [parse(text, VARIABLES)(x) for text in FORMULAS[name][1]]
        np.testing.assert_allclose(J, surface.jacobian(x), rtol=1e-13)
        np.testing.assert_allclose([H[:2], H[1:]], surface.hessian(x), rtol=1e-13)


@pytest.mark.parametrize("recipe", [None, DescentRecipe("sin(x1)*exp(-x2) + x1**2")], ids=["article", "own"])
def test_every_number_of_a_step_is_explained_down_to_itself(recipe):
    snapshot = snapshot_at(3, recipe)
    values = {
        "x": snapshot.point.x.reshape(1, 2),
        "J": snapshot.point.J.reshape(1, 2),
        "after": snapshot.after.reshape(1, 2),
        "H": snapshot.hessian,
        "eigenvalues": snapshot.point.eigenvalues.reshape(1, 2),
    }
    for code, matrix in values.items():
        for row, column in np.ndindex(matrix.shape):
            text = working(Cell(code, row, column), snapshot).text
            assert f"= {float(matrix[row, column])!r}".replace("-", "−") in text.splitlines()


@pytest.mark.parametrize(("read", "text"), [(read_place, "0"), (read_place, "x"), (read_place, "1000001"),
                                            (read_start, "1"), (read_start, "a,b"), (read_start, "inf,1"),
                                            (read_surface, "x1 + y"), (read_surface, "__import__('os')")])  # fmt: skip
def test_an_answer_that_cannot_be_taken_is_refused_in_one_sentence(read, text):
    with pytest.raises(ValueError) as refusal:  # noqa: PT011
        read(text)
    assert "\n" not in str(refusal.value)


def test_answers_are_read_as_people_write_them():
    assert read_place(" 1,000 ") == read_place("k = 1000") == 1000
    assert read_start("(1, -2.5)") == (1.0, -2.5)
    assert read_surface(" bowl ") == "bowl"
    with pytest.raises(ValueError, match="at character 6"):
        read_surface("x1 + y")
