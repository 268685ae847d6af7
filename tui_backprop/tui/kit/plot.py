"""A chart: curves, dots, uprights, levels and ticks on one grid, at any size from one cell up.

plotext draws the curves, in the dots of the grid; all else is laid over them cell by cell, on the same two axes.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style

from tui_backprop.calculus.array import Array
from tui_backprop.explain.typeset import WIDTH
from tui_backprop.tui.kit.axis import Axis, Scale
from tui_backprop.tui.kit.half_blocks import DOT_COLUMNS, DOT_ROWS
from tui_backprop.tui.kit.plotext_signs import signs_of

DOTS_DRAWN = 2_000
"""About as many dots a curve may have: what plotext takes for it grows with the length of the line."""

SHORTEST_FLAG = 4
"""A text at the top has at least so many cells, or is its first sign alone."""

DASH = 4
"""A dashed line is left out in one of so many cells."""

NARROWEST_WITH_LABELS, LOWEST_WITH_LABELS, LOWEST_WITH_LINE, LOWEST_WITH_LEGEND = 20, 3, 6, 9


class Look(NamedTuple):
    """An entry of the legend: a sign in its style, and what it stands for."""

    sign: str
    style: Style
    text: str


class _Curve(NamedTuple):
    x: Array
    low: Array
    high: Array
    style: Style
    dashed: bool


class _Mark(NamedTuple):
    x: float
    y: float
    text: str
    style: Style


class Plot:
    """Collects what a chart shows; `draw` gives its lines for a size.

    `x` and `y` are the scales; `axis` is the style of axes and labels. Curves lie over uprights and levels, dots and
    texts over curves, and what is added later over what was added before.
    """

    def __init__(self, x: Scale, y: Scale, axis: Style, label_width: int = WIDTH) -> None:
        self._scales = x, y
        self._axis = axis
        self._label_width = label_width
        self._curves: list[_Curve] = []
        self._uprights: list[tuple[float, str, Style]] = []
        self._levels: list[tuple[float, str, Style]] = []
        self._marks: list[_Mark] = []
        self._flags: list[tuple[float, str, Style]] = []
        self._legend: tuple[str, Sequence[Sequence[Look]]] = ("", ())

    def curve(self, x: Array, low: Array, style: Style, high: Array | None = None, dashed: bool = False) -> None:
        """A line through the values over ascending `x`; with `high` the envelope between the two.

        What is not finite is left out. A `dashed` line is told by its shape from another in the same style.
        """
        self._curves.append(_Curve(x, low, low if high is None else high, style, dashed))

    def upright(self, x: float, style: Style, sign: str = "│") -> None:
        """A vertical line at a value of x."""
        self._uprights.append((x, sign, style))

    def level(self, y: float, style: Style, sign: str = "╌") -> None:
        """A horizontal line at a value of y: a threshold."""
        self._levels.append((y, sign, style))

    def dot(self, x: float, y: float, style: Style, sign: str = "●") -> None:
        """A sign at a point; ▲ or ▼ at the edge where the point lies above or below the axis."""
        self._marks.append(_Mark(x, y, sign, style))

    def flag(self, x: float, text: str, style: Style) -> None:
        """A text on the first line whose first sign stands at a value of x; cut where there is no room for all of it."""
        self._flags.append((x, text, style))

    def legend(self, name: str, *looks: Sequence[Look]) -> None:
        """The last line, where there is room for it: what x counts, and the lines by the first of the `looks` that fit."""
        self._legend = name, looks

    def draw(self, width: int, height: int) -> Drawing:
        """The chart on `height` lines of `width` cells; nothing where there is none."""
        if width < 1 or height < 1:
            return Drawing([], None, None, 0)
        left = self._label_width + 1 if width >= NARROWEST_WITH_LABELS else 0
        has_legend = bool(self._legend[0]) and height >= LOWEST_WITH_LEGEND
        under = (height >= LOWEST_WITH_LABELS) + (height >= LOWEST_WITH_LINE) + has_legend
        x = self._scales[0].axis(width - left, DOT_COLUMNS)
        y = self._scales[1].axis(height - under, DOT_ROWS)
        canvas = _Canvas(width, height)
        self._put_axes(canvas, x, y, left)
        self._put_lines(canvas, x, y, left)
        self._put_curves(canvas, x, y, left)
        self._put_marks(canvas, x, y, left)
        self._put_flags(canvas, x, left)
        lines = canvas.lines()
        if has_legend:
            lines[-1] = self._legend_line(width, left)
        return Drawing(lines, x, y, left)

    def _put_axes(self, canvas: _Canvas, x: Axis, y: Axis, left: int) -> None:
        if left:
            for row in range(y.cells):
                cell = y.cells - 1 - row
                label = y.ticks.get(cell, "")
                canvas.put_sign(row, left - 1, "┤" if cell in y.ticks else "│", self._axis)
                canvas.put(row, left - 1 - cell_len(label), label, self._axis)
        if canvas.height < LOWEST_WITH_LABELS:
            return
        below = y.cells
        if canvas.height >= LOWEST_WITH_LINE:
            line = ("└" if left else "") + "".join("┬" if cell in x.ticks else "─" for cell in range(x.cells))
            canvas.put(below, max(left - 1, 0), line, self._axis)
            below += 1
        free = 0
        for cell, label in x.ticks.items():
            start = min(max(left + cell - cell_len(label) // 2, 0), canvas.width - cell_len(label))
            if start >= free:
                canvas.put(below, start, label, self._axis)
                free = start + cell_len(label) + 2

    def _put_lines(self, canvas: _Canvas, x: Axis, y: Axis, left: int) -> None:
        for value, sign, style in self._levels:
            if 0 <= (cell := _cell(y, value)) < y.cells:
                canvas.put(y.cells - 1 - cell, left, sign * x.cells, style)
        for value, sign, style in self._uprights:
            if 0 <= (cell := _cell(x, value)) < x.cells:
                for row in range(y.cells):
                    canvas.put_sign(row, left + cell, sign, style)

    def _put_curves(self, canvas: _Canvas, x: Axis, y: Axis, left: int) -> None:
        for curve in self._curves:
            columns, rows = line_of(curve.x, curve.low, curve.high, x, y)
            cells = signs_of(tuple(columns.tolist()), tuple(rows.tolist()))
            dashed = curve.dashed and len(columns) > 1
            if len(columns) == 1:
                cells = ((cells[0][0], cells[0][1], "•"),)
            for column, row, sign in cells:
                if 0 <= row < y.cells and not (dashed and column % DASH == DASH - 1):
                    canvas.put_sign(y.cells - 1 - row, left + column, sign, curve.style)

    def _put_marks(self, canvas: _Canvas, x: Axis, y: Axis, left: int) -> None:
        for mark in self._marks:
            column, cell = _cell(x, mark.x), _cell(y, mark.y)
            if 0 <= column < x.cells and not math.isnan(mark.y):
                sign = mark.text if 0 <= cell < y.cells else "▲" if cell > 0 else "▼"
                canvas.put(y.cells - 1 - min(max(cell, 0), y.cells - 1), left + column, sign, mark.style)

    def _put_flags(self, canvas: _Canvas, x: Axis, left: int) -> None:
        flags = [(_cell(x, value), text, style) for value, text, style in self._flags]
        flags = sorted((flag for flag in flags if 0 <= flag[0] < x.cells), key=lambda flag: flag[0])
        taken = 0
        for index, (place, text, style) in enumerate(flags):
            room = (flags[index + 1][0] - 1 if index + 1 < len(flags) else x.cells) - place
            start = place
            if cell_len(text) > room and cell_len(text) <= place - taken + 1:
                # To the left of its place there is more room: its first sign comes last.
                start, text = place - cell_len(text) + 1, text[1:] + text[0]
            elif cell_len(text) > room:
                text = f"{set_cell_size(text, room - 1).rstrip()}…" if room >= SHORTEST_FLAG else text[0]
            canvas.put(0, left + start, text, style)
            taken = place + (cell_len(text) if start == place else 1) + 1

    def _legend_line(self, width: int, left: int) -> list[Segment]:
        """Under the middle of the plot; the name of x alone where there is no room for more."""
        name, choices = self._legend
        segments: list[Segment] = []
        for looks in (*choices, ()):
            segments = [Segment(name, self._axis)]
            for look in looks:
                segments += [Segment(f"  {look.sign}{' ' if look.text else ''}", look.style)]
                segments += [Segment(look.text, self._axis)]
            if sum(cell_len(segment.text) for segment in segments) <= width - left:
                break
        else:
            segments = []
        room = width - left - sum(cell_len(segment.text) for segment in segments)
        return [Segment(" " * (left + max(room, 0) // 2), self._axis), *segments]


class Drawing(NamedTuple):
    """The lines of a chart, and its axes, the one of x from column `left` on."""

    lines: list[list[Segment]]
    x: Axis | None
    y: Axis | None
    left: int

    def under(self, column: int, line: int) -> tuple[float, float] | None:
        """The values of x and y in the middle of a cell of the plot; None outside of it."""
        if self.x is None or self.y is None:
            return None
        if not (0 <= column - self.left < self.x.cells and 0 <= line < self.y.cells):
            return None
        return self.x.value(column - self.left), self.y.value(self.y.cells - 1 - line)


def line_of(x: Array, low: Array, high: Array, x_axis: Axis, y_axis: Axis) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """The columns and rows of the dots that the line of a curve goes through, at most about DOTS_DRAWN dots long.

    Where several points share a column the line goes up and down between the lowest and the highest of them, to the
    nearer one first so that it is short.
    """
    kept = np.isfinite(x) & np.isfinite(low) & np.isfinite(high)
    columns, lows, highs = x_axis.dot(x[kept]), y_axis.dot(low[kept]), y_axis.dot(high[kept])
    kept = (columns >= 0) & (columns < x_axis.cells * x_axis.dots)
    columns, lows, highs = columns[kept], lows[kept], highs[kept]
    if not len(columns):
        return columns, lows
    share = 1
    while True:
        starts = np.concatenate(([0], np.flatnonzero(np.diff(columns // share)) + 1))
        at = columns[starts]
        bottoms, tops = np.minimum.reduceat(lows, starts), np.maximum.reduceat(highs, starts)
        up = int((tops - bottoms).sum()) + int(np.abs(np.diff(bottoms)).sum())
        if up <= DOTS_DRAWN or len(starts) <= 16:
            return _zigzag(at, bottoms, tops)
        share *= 2


def _zigzag(
    at: NDArray[np.intp], bottoms: NDArray[np.intp], tops: NDArray[np.intp]
) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    points: list[tuple[int, int]] = []
    last = int(tops[0])
    for column, bottom, top in zip(at.tolist(), bottoms.tolist(), tops.tolist(), strict=True):
        pair = (bottom, top) if abs(bottom - last) <= abs(top - last) else (top, bottom)
        points.append((column, pair[0]))
        if bottom != top:
            points.append((column, pair[1]))
        last = pair[1]
    line = np.array(points, dtype=np.intp)
    return line[:, 0], line[:, 1]


def _cell(axis: Axis, value: float) -> int:
    return -1 if math.isnan(value) else axis.cell(value)


class _Canvas:
    """Cells, each a character in a style."""

    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = width, height
        self._cells: list[list[tuple[str, Style | None]]] = [[(" ", None)] * width for _ in range(height)]

    def put(self, row: int, column: int, text: str, style: Style) -> None:
        """Write a text over what is there, as far as there are cells for it; a wide character takes two of them."""
        if not 0 <= row < self.height:
            return
        cells, at = self._cells[row], column
        if cell_len(text) == len(text):  # no wide character in it, as a rule
            start, end = max(column, 0), min(column + len(text), self.width)
            if start < end:
                self._free(cells, start)
                self._free(cells, end - 1)
                cells[start:end] = [(sign, style) for sign in text[start - column : end - column]]
            return
        for character in text:
            wide = cell_len(character) == 2
            if at >= 0 and at + wide < self.width:
                for place in range(at, at + wide + 1):
                    self._free(cells, place)
                cells[at] = character, style
                if wide:
                    cells[at + 1] = "", style
            at += 1 + wide

    def put_sign(self, row: int, column: int, sign: str, style: Style) -> None:
        """Write a sign of one cell over what is there, if that is a cell."""
        if 0 <= row < self.height and 0 <= column < self.width:
            cells = self._cells[row]
            self._free(cells, column)
            cells[column] = sign, style

    @staticmethod
    def _free(cells: list[tuple[str, Style | None]], at: int) -> None:
        """Take away the other half of a wide character that has a half here."""
        if not cells[at][0]:
            cells[at - 1] = " ", None
        elif at + 1 < len(cells) and not cells[at + 1][0]:
            cells[at + 1] = " ", None

    def lines(self) -> list[list[Segment]]:
        """The rows as Segments, neighbours of one style joined."""
        return [list(_joined(cells)) for cells in self._cells]


def _joined(cells: Sequence[tuple[str, Style | None]]) -> Iterator[Segment]:
    text, style = "", None
    for character, its_style in cells:
        if its_style is not style and text:
            yield Segment(text, style)
            text = ""
        text, style = text + character, its_style
    if text:
        yield Segment(text, style)
