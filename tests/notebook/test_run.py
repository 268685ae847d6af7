"""A run from Python: the bits of the app, the article's names, and sentences for what cannot be."""

from __future__ import annotations

import copy
import doctest
import json
import shlex
from html.parser import HTMLParser

import numpy as np
import pytest

from tui_backprop import NeuralNet, Run
from tui_backprop.calculus.network.quantities import QUANTITIES
from tui_backprop.cli import main
from tui_backprop.notebook import run as run_module
from tui_backprop.training.network.recipe import Edit, Recipe
from tui_backprop.training.network.session import Session
from tui_backprop.words import speak

pytestmark = pytest.mark.usefixtures("machine_code")

ROWS = [(0.0, 1.0, 0.25), (-3.5, 2.0, 1.0), (1e-3, 7.0, 0.5)]


def test_what_the_help_of_a_run_shows_is_what_python_says(capsys):
    results = doctest.testmod(run_module)
    assert results.failed == 0, capsys.readouterr().out
    assert results.attempted >= 6


def snapshot(recipe=None, cycle=0):
    session = Session(recipe or Recipe())
    session.go_to(cycle)
    return session.snapshot()


# --- the arrays


@pytest.mark.parametrize(
    "options", [{}, {"task": "parity3", "hidden": 7, "seed": 9, "learning_rate": 2.0, "weights": (-1, 1)}]
)
def test_the_arrays_are_those_of_the_app_bit_for_bit(options):
    run, recipe = Run(**options), Recipe(**options)
    for cycle in (1, 777, 42):
        found, shown = run.at(cycle=cycle), snapshot(recipe, cycle)
        for name, values in shown.values.items():
            assert getattr(found, name).tobytes() == values.tobytes(), name
            assert getattr(found, name).dtype == np.float64
        assert (found.cycle, found.iteration) == (shown.cycle, shown.iteration)
        assert found.learning_rate == recipe.learning_rate


def test_the_shapes_are_those_of_the_docstring():
    found = Run(task="parity3", hidden=5).at(cycle=9)
    for code, quantity in QUANTITIES.items():
        assert getattr(found, code).shape == quantity.shape(3, 5)
    assert set(QUANTITIES) < set(dir(found))


def test_an_iteration_is_its_last_cycle():
    run = Run()
    assert run.at(iteration=50).cycle == 200
    assert run.at(iteration=0).theta1.tolist() == snapshot().values["theta1"].tolist()


def test_nobody_can_write_into_the_arrays():
    cycle = Run().at(cycle=5)
    for name in QUANTITIES:
        with pytest.raises(ValueError, match="read-only"):
            getattr(cycle, name)[0, 0] = 1


def test_a_cycle_stays_as_it_is_while_the_run_goes_on():
    run = Run()
    cycle = run.at(cycle=5)
    before = cycle.theta1.copy()
    run.at(cycle=5_000)
    assert cycle.theta1.tobytes() == before.tobytes()
    assert copy.copy(cycle).theta1 is cycle.theta1


def test_a_phase_has_computed_no_more_than_it_has():
    cycle = Run().at(cycle=6, phase="f3")
    assert cycle.x4.shape == (1, 1)
    assert cycle.theta1.tobytes() == Run().at(cycle=5).theta1.tobytes()
    with pytest.raises(AttributeError, match="theta1_gradient is computed in the phase theta1_gradient, after f3"):
        _ = cycle.theta1_gradient
    with pytest.raises(AttributeError, match="there is no quantity 'theta3'"):
        _ = cycle.theta3
    assert "x5" not in dir(cycle)
    assert not hasattr(cycle, "x5")


