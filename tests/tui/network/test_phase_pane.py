"""The pane of the phase: what the phase has worked out is what one sees of it."""

from __future__ import annotations

import pytest
from driver import Driver
from scenes import STEP, settle

from tui_backprop.calculus.network.quantities import Phase
from tui_backprop.explain.network.steps import STEPS
from tui_backprop.training.network.recipe import Recipe
from tui_backprop.tui.app import BackpropApp
from tui_backprop.tui.network.phase_pane import PhasePane


def lines_in_sight(pane: PhasePane) -> range:
    return range(pane.scroll_offset.y, pane.scroll_offset.y + pane.size.height)


@pytest.mark.parametrize("keys", [(), ("j",)], ids=["J", "J transposed"])
@pytest.mark.parametrize("recipe", [Recipe(), Recipe("parity3", hidden=8), Recipe(hidden=16)], ids=["4", "8", "16"])
@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_the_result_of_each_phase_is_in_sight_when_it_has_been_worked_out(size, recipe, keys):
    app = BackpropApp(recipe, compile=False)
    async with app.run_test(size=size) as pilot:
        driver = Driver(app, pilot)
        await settle(pilot)
        await driver.press(*STEP, *keys)
        pane = app.network.query_one(PhasePane)
        for phase in Phase:
            if phase is Phase.START:
                continue
            assert (await driver.press("full_stop")).phase is phase
            result = next(b for b in pane.board.blocks if b.view.code.rstrip("ᵀ") in STEPS[phase].results)
            title, seen = result.y - result.view.above, lines_in_sight(pane)
            assert title in seen
            assert min(result.y + result.lines - 1, title + len(seen) - 1) in seen
            if result.y + result.lines <= len(seen):
                assert seen.start == 0


async def test_a_reader_who_has_scrolled_stays_there_until_the_equation_is_another_one():
    app = BackpropApp(Recipe(hidden=8), compile=False)
    async with app.run_test(size=(80, 24)) as pilot:
        driver = Driver(app, pilot)
        await settle(pilot)
        await driver.press(*STEP, *["full_stop"] * 6)
        pane = app.network.query_one(PhasePane)
        assert pane.scroll_offset.y > 0
        pane.scroll_to(y=3, animate=False)
        await driver.press("equals_sign")
        assert pane.scroll_offset.y == 3
        await driver.press("full_stop")
        assert pane.scroll_offset.y == 0


async def test_a_cursor_decides_what_is_in_sight_and_not_the_result():
    app = BackpropApp(Recipe(hidden=8), compile=False)
    async with app.run_test(size=(80, 24)) as pilot:
        driver = Driver(app, pilot)
        await settle(pilot)
        await driver.press(*STEP, *["full_stop"] * 5, "down")
        pane = app.network.query_one(PhasePane)
        first = pane.cursor
        assert first is not None
        await driver.press("full_stop")
        assert pane.cursor == first
        assert pane.board.region_of(first)[1] in lines_in_sight(pane)
