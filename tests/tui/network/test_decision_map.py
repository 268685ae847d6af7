"""The map of the network's answers."""

from __future__ import annotations

import numpy as np
import pytest
from textual.color import Color

from tui_backprop.calculus.network.own_data import OwnData
from tui_backprop.tui.kit.half_blocks import contour
from tui_backprop.tui.network.decision_map import DecisionMapPane, cell_of, dot_centres, output_over

SIZES = [(30, 6), (30, 12), (40, 12), (60, 30), (120, 40)]


@pytest.mark.parametrize(("task", "hidden"), [("xor", 4), ("and", 1), ("parity3", 5), ("parity4", 16)])
def test_the_map_at_a_point_is_the_networks_answer(pane_snapshot, network_output, task, hidden):
    shown = pane_snapshot(task, hidden)
    theta1, theta2 = shown.values["theta1"], shown.values["theta2"]
    rest = tuple(shown.table.x1[-1, 2:])
    x1, x2 = np.array([-0.2, 0.0, 0.37, 1.0]), np.array([1.2, 1.0, 0.0])
    output, sums = output_over(theta1, theta2, x1, x2, rest)
    assert output.shape == (3, 4)
    for row, column in np.ndindex(3, 4):
        x = np.array([x1[column], x2[row], *rest])
        assert output[row, column] == pytest.approx(network_output(theta1, theta2, x), abs=1e-5)
        assert sums[:, row, column] == pytest.approx(theta1 @ [1, *x], abs=1e-4)


def test_the_boundary_parts_answers_above_a_half_from_those_below(network_output):
    # A hand-made XOR: one unit is "or", the other "and".
    theta1, theta2 = np.array([[-5.0, 10.0, 10.0], [-15.0, 10.0, 10.0]]), np.array([[-5.0, 10.0, -10.0]])
    centres = dot_centres(60)
    output, _ = output_over(theta1, theta2, centres, centres)
    line = np.argwhere(contour(output, 0.5))
    assert len(line)
    for row, column in line[::5]:
        inner = slice(max(column - 1, 0), column + 2), slice(max(row - 1, 0), row + 2)
        around = [
            network_output(theta1, theta2, np.array([a, b])) for a in centres[inner[0]] for b in centres[inner[1]]
        ]
        assert min(around) < 0.5 <= max(around)


def test_the_corners_of_the_square_are_mirrored_about_its_middle():
    for cells in range(4, 80, 2):
        assert cell_of(0, cells) == cells - 1 - cell_of(1, cells)
        assert cell_of(-0.2, cells) == 0
        assert cell_of(1.2, cells) == cells - 1


def at_samples(lines: list[str]) -> list[str]:
    """The rows of the picture that hold a label, without the axes' own numbers."""
    return [line.strip()[1:].strip() for line in lines if line.strip()[:2] in ("1 ", "0 ")]


@pytest.mark.parametrize("size", SIZES)
async def test_the_labels_stand_at_their_corners_and_the_current_one_in_brackets(pane_snapshot, host, size):
    app = host(DecisionMapPane())
    async with app.run_test(size=size) as pilot:
        app.pane.show(pane_snapshot("or", sample=3))
        await pilot.pause()
        lines = app.picture()
        assert all(len(line) == size[0] - 2 for line in lines)
        upper, lower = at_samples(lines)[:2]
    # x₂ goes up: the row of x₂ = 1 is the upper one.
    assert "[1]" in lower
    assert "[" not in upper
    assert [c for c in upper if c in "01"][:2] == ["1", "1"]
    assert [c for c in lower if c in "01"][:2] == ["0", "1"]


