"""Expressions: what is read, what is refused and where, and derivatives against other referees."""

from __future__ import annotations

import math
import subprocess
import sys
from dataclasses import FrozenInstanceError
from typing import Any

import mpmath
import numpy as np
import pytest
import sympy
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tui_backprop.calculus.expression import (
    CONSTANTS,
    FUNCTIONS,
    MAX_DEPTH,
    MAX_LENGTH,
    MAX_NODES,
    Apply,
    Expression,
    ExpressionError,
    Node,
    parse,
    parse_vector,
)
from tui_backprop.words import reason

XS = ("x1", "x2")


def refused(text: str, variables: tuple[str, ...] = XS) -> ExpressionError:
    with pytest.raises(ExpressionError) as caught:
        parse(text, variables)
    return caught.value


def outcome(read: Any, text: str) -> ExpressionError | tuple[Expression, ...]:
    try:
        found = read(text, XS)
    except ExpressionError as error:
        return error
    return found if isinstance(found, tuple) else (found,)


def count(node: Node) -> int:
    return 1 + sum(count(part) for part in node.arguments) if isinstance(node, Apply) else 1


def depth(node: Node) -> int:
    parts = node.arguments if isinstance(node, Apply) else ()
    return 1 + max((depth(part) for part in parts), default=0)


# --- What is read ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("(x1*x2-3)**2+1", 10.0),
        ("-x1**2", -4.0),
        ("(-x1)**2", 4.0),
        ("x1-x2-1", -2.0),
        ("x1-(x2-1)", 0.0),
        ("12/x1/x2", 2.0),
        ("12/(x1/x2)", 18.0),
        ("x1**3**2", 512.0),
        ("2**-1", 0.5),
        ("+x1 - -x2", 5.0),
        ("- - -x1", -2.0),
        ("  2 * x1  ", 4.0),
        (".5*x1 + 1.", 2.0),
        ("1e2*x1", 200.0),
        ("2.5E-1*x1", 0.5),
        ("e**2", math.e**2),
        ("sin(pi/x1)", 1.0),
        ("cos(0*x1)", 1.0),
        ("tan(pi/4)", math.tan(math.pi / 4)),
        ("exp(log(x1))", 2.0),
        ("sqrt(x1*8)", 4.0),
        ("tanh(x1)", math.tanh(2)),
        ("sigmoid(x1)", 1 / (1 + math.exp(-2))),
        ("x1**0.5", math.sqrt(2)),
        ("x1**(1/3)", 2 ** (1 / 3)),
        ("x1**16", 65536.0),
    ],
)
def test_an_expression_has_the_value_worked_out_by_hand(text: str, value: float) -> None:
    assert parse(text, XS)((2.0, 3.0)) == pytest.approx(value, rel=1e-15)


def test_an_expression_is_a_value_that_keeps_its_text_as_typed() -> None:
    expression = parse(" x1 +x2*2 ", XS)
    assert expression == parse("x1 +x2*2", XS)
    assert hash(expression) == hash(parse("x1 +x2*2", XS))
    assert (expression.text, str(expression)) == ("x1 +x2*2", "x1 + x2*2")
    with pytest.raises(FrozenInstanceError):
        expression.text = "x1"  # pyright: ignore[reportAttributeAccessIssue]


def test_a_grid_is_evaluated_point_by_point_without_warnings() -> None:
    x1, x2 = np.meshgrid(np.linspace(-1, 1, 5), np.linspace(-2, 2, 4))
    expression = parse("log(x1) + 1/x2", XS)
    grid = expression.on_grid([x1, x2])
    points = [expression(point) for point in zip(x1.ravel(), x2.ravel(), strict=True)]
    assert grid.shape == (4, 5)
    np.testing.assert_array_equal(grid.ravel(), points)
    assert np.isnan(grid[0, 0])
    assert np.isnan(grid[0, 2])
    assert np.isfinite(grid[0, 4])


def test_a_constant_fills_the_whole_grid() -> None:
    np.testing.assert_array_equal(parse("7", XS).on_grid(np.zeros((2, 3, 4))), np.full((3, 4), 7.0))


@pytest.mark.parametrize("values", [(), (1.0,), (1.0, 2.0, 3.0), 1.0, [[1.0], [2.0]]])
def test_a_point_of_another_shape_is_refused(values: Any) -> None:
    with pytest.raises(ValueError, match=r"shape|size"):
        parse("x1", XS)(values)


