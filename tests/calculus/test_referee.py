"""The referee: beside derivatives known in closed form, it accuses no right number and lets no planted one pass."""

from __future__ import annotations

import math
from random import Random

import numpy as np
import pytest

from tui_backprop.calculus.expression import Digits, ExpressionError, NoValueError, parse
from tui_backprop.calculus.referee import Referee, Reference, calculated, derivatives

VARIABLES = ("x1", "x2")
ROUGH = 1e-3


def derivative_of(text, *by):
    derivative = parse(text, VARIABLES)
    for index in by:
        derivative = derivative.derivative(VARIABLES[index])
    return derivative


def numerical(text, x, *by):
    """The derivative from values of the text alone, and the error left in it; None where there is none."""
    (found,) = derivatives([[parse(text, VARIABLES)]], np.array(x, dtype=np.float64), *by)
    return found


def referee(text, x, *by, resolution=ROUGH):
    value, error = map(float, numerical(text, x, *by) or (math.nan, math.nan))
    formula = calculated([[derivative_of(text, *by)]], np.array(x, dtype=np.float64))
    return Referee(formula, Reference(np.array([[value]]), np.array([[error]])), resolution)


def judge(referee, value):
    return referee.judge(np.array([[value]]))[0][0]


def judged(text, x, *by, factor=1.0, resolution=ROUGH):
    return judge(referee(text, x, *by, resolution=resolution), derivative_of(text, *by)(x) * factor)


@pytest.mark.parametrize(
    ("text", "x", "by", "value"),
    [
        ("log(x1)", (0.1, 0), (0,), 10),
        ("sqrt(x1)", (1e-6, 0), (0,), 500),
        ("exp(x1)*x2", (0.0, 3), (0, 1), 1),
        ("x1**3", (0.0, 0), (0,), 0),
        ("x1**3*x2", (2.0, 5), (0, 0), 60),
        ("sigmoid(x1)", (0.0, 0), (0,), 0.25),
    ],
)
def test_the_referee_finds_derivatives_known_in_closed_form(text, x, by, value):
    found = numerical(text, x, *by)
    assert found is not None
    assert float(found[0]) == pytest.approx(value, rel=1e-12, abs=1e-25)


@pytest.mark.parametrize("text", ["sqrt(x1**2)", "sqrt(x1)", "log(x1)", "1/(1/x1)", "x1**-0.5"])
def test_where_there_is_no_derivative_the_referee_says_so(text):
    assert numerical(text, (0.0, 1.0), 0) is None


@pytest.mark.parametrize(
    ("text", "x"),
    [
        ("log(x1) + x2**2", (0.1, 1.0)),
        ("x1**2 - x2**2", (1e-11, 4e7)),
        ("sqrt(x1) + x2", (1e-6, 1.0)),
        ("sin(1000000*x1) + x2", (1.0, 1.0)),
        ("pi**16*x1", (1.0, 1.0)),
        ("(x1*x2 - 3)**2 + 1", (1.04, 1.04)),
        ("x1**2.5 + x2**-2", (2.0, 3.0)),
        ("x1**2 + x2**2", (3000.0, 0.0)),
    ],
)
def test_a_right_number_is_called_right_and_one_off_by_a_billionth_wrong(text, x):
    for by in ((0,), (1,), (0, 0), (0, 1), (1, 1)):
        assert judged(text, x, *by) == "right"
        value, error = numerical(text, x, *by)
        if abs(value) > error:
            assert judged(text, x, *by, factor=1 + 1e-9) == "wrong"


def test_where_only_rounding_is_left_of_a_number_nobody_can_tell():
    root = math.sqrt(3)
    assert judged("(x1*x2 - 3)**2 + 1", (root, root), 0) == "cannot tell"
    assert judged("(x1*x2 - 3)**2 + 1", (root, root), 0, 0) == "right"
    assert judge(referee("x1", (1.0, 1.0), 0), math.nan) == "cannot tell"
    assert judged("tan(1e17*x1)", (1.0, 1.0), 0) == "cannot tell"


def random_expression(random, depth=3):
    if depth == 0:
        return random.choice(["x1", "x2", "x1", "x2", str(random.choice([2, 3, 0.5, 1e-3, 7e4]))])
    a, b = random_expression(random, depth - 1), random_expression(random, depth - 1)
    kinds = ("{a} + {b}", "{a} - {b}", "({a})*({b})", "({a})/({b})", "sin({a})", "exp({a}/50)", "log({a})", "sqrt({a})")
    return random.choice((*kinds, "({a})**2", "({a})**3", "({a})**1.5", "tanh({a})", "cos({b})")).format(a=a, b=b)


def test_of_random_expressions_no_right_derivative_is_called_wrong_and_no_planted_one_right():
    random, told, caught = Random(0), 0, 0
    for _ in range(120):
        text = random_expression(random)
        x = tuple(random.choice([-1, 1]) * 10 ** random.uniform(-4, 4) for _ in VARIABLES)
        index = random.randrange(2)
        try:
            given = derivative_of(text, index)(x)
        except ExpressionError:
            continue
        if not math.isfinite(given):
            continue
        judges = referee(text, x, index)
        outcome = judge(judges, given)
        assert outcome != "wrong", (text, x, index)
        told += outcome == "right"
        if outcome == "right" and given and 4 * judges.calculation.bounds.item() < 1e-9 * abs(given):
            assert judge(judges, given * (1 + 1e-8)) == "wrong", (text, x, index)
            caught += 1
    assert told > 40
    assert caught > 30


@pytest.mark.parametrize(
    "text", ["x1*x2 - 3", "exp(x1) - x2*x1**1.5", "sin(x1)/x2 + sqrt(x1)", "tanh(x1) - sigmoid(x2)"]
)
def test_float64_never_strays_further_than_the_bound(text):
    random, expression = Random(1), parse(text, VARIABLES)
    for _ in range(200):
        x = (random.uniform(0.1, 4), random.uniform(-4, 4))
        digits = Digits(40)
        (exact,) = digits.values([[expression]], [digits.number(value) for value in x])
        assert abs(exact - expression(x)) <= calculated([[expression]], np.array(x)).bounds.item()


def test_each_arithmetic_keeps_its_own_digits_and_its_own_largest_number():
    few, many, untouched = Digits(20), Digits(60), Digits(20)
    quotient = [[parse("x1/x2", VARIABLES)]]
    rough, precise, again = (
        digits.values(quotient, [digits.number(100), digits.number(3)])[0] for digits in (few, many, few)
    )
    assert rough == again != precise
    assert 1e-23 < abs(rough - precise) < 1e-18
    assert (few.largest, untouched.largest) == (again, 0)


@pytest.mark.parametrize("text", ["exp(exp(exp(x1)))", "1/(x1 - x1)", "log(-x1)", "(-x1)**0.5"])
def test_what_is_no_finite_real_number_has_no_precise_value(text):
    digits = Digits(40)
    with pytest.raises(NoValueError):
        digits.values([[parse(text, VARIABLES)]], [digits.number(9), digits.number(1)])
