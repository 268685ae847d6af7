"""What a snapshot shows of a session, against the kernel's own states and plain arithmetic."""

import math

import numpy as np
import pytest
from numpy.testing import assert_allclose

from tui_backprop.calculus.network.quantities import QUANTITIES, Phase
from tui_backprop.calculus.network.truth_table import truth_table
from tui_backprop.training.network.moment import saturated_units
from tui_backprop.training.network.recipe import Recipe
from tui_backprop.training.network.session import Session
from tui_backprop.training.network.timeline import Timeline


def fresh(recipe, cycle):
    timeline = Timeline(recipe)
    timeline.extend(cycle)
    return timeline


def network(theta1, theta2, x1):
    """The output, by plain arithmetic."""

    def sigmoid(row, inputs):
        return 1 / (1 + math.exp(-sum(w * x for w, x in zip(row, [1, *inputs], strict=True))))

    return sigmoid(theta2[0], [sigmoid(row, x1) for row in theta1])


@pytest.mark.parametrize("task", ["xor", "parity3"])
def test_a_snapshot_explains_the_cycle_that_the_kernel_trained(task):
    recipe = Recipe(task, 5, learning_rate=0.5)
    session = Session(recipe)
    session.go_to(43)
    snapshot, table = session.snapshot(), truth_table(task)
    k = 42 % table.samples
    before, after = (recipe.split(fresh(recipe, c).state(c)) for c in (42, 43))
    assert (snapshot.values["theta1_before"] == before[0]).all()
    assert (snapshot.values["theta2_before"] == before[1]).all()
    assert (snapshot.value("theta1") == after[0]).all()
    assert (snapshot.value("theta2") == after[1]).all()
    assert (snapshot.sample, snapshot.iteration) == (k + 1, 42 // table.samples + 1)
    assert (snapshot.value("x1")[:, 0] == table.x1[k]).all()
    output = network(*before, table.x1[k])
    assert_allclose(snapshot.error, 0.5 * (output - table.t[k]) ** 2, rtol=1e-12)
    assert_allclose(snapshot.value("theta1_change"), after[0] - before[0], rtol=0, atol=1e-12)
    assert_allclose(snapshot.value("theta2_change"), after[1] - before[1], rtol=0, atol=1e-12)
    assert_allclose(snapshot.value("theta1_change"), -0.5 * snapshot.value("theta1_gradient"), rtol=1e-15)
    assert_allclose(
        snapshot.value("product_f2") @ snapshot.value("jacobian_f1_theta1"),
        snapshot.value("theta1_gradient_row"),
        rtol=1e-13,
    )
    assert_allclose(snapshot.table.x4, [network(*after, row) for row in table.x1], rtol=1e-12)
    assert_allclose(snapshot.table.error, 0.5 * (snapshot.table.x4 - table.t) ** 2, rtol=1e-14)
    for code, entry in QUANTITIES.items():
        assert snapshot.value(code).shape == entry.shape(recipe.inputs, 5), code


def test_a_phase_shows_what_it_has_computed_and_nothing_later():
    session = Session()
    session.go_to(8)
    for phase in list(Phase)[1:]:
        session.step_phase(True)
        snapshot = session.snapshot()
        shown = {code for code in QUANTITIES if snapshot.value(code) is not None}
        assert shown == {code for code, entry in QUANTITIES.items() if entry.phase <= phase}
        before_update = phase is not Phase.UPDATE
        assert (snapshot.value("theta1") == snapshot.values["theta1_before"]).all() == before_update


def test_before_the_first_cycle_only_the_parameters_are_known():
    snapshot = Session().snapshot()
    assert {code for code in QUANTITIES if snapshot.value(code) is not None} == {"theta1", "theta2"}
    assert snapshot.error is snapshot.iteration_error is None
    assert (snapshot.iteration, snapshot.sample, snapshot.saturated) == (0, 0, ())


def test_a_snapshot_stays_as_it_is_while_the_run_goes_on():
    session = Session(Recipe(learning_rate=1.0))
    session.go_to(100)
    snapshot = session.snapshot()
    kept = {code: array.copy() for code, array in snapshot.values.items()}
    curve = snapshot.chart.curve.low.copy()
    session.go_to(5_000)
    session.set_parameter("theta1[0,0]", 9.0)
    session.snapshot()
    assert all((snapshot.values[code] == array).all() for code, array in kept.items())
    assert (snapshot.chart.curve.low == curve).all()
    with pytest.raises(ValueError, match="read-only"):
        snapshot.value("theta1")[0, 0] = 1


def test_the_iteration_s_error_is_the_sum_over_its_samples_where_the_cursor_is():
    session = Session()
    session.go_to(400)
    errors = session.timeline.errors(0, 400)
    for cycle in (3, 4, 7, 8, 399, 400):
        session.go_to(cycle)
        whole = cycle // 4 * 4
        expected = pytest.approx(errors[whole - 4 : whole].sum(), rel=1e-15) if whole else None
        assert session.snapshot().iteration_error == expected


def test_saturated_units_are_those_whose_slope_is_under_two_hundredths():
    # s(1 − s) = 0.02 at a sum of ±3.87 or so.
    session = Session()
    for row, bias in enumerate([3.8, 3.95, -3.95, -3.8]):
        session.set_parameter(f"theta1[{row},0]", bias)
    session.go_to(1)
    assert session.snapshot().saturated == (2, 3)


def test_a_unit_is_saturated_where_its_slope_is_under_the_limit():
    assert saturated_units(np.array([[1.0], [0.5], [0.985], [0.01]])) == (2, 3)
    assert saturated_units(np.array([[1.0], [np.nan]])) == ()


def test_the_reports_are_those_up_to_the_cursor():
    session = Session()
    session.timeline.arithmetic.compile()
    session.go_to(80_005)
    assert [report.iteration for report in session.reports] == [10_000, 20_000]
    session.go_to(79_999)
    assert [report.iteration for report in session.snapshot().reports] == [10_000]


def test_the_change_of_a_cycle_is_that_of_the_rate_it_was_trained_with():
    session = Session()
    session.go_to(10)
    session.set_learning_rate(0.5)
    for cycle, rate in [(10, 0.02), (11, 0.5)]:
        session.go_to(cycle)
        snapshot = session.snapshot()
        for code in ("theta1", "theta2"):
            assert_allclose(snapshot.value(f"{code}_change"), -rate * snapshot.value(f"{code}_gradient"), rtol=1e-15)
            moved = snapshot.value(code) - snapshot.values[f"{code}_before"]
            assert_allclose(snapshot.value(f"{code}_change"), moved, rtol=0, atol=1e-12)