@pytest.mark.parametrize(
    ("text", "at", "value"),
    [
        ("log(x1)", 0.0, math.nan),
        ("log(x1)", -1.0, math.nan),
        ("sqrt(x1)", -1.0, math.nan),
        ("1/x1", 0.0, math.nan),
        ("1/(1/x1)", 0.0, math.nan),
        ("x1**-2", 0.0, math.nan),
        ("1/(1 + exp(x1))", 1e4, 0.0),
        ("x1/x1", 0.0, math.nan),
        ("exp(x1)", 1e4, math.inf),
        ("x1**0.5", -1.0, math.nan),
        ("sigmoid(x1)", -1e4, 0.0),
        ("tanh(x1)", 1e4, 1.0),
    ],
)
def test_outside_of_the_domain_the_value_is_nan_or_inf(text: str, at: float, value: float) -> None:
    np.testing.assert_equal(parse(text, ("x1",))((at,)), value)


def test_the_components_of_a_vector_stand_between_commas() -> None:
    components = parse_vector("x1**2+x2**2, x1**2-x2**2, x1*x2", XS)
    assert [component((3, 2)) for component in components] == [13.0, 5.0, 6.0]
    assert [component.text for component in components] == ["x1**2+x2**2", "x1**2-x2**2", "x1*x2"]


def test_the_variables_that_occur_are_known() -> None:
    assert parse("x1 + sin(x1) - pi", XS).used == {"x1"}
    assert parse("e", XS).used == set()


# --- What is refused, and where -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "position", "hint"),
    [
        ("", 0, "missing"),
        ("   ", 0, "missing"),
        ("x1^2", 2, "write **"),
        ("x1²", 2, "write **2"),
        ("x1 × x2", 3, "write *"),
        ("x1 − x2", 3, "write -"),
        ("√x1", 0, "sqrt"),
        ("2*π", 2, "write pi"),
        ("x1 // x2", 3, "write /"),
        ("x1 % 2", 3, "operators"),
        ("x1 @ x2", 3, "allowed"),
        ("x1 = 2", 3, "equals"),
        ("x1 == 2", 3, "equals"),
        ("x1 < x2", 3, "comparisons"),
        ("(x1 := 2)", 4, "allowed"),
        ("[x1]", 0, "round"),
        ("{x1}", 0, "round"),
        ("'x1'", 0, "quoted"),
        ("x1\nx2", 2, "one line"),
        ("x1\r\n", 2, "one line"),
        ("\tx1", 0, "space"),
        ("x1\0", 2, "U+0000"),
        ("x1#", 2, "allowed"),
        ("x1;x2", 2, "allowed"),
        ("x1\\", 2, "allowed"),
        ("\ud800x1", 0, "U+D800"),
        ("x1+\u202e2", 3, "U+202E"),
        ("\u00a0x1", 0, "plain space"),
        ("x１", 1, "plain 1"),
        ("１+x1", 0, "plain 1"),
        ("𝑥1", 0, "plain x"),
        ("x₁", 1, "plain 1"),
        ("ｘ1", 0, "plain x"),
        ("x1+α", 3, "allowed"),
        ("x1.real", 2, "point"),
        ("(x1).__class__", 4, "point"),
        ("__import__('os')", 0, "not known"),
        ("eval(x1)", 0, "not known"),
        ("lambda", 0, "not known"),
        ("x1 if x2 else 1", 3, "not known"),
        ("True", 0, "not known"),
        ("None", 0, "not known"),
        ("f'{x1}'", 0, "not known"),
        ("ln(x1)", 0, "log"),
        ("x3", 0, "x1, x2"),
        ("X1", 0, "x1, x2"),
        ("1j", 1, "complex"),
        ("2.5J*x1", 3, "complex"),
        ("1_000", 1, "underscores"),
        ("0x10", 1, "not known"),
        ("007", 0, "needless 0"),
        ("1e301", 0, "between"),
        ("1e-301", 0, "between"),
        ("2*1" + "0" * 190 + "e200", 2, "between"),
        ("2x1", 1, "write *"),
        ("1e", 1, "write *"),
        ("2(x1)", 1, "write *"),
        ("x1 x2", 3, "write *"),
        ("x1(2)", 2, "write *"),
        ("(x1)(x2)", 4, "write *"),
        ("1.2.3", 3, "write *"),
        ("sin x1", 0, "sin( )"),
        ("2*sin", 2, "sin( )"),
        ("sin + 1", 0, "sin( )"),
        ("sin()", 4, "empty"),
        ("()", 1, "empty"),
        ("sin(x1, x2)", 6, "one argument"),
        ("sin(*x1)", 4, "missing before *"),
        ("x1, x2", 2, "one expression"),
        ("*x1", 0, "missing before *"),
        ("x1+*x2", 3, "missing before *"),
        ("x1***x2", 4, "missing before *"),
        ("x1*", 2, "follows *"),
        ("x1 -", 3, "follows -"),
        ("(x1+)", 4, "missing before )"),
        ("(x1", 0, "never closed"),
        ("sin((x1)", 3, "never closed"),
        ("x1)", 2, "no ("),
        (")x1(", 0, "missing before )"),
        ("9**9**9**9", 4, "exponent"),
        ("x1**17", 2, "-16 to 16"),
        ("x1 ** -16.5", 3, "-16 to 16"),
        ("x1**(2**5)", 2, "-16 to 16"),
        ("(x1**16)**5", 8, "64"),
        ("((1/3)**16)**16", 11, "64"),
        ("x1**x2", 2, "exp(x2*log(x1))"),
        ("x1+1/0", 3, "1/0"),
        ("sqrt(-1)*x1", 0, "sqrt(-1)"),
        ("x1+log(0)", 3, "log(0)"),
        ("exp(exp(9))", 0, "finite"),
        ("x1**(1/0)", 5, "1/0"),
        ("x1*(-8)**(1/3)", 3, "finite"),
    ],
)
def test_a_bad_text_is_refused_where_it_goes_wrong(text: str, position: int, hint: str) -> None:
    error = refused(text)
    assert error.position == position
    assert hint in reason(error)


