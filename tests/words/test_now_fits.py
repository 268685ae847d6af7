"""Why a phase matters is said in one line of the smallest screen, in every language."""

from __future__ import annotations

import inspect
import re
from itertools import product

import pytest
from rich.cells import cell_len

from tui_backprop.explain.network.now import now
from tui_backprop.explain.plain import skinned, wear_plain
from tui_backprop.explain.typeset import number
from tui_backprop.training.network.recipe import Recipe
from tui_backprop.training.network.session import Session
from tui_backprop.tui.network.now_lines import shortened
from tui_backprop.words import LANGUAGES, sentence, speak, words
from tui_backprop.words.network_screen import NetworkScreenWords

ROOM = 78
"""80 columns without the padding."""

OUTPUTS = {"before": "0.123456", "after": "0.123457", "label": "0"}
OFFS = [{"off": off, "output": "0.9999", "label": "1"} for off in ("low", "high", "exact")]
CYCLE, ITERATION = "1,000,000,000", "250,000,000"

WIDEST = {
    "why_start": [{"parameters": 97}],
    "why_sums": [{"unit": 16, "value": "−12.3456"}, {"unit": 16, "value": "−1.23e−10"}],
    "why_outputs": [{"unit": 16, "value": "1.23e−10"}],
    "why_saturated": [{"units": (1, 2, 3, 4), "slope": "0.02"}],
    "why_answer": [{"output": "1.23e−10", "answer": answer, "slope": "1.23e−10"} for answer in (0, None)],
    "why_error": [{**off, "side": side} for off, side in product(OFFS, ("right", "wrong", "half", "none"))],
    "why_theta2": [{**off, "all": every} for off, every in product(OFFS, (True, False))],
    "why_still": [{**off, "parameter": "θ⁽²⁾"} for off in OFFS[:2]],
    "why_theta1": [
        {**off, "up": up, "down": down, "zeros": zeros}
        for off in OFFS
        for up, down in (((1, 2, 3, 4), ()), ((), (1, 2, 3, 4)), ((1, 2), (3, 4)), ((1, 2, 3), (4,)), ((2,), ()))
        for zeros in ((), (1,), (1, 2))
    ],
    "why_vanishes": [{"largest": "1.23e−10", "reason": reason} for reason in ("output", "weights", "units")],
    "why_equal_units": [{"one": 15, "other": 16}],
    "why_moves": [OUTPUTS],
    "why_answer_stays": [{"output": "0.123456"}],
    "why_overshoots": [OUTPUTS],
    "why_stale": [{}],
    "why_reached": [{"error": "0.000123457", "iteration": ITERATION}],
    "why_diverged": [{"cycle": CYCLE, "cell": "θ⁽¹⁾₁₆,₂"}],
    "why_plateau": [
        {"error": "0.6931", "reason": reason, "share": "0.05", "largest": "1.23e−10"}
        for reason in ("cancel", "small", "steps")
    ],
}
"""The values that make each sentence as long as it gets in a run of a table of two inputs."""


@pytest.fixture(params=LANGUAGES, autouse=True)
def _language(request: pytest.FixtureRequest) -> None:
    speak(request.param)


def room_left(event: str) -> int:
    name = words().network_screen.events.get(event, "")
    return ROOM - (cell_len(f" ▲ {name}   ") if name else 0)


def test_every_sentence_of_a_phase_is_tried() -> None:
    assert set(WIDEST) == {name for name, _ in inspect.getmembers(NetworkScreenWords) if name.startswith("why_")}


@pytest.mark.parametrize("name", WIDEST)
def test_a_sentence_is_whole_at_80_columns(name: str) -> None:
    room = room_left(name.removeprefix("why_"))
    said = [getattr(words().network_screen, name)(**values) for values in WIDEST[name]]
    assert {text: cell_len(text) for text in said if cell_len(text) > room} == {}


def test_the_sentences_of_a_run_of_xor_are_whole_at_80_columns() -> None:
    session = Session()
    session.timeline.arithmetic.compile()
    for cycle in (0, 1, 2, 3, 4, 8_000, 40_000, 80_000, 160_000, 199_990):
        session.go_to(cycle)
        for _ in range(8):
            said = now(session.snapshot())
            assert cell_len(sentence(said.why)) <= room_left(said.event), sentence(said.why)
            session.step_phase(True)


@pytest.mark.parametrize("hidden", [1, 4, 9, 16])
@pytest.mark.parametrize("plain", [False, True])
def test_the_line_in_numbers_has_its_first_terms_and_its_result_at_80_columns(hidden: int, plain: bool) -> None:
    wear_plain(plain)
    session = Session(Recipe("xor", hidden=hidden))
    session.go_to(6)
    for _ in range(8):
        whole = skinned(now(session.snapshot()).numbers)
        line = shortened(whole, ROOM)
        assert cell_len(line) <= ROOM
        assert line.startswith(whole[:20])
        assert line.endswith(whole[-20:])
        session.step_phase(True)
    wear_plain(False)


def test_an_entry_has_the_digits_of_its_matrix_wherever_it_stands_in_the_line_in_numbers() -> None:
    session = Session()
    session.go_to(5)
    for phase in range(8):
        snapshot = session.snapshot()
        on_the_boards = {
            number(value).strip(" +").replace("-", "−") for array in snapshot.values.values() for value in array.flat
        }
        as_given = {"0", "1", "2", "0.02"}
        for text in re.findall(r"−?[0-9][0-9.]*(?:e−?[0-9]+)?", now(snapshot).numbers.replace("½", "")):
            assert {text, f"−{text}"} & (on_the_boards | as_given), (phase, now(snapshot).numbers)
        session.step_phase(True)
