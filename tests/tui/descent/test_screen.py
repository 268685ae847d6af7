"""The descent screen: its keys, and what stands on it, at the sizes of real terminals."""

import asyncio
from pathlib import Path

import numpy as np
import pytest
from at_rest import paint_at_every_rest
from textual.events import MouseScrollDown, MouseScrollUp
from textual.widgets import Input

from tui_backprop.calculus.descent.presets import DESCENT_PRESETS
from tui_backprop.calculus.descent.surface import ARTICLE
from tui_backprop.training.descent.recipe import DescentRecipe, preset_recipe
from tui_backprop.tui import app as app_module
from tui_backprop.tui.app import BackpropApp
from tui_backprop.tui.descent.keys import DESCENT_KEYS
from tui_backprop.tui.descent.screen import DescentScreen
from tui_backprop.tui.descent.surface_map import SurfaceMapPane
from tui_backprop.tui.dialogs.choose import ChooseScreen
from tui_backprop.tui.kit.inspector import Inspector
from tui_backprop.words import words

PRESETS = {preset.name: preset for preset in DESCENT_PRESETS}
NAMES = words().descent.panes
SIZES = [(80, 24), (120, 36), (200, 60)]


class Host(BackpropApp):
    """The app with the descent screen alone."""

    CSS_PATH = Path(app_module.__file__).with_name("app.tcss")

    def __init__(self, recipe=None):
        super().__init__()
        self.descent = DescentScreen(recipe)

    async def on_mount(self, event):
        event.prevent_default()
        await self.push_screen(self.descent)


async def settle(pilot):
    for _ in range(1000):
        await pilot.pause()
        if pilot.app.descent.settled:
            await pilot.pause()
            return
        await asyncio.sleep(0.005)
    raise AssertionError("the screen does not settle")


async def press(pilot, *keys):
    for key in keys:
        await pilot.press(key)
        await settle(pilot)


async def answer(pilot, key, text):
    await pilot.press(key)
    await pilot.pause()
    pilot.app.screen.query_one(Input).value = text
    await pilot.press("enter")
    await settle(pilot)


def shown(app):
    """The text on the screen, a line a row."""
    return "\n".join("".join(segment.text for segment in strip) for strip in app.screen._compositor.render_strips())


@pytest.mark.parametrize("size", SIZES)
async def test_the_articles_figures_stand_on_the_screen_at_every_size(size):
    app = Host()
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        for figure in ("f +5.0000000000", "f +4.6802585600", "f +4.3628595391"):
            assert figure in shown(app)
            await press(pilot, "right")
        assert app.descent.snapshot.k == 4


@pytest.mark.parametrize("size", SIZES)
async def test_every_pane_can_be_reached_and_nothing_is_cut_off(size):
    app = Host(preset_recipe(PRESETS["rosenbrock"]))
    async with app.run_test(size=size) as pilot:
        await press(pilot, "right_curly_bracket")
        seen = {}
        for _ in NAMES:
            panes = [pane for pane in app.descent.query(".pane") if pane.region.area and pane.id in NAMES]
            for pane in panes:
                seen[pane.id] = pane.region
                assert app.descent.region.contains_region(pane.region)
            assert len(panes) == (1 if size == (80, 24) else len(NAMES))
            await press(pilot, "tab")
        assert set(seen) == set(NAMES)
        assert app.descent.focused.id == "map"


async def test_keys_step_run_and_travel():
    app = Host()
    async with app.run_test(size=(120, 36)) as pilot:
        places = [
            ("right", 2), ("right_square_bracket", 10), ("right_curly_bracket", 100), ("right_curly_bracket", 200),
            ("left", 199), ("left_square_bracket", 190), ("left_curly_bracket", 100), ("end", 200), ("home", 1),
        ]  # fmt: skip
        for key, k in places:
            await press(pilot, key)
            assert app.descent.snapshot.k == k
        await answer(pilot, "g", "50")
        assert app.descent.snapshot.k == 50
        await pilot.press("home", *["greater_than_sign"] * 8, "space")
        await settle(pilot)  # x comes to rest, and the run with it
        assert app.descent.snapshot.end
        assert not app.descent.session.running


async def test_space_pauses_a_run_that_goes_on():
    app = Host()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("space")
        assert app.descent.session.running
        assert not app.descent.settled
        await press(pilot, "space")
        assert app.descent.snapshot.k >= 2
        k = app.descent.snapshot.k
        await pilot.pause(0.2)
        assert app.descent.snapshot.k == k


