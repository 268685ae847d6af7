"""Errors folded into buckets: plain and compiled against sums in NumPy."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui_backprop.calculus.network.folding import compiled_fold, fold


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.integers(0, 40), min_size=1, max_size=6),
    st.sampled_from([1, 2, 8, 64]),
    st.sampled_from([4, 8]),
    st.booleans(),
)
def test_however_the_iterations_come_a_bucket_has_the_lowest_the_highest_and_the_last_errors(
    parts, width, samples, machine
):
    errors = np.random.RandomState(sum(parts)).rand(sum(parts), samples)
    buckets = -(-len(errors) // width)
    low, high, each = np.full(buckets, np.nan), np.full(buckets, np.nan), np.full((buckets, samples), np.nan)
    count = 0
    for part in parts:
        some = errors[count : count + part]
        if machine:
            compiled_fold(samples)(some, count, width, low, high, each)
        else:
            fold(some, count, width, samples, low, high, each)
        count += part
    sums = np.zeros(len(errors))
    for k in range(samples):
        sums += errors[:, k]
    for bucket in range(buckets):
        here = slice(bucket * width, (bucket + 1) * width)
        assert (low[bucket], high[bucket]) == (sums[here].min(), sums[here].max())
        assert each[bucket].tolist() == errors[here][-1].tolist()


def test_nothing_changes_when_nothing_comes():
    low, high, each = np.ones(1), np.ones(1), np.ones((1, 4))
    fold(np.empty((0, 4)), 1, 4, 4, low, high, each)
    compiled_fold(4)(np.empty((0, 4)), 1, 4, low, high, each)
    assert (low[0], high[0], each.sum()) == (1, 1, pytest.approx(4))
