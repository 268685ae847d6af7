"""A cycle worked out: every format says the same, the scripts recompute it, the LaTeX can be set."""

from __future__ import annotations

import json
import math
import os
import re
import shutil
import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui_backprop.calculus.fact import InputError
from tui_backprop.calculus.network.own_data import OwnData
from tui_backprop.calculus.network.quantities import QUANTITIES, Phase
from tui_backprop.explain.network.export import FORMATS, export
from tui_backprop.explain.network.worked import COMPUTED, GIVEN, work
from tui_backprop.training.network.recipe import Edit, Recipe
from tui_backprop.training.network.session import Session
from tui_backprop.words import sentence, speak

OWN = OwnData("own.csv", ((-20.5, 3.0, 0.5), (1e-3, 7.0, 0.25)))


def moment(recipe: Recipe | None = None, cycle: int = 6):
    session = Session(recipe or Recipe())
    session.go_to(cycle)
    return session.snapshot()


def written(format, recipe=None, cycle=6, phase=Phase.UPDATE, what=()):
    return export(work(moment(recipe, cycle), phase, what), format, sentence)


@pytest.mark.parametrize("format", [format for format in FORMATS if format != "json"])
def test_a_change_by_hand_after_the_cycle_is_said_since_its_numbers_are_those_from_before(format):
    changed = Recipe(edits=(Edit(6, "theta1[2,0]", -1.5),))
    assert "changed by hand" in written(format, changed)
    assert "changed by hand" not in written(format, changed, cycle=7)


# --- JSON


@pytest.mark.parametrize(
    ("recipe", "cycle"),
    [
        (Recipe(), 6),
        (Recipe("parity4", 16, learning_rate=3.0), 400),
        (Recipe("data", 3, data=OWN, learning_rate=0.5), 51),
    ],
)
def test_json_gives_every_array_back_bit_for_bit(recipe, cycle):
    shown = moment(recipe, cycle)
    found = json.loads(written("json", recipe, cycle), parse_constant=pytest.fail)
    assert list(found["given"]) == list(GIVEN)
    assert list(found["computed"]) == list(COMPUTED)
    for code in COMPUTED:
        values = np.array(found["computed"][code]["values"])
        assert values.tobytes() == np.ascontiguousarray(shown.values[code]).tobytes(), code
        for entry in found["computed"][code].get("entries", []):
            assert entry["result"] == values[entry["row"], entry["column"]]
    for code in GIVEN:
        name = f"{code}_before" if code.startswith("theta") else code
        assert np.array_equal(found["given"][code]["values"], shown.values[name])
    assert found["learning_rate"] == recipe.learning_rate
    assert (found["cycle"], found["command"]) == (cycle, shown.command)


def test_the_errors_of_the_first_iteration_add_up_to_the_articles_report():
    errors = [json.loads(written("json", cycle=k))["computed"]["x5"]["values"][0][0] for k in range(1, 5)]
    assert f"{math.fsum(errors):.6g}" == "0.679307"


def test_the_partial_products_of_an_entry_add_up_to_it():
    found = json.loads(written("json", Recipe(hidden=5, learning_rate=2.0), 99))["computed"]
    for code in ("theta2_gradient", "product_f3", "product_f2", "theta1_gradient_row"):
        for entry in found[code]["entries"]:
            assert math.fsum(entry["partial_products"]) == pytest.approx(entry["result"], rel=1e-12)
    assert len(found["product_f2"]["entries"][0]["partial_products"]) == 6
    assert len(found["theta1_gradient_row"]["entries"][0]["partial_products"]) == 5


def test_what_is_no_number_in_json_is_a_text_that_float_reads():
    huge = Recipe(hidden=1, edits=(Edit(3, "theta1[0,0]", 1e308), Edit(3, "theta1[0,1]", 1e308)))
    values = json.loads(written("json", huge, 4), parse_constant=pytest.fail)["computed"]["x2"]["values"]
    assert [float(value) for row in values for value in row] == [math.inf]


# --- the scripts


def run_by_numpy(script: str) -> None:
    exec(compile(script, "script", "exec"), {"__name__": "script"})


@settings(max_examples=25, deadline=None)
@given(
    st.sampled_from(["xor", "nand", "parity3", "parity4", "data"]),
    st.integers(1, 16),
    st.integers(0, 10**6),
    st.sampled_from([0.02, 0.5, 30.0]),
    st.sampled_from([(0.0, 1.0), (-30.0, 30.0)]),
    st.integers(1, 300),
    st.sampled_from([phase for phase in Phase if phase]),
)
def test_the_script_for_numpy_recomputes_any_cycle(task, hidden, seed, rate, weights, cycle, phase):
    recipe = Recipe(task, hidden, seed, rate, weights=weights, data=OWN)
    run_by_numpy(written("numpy", recipe, cycle, phase))


def test_the_script_for_numpy_runs_by_itself(tmp_path):
    (tmp_path / "cycle.py").write_text(written("numpy"), encoding="utf-8")
    command = [sys.executable, "-W", "error", "cycle.py"]
    found = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=120)
    assert (found.stdout, found.stderr) == ("19 arrays agree.\n", "")


@pytest.mark.parametrize("code", COMPUTED)
def test_the_script_notices_one_wrong_entry_of_any_array(code):
    worked = work(moment(cycle=6))
    for part in worked.parts:
        if part.code == code:
            part.values.setflags(write=True)
            part.values[-1, -1] += 1e-6
    with pytest.raises(AssertionError, match=code):
        run_by_numpy(export(worked, "numpy", sentence))


