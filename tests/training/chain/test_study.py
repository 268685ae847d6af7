"""The chain rule at one point: the figures of example 2.2, and what a key makes of a study."""

import math
import shlex

import numpy as np
import pytest

from tui_backprop.calculus.chain.vector_function import CHAIN_PRESETS
from tui_backprop.calculus.expression import ExpressionError
from tui_backprop.training.chain.study import FIRST, ChainStudy, Pair, explore, read_point
from tui_backprop.words import reason


def example():
    return ChainStudy.of_preset("example")


def test_example_2_2_at_1_2_has_the_matrices_that_one_works_out_by_hand():
    snapshot = explore(example())
    point = snapshot.point
    assert point.y.tolist() == [5, -3, 2]
    assert point.jt_f.tolist() == [[2, 2, 2], [4, -4, 1]]
    np.testing.assert_allclose(point.jt_g, [[2, 10], [math.cos(-3), 6], [5, -16]])
    np.testing.assert_allclose(point.jt_gf, [[14 + 2 * math.cos(-3), 0], [13 - 4 * math.cos(-3), 0]], atol=1e-12)


@pytest.mark.parametrize("name", [preset.name for preset in CHAIN_PRESETS])
def test_the_product_is_the_derivative_of_the_composed_function_for_every_preset(name):
    snapshot = explore(ChainStudy.of_preset(name))
    assert snapshot.point.finite
    assert snapshot.point.verdict == "right"
    assert snapshot.point.symbolic_difference < 1e-14
    assert snapshot.point.numerical_difference < 1e-9
    assert snapshot.study.preset == name


def test_an_unknown_preset_is_refused():
    with pytest.raises(ValueError, match="no preset 'cubic'"):
        ChainStudy.of_preset("cubic")


def test_steps_add_up_in_decimals():
    study = example()
    for _ in range(3):
        study = study.moved(1)
    assert study.x == (1.3, 2.0)
    assert study.choosing(1).moved(-20).x == (1.3, 0.0)


def test_the_coordinate_goes_round_and_the_step_ends_at_its_limits():
    study = example()
    assert study.choosing(2).coordinate == 0
    assert study.choosing(-1).coordinate == 1
    assert [study.stepping(by).step for by in (-9, -1, 1, 9)] == [0.001, 0.01, 1.0, 1.0]


def test_other_functions_keep_what_they_can_of_the_point():
    study = example().choosing(1)
    wider = study.with_functions("x1*x3", "y1**2")
    assert wider.x == wider.home == (1.0, 2.0, 3.0)
    assert wider.preset == ""
    narrower = study.with_functions("x1", "exp(y1)")
    assert narrower.x == (1.0,)
    assert narrower.coordinate == 0
    assert explore(narrower).point.jt_gf.item() == pytest.approx(math.e)


def test_a_g_that_does_not_take_what_f_gives_is_refused():
    with pytest.raises(ExpressionError) as refusal:
        example().with_functions("x1, x2", example().g)
    assert reason(refusal.value).startswith("y3 is not there")


def test_the_limit_is_that_of_the_pair_looked_at():
    study = example()
    assert explore(study).limit.exact == pytest.approx(explore(study).point.jt_gf[0, 0])
    assert explore(study.looking_at(Pair("f", 1, 2))).limit.exact == 1
    snapshot = explore(study.looking_at(Pair("g", 1, 0)))
    assert snapshot.limit.exact == pytest.approx(math.cos(-3))
    assert snapshot.limit.x.tolist() == [5, -3, 2]


def test_a_look_elsewhere_works_nothing_out_again():
    first, second = explore(example()), explore(example().choosing(1))
    assert second.point is first.point
    assert second.limit is first.limit
    assert second.study.pair == FIRST


def test_a_point_outside_of_the_domain_has_no_numbers_and_no_error():
    snapshot = explore(ChainStudy("log(x1)", "sqrt(y1)", (-1.0,), (-1.0,), pair=Pair("g", 0, 0)))
    assert not snapshot.point.finite
    assert snapshot.point.verdict == "cannot tell"
    assert snapshot.point.doubt == "value"
    assert snapshot.limit is None


def test_the_command_line_computes_the_same(capsys):
    from tui_backprop.cli.chain import run

    command = shlex.split(example().moved(-25).command)
    assert command[:2] == ["tui-backprop", "chain"]
    assert command[-1] == "-1.5,2"
    assert run(command[2:]) == 0
    assert "-1.5" in capsys.readouterr().out


def test_a_point_is_read_from_numbers_and_constants():
    assert read_point("1, -0.5", 2) == (1, -0.5)
    assert read_point(" pi/4 ", 1) == (math.pi / 4,)


@pytest.mark.parametrize("text", ["", "1", "1, 2, 3", "1, x1", "1, 1/0", "import os", "1,,2"])
def test_a_text_that_is_no_point_is_refused(text):
    with pytest.raises(ValueError, match=r"\w"):
        read_point(text, 2)
