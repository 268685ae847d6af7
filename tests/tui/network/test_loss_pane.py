"""The loss chart."""

from __future__ import annotations

import numpy as np
import pytest
from textual.app import App
from textual.message import Message

from tui_backprop.training.network.session import Session
from tui_backprop.tui.network.loss import LossPane
from tui_backprop.tui.network.where import place_line

FALLING = np.geomspace(0.6, 1e-4, 400)


@pytest.mark.parametrize("width", [1, 2, 9, 20, 60, 200])
@pytest.mark.parametrize("height", [1, 2, 3, 4, 8, 30])
async def test_a_chart_of_any_size_is_drawn_or_left_out(pane_snapshot, chart, host, width, height):
    pane = LossPane()
    app = host(pane)
    async with app.run_test(size=(width + 2, height + 2)) as pilot:
        for errors in (FALLING, [0.5], []):
            pane.show(pane_snapshot(chart=chart(errors)))
            await pilot.pause()
            assert all(len(line) == width for line in app.picture())


async def test_a_click_goes_to_the_iteration_under_the_pointer(pane_snapshot, chart, host, monkeypatch):
    pane = LossPane()
    app: App[None] = host(pane)
    chosen: list[int] = []
    post_message = pane.post_message

    def listen(message: Message) -> bool:
        """Hear what is chosen; every message goes its way, or the pane would never be told that the app ends."""
        if isinstance(message, LossPane.Chosen):
            chosen.append(message.iteration)
        return post_message(message)

    monkeypatch.setattr(pane, "post_message", listen)
    async with app.run_test(size=(102, 22)) as pilot:
        pane.show(pane_snapshot(chart=chart(FALLING)))
        await pilot.pause()
        x = pane._drawing.x
        assert x is not None
        at = round(x.value(40))
        await pilot.click(LossPane, offset=(1 + pane._drawing.left + 40, 6))
        assert chosen[0] == at


async def test_the_loss_at_the_cursor_has_six_digits(pane_snapshot, chart, host):
    pane = LossPane()
    async with host(pane).run_test(size=(80, 20)) as pilot:
        pane.show(pane_snapshot(chart=chart([0.7, 0.123456789])))
        await pilot.pause()
        assert "0.123457" in str(pane.border_subtitle)


async def test_the_legend_says_what_the_dashed_line_is(pane_snapshot, chart, host):
    pane = LossPane()
    app = host(pane)
    async with app.run_test(size=(60, 20)) as pilot:
        pane.show(pane_snapshot(chart=chart(FALLING), until_error=0.01))
        await pilot.pause()
        assert "╌ until ΣE < 0.01" in app.picture()[-1]


@pytest.mark.parametrize(("cycle", "iteration"), [(80, "20"), (78, "20"), (77, "20"), (76, "19")])
async def test_the_chart_counts_iterations_as_the_line_at_the_top_does(host, cycle, iteration):
    session = Session()
    session.go_to(80)
    session.go_to(cycle)
    pane = LossPane()
    async with host(pane).run_test(size=(80, 20)) as pilot:
        pane.show(session.snapshot())
        await pilot.pause()
        line = place_line(session.snapshot(), 120).plain
        assert f"iteration {iteration} " in str(pane.border_subtitle)
        assert line.split()[1] == iteration
        # In the middle of an iteration ΣE is that of the one before: both say so.
        assert all("ΣE last iteration" in said for said in (line, str(pane.border_subtitle)))


async def test_a_run_away_loss_is_said_and_not_drawn(pane_snapshot, chart, host):
    pane = LossPane()
    app = host(pane)
    async with app.run_test(size=(80, 20)) as pilot:
        pane.show(pane_snapshot(chart=chart([np.nan, np.nan], cursor_error=None)))
        await pilot.pause()
        assert "run away" in "\n".join(app.picture())


async def test_a_dropped_future_that_was_higher_is_drawn_whole(pane_snapshot, chart, curve, host):
    pane = LossPane()
    app = host(pane)
    async with app.run_test(size=(80, 20)) as pilot:
        pane.show(pane_snapshot(chart=chart([0.2] * 50, ghost=curve(np.linspace(0.2, 1.9, 40), start=10))))
        await pilot.pause()
        axis = pane._drawing.y
        assert axis is not None
        assert 0 <= axis.cell(1.9) < axis.cells


@pytest.mark.parametrize("spread", [False, True])
async def test_a_spread_axis_gives_every_power_of_ten_the_same_room(pane_snapshot, chart, host, spread):
    pane = LossPane()
    app = host(pane)
    async with app.run_test(size=(120, 20)) as pilot:
        pane.show(pane_snapshot(chart=chart(np.geomspace(0.6, 1e-4, 1000), spread=spread)))
        await pilot.pause()
        axis = pane._drawing.x
        assert axis is not None
        rooms = [axis.cell(high) - axis.cell(low) for low, high in ((1, 10), (10, 100), (100, 1000))]
        assert (max(rooms) - min(rooms) <= 1) == spread


async def test_the_chart_of_a_run_that_goes_on_is_drawn_after_all_else_and_a_paused_one_at_once(
    pane_snapshot, chart, host, monkeypatch
):
    pane = LossPane()
    async with host(pane).run_test(size=(80, 20)) as pilot:
        drawn, redraw = [], pane.redraw
        monkeypatch.setattr(pane, "redraw", lambda: (drawn.append(pane._snapshot), redraw()))
        for errors in ([0.7, 0.6], [0.7, 0.5]):
            pane.show(pane_snapshot(chart=chart(errors), running=True))
        assert drawn == []
        await pilot.pause()
        assert drawn == [pane._snapshot]
        pane.show(pane_snapshot(chart=chart([0.7, 0.4])))
        assert drawn[1:] == [pane._snapshot]
