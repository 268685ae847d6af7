"""Which lines of this package computed a quantity."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from textwrap import dedent
from typing import Any

from tui_backprop.calculus.network import layers
from tui_backprop.calculus.network.neural_net import NeuralNet

_MAKERS: dict[str, Callable[..., Any]] = {
    "x1": NeuralNet.feed_forward,
    "tx1": NeuralNet.feed_forward,
    "x2": layers.f1,
    "x3": layers.f2,
    "x4": layers.f3,
    "x5": layers.f4,
    "theta1": NeuralNet.update_parameter,
    "theta2": NeuralNet.update_parameter,
    "jacobian_f1_x1": layers.jacobian_f1_x1,
    "jacobian_f1_theta1": layers.jacobian_f1_theta1,
    "jacobian_f2_x2": layers.jacobian_f2_x2,
    "jacobian_f3_x3": layers.jacobian_f3_x3,
    "jacobian_f3_theta2": layers.jacobian_f3_theta2,
    "jacobian_f4_x4": layers.jacobian_f4_x4,
    "product_f3": NeuralNet.back_propagate,
    "product_f2": NeuralNet.back_propagate,
    "theta2_gradient": NeuralNet.back_propagate,
    "theta1_gradient_row": NeuralNet.back_propagate,
    "theta1_gradient": NeuralNet.back_propagate,
    "theta1_change": NeuralNet.update_parameter,
    "theta2_change": NeuralNet.update_parameter,
}


@dataclass(frozen=True)
class SourceLines:
    """A function of this package: its file relative to the package, the number of its first line, its text."""

    file: str
    first: int
    text: str


def source_of(code: str) -> SourceLines:
    """The function that computes the quantity `code`.

    Raises KeyError for an unknown code, and OSError where the package was installed without its source.
    """
    maker = _MAKERS[code]
    lines, first = inspect.getsourcelines(maker)
    return SourceLines("/".join(maker.__module__.split(".")[1:]) + ".py", first, dedent("".join(lines)).rstrip())
