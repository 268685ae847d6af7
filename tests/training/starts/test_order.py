"""Ends in any order, handed on in the order of their numbers."""

import numpy as np

from tui_backprop.training.starts.order import InOrder
from tui_backprop.training.starts.plan import Plan
from tui_backprop.training.starts.results import ROW


def rows(*numbers):
    return np.array([(number, 10 + number, 0, 0.001) for number in numbers], ROW)


def taken(order, all_of_them=False):
    return [result.number for result in order.take(all_of_them)]


def test_a_start_waits_for_all_before_it_and_for_none_after_it():
    order = InOrder(Plan(starts=9))
    order.add(rows(2, 0))
    assert taken(order) == [0]
    order.add(rows(4))
    assert taken(order) == []
    order.add(rows(1))
    assert taken(order) == [1, 2]
    order.add(rows(3, 5))
    assert taken(order) == [3, 4, 5]


def test_at_the_end_gaps_are_left_out():
    order = InOrder(Plan(starts=9))
    order.add(rows(7, 3))
    order.add(rows(5))
    assert taken(order, all_of_them=True) == [3, 5, 7]
    assert taken(order, all_of_them=True) == []


def test_each_end_is_the_one_of_its_number():
    order = InOrder(Plan(starts=40))
    rest = np.random.RandomState(0).permutation(40).tolist()
    seen = []
    while rest:
        part, rest = rest[:7], rest[7:]
        order.add(rows(*part))
        seen += [(result.number, result.iterations) for result in order.take()]
    assert seen == [(number, 10 + number) for number in range(40)]
