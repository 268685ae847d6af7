"""Lines of running text: broken at spaces, but not around =, and in Chinese between any two signs that may be parted."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len, get_character_cell_size

_NOT_FIRST = "，。、：；？！）」』”’…,.;:?!)]"
"""What must not begin a line."""

_NOT_LAST = "（「『“‘(["
"""What must not end one."""


def wrap(text: str, width: int) -> list[str]:
    """The text in lines of at most so many cells; a word that is longer than a line is cut."""
    lines: list[str] = []
    line = ""
    for piece in _pieces(text):
        if cell_len(line) + cell_len(piece.rstrip()) <= width:
            line += piece
            continue
        if line.strip():
            lines.append(line.rstrip())
        line = piece
        while cell_len(line.rstrip()) > width > 1:
            cut = _fitting(line, width)
            lines.append(line[:cut])
            line = line[cut:]
    return [*lines, line.rstrip()] if line.strip() else lines


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
