"""Figure 3-1 with numbers."""

from __future__ import annotations

import numpy as np
import pytest
from textual.color import Color

from tui_backprop.calculus.network.quantities import Phase
from tui_backprop.explain.cell import Cell
from tui_backprop.explain.typeset import number
from tui_backprop.tui.kit.theme import contrast
from tui_backprop.tui.network.diagram import Edge, edge_dots, edge_labels, edges_between, laid_out
from tui_backprop.tui.network.drawing import NetworkPane
from tui_backprop.tui.network.heat_map import heat_lines

SIZES = [(30, 6), (30, 14), (40, 12), (60, 30), (120, 40)]


async def picture(app, pilot) -> str:
    await pilot.pause()
    return "\n".join(app.picture())


async def test_the_neurons_hold_the_activations_of_the_cycle(pane_snapshot, host):
    shown = pane_snapshot("xor")
    app = host(NetworkPane())
    async with app.run_test(size=(100, 30)) as pilot:
        app.pane.show(shown)
        seen = await picture(app, pilot)
    for unit, activation in enumerate(shown.values["x3"].ravel()):
        assert (f"{number(activation)})" if unit else "(1)") in seen
    assert f"({number(shown.values['x4'][0, 0])})" in seen


async def test_what_is_not_computed_yet_is_a_dash(pane_snapshot, host):
    app = host(NetworkPane())
    async with app.run_test(size=(100, 30)) as pilot:
        app.pane.show(pane_snapshot("xor", phase=Phase.F2))
        seen = await picture(app, pilot)
        assert seen.count("—)") == 2  # x4 and E
        app.pane.show(pane_snapshot("xor", sample=0))
        assert (await picture(app, pilot)).count("—)") == 2 + 4 + 1 + 2  # and t


FIRST_SHOWN = {"x1": Phase.F1, "tx1": Phase.F1, "x2": Phase.F1, "x3": Phase.F2, "x4": Phase.F3, "x5": Phase.F4}


@pytest.mark.parametrize("hidden", [4, 12])
@pytest.mark.parametrize("width", [48, 70, 130])
@pytest.mark.parametrize("phase", list(Phase)[1:])
async def test_no_number_is_shown_that_the_forward_pass_has_not_reached(pane_snapshot, host, phase, width, hidden):
    shown = pane_snapshot("parity3", hidden, phase=phase)
    app = host(NetworkPane())
    async with app.run_test(size=(width, 24)) as pilot:
        app.pane.show(shown)
        await pilot.pause()
        held = {cell.code for cell in app.pane._holds.values()}
        drawn = "\n".join(strip.text for strip in app.pane._painting[1])
        for code, first in FIRST_SHOWN.items():
            if code in ("x2", "x3", "x4", "x5") and phase < first:
                seen = [number(float(x)) for x in shown.values[code].ravel() if x != 1]
                assert not any(text in drawn for text in seen), code
        assert held >= {"theta1", "theta2", "x1", "x4"}


ARROWS = {
    Phase.F1: ("▶", 4),
    Phase.F2: ("", 0),
    Phase.F3: ("▶", 1),
    Phase.F4: ("▶", 1),
    Phase.THETA2_GRADIENT: ("◀", 5 + 1),
    Phase.THETA1_GRADIENT: ("◀", 3 + 5 + 1),
    Phase.UPDATE: ("", 0),
}


@pytest.mark.parametrize("phase", ARROWS)
async def test_the_pulse_goes_forward_with_the_numbers_and_back_with_the_gradients(pane_snapshot, host, phase):
    app = host(NetworkPane())
    async with app.run_test(size=(110, 24)) as pilot:
        app.pane.show(pane_snapshot("xor", phase=phase))
        drawn = "\n".join((await picture(app, pilot)).splitlines()[1:])  # without the heads
    arrow, count = ARROWS[phase]
    assert (drawn.count("▶"), drawn.count("◀")) == (count * (arrow == "▶"), count * (arrow == "◀"))


LABELLED = [("and", 1), ("xor", 2), ("xor", 4), ("parity4", 8)]


@pytest.mark.parametrize("size", [(46, 10), (47, 14), (70, 13), (90, 13), (118, 30), (200, 50)])
@pytest.mark.parametrize(("task", "hidden"), LABELLED)
@pytest.mark.parametrize("seed", [3, 4, 5])
def test_labels_are_few_on_their_own_edges_and_over_nothing_else(pane_snapshot, task, hidden, seed, size):
    shown = pane_snapshot(task, hidden, seed=seed)
    layers = laid_out(shown, *size)
    edges = edges_between(layers, shown.values["theta1"], shown.values["theta2"])
    labels = edge_labels(edges, layers)
    taken: set[tuple[int, int]] = set()
    neurons = {
        (row, column + index)
        for layer in layers
        for (row, column), text in zip(layer.starts, layer.texts, strict=True)
        for index in range(len(text))
    }
    for label in labels:
        assert label.text == number(label.edge.value).strip()
        middle = label.column + len(label.text) / 2
        assert abs(label.edge.row_at(middle) - label.row) <= 0.6
        place = {(label.row, label.column + index) for index in range(-1, len(label.text) + 1)}
        assert not place & taken
        assert not place & neurons
        taken |= {(label.row, label.column + index) for index in range(len(label.text))}
    for code in ("theta1", "theta2"):
        own = [label for label in labels if label.edge.holds.code == code]
        assert len(own) <= 3
        if size[0] >= 70:
            largest = np.abs(shown.values[code]).max()
            assert abs(own[0].edge.value) == largest


