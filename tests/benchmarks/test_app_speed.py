"""The app at full speed in a pseudo-terminal of 120x36: its rate, how soon it answers keys, what it writes.

Goals, on two cores: at least 80 % of the rate of a process that trains without a screen, 33 ms from a key to the paint
that shows it at the 95th percentile and 100 ms at most, 60 kB a second to the terminal; at rest 16 ms from a key to the
last byte that it brings, 50 ms for the first key after the first paint, while NumPy's and Numba's code is still being
loaded; and paused, no byte and a thousandth of a core. The processes take turns: the app is paused while the other one
trains. Where other programs take part of the machine the share says little: `others` is how many
cores they took (Linux), and the last line is the median of the quiet rounds.
"""

import os
import random
import subprocess
import sys
from itertools import cycle, islice
from pathlib import Path
from statistics import median
from time import perf_counter

import numpy as np
from terminal import PROGRAM, RIGHT, Terminal, environment

ROUNDS = 7
SECONDS = 2.0
QUIET = 0.15
PRESSES = 60
STILL = 0.12
"""Seconds without a byte after which nothing more is to come of a key."""
FIRST_STEPS = 15
IDLE_SECONDS = 10.0
KEYS = {
    "= - (learning rate)": (("=", "α 0.05"), ("-", "α 0.02")),
    "l (chart: log, linear)": (("l", "log"), ("l", "· live")),
    "space (pause, run)": ((" ", "‖ paused"), (" ", "▶ full speed")),
}

HEADLESS = f"""
from time import perf_counter
from tui_backprop.training.network.recipe import Recipe
from tui_backprop.training.network.timeline import Timeline

timeline = Timeline(Recipe())
timeline.arithmetic.compile()
timeline.extend(1_000_000)
start, since = timeline.furthest, perf_counter()
while perf_counter() - since < {SECONDS}:
    timeline.extend(timeline.furthest + 200_000)
print((timeline.furthest - start) / (perf_counter() - since))
"""


def headless_rate(folder):
    call = [sys.executable, "-c", HEADLESS]
    found = subprocess.run(call, env=environment(folder), capture_output=True, text=True, check=True)
    return float(found.stdout)


def running(folder):
    """The app, compiled and at full speed, with a target that no run reaches."""
    terminal = Terminal(folder, str(PROGRAM), "--until-error", "1e-300")
    terminal.wait(lambda t: "quit" in t.lines[-1] and t.cycle == 0)
    terminal.press(">" * 4, " ")
    terminal.wait(lambda t: t.cycle > 2_000_000)
    return terminal


def drain(terminal, seconds):
    """Read for so long without looking at it, as a fast terminal does; the number of bytes."""
    end, size = perf_counter() + seconds, 0
    while perf_counter() < end:
        size += len(terminal.read(0.01, shown=False))
    return size


def whole_frame(terminal):
    """The cycle that the next frame shows, and when it came."""
    before = terminal.cycle
    terminal.wait(lambda t: t.cycle > before)
    return terminal.cycle, perf_counter()


def rate_and_bytes(terminal):
    """Cycles and bytes a second."""
    start, since = whole_frame(terminal)
    before = len(terminal.output)
    drain(terminal, SECONDS)
    size = len(terminal.output) - before
    end, until = whole_frame(terminal)
    return (end - start) / (until - since), size / SECONDS


def key_to_paint(terminal, key, shown):
    """Milliseconds from the byte of a key to the output that shows what it did."""
    wanted, seen = shown.encode(), b""
    since = perf_counter()
    terminal.press(key)
    while wanted not in seen:
        assert perf_counter() - since < 10, f"{key!r} did not show {shown!r}"
        seen += terminal.read(0.01, shown=False)
    return 1e3 * (perf_counter() - since)


def at_rest(folder, *command):
    """The app as it has begun, with all its first bytes read; `press` is the next thing that happens to it."""
    terminal = Terminal(folder, *command)
    while b" quit" not in terminal.output:
        terminal.read(0.01, shown=False)
    return terminal


def key_to_stillness(terminal, key):
    """Milliseconds from the byte of a key to the last byte that it brings."""
    since = last = perf_counter()
    terminal.press(key)
    seen = False
    while not seen or perf_counter() - last < STILL:
        assert perf_counter() - since < 10, f"{key!r} brought nothing"
        if terminal.read(0.005, shown=False):
            seen, last = True, perf_counter()
    return 1e3 * (last - since)


def processor_seconds(pid):
    """What a process has taken (Linux)."""
    user, system = map(int, Path(f"/proc/{pid}/stat").read_text().rsplit(")")[-1].split()[11:13])
    return (user + system) / os.sysconf("SC_CLK_TCK")


