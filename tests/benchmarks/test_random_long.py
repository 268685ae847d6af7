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

from tui_backprop.calculus.network.lanes import block_trainer, lane_trainer
from tui_backprop.training.network.session import Session

KEYS = int(os.environ.get("RANDOM_KEYS", "100000"))
SCREENS = ("network", "chain", "descent")
FIRST, SEEDS = int(os.environ.get("RANDOM_SEED", "0")), 4
RUNS = [(screen, seed) for seed in range(FIRST, FIRST + SEEDS) for screen in SCREENS]
LIBRARIES = ("llvmlite.binding", "mpmath", "numba", "plotext", "scipy.linalg", "scipy.special", "sympy")
"""What the app loads when it is first needed: more than 100 MB that would pass for growth."""
GROWTH, LATE_GROWTH = 130, 50
"""What a whole run may take more, and its second half alone, in MB.

The screens, dialogs and style sheets that a run opens take 40 to 50, caches that have a bound 10 to 20, and the machine
code for numbers of hidden units that Numba has not kept on disk 25, most of it for the compiler itself.
"""


def megabytes() -> float:
    gc.collect()
    with open("/proc/self/statm", encoding="ascii") as statm:
        return int(statm.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20


def load_what_is_loaded_once() -> None:
    """The libraries, and the machine code: 50 MB more."""
    for library in LIBRARIES:
        import_module(library)
    Session().timeline.arithmetic.compile()
    lane_trainer(2, 4)
    block_trainer()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="memory is read from /proc")
@pytest.mark.parametrize(("screen", "seed"), RUNS)
async def test_the_app_survives_a_long_run_and_its_memory_is_bounded(screen, seed):
    random = Random(f"long {screen} {seed}")
    count = KEYS // len(RUNS)
    load_what_is_loaded_once()
    async with harmless_app(screen) as app:
        first = megabytes()
        await drive(app, random, count // 2, resizes=0.0125, mouse=0.1)
        half = megabytes()
        await drive(app, random, count - count // 2, resizes=0.0125, mouse=0.1)
        app.clear_notifications()  # one that goes by itself between two looks is no difference
        await rest(app)
        last = megabytes()
        print(f"{screen} {seed}: {count} events, {first:.0f} MB, then {half:.0f} MB, then {last:.0f} MB")
        assert last - first < GROWTH
        assert last - half < LATE_GROWTH
        before = picture(app)
        assert joined(before) == joined(await painted_anew(app))