def test_a_power_tower_is_refused_at_its_second_operator() -> None:
    assert refused("9**9**9**9").position == "9**9**9**9".index("**", 3)


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("x1,,x2", 3),
        (",x1", 0),
        ("x1,", 3),
        ("x1, x2, x1, x2, x1", 14),
        ("x1, x2 +", 7),
        ("x1, 2*(x2", 6),
        ("x1, 9**9**9", 5),
        ("x1, sqrt(-2)", 4),
        ("x1, x2^2", 6),
        ("x1, " + "x1+" * 70 + "x1", 4 + MAX_LENGTH),
    ],
)
def test_a_position_counts_from_the_start_of_the_whole_vector(text: str, position: int) -> None:
    with pytest.raises(ExpressionError) as caught:
        parse_vector(text, XS)
    assert caught.value.position == position


@pytest.mark.parametrize(
    "text",
    [
        "(" * 10_000,
        "-" * 10_000 + "x1",
        "x1+" * 5_000 + "x1",
        "9" * 10_000,
        "\ud800" * 10_000,
        "x1," * 5_000,
        "x" * 10_000,
        "(" * 99 + "x1" + ")" * 99,
        "-" * 198 + "x1",
        "1+" * 99 + "1",
        "x1**2" + "**1" * 65,
        "sin(" * 39 + "x1" + ")" * 39,
        "(" * 200,
        ")" * 200,
        "+" * 200,
        "(x1+" * 49 + "1)",
        "9" * 200,
    ],
)
def test_a_long_or_deep_text_meets_a_bound_and_nothing_else(text: str) -> None:
    for read in (parse, parse_vector):
        found = outcome(read, text)
        if isinstance(found, ExpressionError):
            assert 0 <= found.position <= len(text)
        else:
            assert len(text) <= MAX_LENGTH


def test_an_unclosed_parenthesis_is_counted_before_python_reads_it() -> None:
    assert refused("(" * 150).position == 20
    assert "20 parentheses" in reason(refused("(" * 150))
    assert parse("(" * 20 + "x1" + ")" * 20, XS)((5.0, 0.0)) == 5.0


def test_a_tree_may_be_as_deep_as_its_bound_and_no_deeper() -> None:
    assert parse("-" * (MAX_DEPTH - 1) + "x1", XS)((1.0, 0.0)) == -1.0
    assert "too many parts" in reason(refused("-" * MAX_DEPTH + "x1"))


def test_a_tree_may_have_as_many_nodes_as_its_bound_and_no_more() -> None:
    text = "e*-e*-" * 24 + "e*e"
    assert count(parse(text + "*-e", XS).tree) == MAX_NODES
    assert "too many parts" in reason(refused("-" + text + "*-e"))


