"""The map of a surface: its scale, its levels, its lines, and which part of it is looked at."""

from itertools import product

import numpy as np
import pytest

from tui_backprop.calculus.descent.surface import ARTICLE
from tui_backprop.tui.descent.surface_grid import SHORTEST_ARROW, Frame, Levels, arrow_of, path_dots, row_ticks
from tui_backprop.tui.kit.half_blocks import pixel_classes


def test_a_frame_has_one_scale_for_both_axes_and_shows_the_whole_window():
    for window, (columns, rows) in product([((-6, 6), (-6, 6)), ((-5, 5), (-2, 2))], [(40, 18), (100, 30), (10, 30)]):
        frame = Frame.around(window, columns, rows)
        assert frame.left <= window[0][0] + 1e-9
        assert frame.right >= window[0][1] - 1e-9
        assert frame.bottom <= window[1][0] + 1e-9
        assert frame.top >= window[1][1] - 1e-9
        assert (frame.right - frame.left) / columns == pytest.approx((frame.top - frame.bottom) / rows / 2)


def test_a_point_of_the_map_has_the_value_that_f_has_there():
    frame = Frame.around(ARTICLE.window, 40, 18)
    x1, x2 = frame.axes(1, 2)
    values = ARTICLE.values(x1[None, :], x2[:, None])
    for row, column in ((0, 0), (7, 21), (35, 39)):
        x = np.array([x1[column], x2[row]])
        assert values[row, column] == pytest.approx(ARTICLE.value(x), rel=1e-12)
        assert frame.cell_of(x) == (row // 2, column)


def test_levels_rise_with_f_and_their_lines_lie_between_its_ends():
    values = np.array([[1.0, 2.0, 5.0], [40.0, 1500.0, np.nan]])
    levels = Levels.of(values)
    shares = levels.shares(values)
    assert (np.diff(shares.ravel()[:5]) > 0).all()
    assert (shares[0, 0], shares[1, 1]) == (0, pytest.approx(1))
    assert np.isnan(shares[1, 2])
    lines = levels.lines()
    assert lines == sorted(set(lines))
    assert 1 < lines[0] < lines[-1] < 1500
    narrow = Levels(1e6, 1e6 + 1e-3, 1e-4).lines()
    assert narrow == sorted(set(narrow))
    assert Levels.of(np.full((2, 2), 7.0)).lines() == []
    assert (pixel_classes(Levels.of(np.full((2, 2), 7.0)).shares(np.full((2, 2), 7.0))) == 32).all()


def test_level_lines_have_two_digits_where_these_tell_them_apart():
    x1, x2 = Frame.around(ARTICLE.window, 40, 18).axes(2, 4)
    lines = Levels.of(ARTICLE.values(x1[None, :], x2[:, None])).lines()
    assert lines == [float(f"{line:.1e}") for line in lines]


def test_a_path_is_cut_off_at_the_edges_however_far_it_goes():
    frame = Frame.around(((0, 1), (0, 1)), 20, 10)
    middle = np.array([0.5, 0.5])
    for end in ([1e300, 0.5], [0.5, -1e8], [np.inf, 0.5], [2.0, 3.0]):
        assert path_dots(frame, np.array([middle, end])).any() == bool(np.isfinite(end).all())
    assert not path_dots(frame, np.array([[2.0, 2.0], [3.0, 3.0]])).any()
    solid, dotted = (path_dots(frame, np.array([[0, 0.5], [1, 0.5]]), dotted=way) for way in (False, True))
    assert 0 < dotted.sum() < solid.sum() / 2  # what is beyond is told by its shape, too
    assert path_dots(frame, np.tile([[0.1, 0.1], [0.9, 0.9]], (10_000, 1))).sum() > 20


def test_the_arrow_is_the_step_where_that_can_be_seen():
    frame = Frame.around(((-1, 1), (-1, 1)), 20, 10)
    origin = np.zeros(2)
    heads = {(1, 0): "→", (1, 1): "↗", (0, 1): "↑", (-1, 0): "←", (-1, -1): "↙", (0, -1): "↓", (1, -1): "↘"}
    for way, head in heads.items():
        after = np.array(way, dtype=float) / 2
        arrow = arrow_of(frame, origin, after)
        assert (arrow.character, arrow.factor, arrow.head) == (head, 1, frame.cell_of(after))
        np.testing.assert_array_equal(arrow.line, [origin, after])
    assert arrow_of(frame, origin, origin) is None
    assert arrow_of(frame, origin, None) is None
    assert arrow_of(frame, np.array([9.0, 9.0]), np.ones(2)) is None
    assert arrow_of(frame, origin, np.array([3.0, 0.0])).head is None


@pytest.mark.parametrize("length", [0.29, 0.1, 0.03, 1e-3, 1e-9, 1e-300])
def test_a_step_too_short_to_be_seen_is_enlarged_by_a_round_factor(length):
    frame = Frame.around(((-1, 1), (-1, 1)), 20, 10)
    arrow = arrow_of(frame, np.zeros(2), np.array([0.0, length]))
    dots = float(arrow.line[1, 1]) / frame.cell * 2
    assert SHORTEST_ARROW * (1 - 1e-9) <= dots < 2.6 * SHORTEST_ARROW
    assert str(arrow.factor).rstrip("0") in ("1", "2", "5")
    assert arrow.line[1, 1] == pytest.approx(length * arrow.factor)


@pytest.mark.parametrize("at", [0.0, 1.0, -1e15, 1.57e22])
def test_a_window_without_extent_is_a_frame_of_cells_that_can_be_told_apart(at):
    frame = Frame.around(((at, at), (at, at)), 45, 16)
    assert frame.left < frame.left + frame.cell <= frame.right
    assert frame.bottom < frame.top
    assert row_ticks(frame)