def test_edges_that_the_phase_does_not_go_through_have_no_label(pane_snapshot):
    shown = pane_snapshot("xor")
    layers = laid_out(shown, 110, 24)
    edges = edges_between(layers, shown.values["theta1"], shown.values["theta2"], pulse=1)
    assert {label.edge.holds.code for label in edge_labels(edges, layers)} == {"theta2"}


async def test_nine_units_and_more_are_a_table_in_colours_and_no_tangle(pane_snapshot, host):
    app = host(NetworkPane())
    async with app.run_test(size=(90, 24)) as pilot:
        for hidden, is_table in ((8, False), (9, True), (16, True)):
            shown = pane_snapshot("parity3", hidden)
            app.pane.show(shown)
            seen = await picture(app, pilot)
            assert any("\u2800" < sign <= "\u28ff" for sign in seen) != is_table
            if is_table:
                assert all(number(float(x)) in seen for x in shown.values["theta1"].ravel())
                assert all(number(float(x)) in seen for x in shown.values["theta2"].ravel())
                assert all(number(float(x)) in seen for x in shown.values["x3"].ravel()[1:])


@pytest.mark.parametrize("width", [30, 46, 60])
def test_a_narrow_table_says_the_signs_and_the_sizes_without_colours(pane_snapshot, width):
    shown = pane_snapshot("parity4", 12)
    theta1, theta2 = shown.values["theta1"], shown.values["theta2"]
    tiles = [tile for line in heat_lines(shown, theta1, theta2, width) for tile in line if tile.kind == "parameter"]
    assert len(tiles) == theta1.size + theta2.size
    for theta, code in ((theta1, "theta1"), (theta2, "theta2")):
        for tile in (tile for tile in tiles if tile.holds.code == code):
            value, signs = theta[tile.holds.row, tile.holds.column], tile.text.strip()
            assert set(signs) == {"+" if value > 0 else "−"}
            assert len(signs) == 1 + (abs(value) >= np.abs(theta).max() / 3) + (
                abs(value) >= 2 * np.abs(theta).max() / 3 and width > 40
            )


@pytest.mark.parametrize("theme", ["textual-dark", "textual-light"])
async def test_what_the_table_says_is_legible_on_its_colours(pane_snapshot, host, theme):
    app = host(NetworkPane())
    async with app.run_test(size=(90, 24)) as pilot:
        app.theme = theme
        app.pane.show(pane_snapshot("parity3", 12))
        await pilot.pause()
        styles = {segment.style for strip in app.pane._painting[1] for segment in strip if segment.style.bgcolor}
        for style in styles:
            ink, ground = Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor)
            assert contrast(ink, ground) >= 4.5


@pytest.mark.parametrize(("task", "hidden"), [("xor", 4), ("and", 1), ("parity3", 12)])
async def test_a_click_chooses_the_parameter_or_the_neuron_and_every_one_can_be_hit(pane_snapshot, host, task, hidden):
    shown = pane_snapshot(task, hidden)
    pane = NetworkPane()
    app = host(pane)
    async with app.run_test(size=(112, 32)) as pilot:
        pane.show(shown)
        await pilot.pause()
        hit = set(pane._holds.values())
        assert {cell for cell in hit if cell.code == "theta1"} == {
            Cell("theta1", row, column) for row in range(hidden) for column in range(1 + shown.inputs)
        }
        assert {cell for cell in hit if cell.code == "theta2"} == {
            Cell("theta2", 0, column) for column in range(1 + hidden)
        }
        assert {cell.code for cell in hit} >= {"x1", "x3", "x4", "x5", "tx1"}
        chosen = []
        app.hear(NetworkPane.Chosen, chosen)
        (row, column), cell = next(item for item in pane._holds.items() if item[1].code == "theta2")
        await pilot.click(pane, offset=(column + 1, row + 1))
        assert [message.cell for message in chosen] == [cell]


async def test_the_pointer_tells_each_number_once_and_that_it_has_left(pane_snapshot, host):
    pane = NetworkPane()
    app = host(pane)
    async with app.run_test(size=(112, 32)) as pilot:
        pane.show(pane_snapshot("xor"))
        await pilot.pause()
        told = []
        app.hear(NetworkPane.Hovered, told)
        places = [place for place, cell in pane._holds.items() if cell == Cell("x3", 2, 0)]
        for row, column in places[:3]:
            await pilot.hover(pane, offset=(column + 1, row + 1))
        await pilot.hover(pane, offset=(1, 31 - 2))
        assert [message.cell for message in told] == [Cell("x3", 2, 0), None]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("task", "hidden"), [("xor", 4), ("and", 1), ("parity4", 8)])
