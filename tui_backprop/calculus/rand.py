"""Uniform numbers, the same to the bit as NumPy's old generator draws them."""

from __future__ import annotations

from random import Random

_WORDS, _MULTIPLIER, _MASK = 624, 1_812_433_253, 0xFFFF_FFFF


def rand(seed: int, count: int) -> list[float]:
    """What `np.random.seed(seed)` and then `np.random.rand(count)` give, for a seed from 0 to 2³² − 1.

    Python's generator is the same Mersenne Twister, only seeded in another way, so its state is set to what NumPy's seed
    makes of it. To load numpy.random for a dozen numbers would take 10 ms.
    """
    word, state = int(seed), list[int]()
    for place in range(1, _WORDS + 1):
        state.append(word)
        word = (_MULTIPLIER * (word ^ word >> 30) + place) & _MASK
    twister = Random()
    twister.setstate((3, (*state, _WORDS), None))
    return [twister.random() for _ in range(count)]
