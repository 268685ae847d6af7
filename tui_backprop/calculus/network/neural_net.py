"""The article's NeuralNet: dense arrays, every Jacobian an explicit matrix (section 3.4)."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from tui_backprop.calculus.array import Array, product
from tui_backprop.calculus.network import layers

# Parameters near the end of the float64 range may become inf or nan; that is shown, not warned of.
_quietly = np.errstate(over="ignore", invalid="ignore")


class NeuralNet:
    """A network of inputs-hidden-1 sigmoid units that explains each cycle by its Jacobians.

    Attributes, under the article's names and with their shapes for n inputs and h hidden units:
    `x1` (n, 1), `x2` (h, 1), `x3` (h+1, 1), `x4` (1, 1), `x5` (1, 1); the label `tx1` (1, 1); the parameters `theta1`
    (h, n+1) and `theta2` (1, h+1); `jacobian_f1_x1` (h, n), `jacobian_f1_theta1` (h, h(n+1)), `jacobian_f2_x2` (h+1, h),
    `jacobian_f3_x3` (1, h+1), `jacobian_f3_theta2` (1, h+1), `jacobian_f4_x4` (1, 1). All are float64 and start as zeros.
    """

    def __init__(self, inputs: int = 2, hidden: int = 4) -> None:
        """Make a network with zero parameters. Raises ValueError for a size under 1."""
        if inputs < 1 or hidden < 1:
            raise ValueError(f"a network needs at least 1 input and 1 hidden unit, not {inputs} and {hidden}")
        self.inputs = inputs
        self.hidden = hidden

        self.x1 = np.zeros((inputs, 1))
        self.x2 = np.zeros((hidden, 1))
        self.x3 = np.zeros((hidden + 1, 1))
        self.x4 = np.zeros((1, 1))
        self.x5 = np.zeros((1, 1))

        self.theta1 = np.zeros((hidden, inputs + 1))
        self.theta2 = np.zeros((1, hidden + 1))
        self.tx1 = np.zeros((1, 1))

        self.jacobian_f1_x1 = np.zeros((hidden, inputs))
        self.jacobian_f1_theta1 = np.zeros((hidden, hidden * (inputs + 1)))
        self.jacobian_f2_x2 = np.zeros((hidden + 1, hidden))
        self.jacobian_f3_x3 = np.zeros((1, hidden + 1))
        self.jacobian_f3_theta2 = np.zeros((1, hidden + 1))
        self.jacobian_f4_x4 = np.zeros((1, 1))

    def set_parameter(self, theta1: ArrayLike, theta2: ArrayLike) -> None:
        """Take copies of θ1 (hidden, inputs + 1) and θ2 (1, hidden + 1). Raises ValueError that names both shapes."""
        self.theta1, self.theta2 = (
            _shaped("theta1", theta1, self.theta1.shape),
            _shaped("theta2", theta2, self.theta2.shape),
        )

    @_quietly
    def feed_forward(self, x: ArrayLike, y: ArrayLike) -> Array:
        """Compute x2..x5 and all the Jacobians for the sample x (inputs, 1) with label y (1, 1) (3.17)-(3.27).

        Returns x5, the error E = ½(x4 − t)², of shape (1, 1). Raises ValueError that names both shapes.
        """
        self.x1, self.tx1 = _shaped("x", x, self.x1.shape), _shaped("y", y, self.tx1.shape)

        self.x2 = layers.f1(self.theta1, self.x1)
        self.jacobian_f1_x1 = layers.jacobian_f1_x1(self.theta1)
        self.jacobian_f1_theta1 = layers.jacobian_f1_theta1(self.x1, self.hidden)

        self.x3 = layers.f2(self.x2)
        self.jacobian_f2_x2 = layers.jacobian_f2_x2(self.x3)

        self.x4 = layers.f3(self.theta2, self.x3)
        self.jacobian_f3_x3 = layers.jacobian_f3_x3(self.theta2, self.x4)
        self.jacobian_f3_theta2 = layers.jacobian_f3_theta2(self.x3, self.x4)

        self.x5 = layers.f4(self.x4, self.tx1)
        self.jacobian_f4_x4 = layers.jacobian_f4_x4(self.x4, self.tx1)
        return self.x5

    @_quietly
    def back_propagate(self) -> tuple[Array, Array]:
        """The gradients of E for θ1 (hidden, inputs + 1) and θ2 (1, hidden + 1): the chain rule (2.4), section 3.4."""
        theta2_gradient = product(self.jacobian_f4_x4, self.jacobian_f3_theta2)
        theta1_gradient = product(
            self.jacobian_f4_x4, self.jacobian_f3_x3, self.jacobian_f2_x2, self.jacobian_f1_theta1
        )
        return theta1_gradient.reshape(self.theta1.shape), theta2_gradient

    @_quietly
    def update_parameter(self, lr: float = 0.02) -> None:
        """Take one step of gradient descent: θ − lr ∇θ, for the sample of the last feed_forward (3.5)."""
        theta1_gradient, theta2_gradient = self.back_propagate()
        self.theta1 = self.theta1 - lr * theta1_gradient
        self.theta2 = self.theta2 - lr * theta2_gradient


def _shaped(name: str, value: ArrayLike, shape: tuple[int, ...]) -> Array:
    array = np.array(value, dtype=np.float64)
    if array.shape != shape:
        raise ValueError(f"{name} has the shape {array.shape}; this network needs {shape}")
    return array
