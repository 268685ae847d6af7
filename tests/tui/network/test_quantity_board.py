"""The boards of quantities: what they show fits the room that there is."""

from __future__ import annotations

import pytest
from languages import seen
from scenes import settle

from tui_backprop.calculus.network.quantities import QUANTITIES, Phase
from tui_backprop.explain.network.source import source_of
from tui_backprop.training.network.recipe import Recipe
from tui_backprop.training.network.session import Session
from tui_backprop.tui.app import BackpropApp
from tui_backprop.tui.network.listing import ListingScreen
from tui_backprop.tui.network.matrix_views import BARE_WIDTH
from tui_backprop.tui.network.parameters import ParametersPane
from tui_backprop.tui.network.quantity_board import QuantityBoard


async def test_matrices_have_their_brackets_as_soon_as_there_is_room_without_another_snapshot(pane_snapshot, host):
    app = host(ParametersPane())
    async with app.run_test(size=(80, 40)) as pilot:
        app.pane.show(pane_snapshot(phase=Phase.START))
        for width in (80, 130, 80):
            await pilot.resize_terminal(width, 40)
            await pilot.pause()
            assert app.pane.board.block("theta1").view.bare == (width < BARE_WIDTH)


@pytest.mark.parametrize("phase", [Phase.F1, Phase.THETA2_GRADIENT, Phase.UPDATE])
@pytest.mark.parametrize("keys", [(), ("tab", "tab"), ("tab", "tab", "tab"), ("resize",)])
async def test_what_differs_from_the_step_before_is_marked_as_new_whatever_was_in_sight_then(phase, keys):
    app, session = BackpropApp(Recipe(seed=2), compile=False), Session(Recipe(seed=2))
    session.go_to(4)
    for _ in range(phase):
        before = session.snapshot()
        session.step_phase(True)
    now, compared = session.snapshot(), 0
    async with app.run_test(size=(80, 24)) as pilot:
        for key in ("right_square_bracket", *["full_stop"] * phase, *keys):
            if key == "resize":
                await pilot.resize_terminal(200, 60)
            else:
                await pilot.press(key)
            await settle(pilot)
        for board in app.network.query(QuantityBoard):
            for block in board.board.blocks if board.is_on_screen else ():
                code = block.view.code
                if code in QUANTITIES and (value := now.value(code)) is not None:
                    old = before.value(code)
                    assert (block.view.fresh == (True if old is None else old != value)).all(), code
                    compared += 1
    assert compared


async def test_no_line_of_a_source_is_cut_off_where_it_is_wider_than_its_window():
    app = BackpropApp(compile=False)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await app.push_screen(ListingScreen(source_of("jacobian_f1_theta1")))
        await settle(pilot)
        screen = seen(app)
        assert [word for word in source_of("jacobian_f1_theta1").text.split() if word not in screen] == []