def test_a_difference_counts_as_the_two_nodes_that_it_is() -> None:
    assert count(parse("-".join("e" * 50), XS).tree) == 148
    assert "too many parts" in reason(refused("-".join("e" * 51)))
    assert depth(parse("e-(" * 20 + "e" + ")" * 20, XS).tree) == 41


_SOUP = st.lists(
    st.sampled_from(
        [
            *"()+-*/,. 0129eE_^j",
            "**",
            "x1",
            "x2",
            "x3",
            "sin",
            "sqrt",
            "pi",
            "1e9",
            "0.5",
            "\n",
            "²",
        ]
    ),
    max_size=60,
).map("".join)


@given(st.one_of(st.text(st.characters(codec=None)), _SOUP))
@settings(deadline=None, max_examples=500)
def test_any_text_is_either_read_within_the_bounds_or_refused(text: str) -> None:
    for read in (parse, parse_vector):
        found = outcome(read, text)
        if isinstance(found, ExpressionError):
            assert 0 <= found.position <= len(text)
            assert str(found).isprintable()
            continue
        for component in found:
            assert count(component.tree) <= MAX_NODES
            assert depth(component.tree) <= MAX_DEPTH
            assert component.used <= set(XS)


# --- Derivatives ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "by_x1"),
    [
        ("(x1*x2-3)**2+1", "2*x2*(x1*x2 - 3)"),
        ("x1**2 - x2**2", "2*x1"),
        ("x1**-2", "-2/x1**3"),
        ("x1/x2", "1/x2"),
        ("x2/3*x1", "x2/3"),
        ("sqrt(x1)", "1/(2*sqrt(x1))"),
        ("sqrt(x1**2)", "x1/sqrt(x1**2)"),
        ("x1**0.5", "0.5/x1**0.5"),
        ("x1**(1/3)", "1/(3*x1**(2/3))"),
        ("x1**pi", "pi*x1**(pi - 1)"),
        ("0.8*x1 + x1/3", "17/15"),
        ("0.5*x1**2 + x1/4", "x1 + 0.25"),
        ("e**2*x1", "exp(2)"),
        ("sin(x1)", "cos(x1)"),
        ("cos(x1)", "-sin(x1)"),
        ("tan(x1)", "tan(x1)**2 + 1"),
        ("exp(2*x1)", "2*exp(2*x1)"),
        ("log(x1)", "1/x1"),
        ("tanh(x1)", "1 - tanh(x1)**2"),
        ("sigmoid(x1)", "(1 - sigmoid(x1))*sigmoid(x1)"),
        ("pi*x1 - e*x1", "pi - e"),
        ("0.1*x1**2", "0.2*x1"),
        ("x2", "0"),
    ],
)
def test_a_derivative_reads_as_one_writes_it(text: str, by_x1: str) -> None:
    derivative = parse(text, XS).derivative("x1")
    assert str(derivative) in (by_x1, _swapped(by_x1))
    assert derivative.text == str(derivative)


def _swapped(text: str) -> str:
    """The two terms of a sum the other way round, where neither order is the better one."""
    return " + ".join(reversed(text.split(" + ")))


def test_a_derivative_by_an_unknown_variable_is_refused() -> None:
    with pytest.raises(ValueError, match="x3 is not among the variables x1, x2"):
        parse("x1", XS).derivative("x3")


@pytest.mark.parametrize("name", [name for name in FUNCTIONS if name != "sigmoid"])
def test_what_is_built_for_sympy_becomes_sympys_own_function(name: str) -> None:
    x1, x2 = sympy.symbols("x1 x2")
    own = parse(f"{name}(x1*x2 + 1) - e", XS).symbolic().doit()
    assert own == getattr(sympy, name)(x1 * x2 + 1) - sympy.E


def test_the_sigmoid_becomes_its_formula_in_sympy() -> None:
    x1 = sympy.Symbol("x1")
    assert parse("sigmoid(x1)", XS).symbolic().doit() == 1 / (1 + sympy.exp(-x1))


