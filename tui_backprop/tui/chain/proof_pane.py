"""The proof of the chain rule (1.3)-(1.5), with the numbers of the entry that is looked at."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from rich.text import Text

from tui_backprop.explain.chain.notation import partial, proof_equations, proof_heads
from tui_backprop.explain.typeset import column, significant
from tui_backprop.tui.chain.limit_table import small_step
from tui_backprop.tui.chain.symbols import ScrollPane
from tui_backprop.words import words

if TYPE_CHECKING:
    from tui_backprop.training.chain.study import ChainSnapshot

_STEP = 6
_COLUMN = 13


class ProofPane(ScrollPane):
    """The three equations, then one line for each h; the last column goes to 0."""

    def show(self, snapshot: ChainSnapshot) -> None:
        """Take a snapshot."""
        title = words().chain.proof_title(symbol=partial(*snapshot.proved))
        if title != self.border_title:
            self.border_title = title
        self.put(proof_text(snapshot))


def proof_text(snapshot: ChainSnapshot) -> Text:
    """The equations, the table and what follows from it; a sentence where there is no derivative."""
    say, pair = words().chain, snapshot.proved
    proof = snapshot.proof
    if proof is None:
        return Text(say.no_proof(symbol=partial(*pair)))
    sizes = snapshot.f.inputs, snapshot.f.outputs
    text = Text()
    for number, equation in proof_equations(pair.input, pair.output, *sizes):
        text.append(f"({number}) ", "bold").append(f"{equation}\n")
    text.append(say.bound(bound=significant(proof.bound, 4)) + "\n\n")
    heads = (*proof_heads(*sizes), say.left_over)
    text.append(" ".join(column(head, _COLUMN if place else _STEP) for place, head in enumerate(heads)) + "\n", "bold")
    for row in proof.rows:
        numbers = (row.k, row.k_by_h, row.rest_of_f, row.rest_of_g, row.left_over)
        line = " ".join(column(_number(value), _COLUMN) for value in numbers[:-1])
        text.append(f"{column(small_step(row.h), _STEP)} {line} ")
        text.append(column(_number(numbers[-1]), _COLUMN) + "\n", "bold")
    return text.append("\n" + say.proved(symbol=partial(*pair)))


def _number(value: float) -> str:
    if math.isnan(value):
        return "—"
    return "0" if value == 0 else f"{value:.3e}"
