"""The decision map: the network's answer over the square of its inputs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, NamedTuple

import numpy as np
from numpy.typing import NDArray
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.color import Color
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from tui_backprop.calculus.array import Array
from tui_backprop.calculus.network.truth_table import BEYOND, window
from tui_backprop.calculus.sigmoid import s_of_picture
from tui_backprop.explain.network.notation import label_side
from tui_backprop.explain.plain import skinned
from tui_backprop.explain.typeset import brief, number, subscript
from tui_backprop.training.network.snapshot import Snapshot
from tui_backprop.tui.kit.half_blocks import (
    DOT_COLUMNS,
    DOT_ROWS,
    STEPS,
    Dots,
    Mark,
    Palette,
    braille_marks,
    contour,
    half_block_lines,
    halved,
    pixel_classes,
)
from tui_backprop.tui.kit.late_styles import LateStyles
from tui_backprop.tui.kit.lines import refresh_lines
from tui_backprop.tui.kit.titles import entitle
from tui_backprop.words import words

NARROWEST_GUTTER = 3
LEGEND_WIDTH = 18
ROWS_WITH_AXIS = 6
CLOSER, CLOSEST = 1.5, 200
"""How much closer a turn of the wheel looks, and how much closer at most."""
NEAR = 2
"""A click on a cell so many rows away from a sample's is meant for the sample."""

Grid = NDArray[np.float32]
Ends = tuple[float, float]
Window = tuple[Ends, Ends]
SQUARE: Ends = -BEYOND, 1 + BEYOND
"""Lowest and highest of an axis where all inputs are 0 or 1."""


def output_over(theta1: Array, theta2: Array, x1: Array, x2: Array, rest: tuple[float, ...] = ()) -> tuple[Grid, Grid]:
    """The output x4 over a grid, shape (len(x2), len(x1)), and the hidden sums, shape (hidden, len(x2), len(x1)).

    `rest` holds the inputs after the second, the same all over the grid. Single precision: four times as fast, and a
    colour has 64 steps.
    """
    # Parameters that have run away are no numbers; their map is drawn as missing.
    with np.errstate(all="ignore"):
        w1, w2 = theta1.astype(np.float32), theta2.astype(np.float32)
        bias = w1[:, 0] + w1[:, 3:] @ np.array(rest, dtype=np.float32)
        row, column = x1.astype(np.float32)[None, None, :], x2.astype(np.float32)[None, :, None]
        sums = (bias[:, None, None] + w1[:, 2, None, None] * column) + w1[:, 1, None, None] * row
        output = s_of_picture(w2[0, 0] + np.tensordot(w2[0, 1:], s_of_picture(sums), axes=1))
    return output, np.asarray(sums, dtype=np.float32)


def dot_centres(count: int, ends: Ends = SQUARE) -> Array:
    """The inputs at the centres of `count` dots along an axis between these ends."""
    low, high = ends
    return low + (high - low) * (np.arange(count) + 0.5) / count


def cell_of(value: float, cells: int, ends: Ends = SQUARE) -> int:
    """The cell, out of `cells` along an axis, in which this input lies; the same from either end."""
    low, high = ends
    if value > (low + high) / 2:
        return cells - 1 - cell_of(low + high - value, cells, ends)
    return min(max(int((value - low) / (high - low) * cells), 0), cells - 1)


def looked_closer(window: Window, whole: Window, place: tuple[float, float], factor: float) -> Window:
    """The window `factor` times closer around a place, which stays where it is; never wider than the whole."""
    width, most = window[0][1] - window[0][0], whole[0][1] - whole[0][0]
    factor = min(factor, CLOSEST * width / most)
    if width / factor >= most * (1 - 1e-9):
        return whole
    axes = zip(window, whole, place, strict=True)
    return tuple(_around(*axis, factor) for axis in axes)  # pyright: ignore[reportReturnType]  # two axes, two ends


def _around(ends: Ends, whole: Ends, at: float, factor: float) -> Ends:
    low, high = (at + (end - at) / factor for end in ends)
    aside = max(whole[0] - low, 0.0) or min(whole[1] - high, 0.0)
    return low + aside, high + aside


