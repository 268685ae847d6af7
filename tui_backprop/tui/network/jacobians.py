"""The Jacobians in the order of the chain, so that ∇θ1 can be read off as their product."""

from __future__ import annotations

from collections.abc import Iterable

from tui_backprop.tui.kit.matrix_layout import MatrixView
from tui_backprop.tui.network.matrix_views import Look, jacobian_views
from tui_backprop.tui.network.quantity_board import QuantityBoard


class JacobiansPane(QuantityBoard):
    """The explicit matrices, or their transposes: the article writes both."""

    def views(self, look: Look) -> Iterable[MatrixView]:
        """The two chains."""
        return jacobian_views(look)
