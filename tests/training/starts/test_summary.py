"""The counts that many starts leave: interval, quantiles, groups, curves."""

from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_backprop.training.starts.plan import Plan
from tui_backprop.training.starts.results import ROW
from tui_backprop.training.starts.summary import Summary, quantile, wilson


@pytest.fixture(scope="module")
def binomtest():
    """Loaded where it is needed: it takes a second, which every process that collects the tests would spend."""
    from scipy.stats import binomtest

    return binomtest


@given(case=st.integers(1, 5_000).flatmap(lambda trials: st.tuples(st.integers(0, trials), st.just(trials))))
def test_the_interval_is_scipy_s_of_wilson(binomtest, case):
    found = binomtest(*case).proportion_ci(0.95, "wilson")
    assert wilson(*case) == pytest.approx((found.low, found.high), rel=1e-9, abs=1e-12)


@given(st.lists(st.integers(1, 10**6), min_size=1, max_size=60), st.sampled_from([0, 0.1, 0.25, 0.5, 0.75, 0.9, 1]))
def test_a_quantile_of_counts_is_numpy_s_of_the_numbers(numbers, share):
    assert quantile(Counter(numbers), share) == pytest.approx(np.quantile(numbers, share), rel=1e-12)


def rows_of(*rows):
    return np.array(list(rows), ROW)


def test_groups_are_the_sets_of_wrong_samples_the_most_frequent_first_with_the_lowest_number():
    summary = Summary(Plan(starts=9), 0, None)
    summary.add(rows_of((5, 9, 0b0010, 0.3), (7, 8, 0, 0.001), (2, 9, 0b0110, 0.5)))
    summary.add(rows_of((1, 9, 0b0010, 0.3), (3, 9, 0b0010, 0.3), (6, 9, 0b0110, 0.5)))
    groups = summary.summary().groups
    assert [(group.wrong, group.starts, group.example.number) for group in groups] == [
        ((2,), 3, 1),
        ((2, 3), 2, 2),
        ((), 1, 7),
    ]


def test_before_anything_has_ended_nothing_is_claimed():
    summary = Summary(Plan(), 0, Plan().marks).summary()
    assert (summary.done, summary.share, summary.interval, summary.quartiles, summary.curves) == (
        0,
        None,
        None,
        None,
        None,
    )
    assert summary.groups == ()


def test_the_order_in_which_starts_end_leaves_no_trace():
    plan, random = Plan(starts=50), np.random.RandomState(0)
    rows = rows_of(*((k, 10 + k % 7, k % 3, 0.001 * k) for k in range(50)))
    curves = random.uniform(1e-6, 2, (50, len(plan.marks)))
    curves[3, 20:] = np.nan
    found = []
    for order in (np.arange(50), random.permutation(50)):
        summary = Summary(plan, 0, plan.marks)
        for part in np.array_split(order, 7):
            summary.add(rows[part], curves[part])
        found.append(summary.summary())
    one, other = found
    assert (one.done, one.reached, one.quartiles, one.groups) == (
        other.done,
        other.reached,
        other.quartiles,
        other.groups,
    )
    for name in ("solved", "low", "median", "high"):
        assert getattr(one.curves, name).tolist() == getattr(other.curves, name).tolist()


@pytest.mark.parametrize("error", [1e-30, 1e-12, 1e-5, 0.01, 0.679307, 2.0, 8.0])
def test_an_error_of_a_curve_is_good_to_four_percent_down_to_1e_12(error):
    plan = Plan(starts=1, iterations=1)
    summary = Summary(plan, 0, plan.marks)
    summary.add(rows_of((0, 1, 0, error)), np.array([[error]]))
    assert summary.summary().curves.median[0] == pytest.approx(max(error, 1e-12), rel=0.04)


def test_errors_that_are_no_numbers_are_above_all_others():
    plan = Plan(starts=3, iterations=1)
    summary = Summary(plan, 0, plan.marks)
    summary.add(rows_of((0, 1, 15, np.nan), (1, 1, 0, 0.5), (2, 1, 15, np.nan)), np.array([[np.nan], [0.5], [np.nan]]))
    curves = summary.summary().curves
    assert (curves.low[0], curves.median[0], curves.high[0]) == (pytest.approx(0.5, rel=0.04), np.inf, np.inf)
