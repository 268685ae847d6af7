"""What an input method for Chinese types, read as the plain signs that it stands for."""

from __future__ import annotations

import re
import unicodedata

_SIGNS = str.maketrans(
    {"。": ".", "、": ",", "−": "-", "–": "-", "×": "*", "·": "*", "⋅": "*", "÷": "/", "⁄": "/", "【": "[", "】": "]"}
)
_POWER = re.compile(r"[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+")

WIDE_KEYS = {
    "comma": ("fullwidth_comma", "ideographic_comma"),
    "full_stop": ("ideographic_full_stop", "fullwidth_full_stop"),
    "less_than_sign": ("left_double_angle_bracket", "fullwidth_less_than_sign"),
    "greater_than_sign": ("right_double_angle_bracket", "fullwidth_greater_than_sign"),
    "left_square_bracket": ("left_black_lenticular_bracket", "fullwidth_left_square_bracket"),
    "right_square_bracket": ("right_black_lenticular_bracket", "fullwidth_right_square_bracket"),
    "left_curly_bracket": ("fullwidth_left_curly_bracket", "left_corner_bracket"),
    "right_curly_bracket": ("fullwidth_right_curly_bracket", "right_corner_bracket"),
    "question_mark": ("fullwidth_question_mark",),
    "equals_sign": ("fullwidth_equals_sign",),
    "plus": ("fullwidth_plus_sign",),
    "minus": ("fullwidth_hyphen_minus",),
    "apostrophe": ("left_single_quotation_mark", "right_single_quotation_mark"),
    "space": ("ideographic_space",),
}
"""The keys, by Textual's names, that an input method sends in the place of each."""


def fold(text: str) -> str:
    """The text in plain signs: "１２" is 12, "1，1" is 1,1, "x₁²" is x1**2, "−3" is -3."""
    text = _POWER.sub(lambda power: f"**{unicodedata.normalize('NFKC', power[0])}", text)
    return unicodedata.normalize("NFKC", text).translate(_SIGNS).strip()


def with_wide_keys(keys: str) -> str:
    """Names of keys with commas between, joined by those that an input method sends in their place."""
    names = keys.split(",")
    return ",".join([*names, *(wide for name in names for wide in WIDE_KEYS.get(name, ()))])
