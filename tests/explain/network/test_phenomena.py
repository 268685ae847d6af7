"""What happens to networks now and then and has a name."""

import numpy as np

from tui_backprop.explain.network import phenomena


def test_a_unit_is_saturated_where_its_slope_is_under_the_limit():
    x3 = np.array([[1.0], [0.5], [0.985], [0.01]])
    assert phenomena.saturated_units(x3) == (2, 3)
    assert phenomena.saturated_units(np.array([[1.0], [np.nan]])) == ()


def test_a_gradient_vanishes_only_where_there_is_something_to_learn():
    small = {"x4": np.array([[0.9]]), "tx1": np.array([[0.0]]), "theta1_gradient": np.full((4, 3), 1e-5)}
    assert phenomena.vanishes(small)
    assert not phenomena.vanishes({**small, "tx1": np.array([[0.95]])})
    assert not phenomena.vanishes({**small, "theta1_gradient": np.full((4, 3), 0.1)})


def test_equal_units_are_found_by_their_numbers():
    theta1 = np.arange(12.0).reshape(4, 3)
    theta1[3] = theta1[1]
    assert phenomena.equal_units(theta1, np.array([[0.0, 1, 2, 3, 2]])) == (2, 4)
    assert phenomena.equal_units(theta1, np.array([[0.0, 1, 2, 3, 4]])) is None


def test_a_plateau_is_a_high_loss_that_hardly_changes_over_half_of_the_run():
    iteration = np.arange(1.0, 1001)
    flat = np.full(1000, 0.5)
    assert phenomena.on_plateau(iteration, flat, flat, 1000)
    falling = np.linspace(0.7, 0.3, 1000)
    assert not phenomena.on_plateau(iteration, falling, falling, 1000)
    assert not phenomena.on_plateau(iteration, flat / 100, flat / 100, 1000)
    assert not phenomena.on_plateau(iteration, flat, flat, 50)


def test_a_step_overshoots_where_its_own_sample_gets_worse():
    assert phenomena.overshoots(0.1, 0.2)
    assert not phenomena.overshoots(0.2, 0.1)
