"""After an update θ is two numbers: what a sum used is the old one, what the matrix shows the new one."""

import pytest

from tui_backprop.explain.network.explanation import explain_cell
from tui_backprop.training.network.session import Session


@pytest.fixture(scope="module")
def snapshot():
    session = Session()
    session.go_to(7)
    return session.snapshot()


def explained(snapshot, code, row, column):
    return explain_cell(code, row, column, snapshot.values, snapshot.learning_rate_used, 2, 4, updated=True)


def test_the_new_parameter_and_the_old_one_have_symbols_of_their_own(snapshot):
    explanation = explained(snapshot, "theta2", 0, 1)
    assert explanation.symbol == "θ′⁽²⁾₁,₁"
    assert explanation.formula == "θ⁽²⁾₁,₁ − α·∂E/∂θ⁽²⁾₁,₁ = θ⁽²⁾₁,₁ + Δθ⁽²⁾₁,₁"
    assert explanation.why.values["new"] == "θ′⁽²⁾₁,₁"


@pytest.mark.parametrize("code", ["x2", "x4", "jacobian_f1_x1", "jacobian_f3_x3"])
def test_what_a_sum_of_this_cycle_used_is_the_parameter_before_the_update(snapshot, code):
    used = [source for source in explained(snapshot, code, 0, 0).sources if source.code.startswith("theta")]
    assert used
    assert all(source.code.endswith("_before") for source in used)