async def test_a_long_journey_goes_on_in_the_background_and_escape_stops_it():
    app = Host()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        app.descent.session.travel(1_000_000)
        app.descent._go_on()
        assert not app.descent.settled
        await press(pilot, "escape")
        assert 1 < app.descent.snapshot.k < 1_000_000
        await answer(pilot, "g", "1")
        assert app.descent.snapshot.k == 1


async def test_changes_are_made_from_here_on_and_can_be_undone():
    app = Host()
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "right_square_bracket", "equals_sign", "right")
        snapshot = app.descent.snapshot
        assert (snapshot.k, snapshot.point.alpha, snapshot.recipe.alpha) == (11, 0.02, 0.01)
        await answer(pilot, "a", "0.17")
        assert app.descent.snapshot.point.alpha == 0.17
        await answer(pilot, "e", "2, -1")
        assert app.descent.snapshot.recipe == DescentRecipe(start=(2.0, -1.0))
        await press(pilot, "u", "u", "u")
        assert app.descent.snapshot.recipe == DescentRecipe()
        assert app.descent.snapshot.k == 10
        await press(pilot, "U")
        assert app.descent.snapshot.point.alpha == 0.02
        await press(pilot, "r")
        assert (app.descent.snapshot.recipe, app.descent.snapshot.reached) == (DescentRecipe(), 1)


async def test_a_preset_is_chosen_from_the_list():
    app = Host()
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await pilot.press("t")
        await pilot.pause()
        assert isinstance(app.screen, ChooseScreen)
        await pilot.press("down", "enter")
        await settle(pilot)
        assert app.descent.snapshot.recipe.preset is DESCENT_PRESETS[1]


async def test_the_palette_finds_a_preset_by_what_it_shows():
    app = Host()
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await pilot.press("ctrl+p", *"valley", "enter")
        await settle(pilot)
        assert app.descent.snapshot.recipe.preset is PRESETS["rosenbrock"]


async def test_another_f_is_typed_and_refused_where_it_goes_wrong():
    app = Host()
    async with app.run_test(size=(120, 36)) as pilot:
        await answer(pilot, "f", "x1**2 + x2**4")
        snapshot = app.descent.snapshot
        np.testing.assert_allclose(snapshot.point.J, [2, 4])
        await pilot.press("f")
        await pilot.pause()
        app.screen.query_one(Input).value = "x1 +"
        await pilot.press("enter")
        await pilot.pause()
        assert "at character 4" in shown(app)
        await pilot.press("escape")
        await answer(pilot, "f", "bowl")
        assert app.descent.snapshot.recipe == DescentRecipe("bowl", (4.0, 1.0), 0.07)


async def test_a_click_on_the_map_starts_there_and_one_on_a_row_goes_there():
    app = Host()
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "right_square_bracket", "home")
        await pilot.click("#table", offset=(20, 4))
        await settle(pilot)
        assert app.descent.snapshot.k == 3
        await pilot.click("#map", offset=(30, 5))
        await settle(pilot)
        start = app.descent.snapshot.recipe.start
        frame = app.descent.query_one(SurfaceMapPane)._frame()
        assert frame.cell_of(np.array(start)) is not None
        assert start != (1.0, 1.0)
        await pilot.click("#map", offset=(30, 5))
        await settle(pilot)
        assert app.descent.snapshot.recipe.start == start


async def test_a_descent_that_runs_away_is_stopped_with_a_sentence():
    app = Host(preset_recipe(PRESETS["diverging"]))
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await pilot.press("greater_than_sign", "greater_than_sign", "space")
        await settle(pilot)
        assert app.descent.snapshot.k == 6
        assert not app.descent.session.running
        assert "runs away" in shown(app)
        assert any("runs away" in notification.message for notification in app._notifications)


async def test_the_check_stays_on_from_point_to_point():
    app = Host()
    async with app.run_test(size=(200, 60)) as pilot:
        await press(pilot, "c")
        assert "✓ J and H: 6 right" in shown(app)
        await press(pilot, "right")
        assert "✓ J and H: 6 right" in shown(app)
        await press(pilot, "c")
        assert "J and H:" not in shown(app)


