"""The chain rule screen in a small app of its own, driven by its keys."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from pathlib import Path

import pytest
from at_rest import paint_at_every_rest
from driver import Driver
from textual import events
from textual.widgets import Input, OptionList, Static

from tui_backprop.explain.cell import Cell
from tui_backprop.tui.app import BackpropApp
from tui_backprop.tui.chain.board import ChainBoard
from tui_backprop.tui.chain.keys import CHAIN_KEYS
from tui_backprop.tui.chain.limit_chart import LimitChart
from tui_backprop.tui.chain.limit_table import LimitTable
from tui_backprop.tui.chain.screen import ChainScreen
from tui_backprop.tui.dialogs.ask import AskScreen
from tui_backprop.tui.dialogs.choose import ChooseScreen
from tui_backprop.tui.dialogs.export import ExportScreen
from tui_backprop.tui.kit.inspector import Inspector
from tui_backprop.tui.kit.top_bar import TopBar
from tui_backprop.words import speak, words

ROOT = Path(__file__).parents[3]


class Host(BackpropApp):
    """The app with the chain's screen alone."""

    CSS_PATH = ROOT / "tui_backprop" / "tui" / "app.tcss"

    def __init__(self):
        super().__init__()
        self.chain = ChainScreen()
        self.copied = ""

    async def on_mount(self, event):
        event.prevent_default()
        await self.push_screen(self.chain)

    def copy_to_clipboard(self, text):
        self.copied = text


async def settle(pilot):
    app = pilot.app
    for _ in range(1000):
        await pilot.pause()
        answered = app.screen is not app.chain or all(worker.is_finished for worker in app.workers)
        if app.chain.settled and answered:
            await pilot.pause()
            return app.chain.snapshot
        await asyncio.sleep(0.005)
    raise AssertionError("the screen does not settle")


async def press(pilot, *keys):
    for key in keys:
        await pilot.press(key)
        await settle(pilot)
    return pilot.app.chain.snapshot


async def wait_for(pilot, kind):
    for _ in range(500):
        if isinstance(pilot.app.screen, kind):
            await pilot.pause()
            return
        await pilot.pause(0.01)
    raise AssertionError(f"no {kind.__name__}")


async def type_in(pilot, key, text):
    await pilot.press(key)
    await wait_for(pilot, AskScreen)
    pilot.app.screen.query_one(Input).value = text
    await pilot.press("enter")
    await pilot.pause(0.05)


def said(widget):
    return str(widget.query_one(Static).render())


async def test_the_screen_begins_with_the_articles_example():
    async with Host().run_test(size=(120, 36)) as pilot:
        snapshot = await settle(pilot)
        assert snapshot.study.preset == "example"
        board = pilot.app.chain.query_one(ChainBoard)
        assert [block.view.code for block in board.board.blocks[3:6]] == ["f", "g", "gf"]
        assert "x₁² + x₂²" in str(pilot.app.chain.query_one("#definitions", Static).render())


async def test_the_arrows_move_the_chosen_coordinate_by_the_chosen_step():
    async with Host().run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        assert (await press(pilot, "right", "right")).study.x == (1.2, 2.0)
        snapshot = await press(pilot, "right_square_bracket", "right_curly_bracket", "left")
        assert snapshot.study.x == (1.2, 1.0)
        assert pilot.app.chain.query_one(ChainBoard).lit >= {Cell("x", 1, 0)}
        assert snapshot.point.y.tolist() == pytest.approx([2.44, 0.44, 1.2])
        assert (await press(pilot, "left_curly_bracket", "left_curly_bracket", "left")).study.x == (1.2, 0.99)
        assert (await press(pilot, "home")).study.x == (1.0, 2.0)
        assert (await press(pilot, "u")).study.x == (1.2, 0.99)
        assert (await press(pilot, "U")).study.x == (1.0, 2.0)


