"""Why a phase matters is said in one line of the smallest screen."""

from __future__ import annotations

from rich.cells import cell_len

from tui_backprop.explain.network.now import now
from tui_backprop.training.network.session import Session
from tui_backprop.words import sentence, words

ROOM = 78
"""80 columns without the padding."""


def test_the_sentences_of_a_run_of_xor_are_whole_at_80_columns() -> None:
    session = Session()
    for cycle in (0, 1, 2, 3, 4, 8_000, 40_000, 80_000, 160_000, 199_990):
        session.go_to(cycle)
        for _ in range(8):
            said = now(session.snapshot())
            event = f" ▲ {words().network_screen.events[said.event]}  " if said.event else ""
            assert cell_len(event + sentence(said.why)) <= ROOM, sentence(said.why)
            session.step_phase(True)