def test_the_gradients_are_those_that_numerical_differentiation_finds():
    cycle = Run(learning_rate=0.5).at(cycle=402)
    net, step = NeuralNet(), 1e-6
    for name, gradient in (("theta1", cycle.theta1_gradient), ("theta2", cycle.theta2_gradient)):
        for place in np.ndindex(gradient.shape):
            ends = []
            for sign in (1, -1):
                theta = {"theta1": cycle.theta1_before.copy(), "theta2": cycle.theta2_before.copy()}
                theta[name][place] += sign * step
                net.set_parameter(theta["theta1"], theta["theta2"])
                ends.append(net.feed_forward(cycle.x1, cycle.tx1)[0, 0])
            assert gradient[place] == pytest.approx((ends[0] - ends[1]) / (2 * step), abs=1e-9)


# --- the loss


def test_the_loss_is_the_articles_report():
    loss = Run().loss(20_000)
    assert loss.shape == (20_000,)
    assert [f"{loss[k - 1]:.6g}" for k in (1, 10_000, 20_000)] == ["0.679307", "0.395152", "0.0978979"]


def test_the_loss_reaches_as_far_as_the_run_or_one_report():
    run = Run(task="and")
    run.at(cycle=4_001)
    assert len(run.loss()) == run.iterations == 1_000
    assert len(Run(task="and").loss()) == 10_000


def test_the_errors_are_added_in_the_order_of_training():
    run = Run(task="parity3", learning_rate=1.0)
    errors = run.errors(5_000)
    assert errors.shape == (5_000, 8)
    total = errors[:, 0].copy()
    for k in range(1, 8):
        total += errors[:, k]
    assert run.loss(5_000).tobytes() == total.tobytes()
    assert errors[4_321, 5] == pytest.approx(run.at(cycle=4_321 * 8 + 6).x5[0, 0], rel=1e-12)


# --- tables, edits, explanations


