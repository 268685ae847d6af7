"""A run as a value: what it takes, what it refuses and in which words, and its command-line form."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui_backprop.calculus.fact import InputError
from tui_backprop.training.network.recipe import Edit, Recipe, number
from tui_backprop.words import reason

QUICK = settings(max_examples=100, deadline=None)


@st.composite
def edits(draw):
    cycle = draw(st.integers(0, 10**12))
    kind = draw(st.sampled_from(["learning_rate", "task", "theta1", "theta2"]))
    if kind == "task":
        return Edit(cycle, "task", draw(st.sampled_from(["xor", "xnor", "and", "or", "nand", "nor"])))
    if kind == "learning_rate":
        return Edit(cycle, "learning_rate", draw(st.floats(1e-300, 1e300)))
    entry = f"theta1[{draw(st.integers(0, 3))},{draw(st.integers(0, 2))}]"
    name = entry if kind == "theta1" else f"theta2[0,{draw(st.integers(0, 4))}]"
    return Edit(cycle, name, draw(st.floats(allow_nan=False)))


@QUICK
@given(edits())
def test_an_edit_reads_back_what_it_writes_to_the_last_bit(edit):
    assert Edit.parse(str(edit)) == edit
    Recipe(edits=(edit,))


@pytest.mark.parametrize(
    "text", ["", "5", "5:", "theta1[0,0]=1", "-5:task=and", "5:theta1[0]=1", "5:theta1[0,0]", "a:b=c"]
)
def test_a_text_that_is_no_edit_is_answered_with_an_example(text):
    with pytest.raises(InputError, match="no_edit"):
        Edit.parse(text)


def test_an_edit_with_a_word_for_a_number_is_refused_with_both_names():
    with pytest.raises(ValueError, match=r"name='theta1\[0,0\]', text='much'"):
        Edit.parse("5:theta1[0,0]=much")


def test_a_number_of_numpy_s_is_written_as_a_plain_number():
    assert str(Edit(5, "theta1[2,0]", np.float64(0.25))) == "5:theta1[2,0]=0.25"
    assert str(Edit(5, "theta1[2,0]", 2)) == "5:theta1[2,0]=2.0"
    assert Recipe(learning_rate=np.float64(0.5)).options()[-1] == "0.5"


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"task": "imply"}, "no task 'imply'"),
        ({"hidden": 0}, "hidden units is 0; it goes from 1 to 16"),
        ({"hidden": 17}, "hidden units is 17"),
        ({"seed": -1}, "seed is -1; it goes from 0 to 4294967295"),
        ({"seed": 2**32}, "seed is 4294967296"),
        ({"learning_rate": 0.0}, "learning rate is 0.0; it is a finite number over 0"),
        ({"learning_rate": math.nan}, "learning rate is nan"),
        ({"learning_rate": math.inf}, "learning rate is inf"),
        ({"weights": (1.0, -1.0)}, "the first weights is 1,-1; it is LOW,HIGH, such as -1,1"),
        ({"weights": (0.0, math.inf)}, "the first weights is 0,inf"),
        ({"weights": (-1.7e308, 1.7e308)}, "the first weights is -1.7e+308,1.7e+308"),
        ({"edits": (Edit(-1, "learning_rate", 0.5),)}, "before cycle 0"),
        ({"edits": (Edit(0, "learning_rate", -0.5),)}, "learning rate is -0.5"),
        ({"edits": (Edit(0, "task", "parity3"),)}, "parity3 has not the 2 inputs of xor"),
        ({"edits": (Edit(0, "task", "imply"),)}, "no task 'imply'"),
        ({"edits": (Edit(0, "theta1[4,0]", 1.0),)}, "theta1[0,0] to theta1[3,2]"),
        ({"edits": (Edit(0, "theta1[0,3]", 1.0),)}, "there is no theta1[0,3]"),
        ({"edits": (Edit(0, "theta2[1,0]", 1.0),)}, "theta2[0,0] to theta2[0,4]"),
        ({"edits": (Edit(0, "theta3[0,0]", 1.0),)}, "there is no theta3[0,0]"),
        ({"edits": (Edit(0, "momentum", 1.0),)}, "there is no momentum"),
    ],
)
def test_a_value_out_of_range_is_refused_with_what_would_be_right(values, sentence):
    with pytest.raises(ValueError) as refusal:  # noqa: PT011
        Recipe(**values)
    assert sentence in reason(refusal.value)
    assert "\n" not in reason(refusal.value)


def test_the_ends_of_the_ranges_are_taken():
    for values in ({"hidden": 1}, {"hidden": 16}, {"seed": 0}, {"seed": 2**32 - 1}, {"learning_rate": 1e-320}):
        assert Recipe(**values) == Recipe(**values)


@pytest.mark.parametrize(
    ("task", "inputs", "hidden"), [("xor", 2, 4), ("nand", 2, 1), ("parity3", 3, 5), ("parity4", 4, 16)]
)
def test_the_initial_parameters_are_drawn_as_the_article_draws_them(task, inputs, hidden):
    np.random.seed(7)
    theta1 = np.random.rand(hidden, inputs + 1)
    theta2 = np.random.rand(1, hidden + 1)
    recipe = Recipe(task, hidden, seed=7)
    found = recipe.split(recipe.initial_parameters())
    assert (found[0] == theta1).all()
    assert (found[1] == theta2).all()


@pytest.mark.parametrize("weights", [(-1.0, 1.0), (0.25, 0.25), (-3.0, 0.1), (0.0, 1.0)])
def test_another_range_stretches_the_article_s_draw(weights):
    np.random.seed(7)
    low, high = weights
    drawn = low + (high - low) * np.random.rand(17)
    assert Recipe(seed=7, weights=weights).initial_parameters().tobytes() == drawn.tobytes()


def test_the_range_0_1_is_the_article_s_to_the_bit():
    for seed in range(50):
        np.random.seed(seed)
        assert Recipe(seed=seed, weights=(0, 1)).initial_parameters().tobytes() == np.random.rand(17).tobytes()


def test_the_range_of_the_weights_is_an_option_unless_it_is_the_article_s():
    assert "--weights" not in Recipe(weights=(0, 1)).options()
    assert Recipe(weights=(-0.5, 1 / 3)).options()[-2:] == ["--weights", f"-0.5,{1 / 3!r}"]


def test_drawing_parameters_leaves_numpy_s_own_random_numbers_alone():
    np.random.seed(3)
    expected = np.random.rand()
    np.random.seed(3)
    Recipe(seed=9).initial_parameters()
    assert np.random.rand() == expected


@pytest.mark.parametrize(("task", "hidden"), [("xor", 4), ("parity4", 3)])
def test_every_entry_has_its_place_in_the_flat_row(task, hidden):
    recipe = Recipe(task, hidden)
    flat = np.arange(hidden * (recipe.inputs + 2) + 1, dtype=np.float64)
    theta1, theta2 = recipe.split(flat)
    for name, array in (("theta1", theta1), ("theta2", theta2)):
        for i, j in np.ndindex(array.shape):
            assert recipe.index_of(f"{name}[{i},{j}]") == array[i, j]


def test_split_gives_copies():
    recipe = Recipe()
    flat = recipe.initial_parameters()
    theta1, theta2 = recipe.split(flat)
    theta1[:], theta2[:] = 0, 0
    assert (flat == recipe.initial_parameters()).all()


def test_a_rate_and_a_task_hold_from_the_cycle_after_their_edit():
    tasks = (Edit(0, "task", "and"), Edit(5, "task", "or"))
    rates = (Edit(5, "learning_rate", 0.2), Edit(9, "learning_rate", 0.3))
    recipe = Recipe(learning_rate=0.1, edits=tasks + rates)
    assert [recipe.learning_rate_after(cycle) for cycle in (0, 4, 5, 8, 9, 100)] == [0.1, 0.1, 0.2, 0.2, 0.3, 0.3]
    assert [recipe.table_after(cycle).name for cycle in (0, 4, 5, 100)] == ["and", "and", "or", "or"]


def test_edits_count_in_the_order_of_their_cycles_however_they_are_written():
    late, soon = Edit(100, "learning_rate", 0.1), Edit(50, "learning_rate", 0.5)
    recipe = Recipe(edits=(late, soon))
    assert recipe == Recipe(edits=(soon, late))
    assert [recipe.learning_rate_after(cycle) for cycle in (49, 50, 99, 100)] == [0.02, 0.5, 0.5, 0.1]


def test_an_edit_drops_the_later_ones_and_takes_the_place_of_its_like():
    a, b, c = Edit(1, "learning_rate", 0.1), Edit(5, "theta1[0,0]", 1.0), Edit(9, "task", "and")
    recipe = Recipe(edits=(a, b, c))
    assert recipe.edited(Edit(5, "theta1[0,0]", 2.0)).edits == (a, Edit(5, "theta1[0,0]", 2.0))
    assert recipe.edited(Edit(5, "theta1[0,1]", 2.0)).edits == (a, b, Edit(5, "theta1[0,1]", 2.0))
    assert recipe.edited(Edit(0, "learning_rate", 2.0)).edits == (Edit(0, "learning_rate", 2.0),)
    assert recipe.edits == (a, b, c)


@QUICK
@given(st.lists(edits(), max_size=4), st.floats(1e-300, 1e300), st.integers(0, 2**32 - 1), st.integers(4, 16))
def test_the_options_give_the_recipe_back(edits, rate, seed, hidden):
    recipe = Recipe("or", hidden, seed, rate, tuple(edits))
    options = recipe.options()
    given = dict(zip(options[:8:2], options[1:8:2], strict=True))
    assert options[8::2] == ["--edit"] * len(edits)
    again = Recipe(
        given["--task"],
        int(given["--hidden"]),
        int(given["--seed"]),
        float(given["--learning-rate"]),
        tuple(Edit.parse(text) for text in options[9::2]),
    )
    assert again == recipe


def test_numbers_are_read_and_others_named():
    assert number("1e-3", "the rate") == 0.001
    with pytest.raises(ValueError, match="name='the rate', text='x'"):
        number("x", "the rate")


def rate_and_task(recipe, cycle):
    """What is in force after a cycle, by going through the edits one by one."""
    rate, task = recipe.learning_rate, recipe.task
    for edit in recipe.edits:
        if edit.cycle <= cycle:
            rate = edit.value if edit.name == "learning_rate" else rate
            task = edit.value if edit.name == "task" else task
    return rate, task


EDITS = st.lists(
    st.one_of(
        st.builds(Edit, st.integers(0, 30), st.just("learning_rate"), st.sampled_from([0.1, 0.2, 0.5])),
        st.builds(Edit, st.integers(0, 30), st.just("task"), st.sampled_from(["xor", "and", "or"])),
        st.builds(Edit, st.integers(0, 30), st.just("theta1[0,0]"), st.sampled_from([1.0, 2.0])),
    ),
    max_size=6,
)


@given(EDITS, st.integers(0, 40), st.integers(0, 40))
def test_the_segments_are_the_cycles_in_order_each_with_what_is_in_force(edits, one, other):
    recipe = Recipe(edits=tuple(edits))
    start, stop = sorted((one, other))
    cycles = []
    for segment in recipe.segments(start, stop):
        for cycle in range(segment.start, segment.stop):
            assert (segment.learning_rate, segment.table.name) == rate_and_task(recipe, cycle)
            assert (recipe.learning_rate_after(cycle), recipe.table_after(cycle).name) == rate_and_task(recipe, cycle)
            cycles.append(cycle)
        assert not any(segment.start < edit.cycle < segment.stop for edit in edits)
    assert cycles == list(range(start, stop))