async def test_a_number_under_the_cursor_is_explained():
    app = Host()
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "right", "tab", "tab", "down")
        assert app.descent.focused.id == "step"
        await press(pilot, "right", "right")
        assert app.descent.query_one(Inspector).display
        assert "2·1.04·(1.04·1.04 − 3)" in shown(app)
        assert app.descent.snapshot.k == 2  # the arrows belong to the cursor
        await press(pilot, "escape", "right")
        assert not app.descent.query_one(Inspector).display
        assert app.descent.snapshot.k == 3


async def test_the_map_fits_the_path_and_is_zoomed_moved_and_shown_whole():
    app = Host()
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        fitted = app.descent.snapshot.view
        assert fitted.kind == "path"
        await press(pilot, "w")
        assert app.descent.snapshot.view.window == ARTICLE.window
        await press(pilot, "i", "i")
        (a, b), (c, d) = app.descent.snapshot.view.window
        assert (b - a, d - c) == (3, 3)
        await press(pilot, "shift+right", "shift+up")
        assert app.descent.snapshot.view.window == ((a + 0.75, b + 0.75), (c + 0.75, d + 0.75))
        await press(pilot, "w")
        assert app.descent.snapshot.view == fitted
        await press(pilot, "w", "o")
        assert app.descent.snapshot.view.window == ((-13.0, 11.0), (-13.0, 11.0))  # around (1, 1), which stays in place


async def test_the_mouse_drags_the_map_and_its_wheel_looks_closer():
    app = Host()
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "w")
        await pilot.mouse_down("#map", offset=(30, 6))
        await pilot.hover("#map", offset=(36, 4))
        await pilot.mouse_up("#map", offset=(36, 4))
        await settle(pilot)
        cell = app.descent.query_one(SurfaceMapPane)._frame().cell
        (a, _), (c, _) = app.descent.snapshot.view.window
        assert (a, c) == (pytest.approx(-6 - 6 * cell), pytest.approx(-6 - 4 * cell))
        assert app.descent.snapshot.recipe.start == (1.0, 1.0)  # a drag is no click
        before = app.descent.snapshot.view.window
        pane = app.descent.query_one(SurfaceMapPane)
        region = pane.region
        widths = []
        for turn in (MouseScrollUp, MouseScrollDown):
            place = {"x": 30, "y": 6, "screen_x": region.x + 30, "screen_y": region.y + 6}
            pane.post_message(turn(pane, **place, delta_x=0, delta_y=0, button=0, shift=False, meta=False, ctrl=False))
            await settle(pilot)
            (a, b), _ = app.descent.snapshot.view.window
            widths.append((b - a) / (before[0][1] - before[0][0]))
        assert widths == [pytest.approx(0.8), pytest.approx(1)]
        np.testing.assert_allclose(app.descent.snapshot.view.window, before, rtol=1e-12)


async def test_enter_never_steps_and_escape_leaves_the_innermost_thing():
    app = Host()
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "enter")
        assert app.descent.snapshot.reached == 1
        await press(pilot, "tab", "tab", "z", "down")
        board = app.descent.query_one("#step")
        assert app.descent.focused is board
        assert board.cursor is not None
        await pilot.press("less_than_sign", "less_than_sign", "less_than_sign", "space", "escape")
        await pilot.pause()
        assert board.cursor is None
        assert app.descent.has_class("-zoomed")
        assert app.descent.session.running
        await pilot.press("escape")
        assert not app.descent.has_class("-zoomed")
        assert app.descent.session.running
        await press(pilot, "escape")
        assert not app.descent.session.running


async def test_e_edits_what_the_cursor_is_on():
    app = Host()
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await press(pilot, "right", "tab", "tab", "down")
        await pilot.press("e")
        await pilot.pause()
        assert app.screen.query_one(Input).value == "1.04, 1.04"
        await pilot.press("escape")
        await press(pilot, *["right"] * 2, "e")
        assert app.screen is app.descent
        assert any("computed" in notification.message for notification in app._notifications)
        await press(pilot, "escape")
        await answer(pilot, "e", "0.5, 2")
        assert app.descent.snapshot.recipe.start == (0.5, 2.0)


