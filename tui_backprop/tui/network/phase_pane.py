"""The equation of the phase: what it computes, from what."""

from __future__ import annotations

from collections.abc import Iterable

from tui_backprop.training.network.snapshot import Snapshot
from tui_backprop.tui.kit.matrix_layout import MatrixView
from tui_backprop.tui.network.matrix_views import Look, phase_views, rest_of_the_cycle, rest_views
from tui_backprop.tui.network.quantity_board import QuantityBoard


class PhasePane(QuantityBoard):
    """Operands, product and result, whole at 80 columns; under them, where there is room, the rest of the cycle."""

    alone = True
    """Whether the other boards are out of sight, so that it is for this one to show what they would."""

    _scrolled_for: tuple[object, ...] = ()
    """The equation, and the room for it, that it was scrolled for; from then on it is the reader who scrolls."""

    def show(self, snapshot: Snapshot) -> None:
        """Take a snapshot; of another equation than before have the result in sight, which may be far below its operands."""
        super().show(snapshot)
        room = self.container_size
        equation = (snapshot.phase, snapshot.inputs, snapshot.hidden, self.turned, room)
        if room.height and equation != self._scrolled_for:
            self._scrolled_for = equation
            if self.cursor is None:
                self.scroll_to(y=self._top_for_the_result(room.height), animate=False, force=True)

    def _top_for_the_result(self, height: int) -> int:
        """The first line that shows the whole result and else as many of its rows as there is room for, as far up as can be."""
        result = next((block for block in self.board.blocks if block.view.tone == "result"), None)
        if result is None:
            return 0
        return max(min(result.y - result.view.above, result.y + result.lines - height), 0)

    def views(self, look: Look) -> Iterable[MatrixView]:
        """The matrices of the equation."""
        height = self.container_size.height if self.alone else 0
        rest = rest_of_the_cycle(look.inputs, look.hidden, look.phase, look.width, height, look.turned, look.signs)
        return [*phase_views(look), *rest_views(look, rest)]
