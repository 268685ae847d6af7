"""A session as a file: it comes back bit for bit, and a file that is none, or lies, is one sentence."""

from __future__ import annotations

import hashlib
import json
import math
import struct
from contextlib import suppress
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui_backprop.calculus.fact import InputError
from tui_backprop.calculus.network.own_data import OwnData
from tui_backprop.calculus.network.quantities import Phase
from tui_backprop.training.network import timeline as timeline_module
from tui_backprop.training.network.recipe import Recipe
from tui_backprop.training.network.session import Session
from tui_backprop.training.saving import saved
from tui_backprop.training.saving.container import NAME, pack, unpack
from tui_backprop.training.saving.saved import read, written

pytestmark = pytest.mark.usefixtures("machine_code")


def long_session() -> Session:
    session = Session(Recipe(seed=3, learning_rate=0.5))
    session.go_to(9_001)
    session.mark("early")
    session.set_parameter("theta1[2,0]", -1.5)
    session.keep()
    session.go_to(13_002)
    session.change_view("log")
    session.change_view("spread")
    session.step_phase(False)
    return session


LONG = written(long_session(), "chain")


def assert_the_same(one: Session, two: Session) -> None:
    assert (one.recipe, one.cycle, one.phase, one.view) == (two.recipe, two.cycle, two.phase, two.view)
    assert (one.marks, one.until_error, one.furthest) == (two.marks, two.until_error, two.furthest)
    assert [kept.label for kept in one.kept] == [kept.label for kept in two.kept]
    for a, b in [
        (one.timeline, two.timeline),
        *((a.timeline, b.timeline) for a, b in zip(one.kept, two.kept, strict=True)),
    ]:
        assert a.checkpoints.tobytes() == b.checkpoints.tobytes()
        assert a.curve.rows.tobytes() == b.curve.rows.tobytes()
        assert (a.curve.count, a.curve.width, a.spacing) == (b.curve.count, b.curve.width, b.spacing)
        assert a.pending.tobytes() == b.pending.tobytes()
        assert (a.reports, a.divergence) == (b.reports, b.divergence)


def test_a_session_comes_back_as_it_was():
    session, screen = read(LONG)
    assert screen == "chain"
    assert_the_same(session, long_session())


def test_what_came_back_goes_on_as_if_it_had_never_been_away():
    session, _ = read(LONG)
    never_away = long_session()
    for each in (session, never_away):
        each.go_to(30_003)
        each.go_to(5_555)
    assert session.snapshot().values["theta1"].tobytes() == never_away.snapshot().values["theta1"].tobytes()
    assert_the_same(session, never_away)


def test_a_run_that_left_the_finite_numbers_comes_back_and_says_so_again():
    session = Session(Recipe())
    session.go_to(41)
    values = {"theta2[0,0]": 0.0, "theta2[0,1]": 1e10, "theta2[0,2]": -1e10, "theta2[0,3]": 0.0, "theta2[0,4]": 0.0}
    values |= {f"theta1[{i},{j}]": 0.5 for i in range(2) for j in range(3)}
    for name, value in values.items():
        session.set_parameter(name, value)
    session.set_learning_rate(1e308)
    session.go_to(50)
    assert session.divergence is not None
    back, _ = read(written(session))
    assert_the_same(back, session)
    assert back.divergence == session.divergence


@settings(max_examples=25, deadline=None)
@given(
    st.sampled_from(["xor", "and", "parity3"]),
    st.integers(1, 3),
    st.floats(0.01, 5),
    st.lists(
        st.one_of(
            st.tuples(st.just("go"), st.integers(0, 400)),
            st.tuples(st.just("phase"), st.booleans()),
            st.tuples(st.just("edit"), st.floats(-2, 2)),
            st.tuples(st.just("keep"), st.none()),
            st.tuples(st.just("mark"), st.sampled_from("abc")),
            st.tuples(st.just("undo"), st.none()),
        ),
        max_size=12,
    ),
)
def test_every_session_comes_back(task, hidden, rate, steps):
    session = Session(Recipe(task, hidden, 1, rate), until_error=0.1)
    for what, value in steps:
        match what:
            case "go":
                session.go_to(value)
            case "phase":
                session.step_phase(value)
            case "edit":
                session.set_parameter("theta1[0,1]", value)
            case "keep" if len(session.kept) < 8:
                session.keep()
            case "mark":
                session.mark(value)
            case "undo":
                session.undo()
            case _:
                pass
    assert_the_same(read(written(session))[0], session)


