"""Runs on a table of one's own: figures worked by hand, the same bits from every kernel, and labels that have no side."""

import mpmath
import numpy as np
import pytest

from tui_backprop.calculus.fact import InputError
from tui_backprop.calculus.network.own_data import OwnData
from tui_backprop.training.network.recipe import Edit, Recipe
from tui_backprop.training.network.search import AllRight, SampleRight, Search
from tui_backprop.training.network.session import Session
from tui_backprop.training.network.timeline import Timeline
from tui_backprop.training.starts.plan import Plan
from tui_backprop.training.starts.results import result_of
from tui_backprop.training.starts.threads import train_numbers

HALVES = OwnData("halves.csv", ((2.0, -1.0, 0.25), (0.5, 3.0, 0.75)))


def recipe(data, **values):
    return Recipe("data", data=data, **values)


def test_two_cycles_by_hand():
    """All parameters 0, one hidden unit, α = 1: x4 = ½ at first, so E = ½(½ − ¼)² and θ2 goes down by its gradient."""
    session = Session(recipe(HALVES, hidden=1, learning_rate=1.0, weights=(0.0, 0.0)))
    session.go_to(1)
    values = session.snapshot().values
    assert values["x5"].tolist() == [[0.03125]]
    # ∂E/∂θ2 = (½ − ¼)·½·½·[1, ½]
    assert values["theta2"].tolist() == [[-0.0625, -0.03125]]
    assert values["theta1"].tolist() == [[0.0, 0.0, 0.0]]

    session.go_to(2)
    values = session.snapshot().values
    with mpmath.workdps(40):
        x4 = 1 / (1 + mpmath.exp(mpmath.mpf("0.078125")))  # −0.0625 − 0.03125·½
        step = (x4 - mpmath.mpf("0.75")) * x4 * (1 - x4)
        hidden = step * mpmath.mpf("-0.03125") / 4  # θ2 times the slope ¼ of the hidden unit
        wanted = [[-hidden, -hidden / 2, -3 * hidden]]
        error = (x4 - mpmath.mpf("0.75")) ** 2 / 2
    assert values["x4"][0, 0] == pytest.approx(float(x4), rel=1e-14)
    assert values["x5"][0, 0] == pytest.approx(float(error), rel=1e-13)
    assert values["theta1"] == pytest.approx(np.array(wanted, dtype=float), rel=1e-13)


def table_of(inputs, samples, seed=0):
    random = np.random.default_rng(seed)
    rows = np.column_stack((random.normal(0, 3, (samples, inputs)), random.random(samples)))
    return OwnData("random.csv", tuple(map(tuple, rows.tolist())))


# Sizes that other tests have compiled too.
@pytest.mark.parametrize(("inputs", "hidden", "samples"), [(2, 3, 1), (3, 5, 7), (4, 4, 64)])
def test_the_plain_kernel_the_compiled_one_and_the_lanes_give_the_same_bits(inputs, hidden, samples):
    data = table_of(inputs, samples)
    plain, compiled = (Timeline(recipe(data, hidden=hidden, learning_rate=0.5)) for _ in range(2))
    compiled.arithmetic.compile()
    for timeline in (plain, compiled):
        timeline.extend(200 * samples)
    assert plain.state(200 * samples).tobytes() == compiled.state(200 * samples).tobytes()
    assert plain.errors(0, 200 * samples).tobytes() == compiled.errors(0, 200 * samples).tobytes()

    plan = Plan(("data",), (hidden,), (0.5,), starts=3, until_error=1e-9, iterations=200, data=data)
    rows = ends_of(plan)
    for number, row in enumerate(rows):
        alone = Timeline(plan.recipe_of(number))
        alone.extend(row["iterations"].item() * samples)
        errors = alone.errors(alone.furthest - samples, alone.furthest)
        assert row["error"] == np.add.accumulate(errors)[-1]


def ends_of(plan):
    return train_numbers(plan, list(range(plan.starts)), plan.marks)[0]


