"""How long a jump takes in a run of 10⁹ cycles, and how much memory runs of 10⁶, 10⁸ and 10⁹ cycles take.

The run of 10⁹ cycles is simulated: a timeline with the spacing, the number of checkpoints, the loss curve and the
reports that it would have, each checkpoint an array of its own. What lies between two checkpoints is replayed as ever.
The runs of 10⁶ and 10⁸ cycles are real. Goals: any cycle within 20 ms, half of them within 5 ms; memory flat.
"""

import subprocess
import sys
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from statistics import median
from time import perf_counter

import numpy as np

from tui_backprop.training.network import timeline as module
from tui_backprop.training.network.charting import ChartView
from tui_backprop.training.network.loss_curve import CAPACITY, LossCurve, Report
from tui_backprop.training.network.recipe import Recipe
from tui_backprop.training.network.session import Session
from tui_backprop.training.network.timeline import Timeline

LONG = 10**9


def trained(cycles):
    session = Session(Recipe())
    session.timeline.arithmetic.compile()
    session.go_to(cycles)
    return session


def simulated(cycles):
    """A session whose timeline is shaped as after so many cycles; its states come round with a real, short run's."""
    spacing = module.SPACING
    while cycles // spacing + 1 > module.MOST_CHECKPOINTS:
        spacing *= 2
    session = trained(400_000)
    short = session.timeline
    timeline = Timeline(Recipe(), short.arithmetic, spacing)
    timeline._checkpoints = [short.state(mark % 97 * 4_096) for mark in range(cycles // spacing + 1)]
    timeline._tip, timeline.furthest = short.state(short.furthest), cycles
    iterations, width = cycles // timeline.samples, 1
    while -(-iterations // width) > CAPACITY:
        width *= 2
    timeline.curve = LossCurve(timeline.samples)
    timeline.curve.extend(np.random.RandomState(0).rand(-(-iterations // width), timeline.samples))
    timeline.curve.width, timeline.curve.count = width, iterations
    timeline.reports = [Report(k, 0.5) for k in range(module.REPORT_EVERY, iterations + 1, module.REPORT_EVERY)]
    session.timeline = timeline
    return session


def test_how_long_a_jump_takes(benchmark):
    session = simulated(LONG)
    timeline = session.timeline
    goals = np.random.RandomState(1).randint(0, LONG, 400).tolist()
    # The worst that can be asked for: the last cycle before a checkpoint.
    goals += [mark * timeline.spacing - 1 for mark in range(1, 41)]
    times = {"the state alone": [], "with the whole chart": [], "with a window of 1,000 iterations": []}

    def jump(goal, name):
        start = perf_counter()
        if name == "the state alone":
            timeline.state(goal)
        else:
            session.view = ChartView() if "whole" in name else replace(ChartView(), whole=False)
            session.go_to(goal)
            session.snapshot()
        times[name].append(1e3 * (perf_counter() - start))

    def all_jumps():
        for name in times:  # no jump to the cycle where it is already
            for goal in goals:
                jump(goal, name)

    benchmark.pedantic(all_jumps, rounds=1, warmup_rounds=0)
    checkpoints = f"{len(timeline._checkpoints):,} checkpoints {timeline.spacing:,} apart"
    print(f"\njumps in a run of {LONG:,} cycles, simulated: {checkpoints}")
    print(f"{'ms':36}{'median':>10}{'95th':>10}{'max':>10}")
    for name, each in times.items():
        benchmark.extra_info[name] = round(median(each), 2)
        print(f"{name:36}{median(each):10.2f}{np.percentile(each, 95):10.2f}{max(each):10.2f}")


def test_how_much_memory_a_run_takes(benchmark):
    rows = []

    def measure():
        for cycles, how in [(1, "real"), (10**6, "real"), (10**8, "real"), (LONG, "simulated")]:
            call = [sys.executable, str(Path(__file__)), how, str(cycles)]
            found = subprocess.run(call, capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2])
            rows.append((cycles, how, *map(float, found.stdout.split())))

    benchmark.pedantic(measure, rounds=1, warmup_rounds=0)
    print(f"\n{'cycles':>16}{'':>12}{'resident MB':>14}{'peak MB':>12}")
    for cycles, how, resident, peak in rows:
        benchmark.extra_info[f"{cycles:,}"] = resident
        print(f"{cycles:16,}{how:>12}{resident:14.1f}{peak:12.1f}")
    assert all(a[2] <= b[2] + 20 for a, b in pairwise(rows))  # the simulation was not left out


def memory():
    """Resident memory now and at its peak, in MB (Linux)."""
    lines = Path("/proc/self/status").read_text().splitlines()
    sizes = {line.split(":")[0]: line.split()[1] for line in lines if line.startswith(("VmRSS", "VmHWM"))}
    return int(sizes["VmRSS"]) / 1024, int(sizes["VmHWM"]) / 1024


if __name__ == "__main__":
    made = (trained if sys.argv[1] == "real" else simulated)(int(sys.argv[2]))
    made.snapshot()
    print(*memory())
