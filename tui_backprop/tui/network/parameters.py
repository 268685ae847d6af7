"""θ1 and θ2, their gradients, and the last change."""

from __future__ import annotations

from collections.abc import Iterable

from tui_backprop.tui.kit.matrix_layout import MatrixView
from tui_backprop.tui.network.matrix_views import Look, parameter_views
from tui_backprop.tui.network.quantity_board import QuantityBoard


class ParametersPane(QuantityBoard):
    """What is learned."""

    def views(self, look: Look) -> Iterable[MatrixView]:
        """θ, ∇θ and Δθ."""
        return parameter_views(look)
