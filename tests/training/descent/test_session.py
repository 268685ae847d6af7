"""A descent that is travelled: the article's figures, the same bits by every way, and changes that can be undone."""

import math
import shlex

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui_backprop.calculus.descent.descent import descent_point, next_point
from tui_backprop.calculus.descent.presets import DESCENT_PRESETS
from tui_backprop.calculus.descent.surface import ARTICLE
from tui_backprop.calculus.expression import ExpressionError
from tui_backprop.training.descent.recipe import FARTHEST, AlphaEdit, DescentRecipe, preset_recipe
from tui_backprop.training.descent.session import STEPS_PER_SECOND, DescentSession
from tui_backprop.training.descent.snapshot import X2, F

QUICK = settings(max_examples=60, deadline=None)
PRESETS = {preset.name: preset for preset in DESCENT_PRESETS}


def settle(session):
    while not session.at_rest:
        session.advance()


def at(k, recipe=None):
    session = DescentSession(recipe)
    session.travel(k)
    settle(session)
    return session


def descend(surface, start, alpha, steps):
    points = [descent_point(surface, start, alpha)]
    while len(points) <= steps and not points[-1].trouble:
        points.append(next_point(surface, points[-1]))
    return points


def bits(session):
    snapshot = session.snapshot()
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
    session = at(preset.steps + 1, preset_recipe(preset))
    path = session.snapshot().path
    assert path[:, : X2 + 1].tobytes() == np.array([point.x for point in points]).tobytes()
    assert path[:, F].tobytes() == np.array([point.f for point in points]).tobytes()
    assert path[:, 3:].tobytes() == np.array([point.J for point in points]).tobytes()
    assert session.snapshot().recipe.preset is preset
    assert session.run.trouble == points[-1].trouble


def test_a_run_on_an_expression_goes_the_same_way_as_on_the_surface_with_a_name():
    own = at(50, DescentRecipe("(x1*x2 - 3)**2 + 1")).snapshot().path
    np.testing.assert_allclose(own, at(50).snapshot().path, rtol=1e-12)


@QUICK
@given(st.lists(st.one_of(st.integers(1, 60), st.integers(-70, 70).map(lambda n: ("move", n))), max_size=8))
def test_every_way_to_a_point_gives_the_same_bits(journeys):
    session = DescentSession()
    for journey in journeys:
        session.move(journey[1]) if isinstance(journey, tuple) else session.travel(journey)
        while not session.run.walk(7):
            assert session.k == session.run.reached
    assert bits(session) == bits(at(session.k))


def test_a_journey_in_portions_shows_where_it_has_got_to_and_can_be_stopped():
    session = DescentSession()
    session.travel(1000)
    assert not session.run.walk(100)
    assert (session.k, session.run.reached, session.snapshot().goal) == (101, 101, 1000)
    session.run.halt()
    assert session.run.settled
    assert (session.k, session.run.reached, session.snapshot().goal) == (101, 101, None)


def test_a_run_stops_at_the_start_and_at_the_farthest_point():
    session = at(5)
    session.move(-100)
    assert session.k == 1
    session.travel(10 * FARTHEST)
    session.run.walk(10)
    assert session.snapshot().goal == FARTHEST


def test_a_descent_that_runs_away_stops_with_a_sentence_and_can_be_looked_back_on():
    session = at(100, preset_recipe(PRESETS["diverging"]))
    assert (session.k, session.run.reached, session.run.settled) == (6, 6, True)
    assert session.run.trouble == "x_far"
    assert session.snapshot().end == "trouble"
    assert session.snapshot().after is None
    session.move(1)
    settle(session)
    assert session.k == 6
    session.move(-5)
    assert session.snapshot().point.trouble is None


def test_a_start_outside_of_the_domain_is_shown_with_its_sentence():
    session = at(3, DescentRecipe("log(x1) + x2", (-1.0, 1.0)))
    assert session.k == 1
    assert session.run.trouble == "f_infinite"


def test_a_descent_that_has_arrived_is_at_rest():
    assert at(3).snapshot().end is None
    assert at(2000).snapshot().end == "converged"


# --- changes


def test_another_rate_holds_from_the_next_step_on_and_resets_nothing():
    session = at(10)
    before = session.snapshot()
    session.set_alpha(0.05)
    assert (session.k, session.recipe.edits) == (10, (AlphaEdit(10, 0.05),))
    session.move(1)
    settle(session)
    after = session.snapshot()
    assert after.path[:10].tobytes() == before.path.tobytes()
    np.testing.assert_array_equal(after.path[10, : X2 + 1], before.point.x - 0.05 * before.point.J)


