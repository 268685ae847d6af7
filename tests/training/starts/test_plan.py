"""The plan of many starts: its settings, its numbering, what it refuses."""

import math
import pickle

import numpy as np
import pytest

from tui_backprop.calculus.fact import InputError
from tui_backprop.calculus.network.own_data import OwnData
from tui_backprop.training.network.recipe import Recipe
from tui_backprop.training.starts.plan import Plan, Setting
from tui_backprop.training.starts.threads import train_numbers
from tui_backprop.words import reason


def test_the_settings_are_every_combination_the_last_list_fastest():
    plan = Plan(("xor", "and"), (2, 4), (0.5,), ((0, 1), (-1, 1)))
    assert [tuple(setting) for setting in plan.settings] == [
        (task, hidden, 0.5, weights, None)
        for task in ("xor", "and")
        for hidden in (2, 4)
        for weights in ((0, 1), (-1, 1))
    ]


def test_starts_are_numbered_setting_by_setting_and_seed_by_seed():
    plan = Plan(hidden=(2, 3), weights=((0, 1), (-1, 1)), first_seed=7, starts=10)
    assert plan.total == 40
    for number in range(40):
        hidden, weights = ((2, (0, 1)), (2, (-1, 1)), (3, (0, 1)), (3, (-1, 1)))[number // 10]
        assert plan.recipe_of(number) == Recipe("xor", hidden, 7 + number % 10, 0.02, weights=weights)


@pytest.mark.parametrize(
    ("values", "code", "sentence"),
    [
        ({"starts": 0}, "starts_out_of_range", "the number of starts is 0; it goes from 1"),
        ({"iterations": 0}, "iterations_out_of_range", "the number of iterations is 0; it goes from 1"),
        ({"until_error": 0.0}, "target_out_of_range", "the target for ΣE is 0; it is a finite number over 0"),
        ({"until_error": math.nan}, "target_out_of_range", "the target for ΣE is nan"),
        ({"first_seed": 2**32 - 5, "starts": 6}, "too_few_seeds", "there are 5 seeds, the last one 4294967295"),
        ({"first_seed": -1}, "seed_out_of_range", "the seed is -1"),
        ({"hidden": (4, 17)}, "hidden_out_of_range", "hidden units is 17"),
        ({"learning_rates": (0.5, 0.0)}, "learning_rate_out_of_range", "learning rate is 0.0"),
        ({"weights": ((1, 0),)}, "no_weights_range", "the first weights is 1,0"),
        ({"tasks": ("imply",)}, "no_task", "no task 'imply'"),
        ({"tasks": ()}, "empty_plan", "a plan needs a task"),
    ],
)
def test_what_is_out_of_range_is_refused_in_a_sentence(values, code, sentence):
    with pytest.raises(InputError) as refusal:
        Plan(**values)
    assert refusal.value.fact.code == code
    assert sentence in reason(refusal.value)


@pytest.mark.parametrize("iterations", [1, 2, 17, 1_000, 100_000, 10**9])
def test_the_marks_ascend_through_whole_iterations_to_the_last(iterations):
    marks = Plan(iterations=iterations).marks
    assert marks[0] == 1
    assert marks[-1] == iterations
    assert (np.diff(marks) > 0).all()
    assert (marks == np.round(marks)).all()
    assert len(marks) <= 200


def test_a_setting_knows_its_samples():
    assert Setting("parity3", 4, 0.02, (0, 1)).samples == 8


def test_a_plan_on_a_table_of_ones_own_is_the_same_on_another_computer():
    data = OwnData("own.csv", ((-1.5, 2.0, 0.25), (3.0, 4.25, 1.0), (0.0, 1.0, 0.5)))
    plan = Plan(("data",), (2, 3), data=data, starts=4, iterations=50)
    assert plan.table_of("data").samples == 3  # what is kept of it must not hinder the sending
    sent = pickle.loads(pickle.dumps(plan))
    assert sent == plan
    here, there = (train_numbers(each, [0, 1, 2, 3], each.marks) for each in (plan, sent))
    assert [a.tobytes() for a in here] == [a.tobytes() for a in there]
