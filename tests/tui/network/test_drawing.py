"""Figure 3-1 with numbers."""

from __future__ import annotations

import numpy as np
import pytest

from tui_backprop.calculus.network.quantities import Phase
from tui_backprop.explain.typeset import number
from tui_backprop.tui.network.drawing import Edge, NetworkPane, edge_dots, edges_between, laid_out

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
        assert seen.count("—)") == 1
        app.pane.show(pane_snapshot("xor", sample=0))
        assert (await picture(app, pilot)).count("—)") == 2 + 4 + 1


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("task", "hidden"), [("xor", 4), ("and", 1), ("parity4", 16)])
async def test_no_neuron_is_lost_at_any_size(pane_snapshot, host, size, task, hidden):
    shown = pane_snapshot(task, hidden)
    app = host(NetworkPane())
    async with app.run_test(size=size) as pilot:
        app.pane.show(shown)
        await pilot.pause()
        assert all(len(line) == size[0] - 2 for line in app.picture())
        drawn = [app.pane._painting[1][row].text for row in range(app.pane.virtual_size.height)]
        assert sum(line.count("(") for line in drawn) == (1 + shown.inputs) + (1 + hidden) + 1
        assert all(line.count("(") == line.count(")") for line in drawn)


@pytest.mark.parametrize("width", [28, 38, 58, 120])
def test_neurons_of_a_layer_stand_on_rows_of_their_own_and_layers_apart(pane_snapshot, width):
    layers = laid_out(pane_snapshot("parity4", 16), width, 17)
    for layer in layers:
        assert len({row for row, _ in layer.starts}) == len(layer.texts)
    ends = [max(column + len(text) for (_, column), text in zip(a.starts, a.texts, strict=True)) for a in layers]
    assert ends[0] < min(column for _, column in layers[1].starts)
    assert ends[1] < min(column for _, column in layers[2].starts)
    assert ends[2] <= width


def test_an_edge_carries_the_parameter_between_its_neurons(pane_snapshot):
    shown = pane_snapshot("xor")
    theta1, theta2 = shown.values["theta1"], shown.values["theta2"]
    layers = laid_out(shown, 100, 28)
    edges = edges_between(layers, theta1, theta2)
    assert len(edges) == theta1.size + theta2.size
    found = {(edge.start[0], edge.end[0], edge.start[1] < 40): edge.value for edge in edges}
    inputs, hidden, output = ([row for row, _ in layer.starts] for layer in layers)
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


async def test_an_equal_snapshot_repaints_nothing(pane_snapshot, host, monkeypatch):
    app = host(NetworkPane())
    async with app.run_test(size=(40, 12)) as pilot:
        app.pane.show(pane_snapshot())
        await pilot.pause()
        asked = []
        monkeypatch.setattr(app.pane, "refresh", lambda *args, **kwargs: asked.append(args))
        app.pane.show(pane_snapshot())
        assert not asked
        app.pane.show(pane_snapshot(sample=3))
        assert asked