def test_rows_and_a_file_are_the_same_task(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    np.savetxt("own.csv", ROWS, delimiter=",", header="a,b,label", comments="")
    from_file, from_rows, from_array = Run(data="own.csv"), Run(data=ROWS), Run(data=np.array(ROWS))
    wanted = from_file.at(cycle=100).theta1.tobytes()
    assert from_rows.at(cycle=100).theta1.tobytes() == from_array.at(cycle=100).theta1.tobytes() == wanted
    assert shlex.split(from_file.command)[:3] == ["tui-backprop", "--data", "own.csv"]
    assert main(["train", *shlex.split(from_file.command)[1:], "--iterations", "1"]) == 0


def test_an_edit_makes_another_run_and_leaves_this_one():
    run = Run(learning_rate=0.5)
    run.at(cycle=900)
    other = run.edited(400, "theta1[2,0]", -1.5).edited(500, "learning_rate", 2)
    recipe = Recipe(learning_rate=0.5, edits=(Edit(400, "theta1[2,0]", -1.5), Edit(500, "learning_rate", 2.0)))
    assert other.recipe == recipe
    assert other.at(cycle=400).theta1[2, 0] == -1.5
    assert other.at(cycle=900).theta1.tobytes() == snapshot(recipe, 900).values["theta1"].tobytes()
    assert run.at(cycle=900).theta1.tobytes() == snapshot(Recipe(learning_rate=0.5), 900).values["theta1"].tobytes()
    untrained = Run(learning_rate=0.5).edited(400, "theta1[2,0]", -1.5)
    assert untrained.at(cycle=450).theta1.tobytes() == other.at(cycle=450).theta1.tobytes()


def test_it_explains_as_the_command_does(capsys):
    for form in ("text", "markdown", "latex", "numpy", "torch", "json"):
        assert main(f"explain --go-to 41 --phase f4 --what x5,jacobian_f4_x4 --format {form}".split()) == 0
        printed = capsys.readouterr().out
        assert Run().explain("x5", "jacobian_f4_x4", cycle=41, phase="f4", format=form) == printed
        assert Run().at(cycle=41, phase="f4").explain("x5", "jacobian_f4_x4", format=form) == printed
    assert json.loads(Run().explain(iteration=2, format="json"))["cycle"] == 8


# --- refusals


@pytest.mark.parametrize(
    ("what", "sentence"),
    [
        (lambda: Run(hidden=17), "the number of hidden units is 17; it goes from 1 to 16"),
        (lambda: Run(task="imply"), "there is no task 'imply'"),
        (lambda: Run(learning_rate=-1), "learning rate"),
        (lambda: Run(data=[(0, 1, 2)]), "row 1, column 3: the label is 2.0; it should be from 0 to 1"),
        (lambda: Run(data=[(0, 1, 1), (0, 1)]), "row 2, column 3 is missing"),
        (lambda: Run(data=[0, 1, 1]), "row 1 has 1 column"),
        (lambda: Run(data=ROWS, task="xor"), "data is a task itself"),
        (lambda: Run().at(), "name an iteration or a cycle"),
        (lambda: Run().at(iteration=1, cycle=1), "name an iteration or a cycle"),
        (lambda: Run().at(cycle=-1), "there is no cycle -1"),
        (lambda: Run().at(cycle=1, phase="f5"), "there is no phase 'f5'"),
        (lambda: Run().explain("x9", cycle=1), "there is no quantity 'x9'"),
        (lambda: Run().explain(cycle=0), "nothing has been computed at cycle 0"),
        (lambda: Run().edited(5, "theta1[9,0]", 1), r"there is no theta1[9,0] to edit"),
        (lambda: Run().edited(5, "learning_rate", "fast"), "could not convert string to float"),
        (lambda: Run().edited(20, "theta1[1,2]", float("inf")).at(cycle=60), "cycle 20 leaves the finite numbers"),
    ],
)
def test_what_cannot_be_is_one_sentence(what, sentence):
    with pytest.raises(ValueError) as refused:  # noqa: PT011 - its whole text is looked at
        what()
    assert sentence in str(refused.value)
    assert "\n" not in str(refused.value)


def test_sizes_are_whole_numbers():
    for wrong in ({"hidden": 4.5}, {"seed": "0"}):
        with pytest.raises(TypeError):
            Run(**wrong)


# --- in a notebook


class Page(HTMLParser):
    """Counts what is opened and closed, and collects the text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open, self.text = [], ""
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text += data


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_notebook_shows_a_cycle_with_its_matrices(language):
    speak(language)
    page = Page(Run().at(cycle=5)._repr_html_())
    assert page.open == []
    for name in QUANTITIES:
        assert name in page.text
    assert "+0.7780" in page.text
    assert "J_θ⁽¹⁾(f₁)" in page.text


def test_a_notebook_shows_of_a_phase_what_it_has_computed():
    page = Page(Run().at(cycle=5, phase="f2")._repr_html_())
    assert "x⁽³⁾" in page.text
    assert "x⁽⁴⁾" not in page.text.replace("θ⁽²⁾", "")
    assert Page(Run().at(cycle=0)._repr_html_()).text.count("theta") == 2


def test_a_notebook_shows_a_run_with_its_curve():
    run = Run(data=[(0, 0, 0), (1, 1, 1)])
    assert "<svg" not in run._repr_html_()
    run.at(iteration=500)
    page = run._repr_html_()
    assert Page(page).open == []
    assert page.count("<polyline") == 1
    assert f"ΣE {run.loss().min():.6g} … {run.loss().max():.6g}, iteration 1 … 500" in page


def test_a_name_cannot_put_tags_into_a_page(tmp_path):
    file = tmp_path / "<b>&.csv"
    file.write_text("0,0,1\n")
    run = Run(data=file)
    for shown in (run, run.at(cycle=1)):
        assert "<b>" not in shown._repr_html_()
        assert "&lt;b&gt;&amp;.csv" in shown._repr_html_()


def test_a_run_and_a_cycle_are_told_apart_in_a_line():
    assert repr(Run(seed=3)) == "<Run tui-backprop --task xor --hidden 4 --seed 3 --learning-rate 0.02>"
    assert repr(Run().at(cycle=5, phase="f1")).startswith("<Cycle 5 (f1) of tui-backprop --task xor")
