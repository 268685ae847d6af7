"""The picture of a start is what its network answers."""

import numpy as np
import pytest

from tui_backprop.calculus.network.neural_net import NeuralNet
from tui_backprop.calculus.network.truth_table import BEYOND
from tui_backprop.training.network.recipe import Recipe
from tui_backprop.training.network.session import Session
from tui_backprop.training.starts.portrait import portrait


@pytest.mark.parametrize(
    ("task", "hidden", "cycle"), [("xor", 4, 400), ("xor", 2, 7), ("parity3", 3, 80), ("or", 1, 0)]
)
def test_the_picture_is_the_dense_network_s_answer(task, hidden, cycle):
    recipe = Recipe(task, hidden, seed=5, learning_rate=0.5)
    session = Session(recipe)
    session.go_to(cycle)
    values = session.snapshot().values
    net = NeuralNet(recipe.inputs, hidden)
    net.set_parameter(values["theta1"], values["theta2"])
    seen = portrait(recipe, cycle, 5, 8)
    rest = [0.0] * (recipe.inputs - 2)
    for row, x2 in enumerate(np.linspace(1 + BEYOND, -BEYOND, 5)):
        for column, x1 in enumerate(np.linspace(-BEYOND, 1 + BEYOND, 8)):
            net.feed_forward(np.array([[x1], [x2], *([value] for value in rest)]), [[0]])
            assert seen[row, column] == pytest.approx(net.x4[0, 0], abs=1e-12)
