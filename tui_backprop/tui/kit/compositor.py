"""Textual's compositor, asking each widget for no more lines than are painted."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from rich.cells import cell_len
from textual._compositor import ChopsUpdate, Compositor, ReflowResult  # pyright: ignore[reportPrivateUsage]
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget


class SparingCompositor(Compositor):
    """Paints what has changed as Textual's does, from the foremost widget to the hindmost.

    Textual asks every widget for all its lines, and those behind others too, as soon as two places far from each other
    have changed, as they do at every step of a run.

    And it tells each widget the size that a layout has given it. Textual compares a layout with where everything stands,
    which whoever asks for it in between has worked out already: then a pane that has come into sight is told nothing, and
    stays empty.
    """

    def __init__(self) -> None:
        super().__init__()
        self._told = self._full_map

    def clear(self) -> None:
        """Forget all widgets."""
        super().clear()
        self._told = self._full_map

    def reflow(self, parent: Widget, size: Size) -> ReflowResult:
        """Lay out; what is hidden, shown and of another size since the layout before."""
        self._full_map = self._told
        result = super().reflow(parent, size)
        self._told = self._full_map
        return result

    def render_partial_update(self) -> ChopsUpdate | None:
        """The pieces of lines that have changed; None where there are none."""
        cuts = self.cuts
        spans = [span for span in self._regions_to_spans(self._dirty_regions) if 0 <= span[0] < len(cuts)]
        self._dirty_regions.clear()
        if not spans:
            return None
        # Of each line the places where the pieces start that are asked for, with their ends.
        asked: list[dict[int, int]] = [{} for _ in cuts]
        for y, left, right in spans:
            asked[y] |= {start: end for start, end in pairwise(cuts[y]) if start < right and left < end}
        chops: list[dict[int, Strip | None]] = [dict.fromkeys(line) for line in asked]
        self._fill(chops, {y: set(line) for y, line in enumerate(asked) if line})
        whole = [(y, left, _past_a_wide_sign(chops[y], asked[y], right)) for y, left, right in spans]
        return ChopsUpdate(chops, whole, [list(line.values()) for line in asked])

    def _fill(self, chops: list[dict[int, Strip | None]], missing: dict[int, set[int]]) -> None:
        """Put into `chops` the pieces that are `missing` on each line, by the places where they start."""
        for widget, (region, clip) in self.visible_widgets.items():
            if not missing:
                return
            seen = region.intersection(clip)
            left, right = seen.column_span
            lines = [y for y in seen.line_range if y in missing and any(left <= start < right for start in missing[y])]
            if not lines:
                continue
            top, bottom = lines[0], lines[-1]
            strips = widget.render_lines(Region(left - region.x, top - region.y, seen.width, bottom - top + 1))
            for y in lines:
                starts = [cut for cut in self.cuts[y] if left <= cut <= right]
                pieces = strips[y - top].divide([cut - left for cut in starts[1:]])
                for start, piece in zip(starts, pieces, strict=False):  # a strip may end before its widget does
                    if start in missing[y]:
                        missing[y].remove(start)
                        chops[y][start] = piece
                if not missing[y]:
                    del missing[y]


def _past_a_wide_sign(pieces: Mapping[int, Strip | None], ends: Mapping[int, int], right: int) -> int:
    """The end of a span, moved on by a cell where it would cut a Chinese sign in two: a terminal drops both halves."""
    for start, piece in pieces.items():
        if piece is not None and start < right < ends[start]:
            at = start
            for text, *_ in piece:
                width = cell_len(text)
                if at + width < right:
                    at += width
                    continue
                if text.isascii():
                    return right
                for sign in text:
                    if at >= right:
                        return at
                    at += cell_len(sign)
                return max(at, right)
    return right
