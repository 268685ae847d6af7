"""Lines that fill a width, and lines that are drawn again only where they are others than before."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text
from textual.geometry import Region
from textual.widget import Widget


def spread(left: Text, right: Text, width: int) -> Text:
    """Left and right at the ends of a line of this width; the right one goes first when both do not fit."""
    gap = width - left.cell_len - right.cell_len
    if gap < 1:
        left.truncate(width)
        return left
    return Text.assemble(left, " " * gap, right)


def refresh_lines(widget: Widget, before: Sequence[object] | None, now: Sequence[object]) -> None:
    """Have the lines of a widget drawn that differ; all of them where there were none before, or another number."""
    if before is None or len(before) != len(now):
        widget.refresh()
        return
    width = widget.size.width
    differing = (y for y, (old, new) in enumerate(zip(before, now, strict=True)) if old != new)
    if regions := [Region(0, y, width, 1) for y in differing]:
        widget.refresh(*regions)
