"""The table of the samples."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest

from tui_backprop.calculus.network.own_data import OwnData
from tui_backprop.explain.typeset import cells, number
from tui_backprop.tui.network.samples import SamplesPane, is_right, table_lines
from tui_backprop.words import LANGUAGES, speak

WIDTHS = (24, 28, 40, 58, 120)


async def test_each_sample_has_a_line_with_its_numbers(pane_snapshot, host):
    shown = pane_snapshot("xor", sample=3)
    app = host(SamplesPane())
    async with app.run_test(size=(60, 20)) as pilot:
        app.pane.show(shown)
        await pilot.pause()
        lines = app.picture()
    for k, (x, t, x4, error) in enumerate(
        zip(shown.table.x1, shown.table.t, shown.table.x4, shown.table.error, strict=True), start=1
    ):
        words = lines[k].replace("▶", "").split()
        right = "✓" if (x4 > 0.5) == (t == 1) else "✗"
        assert words == [str(k), *(f"{v:.0f}" for v in x), f"{t:.0f}", number(x4), number(error), right]
    assert lines[5].split() == ["ΣE", "now", number(float(shown.table.error.sum()))]


async def test_only_the_current_sample_is_marked(pane_snapshot, host):
    app = host(SamplesPane())
    async with app.run_test(size=(60, 20)) as pilot:
        app.pane.show(pane_snapshot("xor", sample=3))
        await pilot.pause()
        assert [row for row, line in enumerate(app.picture()) if "▶" in line] == [3]
        assert app.pane.render_line(3)._segments[0].style.bold
        app.pane.show(pane_snapshot("xor", sample=0))
        await pilot.pause()
        assert not any("▶" in line for line in app.picture())


async def test_only_the_rows_that_differ_are_painted_again(pane_snapshot, host):
    app = host(SamplesPane())
    async with app.run_test(size=(60, 20)) as pilot:
        app.pane.show(pane_snapshot("xor", sample=3))
        await pilot.pause()
        painted, painter = set(), app.pane.painter
        app.pane.painter = lambda width: lambda y: painted.add(y) or painter(width)(y)
        app.pane.show(pane_snapshot("xor", sample=4))
        await pilot.pause()
        assert painted == {3, 4}


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("task", ["xor", "parity3", "parity4"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_lines_of_a_table_are_of_one_width(pane_snapshot, language, task, width):
    speak(language)
    lines = table_lines(pane_snapshot(task).table, 2, width)
    assert len({cells(line) for line in lines}) == 1
    if width >= 28 or (task == "xor" and width >= 27):
        assert cells(lines[0]) <= width


def test_the_columns_do_not_move_with_the_numbers(pane_snapshot):
    table = pane_snapshot("xor").table
    other = replace(table, x4=np.array([1e-12, 1.0, math.nan, 0.5]), error=np.array([0.0, 1e-300, math.inf, 0.125]))
    assert [len(line) for line in table_lines(table, 1, 58)] == [len(line) for line in table_lines(other, 4, 58)]


@pytest.mark.parametrize(
    ("x4", "t", "right"), [(0.6, 1, True), (0.4, 1, False), (0.4, 0, True), (0.6, 0, False), (0.5, 0, False)]
)
def test_right_means_on_the_labels_side_of_a_half(x4, t, right):
    assert is_right(x4, t) is right
    assert not is_right(math.nan, t)


async def test_sixteen_samples_scroll_between_the_head_and_the_sum(pane_snapshot, host):
    app = host(SamplesPane())
    async with app.run_test(size=(40, 8)) as pilot:
        app.pane.show(pane_snapshot("parity4", sample=12))
        await pilot.pause()
        lines = app.picture()
        assert "x⁽⁴⁾" in lines[0]
        assert "ΣE" in lines[-1]
        assert any("▶12" in line for line in lines)
        app.pane.focus()
        await pilot.press("pageup", "pageup", "pageup", "pageup")
        await pilot.wait_for_animation()
        assert app.picture()[1].split()[0] == "1"


async def test_the_sample_of_now_is_in_sight_from_the_moment_the_table_is_shown(pane_snapshot, host):
    app = host(SamplesPane())
    async with app.run_test(size=(40, 8)) as pilot:
        app.pane.show(pane_snapshot("parity4", sample=12))
        assert any("▶12" in app.pane.render_line(y).text for y in range(6)), "not when the screen has time for it"
        await pilot.pause()
        assert any("▶12" in line for line in app.picture())
        assert app.pane.vertical_scrollbar.position == app.pane.scroll_y


async def test_a_shorter_table_in_the_place_of_a_scrolled_one_is_shown_at_once_from_its_first_sample(
    pane_snapshot, host
):
    app = host(SamplesPane())
    async with app.run_test(size=(60, 10)) as pilot:
        app.pane.show(pane_snapshot("parity4", sample=16))
        await pilot.pause()
        assert app.pane.scroll_offset.y > 4
        app.pane.show(pane_snapshot("xor", sample=2))
        assert [app.pane.render_line(y).text.split()[0] for y in range(1, 5)] == ["1", "▶", "3", "4"]
        await pilot.pause()
        assert [line.split()[0] for line in app.picture()[1:5]] == ["1", "▶", "3", "4"]


async def test_the_title_counts_what_is_right(pane_snapshot, host):
    shown = pane_snapshot("xor")
    app = host(SamplesPane())
    async with app.run_test(size=(40, 12)) as pilot:
        app.pane.show(shown)
        await pilot.pause()
        right = sum((x4 > 0.5) == (t == 1) for x4, t in zip(shown.table.x4, shown.table.t, strict=True))
        assert app.pane.border_title == f"Samples: {right} of 4 right"


async def test_an_equal_snapshot_repaints_nothing(pane_snapshot, host, monkeypatch):
    app = host(SamplesPane())
    async with app.run_test(size=(40, 12)) as pilot:
        app.pane.show(pane_snapshot("xor"))
        await pilot.pause()
        asked = []
        monkeypatch.setattr(app.pane, "refresh", lambda *args, **kwargs: asked.append(args))
        app.pane.show(pane_snapshot("xor"))
        assert not asked
        app.pane.show(pane_snapshot("xor", sample=4))
        assert asked


# --- a table of one's own

OWN = OwnData("own.csv", ((-1.5, 20.25, 0.5), (3, 4, 0.125), (1e-9, 123456, 1))).table


@pytest.mark.parametrize("width", WIDTHS)
def test_numbers_of_ones_own_stand_in_columns(pane_snapshot, width):
    lines = table_lines(pane_snapshot(own=OWN).table, 2, width)
    assert len({len(line) for line in lines}) == 1
    rows = [line.replace("▶", "").split() for line in lines[1:-1]]
    x1 = [row[0:2] if len(row) == 6 else row[1:3] for row in rows]
    assert x1 == [["−1.5", "20.2"], ["3", "4"], ["1e−9", "1.23e5"]]
    assert [row[-4] for row in rows] == ["0.5", "0.125", "1"]


def test_a_label_of_a_half_is_neither_right_nor_wrong(pane_snapshot):
    shown = pane_snapshot(own=OWN)
    assert next(line.split()[-1] for line in table_lines(shown.table, 2, 58)[1:-1]) == "?"
    assert shown.table.sides == 2


async def test_sixty_four_samples_scroll(pane_snapshot, host):
    own = OwnData("own.csv", tuple((k / 10, -k / 10, k % 2) for k in range(64))).table
    app = host(SamplesPane())
    async with app.run_test(size=(40, 10)) as pilot:
        app.pane.show(pane_snapshot(own=own, sample=64))
        await pilot.pause()
        assert "▶64" in app.picture()[-2]
        assert "6.3" in app.picture()[-2]
        app.pane.focus()
        await pilot.press(*["pageup"] * 10)
        await pilot.wait_for_animation()
        assert app.picture()[1].split()[0] == "1"
