"""Exercises on descent and the chain rule: answered by differences, and no lazy answer is right."""

import re
from random import Random

import pytest

from tui_backprop.calculus.expression import parse
from tui_backprop.explain.chain.practice import chain_exercise
from tui_backprop.explain.descent.practice import step_exercise

PLAIN = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉", "01234567890123456789")


def number(text):
    return float(text.replace("−", "-"))


def read_back(formula):
    """A formula of the sheet as it would be typed."""
    powers = re.sub(r"⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]+", lambda found: "**" + found[0].replace("⁻", "-").translate(PLAIN), formula)
    return powers.translate(PLAIN).replace("·", "*").replace("−", "-").replace("√", "sqrt")


def given(exercise):
    """What an exercise gives: its formulas and its numbers by name."""
    parts = dict(part.split(" = ") for part in exercise.given)
    numbers = {name: number(value) for name, value in parts.items() if re.fullmatch(r"−?[\d.]+(e[-+]?\d+)?", value)}
    return {name: read_back(value) for name, value in parts.items() if name not in numbers}, numbers


@pytest.mark.parametrize("make", [step_exercise, chain_exercise])
def test_a_seed_gives_the_same_exercise_and_its_answer_is_right_to_two_per_cent(make):
    for seed in range(25):
        exercise = make(Random(seed))
        assert exercise == make(Random(seed))
        assert exercise.judge(exercise.answer)
        assert exercise.is_right(1.01 * exercise.value)
        assert not any(exercise.is_right(wrong) for wrong in (0.0, -exercise.value, 1.1 * exercise.value))


def test_a_step_is_that_of_differences_and_neither_to_stay_nor_to_climb_is_right():
    for seed in range(25):
        exercise = step_exercise(Random(seed))
        formulas, numbers = given(exercise)
        x, along = [numbers["x⁽¹⁾₁"], numbers["x⁽¹⁾₂"]], int(exercise.symbol[-1].translate(PLAIN)) - 1
        f, h = parse(formulas["f"], ("x1", "x2")), 1e-5
        ends = [f([value + way * h * (index == along) for index, value in enumerate(x)]) for way in (1, -1)]
        move = numbers["α"] * (ends[0] - ends[1]) / (2 * h)
        assert exercise.value == pytest.approx(x[along] - move, rel=1e-6)
        assert not exercise.is_right(x[along])
        assert not exercise.is_right(x[along] + move)


def test_an_entry_of_the_chain_rule_is_that_of_differences_of_what_is_given():
    for seed in range(25):
        exercise = chain_exercise(Random(seed))
        formulas, numbers = given(exercise)
        output, by = (name.translate(PLAIN) for name in re.findall(r"∂(..)", exercise.symbol))
        at = {name.translate(PLAIN): value for name, value in numbers.items()}
        h, ends = 1e-5, []
        for way in (1, -1):
            values = at | {by: at[by] + way * h}
            for name, formula in formulas.items():
                names = tuple(dict.fromkeys(re.findall(r"\b[xy]\d\b", formula))) or ("x1",)
                values[name.translate(PLAIN)] = parse(formula, names)([values.get(name, 0.0) for name in names])
            ends.append(values[output])
        assert exercise.value == pytest.approx((ends[0] - ends[1]) / (2 * h), rel=2e-5, abs=1e-8)
