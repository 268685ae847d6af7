"""Where the matrices of a board stand."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from matrices import chain
from rich.cells import cell_len

from tui_backprop.explain.cell import Cell
from tui_backprop.explain.typeset import STRUCTURAL, WIDTH, number
from tui_backprop.tui.kit.matrix_layout import Board, MatrixView, layout, with_fields

STEPS = ((0, 1), (0, -1), (1, 0), (-1, 0))

networks = pytest.mark.parametrize(("inputs", "hidden"), [(2, 4), (4, 16)])
widths = pytest.mark.parametrize("width", [78, 98, 118, 198])


def matrix(code: str, rows: int, columns: int, *, title: str = "", note: str = "", joiner: str = "") -> MatrixView:
    values = np.arange(rows * columns, dtype=float).reshape(rows, columns)
    return MatrixView(code, title, (rows, columns), values, note=note, joiner=joiner)


def text(board: Board, y: int) -> str:
    line = ""
    for piece in board.line(y):
        line = line.ljust(piece.x) + piece.text
    return line


def cells(views: list[MatrixView]) -> set[Cell]:
    return {Cell(v.code, row, column) for v in views for row in range(v.shape[0]) for column in range(v.shape[1])}


@networks
@widths
def test_no_line_is_wider_than_the_width_and_nothing_overlaps(inputs: int, hidden: int, width: int) -> None:
    board = layout(chain(inputs, hidden, notes=True), width)
    for y in range(board.height):
        end = 0
        for piece in board.line(y):
            assert piece.x >= end
            end = piece.x + cell_len(piece.text)
        assert end <= width


@networks
@widths
def test_every_number_on_show_is_whole_and_right(inputs: int, hidden: int, width: int) -> None:
    views = {view.code: view for view in chain(inputs, hidden, notes=True)}
    board = layout(views.values(), width)
    for piece in (piece for y in range(board.height) for piece in board.line(y)):
        if piece.cell is not None:
            view = views[piece.cell.code]
            assert view.values is not None
            assert view.zeros is not None
            place = piece.cell.row, piece.cell.column
            assert piece.text == (STRUCTURAL if view.zeros[place] else number(view.values[place]))


@networks
@widths
def test_every_title_is_whole(inputs: int, hidden: int, width: int) -> None:
    views = chain(inputs, hidden, notes=True)
    board = layout(views, width)
    titles = " ".join(piece.text for y in range(board.height) for piece in board.line(y) if piece.kind == "title")
    assert all(view.title in titles for view in views)


@networks
@widths
def test_cell_at_and_region_of_are_inverse(inputs: int, hidden: int, width: int) -> None:
    views = chain(inputs, hidden, notes=True)
    board = layout(views, width, {"jacobian_f1_theta1": 5})
    found = {board.cell_at(x, y) for y in range(board.height) for x in range(width)} - {None}
    for cell in cells(views):
        region = board.region_of(cell)
        assert (region is not None) == (cell in found)
        if region is not None:
            x, y, wide = region
            assert wide == WIDTH
            assert {board.cell_at(x + i, y) for i in range(wide)} == {cell}
            assert board.cell_at(x - 1, y) != cell != board.cell_at(x + wide, y)


@networks
@widths
def test_the_cursor_reaches_every_cell_by_moves(inputs: int, hidden: int, width: int) -> None:
    views = chain(inputs, hidden, notes=True)
    board = layout(views, width)
    first = board.first_cell()
    assert first == Cell("jacobian_f4_x4", 0, 0)
    reached, edge = {first}, [first]
    while edge:
        cell = edge.pop()
        new = {board.move(cell, *step) for step in STEPS} - reached
        reached |= new
        edge.extend(new)
    assert reached == cells(views)


@networks
@widths
def test_the_offset_for_a_cell_brings_it_into_view(inputs: int, hidden: int, width: int) -> None:
    views = chain(inputs, hidden, notes=True)
    board = layout(views, width)
    for cell in cells(views):
        assert layout(views, width, {cell.code: board.offset_showing(cell)}).region_of(cell) is not None


def test_the_chain_of_the_small_network_reads_as_a_product() -> None:
    board = layout(chain(2, 4, notes=True), 118)
    assert text(board, 0).split() == ["J_x⁽²⁾(f₂)", "(3.22)"]
    assert text(board, 2).startswith("J_x⁽⁴⁾(f₄) (3.27)   J_x⁽³⁾(f₃) (3.24)")
    assert text(board, 3).count(" · ") == 5
    assert text(board, 6).strip() == "J_θ⁽¹⁾(f₁) (3.19)"
    assert text(board, 12).startswith("= [")
    assert board.height == 13


def test_a_matrix_of_one_row_has_plain_brackets_and_a_taller_one_has_tall_ones() -> None:
    board = layout([matrix("a", 1, 1), matrix("b", 3, 1)], 40)
    assert [text(board, y) for y in range(3)] == [
        "           ⎡ 0.0000⎤",
        "[ 0.0000]  ⎢+1.0000⎥",
        "           ⎣+2.0000⎦",
    ]


def test_a_wide_matrix_shows_a_window_of_whole_columns_and_says_which() -> None:
    wide = matrix("a", 2, 12, title="A", note="2×12")
    assert text(layout([wide], 40), 0) == "A ‹ 1–4 of 12 › 2×12"
    assert text(layout([wide], 40, {"a": 5}), 1) == "⎡+5.0000 +6.0000 +7.0000 +8.0000⎤"
    assert text(layout([wide], 40, {"a": 99}), 0) == "A ‹ 9–12 of 12 › 2×12"


def test_a_row_that_is_too_wide_goes_on_in_further_lines_of_like_length_and_says_which_columns_stand_where() -> None:
    board = layout([matrix("a", 1, 1), matrix("b", 1, 5, title="B", joiner=" · "), matrix("c", 1, 1, joiner=" = ")], 34)
    assert [text(board, y) for y in range(board.height)] == [
        "[ 0.0000]",
        "  B columns 1–3, 4–5",
        "· [ 0.0000 +1.0000 +2.0000…",
        "  …+3.0000 +4.0000]",
        "= [ 0.0000]",
    ]
    beside = layout([matrix("b", 1, 5, title="B"), matrix("c", 1, 1, joiner=" = ")], 37)
    assert text(beside, 1) == "[ 0.0000 +1.0000 +2.0000… = [ 0.0000]"


def test_groups_of_columns_stay_together_where_a_row_goes_on() -> None:
    row = MatrixView("a", "", (1, 9), np.arange(9.0).reshape(1, 9), group=3)
    assert [text(layout([row], 60), y).count("│") for y in range(2)] == [1, 0]
    assert text(layout([row], 60), 0).startswith("[ 0.0000 +1.0000 +2.0000│+3.0000")


def test_up_and_down_go_from_line_to_line_of_a_row_and_then_to_the_matrix_beyond() -> None:
    board = layout([matrix("a", 1, 1), matrix("b", 1, 5, title="B"), matrix("c", 1, 2)], 34)
    assert board.move(Cell("a", 0, 0), 0, 1) == Cell("b", 0, 0)
    assert board.move(Cell("b", 0, 1), 0, 1) == Cell("b", 0, 4)
    assert board.move(Cell("b", 0, 2), 0, 1) == Cell("b", 0, 4)
    assert board.move(Cell("b", 0, 2), 1, 0) == Cell("b", 0, 3)
    assert board.move(Cell("b", 0, 4), 0, -1) == Cell("b", 0, 1)
    assert board.move(Cell("b", 0, 4), 0, 1) == Cell("c", 0, 1)
    assert board.move(Cell("c", 0, 1), 0, -1) == Cell("b", 0, 4)


def test_numbers_of_a_narrow_matrix_are_written_with_as_many_signs_as_they_need() -> None:
    view = MatrixView("a", "", (2, 3), np.array([[1, -16, 0.25], [0, 1, 1e-7]]), narrow=4)
    assert [text(layout([view], 40), y) for y in range(2)] == ["⎡   1  -16 0.25⎤", "⎣   0    1 1e-7⎦"]


def test_a_joiner_stands_before_the_title_where_it_would_cost_a_column() -> None:
    fits = layout([matrix("a", 1, 1), matrix("b", 1, 4, title="B", joiner=" · ")], 35)
    tight = layout([matrix("a", 1, 1), matrix("b", 1, 4, title="B", joiner=" · ")], 34)
    assert [text(fits, y) for y in (1, 2)] == ["  B", "· [ 0.0000 +1.0000 +2.0000 +3.0000]"]
    assert [text(tight, y) for y in (1, 2)] == ["· B", "[ 0.0000 +1.0000 +2.0000 +3.0000]"]


def test_a_long_title_widens_its_matrix_and_loses_whole_words_only_to_the_width() -> None:
    views = [matrix("a", 1, 1, title="a matrix of one"), matrix("b", 1, 1, title="another")]
    assert text(layout(views, 40), 0) == "a matrix of one  another"
    assert text(layout(views, 12), 0) == "a matrix of…"


def test_a_note_takes_only_room_that_is_left() -> None:
    views = [matrix("a", 1, 1, title="A", note="a note (1.1)"), matrix("b", 1, 1, title="B", note="b")]
    assert text(layout(views, 40), 0) == "A a note (1.1)  B b"
    assert text(layout(views, 21), 0) == "A a note…  B b"
    assert layout(views, 20).height == layout(views, 40).height


def test_a_matrix_can_begin_a_new_line() -> None:
    view = matrix("b", 1, 1)
    board = layout([matrix("a", 1, 1), MatrixView("b", "", (1, 1), view.values, break_before=True)], 80)
    assert board.region_of(Cell("b", 0, 0)) == (1, 1, WIDTH)


def test_what_is_not_computed_is_one_sign_and_a_wrong_mask_hides_no_number() -> None:
    nothing = MatrixView("a", "", (1, 2), None, np.ones((1, 2), dtype=bool))
    masked = MatrixView("b", "", (1, 2), np.array([[0.0, 5.0]]), np.ones((1, 2), dtype=bool))
    assert text(layout([nothing], 40), 0) == "[       —       ]"
    assert text(layout([masked], 40), 0) == f"[{STRUCTURAL} +5.0000]"


@pytest.mark.parametrize("waits", ["update", "更新", "∇θ⁽¹⁾"])
def test_what_waits_keeps_its_matrix_as_wide_as_numbers_do_in_any_script(waits: str) -> None:
    board = layout([MatrixView("a", "", (3, 3), None, waits=waits)], 40)
    left, waiting, right = board.line(1)
    assert waiting.text.strip() == waits
    assert waiting.x + cell_len(waiting.text) == right.x == board.line(0)[-1].x
    assert left.x + cell_len(left.text) == waiting.x


def test_the_cursor_goes_to_the_nearest_cell_of_the_next_matrix_and_stays_at_the_end() -> None:
    views = [matrix("a", 1, 1), matrix("b", 3, 2), MatrixView("c", "", (1, 4), None, break_before=True)]
    board = layout(views, 40)
    assert board.move(Cell("a", 0, 0), 1, 0) == Cell("b", 1, 0)
    assert board.move(Cell("b", 2, 0), -1, 0) == Cell("a", 0, 0)
    assert board.move(Cell("a", 0, 0), 0, 1) == Cell("c", 0, 0)
    assert board.move(Cell("b", 2, 1), 0, 1) == Cell("c", 0, 2)
    assert board.move(Cell("c", 0, 3), 0, -1) == Cell("b", 2, 1)
    assert board.move(Cell("c", 0, 3), 1, 0) == Cell("c", 0, 3)
    assert board.move(Cell("c", 0, 3), 0, 1) == Cell("c", 0, 3)
    assert board.move(Cell("gone", 0, 0), 0, 1) == Cell("gone", 0, 0)


def test_values_of_another_shape_are_refused_by_name() -> None:
    with pytest.raises(ValueError, match=r"a: values has the shape \(1, 3\), not \(2, 2\)"):
        MatrixView("a", "", (2, 2), np.zeros((1, 3)))


@given(
    st.lists(st.tuples(st.integers(1, 6), st.integers(1, 30), st.text("ab ", max_size=30), st.booleans()), max_size=6),
    st.integers(40, 130),
)
def test_any_matrices_fit_any_width(shapes: list[tuple[int, int, str, bool]], width: int) -> None:
    views = [
        MatrixView(str(i), title, (rows, columns), None, joiner=" · ", break_before=new, note=title)
        for i, (rows, columns, title, new) in enumerate(shapes)
    ]
    board = layout(views, width)
    assert all(cell_len(text(board, y)) <= width for y in range(board.height))
    assert [block.view for block in board.blocks] == views


@given(
    st.lists(st.tuples(st.integers(1, 6), st.integers(1, 30), st.booleans()), min_size=1, max_size=6),
    st.integers(12, 130),
    st.integers(0, 2**32 - 1),
)
def test_a_board_with_other_numbers_is_that_of_their_own_layout(
    shapes: list[tuple[int, int, bool]], width: int, seed: int
) -> None:
    random = np.random.default_rng(seed)
    views, others = (
        [
            MatrixView(
                f"m{i}",
                "title",
                (rows, columns),
                random.normal(size=(rows, columns)),
                joiner=" · ",
                note="note",
                break_before=new,
            )
            for i, (rows, columns, new) in enumerate(shapes)
        ]
        for _ in range(2)
    )
    board, wanted = layout(views, width), layout(others, width)
    seen = [board.line(y) for y in range(board.height)]
    shown = board.showing(others)
    assert shown is not None
    assert [shown.line(y) for y in range(shown.height)] == [wanted.line(y) for y in range(wanted.height)] != seen
    assert board.showing(others[1:]) is None
    assert board.showing([*others[1:], with_fields(others[0], note="another")]) is None