def test_a_rate_at_the_start_is_the_recipes_own():
    session = at(1)
    session.scale_alpha(True)
    assert session.recipe == DescentRecipe(alpha=0.02)
    session.scale_alpha(False)
    assert session.recipe == DescentRecipe()


def test_a_change_drops_the_future_but_not_from_a_snapshot_taken_before():
    session = at(300)
    kept = session.snapshot()
    copy = kept.path.copy()
    session.travel(100)
    session.set_alpha(0.1)
    session.travel(400)
    settle(session)
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
    session, before = DescentSession(), []
    for deed, value in deeds:
        state = bits(session), session.recipe, session.run.reached
        if deed == "travel":
            session.travel(value)
        elif deed == "alpha":
            session.set_alpha(value)
        elif deed == "start":
            session.set_start(value)
        else:
            session.restart()
        settle(session)
        if deed != "travel" and not (deed == "alpha" and state[1] == session.recipe):
            before.append(state)
    last = bits(session), session.recipe
    for state in reversed(before):
        assert session.undo()
        settle(session)
        assert (bits(session), session.recipe) == state[:2]
        assert session.run.reached >= state[2]
    assert not session.undo()
    while session.redo():
        settle(session)
    assert (bits(session), session.recipe) == last


def test_the_command_line_ends_in_the_point_shown_even_after_a_change():
    session = at(10)
    session.set_alpha(0.05)
    session.travel(17)
    settle(session)
    words = shlex.split(session.command())
    assert words[:2] == ["tui-backprop", "descent"]
    given = dict(word[2:].split("=", 1) for word in words[2:])
    start = [float(part) for part in given["start"].split(",")]
    points = descend(session.recipe.surface, start, float(given["learning-rate"]), int(given["steps"]))
    assert points[-1].x.tobytes() == session.snapshot().point.x.tobytes()


# --- recipes and the check


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"start": (math.inf, 1.0)}, "two finite numbers"),
        ({"alpha": 0.0}, "learning_rate_out_of_range"),
        ({"edits": (AlphaEdit(3, -1.0),)}, "learning_rate_out_of_range"),
    ],
)
def test_a_value_out_of_range_is_refused_with_what_would_be_right(values, sentence):
    with pytest.raises(ValueError, match=sentence):
        DescentRecipe(**values)


def test_a_text_that_is_no_expression_is_refused_where_it_goes_wrong():
    with pytest.raises(ExpressionError) as refusal:
        DescentRecipe("x1 +")
    assert refusal.value.position == 3


# --- time


def test_a_jump_lands_on_round_numbers_on_and_back():
    session = DescentSession()
    places = [(10, True, 10), (10, True, 20), (100, True, 100), (100, True, 200), (10, False, 190), (100, False, 100)]
    for unit, forward, k in (*places, (100, False, 1), (10, False, 1)):
        session.jump(unit, forward)
        settle(session)
        assert session.k == k


def test_a_run_goes_on_until_x_no_longer_changes_and_says_so_once():
    session = DescentSession()
    for _ in STEPS_PER_SECOND:
        session.change_speed(True)
    session.start_or_stop()
    ends = []
    while not session.at_rest:
        ends.append(session.advance())
    assert [end for end in ends if end] == ["converged"]
    assert session.snapshot().end == "converged"
    assert session.advance() is None


def test_a_journey_into_trouble_says_so_once():
    session = DescentSession(preset_recipe(PRESETS["diverging"]))
    session.travel(50)
    assert session.advance() == "trouble"
    session.travel(3)
    assert session.advance() is None
    session.move(1)
    assert session.advance() is None


def test_a_paused_run_stays_where_it_is():
    session = DescentSession()
    session.start_or_stop()
    session.advance()
    session.start_or_stop()
    k = session.k
    session.advance()
    assert (session.k, session.at_rest) == (k, True)
    assert k >= 2


# --- the view and the check


def test_after_a_path_that_ran_away_a_restart_or_another_learning_rate_shows_the_map_as_at_first():
    first = at(1).snapshot().view
    for way in ("restart", "rate"):
        session = at(4)
        session.set_alpha(1.0)
        session.travel(8)
        settle(session)
        assert session.snapshot().point.trouble
        wide = session.snapshot().view.window[0]
        assert wide[1] - wide[0] > 2 * (first.window[0][1] - first.window[0][0])
        if way == "restart":
            session.restart()
        else:
            session.travel(1)
            settle(session)
            session.set_alpha(0.01)
        np.testing.assert_allclose(session.snapshot().view.window, first.window, rtol=1e-9)
        session.look_closer(2)
        chosen = session.snapshot().view
        session.restart()
        assert session.snapshot().view == chosen


