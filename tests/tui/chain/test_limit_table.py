"""The difference quotients as a table and as a chart."""

import numpy as np
import pytest
from rich.text import Text
from textual.app import App, ComposeResult

from tui_backprop.explain.typeset import power_of_ten
from tui_backprop.training.chain.study import ChainStudy, Pair, explore
from tui_backprop.tui.chain.limit_chart import found, remainder_line, rounding_line
from tui_backprop.tui.chain.limit_table import agreement, limit_text, quotient_symbol, small_step
from tui_backprop.tui.chain.symbols import ScrollPane


def study(f, x, g="y1", pair=("f", 0, 0)):
    return explore(ChainStudy(f, g, (x,), (x,), pair=Pair(*pair)))


def lines(snapshot):
    return limit_text(snapshot.study.pair, snapshot.limit).plain.splitlines()


def test_there_is_a_line_for_each_h_with_both_sides_beside_the_exact_value():
    shown = lines(explore(ChainStudy.of_preset("example")))
    assert shown[0].split() == ["h", "h", ">", "0", "h", "<", "0", "error", "made", "by"]
    assert shown[1].split() == ["h", "→", "0", "+12.02001501", "exact"]
    assert shown[2].split() == ["1", "+22.14112001", "+9.10207750", "1.0e+01", "o(h)"]
    assert [line.split()[0] for line in shown[2:6]] == ["1", "0.1", "0.01", "0.001"]
    assert shown[-1].split() == ["1e-16", "+0.00000000", "+17.76356839", "1.2e+01", "rounding"]
    assert len(shown) == 2 + 17
    assert max(map(len, shown)) <= 58


def test_the_error_is_o_of_h_first_and_rounding_then():
    shown = [line.split()[4] for line in lines(explore(ChainStudy.of_preset("example")))[2:]]
    assert shown == ["o(h)"] * 8 + ["rounding"] * 9


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
    assert found(snapshot.limit) == "no o(h), as on a straight line: all error is rounding"
    assert remainder_line(snapshot.limit) is None


def test_a_constant_has_exact_quotients():
    snapshot = study("2", 1.0)
    assert found(snapshot.limit) == "every quotient is exact: no error to draw"
    assert {line.split()[4] for line in lines(snapshot)[2:]} == {"exact"}


def test_a_remainder_that_rounding_hides_is_not_denied():
    assert found(study("x1**2", 1e8).limit) == "o(h)/h like h is lost in rounding"


def test_the_best_h_is_read_off_and_not_always_the_root_of_the_roundoff():
    assert found(study("sin(x1)", 1.0).limit) == "o(h)/h falls like h · best h 10⁻⁸"
    assert found(study("1e9 + exp(x1)", 0.0).limit) == "o(h)/h falls like h · best h 10⁻⁴"
    assert found(study("x1**2", 0.0).limit) == "o(h)/h falls like h · best h 10⁻¹⁶"


@pytest.mark.parametrize(
    ("f", "x", "sentence", "short"),
    [
        ("sqrt(x1)", 0.0, "asks for an interior point", "one side only"),
        ("x1**1.5", 0.0, "asks for an interior point", "one side only"),
        ("sqrt(x1**2)", 0.0, "do not lead to one number", "different ends"),
        ("log(x1)", -1.0, "no finite value at this point", "no derivative here"),
    ],
)
def test_without_a_derivative_a_sentence_says_why(f, x, sentence, short):
    snapshot = study(f, x)
    assert sentence in lines(snapshot)[-1]
    assert short in found(snapshot.limit)
    assert len(lines(snapshot)) <= 19


def test_without_a_point_there_is_no_limit():
    assert "no finite value" in limit_text(Pair("g", 0, 0), None).plain


@pytest.mark.parametrize(("f", "x"), [("x1**3", 1000.0), ("x1**2", 1e-6), ("exp(x1)", 20.0)])
def test_large_and_small_derivatives_keep_their_digits(f, x):
    shown = lines(study(f, x))
    assert "e" in shown[1].split()[3]
    assert max(map(len, shown)) <= 60


def test_the_quotient_is_named_by_what_it_is_of():
    assert quotient_symbol(Pair("gf", 1, 0), 2) == "(z₁(x+h·e₂)−z₁(x))/h"
    assert quotient_symbol(Pair("g", 0, 1), 1) == "(z₂(y+h)−z₂(y))/h"
    assert [small_step(h) for h in (1.0, 0.001, 1e-4, 1e-16)] == ["1", "0.001", "1e-4", "1e-16"]


def test_the_lines_of_the_chart_have_the_slopes_that_they_are_said_to_have():
    limit = explore(ChainStudy.of_preset("one-variable")).limit
    for line, slope in ((remainder_line(limit), 1.0), (rounding_line(limit), -1.0)):
        logarithms = np.log10(line)
        assert (logarithms[-1] - logarithms[0]) / 16 == pytest.approx(slope, abs=1e-6)
    assert found(study("sin(x1)", 0.0).limit).startswith("o(h)/h falls like h² ")


def test_the_line_of_o_of_h_goes_through_the_errors_that_it_explains():
    limit = study("exp(x1)", 0.0).limit
    row = limit.rows[4]
    line = np.interp(np.log10(row.h), np.linspace(-16, 0, 200), np.log10(remainder_line(limit)))
    assert 10**line == pytest.approx(row.worse.error, rel=0.01)


def test_powers_of_ten_are_written_as_powers():
    assert [power_of_ten(power) for power in (-16, 0, 2)] == ["10⁻¹⁶", "1", "10²"]


async def test_the_end_that_is_to_be_seen_is_however_late_the_lines_come_until_something_else_scrolls():
    class Host(App[None]):
        def compose(self) -> ComposeResult:
            yield ScrollPane()

    app = Host()
    async with app.run_test(size=(40, 12)) as pilot:
        pane = app.query_one(ScrollPane)
        pane.show_end()
        for lines, height in ((3, 12), (30, 12), (50, 20), (50, 8)):
            pane.put(Text("\n".join("abc" for _ in range(lines))))
            await pilot.resize_terminal(40, height)
            await pilot.pause()
            assert pane.scroll_y == max(lines - height, 0)
        await pilot.press("tab", "pageup")
        await pilot.pause()
        before = pane.scroll_y
        assert before < 50 - 8
        await pilot.resize_terminal(40, 10)
        await pilot.pause()
        assert pane.scroll_y == before
        pane.show_beginning()
        await pilot.resize_terminal(40, 12)
        await pilot.pause()
        assert pane.scroll_y == 0
