"""How much room the panes need for a network of this size. A pane's height must not depend on the phase it shows."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache

from tui_backprop.calculus.network.quantities import Phase
from tui_backprop.training.network.snapshot import Snapshot
from tui_backprop.tui.kit.matrix_layout import layout
from tui_backprop.tui.network.arrangement import INSPECTOR
from tui_backprop.tui.network.matrix_views import (
    Look,
    computation_views,
    jacobian_views,
    parameter_views,
    phase_views,
    signs_of_inputs,
)

EDGE = 1
"""What stands at the left of a board and says that it has the focus."""

LEAST_WIDTH = 116
"""The width in which the forward pass of the article's network is one line."""

MOST_WIDTH = 300
MOST_SAMPLES = 8
_VIEWS = {"loss": 9, "network": 13, "map": 13, "reports": 4}
_TERM = (19, 26)
"""The characters of a product of a sum as symbols and as numbers."""

_OTHER_LINES = 6
"""The frame, the running sums, the result, and what it means."""

_BOARDS = {"computation": computation_views, "parameters": parameter_views, "jacobians": jacobian_views}


class Heights:
    """Knows the sizes of the network that is shown."""

    def __init__(self) -> None:
        self._sizes = (2, 4, 4, 1)
        self.turned = False

    def take(self, snapshot: Snapshot) -> bool:
        """Take the sizes of a snapshot; True where they are other ones."""
        sizes = (snapshot.inputs, snapshot.hidden, snapshot.samples, signs_of_inputs(snapshot))
        changed = sizes != self._sizes
        self._sizes = sizes
        return changed

    def need(self, pane: str, width: int) -> int:
        """The lines that a pane needs at this width."""
        inputs, hidden, samples, signs = self._sizes
        if pane == "samples":
            return min(samples, MOST_SAMPLES) + 3
        if pane == INSPECTOR:
            # The longest explanation is the output's: a product for each hidden unit and the bias, in signs and in numbers.
            return _OTHER_LINES + sum(-(-(hidden + 1) * term // max(width - 2, 1)) for term in _TERM)
        return _VIEWS[pane] if pane in _VIEWS else _board(pane, width, inputs, hidden, self.turned, signs)

    def main_width(self) -> int:
        """The width in which no matrix of the boards is cut, nor its transpose: turning them over moves no pane."""
        inputs, hidden, _, signs = self._sizes
        return max(_whole_width(inputs, hidden, turned, signs) for turned in (False, True))


@cache
def _whole_width(inputs: int, hidden: int, turned: bool, signs: int) -> int:
    """The least width in which all columns of all boards are shown; MOST_WIDTH where even that is too little."""

    def is_whole(width: int) -> bool:
        room = width - EDGE
        looks = [
            Look(inputs, hidden, phase, room, turned, signs=signs) for phase in (Phase.THETA1_GRADIENT, Phase.UPDATE)
        ]
        shown = [views(look) for look in looks for views in (phase_views, *_BOARDS.values())]
        return not any(block.is_window for views in shown for block in layout(views, room).blocks)

    if is_whole(LEAST_WIDTH):  # as nearly every network is
        return LEAST_WIDTH
    return LEAST_WIDTH + bisect_left(range(LEAST_WIDTH, MOST_WIDTH), True, key=is_whole)


@cache
def _board(pane: str, width: int, inputs: int, hidden: int, turned: bool, signs: int) -> int:
    room = max(width - EDGE, 1)
    if pane == "phase":
        looks = [Look(inputs, hidden, phase, room, turned, signs=signs) for phase in Phase]
        return max(layout(phase_views(look), room).height for look in looks)
    return layout(_BOARDS[pane](Look(inputs, hidden, Phase.UPDATE, room, turned, signs=signs)), room).height