async def test_no_size_and_no_zoom_is_too_much_for_any_pane(monkeypatch):
    paint_at_every_rest(monkeypatch)
    app = Host(preset_recipe(PRESETS["diverging"]))
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "c", *["right"] * 3)
        for size in ((1, 1), (300, 100), (2, 40), (40, 2), (96, 28), (79, 24), (13, 9)):
            await pilot.resize_terminal(*size)
            await press(pilot, "tab", "z", "right", "z")
        await pilot.resize_terminal(120, 36)
        await settle(pilot)
        assert len(shown(app).splitlines()) == 36


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (200, 60), (250, 70)])
async def test_a_zoom_gives_any_pane_the_room_and_takes_it_back(size):
    app = Host()
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        before = {name: app.descent.query_one(f"#{name}").region for name in NAMES}
        for name in NAMES:
            await press(pilot, "z")
            region = app.descent.query_one(f"#{name}").region
            assert region.width == size[0]
            assert region.height >= size[1] - 11
            await press(pilot, "z")
            if size[0] >= 96:
                assert app.descent.query_one(f"#{name}").region == before[name]
            await press(pilot, "tab")


async def test_the_curve_shows_fewer_steps_and_a_click_goes_there():
    app = Host()
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "right_curly_bracket", "shift+tab", "i")
        assert app.descent.snapshot.span == (51, 100)
        assert app.descent.snapshot.view.kind == "path"
        await pilot.click("#curve", offset=(9, 3))
        await settle(pilot)
        assert 51 <= app.descent.snapshot.k <= 55
        await press(pilot, "home")
        assert app.descent.snapshot.span == (1, 50)  # the point shown stays in sight
        await press(pilot, "w")
        assert app.descent.snapshot.span == (1, 100)


async def test_the_sentence_about_a_runaway_is_whole_and_lasts_at_80_columns():
    app = Host(preset_recipe(PRESETS["diverging"]))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "right_square_bracket", "tab", "tab")
        said = " ".join(shown(app).split())
        assert "farther out than 10⁸, so the descent runs away: try a smaller learning rate or another start." in said


async def test_the_command_line_is_copied():
    app = Host()
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "right", "y")
        assert app.clipboard == ("tui-backprop descent --f=article --start=1.0,1.0 --learning-rate=0.01 --steps=1")


@pytest.mark.parametrize("theme", ["textual-light", "ansi-dark", "nord"])
async def test_every_key_does_something_without_an_error_on_any_theme(theme, monkeypatch):
    paint_at_every_rest(monkeypatch)
    app = Host(preset_recipe(PRESETS["himmelblau"]))
    async with app.run_test(size=(80, 24)) as pilot:
        app.theme = theme
        await settle(pilot)
        for key in DESCENT_KEYS:
            await pilot.press(key.keys.split(",")[0])
            await pilot.pause()
            if app.screen is not app.descent:
                await pilot.press("escape")
            app.descent.session.pause()
        await settle(pilot)
        for _ in NAMES:
            await press(pilot, "tab")


async def test_help_is_for_the_pane_in_front():
    app = Host()
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "tab")
        app.push_screen(app.descent.help())
        await pilot.pause()
        assert "Help: Table" in shown(app)


async def test_a_paint_changes_nothing_in_the_run():
    app = Host()
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "right_square_bracket")
        before = shown(app)
        app.descent.paint()
        await pilot.pause()
        assert shown(app) == before
        assert app.descent.snapshot.reached == 10


async def test_the_scrollbar_of_a_table_that_has_grown_stands_for_the_row_in_sight():
    app = Host()
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        table = app.descent.query_one("#table")
        assert not table.show_vertical_scrollbar
        await press(pilot, "right_curly_bracket")
        assert table.show_vertical_scrollbar
        assert table.vertical_scrollbar.position == table.scroll_y > 0


@pytest.mark.parametrize("size", [(160, 45), (160, 49), (200, 60)], ids=str)
async def test_the_workings_stand_above_the_table_from_the_height_on_that_has_room_for_both(size):
    app = Host()
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        workings, table = app.descent.query_one("#workings"), app.descent.query_one("#table")
        assert workings.region.height >= 10
        assert table.region.height >= 8


@pytest.mark.parametrize("size", [(200, 60), (200, 70), (250, 70)])
@pytest.mark.parametrize("preset", ["article", "himmelblau"])
async def test_the_workings_are_whole_and_the_table_keeps_four_points(preset, size):
    app = Host(preset_recipe(PRESETS[preset]))
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await press(pilot, *["right"] * 5)
        assert app.descent.query_one("#workings").max_scroll_y == 0
        heading = 1
        assert app.descent.query_one("#table").content_size.height >= heading + 4
