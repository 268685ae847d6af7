"""Figure 3-2 of the article with the numbers of this cycle: x1, x2, x3, x4, E and the functions between them."""

from __future__ import annotations

from collections.abc import Iterable

from tui_backprop.tui.kit.matrix_layout import MatrixView
from tui_backprop.tui.network.matrix_views import Look, computation_views
from tui_backprop.tui.network.quantity_board import QuantityBoard


class ComputationPane(QuantityBoard):
    """The forward pass, its column vectors written as rows."""

    def views(self, look: Look) -> Iterable[MatrixView]:
        """The vectors, with the functions as arrows between them."""
        return computation_views(look)
