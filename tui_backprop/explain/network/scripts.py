"""A worked cycle as a short script: it recomputes the cycle from its parameters, and asserts that all arrays agree.

The script for NumPy has the Jacobians as one derives them by hand; the one for PyTorch leaves every derivative to
autograd, which knows none of the formulas.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tui_backprop.calculus.fact import Fact, fact
from tui_backprop.explain.matrix import numpy_literal
from tui_backprop.explain.network.worked import GIVEN, WorkedCycle

_NUMPY = """\
def s(z):
    return 1 / (1 + np.exp(-z))


one = np.ones((1, 1))
with np.errstate(over="ignore"):
    x2 = theta1 @ np.concatenate((one, x1))
    jacobian_f1_x1 = theta1[:, 1:]
    jacobian_f1_theta1 = np.kron(np.eye(len(theta1)), np.concatenate((one, x1)).T)

    x3 = np.concatenate((one, s(x2)))
    jacobian_f2_x2 = np.diag((x3 * (1 - x3)).ravel())[:, 1:]

    x4 = s(theta2 @ x3)
    jacobian_f3_x3 = theta2 * x4 * (1 - x4)
    jacobian_f3_theta2 = x3.T * x4 * (1 - x4)

    x5 = (x4 - tx1) ** 2 / 2
    jacobian_f4_x4 = x4 - tx1

theta2_gradient = jacobian_f4_x4 @ jacobian_f3_theta2
product_f3 = jacobian_f4_x4 @ jacobian_f3_x3
product_f2 = product_f3 @ jacobian_f2_x2
theta1_gradient_row = product_f2 @ jacobian_f1_theta1
theta1_gradient = theta1_gradient_row.reshape(theta1.shape)
"""

_TORCH = """\
def f1(theta1, x1):
    return theta1 @ torch.cat((torch.ones(1, 1), x1))


def f2(x2):
    return torch.cat((torch.ones(1, 1), torch.sigmoid(x2)))


def f3(theta2, x3):
    return torch.sigmoid(theta2 @ x3)


def f4(x4, tx1):
    return (x4 - tx1) ** 2 / 2


def jacobian(f, x):
    return torch.autograd.functional.jacobian(f, x).reshape(-1, x.numel())


x2 = f1(theta1, x1)
jacobian_f1_x1 = jacobian(lambda x: f1(theta1, x), x1)
jacobian_f1_theta1 = jacobian(lambda theta: f1(theta, x1), theta1)
x3 = f2(x2)
jacobian_f2_x2 = jacobian(f2, x2)
x4 = f3(theta2, x3)
jacobian_f3_x3 = jacobian(lambda x: f3(theta2, x), x3)
jacobian_f3_theta2 = jacobian(lambda theta: f3(theta, x3), theta2)
x5 = f4(x4, tx1)
jacobian_f4_x4 = jacobian(lambda x: f4(x, tx1), x4)
product_f3 = jacobian(lambda x: f4(f3(theta2, x), tx1), x3)
product_f2 = jacobian(lambda x: f4(f3(theta2, f2(x)), tx1), x2)

theta1.requires_grad_()
theta2.requires_grad_()
f4(f3(theta2, f2(f1(theta1, x1))), tx1).backward()
theta1_gradient, theta2_gradient = theta1.grad, theta2.grad
theta1_gradient_row = theta1_gradient.reshape(1, -1)
theta1, theta2 = theta1.detach(), theta2.detach()
"""

_UPDATE = """
theta1_change, theta2_change = -learning_rate * theta1_gradient, -learning_rate * theta2_gradient
theta1, theta2 = theta1 + theta1_change, theta2 + theta2_change
"""

_SCALE = """\
sizes = [float(abs(a).max()) for a in (theta1, theta2, x1)]
scale = max(1.0, *sizes[:2]) * max(1.0, sizes[2]) * max(1.0, learning_rate)
"""

_COMPARE_NUMPY = """\
for name, value in found.items():
    np.testing.assert_allclose(globals()[name], value, rtol=1e-9, atol=1e-14 * scale, err_msg=name)
"""

_COMPARE_TORCH = """\
for name, value in found.items():
    torch.testing.assert_close(globals()[name], value, rtol=1e-9, atol=1e-14 * scale, msg=name)
"""


def numpy_script(worked: WorkedCycle, title: Sequence[Fact], say: Callable[[Fact], str]) -> str:
    """The script for NumPy; `title` goes into its first lines."""
    return _script(worked, title, say, "import numpy as np\n\n", "np", "np.array", _NUMPY, _COMPARE_NUMPY)


def torch_script(worked: WorkedCycle, title: Sequence[Fact], say: Callable[[Fact], str]) -> str:
    """The script for PyTorch; `title` goes into its first lines."""
    head = "import torch\n\ntorch.set_default_dtype(torch.float64)\n\n"
    return _script(worked, title, say, head, "torch", "torch.tensor", _TORCH, _COMPARE_TORCH)


def _script(
    worked: WorkedCycle,
    title: Sequence[Fact],
    say: Callable[[Fact], str],
    head: str,
    module: str,
    make: str,
    computation: str,
    compare: str,
) -> str:
    names = {code: f"{code}_before" if code.startswith("theta") else code for code in GIVEN}
    comments = [f"# {line}\n" for line in (*map(say, title), worked.moment.command)]
    given = [f"{code} = {make}({numpy_literal(worked.values[name], module)})\n" for code, name in names.items()]
    rate = f"learning_rate = {worked.moment.learning_rate_used!r}\n"
    found = [f'    "{part.code}": {make}({numpy_literal(part.values, module)}),\n' for part in worked.parts]
    agreement = say(fact("explain", "agreement", arrays=len(worked.parts)))
    rounding = f"\n# {say(fact('explain', 'rounding'))}\n"
    parts = [*comments, head, *given, rate, "\n\n", computation, _UPDATE, rounding, _SCALE]
    return "".join((*parts, "found = {\n", *found, "}\n", compare, f"print({agreement!r})\n"))
