"""Lines of text that fill a width."""

from __future__ import annotations

from rich.text import Text


def spread(left: Text, right: Text, width: int) -> Text:
    """Left and right at the ends of a line of this width; the right one goes first when both do not fit."""
    gap = width - left.cell_len - right.cell_len
    if gap < 1:
        left.truncate(width)
        return left
    return Text.assemble(left, " " * gap, right)
