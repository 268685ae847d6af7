"""The explained cycles on another processor: NumPy and its library of matrix products made to believe in an older one."""

import os
import subprocess
import sys

import numpy as np
from numpy._core._multiarray_umath import __cpu_dispatch__, __cpu_features__

from tui_backprop.calculus.network.kernel import output
from tui_backprop.calculus.network.neural_net import NeuralNet

CYCLES = """
from hashlib import sha256
import numpy as np
from tui_backprop.calculus.network.neural_net import NeuralNet
random = np.random.RandomState(0)
net = NeuralNet(4, 16)
net.set_parameter(random.normal(0, 2, (16, 5)), random.normal(0, 2, (1, 17)))
for _ in range(200):
    net.feed_forward(random.normal(0, 1, (4, 1)), [[1.0]])
    net.update_parameter(0.5)
    bits = b"".join(array.tobytes() for array in (net.x2, net.x4, *net.back_propagate()))
    print(sha256(bits).hexdigest()[:8])
"""


def cycles_on(**processor: str) -> list[str]:
    environment = os.environ | processor
    found = subprocess.run([sys.executable, "-c", CYCLES], capture_output=True, text=True, timeout=120, env=environment)
    assert not found.stderr
    return found.stdout.split()


def test_a_cycle_has_the_same_digits_on_an_older_processor():
    known = " ".join(feature for feature in __cpu_dispatch__ if __cpu_features__[feature])
    older = {"OPENBLAS_CORETYPE": "Nehalem", "NPY_DISABLE_CPU_FEATURES": known}
    found = cycles_on()
    assert len(found) == 200
    assert cycles_on(**older) == found


def test_the_output_that_is_explained_is_the_one_that_training_goes_through():
    random = np.random.RandomState(1)
    net = NeuralNet(3, 8)
    for _ in range(1_000):
        theta1, theta2, x1 = random.normal(0, 3, (8, 4)), random.normal(0, 3, (1, 9)), random.normal(0, 2, 3)
        net.set_parameter(theta1, theta2)
        net.feed_forward(x1[:, None], [[0.0]])
        trained = output([*theta1.ravel().tolist(), *theta2.ravel().tolist()], x1.tolist(), 8)
        assert net.x4.tolist() == [[trained]]
