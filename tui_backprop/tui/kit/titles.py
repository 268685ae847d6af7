"""The titles in a pane's border, changed without a repaint of the pane."""

from __future__ import annotations

from typing import Any

from textual.content import Content
from textual.geometry import Region
from textual.widget import Widget


def entitle(pane: Widget, title: str | None, subtitle: str | None = None) -> None:
    """Set both titles of a pane's border, plain text, and repaint the line of one that is not as it was.

    Set as attributes, each would have the whole pane painted and written again, the same title too.
    """
    inner: Any = pane
    before = inner._border_title, inner._border_subtitle
    inner._border_title, inner._border_subtitle = after = _content(title), _content(subtitle)
    (width, height), (left, top) = pane.outer_size, pane.content_offset
    edges = pane.styles.border_top[0], pane.styles.border_bottom[0]
    for old, new, edge, y in zip(before, after, edges, (0, height - 1), strict=True):
        if edge and old != new:
            pane.refresh(Region(-left, y - top, width, 1))


def _content(title: str | None) -> Content | None:
    return None if title is None else Content(title)
