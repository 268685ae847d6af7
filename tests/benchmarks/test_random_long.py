"""100,000 random keys and 1,000 sizes over all screens: the app lives, and its memory stays bounded."""

from __future__ import annotations

import gc
import os
import sys
from random import Random

import pytest
from random_driver import drive, harmless_app, joined, painted_anew, picture, rest

KEYS = int(os.environ.get("RANDOM_KEYS", "100000"))
SCREENS = ("network", "chain", "descent")
SEEDS = 4
RUNS = [(screen, seed) for seed in range(SEEDS) for screen in SCREENS]
GROWTH = 80
"""What a run may take more after its first half than after its first tenth, in MB: caches fill, nothing else grows."""


def megabytes() -> float:
    gc.collect()
    with open("/proc/self/statm", encoding="ascii") as statm:
        return int(statm.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="memory is read from /proc")
@pytest.mark.parametrize(("screen", "seed"), RUNS)
async def test_the_app_survives_a_long_run_and_its_memory_is_bounded(screen, seed):
    random = Random(f"long {screen} {seed}")
    count = KEYS // len(RUNS)
    async with harmless_app(screen) as app:
        await drive(app, random, count // 10, resizes=0.0125, mouse=0.1)
        early = megabytes()
        await drive(app, random, count - count // 10, resizes=0.0125, mouse=0.1)
        await rest(app)
        grown = megabytes() - early
        print(f"{screen} {seed}: {count} events, {early:.0f} MB and {grown:+.0f} MB")
        assert grown < GROWTH
        before = picture(app)
        assert joined(before) == joined(await painted_anew(app))