def test_every_one_of_sixty_four_samples_is_counted_where_all_are_wrong():
    found = set()
    for label in (0.0, 1.0):
        data = OwnData("same.csv", ((0.0, 0.0, label),) * 64)
        plan = Plan(("data",), (1,), (1e-9,), starts=1, iterations=1, data=data)
        found.add(result_of(plan, ends_of(plan)[0]).wrong)
    assert found == {(), tuple(range(1, 65))}


def test_a_label_of_a_half_is_never_on_the_wrong_side():
    data = OwnData("half.csv", ((0.0, 0.0, 0.5), (1.0, 1.0, 1.0)))
    plan = Plan(("data",), (2,), (0.5,), starts=2, iterations=500, data=data)
    assert [result_of(plan, row).wrong for row in ends_of(plan)] == [(), ()]


def test_that_a_sample_is_right_is_not_asked_of_a_label_of_a_half():
    data = OwnData("half.csv", ((0.0, 0.0, 0.5), (1.0, 1.0, 0.9)))
    session = Session(recipe(data, learning_rate=0.5))
    session.go_to(200)
    with pytest.raises(InputError) as refused:
        Search(session.timeline, SampleRight(1), 0, 200)
    assert (refused.value.fact.code, refused.value.fact.values) == ("no_side", {"samples": (1,)})


def test_all_right_passes_over_the_samples_that_have_no_side():
    session = Session(recipe(OwnData("half.csv", ((0.0, 0.0, 0.5), (1.0, 1.0, 0.9))), learning_rate=0.5))
    session.go_to(200)
    flags = AllRight().holds(session.timeline, 0, 200)
    for cycle in (0, 1, 50, 200):
        theta1, theta2 = session.recipe.split(session.timeline.state(cycle))
        hidden = 1 / (1 + np.exp(-theta1 @ [1, 1, 1]))
        assert flags[cycle] == (theta2[0, 0] + theta2[0, 1:] @ hidden > 0)


def test_the_first_iteration_with_all_right_is_told_only_where_the_errors_can_tell():
    for labels, told in (((0.0, 1.0), True), ((0.3, 1.0), False)):
        data = OwnData("two.csv", ((0.0, 0.0, labels[0]), (1.0, 1.0, labels[1])))
        session = Session(recipe(data, learning_rate=2.0))
        session.go_to(4000)
        assert (session.timeline.all_right_at is not None) is told


def test_the_command_names_the_file_and_the_checksum():
    own = recipe(HALVES, seed=3)
    assert own.options()[:6] == ["--data", "halves.csv", "--data-checksum", HALVES.checksum, "--hidden", "4"]
    assert "--data" not in Recipe(data=HALVES).options()


def test_a_task_of_as_many_samples_may_take_turns_with_ones_own():
    four = OwnData("four.csv", ((0, 0, 0.1), (0, 1, 0.9), (1, 0, 0.9), (1, 1, 0.1)))
    both = Recipe(data=four, edits=(Edit(40, "task", "data"), Edit(80, "task", "xor")))
    assert [both.table_after(cycle).name for cycle in (0, 40, 80)] == ["xor", "data", "xor"]
    assert both.options()[:6] == ["--task", "xor", "--data", "four.csv", "--data-checksum", four.checksum]


def test_a_task_of_another_number_of_samples_begins_a_run_of_its_own():
    with pytest.raises(InputError, match="other_samples"):
        Recipe(data=HALVES, edits=(Edit(40, "task", "data"),))
    session = Session(recipe(HALVES))
    session.go_to(5)
    session.set_task("xor")
    assert (session.cycle, session.snapshot().task, session.snapshot().samples) == (0, "xor", 4)
    session.set_task("data")
    assert (session.snapshot().task, session.snapshot().samples, session.snapshot().data) == ("data", 2, "halves.csv")


def test_the_task_data_needs_a_table():
    with pytest.raises(InputError, match="no_data"):
        Recipe("data")
