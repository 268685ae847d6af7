"""Grids of values drawn with characters: half blocks for colour, braille dots for lines. Pure: no widget, no app.

Three steps that any map takes: values between 0 and 1 become pixel classes, lines become braille marks, and both become
one list of Segments a row. Two pixels, one above the other, share a character cell; so do eight dots, two by four.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from rich.color import Color as RichColor
from rich.segment import Segment
from rich.style import Style
from textual.color import Color

from tui_backprop.calculus.array import Array

Pixels = NDArray[np.intp]
Dots = NDArray[np.bool_]
Pattern = Callable[[Pixels], Dots]

STEPS = 64
MISSING = STEPS
BLUE_TO_YELLOW, BLACK_TO_GREEN = (4, 12, 11, 3), (0, 4, 6, 2)
"""Numbers of the terminal's sixteen colours, for a map with two ends and for one that goes up."""
DOT_COLUMNS, DOT_ROWS = 2, 4

DOT_BITS = np.array([[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]])
BRAILLE = 0x2800


class Mark(NamedTuple):
    """A character over the map. Where its style has no background the pixels under it show through."""

    character: str
    style: Style


Marks = Mapping[tuple[int, int], Mark]


class Palette:
    """STEPS colours from `low` (0) through `middle` (½) to `high` (1), and `missing` for what is not a number.

    A middle between the two ends in brightness keeps the map readable without colour: darker is nearer to `low`.
    """

    def __init__(self, low: Color, middle: Color, high: Color, missing: Color) -> None:
        half = STEPS // 2
        lower = [low.blend(middle, step / half) for step in range(half)]
        upper = [middle.blend(high, (step + 1) / half) for step in range(half)]
        self.colours = [colour.rich_color for colour in (*lower, *upper, missing)]
        self._styles: dict[int, Style] = {}
        self._over: dict[tuple[Style, int], Style] = {}

    @classmethod
    def of_the_terminal(cls, missing: Color, bands: tuple[int, int, int, int] = BLUE_TO_YELLOW) -> Palette:
        """Four of the terminal's own sixteen colours, by their numbers; what lies between two of them it cannot show."""
        palette = cls(missing, missing, missing, missing)
        ends = [RichColor.from_ansi(number) for number in bands for _ in range(STEPS // len(bands))]
        palette.colours = [*ends, missing.rich_color]
        return palette

    def style(self, top: int, bottom: int) -> Style:
        """The style of a cell whose upper pixel is of class `top` and whose lower one of class `bottom`."""
        key = top * (STEPS + 1) + bottom
        if key not in self._styles:
            self._styles[key] = Style(color=self.colours[top], bgcolor=self.colours[bottom])
        return self._styles[key]

    def over(self, mark: Style, top: int, bottom: int) -> Style:
        """The style of a mark on a cell of these two pixels; it lies on the colour halfway between them."""
        between = max(top, bottom) if MISSING in (top, bottom) else (top + bottom) // 2
        if (mark, between) not in self._over:
            self._over[mark, between] = Style(bgcolor=self.colours[between]) + mark
        return self._over[mark, between]


def pixel_classes(values: Array | NDArray[np.float32]) -> Pixels:
    """The palette step of each value of [0, 1]; values outside count as 0 or 1, what is not a number is MISSING."""
    known = ~np.isnan(values)
    steps = np.floor(np.where(known, np.clip(values, 0, 1), 0) * STEPS).astype(np.intp)
    return np.where(known, np.minimum(steps, STEPS - 1), MISSING)


def halved(values: NDArray[np.float32]) -> NDArray[np.float32]:
    """Pixels from dots: the mean of each 2x2 block."""
    rows, columns = values.shape
    return values.reshape(rows // 2, 2, columns // 2, 2).mean(axis=(1, 3))


def contour(values: Array | NDArray[np.float32], level: float) -> Dots:
    """The line where the values pass `level`: the dots at or above it that have a neighbour below it.

    A dot beside it or above it or under it counts as a neighbour, so that the line is one dot wide and has no gaps.
    """
    above = values >= level
    below = values < level
    line = np.zeros(values.shape, dtype=np.bool_)
    line[:, 1:] |= above[:, 1:] & below[:, :-1]
    line[:, :-1] |= above[:, :-1] & below[:, 1:]
    line[1:] |= above[1:] & below[:-1]
    line[:-1] |= above[:-1] & below[1:]
    return line


def line_dots(start: tuple[int, int], end: tuple[int, int], pattern: Pattern, thickness: int = 1) -> NDArray[np.intp]:
    """The (row, column) of the dots of a straight line; the pattern says which of its steps are drawn."""
    (top, left), (bottom, right) = start, end
    steps = np.arange(max(abs(bottom - top), abs(right - left)) + 1)
    share = steps / max(len(steps) - 1, 1)
    rows, columns = top + share * (bottom - top), left + share * (right - left)
    line = np.rint(np.stack((rows, columns), axis=1)).astype(np.intp)[pattern(steps)]
    # A thick line is the same line again, a dot lower or, where it is steep, a dot further right.
    aside = np.array([1, 0]) if abs(bottom - top) <= abs(right - left) else np.array([0, 1])
    return np.concatenate([line + aside * offset for offset in range(thickness)])


def braille(dots: Dots) -> dict[tuple[int, int], str]:
    """The characters of four rows of two dots each, by the (row, column) of their cell; none where there is no dot."""
    rows, columns = np.nonzero(dots)
    bits = np.zeros((dots.shape[0] // DOT_ROWS, dots.shape[1] // DOT_COLUMNS), dtype=np.intp)
    cells = rows // DOT_ROWS, columns // DOT_COLUMNS
    np.bitwise_or.at(bits, cells, DOT_BITS[rows % DOT_ROWS, columns % DOT_COLUMNS])
    return {
        (row, column): chr(BRAILLE + code)
        for row, column, code in zip(cells[0].tolist(), cells[1].tolist(), bits[cells].tolist(), strict=True)
    }


def braille_marks(dots: Dots, style: Style) -> dict[tuple[int, int], Mark]:
    """The dots as marks, keyed by the (row, column) of their cell."""
    return {cell: Mark(character, style) for cell, character in braille(dots).items()}


def half_block_lines(classes: Pixels, palette: Palette, marks: Marks | None = None) -> list[list[Segment]]:
    """The map as Segments, one list for each two rows of pixels, neighbours of one style merged."""
    tops, bottoms = classes[0::2], classes[1::2]
    # A number for each look of a cell: what the pixels are, or a number of its own for each mark.
    looks = tops * (STEPS + 1) + bottoms
    by_row: dict[int, dict[int, Mark]] = {}
    for number, ((row, column), mark) in enumerate((marks or {}).items(), start=1):
        if 0 <= row < looks.shape[0] and 0 <= column < looks.shape[1]:
            looks[row, column] = -number
            by_row.setdefault(row, {})[column] = mark
    return [
        _line(look, top, bottom, palette, by_row.get(row, {}))
        for row, (look, top, bottom) in enumerate(zip(looks, tops, bottoms, strict=True))
    ]


def _line(looks: Pixels, tops: Pixels, bottoms: Pixels, palette: Palette, marks: dict[int, Mark]) -> list[Segment]:
    starts = np.concatenate(([0], np.flatnonzero(np.diff(looks)) + 1))
    ends = [*starts[1:].tolist(), len(looks)]
    segments: list[Segment] = []
    runs = zip(starts.tolist(), ends, tops[starts].tolist(), bottoms[starts].tolist(), strict=True)
    for start, end, top, bottom in runs:
        if mark := marks.get(start):
            segments.append(Segment(mark.character, palette.over(mark.style, top, bottom)))
        else:
            # A space where both pixels agree: some fonts leave a hairline between ▀ and the lower half.
            segments.append(Segment(("▀" if top != bottom else " ") * (end - start), palette.style(top, bottom)))
    return segments