async def test_no_neuron_is_lost_at_any_size(pane_snapshot, host, size, task, hidden):
    shown = pane_snapshot(task, hidden)
    app = host(NetworkPane())
    async with app.run_test(size=size) as pilot:
        app.pane.show(shown)
        await pilot.pause()
        assert all(len(line) == size[0] - 2 for line in app.picture())
        drawn = [strip.text for strip in app.pane._painting[1]]
        outputs = 1 + 2 * ("(E" in "".join(drawn))
        assert sum(line.count("(") for line in drawn) == (1 + shown.inputs) + (1 + hidden) + outputs
        assert all(line.count("(") == line.count(")") for line in drawn)


@pytest.mark.parametrize("width", [28, 38, 58, 120])
def test_neurons_of_a_layer_stand_on_rows_of_their_own_and_layers_apart(pane_snapshot, width):
    layers = laid_out(pane_snapshot("parity4", 8), width, 17)
    for layer in layers:
        assert len({row for row, _ in layer.starts}) == len(layer.texts)
    ends = [max(column + len(text) for (_, column), text in zip(a.starts, a.texts, strict=True)) for a in layers]
    assert ends[0] < min(column for _, column in layers[1].starts)
    assert ends[1] < min(column for _, column in layers[2].starts)
    assert ends[-1] <= width


def test_an_edge_carries_the_parameter_between_its_neurons(pane_snapshot):
    shown = pane_snapshot("xor")
    theta1, theta2 = shown.values["theta1"], shown.values["theta2"]
    layers = laid_out(shown, 100, 28)
    edges = edges_between(layers, theta1, theta2)
    assert len(edges) == theta1.size + theta2.size
    found = {(edge.start[0], edge.end[0], edge.start[1] < 40): edge.value for edge in edges}
    inputs, hidden, output = ([row for row, _ in layer.starts] for layer in layers[:3])
    assert found[inputs[2], hidden[3], True] == theta1[2, 2]
    assert found[hidden[4], output[0], False] == theta2[0, 4]
    # The constant 1 of x⁽³⁾ is no unit: nothing goes into it.
    assert hidden[0] not in {edge.end[0] for edge in edges if edge.start[1] < 40}


def test_plus_is_solid_minus_dashed_and_zero_sparse():
    def gaps(value: float | None) -> set[int]:
        dots = edge_dots(Edge((2, 0), (2, 20), value), 1)
        return set(np.diff(dots[:, 1]).tolist())

    assert gaps(+0.3) == {1}
    assert gaps(-0.3) == {1, 5}
    assert gaps(0.0) == gaps(None) == gaps(np.nan) == {5}


def test_the_kind_of_line_does_not_depend_on_the_size_of_the_number():
    for value in (1e-300, 1.0, 1e300):
        assert len(edge_dots(Edge((0, 0), (7, 9), value), 1)) > len(edge_dots(Edge((0, 0), (7, 9), -value), 1))


async def test_the_modes_go_round_and_the_title_says_which(pane_snapshot, host):
    app = host(NetworkPane())
    async with app.run_test(size=(80, 20)) as pilot:
        app.pane.show(pane_snapshot("xor"))
        pictures, titles = [], []
        for _ in range(4):
            pictures.append(await picture(app, pilot))
            titles.append(app.pane.border_title)
            app.pane.cycle_mode()
    assert titles == [
        f"Network: the {what}" for what in ("parameters θ", "gradient ∇θ", "last change Δθ", "parameters θ")
    ]
    assert len(set(pictures)) == 3
    assert "∇θ⁽¹⁾" in pictures[1]


async def test_a_gradient_that_is_not_computed_yet_is_said_to_be_so(pane_snapshot, host):
    app = host(NetworkPane())
    async with app.run_test(size=(80, 20)) as pilot:
        app.pane.mode = "gradient"
        app.pane.show(pane_snapshot("xor", phase=Phase.F4))
        await pilot.pause()
        assert app.pane.border_title.endswith("not computed yet")


async def test_wild_parameters_are_drawn(pane_snapshot, host):
    app = host(NetworkPane())
    async with app.run_test(size=(80, 20)) as pilot:
        for wild in (np.nan, np.inf, -1e300, 0.0):
            theta1 = np.full((4, 3), wild)
            theta1[0, 0] = 1.0
            app.pane.show(pane_snapshot(parameters=(theta1, np.full((1, 5), 0.5))))
            assert "(1)" in await picture(app, pilot)


async def test_the_arrows_that_step_through_time_are_left_to_the_screen():
    keys = {binding.key for binding in NetworkPane.BINDINGS}
    assert keys.isdisjoint({"left", "right", "home", "end"})