async def test_with_a_cursor_the_arrows_move_the_cursor_and_the_limit_follows():
    async with Host().run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        board = pilot.app.chain.query_one(ChainBoard)
        board.cursor = Cell("gf", 0, 0)
        snapshot = await press(pilot, "down")
        assert snapshot.study.x == (1.0, 2.0)
        assert snapshot.study.pair == ("gf", 1, 0)
        assert {cell.code for cell in board.lit} == {"f", "g"}
        assert {cell.row for cell in board.lit if cell.code == "f"} == {1}
        inspector = pilot.app.chain.query_one(Inspector)
        assert inspector.display
        assert "4·2 + (−4)·(−0.989992497) + 1·5" in said(inspector)
        assert "row 2 of Jᵀ_x(f) times column 1 of Jᵀ_y(g)" in said(inspector)
        assert "+16.95996999" in said(pilot.app.chain.query_one(LimitTable))
        assert "∂z₁/∂x₂" in str(pilot.app.chain.query_one(LimitChart).border_title)
        snapshot = await press(pilot, "escape", "right")
        assert not inspector.display
        assert snapshot.study.x == (1.1, 2.0)
        assert snapshot.study.pair == ("gf", 1, 0)


async def test_j_turns_the_matrices_over_and_the_inspector_speaks_of_them():
    async with Host().run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        board = pilot.app.chain.query_one(ChainBoard)
        await press(pilot, "j")
        assert [block.view.code for block in board.board.blocks[3:6]] == ["g", "f", "gf"]
        board.cursor = Cell("gf", 0, 1)
        await settle(pilot)
        assert "row 1 of J_y(g) times column 2 of J_x(f)" in said(pilot.app.chain.query_one(Inspector))
        assert Cell("g", 0, 2) in board.lit
        assert Cell("f", 2, 1) in board.lit


async def test_a_preset_is_chosen_from_the_list():
    async with Host().run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await pilot.press("t")
        await wait_for(pilot, ChooseScreen)
        pilot.app.screen.query_one(OptionList).highlighted = 4
        await pilot.press("enter")
        snapshot = await settle(pilot)
        assert snapshot.study.preset == "one-variable"
        assert snapshot.point.jt_gf.shape == (1, 1)
        assert (await press(pilot, "u")).study.preset == "example"


async def test_f_and_g_are_typed_in():
    async with Host().run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await type_in(pilot, "e", "y1 + y2 + y3")
        assert (await settle(pilot)).point.z.tolist() == [4]
        await type_in(pilot, "f", "x1, x2, x3")
        assert (await settle(pilot)).point.jt_gf.tolist() == [[1], [1], [1]]


async def test_an_expression_that_is_none_is_refused_in_a_sentence_and_nothing_is_lost():
    async with Host().run_test(size=(80, 24)) as pilot:
        before = await settle(pilot)
        await type_in(pilot, "f", "x1 + __import__('os')")
        assert isinstance(pilot.app.screen, AskScreen)
        sentence = str(pilot.app.screen.query_one("#ask-error", Static).render())
        assert sentence.startswith("at character 6: the name __import__ is not known")
        assert pilot.app.screen.query_one(Input).value == "x1 + __import__('os')"
        await pilot.press("escape")
        assert await settle(pilot) is before


async def test_an_f_with_other_components_asks_for_another_g():
    async with Host().run_test(size=(120, 36)) as pilot:
        before = await settle(pilot)
        await type_in(pilot, "f", "x1, x2")
        await wait_for(pilot, AskScreen)
        assert "y3 is not there" in said(pilot.app.screen)
        await pilot.press("escape")
        assert await settle(pilot) is before
        await type_in(pilot, "f", "x1, x2")
        await wait_for(pilot, AskScreen)
        pilot.app.screen.query_one(Input).value = "y1*y2"
        await pilot.press("enter")
        assert (await settle(pilot)).point.jt_gf.tolist() == [[2], [1]]


async def test_a_point_is_typed_in_and_a_wrong_one_refused():
    async with Host().run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await type_in(pilot, "g", "1")
        error = str(pilot.app.screen.query_one("#ask-error", Static).render())
        assert error == "f has 2 inputs: type 2 numbers, with commas between"
        pilot.app.screen.query_one(Input).value = "0.5, -3"
        await pilot.press("enter")
        await pilot.pause()
        assert (await settle(pilot)).study.x == (0.5, -3)


