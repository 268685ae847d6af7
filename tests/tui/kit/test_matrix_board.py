"""The pane of matrices in a small app of its own."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import pytest
from matrices import chain
from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.color import Color
from textual.widgets import Static

from tui_backprop.explain.cell import Cell
from tui_backprop.explain.typeset import STRUCTURAL, number
from tui_backprop.tui.kit.matrix_board import MatrixBoard
from tui_backprop.tui.kit.matrix_layout import MatrixView, with_fields

SQUARE = ((1.0, -2.0), (0.0, 4.0))


def square(code: str = "a", values: Iterable[Iterable[float]] = SQUARE, title: str = "A") -> MatrixView:
    array = np.array(values)
    return MatrixView(code, title, (array.shape[0], array.shape[1]), array)


class Host(App[None]):
    """A board, and a screen below it that counts the keys that it gets."""

    CSS = "MatrixBoard { border: round $primary; }"
    BINDINGS = [
        Binding(key, f"got('{key}')") for key in ("left", "right", "up", "escape", "home", "shift+left", "pagedown")
    ]

    def __init__(self, views: Iterable[MatrixView]) -> None:
        super().__init__()
        self.board = MatrixBoard(views)
        self.keys: list[str] = []
        self.moves: list[Cell | None] = []
        self.painted: list[int] = []

    def compose(self) -> ComposeResult:
        yield self.board

    def action_got(self, key: str) -> None:
        self.keys.append(key)

    def on_matrix_board_cursor_moved(self, event: MatrixBoard.CursorMoved) -> None:
        assert event.control is event.board is self.board
        self.moves.append(event.cell)

    def watch_painting(self) -> None:
        painter = self.board.painter

        def counting(width: int):
            paint = painter(width)
            return lambda y: self.painted.append(y) or paint(y)

        self.board.painter = counting  # type: ignore[method-assign]

    def lines(self) -> list[str]:
        return [self.board.render_line(y).text for y in range(self.board.scrollable_content_region.height)]

    def style(self, cell: Cell):
        x, y, _ = self.board.board.region_of(cell)
        strip = self.board.render_line(y - self.board.scroll_offset.y)
        return next(iter(strip.crop(x, x + 7))).style


@pytest.mark.parametrize(("inputs", "hidden"), [(2, 4), (4, 16)])
@pytest.mark.parametrize("width", [80, 100, 120, 200])
async def test_every_number_on_the_screen_is_whole(inputs: int, hidden: int, width: int) -> None:
    views = chain(inputs, hidden)
    app = Host(views)
    async with app.run_test(size=(width, 24)) as pilot:
        await pilot.pause()
        strips = [app.board.render_line(y) for y in range(app.board.virtual_size.height)]
        assert {strip.cell_length for strip in strips} == {app.board.scrollable_content_region.width}
        for view in views:
            shown = 0
            for (row, column), value in np.ndenumerate(view.values):
                if region := app.board.board.region_of(Cell(view.code, row, column)):
                    shown += 1
                    x, y, end = region[0], region[1], region[0] + region[2]
                    line = strips[y].text
                    assert line[x:end] == (STRUCTURAL if view.zeros[row, column] else number(value))
                    assert line[x - 1] in " [⎡⎢⎣…"
                    assert line[end] in " ]⎤⎥⎦…"
            assert shown >= min(view.shape[1], (width - 3 - 3) // 8) * view.shape[0]


async def test_the_keys_of_time_go_to_the_screen_while_there_is_no_cursor() -> None:
    app = Host([square()])
    async with app.run_test() as pilot:
        await pilot.press("left", "right", "escape", "home", "shift+left", "pagedown")
        assert app.keys == ["left", "right", "escape", "home", "shift+left", "pagedown"]
        await pilot.press("down", "right", "left", "home")
        assert app.keys[6:] == ["home"]
        assert app.moves == [Cell("a", 0, 0), Cell("a", 0, 1), Cell("a", 0, 0)]
        await pilot.press("escape", "left")
        assert app.board.cursor is None
        assert app.keys[7:] == ["left"]
        assert app.moves[3:] == [None]


async def test_a_board_without_matrices_leaves_every_key_to_the_screen() -> None:
    app = Host([])
    async with app.run_test() as pilot:
        await pilot.press("up", "left", "pagedown")
        assert app.keys == ["up", "left", "pagedown"]


async def test_a_click_puts_the_cursor_on_the_cell_and_the_focus_on_the_board() -> None:
    app = Host([square()])
    async with app.run_test() as pilot:
        x, y, width = app.board.board.region_of(Cell("a", 1, 1)) or (0, 0, 0)
        for column in (x, x + width - 1):
            app.board.cursor = None
            await pilot.click(MatrixBoard, offset=(column + 1, y + 1))
            assert app.board.cursor == Cell("a", 1, 1)
        await pilot.click(MatrixBoard, offset=(60, 10))
        assert app.board.cursor == Cell("a", 1, 1)
        assert app.board.has_focus


@pytest.mark.parametrize("size", [(80, 12), (120, 20)])
async def test_the_cursor_walks_through_a_large_matrix_and_stays_in_view(size: tuple[int, int]) -> None:
    app = Host(chain(4, 16))
    async with app.run_test(size=size) as pilot:
        board = app.board
        board.cursor = Cell("jacobian_f1_theta1", 0, 0)
        path = [*["right"] * 12, *["down"] * 15, "left", *["up"] * 3]
        for key in path:
            await pilot.press(key)
            assert board.cursor
            region = board.board.region_of(board.cursor)
            assert region
            assert 0 <= region[1] - board.scroll_offset.y < board.scrollable_content_region.height
        assert board.cursor == Cell("jacobian_f1_theta1", 12, 11)
        assert board.scroll_offset.x == 0
        board.cursor = Cell("jacobian_f1_theta1", 15, 79)
        assert board.board.region_of(Cell("jacobian_f1_theta1", 15, 79))


async def test_shift_and_an_arrow_move_the_window_of_columns_and_stop_at_its_ends() -> None:
    app = Host([MatrixView("a", "A", (2, 12), np.arange(24.0).reshape(2, 12))])
    async with app.run_test(size=(40, 10)) as pilot:
        assert app.lines()[0].startswith("A ‹ 1–4 of 12 ›")
        await pilot.press("shift+left", "shift+right", "shift+right")
        assert app.lines()[0].startswith("A ‹ 3–6 of 12 ›")
        await pilot.press(*["shift+right"] * 9)
        assert app.lines()[0].startswith("A ‹ 9–12 of 12 ›")
        assert app.lines()[1].strip() == "⎡+8.0000 +9.0000 +10.000 +11.000⎤"
        app.board.cursor = Cell("a", 0, 2)
        assert app.lines()[0].startswith("A ‹ 3–6 of 12 ›")
        assert app.keys == []


async def test_rows_go_on_in_further_lines_unless_all_has_room_only_without_them_and_their_windows_move_together() -> (
    None
):
    rows = [MatrixView(code, code, (1, 6), np.arange(6.0).reshape(1, 6), break_before=True) for code in "ab"]
    app = Host(rows)
    async with app.run_test(size=(40, 8)):
        assert [line.split()[0] for line in app.lines()] == ["a", "[", "…+3.0000", "b", "[", "…+3.0000"]
    app = Host(rows)
    async with app.run_test(size=(40, 6)) as pilot:
        assert [app.lines()[y].strip() for y in (0, 2)] == ["a ‹ 1–4 of 6 ›", "b ‹ 1–4 of 6 ›"]
        await pilot.press("shift+right")
        assert [app.lines()[y].strip() for y in (0, 2)] == ["a ‹ 2–5 of 6 ›", "b ‹ 2–5 of 6 ›"]
        app.board.cursor = Cell("b", 0, 5)
        assert [app.lines()[y].strip() for y in (0, 2)] == ["a ‹ 3–6 of 6 ›", "b ‹ 3–6 of 6 ›"]
    app = Host(rows)
    async with app.run_test(size=(40, 5)):
        assert app.lines()[2].split()[0] == "…+3.0000"


async def test_page_keys_scroll_what_is_taller_than_the_pane() -> None:
    app = Host(chain(4, 16))
    async with app.run_test(size=(80, 16)) as pilot:
        await pilot.pause()
        await pilot.press("pagedown")
        await pilot.wait_for_animation()
        assert app.board.scroll_offset.y > 0
        await pilot.press("down")
        assert app.board.cursor is not None
        region = app.board.board.region_of(app.board.cursor)
        assert region
        assert region[1] >= app.board.scroll_offset.y
        assert app.keys == []


async def test_showing_the_same_content_again_paints_nothing() -> None:
    app = Host(chain())
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        app.watch_painting()
        app.board.show_views(chain())
        app.board.lit = frozenset()
        await pilot.pause()
        assert app.painted == []


async def test_only_the_lines_that_differ_are_painted_again() -> None:
    app = Host([square(), square("b", title="B")])
    async with app.run_test() as pilot:
        await pilot.pause()
        app.watch_painting()
        app.board.show_views([square(), square("b", [[1.0, -2.0], [0.0, 5.0]], title="B")])
        await pilot.pause()
        assert set(app.painted) == {2}
        app.painted.clear()
        app.board.lit = frozenset({Cell("a", 0, 1)})
        await pilot.pause()
        assert set(app.painted) == {1}
        app.painted.clear()
        app.board.marks = {Cell("b", 1, 1): "hidden"}
        await pilot.pause()
        assert set(app.painted) == {2}
        app.painted.clear()
        app.board.cursor = Cell("a", 0, 0)
        app.board.cursor = Cell("a", 1, 0)
        await pilot.pause()
        assert set(app.painted) == {1, 2}


async def test_new_values_keep_cursor_columns_and_scroll_and_every_number_its_place() -> None:
    app = Host(chain(4, 16))
    async with app.run_test(size=(80, 12)) as pilot:
        app.board.cursor = Cell("jacobian_f1_theta1", 8, 40)
        await pilot.pause()
        before = app.board.scroll_offset, app.board.board.region_of(app.board.cursor)
        app.board.show_views(chain(4, 16, seed=8))
        await pilot.pause()
        assert app.board.cursor == Cell("jacobian_f1_theta1", 8, 40)
        assert (app.board.scroll_offset, app.board.board.region_of(app.board.cursor)) == before


async def test_a_cursor_whose_matrix_goes_is_taken_away() -> None:
    app = Host([square()])
    async with app.run_test() as pilot:
        await pilot.press("down")
        app.board.show_views([square("b")])
        await pilot.pause()
        assert app.board.cursor is None
        assert app.moves == [Cell("a", 0, 0), None]
        app.board.cursor = Cell("b", 2, 0)
        assert app.board.cursor is None


async def test_a_resize_flows_the_matrices_over_the_new_width() -> None:
    app = Host(chain())
    async with app.run_test(size=(120, 36)) as pilot:
        app.board.cursor = Cell("jacobian_f1_theta1", 3, 11)
        await pilot.resize_terminal(80, 12)
        await pilot.pause()
        region = app.board.board.region_of(Cell("jacobian_f1_theta1", 3, 11))
        assert region
        assert 0 <= region[1] - app.board.scroll_offset.y < app.board.scrollable_content_region.height
        assert region[0] + region[2] <= app.board.scrollable_content_region.width
        await pilot.resize_terminal(120, 36)
        await pilot.pause()
        assert not app.board.show_vertical_scrollbar
        assert app.board.board.width == 118


async def test_the_scrollbar_goes_when_the_matrices_fit_without_it() -> None:
    matrices = [MatrixView(str(i), "", (4, 4), None) for i in range(2)]
    app = Host(matrices)
    async with app.run_test(size=(70, 6)) as pilot:
        await pilot.pause()
        assert app.board.board.height == 4
        await pilot.resize_terminal(60, 6)
        await pilot.pause()
        assert app.board.show_vertical_scrollbar
        await pilot.resize_terminal(70, 6)
        await pilot.pause()
        assert not app.board.show_vertical_scrollbar


async def test_a_matrix_that_is_to_be_seen_is_however_late_the_board_has_a_size_and_the_matrices_come() -> None:
    tall = [square(name, np.ones((12, 2))) for name in ("first", "second", "third", "wanted", "last")]
    tall[3:] = [with_fields(view, break_before=True) for view in tall[3:]]
    app = Host([])

    def top() -> str:
        return "".join(block.view.code for block in app.board.board.blocks if block.top == app.board.scroll_offset.y)

    async with app.run_test(size=(40, 12)) as pilot:
        app.board.display = False
        await pilot.pause()
        app.board.show_matrix("wanted")
        app.board.show_views([square()])
        await pilot.pause()
        app.board.display = True
        await pilot.pause()
        app.board.show_views(tall)
        await pilot.pause()
        assert top() == "wanted"
        for size, first in (
            ((90, 12), "wanted"),
            ((40, 12), "wanted"),
            ((90, 60), "firstsecondthird"),
            ((90, 12), "wanted"),
        ):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert top() == first


async def test_a_matrix_that_was_to_be_seen_is_left_alone_once_something_else_has_scrolled_the_board() -> None:
    app = Host([square("first", np.ones((20, 2))), with_fields(square("wanted", np.ones((60, 2))), break_before=True)])
    async with app.run_test(size=(40, 12)) as pilot:
        app.board.show_matrix("wanted")
        await pilot.pause()
        await pilot.press("pagedown")
        await pilot.pause()
        before = app.board.scroll_y
        assert before > app.board.board.block("wanted").top
        await pilot.resize_terminal(50, 14)
        await pilot.pause()
        assert app.board.scroll_y == before


async def test_a_scrollbar_that_comes_after_the_cursor_has_scrolled_shows_where_the_matrices_are() -> None:
    app = Host([square()])
    async with app.run_test(size=(40, 12)) as pilot:
        app.board.show_views([square("tall", np.ones((30, 2)))])
        app.board.cursor = Cell("tall", 29, 0)
        await pilot.pause()
        assert app.board.scroll_y > 0
        assert app.board.vertical_scrollbar.position == app.board.scroll_y


async def test_a_board_of_automatic_height_is_as_high_as_its_matrices() -> None:
    class Strip(Host):
        CSS = "MatrixBoard { height: auto; }"

        def compose(self) -> ComposeResult:
            yield self.board
            yield Static("below")

    app = Strip([square()])
    async with app.run_test() as pilot:
        assert app.board.size.height == 3
        app.board.show_views([square(), MatrixView("b", "B", (1, 1), None, break_before=True)])
        await pilot.pause()
        assert app.board.size.height == 5
        assert not app.board.show_vertical_scrollbar


async def test_a_hidden_cell_does_not_show_its_number() -> None:
    app = Host([square()])
    async with app.run_test():
        app.board.marks = {Cell("a", 0, 1): "hidden", Cell("a", 1, 1): "wrong"}
        assert app.lines()[1].rstrip() == "⎡+1.0000      ??⎤"
        assert app.lines()[2].rstrip() == "⎣ 0.0000 +4.0000⎦"


@pytest.mark.parametrize("no_color", [False, True])
@pytest.mark.parametrize("theme", ["textual-dark", "textual-light", "ansi-dark", "ansi-light"])
async def test_cursor_lit_and_wrong_cells_stand_out_without_colour(
    theme: str, no_color: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if no_color:
        monkeypatch.setenv("NO_COLOR", "1")
    app = Host([square()])
    async with app.run_test() as pilot:
        app.theme = theme
        app.board.lit = frozenset({Cell("a", 0, 1)})
        app.board.marks = {Cell("a", 1, 1): "wrong"}
        app.board.cursor = Cell("a", 0, 0)
        await pilot.pause()
        assert app.style(Cell("a", 0, 0)).reverse
        assert app.style(Cell("a", 0, 1)).underline
        assert app.style(Cell("a", 1, 1)).italic
        plain = app.style(Cell("a", 1, 0))
        assert not any((plain.reverse, plain.underline, plain.italic))


@pytest.mark.parametrize("theme", ["textual-dark", "textual-light"])
async def test_the_colours_of_the_signs_have_enough_contrast(theme: str) -> None:
    app = Host([square(values=[[1.0, -2.0], [3.0, -4.0], [5.0, -6.0], [0.0, 0.0]])])
    async with app.run_test() as pilot:
        app.theme = theme
        for surface in ("$background", "$surface", "$panel"):
            app.stylesheet.add_source(f"Screen {{ background: {surface}; }}", read_from=(surface, ""))
            app.refresh_css(animate=False)
            app.board.lit = frozenset({Cell("a", 1, 0), Cell("a", 1, 1)})
            app.board.marks = {Cell("a", 2, 0): "wrong", Cell("a", 2, 1): "wrong"}
            await pilot.pause()
            for row in range(4):
                for column in range(2):
                    style = app.style(Cell("a", row, column))
                    assert contrast(style.color, style.bgcolor) >= 4.5


def contrast(one, other) -> float:
    """The contrast of two colours as WCAG 2 defines it."""

    def luminance(colour) -> float:
        parts = (part / 255 for part in Color.from_rich_color(colour).rgb)
        red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


async def test_a_new_zero_is_not_bold_and_other_new_numbers_are():
    host = Host([])
    async with host.run_test(size=(40, 6)) as pilot:
        board = host.board
        board.show_views([MatrixView("a", "a", (1, 2), np.array([[0.0, 0.7]]), fresh=np.ones((1, 2), dtype=np.bool_))])
        await pilot.pause()
        bold = {segment.text.strip(): bool(segment.style.bold) for segment in board.render_line(1) if segment.style}
        assert bold["0.0000"] is False
        assert bold["+0.7000"] is True
