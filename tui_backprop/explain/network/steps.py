"""What each phase of a cycle makes, and what it makes it from (figure 3-2, section 3.4)."""

from __future__ import annotations

from typing import NamedTuple

from tui_backprop.calculus.network.quantities import Phase


class Step(NamedTuple):
    """One phase: the quantities that it is there for, those it makes beside them, and its operands, by their codes."""

    results: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    operands: tuple[str, ...] = ()


STEPS = {
    Phase.START: Step(),
    Phase.F1: Step(("x2",), ("jacobian_f1_x1", "jacobian_f1_theta1"), ("theta1", "x1")),
    Phase.F2: Step(("x3",), ("jacobian_f2_x2",), ("x2",)),
    Phase.F3: Step(("x4",), ("jacobian_f3_x3", "jacobian_f3_theta2"), ("theta2", "x3")),
    Phase.F4: Step(("x5",), ("jacobian_f4_x4",), ("x4", "tx1")),
    Phase.THETA2_GRADIENT: Step(("theta2_gradient",), (), ("jacobian_f4_x4", "jacobian_f3_theta2")),
    Phase.THETA1_GRADIENT: Step(
        ("theta1_gradient", "theta1_gradient_row"),
        ("product_f3", "product_f2"),
        ("jacobian_f4_x4", "jacobian_f3_x3", "jacobian_f2_x2", "jacobian_f1_theta1"),
    ),
    Phase.UPDATE: Step(
        ("theta1", "theta2"),
        (),
        ("theta1_before", "theta2_before", "theta1_change", "theta2_change", "theta1_gradient", "theta2_gradient"),
    ),
}
