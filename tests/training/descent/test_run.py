"""A descent that is travelled: the article's figures, the same bits by every way, and changes that can be undone."""

import math
import shlex
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui_backprop.calculus.descent.descent import DESCENT_PRESETS, descend
from tui_backprop.calculus.expression import ExpressionError
from tui_backprop.training.descent.recipe import FARTHEST, AlphaEdit, DescentRecipe, preset_recipe
from tui_backprop.training.descent.run import DescentRun
from tui_backprop.training.descent.snapshot import X2, F, check_point

QUICK = settings(max_examples=60, deadline=None)
PRESETS = {preset.name: preset for preset in DESCENT_PRESETS}


def at(k, recipe=None):
    run = DescentRun(recipe)
    run.travel(k)
    run.walk()
    return run


def bits(run):
    snapshot = run.snapshot()
    return snapshot.k, snapshot.path[: snapshot.k].tobytes(), snapshot.point.alpha


# --- the path


def test_the_first_points_are_the_articles_with_the_missing_factor_put_right():
    path = at(3).snapshot().path
    np.testing.assert_allclose(path[:, : X2 + 1], [[1, 1], [1.04, 1.04], [1.07990272, 1.07990272]], rtol=1e-15)
    assert path[0, F] == 5
    assert path[1, F] == pytest.approx(4.68025856, abs=1e-14)
    assert path[2, F] == pytest.approx(4.3628595391, abs=5e-11)
    np.testing.assert_allclose(path[:2, 3:], [[-4, -4], [-3.990272, -3.990272]], rtol=1e-15)


@pytest.mark.parametrize("name", PRESETS)
def test_a_run_goes_the_way_of_the_calculus_to_the_last_bit(name):
    preset = PRESETS[name]
    points = descend(preset.surface, preset.start, preset.alpha, preset.steps)
    run = at(preset.steps + 1, preset_recipe(preset))
    path = run.snapshot().path
    assert path[:, : X2 + 1].tobytes() == np.array([point.x for point in points]).tobytes()
    assert path[:, F].tobytes() == np.array([point.f for point in points]).tobytes()
    assert path[:, 3:].tobytes() == np.array([point.J for point in points]).tobytes()
    assert run.snapshot().recipe.preset is preset
    assert run.trouble == points[-1].trouble


def test_a_run_on_an_expression_goes_the_same_way_as_on_the_surface_with_a_name():
    own = at(50, DescentRecipe("(x1*x2 - 3)**2 + 1")).snapshot().path
    np.testing.assert_allclose(own, at(50).snapshot().path, rtol=1e-12)


@QUICK
@given(st.lists(st.one_of(st.integers(1, 60), st.integers(-70, 70).map(lambda n: ("move", n))), max_size=8))
def test_every_way_to_a_point_gives_the_same_bits(journeys):
    run = DescentRun()
    for journey in journeys:
        run.move(journey[1]) if isinstance(journey, tuple) else run.travel(journey)
        while not run.walk(7):
            assert run.k == run.reached
    assert bits(run) == bits(at(run.k))


def test_a_journey_in_portions_shows_where_it_has_got_to_and_can_be_stopped():
    run = DescentRun()
    run.travel(1000)
    assert not run.walk(100)
    assert (run.k, run.reached, run.snapshot().goal) == (101, 101, 1000)
    run.halt()
    assert run.settled
    assert (run.k, run.reached, run.snapshot().goal) == (101, 101, None)


def test_a_run_stops_at_the_start_and_at_the_farthest_point():
    run = at(5)
    run.move(-100)
    assert run.k == 1
    run.travel(10 * FARTHEST)
    run.walk(10)
    assert run.snapshot().goal == FARTHEST


def test_a_descent_that_runs_away_stops_with_a_sentence_and_can_be_looked_back_on():
    run = at(100, preset_recipe(PRESETS["diverging"]))
    assert (run.k, run.reached, run.settled) == (6, 6, True)
    assert "runs away" in run.trouble
    assert run.snapshot().after is None
    run.move(1)
    run.walk()
    assert run.k == 6
    run.move(-5)
    assert run.snapshot().point.trouble == ""


def test_a_start_outside_of_the_domain_is_shown_with_its_sentence():
    run = at(3, DescentRecipe("log(x1) + x2", (-1.0, 1.0)))
    assert run.k == 1
    assert "no finite value" in run.trouble


def test_a_descent_that_has_arrived_is_at_rest():
    assert not at(3).snapshot().at_rest
    assert at(2000).snapshot().at_rest