class _Frame(NamedTuple):
    """Where the map lies in the pane: its first row and column, its rows and columns."""

    top: int
    left: int
    rows: int
    columns: int


class _Inks(NamedTuple):
    """The styles of everything that is drawn, from the theme."""

    palette: Palette
    axis: Style
    boundary: Style
    line: Style
    sample: Style
    current: Style


class DecisionMapPane(LateStyles, Widget, can_focus=True):
    """x4 under the parameters shown, over [−0.2, 1.2]² or as far as the samples reach, with the boundary x4 = ½ and them.

    The wheel looks closer and wider, a click on a sample chooses it, and the pointer tells x4 where it is.

    With `hidden_lines` each hidden unit's line s = ½ is drawn as well, with the unit's number at its end. A network of
    three or four inputs is shown as the slice through the current sample.
    """

    DEFAULT_CSS = """
    DecisionMapPane {
        & > .map--zero { color: #0b6fc2; }
        & > .map--one { color: #f2a73b; }
        & > .map--boundary { color: #ffffff; }
        & > .map--hidden { color: #000000; }
        & > .map--axis { color: $foreground 70%; }
        & > .map--sample { color: $foreground; background: $background; }
        & > .map--current { color: $background; background: $foreground; text-style: bold; }
        &:light > .map--zero { color: #1a78c8; }
        &:light > .map--boundary { color: $foreground; }
        &:ansi > .map--boundary { color: ansi_black; }
        &:ansi > .map--hidden { color: ansi_bright_white; }
        &:ansi > .map--current { color: ansi_default; background: transparent; text-style: bold reverse; }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *("map--zero", "map--one", "map--boundary", "map--hidden", "map--axis", "map--sample", "map--current"),
    }

    hidden_lines: reactive[bool] = reactive(False)

    @dataclass
    class Chosen(Message):
        """A click on a sample, by its number from 1."""

        sample: int

    @dataclass
    class Hovered(Message):
        """What the network answers under the pointer, in a line; "" where the pointer is not over the map."""

        text: str

    def __init__(self, *, name: str | None = None, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self._snapshot: Snapshot | None = None
        self._drawn: tuple[object, ...] = ()
        self._inks: _Inks | None = None
        self._painting: tuple[object, list[Strip]] | None = None
        self._window: Window = (SQUARE, SQUARE)
        self._whole: Window = (SQUARE, SQUARE)
        self._frame: _Frame | None = None
        self._told = ""

    def show(self, snapshot: Snapshot) -> None:
        """Take the moment to draw; repaint if the parameters, the sample or the slice are other ones."""
        self._snapshot = snapshot
        theta1, theta2 = _parameters(snapshot)
        drawn = (snapshot.task, snapshot.sample, theta1.tobytes(), theta2.tobytes(), words())
        if drawn != self._drawn:
            self._drawn = drawn
            if (whole := window(snapshot.table.x1)) != self._whole:
                self._window = self._whole = whole
            self._set_titles()
            self._repaint()

    def watch_hidden_lines(self) -> None:
        """Paint again."""
        self._painting = None

    def on_resize(self) -> None:
        """Fit the titles."""
        self._set_titles()

    def notify_style_update(self) -> None:
        """Paint again in the colours of another theme."""
        self._inks = None
        self._painting = None
        super().notify_style_update()

    def _repaint(self) -> None:
        """Paint anew, and draw the lines that differ."""
        old, self._painting = self._painting, None
        refresh_lines(self, None if old is None or old[0] != self.size else old[1], self._strips())

    def _strips(self) -> list[Strip]:
        if self._painting is None or self._painting[0] != self.size:
            self._painting = (self.size, self._paint())
        return self._painting[1]

    def render_line(self, y: int) -> Strip:
        """A line of the map, which is made once for each change."""
        strips = self._strips()
        return strips[y] if y < len(strips) else Strip.blank(self.size.width, self.rich_style)

    # --- the mouse

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Look closer at what is under the pointer."""
        self._look(event, CLOSER)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Look wider, up to the whole map."""
        self._look(event, 1 / CLOSER)

    def _look(self, event: events.MouseEvent, factor: float) -> None:
        event.stop()
        if (place := self._place_under(event)) is not None:
            self._window = looked_closer(self._window, self._whole, place, factor)
            self._painting = None
            self._set_titles()
            self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Choose the sample under the pointer, or next to it."""
        place, snapshot = self._place_under(event), self._snapshot
        if place is None or snapshot is None or self._frame is None:
            return
        (left, right), (low, high) = self._window
        rest, rows = self._rest(), self._frame.rows
        away = {
            number: max(abs(x[0] - place[0]) / (right - left) * rows, abs(x[1] - place[1]) / (high - low) * rows)
            for number, x in enumerate(snapshot.table.x1, start=1)
            if tuple(x[2:].tolist()) == rest
        }
        nearest = min(away, key=lambda number: away[number])
        if away[nearest] <= NEAR:
            self.post_message(self.Chosen(nearest))

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Tell what the network answers here."""
        place, text = self._place_under(event), ""
        if place is not None and self._snapshot is not None:
            x1, x2 = (np.array([value]) for value in place)
            answer = float(output_over(*_parameters(self._snapshot), x1, x2, self._rest())[0][0, 0])
            where = [f"x₁ = {brief(place[0])}", f"x₂ = {brief(place[1])}", *self._fixed()]
            text = skinned(f"{', '.join(where)}: x⁽⁴⁾ = {number(answer).strip().lstrip('+')}")
        self._tell(text)

    def on_leave(self) -> None:
        """The pointer is not over the map any more."""
        self._tell("")

    def _tell(self, text: str) -> None:
        if text != self._told:
            self._told = text
            self.post_message(self.Hovered(text))

    def _place_under(self, event: events.MouseEvent) -> tuple[float, float] | None:
        """The inputs in the middle of the cell under the pointer; None beside the map."""
        offset, frame = event.get_content_offset(self), self._frame
        if offset is None or frame is None:
            return None
        row, column = offset.y - frame.top, offset.x - frame.left
        if not (0 <= row < frame.rows and 0 <= column < frame.columns):
            return None
        across, up = self._window
        return (
            float(dot_centres(frame.columns, across)[column]),
            float(dot_centres(frame.rows, up)[frame.rows - 1 - row]),
        )

    # --- what is shown

    def _set_titles(self) -> None:
        said = words().network_screen
        title = said.map_title_long if self.size.width >= 38 else said.map_title
        axes = "" if self.size.height >= ROWS_WITH_AXIS else "x₁ →, x₂ ↑"
        fixed, closer = ", ".join(self._fixed()), ""
        if self._window != self._whole:
            (left, right), (low, high) = self._window
            closer = f"x₁ {brief(left)} … {brief(right)}, x₂ {brief(low)} … {brief(high)}"
        parts = (axes, closer, fixed and said.slice_at(fixed=fixed))
        entitle(self, title, " · ".join(part for part in parts if part) or None)

    def _rest(self) -> tuple[float, ...]:
        """The inputs after the second that the slice fixes: those of the current sample."""
        if self._snapshot is None:
            return ()
        return tuple(self._snapshot.table.x1[max(self._snapshot.sample - 1, 0), 2:].tolist())

    def _fixed(self) -> list[str]:
        return [f"x{subscript(index)} = {value:g}" for index, value in enumerate(self._rest(), start=3)]

    def _paint(self) -> list[Strip]:
        snapshot, size = self._snapshot, self.size
        if snapshot is None:
            return []
        rows = size.height - (size.height >= ROWS_WITH_AXIS)
        rows = min(rows, (size.width - _gutter(self._whole[1])) // 2)
        if rows < 1:
            return []
        inks = self._colours()
        columns = 2 * rows
        across, up = (dot_centres(DOT_COLUMNS * columns, ends) for ends in self._window)
        theta1, theta2 = _parameters(snapshot)
        output, sums = output_over(theta1, theta2, across, up[::-1], self._rest())

        marks: dict[tuple[int, int], Mark] = {}
        lines = [contour(unit_sum, 0) for unit_sum in sums] if self.hidden_lines else []
        for line in lines:
            marks |= braille_marks(_dotted(line), inks.line)
        marks |= braille_marks(contour(output, 0.5) | contour(-output, -0.5), inks.boundary)
        for unit, line in enumerate(lines, start=1):
            marks |= _number_marks(f"s{subscript(unit)}", line, inks.sample)
        marks |= self._sample_marks(snapshot, rows, columns, inks)
        pixels = half_block_lines(pixel_classes(halved(output)), inks.palette, marks)
        return self._framed(pixels, rows, columns, inks)

    def _sample_marks(self, snapshot: Snapshot, rows: int, columns: int, inks: _Inks) -> dict[tuple[int, int], Mark]:
        """The label of each sample on the slice; the current one in brackets."""
        marks: dict[tuple[int, int], Mark] = {}
        rest = self._rest()
        across, up = self._window
        numbered = list(enumerate(zip(snapshot.table.x1, snapshot.table.t.tolist(), strict=True), start=1))
        # The current sample comes last, so that no other one covers it.
        for index, (x, t) in sorted(numbered, key=lambda each: each[0] == snapshot.sample):
            if tuple(x[2:].tolist()) != rest or not _inside(x, self._window):
                continue
            row, column = rows - 1 - cell_of(x[1], rows, up), cell_of(x[0], columns, across)
            current = index == snapshot.sample
            marks[row, column] = Mark(label_side(t), inks.current if current else inks.sample)
            if current:
                marks[row, column - 1] = Mark("[", inks.current)
                marks[row, column + 1] = Mark("]", inks.current)
        return marks

    def _framed(self, lines: list[list[Segment]], rows: int, columns: int, inks: _Inks) -> list[Strip]:
        """The map between its axes, with the legend beside it where there is room."""
        width = self.size.width
        across, up = self._window
        beside_map = _gutter(self._whole[1])
        legend = self._legend(inks) if width >= beside_map + columns + LEGEND_WIDTH else []
        legend = legend if len(legend) <= rows else []
        left = (width - beside_map - columns - (LEGEND_WIDTH if legend else 0)) // 2
        ticks = {rows - 1 - cell_of(value, rows, up): f"{brief(value)} " for value in _ticks(self._whole[1], up)}
        ticks.setdefault(rows // 2, "x₂")
        base = self.rich_style
        strips: list[Strip] = []
        for row, line in enumerate(lines):
            gutter = Segment(" " * left + ticks.get(row, "").rjust(beside_map), inks.axis)
            beside = [Segment("  ", base), *legend[row]] if row < len(legend) else []
            length = left + beside_map + columns + sum(len(part.text) for part in beside)
            strips.append(Strip([gutter, *line, *beside], length))
        if self.size.height > rows:
            axis = [" "] * columns
            for value in _ticks(self._whole[0], across):
                text, at = brief(value), cell_of(value, columns, across)
                start = max(min(at - len(text) // 2, columns - len(text)), 0)
                axis[start : start + len(text)] = text[: columns - start]
            axis[columns // 2 - 1 : columns // 2 + 1] = "x₁"
            strips.append(Strip([Segment(" " * (left + beside_map) + "".join(axis), inks.axis)]))
        top = (self.size.height - len(strips)) // 2
        self._frame = _Frame(top, left + beside_map, rows, columns)
        return [Strip.blank(width, base)] * top + [strip.adjust_cell_length(width, base) for strip in strips]

    def _legend(self, inks: _Inks) -> list[list[Segment]]:
        said = words().network_screen
        palette, plain = inks.palette, inks.axis
        classes = {"1": STEPS - 1, "½": STEPS // 2, "0": 0}
        bar = {label: Segment("    ", palette.style(step, step)) for label, step in classes.items()}
        middle = Segment("⠶⠶⠶⠶", palette.over(inks.boundary, classes["½"], classes["½"]))
        lines = [
            [Segment("x⁽⁴⁾", plain)],
            [bar["1"], Segment(" 1", plain)],
            [middle, Segment(" ½", plain)],
            [bar["0"], Segment(" 0", plain)],
            [Segment("", plain)],
            [
                Segment("0", inks.sample),
                Segment(" ", plain),
                Segment("1", inks.sample),
                Segment(f"  {said.label}", plain),
            ],
            [Segment("[0]", inks.current), Segment(f"  {said.this_sample}", plain)],
        ]
        lines += [[Segment(said.slice_at(fixed=fixed), plain)] for fixed in self._fixed()]
        if self.hidden_lines:
            unit = Segment("⠄⠄", palette.over(inks.line, classes["½"], classes["½"]))
            lines.append([Segment("s₁", inks.sample), unit, Segment(f" {said.unit_at_half}", plain)])
        return lines

    def _colours(self) -> _Inks:
        if self._inks is None:
            self._inks = _Inks(
                palette=self._palette(),
                axis=self.get_component_rich_style("map--axis"),
                boundary=Style(color=self._component("boundary").rich_color),
                line=Style(color=self._component("hidden").rich_color),
                sample=self.get_component_rich_style("map--sample"),
                current=self.get_component_rich_style("map--current"),
            )
        return self._inks

    def _palette(self) -> Palette:
        paper = self.background_colors[1]
        if paper.ansi is not None:
            return Palette.of_the_terminal(missing=paper)
        return Palette(self._component("zero"), self._half(), self._component("one"), missing=paper)

    def _component(self, name: str) -> Color:
        return self.get_component_styles("map--" + name).color

    def _half(self) -> Color:
        """The colour of ½: grey, towards the theme's foreground, between blue and orange in brightness."""
        paper = self.background_colors[1]
        return paper.blend(Color(255, 255, 255) if paper.brightness < 0.5 else Color(0, 0, 0), 0.45)


