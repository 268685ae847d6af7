"""100,000 random keys and 1,000 sizes over all screens: the app lives, and its memory stays bounded.

RANDOM_KEYS asks for another number of keys, RANDOM_SEED for other ones.
"""

from __future__ import annotations

import gc
import os
import sys
from importlib import import_module
from random import Random

import pytest
from random_driver import drive, harmless_app, joined, painted_anew, picture, rest

KEYS = int(os.environ.get("RANDOM_KEYS", "100000"))
SCREENS = ("network", "chain", "descent")
FIRST, SEEDS = int(os.environ.get("RANDOM_SEED", "0")), 4
RUNS = [(screen, seed) for seed in range(FIRST, FIRST + SEEDS) for screen in SCREENS]
LIBRARIES = ("llvmlite.binding", "mpmath", "numba", "plotext", "scipy.linalg", "scipy.special", "sympy")
"""What the app loads when it is first needed: more than 100 MB that would pass for growth."""
GROWTH = 80
"""What the second half of a run may take more, in MB: in the first one every screen is opened, painted in its largest
size and has compiled its kernel; then nothing grows but what is left to fill of the caches."""


def megabytes() -> float:
    gc.collect()
    with open("/proc/self/statm", encoding="ascii") as statm:
        return int(statm.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="memory is read from /proc")
@pytest.mark.parametrize(("screen", "seed"), RUNS)
async def test_the_app_survives_a_long_run_and_its_memory_is_bounded(screen, seed):
    random = Random(f"long {screen} {seed}")
    count = KEYS // len(RUNS)
    for library in LIBRARIES:
        import_module(library)
    async with harmless_app(screen) as app:
        await drive(app, random, count // 2, resizes=0.0125, mouse=0.1)
        early = megabytes()
        await drive(app, random, count - count // 2, resizes=0.0125, mouse=0.1)
        await rest(app)
        grown = megabytes() - early
        print(f"{screen} {seed}: {count} events, {early:.0f} MB and {grown:+.0f} MB")
        assert grown < GROWTH
        before = picture(app)
        assert joined(before) == joined(await painted_anew(app))
