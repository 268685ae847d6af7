"""A table of one's own: what is read, and what is refused at which row and column."""

import hashlib
import struct

import numpy as np
import pytest

from tui_backprop.calculus.fact import InputError
from tui_backprop.calculus.network.own_data import OwnData, read_table

ROWS = ((0.0, 0.25, 1.0), (-1.5, 2.0, 0.5))


@pytest.mark.parametrize(
    "text",
    [
        "0,0.25,1\n-1.5,2,.5",
        "a,b,label\n0,0.25,1\n-1.5,2,.5\n",
        "0;0.25;1\r\n-1.5;2;.5\r\n",
        "0;0,25;1\r\n-1,5;2;0,5\r\n",
        "0\t0,25\t1\n−1.5\t2\t5e-1\n",
        '"first","second","label"\n"0","0.25","1"\n"-1.5","2","0.5"',
        "\n , , \n0, 0.25, 1\n\n-1.5, 2, 0.5\n,,\n",
        "-0.0,0.25,1\n-1.5,2,0.5",
    ],
    ids=["plain", "head", "semicolons", "decimal commas", "tabs", "quoted", "blank lines", "a zero with a sign"],
)
def test_a_table_is_the_same_however_it_is_spelt(text):
    assert read_table(text, "own.csv") == OwnData("own.csv", ROWS)
    assert read_table(text, "own.csv").checksum == OwnData("other.csv", ROWS).checksum


def test_the_last_column_is_the_label():
    table = OwnData("own.csv", ((1, 2, 3, 0.25), (4, 5, 6, 1))).table
    assert table.x1.tolist() == [[1, 2, 3], [4, 5, 6]]
    assert table.t.tolist() == [0.25, 1]
    assert (table.inputs, table.samples, table.decided) == (3, 2, False)
    assert not table.x1.flags.writeable
    assert not table.t.flags.writeable


def test_the_checksum_is_that_of_the_columns_and_the_numbers():
    numbers = struct.pack("<6d", *ROWS[0], *ROWS[1])
    assert OwnData("own.csv", ROWS).checksum == hashlib.sha256(b"3\n" + numbers).hexdigest()[:16]


@pytest.mark.parametrize(
    ("text", "code", "values"),
    [
        ("", "empty", {}),
        ("a,b,t\n", "empty", {}),
        ("0,0\n", "columns", {"row": 1, "columns": 2}),
        ("7\n", "columns", {"row": 1, "columns": 1}),
        ("0,0,0,0,0,1\n", "columns", {"row": 1, "columns": 6}),
        ("a,b,t\n0,0,0,1\n", "cell_too_many", {"row": 2, "column": 4, "columns": 3}),
        ("0,0,1\n0,0,1,\n", "cell_too_many", {"row": 2, "column": 4}),
        ("a,b,t\n0,1,1\n0,1\n", "cell_missing", {"row": 3, "column": 3}),
        ("0,1,1\n\n0,,1\n", "cell_missing", {"row": 3, "column": 2}),
        ("0,1,1\n0,x,1\n", "no_number", {"row": 2, "column": 2, "text": "x"}),
        ("a,1,t\n0,0,1\n", "no_number", {"row": 1, "column": 1, "text": "a"}),
        ("0,nan,1\n", "no_number", {"row": 1, "column": 2, "text": "nan"}),
        ("0,0,1\n1,-inf,1\n", "no_number", {"row": 2, "column": 2, "text": "-inf"}),
        ("0,1e999,1\n", "no_number", {"row": 1, "column": 2, "text": "1e999"}),
        ("0,1_0,1\n", "no_number", {"row": 1, "column": 2, "text": "1_0"}),
        ("0,0,1\n0,1,1.5\n", "label_out_of_range", {"row": 2, "column": 3, "text": "1.5"}),
        ("0,0,-1e-9\n", "label_out_of_range", {"row": 1, "column": 3}),
        ("a,b,t\n" + "0,1,1\n" * 65, "too_many_rows", {"row": 66, "most": 64}),
        ('0,"' + "1" * 200_000 + '",1\n', "no_text", {}),
    ],
)
def test_what_is_no_table_is_refused_with_its_row_and_column(text, code, values):
    with pytest.raises(InputError) as refused:
        read_table(text, "own.csv")
    assert refused.value.fact.code == code
    assert values.items() <= refused.value.fact.values.items()


def test_sixty_four_rows_are_taken():
    assert read_table("0,1,1\n" * 64, "own.csv").table.samples == 64


@pytest.mark.parametrize(
    ("name", "rows", "code"),
    [
        ("own.csv", (), "empty"),
        ("own.csv", ((0, 0, 1), (0, 1)), "cell_missing"),
        ("own.csv", ((0, np.nan, 1),), "no_number"),
        ("own.csv", ((0, 0, 2),), "label_out_of_range"),
        ("own.csv", ((0, 0, 1),) * 65, "too_many_rows"),
        ("a\x1b[31m.csv", ROWS, "no_name"),
        ("", ROWS, "no_name"),
        ("x" * 1001, ROWS, "no_name"),
    ],
)
def test_a_table_made_of_numbers_keeps_to_the_same_limits(name, rows, code):
    with pytest.raises(InputError) as refused:
        OwnData(name, rows)
    assert refused.value.fact.code == code


@pytest.mark.parametrize(
    ("name", "title"), [("own.csv", "own.csv"), ("data/own.csv", "own.csv"), (r"C:\data\own.csv", "own.csv")]
)
def test_the_title_is_the_name_without_its_folder(name, title):
    assert OwnData(name, ROWS).title == title