async def colours_near(app, pilot, x: float, y: float) -> Color:
    """The background of the cell under a sample's neighbour, as the screen shows it."""
    await pilot.pause()
    pane = app.pane
    rows = min(pane.size.height - 1, (pane.size.width - 3) // 2)
    strips = [pane.render_line(row) for row in range(pane.size.height)]
    top = next(row for row, strip in enumerate(strips) if strip.text.strip())
    left = next(c for c, cell in enumerate(cells_of(strips[top])) if cell[1] not in (None, background(strips)))
    row, column = top + rows - 1 - cell_of(y, rows), left + cell_of(x, 2 * rows) + 2
    return Color.from_rich_color(cells_of(strips[row])[column][1])


def cells_of(strip) -> list[tuple[str, object]]:
    return [(c, segment.style.bgcolor if segment.style else None) for segment in strip for c in segment.text]


def background(strips) -> object:
    return cells_of(strips[-1])[0][1]


async def test_a_no_is_blue_and_a_yes_orange(pane_snapshot, host):
    theta1, theta2 = np.array([[0.0, 20.0, 0.0]]), np.array([[-10.0, 20.0]])
    app = host(DecisionMapPane())
    async with app.run_test(size=(60, 30)) as pilot:
        app.pane.show(pane_snapshot("or", hidden=1, parameters=(theta1 - [[10, 0, 0]], theta2), sample=0))
        left, right = await colours_near(app, pilot, 0, 0), await colours_near(app, pilot, 1, 1)
    assert left.b > left.r
    assert right.r > right.b
    assert left.brightness < right.brightness


async def test_the_boundary_is_seen_without_colour(pane_snapshot, host):
    def dots(lines: list[str]) -> int:
        return sum("⠀" < c <= "⣿" for line in lines for c in line)

    theta1, yes_and_no = np.array([[-10.0, 20.0, 0.0]]), np.array([[-10.0, 20.0]])
    app = host(DecisionMapPane())
    async with app.run_test(size=(60, 30)) as pilot:
        app.pane.show(pane_snapshot("or", hidden=1, parameters=(theta1, yes_and_no)))
        await pilot.pause()
        assert dots(app.picture()) >= 20
        app.pane.show(pane_snapshot("or", hidden=1, parameters=(theta1, np.array([[5.0, 1.0]]))))
        await pilot.pause()
        assert dots(app.picture()) == 0
        app.pane.hidden_lines = True
        await pilot.pause()
        assert dots(app.picture()) >= 5
        assert any("s₁" in line for line in app.picture())


@pytest.mark.parametrize(
    ("task", "said"), [("xor", None), ("parity3", "slice at x₃ = 1"), ("parity4", "slice at x₃ = 0, x₄ = 1")]
)
async def test_a_slice_says_where_it_lies(pane_snapshot, host, task, said):
    app = host(DecisionMapPane())
    async with app.run_test(size=(60, 30)) as pilot:
        app.pane.show(pane_snapshot(task, sample=2))
        await pilot.pause()
        assert app.pane.border_subtitle == said


async def test_parameters_that_are_no_numbers_are_drawn_as_missing(pane_snapshot, host):
    app = host(DecisionMapPane())
    async with app.run_test(size=(60, 20)) as pilot:
        for wrong in (np.nan, np.inf, 1e300):
            app.pane.show(pane_snapshot(parameters=(np.full((4, 3), wrong), np.full((1, 5), -wrong))))
            await pilot.pause()
            assert app.picture()


async def test_a_change_of_theme_recolours_the_map(pane_snapshot, host):
    app = host(DecisionMapPane())
    async with app.run_test(size=(60, 30)) as pilot:
        app.pane.show(pane_snapshot())
        before = await colours_near(app, pilot, 0.5, 0.5), cells_of(app.pane.render_line(1))
        app.theme = "textual-light"
        after = await colours_near(app, pilot, 0.5, 0.5), cells_of(app.pane.render_line(1))
    assert before != after


@pytest.mark.parametrize("size", [(24, 8), (40, 12), (60, 30)])
async def test_the_map_reaches_as_far_as_ones_own_samples_and_names_their_ends(pane_snapshot, host, size):
    own = OwnData("own.csv", ((-10, 400, 0), (30, 800, 1), (10, 600, 0.5))).table
    app = host(DecisionMapPane())
    async with app.run_test(size=size) as pilot:
        app.pane.show(pane_snapshot(own=own, sample=3))
        await pilot.pause()
        lines = app.picture()
    assert [line.split()[0] for line in lines if line.strip()[:3] in ("800", "400")] == ["800", "400"]
    assert [line.split() for line in lines if "x₁" in line] == [["−10", "x₁", "30"]]
    assert sum("[½]" in line for line in lines) == 1


def test_a_place_on_ones_own_axis_is_found_as_on_the_square():
    for cells in (4, 17, 60):
        assert [cell_of(40 * x - 10, cells, (-18, 38)) for x in (-0.2, 0, 0.5, 1, 1.2)] == [
            cell_of(x, cells) for x in (-0.2, 0, 0.5, 1, 1.2)
        ]
        assert dot_centres(cells, (-18, 38)) == pytest.approx(40 * dot_centres(cells) - 10)