@pytest.mark.parametrize(
    "text",
    [
        "exp(1000000000*log(2 + x1 - x1))",
        "sin(exp(1000000000.5 + x1 - x1))",
        "exp(exp(exp(10.5 + x1 - x1)))",
        "tanh(exp(exp(9 + x1 - x1)))",
        "(sin(exp(exp(9.5 + x1 - x1))) + 2)**16",
        "(10007**16*10009**16*(x1 - x1 + 10037**16))**(1/3)",
        "sqrt(2**(2/9)*2.5) + sqrt(3*sqrt(1e300/0.5) + x1 - x1)",
    ],
)
def test_digits_without_end_behind_a_sum_that_cancels_are_never_worked_out(text: str) -> None:
    assert str(parse(text, XS).derivative("x1")) == "0"


@pytest.mark.parametrize("text", ["sqrt(x1 - x1 - 1)", "1/(x1 - x1)", "x1 + 1/(x1 - x1)*x2"])
def test_what_sympy_finds_not_real_never_becomes_a_finite_value(text: str) -> None:
    assert not math.isfinite(parse(text, XS)((1.0, 2.0)))
    parse(text, XS).derivative("x1")((1.0, 2.0))


@pytest.mark.parametrize(
    ("text", "twice"),
    [
        ("x1**0.5", "-0.25/x1**1.5"),
        ("x1**-0.5", "0.75/x1**2.5"),
        ("(x1**(1/3))**3", "0"),
        ("sqrt(x1)", "-1/(4*sqrt(x1)**3)"),
        ("x1**pi", "pi*(pi - 1)*x1**(pi - 2)"),
    ],
)
def test_a_second_derivative_stays_short(text: str, twice: str) -> None:
    assert str(parse(text, XS).derivative("x1").derivative("x1")) == twice


def test_a_root_of_a_product_with_a_decimal_has_its_derivative() -> None:
    derivative = parse("sqrt(2**(2/9)*2.5*x1)", XS).derivative("x1")
    assert derivative((4.0, 0.0)) == pytest.approx(math.sqrt(2 ** (2 / 9) * 2.5) / 4)


def test_a_substitution_puts_expressions_in_the_place_of_variables() -> None:
    inner = parse_vector("x1 + 1, x1 - x2", XS)
    outer = parse("y1*y2 - y2**2", ("y1", "y2")).substitute(inner)
    assert str(outer) == "(x1 + 1)*(x1 - x2) - (x1 - x2)**2"
    assert outer((3.0, 1.0)) == 4.0
    assert outer.variables == XS
    with pytest.raises(ValueError, match="1 values for the 2 variables"):
        parse("y1", ("y1", "y2")).substitute(inner[:1])


Pair = tuple[str, Any]
_MP: dict[str, Any] = {
    **{name: getattr(mpmath, name) for name in FUNCTIONS if name != "sigmoid"},
    "sigmoid": lambda u: 1 / (1 + mpmath.exp(-u)),
}


class OutOfRangeError(Exception):
    """The drawn point lies where a value is not real, or too large to compare digits."""


def _bounded(value: Any) -> Any:
    if not isinstance(value, mpmath.mpf) or not abs(value) < 1e4:
        raise OutOfRangeError
    return value


def _operation(operator: str, left: Pair, right: Pair) -> Pair:
    text = f"({left[0]}){operator}({right[0]})"
    compute = {
        "+": lambda a, b: a + b,
        "-": lambda a, b: a - b,
        "*": lambda a, b: a * b,
        "/": lambda a, b: a / b if abs(b) > 1e-2 else mpmath.inf,
    }[operator]
    return text, lambda x1, x2: _bounded(compute(left[1](x1, x2), right[1](x1, x2)))


def _power(base: Pair, exponent: str) -> Pair:
    def compute(x1: Any, x2: Any) -> Any:
        value = base[1](x1, x2)
        return _bounded(value ** mpmath.mpf(exponent) if abs(value) > 1e-2 else mpmath.inf)

    return f"({base[0]})**{exponent}", compute


def _call(name: str, argument: Pair) -> Pair:
    def compute(x1: Any, x2: Any) -> Any:
        value = argument[1](x1, x2)
        if name in ("log", "sqrt") and value < 1e-2:
            raise OutOfRangeError
        return _bounded(_MP[name](value))

    return f"{name}({argument[0]})", compute