def test_a_run_with_thinned_checkpoints_and_a_thinned_curve_comes_back(monkeypatch):
    monkeypatch.setattr(timeline_module, "MOST_CHECKPOINTS", 4)
    session = Session(Recipe(hidden=1))
    session.timeline.curve._capacity = 64
    session.go_to(40_000)
    assert session.timeline.spacing > timeline_module.SPACING
    assert session.timeline.curve.width > 1
    back, _ = read(written(session))
    assert_the_same(back, session)
    assert all(back.timeline.agrees(k) for k in range(40_000 // back.timeline.spacing + 1))


# --- files that are none


def code_of(data: bytes) -> str:
    with pytest.raises(InputError) as caught:
        read(data)
    assert caught.value.fact.subject == "saving"
    return caught.value.fact.code


@pytest.mark.parametrize("data", [b"", b"x", b"PK\x03\x04", NAME, NAME + b"1", NAME + b"x 4\n{}", b"\x80\x04\x95"])
def test_another_file_is_no_run(data):
    assert code_of(data) == "no_run"


def test_a_newer_file_is_named_so():
    assert code_of(LONG.replace(b"run 1 ", b"run 2 ", 1)) == "newer"


@given(st.integers(len(NAME) + 12, len(LONG) - 1))
def test_a_file_cut_off_anywhere_is_damaged(length):
    assert code_of(LONG[:length]) in ("damaged", "no_run")


@given(st.integers(len(NAME) + 12, len(LONG) - 1), st.integers(1, 255))
def test_any_other_byte_is_found(at, change):
    data = bytearray(LONG)
    data[at] ^= change
    assert code_of(bytes(data)) == "damaged"


def forged(**changes: Any) -> bytes:
    """The file with other entries and a checksum that is right: what a hostile hand would write."""
    header, arrays = unpack(LONG)
    for name, value in changes.items():
        if name in arrays or name.startswith("run."):
            arrays[name] = value
        elif name in header:
            header[name] = value
        else:
            header["run"][name] = value
    return pack(header, arrays)


@pytest.mark.parametrize(
    "changes",
    [
        {"furthest": 10**14},
        {"furthest": -1},
        {"furthest": True},
        {"furthest": 13_003},
        {"spacing": 1},
        {"spacing": 4_096 * 3},
        {"spacing": 2**40},
        {"width": 3},
        {"count": 2**40},
        {"cycle": 14_000},
        {"cycle": 0},
        {"phase": "WALK"},
        {"seed": -1},
        {"hidden": 10**9},
        {"hidden": "4"},
        {"task": "../../etc/passwd"},
        {"edits": ["9001:theta9[2,0]=1"]},
        {"edits": ["1:learning_rate=0.1"] * 10_001},
        {"edits": 7},
        {"learning_rate": "0.5"},
        {"weights": [0]},
        {"marks": [["a\x1b[2J", 1, "UPDATE"]]},
        {"marks": [["a" * 81, 1, "UPDATE"]]},
        {"marks": [["a", 1, "UPDATE"]] * 100},
        {"diverged": 17},
        {"kept": [{}]},
        {"kept": None},
        {"view": {}},
        {"view": {"whole": 1, "span": 5, "log": False, "samples": False}},
        {"until_error": -1},
        {"screen": "x" * 99},
        {"run": []},
        {"run.curve": np.zeros((2, 6))},
        {"run.curve": np.zeros(3)},
        {"run.pending": np.zeros(4)},
        {"run.reports": np.zeros(9)},
        {"run.checkpoints": np.zeros((1, 17))},
    ],
    ids=str,
)
def test_a_file_that_contradicts_itself_is_one_sentence(changes):
    assert code_of(forged(**changes)) == "inconsistent"


@pytest.mark.parametrize("value", [float("nan"), float("inf"), -1.0])
def test_numbers_that_no_run_has_are_refused(value):
    _, arrays = unpack(LONG)
    curve = arrays["run.curve"].copy()
    curve[3, 1] = value
    assert code_of(forged(**{"run.curve": curve})) == "inconsistent"


@pytest.mark.parametrize("row", [0, 1, -1])
def test_checkpoints_that_are_not_the_recipes_are_found_by_the_last_bit(row):
    _, arrays = unpack(LONG)
    checkpoints = arrays["run.checkpoints"].copy()
    checkpoints[row, 5] = np.nextafter(checkpoints[row, 5], 9)
    assert code_of(forged(**{"run.checkpoints": checkpoints})) == "not_its_recipe"


def test_a_curve_that_is_not_the_recipes_is_found_by_the_last_bit():
    _, arrays = unpack(LONG)
    curve = arrays["run.curve"].copy()
    curve[7] = np.nextafter(curve[7], 9)
    assert code_of(forged(**{"run.curve": curve})) == "not_its_recipe"


def test_another_seed_is_found():
    assert code_of(forged(seed=4)) == "not_its_recipe"


@pytest.mark.parametrize("shape", [[2**39], [-1], [1, 1, 1], [1.5], [True], "x", [2**62, 2**62]])
def test_no_size_is_believed(shape):
    text = json.dumps({"arrays": {"run.curve": shape}}).encode()
    data = NAME + b"1 %d\n" % len(text) + text + struct.pack("<d", 1)
    assert code_of(data + hashlib.sha256(data).digest()) == "inconsistent"


@pytest.mark.parametrize("text", [b"[]", b"{", b"null", b"[" * 100_000, b'{"arrays": []}', b'{"arrays": {}}', b"\xff"])
def test_no_header_is_believed(text):
    data = NAME + b"1 %d\n" % len(text) + text
    assert code_of(data + hashlib.sha256(data).digest()) == "inconsistent"


@settings(max_examples=60, deadline=None)
@given(
    st.recursive(
        st.none()
        | st.booleans()
        | st.integers()
        | st.floats(allow_nan=False, allow_infinity=False)
        | st.text(max_size=5),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
        max_leaves=8,
    ),
    st.sampled_from(sorted(unpack(LONG)[0])),
    st.sampled_from(sorted(unpack(LONG)[0]["run"])),
)
def test_whatever_stands_in_an_entry_is_read_or_refused(value, outer, inner):
    for changes in ({outer: value}, {inner: value}):
        with suppress(InputError):  # any other error fails the test
            read(forged(**changes))[0].snapshot()


def test_a_long_run_is_sampled_and_not_trained_anew(monkeypatch):
    replayed: list[int] = []
    agrees = timeline_module.Timeline.agrees

    def noticing(self: Any, index: int) -> bool:
        replayed.append(index)
        return agrees(self, index)

    monkeypatch.setattr(timeline_module.Timeline, "agrees", noticing)
    monkeypatch.setattr(saved, "REPLAYED", 3 * timeline_module.SPACING * 5)
    for hidden, stretches in ((1, 3), (3, 2)):  # of 5 and of 13 parameters
        session = Session(Recipe(hidden=hidden))
        session.go_to(60_000)
        replayed.clear()
        read(written(session))
        assert len(replayed) == stretches
        assert replayed[:2] == [0, 60_000 // timeline_module.SPACING]


def test_phases_are_kept_by_name_and_not_by_number():
    assert unpack(LONG)[0]["run"]["phase"] == Phase.THETA1_GRADIENT.name


# --- a table of one's own


def own_session() -> Session:
    data = OwnData("data/own.csv", ((0.5, -2.0, 0.25), (1e300, 0.1, 1.0), (0.0, 0.0, 0.5)))
    session = Session(Recipe("data", data=data, learning_rate=0.5))
    session.go_to(10_000)
    session.keep()
    session.set_task("xor")  # another number of samples: a run of its own, which still has the table at hand
    session.go_to(50)
    return session


def test_the_rows_travel_in_the_file():
    session = own_session()
    back, _ = read(written(session))
    assert_the_same(back, session)
    assert back.recipe.data == session.recipe.data
    assert back.kept[0].timeline.recipe.task == "data"
    back.switch(1)
    back.go_to(10_500)
    assert back.command().startswith("tui-backprop --data data/own.csv --data-checksum ")


@pytest.mark.parametrize(
    ("name", "rows"),
    [
        ("own.csv", [[0, 0, 2]]),
        ("own.csv", [[0, math.nan, 1]]),
        ("own.csv", [[0, 0, 1]] * 65),
        ("own.csv", [[0, 1]]),
        ("own.csv", [0, 0, 1]),
        ("own.csv", np.zeros((0, 3))),
        ("own\x1b[2J.csv", [[0, 0, 1]]),
        ("x" * 5_000, [[0, 0, 1]]),
        (7, [[0, 0, 1]]),
        ("own.csv", None),
        (None, [[0, 0, 1]]),
    ],
)
def test_a_table_that_is_none_is_refused(name, rows):
    header, arrays = unpack(written(own_session()))
    header["kept"][0]["data"] = name
    del arrays["kept0.data"]
    if rows is not None:
        arrays["kept0.data"] = np.array(rows, dtype=np.float64)
    with pytest.raises(InputError) as refused:
        read(pack(header, arrays))
    assert refused.value.fact.code == "inconsistent"


def test_rows_that_did_not_make_the_run_are_refused():
    header, arrays = unpack(written(own_session()))
    arrays["kept0.data"] = arrays["kept0.data"] * 0.5
    with pytest.raises(InputError) as refused:
        read(pack(header, arrays))
    assert refused.value.fact.code == "not_its_recipe"


def test_a_file_from_before_there_were_tables_of_ones_own_is_read():
    header, arrays = unpack(LONG)
    for entry in (header["run"], *header["kept"]):
        del entry["data"]
    assert_the_same(read(pack(header, arrays))[0], long_session())


def test_a_file_from_before_the_iterations_could_be_logarithmic_is_read():
    header, arrays = unpack(LONG)
    del header["view"]["spread"]
    session, _ = read(pack(header, arrays))
    assert (session.view.log, session.view.spread) == (True, False)


@pytest.mark.parametrize("name", ["\x1b[2J", "a\nb", "\x9d0;title\x9c", "x" * 81, "", 7])
def test_a_file_whose_mark_has_a_name_that_a_terminal_would_obey_is_refused(name):
    header, arrays = unpack(LONG)
    header["run"]["marks"] = [[name, 40, "UPDATE"]]
    with pytest.raises(InputError) as refused:
        read(pack(header, arrays))
    assert refused.value.fact.code == "inconsistent"
