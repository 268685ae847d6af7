"""The tokens of a text, each on a whitelist: numbers, known names, operators, parentheses, commas."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from tui_backprop.calculus.expression.error import ExpressionError, cut
from tui_backprop.calculus.expression.tree import CONSTANTS, FUNCTIONS

NUMBERS = (1e-300, 1e300)

_TOKEN = re.compile(
    r"(?P<space>\ +)"
    r"|(?P<number>(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)"
    r"|(?P<name>[A-Za-z_][A-Za-z0-9_]*)"
    r"|(?P<operator>\*\*|[-+*/])"
    r"|(?P<open>\()|(?P<close>\))|(?P<comma>,)"
)

_HINTS = {
    "^": "power",
    "//": "division",
    "%": "operators",
    "\t": "space",
    "=": "equals",
    ".": "point",
    **dict.fromkeys("\n\r", "one_line"),
    **dict.fromkeys("<>", "comparison"),
    **dict.fromkeys("[]{}", "parentheses"),
    **dict.fromkeys("'\"", "quotation"),
    **dict.fromkeys("\u2212\u2013", "minus"),
    **dict.fromkeys("\u00d7\u00b7\u22c5", "times"),
    "\u00f7": "divided",
    "\u221a": "root",
    "\u03c0": "pi",
}
"""What to write in the place of a character, by the codes of the hints."""


class Token(NamedTuple):
    """A piece of a text: its kind is a group of the pattern above."""

    kind: str
    text: str
    position: int

    @property
    def is_function(self) -> bool:
        """Whether an argument in parentheses must follow."""
        return self.kind == "name" and self.text in FUNCTIONS

    @property
    def begins_operand(self) -> bool:
        """Whether a number, a variable, a function or a parenthesis begins here."""
        return self.kind in ("number", "name", "open")

    @property
    def ends_operand(self) -> bool:
        """Whether an operand is complete after this token."""
        return self.kind in ("number", "name", "close") and not self.is_function


def scan(text: str, variables: tuple[str, ...]) -> list[Token]:
    """The tokens of a text without its spaces. Raises ExpressionError at the first bad one."""
    tokens: list[Token] = []
    position = 0
    while position < len(text):
        found = None if text.startswith("//", position) else _TOKEN.match(text, position)
        if found is None:
            raise _refused_character(text, position)
        token = Token(str(found.lastgroup), found.group(), position)
        position = found.end()
        if token.kind == "number":
            _check_number(token)
        # Of a name such as xé, the é is at fault and not the x before it.
        elif token.kind == "name" and text[position : position + 1].isascii():
            _check_name(token, text, variables)
        if token.kind != "space":
            tokens.append(token)
    return tokens


def _refused_character(text: str, position: int) -> ExpressionError:
    character = text[position]
    plain = unicodedata.normalize("NFKC", character)
    code = f"U+{ord(character):04X}"
    shown = f"'{character}'" if character.isascii() else f"'{character}' ({code})"
    if not character.isprintable():
        shown = code
    hint = _HINTS.get("//" if text.startswith("//", position) else character)
    if hint is None and unicodedata.decomposition(character).startswith("<super>"):
        hint = "superscript"
    if hint is None and plain != character and plain.isascii() and plain.isprintable():
        hint = "plain" if plain.strip() else "plain_space"
    return ExpressionError("character", position, text=shown, hint=hint or "", plain=plain.strip())


def _check_number(token: Token) -> None:
    if re.match(r"0[0-9]", token.text):
        raise ExpressionError("needless_zero", token.position, text=cut(token.text))
    low, high = NUMBERS
    zero = not re.search(r"[1-9]", re.split("[eE]", token.text)[0])
    if not (zero or low <= float(token.text) <= high):
        number = cut(token.text)
        raise ExpressionError("number_out_of_range", token.position, text=number, low=f"{low:g}", high=f"{high:g}")


def _check_name(token: Token, text: str, variables: tuple[str, ...]) -> None:
    if token.text in variables or token.text in FUNCTIONS or token.text in CONSTANTS:
        return
    after_digit = token.position > 0 and text[token.position - 1] in "0123456789."
    if after_digit and token.text.startswith("_"):
        raise ExpressionError("underscores", token.position)
    if after_digit and token.text in ("j", "J"):
        raise ExpressionError("complex_number", token.position)
    names, functions = ", ".join((*variables, *CONSTANTS)), ", ".join(FUNCTIONS)
    raise ExpressionError("unknown_name", token.position, text=cut(token.text), names=names, functions=functions)
