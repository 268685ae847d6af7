"""The envelope of any run against one made by brute force from all of its errors."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui_backprop.training.network.loss_curve import LossCurve, summed, thinned

QUICK = settings(max_examples=150, deadline=None)


def errors_of(iterations, samples=4, seed=0):
    return np.random.RandomState(seed).rand(iterations, samples)


def brute_force(errors, width):
    """Iteration at the end, lowest, highest and last row of every bucket of `width` iterations."""
    buckets = [range(start, min(start + width, len(errors))) for start in range(0, len(errors), width)]
    sums = [((row[0] + row[1]) + row[2]) + row[3] for row in errors]
    return (
        [float(bucket[-1] + 1) for bucket in buckets],
        [min(sums[k] for k in bucket) for bucket in buckets],
        [max(sums[k] for k in bucket) for bucket in buckets],
        [errors[bucket[-1]].tolist() for bucket in buckets],
    )


def check(curve, errors):
    """Every bucket of the curve is the one made by brute force, bit for bit."""
    assert curve.count == len(errors)
    iteration, low, high, each = brute_force(errors, curve.width)
    assert curve.buckets == len(iteration)
    found = curve.envelope(1, max(curve.count, 1), 10**9)
    assert found.iteration.tolist() == iteration
    assert found.low.tolist() == low
    assert found.high.tolist() == high
    samples = curve.sample_curves(1, max(curve.count, 1), 10**9)
    assert [[float(sample.low[k]) for sample in samples] for k in range(len(each))] == each
    assert all((sample.low == sample.high).all() for sample in samples)


def small(capacity=8):
    return LossCurve(4, capacity)


@QUICK
@given(st.lists(st.integers(0, 40), max_size=8), st.sampled_from([2, 8, 32]))
def test_whatever_the_pieces_the_envelope_is_that_of_brute_force(pieces, capacity):
    errors = errors_of(sum(pieces))
    curve, start = small(capacity), 0
    for piece in pieces:
        curve.extend(errors[start : start + piece])
        start += piece
    check(curve, errors)
    assert curve.buckets <= capacity
    # No coarser than it must be: half the width would not fit.
    assert curve.width == 1 or -(-curve.count // (curve.width // 2)) > capacity


def test_the_width_doubles_with_the_first_iteration_that_has_no_room():
    errors = errors_of(40)
    curve, widths = small(), []
    for k in range(40):
        curve.extend(errors[k : k + 1])
        widths.append(curve.width)
    assert widths == [1] * 8 + [2] * 8 + [4] * 16 + [8] * 8


def test_one_long_piece_is_halved_many_times():
    errors = errors_of(1_000)
    curve = small()
    curve.extend(errors)
    assert curve.width == 128
    check(curve, errors)


@QUICK
@given(st.integers(1, 200), st.integers(0, 200), st.integers(0, 100))
def test_a_copy_goes_its_own_way_and_leaves_the_first_alone(length, kept, more):
    errors, others = errors_of(length), errors_of(more, seed=1)
    curve = small()
    curve.extend(errors)
    kept = min(kept, length) // curve.width * curve.width
    copy = curve.copy(kept)
    check(copy, errors[:kept])
    copy.extend(others)
    check(copy, np.concatenate((errors[:kept], others)))
    check(curve, errors)
    curve.extend(others)
    check(curve, np.concatenate((errors, others)))
    check(copy, np.concatenate((errors[:kept], others)))


@QUICK
@given(st.integers(1, 200), st.integers(0, 100))
def test_a_copy_of_the_whole_has_the_last_bucket_too_be_it_full_or_not(length, more):
    errors, others = errors_of(length), errors_of(more, seed=1)
    curve = small()
    curve.extend(errors)
    copy = curve.copy()
    check(copy, errors)
    copy.extend(others)
    check(copy, np.concatenate((errors, others)))
    check(curve, errors)


def test_at_its_full_capacity_the_curve_grows_like_the_small_one():
    errors = errors_of(200_000)
    curve = LossCurve(4)
    curve.extend(errors)
    assert curve.width == 4
    check(curve, errors)


def test_a_window_shows_the_buckets_that_it_touches():
    errors = errors_of(30)
    curve = small()
    curve.extend(errors)
    assert curve.width == 4
    _, low, high, _ = brute_force(errors, 4)
    found = curve.envelope(6, 17, 100)  # buckets 5…8 to 17…20
    assert found.iteration.tolist() == [8, 12, 16, 20]
    assert found.low.tolist() == low[1:5]
    assert found.high.tolist() == high[1:5]
    assert curve.envelope(29, 30, 100).iteration.tolist() == [30]


def test_the_windows_of_an_exact_curve_have_an_entry_an_iteration():
    errors = errors_of(8)
    curve = small()
    curve.extend(errors)
    found = curve.envelope(3, 5, 100)
    assert found.iteration.tolist() == [3, 4, 5]
    assert found.low.tolist() == found.high.tolist() == summed(errors[2:5]).tolist()


def test_an_empty_curve_has_no_entries():
    assert len(small().envelope(1, 1, 100)) == 0
    assert [len(curve) for curve in small().sample_curves(1, 1, 100)] == [0] * 4


@QUICK
@given(st.integers(1, 300), st.integers(1, 50))
def test_thinning_keeps_every_lowest_and_highest_in_at_most_so_many_points(length, points):
    low = np.random.RandomState(length).rand(length)
    high = low + np.random.RandomState(points).rand(length)
    found = thinned(np.arange(1.0, length + 1), low, high, points)
    assert len(found) <= points
    ends = found.iteration.astype(int).tolist()
    assert ends[-1] == length
    starts = [0, *ends[:-1]]
    pairs = list(zip(starts, ends, strict=True))
    assert found.low.tolist() == [min(low[a:b]) for a, b in pairs]
    assert found.high.tolist() == [max(high[a:b]) for a, b in pairs]


def test_what_needs_no_thinning_is_copied():
    low = np.array([1.0, 2.0])
    found = thinned(np.array([1.0, 2.0]), low, low, 2)
    low[:] = 9
    assert found.low.tolist() == found.high.tolist() == [1, 2]


@pytest.mark.parametrize("samples", [4, 8, 16])
def test_the_samples_errors_are_added_from_the_left_as_the_script_adds_them(samples):
    errors = errors_of(50, samples)
    expected = []
    for row in errors.tolist():
        total = row[0]
        for error in row[1:]:
            total += error
        expected.append(total)
    assert summed(errors).tolist() == expected


def test_a_curve_handed_out_does_not_change_when_the_run_goes_on():
    curve = small()
    curve.extend(errors_of(8))
    found = curve.envelope(1, 8, 100)
    before = (found.low.copy(), found.high.copy())
    curve.extend(errors_of(100, seed=2))
    assert (found.low == before[0]).all()
    assert (found.high == before[1]).all()