# --- changes


def test_another_rate_holds_from_the_next_step_on_and_resets_nothing():
    run = at(10)
    before = run.snapshot()
    run.set_alpha(0.05)
    assert (run.k, run.recipe.edits) == (10, (AlphaEdit(10, 0.05),))
    run.move(1)
    run.walk()
    after = run.snapshot()
    assert after.path[:10].tobytes() == before.path.tobytes()
    np.testing.assert_array_equal(after.path[10, : X2 + 1], before.point.x - 0.05 * before.point.J)


def test_a_rate_at_the_start_is_the_recipes_own():
    run = at(1)
    run.scale_alpha(True)
    assert run.recipe == DescentRecipe(alpha=0.02)
    run.scale_alpha(False)
    assert run.recipe == DescentRecipe()


def test_a_change_drops_the_future_but_not_from_a_snapshot_taken_before():
    run = at(300)
    kept = run.snapshot()
    copy = kept.path.copy()
    run.travel(100)
    run.set_alpha(0.1)
    run.travel(400)
    run.walk()
    assert kept.path.tobytes() == copy.tobytes()
    with pytest.raises(ValueError, match="read-only"):
        kept.path[0, 0] = 7


@QUICK
@given(
    st.lists(
        st.one_of(
            st.tuples(st.just("travel"), st.integers(1, 40)),
            st.tuples(st.just("alpha"), st.floats(0.001, 0.1)),
            st.tuples(st.just("start"), st.tuples(st.floats(-2, 2), st.floats(-2, 2))),
            st.tuples(st.just("restart"), st.none()),
        ),
        max_size=6,
    )
)
def test_undo_goes_back_to_the_bits_before_every_change_and_redo_comes_back(deeds):
    run, before = DescentRun(), []
    for deed, value in deeds:
        state = bits(run), run.recipe, run.reached
        if deed == "travel":
            run.travel(value)
        elif deed == "alpha":
            run.set_alpha(value)
        elif deed == "start":
            run.change(replace(run.recipe, start=value, edits=()), 1)
        else:
            run.restart()
        run.walk()
        if deed != "travel" and not (deed == "alpha" and state[1] == run.recipe):
            before.append(state)
    last = bits(run), run.recipe
    for state in reversed(before):
        assert run.undo()
        run.walk()
        assert (bits(run), run.recipe) == state[:2]
        assert run.reached >= state[2]
    assert not run.undo()
    while run.redo():
        run.walk()
    assert (bits(run), run.recipe) == last


def test_the_command_line_ends_in_the_point_shown_even_after_a_change():
    run = at(10)
    run.set_alpha(0.05)
    run.travel(17)
    run.walk()
    words = shlex.split(run.command())
    assert words[:2] == ["tui-backprop", "descent"]
    given = dict(word[2:].split("=", 1) for word in words[2:])
    start = [float(part) for part in given["start"].split(",")]
    points = descend(run.recipe.surface, start, float(given["learning-rate"]), int(given["steps"]))
    assert points[-1].x.tobytes() == run.snapshot().point.x.tobytes()


# --- recipes and the check


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"start": (math.inf, 1.0)}, "two finite numbers"),
        ({"alpha": 0.0}, "a number over 0"),
        ({"edits": (AlphaEdit(3, -1.0),)}, "a number over 0"),
    ],
)
def test_a_value_out_of_range_is_refused_with_what_would_be_right(values, sentence):
    with pytest.raises(ValueError, match=sentence):
        DescentRecipe(**values)


def test_a_text_that_is_no_expression_is_refused_where_it_goes_wrong():
    with pytest.raises(ExpressionError) as refusal:
        DescentRecipe("x1 +")
    assert refusal.value.position == 3


@pytest.mark.parametrize("name", PRESETS)
def test_the_check_finds_j_and_the_hessian_right_at_every_preset(name):
    for k in (1, 5):
        snapshot = at(k, preset_recipe(PRESETS[name])).snapshot()
        found = check_point(snapshot.surface, snapshot.point.x, snapshot.point.J, snapshot.hessian)
        assert found.badge.startswith("✓ J and H 6/6 entries")


def test_the_check_names_the_entry_that_is_wrong():
    snapshot = at(1).snapshot()
    found = check_point(snapshot.surface, snapshot.point.x, np.array([-4.0, -2.0]), snapshot.hessian)
    assert found.wrong == (("J", 0, 1),)
    assert found.badge.startswith("✗ WRONG J and H 5/6 entries")
