import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_backprop.calculus.rand import rand


@pytest.mark.parametrize("seed", [0, 1, 42, 2**31, 2**32 - 1])
def test_a_thousand_numbers_are_numpys_to_the_bit(seed):
    assert rand(seed, 1_000) == np.random.RandomState(seed).rand(1_000).tolist()


@given(st.integers(0, 2**32 - 1), st.integers(0, 40))
def test_any_seed_gives_numpys_numbers(seed, count):
    assert rand(seed, count) == np.random.RandomState(seed).rand(count).tolist()
