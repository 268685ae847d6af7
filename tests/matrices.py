"""The matrices of a cycle's chain of Jacobians, as a board lays them out."""

import numpy as np

from tui_backprop.calculus.network.neural_net import NeuralNet
from tui_backprop.calculus.network.quantities import QUANTITIES
from tui_backprop.calculus.network.structure import structural_zeros
from tui_backprop.explain.network.notation import SYMBOLS
from tui_backprop.tui.kit.matrix_layout import MatrixView

CHAIN = {
    "jacobian_f4_x4": "",
    "jacobian_f3_x3": " · ",
    "jacobian_f2_x2": " · ",
    "jacobian_f1_theta1": " · ",
    "theta1_gradient_row": " = ",
}
"""The factors of the gradient of θ1 and their product, each with what stands before it."""


def chain(inputs: int = 2, hidden: int = 4, seed: int = 7, notes: bool = False) -> list[MatrixView]:
    """The views of CHAIN, from random parameters and a random sample; with their equations as `notes`."""
    random = np.random.default_rng(seed)
    net = NeuralNet(inputs, hidden)
    net.set_parameter(random.normal(size=net.theta1.shape), random.normal(size=net.theta2.shape))
    net.feed_forward(random.normal(size=(inputs, 1)), [[1.0]])
    values = {code: getattr(net, code) for code in CHAIN if code.startswith("jacobian")}
    values["theta1_gradient_row"] = net.back_propagate()[0].reshape(1, -1)
    return [
        MatrixView(
            code,
            SYMBOLS[code],
            QUANTITIES[code].shape(inputs, hidden),
            values[code],
            structural_zeros(code, inputs, hidden),
            joiner,
            note=f"({QUANTITIES[code].equation})" if notes else "",
        )
        for code, joiner in CHAIN.items()
    ]
