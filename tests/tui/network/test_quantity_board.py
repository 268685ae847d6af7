"""The boards of quantities: what they show fits the room that there is."""

from __future__ import annotations

from tui_backprop.calculus.network.quantities import Phase
from tui_backprop.tui.network.matrix_views import BARE_WIDTH
from tui_backprop.tui.network.parameters import ParametersPane


async def test_matrices_have_their_brackets_as_soon_as_there_is_room_without_another_snapshot(pane_snapshot, host):
    app = host(ParametersPane())
    async with app.run_test(size=(80, 40)) as pilot:
        app.pane.show(pane_snapshot(phase=Phase.START))
        for width in (80, 130, 80):
            await pilot.resize_terminal(width, 40)
            await pilot.pause()
            assert app.pane.board.block("theta1").view.bare == (width < BARE_WIDTH)
