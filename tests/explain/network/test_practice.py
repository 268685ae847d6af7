"""Exercises: worth asking, answered by the referee's derivatives, and judged without a hole."""

from random import Random

import numpy as np
import pytest

from tui_backprop.calculus.fact import InputError
from tui_backprop.calculus.network.check import _numerical
from tui_backprop.explain.exercise import NUMERIC
from tui_backprop.explain.network.practice import choose_exercise
from tui_backprop.explain.practice import TOPICS, sheet
from tui_backprop.training.network.recipe import Recipe
from tui_backprop.training.network.session import Session


def cycle(recipe=None, at=7):
    session = Session(recipe or Recipe(learning_rate=0.5))
    session.go_to(at)
    snapshot = session.snapshot()
    return snapshot.values, snapshot.learning_rate_used, snapshot.inputs, snapshot.hidden


@pytest.fixture(scope="module")
def late():
    """A cycle far into training, where gradients are small."""
    return cycle(Recipe(learning_rate=2.0, seed=3), 20_000)


@pytest.mark.parametrize("topic", NUMERIC)
def test_neither_zero_nor_the_wrong_sign_is_right_however_small_the_entry(topic, late):
    for seed in range(60):
        exercise = choose_exercise(*late, random=Random(seed), topics=(topic,))
        assert exercise.value != 0
        assert not exercise.is_right(0.0)
        assert not exercise.is_right(-exercise.value)
        assert not exercise.is_right(1.1 * exercise.value)
        assert exercise.is_right(1.01 * exercise.value)
        assert exercise.judge(exercise.answer)


def test_the_answer_is_the_numerical_derivative(late):
    values = late[0]
    numerical = dict(_numerical(*(values[name] for name in ("theta1_before", "theta2_before", "x1", "tx1"))))
    for seed in range(60):
        exercise = choose_exercise(*late, random=Random(seed), topics=("jacobians", "gradients"))
        code, row, column = exercise.cells[0]
        truth = numerical[code].reshape(values[code].shape)[row, column]
        assert exercise.value == pytest.approx(truth, rel=1e-4, abs=1e-9)


def test_what_would_give_the_answer_away_is_hidden(late):
    for seed in range(40):
        exercise = choose_exercise(*late, random=Random(seed), topics=("gradients",))
        code, row, column = exercise.cells[0]
        assert exercise.hides(code, row, column)
        assert exercise.hides(code.replace("_gradient", "_change"), row, column)
        assert all(exercise.symbol not in given.split(" = ")[0] for given in exercise.given)


def test_shapes_and_zeros_are_counted_exactly():
    for seed in range(60):
        for topic in ("shapes", "zeros"):
            exercise = choose_exercise(*cycle(at=1), random=Random(seed), topics=(topic,))
            assert exercise.judge(exercise.answer)
            assert not exercise.judge("3x3" if topic == "shapes" else "17")


def test_the_zeros_of_the_blocks_are_36_of_48():
    answers = {choose_exercise(*cycle(at=1), random=Random(seed), topics=("zeros",)).answer for seed in range(20)}
    assert answers == {"36", "16"}


@pytest.mark.parametrize(("topic", "text"), [("shapes", "four by twelve"), ("gradients", "a lot"), ("gradients", "")])
def test_an_answer_that_cannot_be_read_is_refused(topic, text, late):
    with pytest.raises(InputError):
        choose_exercise(*late, random=Random(0), topics=(topic,)).judge(text)


def test_a_minus_of_the_screen_can_be_typed_back(late):
    exercise = next(
        e for seed in range(99) if (e := choose_exercise(*late, random=Random(seed), topics=NUMERIC)).value < 0
    )
    assert "−" in exercise.answer
    assert exercise.judge(exercise.answer)


def test_a_cycle_of_zeros_has_nothing_to_ask():
    values, alpha, inputs, hidden = cycle(at=1)
    zeros = {code: np.zeros_like(array) for code, array in values.items()}
    with pytest.raises(InputError, match="nothing_to_ask"):
        choose_exercise(zeros, alpha, inputs, hidden, Random(0), ("gradients",))


def test_a_sheet_is_the_same_for_the_same_seed_and_asks_nothing_twice():
    def some(random):
        return cycle(at=random.randint(1, 50))

    count = 2 * len(TOPICS)
    one, again, other = sheet(count, 5, cycle=some), sheet(count, 5, cycle=some), sheet(count, 6, cycle=some)
    assert one == again
    assert one != other
    assert len({(e.topic, e.symbol, e.answer) for e in one}) == count
    assert [e.topic for e in one] == [*TOPICS, *TOPICS]