def shows(session, x):
    return all(low <= value <= high for value, (low, high) in zip(x, session.snapshot().view.window, strict=True))


@pytest.mark.parametrize("name", PRESETS)
def test_the_view_takes_in_the_path_to_come_as_far_as_it_stays_near(name):
    session = DescentSession(preset_recipe(PRESETS[name]))
    before = session.snapshot().view
    assert before.kind == "path"
    session.travel(100)
    settle(session)
    assert session.snapshot().view == before or name in ("diverging", "saddle", "rosenbrock")
    points = session.snapshot().path[:, : X2 + 1]
    inside = [shows(session, x) for x in points]
    assert all(inside[:3] if name in ("diverging", "saddle") else inside)


def test_the_view_that_someone_has_chosen_stays_until_the_point_leaves_it():
    session = DescentSession()
    session.look_at_path_or_whole()
    assert session.snapshot().view.window == ARTICLE.window
    session.look_closer(4)
    chosen = session.snapshot().view
    assert chosen.kind == "chosen"
    session.move(3)
    settle(session)
    assert session.snapshot().view == chosen
    session.look_aside(1, 0)
    (a, b), _ = session.snapshot().view.window
    assert a == pytest.approx(chosen.window[0][1])
    assert b - a == pytest.approx(chosen.window[0][1] - chosen.window[0][0])
    session.look_at_path_or_whole()
    assert session.snapshot().view.kind == "path"


def test_a_closer_look_leaves_the_place_looked_at_where_it_is():
    session = DescentSession()
    session.look_at_path_or_whole()
    session.look_closer(2, (3.0, -2.0))
    for (low, high), (a, b), at_ in zip(session.snapshot().view.window, ARTICLE.window, (3.0, -2.0), strict=True):
        assert (at_ - low) / (high - low) == pytest.approx((at_ - a) / (b - a))
        assert high - low == pytest.approx((b - a) / 2)
    for _ in range(200):
        session.look_closer(2)
    (a, b), _ = session.snapshot().view.window
    assert 0 < b - a < 1e-4


def test_the_check_is_made_where_the_descent_rests_and_nowhere_else():
    session = DescentSession()
    assert session.snapshot().check is None
    session.toggle_check()
    assert session.snapshot().check.verdict == "right"
    session.travel(1000)
    session.run.walk(100)
    assert session.snapshot().check is None
    settle(session)
    assert session.snapshot().check is not None
    session.toggle_check()
    assert session.snapshot().check is None


def test_the_chart_shows_fewer_points_around_one_and_never_fewer_than_a_few():
    session = at(100)
    assert session.snapshot().span == (1, 100)
    session.look_at_steps(2, 1)
    assert session.snapshot().span == (1, 50)
    session.look_at_steps(5, 50)
    assert session.snapshot().span == (41, 50)
    for _ in range(9):
        session.look_at_steps(2)
    first, last = session.snapshot().span
    assert last - first == 4
    session.look_at_steps(1e-6)
    assert session.snapshot().span == (1, 100)
    session.look_at_steps(10)
    session.restart()
    assert session.snapshot().span == (1, 1)


def test_a_logarithmic_curve_needs_an_f_over_0():
    session = DescentSession()
    assert session.toggle_log()
    assert session.snapshot().log
    session.set_surface("x1 - 5")
    assert not session.snapshot().log


def test_an_f_that_runs_away_is_charted_logarithmically_unless_someone_has_chosen_otherwise():
    session = at(3, DescentRecipe("x1**2 + x2**2", (1.0, 1.0), 10.0))
    assert session.snapshot().log
    assert session.toggle_log()
    assert not session.snapshot().log
    assert not at(3).snapshot().log
    assert not at(3, DescentRecipe("-(x1**2) - x2**2", (1.0, 1.0), 10.0)).snapshot().log  # nothing over 0


def test_a_named_surface_brings_its_own_start_and_an_expression_keeps_the_one_there_is():
    session = DescentSession()
    session.set_surface("bowl")
    assert session.recipe == DescentRecipe("bowl", (4.0, 1.0), 0.07)
    session.set_surface("x1**2 + x2**4")
    assert session.recipe == DescentRecipe("x1**2 + x2**4", (4.0, 1.0), 0.07)
    assert session.undo()
    assert session.recipe.f == "bowl"
