"""What is said where a cycle is worked out."""

from __future__ import annotations

from typing import Protocol


class ExplainWords(Protocol):
    """What is said where a cycle is worked out."""

    # --- the command

    about: str
    epilog: str
    group: str
    """The title of the options that say what is worked out."""

    option_go_to: str
    option_what: str

    def option_phase(self, *, phases: str) -> str:
        """What --phase takes."""
        ...

    def progress(self, *, done: str, goal: str) -> str:
        """How many cycles of the way are done."""
        ...

    # --- the document

    def title(self, *, cycle: str) -> str:
        """The title: which cycle is worked out."""
        ...

    def place(self, *, iteration: str, sample: int, samples: int) -> str:
        """Where the cycle stands in its run."""
        ...

    def run(self, *, task: str, sizes: str, seed: int, alpha: str) -> str:
        """Which run it is."""
        ...

    def edited(self, *, cycle: str) -> str:
        """The run was changed by hand after this cycle, of whose numbers this is not one."""
        ...

    def given(self) -> str:
        """The title over sample, label and parameters."""
        ...

    def forward(self, *, symbol: str) -> str:
        """The title over a phase of the forward pass."""
        ...

    def backward(self, *, symbol: str) -> str:
        """The title over a gradient."""
        ...

    def update(self) -> str:
        """The title over the update."""
        ...

    def zeros(self, *, zeros: int, entries: int) -> str:
        """How many entries are zero by structure, and not worked out."""
        ...

    def vanishing(self, *, vanishing: int, terms: int) -> str:
        """How many of the terms of each entry of a product are zero by structure."""
        ...

    def rounding(self) -> str:
        """Why a script compares less strictly where the numbers are large."""
        ...

    def agreement(self, *, arrays: int) -> str:
        """What a script prints at its end: so many arrays agree with what it has recomputed."""
        ...

    # --- refusals

    def no_cycle(self) -> str:
        """Nothing is worked out before cycle 1."""
        ...

    def no_quantity(self, *, name: str, names: str) -> str:
        """There is no such quantity."""
        ...

    def no_phase(self, *, text: str, phases: str) -> str:
        """There is no such phase."""
        ...

    def no_moment(self) -> str:
        """Neither an iteration nor a cycle was named, or both."""
        ...

    def before_the_start(self, *, cycle: int) -> str:
        """A cycle below 0."""
        ...

    def data_and_task(self, *, task: str | None) -> str:
        """A table of one's own and another task were named."""
        ...

    def not_yet(self, *, name: str, phase: str, needed: str) -> str:
        """A quantity is computed in the phase `needed`, after `phase`."""
        ...
