"""Full-width signs and keys mean what the plain ones mean."""

import unicodedata

import pytest
from textual.keys import _character_to_key

from tui_backprop.tui.kit.typed import WIDE_KEYS, fold, with_wide_keys
from tui_backprop.tui.network.keys import KEYS


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("１２", "12"),
        ("1，1", "1,1"),
        ("x₁²", "x1**2"),
        ("x₁⁻² + y₂¹⁰", "x1**-2 + y2**10"),
        ("−３。５", "-3.5"),
        ("2×x₁÷x₂", "2*x1/x2"),
        ("½*3", "1/2*3"),
        ("１ｅ−３", "1e-3"),
        ("  0.02　", "0.02"),
        ("E＜0.05", "E<0.05"),
        ("c 49379", "c 49379"),
        ("sin(x1)**2 - 1", "sin(x1)**2 - 1"),
    ],
)
def test_what_is_typed_is_read_in_plain_signs(typed, plain):
    assert fold(typed) == plain


def test_every_key_has_the_name_that_textual_gives_to_its_sign():
    plain_signs = ",.<>[]{}?=+-' "
    known = {_character_to_key(sign) for sign in plain_signs}
    assert set(WIDE_KEYS) == known
    for wide in (name for names in WIDE_KEYS.values() for name in names):
        sign = unicodedata.lookup(
            wide.upper()
            .replace("_", " ")
            .replace("HYPHEN MINUS", "HYPHEN-MINUS")
            .replace("S THAN", "S-THAN")
            .replace("R THAN", "R-THAN")
        )
        assert _character_to_key(sign) == wide


def test_the_tables_bind_the_wide_keys_too():
    assert with_wide_keys("comma,b") == "comma,b,fullwidth_comma,ideographic_comma"
    bound = {binding.id: binding.key for binding in KEYS.bindings()}
    assert "fullwidth_comma" in bound["phase.back"]
    assert "left_double_angle_bracket" in bound["slower"]
