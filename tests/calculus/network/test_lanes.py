"""The kernel in vector lanes: each lane the bits of the plain kernel, whatever its neighbours do."""

import platform
import re

import numpy as np
import pytest
from numba import cfunc

from tui_backprop.calculus.network import kernel
from tui_backprop.calculus.network.lanes import WIDTH, block_trainer, lane_trainer
from tui_backprop.calculus.network.truth_table import truth_table
from tui_backprop.training.network.recipe import Recipe

PARITY = {2: "xor", 3: "parity3", 4: "parity4"}


def initial(inputs, hidden, seed=0):
    return Recipe(PARITY[inputs], hidden, seed).initial_parameters()


def alone(task, hidden, rate, parameters, iterations, train=kernel.train):
    """One start by the plain kernel: its parameters at the end and ΣE of each iteration."""
    table = truth_table(task)
    values = [parameters.tolist(), table.x1.ravel().tolist(), table.t.tolist()]
    errors = [0.0] * (iterations * table.samples)
    if train is not kernel.train:
        values, errors = [parameters.copy(), table.x1.ravel(), table.t], np.array(errors)
    room = [0.0] * hidden if train is kernel.train else np.zeros(hidden)
    states = () if train is kernel.train else (np.empty((0, len(parameters))), len(errors))
    train(*values, table.inputs, hidden, rate, 0, len(errors), errors, room, *states)
    sums = np.zeros(iterations)
    for each in np.array(errors).reshape(-1, table.samples).T:
        sums += each
    return np.array(values[0]), sums


def train_lanes(table, hidden, parameters, rate, bound, errors):
    """The machine code on NumPy's arrays; the iterations trained."""
    train = lane_trainer(table.inputs, hidden).ctypes
    place = train.argtypes[0]
    x1, t, *others = (a.ctypes.data_as(place) for a in (table.x1, table.t, parameters, rate, bound, errors))
    return train(others[0], x1, t, table.samples, *others[1:], len(errors))


def in_lanes(task, hidden, rates, starts, iterations):
    """Starts side by side, the free lanes filled with zeros; parameters and sums of each start."""
    table = truth_table(task)
    parameters, rate = np.zeros((len(starts[0]), WIDTH)), np.zeros(WIDTH)
    for lane, start in enumerate(starts):
        parameters[:, lane], rate[lane] = start, rates[lane]
    errors, done = np.empty((iterations, WIDTH)), 0
    while done < iterations:  # a lane without a number ends the stretch
        done += train_lanes(table, hidden, parameters, rate, np.full(WIDTH, -np.inf), errors[done:])
    return [(parameters[:, lane], errors[:, lane]) for lane in range(len(starts))]


@pytest.mark.parametrize("free", [0, 3, WIDTH - 1])
def test_lanes_are_the_plain_kernel_bit_for_bit_also_with_lanes_free(free):
    starts = [initial(2, 4, seed) for seed in range(WIDTH - free)]
    rates = [(0.02, 0.5, 20.0)[seed % 3] for seed in range(WIDTH - free)]
    for lane, found in enumerate(in_lanes("xor", 4, rates, starts, 60)):
        wanted = alone("xor", 4, rates[lane], starts[lane], 60)
        assert [a.tobytes() for a in found] == [a.tobytes() for a in wanted], lane


@pytest.mark.parametrize(("inputs", "hidden"), [(2, 1), (2, 2), (2, 3), (2, 16), (3, 5), (4, 4), (4, 16)])
def test_lanes_of_every_size_are_the_plain_kernel_bit_for_bit(inputs, hidden):
    starts = [initial(inputs, hidden, seed) for seed in range(WIDTH)]
    found = in_lanes(PARITY[inputs], hidden, [0.5] * WIDTH, starts, 40)
    for lane, start in enumerate(starts):
        wanted = alone(PARITY[inputs], hidden, 0.5, start, 40)
        assert [a.tobytes() for a in found[lane]] == [a.tobytes() for a in wanted]