def _ticks(whole: Ends, shown: Ends) -> list[float]:
    """Where an axis is named, as far as that is in sight: at 0 and 1, or at the lowest and the highest sample."""
    low, high = whole
    beyond = (high - low) * BEYOND / (1 + 2 * BEYOND)
    ticks = (0.0, 1.0) if whole == SQUARE else (low + beyond, high - beyond)
    return [tick for tick in ticks if shown[0] <= tick <= shown[1]]


def _inside(x: Array, window: Window) -> bool:
    return all(low <= value <= high for value, (low, high) in zip(x[:2].tolist(), window, strict=True))


def _gutter(up: Ends) -> int:
    """The width of what stands on the left of the map."""
    return max(NARROWEST_GUTTER, *(len(brief(value)) + 1 for value in _ticks(up, up)))


def _parameters(snapshot: Snapshot) -> tuple[Array, Array]:
    theta1, theta2 = snapshot.value("theta1"), snapshot.value("theta2")
    if theta1 is None or theta2 is None:
        raise ValueError("a snapshot has its parameters from the start")
    return theta1, theta2


def _dotted(line: Dots) -> Dots:
    """Every third dot along a line, so that it is not taken for the boundary."""
    dotted = np.zeros_like(line)
    rows, columns = np.nonzero(line)
    if rows.size:
        along = rows if np.ptp(rows) > np.ptp(columns) else columns
        kept = along % 3 == 0
        dotted[rows[kept], columns[kept]] = True
    return dotted


def _number_marks(text: str, line: Dots, style: Style) -> dict[tuple[int, int], Mark]:
    """The text at the right end of a line, moved in from the edge of the map."""
    where = np.argwhere(line)
    if not len(where):
        return {}
    row, column = (int(end) for end in where[np.lexsort((where[:, 0], where[:, 1]))[-1]])
    start = max(min(column // DOT_COLUMNS, line.shape[1] // DOT_COLUMNS - len(text)), 0)
    return {(row // DOT_ROWS, start + offset): Mark(character, style) for offset, character in enumerate(text)}