async def test_a_timer_that_is_late_does_not_say_that_the_screen_works_when_it_is_done():
    async with Host().run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        shown = Driver(pilot.app, pilot).text
        assert words().chain.working not in shown
        pilot.app.chain._explorer._be_slow()
        await settle(pilot)
        assert Driver(pilot.app, pilot).text == shown


async def test_y_copies_the_command_line():
    async with Host().run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await press(pilot, "right", "y")
        assert pilot.app.copied.startswith("tui-backprop chain --f 'x1**2 + x2**2, x1**2 - x2**2, x1*x2' --g ")
        assert pilot.app.copied.endswith(" --at 1.1,2")


def displayed(app):
    names = ("board", "symbols", "proof", "limit", "chart")
    widgets = {name: app.chain.query_one(f"#{name}") for name in names}
    return [name for name, widget in widgets.items() if all(node.display for node in widget.ancestors_with_self)]


@pytest.mark.parametrize(
    ("size", "panes"),
    [
        ((80, 24), ["board"]),
        ((120, 36), ["board", "limit", "chart"]),
        ((200, 60), ["board", "symbols", "proof", "limit", "chart"]),
    ],
)
async def test_each_size_shows_what_it_has_room_for(size, panes):
    async with Host().run_test(size=size) as pilot:
        await settle(pilot)
        assert displayed(pilot.app) == panes
        limit = pilot.app.chain.query_one(LimitTable)
        if "limit" in panes:
            assert limit.max_scroll_y == 0
            assert limit.virtual_size.width <= limit.size.width


async def test_made_another_size_it_looks_as_if_it_had_begun_there():
    sizes = ((80, 24), (120, 36), (200, 60), (80, 24))
    async with Host().run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        for size in sizes:
            await pilot.resize_terminal(*size)
            await settle(pilot)
            async with Host().run_test(size=size) as fresh:
                await settle(fresh)
                begun_there = Driver(fresh.app, fresh).text
            assert Driver(pilot.app, pilot).text == begun_there


async def test_in_a_small_terminal_tab_brings_every_pane_and_s_goes_to_the_symbols_and_back():
    async with Host().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "s")
        assert displayed(pilot.app) == ["symbols"]
        await press(pilot, "s")
        seen = []
        for _ in range(5):
            seen += displayed(pilot.app)
            await press(pilot, "tab")
        assert seen == ["board", "symbols", "proof", "limit", "chart"]


async def test_in_a_small_terminal_the_limit_has_the_room_of_the_inspector():
    async with Host().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "down", "down")
        inspector = pilot.app.chain.query_one(Inspector)
        assert inspector.display
        await press(pilot, "tab", "tab", "tab")
        assert displayed(pilot.app) == ["limit"]
        assert not inspector.display
        assert pilot.app.chain.query_one(LimitTable).max_scroll_y == 0
        await press(pilot, "shift+tab", "shift+tab", "shift+tab")
        assert inspector.display


async def test_every_cell_can_be_reached_above_the_inspector():
    async with Host().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        board, inspector = pilot.app.chain.query_one(ChainBoard), pilot.app.chain.query_one(Inspector)
        for block in board.board.blocks:
            board.cursor = Cell(block.view.code, block.view.shape[0] - 1, 0)
            await settle(pilot)
            _, y, _ = board.board.region_of(board.cursor)
            assert board.region.y <= board.region.y + y - board.scroll_offset.y < inspector.region.y


async def test_a_point_without_values_is_shown_and_left_again():
    async with Host().run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await type_in(pilot, "f", "log(x1), x2, x1")
        await settle(pilot)
        await type_in(pilot, "g", "-1, 2")
        snapshot = await settle(pilot)
        assert not snapshot.point.finite
        assert "no finite value" in said(pilot.app.chain.query_one(LimitTable))
        board = pilot.app.chain.query_one(ChainBoard)
        for block in board.board.blocks:
            board.cursor = Cell(block.view.code, 0, 0)
            await settle(pilot)
        await press(pilot, "escape")
        assert (await press(pilot, "u")).point.finite


