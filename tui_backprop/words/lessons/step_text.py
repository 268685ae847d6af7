"""What a step of a lesson says."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class StepText:
    """The sentences of one step.

    `say` is one to three sentences, `do` what to do with the keys, `ask` the question. The first of `choices` is the right
    one, and `reasons` has a sentence for each of the others: why it is wrong. `hint` helps after a wrong answer, and
    `after` says what has been found once the step is done.
    """

    say: str
    do: str = ""
    ask: str = ""
    choices: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    hint: str = ""
    after: str = ""