NO_TORCH = 77
BY_TORCH = f"""
import os, runpy, sys
try:
    import torch
except ImportError:
    sys.exit({NO_TORCH})
for script in sys.argv[1:]:
    child = os.fork()
    if not child:
        runpy.run_path(script, run_name="__main__")
        sys.exit()
    if os.waitpid(child, 0)[1]:
        sys.exit(script + " has failed")
"""
"""Runs scripts, each as if PyTorch had just been imported, which takes seconds."""


def test_the_script_for_pytorch_leaves_the_derivatives_to_autograd(tmp_path):
    recipes = (Recipe(), Recipe("parity3", 7, learning_rate=2.0), Recipe("data", 3, data=OWN, weights=(-9, 9)))
    scripts = [tmp_path / f"cycle{number}.py" for number in range(len(recipes))]
    for script, recipe in zip(scripts, recipes, strict=True):
        script.write_text(written("torch", recipe, 33), encoding="utf-8")
    for python in (sys.executable, shutil.which("python3", path=os.defpath)):  # this one, or the system's own
        if python is None:
            continue
        command = [python, "-c", BY_TORCH, *map(str, scripts)]
        found = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=300)
        if found.returncode != NO_TORCH:
            assert (found.stdout, found.returncode) == ("19 arrays agree.\n" * len(recipes), 0), found.stderr
            return
    pytest.skip("there is no PyTorch here")


def test_an_edit_after_the_cycle_is_no_part_of_its_update():
    recipe = Recipe(edits=(Edit(6, "theta1[0,0]", 9.0), Edit(6, "learning_rate", 7.0)))
    run_by_numpy(written("numpy", recipe))
    assert "θ′⁽¹⁾₁,₀ = θ⁽¹⁾₁,₀ − α·" in written("text", recipe)


# --- text, Markdown, LaTeX


def test_the_text_has_every_quantity_with_its_equation_and_every_entry_once():
    text = written("text", Recipe(hidden=3))
    for code in (*GIVEN, *COMPUTED):
        equation = "3.5" if code in ("theta1", "theta2") else QUANTITIES[code].equation
        assert f"({equation})" in text
    symbols = re.findall(r"^    (\S+) = ", text, re.MULTILINE)
    assert len(symbols) == len(set(symbols))
    # sums, outputs and slopes of 3 units; the Jacobians; both gradients; changes and new parameters of 13
    assert len(symbols) == 3 + 6 + 9 + 4 + 3 + 1 + 4 + 4 + 1 + 1 + 4 + 4 + 3 + 9 + 2 * 13
    assert text.count("The article's misprint") == 5
    assert "18 of the 27 entries are zero by structure." in text


def test_a_product_says_how_many_of_its_terms_vanish():
    text = written("text")
    assert "Each entry is a sum of 5 products, of which 4 vanish by structure." in text  # x⁽³⁾ has five entries
    assert "Each entry is a sum of 4 products, of which 3 vanish by structure." in text  # and x⁽²⁾ four
    assert "    ∂E/∂x⁽⁴⁾ = x⁽⁴⁾ − t = " in text


def test_a_phase_ends_the_working_there():
    text = written("text", phase=Phase.F3)
    assert "Forward: f₃" in text
    assert "Forward: f₄" not in text
    assert "∇" not in text


def test_only_what_was_asked_for_is_worked_out():
    found = json.loads(written("json", what=("theta1_gradient", "x1")))
    assert (list(found["given"]), list(found["computed"])) == (["x1"], ["theta1_gradient"])
    assert len(found["computed"]["theta1_gradient"]["entries"]) == 12


def test_the_parameters_are_the_old_ones_before_the_update_and_the_new_ones_after_it():
    shown = moment()
    before = json.loads(written("json", phase=Phase.F1, what=("theta1",)))
    after = json.loads(written("json", what=("theta1",)))
    assert before["given"]["theta1"]["values"] == shown.values["theta1_before"].tolist()
    assert after["computed"]["theta1"]["values"] == shown.values["theta1"].tolist()


@pytest.mark.parametrize(
    ("cycle", "phase", "what", "code"),
    [
        (0, Phase.UPDATE, (), "no_cycle"),
        (1, Phase.UPDATE, ("jacobian_f9",), "no_quantity"),
        (1, Phase.F2, ("x4",), "not_yet"),
        (1, Phase.THETA2_GRADIENT, ("theta1_change",), "not_yet"),
    ],
)
def test_what_cannot_be_worked_out_is_refused(cycle, phase, what, code):
    with pytest.raises(InputError) as refused:
        work(moment(cycle=cycle), phase, what)
    assert refused.value.fact.code == code
    assert sentence(refused.value.fact)


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("format", FORMATS)
def test_every_format_is_there_in_every_language(format, language):
    speak(language)
    text = written(format)
    assert text.endswith("\n")
    assert bool(re.search("[\u4e00-\u9fff]", text)) is (language == "zh")


@pytest.mark.skipif(shutil.which("pdflatex") is None, reason="there is no LaTeX here")
@pytest.mark.parametrize(
    ("recipe", "cycle"),
    [
        (Recipe(), 6),
        (Recipe("parity4", 16, learning_rate=3.0), 7),
        (Recipe("data", 2, data=OwnData("a_b %#&{~^}.csv", OWN.rows), learning_rate=1e300), 1),
    ],
)
def test_the_latex_can_be_set_and_nothing_is_wider_than_the_page(recipe, cycle, tmp_path):
    (tmp_path / "cycle.tex").write_text(written("latex", recipe, cycle), encoding="utf-8")
    command = ["pdflatex", "-interaction=nonstopmode", "-halt-on-error", "cycle.tex"]
    found = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=300)
    assert found.returncode == 0, found.stdout[-2000:]
    assert "Overfull" not in found.stdout
