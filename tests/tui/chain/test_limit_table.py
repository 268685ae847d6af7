"""The difference quotients as a table and as a chart."""

import pytest

from tui_backprop.training.chain.study import ChainStudy, Pair, explore
from tui_backprop.tui.chain.limit_chart import power_of_ten, rounding_line, slope_line, verdict
from tui_backprop.tui.chain.limit_table import agreement, causes, limit_text, quotient_symbol, small_step


def study(f, x, g="y1", pair=("f", 0, 0)):
    return explore(ChainStudy(f, g, (x,), (x,), pair=Pair(*pair)))


def lines(snapshot):
    return limit_text(snapshot.study.pair, snapshot.limit).plain.splitlines()


def test_there_is_a_line_for_each_h_beside_the_exact_value():
    found = lines(explore(ChainStudy.of_preset("example")))
    assert found[0].split() == ["h", "(z₁(x+h·e₁)−z₁(x))/h", "error", "made", "by"]
    assert found[1].split() == ["h", "→", "0", "+12.020015006799", "exact"]
    assert [line.split()[0] for line in found[2:6]] == ["1", "0.1", "0.01", "0.001"]
    assert found[-1].split() == ["1e-16", "+0.000000000000", "1.2e+01", "rounding"]
    assert len(found) == 2 + 17
    assert max(map(len, found)) <= 58


def test_the_error_is_o_of_h_first_and_rounding_then():
    found = causes(explore(ChainStudy.of_preset("example")).limit)
    assert found[:8] == ["o(h)"] * 8
    assert found[9:] == ["rounding"] * 8


def test_the_digits_that_agree_are_bold():
    snapshot = explore(ChainStudy.of_preset("example"))
    text = limit_text(snapshot.study.pair, snapshot.limit)
    bold = [text.plain[span.start : span.end] for span in text.spans if "bold" in str(span.style)]
    assert "+12." in bold
    assert "+12.02001" in bold


def test_only_digits_of_the_same_worth_agree():
    assert agreement("+1.305", "+1.298") == 3
    assert agreement("+13.55", "+1.298") == 0
    assert agreement("+1.5e+05", "+1.5e+04") == 0
    assert agreement("no value", "+1.298") == 0


def test_a_straight_line_has_rounding_alone():
    snapshot = study("0.3*x1 + 0.1", 1.0)
    assert set(causes(snapshot.limit)) <= {"rounding"}
    assert verdict(snapshot.limit) == "no o(h) to be seen: it is rounding"
    assert slope_line(snapshot.limit) == []


def test_a_cancellation_inside_of_f_is_rounding_too():
    snapshot = explore(ChainStudy.of_preset("example").looking_at(Pair("gf", 0, 1)))
    assert set(causes(snapshot.limit)) == {"rounding"}
    assert "rounding" in verdict(snapshot.limit)


def test_without_a_derivative_a_sentence_says_so():
    snapshot = study("sqrt(x1)", 0.0)
    assert "no finite value at this point" in lines(snapshot)[0]
    assert verdict(snapshot.limit) == "no derivative here"
    assert "no finite value" in limit_text(Pair("g", 0, 0), None).plain


@pytest.mark.parametrize(("f", "x"), [("x1**3", 1000.0), ("x1**2", 1e-6), ("exp(x1)", 20.0)])
def test_large_and_small_derivatives_keep_their_digits(f, x):
    found = lines(study(f, x))
    assert "e" in found[1].split()[3]
    assert max(map(len, found)) <= 58


def test_the_quotient_is_named_by_what_it_is_of():
    assert quotient_symbol(Pair("gf", 1, 0), 2) == "(z₁(x+h·e₂)−z₁(x))/h"
    assert quotient_symbol(Pair("g", 0, 1), 1) == "(z₂(y+h)−z₂(y))/h"
    assert [small_step(h) for h in (1.0, 0.001, 1e-4, 1e-16)] == ["1", "0.001", "1e-4", "1e-16"]


def test_the_lines_of_the_chart_have_the_slopes_that_they_are_said_to_have():
    limit = explore(ChainStudy.of_preset("one-variable")).limit
    (x1, y1), (x2, y2) = slope_line(limit)
    assert (y2 - y1) / (x2 - x1) == pytest.approx(1, abs=0.01)
    (x1, y1), (x2, y2) = rounding_line(limit)
    assert (y2 - y1) / (x2 - x1) == pytest.approx(-1, abs=0.05)
    assert verdict(limit).startswith("o(h) falls like h² · best h 10⁻")
    assert verdict(study("sin(x1)", 0.0).limit).startswith("o(h) falls like h³")


def test_powers_of_ten_are_written_as_powers():
    assert [power_of_ten(power) for power in (-16, 0, 2)] == ["10⁻¹⁶", "1", "10²"]
