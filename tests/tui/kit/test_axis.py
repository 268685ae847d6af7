"""Axes: where values and ticks lie."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_backprop.tui.kit.axis import Scale, count_label

VALUES = st.floats(-1e12, 1e12)
POSITIVE = st.floats(1e-300, 1e300)


def spaces(ticks) -> set[int]:
    return set(np.diff(list(ticks)).tolist())


@given(VALUES, VALUES, st.integers(1, 80), st.booleans(), st.sampled_from([2, 14]))
def test_a_linear_axis_holds_its_values_and_its_ticks_are_evenly_spaced(one, other, cells, tied, gap):
    low, high = min(one, other), max(one, other)
    axis = Scale(low, high, tied=tied, gap=gap).axis(cells, 4)
    assert 0 <= axis.cell(low) <= axis.cell(high) < cells
    assert len(spaces(axis.ticks)) <= 1
    assert all(0 <= cell < cells for cell in axis.ticks)


@given(POSITIVE, POSITIVE, st.integers(1, 80), st.booleans())
def test_a_logarithmic_axis_holds_what_is_at_most_twelve_decades_below_its_top(one, other, cells, tied):
    low, high = min(one, other), max(one, other)
    axis = Scale(low, high, logarithmic=True, tied=tied).axis(cells, 4)
    assert 0 <= axis.cell(high) < cells
    assert axis.cell(low) >= (0 if low >= high * 1e-11 else -1)
    assert len(spaces(axis.ticks)) <= 1


@given(st.integers(1, 10**10), st.integers(0, 10**10), st.integers(1, 300))
def test_an_axis_of_counted_things_has_whole_numbers_for_labels(first, more, cells):
    axis = Scale(first, first + more, whole=True, gap=14).axis(cells, 2)
    assert axis.ticks or cells < 14 or more < 2
    assert all("." not in label or label[-1] in "MG" for label in axis.ticks.values())


@given(st.integers(1, 60), st.floats(1e-9, 1e9), st.integers(2, 4))
def test_a_value_lies_in_the_cell_of_its_tick(cells, high, dots):
    axis = Scale(0.0, high, tied=True).axis(cells, dots)
    for cell in axis.ticks:
        assert axis.cell(axis.value(cell)) == cell


def test_a_small_loss_is_not_drawn_above_the_tick_of_zero():
    for cells in range(3, 40):
        axis = Scale(0.0, 0.6, tied=True).axis(cells, 4)
        assert axis.ticks[0] == "0.0"
        assert axis.cell(0.0057) == 0


def test_a_curve_lies_on_the_row_of_the_tick_that_it_equals():
    axis = Scale(0.0, 0.6, tied=True).axis(20, 4)
    for cell, label in axis.ticks.items():
        assert axis.cell(float(label)) == cell


def test_a_single_iteration_stands_in_the_middle():
    assert Scale(7, 7, whole=True).axis(21, 2).cell(7) == 10


@pytest.mark.parametrize("low", [0.0, -1.0, 1.0, 5e-324, -1e308])
@pytest.mark.parametrize("high", [0.0, 1.0, 5e-324, 1e308])
@pytest.mark.parametrize("logarithmic", [False, True])
def test_no_range_is_too_small_or_too_large(low, high, logarithmic):
    for cells in (1, 2, 3, 10, 100):
        axis = Scale(low, max(low, high), logarithmic).axis(cells, 4)
        assert math.isfinite(axis.low)
        assert axis.per_cell > 0


@pytest.mark.parametrize(
    ("iterations", "label"),
    [(1, "1"), (10_000, "10,000"), (1_000_000, "1M"), (2_500_000, "2.5M"), (1_234_567, "1,234,567"), (3 * 10**9, "3G")],
)
def test_iterations_are_written_short_but_never_rounded(iterations, label):
    assert count_label(iterations) == label
