"""The equation of the phase: what it computes, from what."""

from __future__ import annotations

from collections.abc import Iterable

from tui_backprop.tui.kit.matrix_layout import MatrixView
from tui_backprop.tui.network.matrix_views import Look, phase_views, rest_of_the_cycle, rest_views
from tui_backprop.tui.network.quantity_board import QuantityBoard


class PhasePane(QuantityBoard):
    """Operands, product and result, whole at 80 columns; under them, where there is room, the rest of the cycle."""

    alone = True
    """Whether the other boards are out of sight, so that it is for this one to show what they would."""

    def views(self, look: Look) -> Iterable[MatrixView]:
        """The matrices of the equation."""
        height = self.container_size.height if self.alone else 0
        rest = rest_of_the_cycle(look.inputs, look.hidden, look.phase, look.width, height, look.turned, look.signs)
        return [*phase_views(look), *rest_views(look, rest)]
