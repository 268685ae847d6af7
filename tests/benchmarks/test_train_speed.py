"""The whole command `train` beside a C program that does the same, as processes, in processor time.

12.5 million iterations of xor from seed 0; of both the time of a single iteration is taken off, which is what starting
costs. Medians over interleaved rounds. Goal: at most 1.1 times the C program's time.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from statistics import median

import pytest
from benchmarks.kernel_in_c import C_SOURCE
from numpy.testing import assert_allclose

from tui_backprop.training.network.recipe import Recipe

ROUNDS = 7
ITERATIONS = 12_500_000
COMMAND = str(Path(sys.executable).with_name("tui-backprop"))

MAIN = r"""
#include <stdio.h>
#include <stdlib.h>

int main(int count, char **arguments)
{
    static double errors[40000];
    double parameters[17], x1[] = {0, 0, 0, 1, 1, 0, 1, 1}, t[] = {0, 1, 1, 0};
    long iterations = atol(arguments[1]);
    for (int k = 0; k < 17; k++)
        parameters[k] = strtod(arguments[2 + k], NULL);
    for (long done = 0; done < iterations; done += 10000) {
        long now = iterations - done < 10000 ? iterations - done : 10000;
        train(parameters, x1, t, 0.02, 0, 4 * now, errors);
        const double *last = errors + 4 * now - 4;
        printf("%ld %.9g\n", done + now, last[0] + last[1] + last[2] + last[3]);
    }
    return 0;
}
"""


def processor_time(command):
    """The seconds of processor time that a process takes, and what it prints."""
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        out = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0
    return usage.ru_utime + usage.ru_stime, out


def test_the_command_beside_a_c_program(benchmark, tmp_path):
    compiler = shutil.which("gcc") or shutil.which("cc")
    if compiler is None:
        pytest.skip("there is no C compiler")
    source, program = tmp_path / "train.c", tmp_path / "train"
    source.write_text(C_SOURCE + MAIN)
    subprocess.run([compiler, "-O3", "-march=native", "-o", str(program), str(source), "-lm"], check=True)
    start = [repr(value) for value in Recipe().initial_parameters().tolist()]
    commands = {
        "tui-backprop train": lambda n: [COMMAND, "train", "--iterations", str(n)],
        "C, gcc -O3 -march=native": lambda n: [str(program), str(n), *start],
    }
    ends, times = {}, {name: [] for name in commands}

    def one_round():
        for name, command in commands.items():
            starting, _ = processor_time(command(1))
            whole, out = processor_time(command(ITERATIONS))
            lines = [line for line in out.splitlines() if line.replace(",", "").split()[:1] == [str(ITERATIONS)]]
            ends[name] = float(lines[-1].split()[1])
            times[name].append(whole - starting)

    benchmark.pedantic(one_round, rounds=ROUNDS, warmup_rounds=0)
    ours, c = times.values()
    assert_allclose(*ends.values(), rtol=1e-6)  # the same work was done
    ratio = median(a / b for a, b in zip(ours, c, strict=True))
    benchmark.extra_info["train / C"] = round(ratio, 3)
    print(f"\n{ITERATIONS:,} iterations, seconds of processor time without starting")
    for name, each in times.items():
        print(f"{name:28}{median(each):10.3f}")
    print(f"{'train / C':28}{ratio:10.3f}")
