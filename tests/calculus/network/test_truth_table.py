import numpy as np
import pytest

from tui_backprop.calculus.network.truth_table import TASKS, truth_table, window


@pytest.mark.parametrize(
    ("task", "labels"),
    [
        ("xor", [0, 1, 1, 0]),
        ("xnor", [1, 0, 0, 1]),
        ("and", [0, 0, 0, 1]),
        ("or", [0, 1, 1, 1]),
        ("nand", [1, 1, 1, 0]),
        ("nor", [1, 0, 0, 0]),
        ("parity3", [0, 1, 1, 0, 1, 0, 0, 1]),
        ("parity4", [0, 1, 1, 0, 1, 0, 0, 1, 1, 0, 0, 1, 0, 1, 1, 0]),
    ],
)
def test_each_task_has_its_labels_in_the_order_of_counting(task, labels):
    table = truth_table(task)
    assert table.name == task
    assert table.t.tolist() == labels
    assert table.samples == len(labels)
    bits = table.x1.astype(int).tolist()
    assert [int("".join(map(str, row)), 2) for row in bits] == list(range(len(labels)))
    assert table.inputs == len(bits[0])


def test_the_tasks_are_these_eight():
    assert TASKS == ("xor", "xnor", "and", "or", "nand", "nor", "parity3", "parity4")


def test_the_article_s_rows_come_round_in_order():
    table = truth_table("xor")
    assert [table.sample_of(cycle) for cycle in range(1, 10)] == [0, 1, 2, 3, 0, 1, 2, 3, 0]


@pytest.mark.parametrize("task", TASKS)
def test_a_table_is_float64_and_cannot_be_written_to(task):
    table = truth_table(task)
    for array in (table.x1, table.t):
        assert array.dtype == np.float64
        with pytest.raises(ValueError, match="read-only"):
            array[0] = 1


def test_an_unknown_task_is_refused_with_the_names_of_all():
    with pytest.raises(
        ValueError, match=r"no_task: task='imply', tasks='xor, xnor, and, or, nand, nor, parity3, parity4"
    ):
        truth_table("imply")


def test_a_map_shows_the_square_of_0_and_1_or_as_far_as_the_samples_reach_and_a_fifth_more():
    assert truth_table("parity4").window == ((-0.2, 1.2), (-0.2, 1.2))
    assert window(np.array([[0.3, 0.4]])) == ((-0.2, 1.2), (-0.2, 1.2))
    assert window(np.array([[-10.0, 3.0], [30.0, 3.0]])) == ((-18.0, 38.0), (0.0, 6.0))
