"""Values to pixels, lines to dots, both to Segments."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.style import Style
from textual.color import Color

from tui_backprop.tui.kit.half_blocks import (
    MISSING,
    STEPS,
    Mark,
    Palette,
    braille,
    braille_marks,
    contour,
    half_block_lines,
    halved,
    line_dots,
    pixel_classes,
)

BLUE, GREY, ORANGE, BLACK = (Color.parse(colour) for colour in ("#0000ff", "#808080", "#ffa000", "#000000"))


@pytest.fixture
def palette() -> Palette:
    return Palette(BLUE, GREY, ORANGE, missing=BLACK)


def test_values_fall_into_steps_of_equal_width_and_the_ends_stay_inside():
    values = np.array([[-1.0, 0.0, 0.5 / STEPS, 1.5 / STEPS, 0.5, 1.0, 7.0, math.inf, -math.inf]])
    assert pixel_classes(values).tolist() == [[0, 0, 0, 1, STEPS // 2, *[STEPS - 1] * 3, 0]]


def test_what_is_not_a_number_is_missing():
    assert pixel_classes(np.array([[np.nan, 0.2]]))[0, 0] == MISSING


def test_the_palette_goes_from_low_through_the_middle_to_high(palette: Palette):
    assert len(palette.colours) == STEPS + 1
    assert palette.colours[0] == BLUE.rich_color
    assert palette.colours[STEPS // 2 - 1].triplet is not None
    assert palette.colours[STEPS - 1] == ORANGE.rich_color
    assert palette.colours[MISSING] == BLACK.rich_color


def test_a_cell_holds_the_upper_pixel_before_the_lower_one(palette: Palette):
    ((segment,),) = half_block_lines(np.array([[3], [9]]), palette)
    assert segment.text == "▀"
    assert segment.style == Style(color=palette.colours[3], bgcolor=palette.colours[9])


def test_neighbours_of_one_look_are_one_segment(palette: Palette):
    (line,) = half_block_lines(np.array([[1, 1, 2, 2], [1, 1, 5, 5]]), palette)
    assert [segment.text for segment in line] == ["  ", "▀▀"]


def test_a_mark_lies_over_its_cell_on_the_colour_between_its_pixels(palette: Palette):
    marks = {(0, 1): Mark("x", Style(bold=True))}
    (line,) = half_block_lines(np.full((2, 3), 8), palette, marks)
    assert [segment.text for segment in line] == [" ", "x", " "]
    assert line[1].style == Style(bold=True, bgcolor=palette.colours[8])


def test_a_mark_outside_the_map_is_left_out(palette: Palette):
    marks = {(5, 0): Mark("x", Style()), (0, -1): Mark("x", Style())}
    (line,) = half_block_lines(np.zeros((2, 3), dtype=np.intp), palette, marks)
    assert "".join(segment.text for segment in line) == "   "


@given(st.integers(1, 8), st.integers(1, 12), st.integers(0, 2**32 - 1))
def test_every_row_is_as_wide_as_the_map(rows: int, columns: int, seed: int):
    random = np.random.default_rng(seed)
    dots = random.random((4 * rows, 2 * columns)) < 0.1
    classes = random.integers(0, STEPS + 1, size=(2 * rows, columns))
    lines = half_block_lines(classes, Palette(BLUE, GREY, ORANGE, BLACK), braille_marks(dots, Style()))
    assert len(lines) == rows
    assert all(sum(len(segment.text) for segment in line) == columns for line in lines)


@given(st.integers(0, 2**32 - 1), st.floats(0.1, 0.9))
def test_the_contour_is_where_a_neighbour_lies_on_the_other_side(seed: int, level: float):
    values = np.random.default_rng(seed).random((6, 7))
    line = contour(values, level)
    for row, column in np.ndindex(values.shape):
        around = [(row, column - 1), (row, column + 1), (row - 1, column), (row + 1, column)]
        inside = [values[at] for at in around if 0 <= at[0] < 6 and 0 <= at[1] < 7]
        assert line[row, column] == (values[row, column] >= level and min(inside) < level)


def test_the_dots_of_a_character_are_numbered_as_in_braille():
    dots = np.zeros((4, 2), dtype=np.bool_)
    for (row, column), character in {(0, 0): "⠁", (1, 0): "⠃", (0, 1): "⠋", (3, 1): "⢋", (3, 0): "⣋"}.items():
        dots[row, column] = True
        assert braille(dots) == {(0, 0): character}


def test_four_dots_make_the_pixel_of_their_mean():
    assert halved(np.array([[0, 1, 1, 1], [0, 1, 1, 1]], dtype=np.float32)).tolist() == [[0.5, 1.0]]


@given(*[st.tuples(st.integers(0, 30), st.integers(0, 30))] * 2)
def test_a_solid_line_goes_from_end_to_end_without_a_gap(start: tuple[int, int], end: tuple[int, int]):
    dots = line_dots(start, end, lambda steps: steps >= 0)
    assert tuple(dots[0]) == start
    assert tuple(dots[-1]) == end
    assert np.abs(np.diff(dots, axis=0)).max(initial=0) <= 1


def test_a_map_in_the_terminals_colours_has_four_of_the_sixteen_from_blue_to_yellow():
    palette = Palette.of_the_terminal(BLACK)
    shown = [palette.colours[step].number for step in (0, STEPS // 4, STEPS // 2, STEPS - 1)]
    assert shown == [4, 12, 11, 3]
    assert all(colour.is_system_defined for colour in palette.colours[:STEPS])
    assert palette.colours[MISSING] == BLACK.rich_color