async def test_derivatives_that_fail_leave_what_was(monkeypatch):
    from tui_backprop.training.chain import study as chain_point

    async with Host().run_test(size=(120, 36)) as pilot:
        before = await settle(pilot)

        def fail(study):
            raise RecursionError("too deep")

        monkeypatch.setattr(chain_point, "explore", fail)
        assert await press(pilot, "right") is before
        monkeypatch.undo()
        assert (await press(pilot, "right")).study.x == (1.1, 2.0)


async def test_help_speaks_of_the_pane_in_front_and_of_the_misprints():
    async with Host().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        pilot.app.push_screen(pilot.app.chain.help())
        await pilot.pause()
        text = said(pilot.app.screen)
        assert "the chain rule (2.4)" in text.lower()
        assert "printed ∂z₁/∂z₁" in text
        assert "printed ∂z/∂xₘ" in text


def test_the_footer_has_at_most_eight_entries_with_help_and_quit():
    assert sum(bool(key.footer) for key in CHAIN_KEYS) + 2 <= 8
    assert len({key.id for key in CHAIN_KEYS}) == len(CHAIN_KEYS.keys)


def test_importing_the_screen_loads_neither_sympy_nor_the_differentiation():
    code = "import sys, tui_backprop.tui.chain.screen; print(*sys.modules)"
    found = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert not {"sympy", "scipy.differentiate", "numba"} & set(found.stdout.split()), found.stderr


async def test_enter_changes_nothing_and_esc_always_leaves_the_cell():
    async with Host().run_test(size=(120, 36)) as pilot:
        before = await settle(pilot)
        board = pilot.app.chain.query_one(ChainBoard)
        assert (await press(pilot, "enter")).study == before.study
        await press(pilot, "down", "down", "enter")
        assert board.cursor is not None
        # Wherever the focus is, esc leaves the cell before it ends a zoom.
        await press(pilot, "z", "tab", "tab", "tab", "escape")
        assert board.cursor is None
        assert pilot.app.chain.has_class("-zoomed")
        await press(pilot, "escape")
        assert not pilot.app.chain.has_class("-zoomed")
        assert pilot.app.chain.snapshot.study.x == before.study.x


@pytest.mark.parametrize("pane", ["board", "symbols", "proof", "limit", "chart"])
@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 60)])
async def test_every_pane_can_be_zoomed_at_every_size(pane, size):
    async with Host().run_test(size=size) as pilot:
        await settle(pilot)
        app = pilot.app
        app.chain._places.bring_forward(pane)
        await settle(pilot)
        await press(pilot, "z")
        assert displayed(app) == [pane]
        widget = app.chain.query_one(f"#{pane}")
        assert widget.size.width >= size[0] - 3
        assert widget.size.height >= size[1] - 9
        await press(pilot, "z")
        assert not app.chain.has_class("-zoomed")


async def test_no_resize_raises(monkeypatch):
    paint_at_every_rest(monkeypatch)
    sizes = [(1, 1), (300, 100), (2, 40), (80, 24), (40, 2), (120, 36), (79, 23), (120, 30), (20, 8), (200, 60), (7, 7)]
    async with Host().run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        for keys in ((), ("down", "down"), ("z",), ("tab",), ("tab",), ("tab",), ("tab",), ("j",), ("z",)):
            for key in keys:
                await pilot.press(key)
            for width, height in sizes:
                await pilot.resize_terminal(width, height)
                await pilot.pause()
        await pilot.resize_terminal(120, 36)
        assert (await settle(pilot)).point.verdict == "right"


