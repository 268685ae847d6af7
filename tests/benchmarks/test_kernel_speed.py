"""Nanoseconds a cycle: the compiled kernel beside C, the plain kernel, the article's class and, if installed, PyTorch.

All run in one process, one after the other in every round, on the same run (xor, seed 0, 2-4-1); the figures are
medians over the rounds in processor time, the ratios medians of each round's own ratios. The goals: the kernel takes at
most 0.95 times C's time (0.8 if it can be), the timeline at most 1.05 times the kernel's.
"""

import ctypes
import shutil
import subprocess
from importlib.util import find_spec
from statistics import median
from time import process_time_ns

import numpy as np
from benchmarks.kernel_in_c import C_SOURCE
from numpy.testing import assert_allclose

from tui_backprop.calculus.network import kernel
from tui_backprop.calculus.network.neural_net import NeuralNet
from tui_backprop.calculus.network.truth_table import truth_table
from tui_backprop.training.network.recipe import Recipe
from tui_backprop.training.network.timeline import Timeline

ROUNDS = 31
RATE = 0.02


def machine_code(cycles):
    train, table = kernel.compiled(2, 4), truth_table("xor")
    parameters, errors, room = Recipe().initial_parameters(), np.empty(cycles), np.empty(4)
    x1 = table.x1.reshape(-1)
    rest = 2, 4, RATE, 0, cycles, errors, room, np.empty((0, 17)), cycles
    return lambda: train(parameters, x1, table.t, *rest), parameters


def c_program(cycles, folder):
    """The same cycle in C; None where there is no compiler."""
    compiler = shutil.which("gcc") or shutil.which("cc")
    if compiler is None:
        return None
    source, library = folder / "cycle.c", folder / "cycle.so"
    source.write_text(C_SOURCE)
    options = ["-O3", "-march=native", "-shared", "-fPIC"]
    subprocess.run([compiler, *options, "-o", str(library), str(source), "-lm"], check=True)
    train = ctypes.CDLL(str(library)).train
    pointer = ctypes.POINTER(ctypes.c_double)
    train.argtypes = [pointer, pointer, pointer, ctypes.c_double, ctypes.c_int, ctypes.c_long, pointer]
    train.restype = None
    table = truth_table("xor")
    parameters, errors = Recipe().initial_parameters(), np.empty(cycles)
    arrays = [array.copy() for array in (table.x1.reshape(-1), table.t)]
    places = [array.ctypes.data_as(pointer) for array in (parameters, *arrays, errors)]
    keep = (arrays, errors)
    return lambda: keep and train(*places[:3], RATE, 0, cycles, places[3]), parameters


def plain(cycles):
    table = truth_table("xor")
    parameters, x1, t = Recipe().initial_parameters().tolist(), table.x1.ravel().tolist(), table.t.tolist()
    errors, room = [0.0] * cycles, [0.0] * 4
    return lambda: kernel.train(parameters, x1, t, 2, 4, RATE, 0, cycles, errors, room), parameters


def timeline(cycles):
    run = Timeline(Recipe())
    run.arithmetic.compile()
    return lambda: run.extend(run.furthest + cycles), None


def article_class(cycles):
    recipe, table = Recipe(), truth_table("xor")
    net = NeuralNet()
    net.set_parameter(*recipe.split(recipe.initial_parameters()))
    samples = [(x[:, None], t.reshape(1, 1)) for x, t in zip(table.x1, table.t, strict=True)]

    def run():
        for cycle in range(cycles):
            net.feed_forward(*samples[cycle % 4])
            net.update_parameter(RATE)

    return run, net


def torch_autograd(cycles):
    """The network in PyTorch, its gradients by autograd; None where it is not installed."""
    if find_spec("torch") is None:
        return None
    import torch

    torch.set_num_threads(1)
    recipe, table = Recipe(), truth_table("xor")
    theta = [torch.tensor(array, requires_grad=True) for array in recipe.split(recipe.initial_parameters())]
    one = torch.ones((1, 1), dtype=torch.float64)
    x1, t = [torch.tensor(np.array(x)[:, None]) for x in table.x1], [torch.tensor(float(t)) for t in table.t]

    def run():
        for cycle in range(cycles):
            x3 = torch.sigmoid(theta[0] @ torch.cat((one, x1[cycle % 4])))
            x4 = torch.sigmoid(theta[1] @ torch.cat((one, x3)))
            error = (0.5 * (x4 - t[cycle % 4]) ** 2).sum()
            gradients = torch.autograd.grad(error, theta)
            with torch.no_grad():
                for parameter, gradient in zip(theta, gradients, strict=True):
                    parameter -= RATE * gradient

    return run, theta


def test_nanoseconds_a_cycle(benchmark, tmp_path):
    makers = {
        "compiled kernel": (200_000, machine_code),
        "C, gcc -O3 -march=native": (200_000, lambda cycles: c_program(cycles, tmp_path)),
        "timeline (curve, checkpoints)": (200_000, timeline),
        "uncompiled kernel": (4_000, plain),
        "article's class (NumPy)": (200, article_class),
        "PyTorch autograd": (100, torch_autograd),
    }
    runs, absent, parameters = {}, [], {}
    for name, (cycles, make) in makers.items():
        made = make(cycles)
        if made is None:
            absent.append(name)
            continue
        runs[name] = (cycles, made[0])
        parameters[name] = made[1]
    times = {name: [] for name in runs}

    def one_round():
        for name, (cycles, run) in runs.items():
            start = process_time_ns()
            run()
            times[name].append((process_time_ns() - start) / cycles)

    benchmark.pedantic(one_round, rounds=ROUNDS, warmup_rounds=1)
    for each in times.values():
        del each[0]  # the warm-up

    c = "C, gcc -O3 -march=native"
    if c in parameters:  # the same work was done
        assert_allclose(parameters["compiled kernel"], parameters[c], rtol=1e-6)
    reference = times["compiled kernel"]
    print(f"\n{'':32}{'ns a cycle':>12}{'kernel / it':>14}{'it / kernel':>14}")
    for name, each in times.items():
        ratio = median(a / b for a, b in zip(reference, each, strict=True))
        benchmark.extra_info[name] = round(median(each), 2)
        print(f"{name:32}{median(each):12,.1f}{ratio:14.5f}{1 / ratio:14,.2f}")
    for name in absent:
        print(f"{name:32}{'left out: not installed':>40}")