def test_20_000_iterations_of_many_seeds_are_the_same_bits_in_lanes_and_alone():
    starts = [initial(2, 4, seed) for seed in range(WIDTH)]
    rates = [0.02 * 2**lane for lane in range(WIDTH)]  # from the article's to such as saturate at once
    found = in_lanes("xor", 4, rates, starts, 20_000)
    for lane, start in enumerate(starts):
        wanted = alone("xor", 4, rates[lane], start, 20_000, kernel.compiled(2, 4))
        assert [a.tobytes() for a in found[lane]] == [a.tobytes() for a in wanted]


@pytest.mark.parametrize("hidden", [3, 4])
def test_huge_infinite_and_missing_numbers_stay_in_their_lane_and_are_those_of_the_plain_kernel(hidden):
    starts, values = [], (1.0, 1e3, 1e300, 1.7e308, np.inf, -np.inf, np.nan, 1.0)
    for value in values:
        start = np.full(hidden * 4 + 1, value)
        start[::2] *= -1
        starts.append(start)
    found = in_lanes("xor", hidden, [1e308] * 7 + [0.5], starts, 5)
    for lane, start in enumerate(starts):
        for here, there in zip(found[lane], alone("xor", hidden, 1e308 if lane < 7 else 0.5, start, 5), strict=True):
            # A nan is a nan: which of its bits are set carries no meaning.
            np.testing.assert_array_equal(here, there)
    assert np.isfinite(found[-1][0]).all()


def test_a_lane_under_its_bound_ends_the_stretch_after_that_iteration():
    starts = [initial(2, 4, seed) for seed in range(WIDTH)]
    table, errors = truth_table("xor"), np.empty((500, WIDTH))
    (sums,) = {tuple(alone("xor", 4, 0.5, starts[3], 500)[1])}
    bound = np.full(WIDTH, -np.inf)
    bound[3] = sums[200]  # the sum of iteration 201: not under it
    parameters = np.stack(starts, axis=1)
    first = train_lanes(table, 4, parameters, np.full(WIDTH, 0.5), bound, errors)
    assert first == next(k for k, value in enumerate(sums, 1) if value < sums[200])
    assert errors[first - 1, 3] == sums[first - 1]


# --- a block that starts come into and leave


class Block:
    """What `block_trainer` keeps between two calls, and what it has given out."""

    def __init__(self, task="xor", hidden=4, target=0.01, marks=(1, 7, 100, 400), room=500):
        table = self.table = truth_table(task)
        self.hidden, self.target, self.marks, self.room = hidden, target, np.array(marks), room
        self.parameters, self.rate = np.zeros((hidden * (table.inputs + 2) + 1, WIDTH)), np.zeros(WIDTH)
        self.number, self.done = np.full(WIDTH, -1), np.zeros(WIDTH, np.int64)
        self.curve = np.zeros((WIDTH, len(marks)))
        self.found = {}

    def train(self, seeds, rates, low=0.0, high=1.0, budget=10**9, drain=True):
        n = len(seeds)
        ended, errors = np.zeros((self.room, 3), np.int64), np.zeros(self.room)
        curves = np.zeros((self.room, len(self.marks)))
        seeds = np.array(seeds, np.int64)
        taken, out = block_trainer()(
            lane_trainer(self.table.inputs, self.hidden).address, self.hidden,
            self.parameters, self.rate, self.number, self.done, self.curve,
            seeds, seeds, np.full(n, low), np.full(n, high - low), np.array(rates, float),
            self.table.x1.reshape(-1), self.table.t, self.target, self.marks, budget, drain, ended, errors, curves,
        )  # fmt: skip
        for k in range(out):
            seed, iterations, wrong = ended[k].tolist()
            self.found[seed] = (iterations, wrong, errors[k], curves[k].tolist())
        return taken, out


