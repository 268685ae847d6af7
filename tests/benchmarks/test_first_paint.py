"""From the command to the first complete paint, beside a bare Textual app with a header and a footer.

Goal: at most twice the bare app's time. Both start in turns in a pseudo-terminal of 120x36; the first pair, which may
write the byte code, does not count. Numba's cache is empty all the while.
"""

import os
import sys
from statistics import median
from time import perf_counter

from terminal import PROGRAM, Terminal

ROUNDS = 15

BARE = """
from textual.app import App
from textual.widgets import Footer, Header


class Bare(App):
    BINDINGS = [("q", "quit", "quit")]
    TITLE = "bare"

    def compose(self):
        yield Header()
        yield Footer()


Bare().run()
"""


def seconds_to_paint(folder, command, *shown):
    """Until the output holds all that is to be shown."""
    wanted = [text.encode() for text in shown]
    since = perf_counter()
    with Terminal(folder, *command) as terminal:
        while not all(text in terminal.output for text in wanted):
            assert perf_counter() - since < 60, f"{command} did not show {shown}"
            terminal.read(0.01, shown=False)
        return perf_counter() - since


def test_the_first_paint_beside_a_bare_app(benchmark, tmp_path):
    bare = tmp_path / "bare.py"
    bare.write_text(BARE)
    starts = {
        "bare Textual app": ((sys.executable, str(bare)), "bare", "quit"),
        "tui-backprop": (
            (str(PROGRAM),),
            "press . for the first phase",
            "+0.5488",
            "Samples",
            "no iteration is complete yet",
            "quit",
        ),
    }
    times = {name: [] for name in starts}

    def one_round():
        for name, (command, *shown) in starts.items():
            times[name].append(seconds_to_paint(tmp_path, command, *shown))

    benchmark.pedantic(one_round, rounds=ROUNDS, warmup_rounds=1)
    for each in times.values():
        del each[0]
    bare_times, app_times = times.values()
    ratios = [app / bare for bare, app in zip(bare_times, app_times, strict=True)]
    print(f"\n{'first paint, ms':24}{'median':>9}{'least':>9}{'most':>9}   load average {os.getloadavg()[0]:.1f}")
    for name, each in times.items():
        print(f"{name:24}{1e3 * median(each):9.0f}{1e3 * min(each):9.0f}{1e3 * max(each):9.0f}")
    print(f"{'ratio':24}{median(ratios):9.2f}{min(ratios):9.2f}{max(ratios):9.2f}")
    benchmark.extra_info["ratio"] = round(median(ratios), 2)
