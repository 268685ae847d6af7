"""Which matrices the board of the chain rule shows."""

import numpy as np

from tui_backprop.explain.cell import Cell
from tui_backprop.explain.chain.cells import explain
from tui_backprop.training.chain.study import ChainStudy, explore
from tui_backprop.tui.chain.board import chain_views
from tui_backprop.tui.chain.symbols import definitions, symbols_text
from tui_backprop.tui.chain.texts import badges, functions_text, point_line, worth_seeing
from tui_backprop.tui.kit.inspector import explanation_text


def views(preset="example", flipped=False):
    return {view.code: view for view in chain_views(explore(ChainStudy.of_preset(preset)), flipped)}


def test_the_product_is_written_as_in_2_4():
    found = views()
    assert list(found) == ["x", "y", "z", "f", "g", "gf", "symbolic", "numerical"]
    assert [found[code].joiner for code in found] == ["", " ─f→ ", " ─g→ ", "", " · ", " = ", " = ", " ≈ "]
    assert [found[code].title for code in ("f", "g", "gf")] == [
        "Jᵀ_x(f) 2×3 (2.1)",
        "Jᵀ_y(g) 3×2 (2.2)",
        "Jᵀ_x(g∘f) 2×2 (2.4)",
    ]


def test_j_is_the_transpose_in_the_other_order():
    found, flipped = views(), views(flipped=True)
    assert list(flipped) == ["x", "y", "z", "g", "f", "gf", "symbolic", "numerical"]
    assert flipped["gf"].title == "J_x(g∘f) 2×2 (2.4)"
    for code in ("f", "g", "gf", "symbolic", "numerical"):
        np.testing.assert_array_equal(flipped[code].values, found[code].values.T)
    product = flipped["g"].values @ flipped["f"].values
    np.testing.assert_allclose(product, flipped["gf"].values)


def test_a_zero_whatever_x_is_differs_from_one_that_was_computed():
    layers, example = views("layers"), views("example")
    assert layers["gf"].zeros[:, 0].all()
    assert not layers["gf"].zeros[:, 1:].any()
    assert not example["gf"].zeros.any()


def test_a_product_without_numbers_is_not_called_right():
    snapshot = explore(ChainStudy("log(x1)", "y1", (-1.0,), (-1.0,)))
    found = {view.code: view for view in chain_views(snapshot, False)}
    assert found["symbolic"].title == "symbolic no value"
    assert "no finite value" in badges(snapshot)[0]


def test_what_g_of_f_has_by_itself_is_not_said_to_be_the_product_without_a_value():
    snapshot = explore(ChainStudy("sqrt(x1**2), x1", "y1**2 + 4*y2, y2", (0.0,), (0.0,)))
    found = {view.code: view for view in chain_views(snapshot, False)}
    assert np.isnan(found["gf"].values).all()
    for code in ("symbolic", "numerical"):
        np.testing.assert_array_equal(found[code].values, [[4, 1]])
        assert found[code].joiner == " ? "
        assert found[code].title == f"{code} ?"
    assert "∄·0 is ∄" in worth_seeing(snapshot, 78)
    assert "∄" not in worth_seeing(explore(ChainStudy("sqrt(x1)", "y1", (0.0,), (0.0,))), 78)


def test_symbols_stand_side_by_side_where_there_is_room():
    snapshot = explore(ChainStudy.of_preset("example"))
    wide, narrow = symbols_text(snapshot, 140, False).plain, symbols_text(snapshot, 78, False).plain
    assert "Jᵀ_x(f) 2×3 (2.1)   Jᵀ_y(g) 3×2 (2.2)   Jᵀ_x(g∘f) 2×2 (2.4)" in wide
    assert "⎡2·x₁  2·x₁   x₂⎤" in wide
    assert "∂z₁/∂x₁ = 2·x₁²·x₂ + 2·x₁·cos(x₁² − x₂²) + x₂·(x₁² + x₂²)" in narrow
    assert all(len(line) <= 78 for line in narrow.splitlines())
    assert "J_y(g) 2×3 (2.2)" in symbols_text(snapshot, 78, True).plain


def test_the_symbols_repeat_f_and_g_only_where_the_lines_at_the_top_are_cut_off():
    snapshot = explore(ChainStudy.of_preset("example"))
    assert "y₁ = x₁² + x₂²" not in symbols_text(snapshot, 78, False).plain
    assert "y₁ = x₁² + x₂²" in symbols_text(snapshot, 36, False).plain


def test_an_explanation_says_no_number_twice():
    snapshot = explore(ChainStudy.of_preset("example"))
    # ∂y₃/∂x₂ = x₁ = 1 is told in two lines, not as "= 1" and "= 1.0" one under the other.
    assert explanation_text(explain(snapshot, Cell("f", 1, 2), False)).plain.splitlines()[:2] == [
        "∂y₃/∂x₂ = x₁",
        "= 1.0   how fast y₃ changes when x₂ alone changes",
    ]
    assert "\n= 2·2 + 2·(−0.989992497) + 2·5\n" in explanation_text(explain(snapshot, Cell("gf", 0, 0), False)).plain


def test_a_long_entry_is_wrapped_within_the_width():
    text = symbols_text(explore(ChainStudy.of_preset("output")), 60, False).plain
    entries = text[: text.index("The entries of")].splitlines()
    assert all(len(line) <= 60 for line in entries)
    assert any(line.startswith("      ") for line in entries)


def test_the_functions_are_written_in_a_line_each():
    assert definitions(explore(ChainStudy.of_preset("example"))) == [
        "f(x) = (x₁² + x₂², x₁² − x₂², x₁·x₂)",
        "g(y) = (y₁·y₃ + sin(y₂), y₁² − y₂² − 4·y₃²)",
    ]
    assert definitions(explore(ChainStudy.of_preset("one-variable"))) == ["f(x) = x₁²", "g(y) = sin(y₁)"]


def test_the_lines_at_the_top_say_where_we_are():
    snapshot = explore(ChainStudy.of_preset("example").choosing(1))
    assert functions_text(snapshot).plain == "example · ℝ² → ℝ³ → ℝ²"
    line = point_line(snapshot, 78).plain
    assert line.startswith("x = (+1.0000, +2.0000) · ← → x₂ ± 0.1 ")
    assert "✓ worst difference" in line
    # While a cell has the cursor the arrows move that, and not x.
    assert point_line(snapshot, 78, arrows=False).plain.startswith("x = (+1.0000, +2.0000) · x₂ ± 0.1 ")
    assert "the product is the derivative" in point_line(snapshot, 118).plain
    assert worth_seeing(snapshot, 118).startswith("f of the article's example 2.2: y₁² − y₂² is 4·y₃²")
    assert worth_seeing(snapshot, 78).startswith("y₁² − y₂²")