class Others:
    """How many cores the programs beside this one, its children and the app take (Linux; elsewhere 0)."""

    def __init__(self, app):
        self._app = Path(f"/proc/{app}/stat")
        self._start = self._seconds()

    def _seconds(self):
        if not self._app.exists():
            return 0.0, 1.0
        tick = os.sysconf("SC_CLK_TCK")
        user, nice, system, _, _, *interrupts = map(int, Path("/proc/stat").read_text().split("\n")[0].split()[1:9])
        app = sum(map(int, self._app.read_text().rsplit(")")[-1].split()[11:13]))
        return (user + nice + system + sum(interrupts) - app) / tick - sum(os.times()[:4]), perf_counter()

    def cores(self):
        """Since it was made."""
        (busy, since), (still, until) = self._start, self._seconds()
        return max(still - busy, 0) / max(until - since, 1e-9)


def test_the_rate_and_the_bytes_at_full_speed(benchmark, tmp_path):
    rows = []

    def measure():
        with running(tmp_path) as terminal:
            for _ in range(ROUNDS):
                others = Others(terminal.pid)
                terminal.press(" ")
                terminal.wait("‖ paused")
                headless = headless_rate(tmp_path)
                terminal.press(" ")
                terminal.wait("▶ full speed")
                drain(terminal, 0.5)
                app, size = rate_and_bytes(terminal)
                rows.append((headless / 1e6, app / 1e6, app / headless, size / 1e3, others.cores()))

    benchmark.pedantic(measure, rounds=1, warmup_rounds=0)
    quiet = [row for row in rows if row[-1] < QUIET] or rows
    middle = np.median(quiet, axis=0)
    print(f"\n{'without, M/s':>16}{'app, M/s':>12}{'share':>9}{'kB/s':>9}{'others':>9}")
    for headless, app, share, size, others in [*rows, middle]:
        print(f"{headless:16.2f}{app:12.2f}{share:9.0%}{size:9.1f}{others:9.2f}")
    print(f"the median of {len(quiet)} rounds{' that were quiet' if len(quiet) < len(rows) else ''}")
    benchmark.extra_info |= {"share": round(middle[2], 3), "kB a second": round(middle[3])}


def test_how_soon_a_key_shows_at_full_speed(benchmark, tmp_path):
    times = {name: [] for name in KEYS}
    spread = random.Random(0)

    def measure():
        for name, turns in KEYS.items():
            with running(tmp_path) as terminal:
                for key, shown in islice(cycle(turns), PRESSES):
                    drain(terminal, spread.uniform(0.1, 0.3))
                    times[name].append(key_to_paint(terminal, key, shown))

    benchmark.pedantic(measure, rounds=1, warmup_rounds=0)
    print(f"\n{'key to paint, ms':28}{'median':>9}{'95th':>9}{'max':>9}   load average {os.getloadavg()[0]:.1f}")
    for name, each in times.items():
        print(f"{name:28}{median(each):9.1f}{np.percentile(each, 95):9.1f}{max(each):9.1f}")
        benchmark.extra_info[name] = round(float(np.percentile(each, 95)), 1)


def test_how_soon_a_step_at_rest_shows(benchmark, tmp_path):
    steps = {". (phase)": ".", "→ (cycle)": RIGHT, "] (iteration)": "]"}
    times = {name: [] for name in [*steps, "the first step"]}

    def measure():
        with at_rest(tmp_path) as terminal:
            drain(terminal, 5.0)  # the machine code is there
            for name, key in steps.items():
                for _ in range(PRESSES):
                    times[name].append(key_to_stillness(terminal, key))
        for _ in range(FIRST_STEPS):
            with at_rest(tmp_path) as terminal:
                drain(terminal, 0.3)
                times["the first step"].append(key_to_stillness(terminal, "."))

    benchmark.pedantic(measure, rounds=1, warmup_rounds=0)
    print(f"\n{'key to last byte, ms':28}{'median':>9}{'95th':>9}{'max':>9}   load average {os.getloadavg()[0]:.1f}")
    for name, each in times.items():
        print(f"{name:28}{median(each):9.1f}{np.percentile(each, 95):9.1f}{max(each):9.1f}")
        benchmark.extra_info[name] = round(float(np.percentile(each, 95)), 1)


def test_what_it_takes_to_do_nothing(benchmark, tmp_path):
    rows = []

    def measure():
        for number, name in enumerate(("chain rule", "descent", "network", "starts"), 1):
            with at_rest(tmp_path) as terminal:
                terminal.press(str(number))
                drain(terminal, 5.0)
                before, taken = len(terminal.output), processor_seconds(terminal.pid)
                drain(terminal, IDLE_SECONDS)
                share = (processor_seconds(terminal.pid) - taken) / IDLE_SECONDS
                rows.append((name, share, len(terminal.output) - before))

    benchmark.pedantic(measure, rounds=1, warmup_rounds=0)
    print(f"\n{'paused':16}{'of a core':>12}{'bytes':>9}")
    for name, share, size in rows:
        print(f"{name:16}{share:12.2%}{size:9,}")
        benchmark.extra_info[name] = f"{share:.2%}, {size} bytes"
