"""Lines of running text: broken at spaces, but not around =, and in Chinese between any two signs that may be parted."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from tui_backprop.explain.typeset import cells

_NOT_FIRST = "，。、：；？！）」』》〉】”’…—·％,.;:?!)]"
"""What must not begin a line."""

_NOT_LAST = "（「『《〈【“‘(["
"""What must not end one."""


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
    start = taken = 0
    for piece in _pieces(text):
        if taken and taken + cells(piece.rstrip()) > width:
            found.append(start)
            taken = 0
        rest = piece
        while cells(rest.rstrip()) > width > 1:
            cut = _fitting(rest, width)
            start += cut
            found.append(start)
            rest = rest[cut:]
        start += len(rest)
        taken += cells(rest)
    return found


def _pieces(text: str) -> Iterator[str]:
    """What must stay together, with the spaces that follow it."""
    start = 0
    for index in range(1, len(text)):
        before, after = text[index - 1], text[index]
        if after == " " or after in _NOT_FIRST or before in _NOT_LAST:
            continue
        if before == " " and "=" in (after, text[index - 2]):
            continue
        if before == " " or _is_wide(before) or _is_wide(after):
            yield text[start:index]
            start = index
    yield text[start:]


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