@pytest.mark.parametrize("size", [(80, 24), (200, 60)])
async def test_an_entry_of_the_product_is_explained_before_anyone_points(size):
    async with Host().run_test(size=size) as pilot:
        snapshot = await settle(pilot)
        await pilot.pause()
        inspector, board = pilot.app.chain.query_one(Inspector), pilot.app.chain.query_one(ChainBoard)
        assert "row 1 of Jᵀ_x(f) times column 1 of Jᵀ_y(g)" in said(inspector)
        assert {cell.code for cell in board.lit} == {"f", "g", "x"}
        assert board.max_scroll_y == 0
        assert inspector.max_scroll_y == 0
        assert snapshot.study.pair == ("gf", 0, 0)


async def test_the_mouse_over_a_number_lights_what_it_is_made_from_with_a_line_on_it():
    async with Host().run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        board = pilot.app.chain.query_one(ChainBoard)
        x, y, _ = board.board.region_of(Cell("gf", 1, 0))
        await pilot.hover(ChainBoard, offset=(x + 2, y))
        await pilot.pause()
        assert {(cell.code, cell.row) for cell in board.lit if cell.code == "f"} == {("f", 1)}
        tip = str(pilot.app.chain.query_one("#words", Static).render())
        assert tip == "∂z₁/∂x₂ = +16.960: row 2 of Jᵀ_x(f) times column 1 of Jᵀ_y(g)"
        assert board.cursor is None
        await pilot.hover(LimitTable)
        await pilot.pause()
        assert Cell("x", 0, 0) in board.lit


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (120, 36), (160, 45), (200, 60), (250, 70)])
@pytest.mark.parametrize("preset", ["example", "output", "layers"])
async def test_no_matrix_is_cut_at_any_size(size, preset):
    async with Host().run_test(size=size) as pilot:
        await settle(pilot)
        app = pilot.app
        app.chain.session.take_preset(preset)
        app.chain._explorer.wish(app.chain.session.study)
        await settle(pilot)
        await pilot.pause()
        board = app.chain.query_one(ChainBoard)
        assert board.max_scroll_y == 0
        assert not any(block.is_window for block in board.board.blocks)


async def test_the_screen_says_which_convention_it_shows_and_j_turns_it_over():
    async with Host().run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        bar = pilot.app.chain.query_one(TopBar)
        assert "Jᵀ: one row for each input" in bar.render().plain
        await press(pilot, "j")
        assert "J: one row for each output" in bar.render().plain


async def test_x_copies_the_matrix_under_the_cursor_in_the_format_chosen():
    async with Host().run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await press(pilot, "j")
        pilot.app.chain.query_one(ChainBoard).cursor = Cell("g", 0, 1)
        await settle(pilot)
        await pilot.press("x")
        await wait_for(pilot, ExportScreen)
        formats = pilot.app.screen.query_one("#export-as", OptionList)
        formats.highlighted = formats.get_option_index("csv")
        await pilot.press("enter")
        await settle(pilot)
        lines = pilot.app.copied.splitlines()
        assert len(lines) == 2
        assert lines[1] == "10.0,6.0,-16.0"


async def test_the_wheel_shows_fewer_powers_of_ten_of_h_and_all_of_them_again():
    async with Host().run_test(size=(200, 60)) as pilot:
        await settle(pilot)
        chart = pilot.app.chain.query_one(LimitChart)
        whole = chart._drawing.x
        place = chart.content_region.x + chart._drawing.left + 20, chart.content_region.y + 3
        at = whole.value(20)
        for kind, same in ((events.MouseScrollUp, False), (events.MouseScrollDown, True)):
            for _ in range(8):
                await pilot._post_mouse_events([kind], offset=place, button=0)
            await pilot.pause()
            shown = chart._drawing.x
            assert (shown.per_cell == whole.per_cell) == same
            assert 0 <= shown.cell(at) < shown.cells
            assert shown.per_cell * shown.cells > 2.5


@pytest.mark.parametrize("language", ["en", "zh"])
async def test_the_key_of_the_learning_rate_says_on_which_screens_there_is_one(language):
    speak(language)
    app = Host()
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await pilot.press("a")
        await settle(pilot)
        (notice,) = app._notifications
        assert all(words().app.screens[screen] in notice.message for screen in ("descent", "network", "starts"))
