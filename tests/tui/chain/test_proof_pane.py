"""The proof of the chain rule, as it is shown."""

from tui_backprop.training.chain.study import ChainStudy, Pair, explore, proved_by
from tui_backprop.tui.chain.proof_pane import proof_text


def test_with_one_variable_the_equations_are_the_articles():
    lines = proof_text(explore(ChainStudy("x1**2", "y1**2", (3.0,), (3.0,)))).plain.splitlines()
    assert lines[0] == "(1.3) f(x + h) = f(x) + f′(x)·h + o(h)"
    assert lines[1] == "(1.4) k = f(x + h) − f(x)   |k| ≤ C·|h|"
    assert lines[2] == "(1.5) g(y + k) = g(y) + g′(y)·f′(x)·h + g′(y)·o(h) + o(k)"
    assert lines[3].startswith("C = 7 ")
    assert lines[6].split() == ["1", "7.000e+00", "7.000e+00", "1.800e+01", "4.900e+01", "6.700e+01"]
    assert lines[14].split()[0] == "1e-8"
    assert lines[14].split()[-1] == "5.400e-07"


def test_with_several_variables_h_goes_along_an_axis():
    text = proof_text(explore(ChainStudy.of_preset("example").looking_at(Pair("gf", 1, 0)))).plain
    assert "f(x + h·e₂) = f(x) + ∂f/∂x₂·h + o(h)" in text
    assert "z₁(y + k) = z₁(y) + ∂z₁/∂x₂·h + J_y(z₁)·o(h) + o(k)" in text
    assert max(map(len, text.splitlines()[:-1])) <= 78


def test_the_entry_that_is_looked_at_has_a_part_in_what_is_proved():
    study = ChainStudy.of_preset("example").choosing(1)
    assert proved_by(study.looking_at(Pair("f", 1, 2))) == ("gf", 1, 0)
    assert proved_by(study.looking_at(Pair("g", 2, 1))) == ("gf", 1, 1)


def test_without_a_derivative_there_is_a_sentence():
    for f, x in (("log(x1)", -1.0), ("sqrt(x1**2)", 0.0), ("sqrt(x1)", 0.0)):
        assert "nothing to prove" in proof_text(explore(ChainStudy(f, "y1", (x,), (x,)))).plain
