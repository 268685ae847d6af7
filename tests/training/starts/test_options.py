"""A plan as options, and back."""

import pytest

from tui_backprop.calculus.fact import InputError
from tui_backprop.training.starts.options import plan_command, plan_options, read_plan
from tui_backprop.training.starts.plan import Plan
from tui_backprop.training.starts.presets import PRESETS


@pytest.mark.parametrize("name", PRESETS)
def test_the_options_of_a_plan_are_read_as_the_same_plan(name):
    assert read_plan(plan_options(PRESETS[name])) == PRESETS[name]


def test_every_option_comes_back():
    plan = Plan(
        ("xor", "and"), (1, 16), (0.02, 1e-5, 0.1 + 0.2), ((-0.5, 0.5), (0, 1e-3)),
        first_seed=7, starts=3, until_error=0.05, iterations=12,
    )  # fmt: skip
    assert read_plan(plan_options(plan)) == plan


def test_the_usual_plan_needs_no_options():
    assert plan_options(Plan()) == ""
    assert read_plan("") == Plan()
    assert plan_command(Plan()) == "tui-backprop starts"


def test_the_command_quotes_what_a_shell_would_split():
    assert plan_command(Plan(weights=((0, 1), (-1, 1)))) == "tui-backprop starts --weights '0,1;-1,1'"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("--hiden 4", "unknown_option"),
        ("4", "unknown_option"),
        ("--hidden", "value_missing"),
        ("--hidden four", "no_value"),
        ("--weights 1", "no_value"),
        ("--weights 0,1,2", "no_value"),
        ("--starts 1.5", "no_value"),
        ("--weights '0,1", "unbalanced_quotes"),
    ],
)
def test_what_is_no_plan_is_refused_with_its_reason(text, code):
    with pytest.raises(InputError) as refused:
        read_plan(text)
    assert refused.value.fact.code == code


@pytest.mark.parametrize("text", ["--hidden 0", "--starts 0", "--until-error -1", "--task xand", "--learning-rate 0"])
def test_a_value_out_of_range_is_refused_by_the_plan(text):
    with pytest.raises(ValueError):  # noqa: PT011
        read_plan(text)
