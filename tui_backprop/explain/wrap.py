"""Lines of running text: broken at spaces, but α = 0.02 is kept whole, and in Chinese between signs that may be parted."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from tui_backprop.explain.typeset import cells

_NOT_FIRST = "，。、：；？！）」』》〉】”’…—·％,.;:?!)]"
"""What must not begin a line."""

_NOT_LAST = "（「『《〈【“‘(["
"""What must not end one."""

_RELATIONS = "=<>≤≥≈±"
"""What stays on a line with what is on both sides of it, where there is room for all three."""

_OPERATORS = "+−"
"""What does so in parentheses: (x⁽⁴⁾ − t)² is one thing."""

LONGEST_WHOLE = 36
"""So many cells are kept on a line at most, however long it is.

So a text never has more lines where it is wider, but in a column narrower than this: a scrollbar that makes lines shorter
would come and go for ever.
"""

_SPACES = re.compile(" +")
_BEFORE_A_RELATION = re.compile(rf"(?<= )(?=[{_RELATIONS}] )")
_BEFORE_AN_OPERATOR = re.compile(rf"(?<= )(?=[{_OPERATORS}] )")
_BETWEEN_WORDS = re.compile(r"(?<= )(?! )")


def wrap(text: str, width: int) -> list[str]:
    """The text in lines of at most so many cells; a word that is longer than a line is cut."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        starts = [0, *breaks(paragraph, width), len(paragraph)]
        parts = (paragraph[start:end].rstrip() for start, end in pairwise(starts))
        lines += [part for part in parts if part]
    return lines


def breaks(text: str, width: int) -> list[int]:
    """Where the lines after the first one begin; the spaces at the end of a line need no room."""
    found: list[int] = []
    start, taken, whole = 0, 0, min(width, LONGEST_WHOLE)
    parted_anywhere = cells(text) != len(text)
    measure: Callable[[str], int] = cells if parted_anywhere else len  # to ask for each sign takes ten times as long
    for piece in _pieces(text, parted_anywhere):
        for part in [piece] if measure(piece.rstrip()) <= whole else _parts(piece, whole):
            if taken and taken + measure(part.rstrip()) > width:
                found.append(start)
                taken = 0
            rest = part
            while measure(rest.rstrip()) > width > 1:
                cut = _fitting(rest, width)
                start += cut
                found.append(start)
                rest = rest[cut:]
            start += len(rest)
            taken += measure(rest)
    return found


def _pieces(text: str, parted_anywhere: bool) -> Iterator[str]:
    """What must stay together, with the spaces that follow it."""
    start = depth = last = 0
    for index in range(1, len(text)) if parted_anywhere else [space.end() for space in _SPACES.finditer(text)]:
        before, after = text[index - 1 : index], text[index : index + 1]
        depth, last = depth + text.count("(", last, index) - text.count(")", last, index), index
        if after in ("", " ") or after in _NOT_FIRST or before in _NOT_LAST:
            continue
        kept = _RELATIONS + _OPERATORS if depth > 0 else _RELATIONS
        if before == " " and (_stands_alone(text, index, kept) or _stands_alone(text, index - 2, kept)):
            continue
        if before == " " or _is_wide(before) or _is_wide(after):
            yield text[start:index]
            start = index
    yield text[start:]


def _parts(piece: str, width: int) -> Iterator[str]:
    """A piece that is longer than a line, in parts: first before its relations, then before + and −, then at any space."""
    for places in (_BEFORE_A_RELATION, _BEFORE_AN_OPERATOR, _BETWEEN_WORDS):
        parts = [part for part in places.split(piece) if part]
        if len(parts) > 1:
            for part in parts:
                yield from [part] if cells(part.rstrip()) <= width else _parts(part, width)
            return
    yield piece


def _stands_alone(text: str, index: int, signs: str) -> bool:
    """Whether one of these signs stands there alone."""
    if index < 0 or text[index] not in signs:
        return False
    return text[index - 1 : index] in ("", " ") and text[index + 1 : index + 2] in ("", " ")


def _is_wide(sign: str) -> bool:
    return cells(sign) == 2


def _fitting(text: str, width: int) -> int:
    """How many signs fit into so many cells."""
    taken = 0
    for index, sign in enumerate(text):
        taken += cells(sign)
        if taken > width:
            return index
    return len(text)
