"""The map of a surface: its scale, its levels, its lines, and which part of it is looked at."""

from itertools import product

import numpy as np
import pytest

from tui_backprop.calculus.descent.surface import ARTICLE
from tui_backprop.tui.descent.surface_grid import Frame, Levels, MapView, arrow_of, path_dots
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
    assert path_dots(frame, np.tile([[0.1, 0.1], [0.9, 0.9]], (10_000, 1))).sum() > 20


def test_the_arrow_points_down_the_slope():
    frame = Frame.around(((-1, 1), (-1, 1)), 20, 10)
    origin = np.zeros(2)
    heads = {(-1, 0): "→", (-1, -1): "↗", (0, -1): "↑", (1, 0): "←", (1, 1): "↙", (0, 1): "↓", (-1, 1): "↘"}
    for J, head in heads.items():
        assert arrow_of(frame, origin, np.array(J, dtype=float)).character == head
    assert arrow_of(frame, origin, origin) is None
    assert arrow_of(frame, np.array([9.0, 9.0]), np.ones(2)) is None


def test_a_closer_look_follows_the_point_and_the_whole_map_stays():
    inside, outside = np.array([1.0, 1.0]), np.array([5.0, 5.0])
    closer = MapView().closer(inside).closer(inside)
    assert closer.window(ARTICLE) == ((-0.5, 2.5), (-0.5, 2.5))
    assert closer.following(ARTICLE, inside, outside).centre == (5.0, 5.0)
    assert MapView().following(ARTICLE, inside, outside) == MapView()
    assert closer.wider().wider() == MapView()
    assert MapView().moved(ARTICLE, 1, 0).window(ARTICLE) == ((-3.0, 9.0), (-6.0, 6.0))
