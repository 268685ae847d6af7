"""The source shown for a quantity is the code that computed it."""

from __future__ import annotations

from importlib.resources import files

import pytest

from tui_backprop.calculus.network.quantities import QUANTITIES
from tui_backprop.explain.network.source import source_of


@pytest.mark.parametrize("code", QUANTITIES)
def test_every_quantity_has_its_lines_where_it_says_they_are(code: str) -> None:
    source = source_of(code)
    lines = files("tui_backprop").joinpath(source.file).read_text(encoding="utf-8").splitlines()
    shown = source.text.splitlines()
    there = lines[source.first - 1 : source.first - 1 + len(shown)]
    assert [line.strip() for line in there] == [line.strip() for line in shown]
    assert any(line.startswith("def ") for line in shown)
    assert not shown[0].startswith(" ")


@pytest.mark.parametrize("code", [code for code in QUANTITIES if code.startswith("jacobian")])
def test_a_jacobian_shows_the_function_of_its_own_name(code: str) -> None:
    source = source_of(code)
    assert source.file == "calculus/network/layers.py"
    assert source.text.startswith(f"def {code}(")


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("x2", "f1"),
        ("x3", "f2"),
        ("x4", "f3"),
        ("x5", "f4"),
        ("theta1_gradient", "back_propagate"),
        ("product_f2", "back_propagate"),
        ("theta1", "update_parameter"),
        ("theta2_change", "update_parameter"),
    ],
)
def test_the_functions_gradients_and_changes_show_their_own_lines(code: str, name: str) -> None:
    assert f"def {name}(" in source_of(code).text


def test_an_unknown_quantity_is_refused() -> None:
    with pytest.raises(KeyError):
        source_of("theta3")
