"""The phases as the screen names them."""

from __future__ import annotations

from tui_backprop.calculus.network.quantities import Phase
from tui_backprop.explain.network.notation import PHASES
from tui_backprop.words import words


def phase_label(phase: Phase) -> str:
    """The symbol of a phase, or its word."""
    ends = {Phase.START: words().network.start, Phase.UPDATE: words().network.update}
    return ends[phase] if phase in ends else PHASES[phase]