def by_hand(task, hidden, rate, seed, target, marks, low=0.0, high=1.0):
    """The same start, one after the other: iterations, wrong samples, last ΣE, ΣE at the marks."""
    table = truth_table(task)
    start = low + (high - low) * Recipe(task, hidden, seed).initial_parameters()
    train = kernel.compiled(table.inputs, hidden)
    _, sums = alone(task, hidden, rate, start, marks[-1], train)
    ends = [k for k, value in enumerate(sums, 1) if not value >= target]
    end = ends[0] if ends else marks[-1]
    parameters, _ = alone(task, hidden, rate, start, end, train)
    wrong = 0
    for k in range(table.samples):
        x4 = kernel.output(parameters.tolist(), table.x1[k].tolist(), hidden)
        wrong |= (not (x4 > 0.5 if table.t[k] else x4 < 0.5)) << k
    return end, wrong, sums[end - 1], [sums[min(mark, end) - 1] for mark in marks]


@pytest.mark.parametrize(
    ("task", "hidden", "low", "high", "target"),
    [("xor", 4, 0.0, 1.0, 0.01), ("xor", 3, -1.0, 1.0, 0.01), ("parity3", 5, 0.0, 4.0, 0.95)],
)
def test_each_start_ends_as_it_does_alone(task, hidden, low, high, target):
    block = Block(task, hidden, target)
    seeds, rates = range(40), [(0.1, 0.5, 5.0)[seed % 3] for seed in range(40)]
    assert block.train(seeds, rates, low, high) == (40, 40)
    assert sorted(block.found) == list(seeds)
    for seed in seeds:
        assert block.found[seed] == by_hand(task, hidden, rates[seed], seed, target, (1, 7, 100, 400), low, high)
    reached = [found[2] < target for found in block.found.values()]
    assert any(reached)
    assert not all(reached)


def test_budgets_hands_and_room_leave_no_trace():
    at_once, in_parts = Block(), Block(room=WIDTH + 1)
    seeds, rates = list(range(50)), [(0.1, 0.5, 5.0)[seed % 3] for seed in range(50)]
    at_once.train(seeds, rates)
    waiting = 0
    for call in range(10_000):
        hand = slice(waiting, waiting + 5)
        taken, _ = in_parts.train(seeds[hand], rates[hand], budget=1 + call * 7 % 31, drain=waiting >= 50)
        waiting += taken
        if len(in_parts.found) == 50:
            break
    assert in_parts.found == at_once.found


def test_a_start_without_a_number_ends_there_with_every_sample_wrong():
    block = Block()
    block.train([0, 1], [0.5, 0.5], low=-1.7e308, high=1.7e308)
    for iterations, wrong, error, _ in block.found.values():
        assert np.isnan(error)
        assert wrong == 0b1111
        assert iterations < 400


@pytest.mark.parametrize("seed", [0, 1, 2**31, 2**32 - 1])
def test_a_start_begins_with_the_recipe_s_parameters(seed):
    block = Block(marks=(1,))
    block.train([seed], [0.02])
    assert block.found[seed] == by_hand("xor", 4, 0.02, seed, 0.01, (1,))


def assembly(function):
    """The machine code of a C function; Numba keeps the text of what it has compiled itself only."""
    again = cfunc(function._sig, error_model="numpy")(function._pyfunc)
    return again._library.get_asm_str()


@pytest.mark.parametrize("hidden", [2, 4])
def test_the_machine_code_of_the_lanes_contracts_nothing_calls_no_exponential_and_is_in_vectors(hidden):
    code = assembly(lane_trainer(2, hidden))
    assert not re.search(r"\bv?fn?m(add|sub|la|ls)", code)
    assert not re.search(r"\b(call|bl)\b.*exp", code)
    if platform.machine() in ("x86_64", "AMD64"):
        assert re.search(r"\bv?divpd", code)
        assert not re.search(r"\bv?(div|mul)sd", code)
