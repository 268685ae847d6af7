"""The plain skin: the notation in ASCII, for terminals that draw θ or ² two cells wide.

Two steps. `plain` rewrites a text before it is laid out, and may make it longer: θ⁽¹⁾₂,₀ is theta1_2,0. What is left, lines
and blocks above all, `sign` replaces one for one after the layout, so that nothing is ever out of line.
"""

from __future__ import annotations

import re
import unicodedata

RAISED = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼ᵏⁿᶻʰᵀ", "0123456789+-=knzhT", strict=True))
LOWERED = dict(zip("₀₁₂₃₄₅₆₇₈₉ⱼᵢₖₘₙ", "0123456789jikmn", strict=True))
"""What stands raised or lowered in the notation, and the sign that it is."""

_RAISED, _LOWERED = "".join(RAISED), "".join(LOWERED)
_LEVEL = str.maketrans(RAISED | LOWERED)

_NUMBERED = re.compile(rf"⁽([{_RAISED}]*)⁾")
_THETA = re.compile(r"θ\(([0-9])\)")
_INDICES = re.compile(rf"(?<=[0-9)⁾])[{_LOWERED}]+(?:,[{_LOWERED}]+)*|[{_LOWERED}]+(?:,[{_LOWERED}]+)+")
_INDEX = re.compile(f"[{_LOWERED}]+")
_POWER = re.compile(f"[{_RAISED}]+")

_LONGER = {
    "ΣE": "sumE", "Σ": "sum ", "∇": "grad ", "Δ": "delta ", "θ": "theta", "α": "alpha", "λ": "lambda", "½": "1/2 ",
    "ℝ": "R", "∘": " o ", "→": "->", "←": "<-", "↑": "up", "↓": "down", "…": "...", "≤": "<=", "≥": ">=",
    "≠": "!=", "≈": "~=", "∞": "inf", "∄": "undef", "√": "sqrt", "±": "+-", "✓": "ok", "✗": "wrong", "·": "*", "‖": "||",
    "°": "",
}  # fmt: skip
_LONG = re.compile("|".join(_LONGER))

_ONE_FOR_ONE = {
    "θ": "0", "α": "a", "λ": "l", "Σ": "S", "∂": "d", "∇": "V", "Δ": "D", "½": "h", "ℝ": "R", "∘": "o",
    "⁽": "(", "⁾": ")", "−": "-", "·": ".", "×": "x", "→": ">", "←": "<", "↑": "^", "↓": "v", "↗": "/", "↘": "\\",
    "↖": "\\", "↙": "/", "…": "~", "≤": "<", "≥": ">", "≠": "#", "≈": "~", "∞": "8", "√": "V", "±": "+", "—": "-",
    "–": "-", "‖": "=", "∄": "?", "✓": "v", "✗": "x", "÷": "/", "•": "*", "‹": "<", "›": ">", "“": '"', "”": '"', "‘": "'",
    "’": "'", "○": "o", "●": "@", "◉": "@", "◆": "#", "◇": "o", "▲": "^", "▼": "v", "△": "^", "▽": "v", "▶": ">",
    "◀": "<", "►": ">", "◄": "<", "■": "#", "□": "o", "★": "*", "☆": "*", "█": "#", "▓": "#", "▒": "+", "░": ".",
    "▁": "_", "▂": "_", "▃": "_", "▅": "#", "▆": "#", "▇": "#", "▏": "|", "▎": "|", "▍": "|", "▋": "#", "▊": "#", "▉": "#",
    "▀": "^", "▄": "_", "▌": "|", "▐": "|", "⎡": "|", "⎢": "|", "⎣": "|", "⎤": "|", "⎥": "|", "⎦": "|",
}  # fmt: skip


_worn = False


def is_plain() -> bool:
    """Whether `skinned` writes in ASCII."""
    return _worn


def wear_plain(on: bool) -> None:
    """Have `skinned` write in ASCII from now on, or as on paper again."""
    global _worn
    _worn = on


def skinned(text: str) -> str:
    """The text as the skin in force writes it: what is laid out goes through here."""
    return plain(text) if _worn else text


def plain(text: str) -> str:
    """The text in ASCII, as one types it: J_θ⁽¹⁾(f₁) is J_theta1(f1), x⁽³⁾₄ is x(3)_4, 10⁻³ is 10^-3.

    An index in brackets is the code's, which counts from 0: θ⁽¹⁾₂,₀ is theta1_2,0 here, and theta1[1,0] in an edit.

    Chinese and what else is not notation stays as it is.
    """
    if text.isascii():
        return text
    text = _INDICES.sub(lambda found: f"_{found[0].translate(_LEVEL)}", text)
    text = _NUMBERED.sub(lambda found: f"({found[1].translate(_LEVEL)})", text)
    text = _THETA.sub(lambda found: f"theta{found[1]}", text)
    text = _INDEX.sub(lambda found: found[0].translate(_LEVEL), text)
    text = _POWER.sub(lambda found: "^" + found[0].translate(_LEVEL), text)
    text = _LONG.sub(lambda found: _LONGER[found[0]], text)
    return "".join(map(sign, text))


def sign(character: str) -> str:
    """One sign for one that is drawn one cell wide or two; others, Chinese among them, as they are."""
    if character.isascii():
        return character
    if character in _ONE_FOR_ONE:
        return _ONE_FOR_ONE[character]
    if character in _RAISED or character in _LOWERED:
        return character.translate(_LEVEL)
    name = unicodedata.name(character, "")
    if name.startswith("BOX DRAWINGS"):
        return _line(name)
    return "?" if unicodedata.east_asian_width(character) == "A" else character


def _line(name: str) -> str:
    """The corner, crossing or line of a box in ASCII, from its name: "BOX DRAWINGS LIGHT VERTICAL" is |."""
    vertical = "VERTICAL" in name or "UP" in name or "DOWN" in name
    horizontal = "HORIZONTAL" in name or "LEFT" in name or "RIGHT" in name
    return "+" if vertical and horizontal else "|" if vertical else "-"