_LEAVES: st.SearchStrategy[Pair] = st.sampled_from(
    [
        ("x1", lambda x1, x2: x1),
        ("x2", lambda x1, x2: x2),
        ("2", lambda x1, x2: mpmath.mpf(2)),
        ("0.3", lambda x1, x2: mpmath.mpf("0.3")),
        ("pi", lambda x1, x2: +mpmath.pi),
    ]
)
PAIRS: st.SearchStrategy[Pair] = st.recursive(
    _LEAVES,
    lambda inner: st.one_of(
        st.builds(_operation, st.sampled_from("+-*/"), inner, inner),
        st.builds(_power, inner, st.sampled_from(["2", "3", "-1", "0.5", "-1.5"])),
        st.builds(_call, st.sampled_from(sorted(FUNCTIONS)), inner),
    ),
    max_leaves=6,
)
POINTS = st.tuples(*[st.floats(-2, 2).map(lambda x: round(x, 3))] * 2)


def read_drawn(text: str) -> Expression:
    try:
        return parse(text, XS)
    except ExpressionError:
        assume(False)
        raise


@given(PAIRS, POINTS)
@settings(deadline=None, max_examples=300)
def test_value_and_derivatives_agree_with_fifty_digits(pair: Pair, point: Any) -> None:
    text, compute = pair
    expression = read_drawn(text)
    with mpmath.workdps(50):
        x1, x2 = (mpmath.mpf(str(x)) for x in point)
        try:
            value = _bounded(compute(x1, x2))
            partials = (
                mpmath.diff(compute, (x1, x2), (1, 0)),
                mpmath.diff(compute, (x1, x2), (0, 1)),
            )
        except (OutOfRangeError, ZeroDivisionError):
            assume(False)
            raise
        assume(max(abs(partial) for partial in partials) < 1e6)
    assert expression(point) == pytest.approx(float(value), rel=1e-7, abs=1e-7)
    for name, partial in zip(XS, partials, strict=True):
        derived = expression.derivative(name)(point)
        assert derived == pytest.approx(float(partial), rel=1e-6, abs=1e-6)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("x1-(x2+3)", "x1 - (x2 + 3)"),
        ("x1-(x2-3)", "x1 - (x2 - 3)"),
        ("(x1-x2)-3", "x1 - x2 - 3"),
        ("x1+(x2+3)", "x1 + (x2 + 3)"),
        ("x1--x2", "x1 - -x2"),
        ("(-x1)+x2", "-x1 + x2"),
        ("-(x1+x2)", "-(x1 + x2)"),
        ("-(x1*x2)", "-(x1*x2)"),
        ("x1/(x2*3)", "x1/(x2*3)"),
        ("x1/x2*3", "x1/x2*3"),
        ("x1*(x2/3)", "x1*(x2/3)"),
        ("x1*-x2", "x1*-x2"),
        ("(x1+1)*(x2)", "(x1 + 1)*x2"),
        ("-x1**2", "-x1**2"),
        ("(-x1)**2", "(-x1)**2"),
        ("(x1**2)**3", "(x1**2)**3"),
        ("x1**2**3", "x1**2**3"),
        ("x1**-2", "x1**-2"),
        ("x1**(1/3)", "x1**(1/3)"),
        ("sin((x1))**2", "sin(x1)**2"),
        ("pi*1e300*0.10*2.0", "pi*1e+300*0.1*2"),
    ],
)
def test_an_expression_is_written_with_the_parentheses_it_needs(text: str, written: str) -> None:
    assert str(parse(text, XS)) == written
    assert parse(written, XS).tree == parse(text, XS).tree


@given(PAIRS, POINTS)
@settings(deadline=None)
def test_the_written_text_reads_back_as_the_same_function(pair: Pair, point: Any) -> None:
    expression = read_drawn(pair[0])
    for written in (expression, expression.derivative("x1")):
        try:
            again = parse(str(written), XS)
        except ExpressionError:
            # A derivative may be longer than what a person may type, or constant and not finite.
            continue
        assert str(again) == str(written)
        np.testing.assert_allclose(again(point), written(point), rtol=1e-12)


# --- The floor ------------------------------------------------------------------------------------


def test_importing_the_five_modules_does_not_import_sympy() -> None:
    names = ("expression", "chain.vector_function", "chain.limit", "descent.surface", "descent.descent")
    imports = "; ".join(f"import tui_backprop.calculus.{name}" for name in names)
    code = f"import sys; {imports}; sys.exit('sympy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_reading_and_evaluating_do_not_import_sympy() -> None:
    code = (
        "import sys; from tui_backprop.calculus.expression import parse;"
        "parse('sin(x1)', ('x1',))((1.0,)); sys.exit('sympy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_no_function_has_the_name_of_a_constant() -> None:
    assert not set(FUNCTIONS) & set(CONSTANTS)
