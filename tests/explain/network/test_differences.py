"""Runs beside each other are told apart by what differs, and by nothing else."""

from tui_backprop.explain.network.differences import differences
from tui_backprop.training.network.recipe import Edit, Recipe
from tui_backprop.words import sentence

EDITED = Recipe(seed=1, edits=(Edit(49_379, "theta1[2,0]", -1.5),))


def told(*recipes):
    shared, each = differences(recipes)
    return [*map(sentence, shared)], [[*map(sentence, facts)] for facts in each]


def test_what_is_alike_is_said_once_and_what_differs_of_each():
    assert told(Recipe(), Recipe(seed=1), Recipe(seed=1, learning_rate=0.5)) == (
        ["XOR 2-4-1"],
        [["α 0.02", "seed 0"], ["α 0.02", "seed 1"], ["α 0.5", "seed 1"]],
    )


def test_tasks_sizes_weights_and_edits_tell_runs_apart():
    recipes = (Recipe("xnor", 3), Recipe(weights=(-1.0, 1.0)), EDITED)
    assert told(*recipes)[1] == [
        ["XNOR 2-3-1", "seed 0"],
        ["XOR 2-4-1", "seed 0", "weights -1 to 1"],
        ["XOR 2-4-1", "seed 1", "θ⁽¹⁾₃,₀ = -1.5 at cycle 49,379"],
    ]


def test_of_many_edits_the_last_one_is_named():
    edits = (Edit(4, "learning_rate", 0.5), Edit(8, "learning_rate", 1.0), Edit(12, "task", "and"))
    (edited, plain) = told(Recipe(edits=edits), Recipe())[1]
    assert (edited, plain) == (["α 0.02", "3 edits, last AND from cycle 12 on"], ["α 0.02"])


def test_one_run_alone_shares_everything_with_itself():
    assert told(EDITED) == (["XOR 2-4-1", "α 0.02", "seed 1", "θ⁽¹⁾₃,₀ = -1.5 at cycle 49,379"], [[]])


def test_a_learning_rate_that_one_run_changes_on_its_way_is_not_called_shared():
    shared, each = told(Recipe(edits=(Edit(8, "learning_rate", 20.0),)), Recipe(seed=1))
    assert "α 0.02" not in shared
    assert each == [["α 0.02", "seed 0", "α = 20 at cycle 8"], ["α 0.02", "seed 1"]]


def test_a_learning_rate_changed_before_the_first_cycle_is_the_one_of_the_run():
    steps = tuple(Edit(0, "learning_rate", rate) for rate in (0.05, 0.1, 0.5))
    assert told(Recipe(edits=steps), Recipe(learning_rate=0.5)) == (["XOR 2-4-1", "α 0.5", "seed 0"], [[], []])
    assert told(Recipe(edits=steps), Recipe())[1] == [["α 0.5"], ["α 0.02"]]
