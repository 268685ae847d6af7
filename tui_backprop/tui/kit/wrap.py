"""Lines of running text: broken at spaces, but not around =, and in Chinese between any two signs that may be parted."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import textual.content
from rich.cells import cell_len, get_character_cell_size

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
        if taken and taken + cell_len(piece.rstrip()) > width:
            found.append(start)
            taken = 0
        rest = piece
        while cell_len(rest.rstrip()) > width > 1:
            cut = _fitting(rest, width)
            start += cut
            found.append(start)
            rest = rest[cut:]
        start += len(rest)
        taken += cell_len(rest)
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
    return get_character_cell_size(sign) == 2


def _fitting(text: str, width: int) -> int:
    """How many signs fit into so many cells."""
    taken = 0
    for index, sign in enumerate(text):
        taken += get_character_cell_size(sign)
        if taken > width:
            return index
    return len(text)


# --- Textual's own texts: notices, lists, labels

_of_textual = textual.content.divide_line  # pyright: ignore[reportPrivateImportUsage]


def _divide_line(text: str, width: int, fold: bool = True) -> list[int]:
    return breaks(text, width) if any(map(_is_wide, text)) else _of_textual(text, width, fold)


def break_chinese_lines() -> None:
    """Have Textual break every line with Chinese in it by these rules; it breaks at spaces alone, of which there are few."""
    textual.content.divide_line = _divide_line  # pyright: ignore[reportPrivateImportUsage]
