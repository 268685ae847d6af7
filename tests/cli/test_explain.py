"""`tui-backprop explain`: its arguments, its ends, its refusals."""

import json

import pytest

from tui_backprop.calculus.network.quantities import Phase
from tui_backprop.cli import main
from tui_backprop.cli.explain import FORMATS, PHASES
from tui_backprop.explain.network import export


def explained(capsys, typed):
    assert main(["explain", *typed.split()]) == 0
    return capsys.readouterr().out


def test_what_can_be_typed_is_what_there_is():
    assert FORMATS == export.FORMATS
    assert [name.upper() for name in PHASES] == [phase.name for phase in Phase if phase]


def test_the_first_cycle_is_worked_out_unless_another_is_named(capsys):
    assert explained(capsys, "").startswith("Cycle 1 worked out\nIteration 1, sample 1 of 4.\n")
    assert explained(capsys, "--go-to 41 --task parity3 --hidden 2 --seed 7").startswith(
        "Cycle 41 worked out\nIteration 6, sample 1 of 8.\nPARITY3, a 3-2-1 network, seed 7, learning rate α = 0.02.\n"
    )


def test_every_format_and_phase_is_taken(capsys):
    for form in FORMATS:
        for phase in PHASES:
            assert explained(capsys, f"--format {form} --phase {phase}").endswith("\n")


def test_the_command_in_the_document_leads_to_the_same_document(capsys):
    typed = "--learning-rate 0.5 --weights -1,1 --edit 3:theta1[0,0]=0.25 --go-to 9"
    found = explained(capsys, typed + " --format json")
    command = json.loads(found)["command"].removeprefix("tui-backprop ")
    assert explained(capsys, command.replace("'", "") + " --format json") == found


def test_a_far_cycle_is_the_one_that_train_gets_to(capsys):
    assert main(["train", "--iterations", "300000", "--learning-rate", "0.5", "--json"]) == 0
    trained = json.loads(capsys.readouterr().out.splitlines()[-1])
    found = json.loads(explained(capsys, "--go-to 1200000 --learning-rate 0.5 --format json --what theta1,theta2"))
    assert found["computed"]["theta1"]["values"] == trained["theta1"]
    assert found["computed"]["theta2"]["values"] == trained["theta2"]


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("--what jacobian_f5", "there is no quantity 'jacobian_f5'; there are x1, tx1, x2,"),
        ("--what x4 --phase f2", "x4 is computed in the phase f3, after f2; go as far as f3"),
        ("--phase f5", "there is no phase 'f5'; the phases are f1, f2, f3, f4, theta2_gradient"),
        ("--format html", "there is no format 'html'; the formats are text, markdown"),
        ("--go-to 0", "'0' is not a whole number from 1"),
        ("--until-error 1", "there is no option --until-error"),
        ("--hidden 99", "hidden units is 99"),
    ],
)
def test_what_cannot_be_is_one_sentence(capsys, typed, sentence):
    assert main(["explain", *typed.split()]) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert sentence in err


def test_a_run_that_leaves_the_finite_numbers_first_says_so(capsys):
    assert main(["explain", "--go-to", "60", "--edit", "20:theta1[1,2]=inf"]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert "cycle 20 leaves the finite numbers" in err
