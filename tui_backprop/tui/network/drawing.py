"""The network as figure 3-1 draws it: neurons with their activations, and an edge a parameter."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar, Literal

import numpy as np
from numpy.typing import NDArray
from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.binding import Binding, BindingType
from textual.color import Color
from textual.geometry import Size
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui_backprop.calculus.array import Array
from tui_backprop.calculus.network.quantities import Phase
from tui_backprop.explain.network.notation import SYMBOLS
from tui_backprop.explain.typeset import MISSING, number, subscript
from tui_backprop.training.network.snapshot import Snapshot
from tui_backprop.tui.kit.half_blocks import DOT_COLUMNS, DOT_ROWS, braille, line_dots
from tui_backprop.words import words

Mode = Literal["theta", "gradient", "change"]

MODES: dict[Mode, tuple[str, str]] = {
    "theta": ("theta1", "theta2"),
    "gradient": ("theta1_gradient", "theta2_gradient"),
    "change": ("theta1_change", "theta2_change"),
}

NAMED_GAP, NUMBERED_GAP = 16, 10
MANY_EDGES = 40
ROWS_WITH_HEADS = 6
DASH, SPARSE = 4, 5

Position = tuple[int, int]

PULSE: dict[Phase, tuple[int, str]] = {
    Phase.F1: (0, "▶"),
    Phase.F3: (1, "▶"),
    Phase.THETA2_GRADIENT: (1, "◀"),
    Phase.THETA1_GRADIENT: (0, "◀"),
}
"""The parameters that a phase goes through, θ1 or θ2, and which way: the numbers forward, the gradients back."""


@dataclass(frozen=True)
class Layer:
    """A column of neurons: its head and its middle, the text in each neuron, and the neuron's first cell."""

    head: str
    middle: float
    texts: tuple[str, ...]
    starts: tuple[Position, ...]


@dataclass(frozen=True)
class Edge:
    """A parameter from a neuron's right side to the next one's left side, in cells; None is a number not computed.

    `rests` says that the phase goes through other ones.
    """

    start: Position
    end: Position
    value: float | None
    rests: bool = False

    @property
    def size(self) -> float:
        """How large the number is; 0 for none."""
        return abs(self.value) if self.value is not None and np.isfinite(self.value) else 0.0


def neuron_texts(snapshot: Snapshot, numbers: bool, names: bool) -> tuple[tuple[str, ...], ...]:
    """The texts in the neurons of x1, x3 and x4, the constant 1 first, with their numbers or names or both."""
    units = [f"x{subscript(unit)}" for unit in range(1, 1 + max(snapshot.inputs, snapshot.hidden))]
    return (
        ("(1)", *_circles(units[: snapshot.inputs], snapshot.value("x1"), numbers, names)),
        ("(1)", *_hidden(snapshot, units[: snapshot.hidden], numbers, names)),
        _circles(["x⁽⁴⁾"], snapshot.value("x4"), numbers, names and not numbers),
    )


def _hidden(snapshot: Snapshot, units: list[str], numbers: bool, names: bool) -> tuple[str, ...]:
    """The hidden units: their sums as long as the cycle has got no further, then their outputs."""
    if snapshot.phase is not Phase.F1:
        return _circles(units, snapshot.value("x3"), numbers, names)
    return _circles([f"Σ{unit[1:]}" for unit in units], snapshot.value("x2"), numbers, names)


def _circles(labels: list[str], values: Array | None, numbers: bool, names: bool) -> tuple[str, ...]:
    if not numbers:
        return tuple(f"({label})" for label in labels)
    given = [MISSING] * len(labels) if values is None else [number(float(x)) for x in values.ravel()[-len(labels) :]]
    wide = max(map(len, labels))
    return tuple(
        f"({label:{wide}} {text})" if names else f"({text})" for label, text in zip(labels, given, strict=True)
    )


def laid_out(snapshot: Snapshot, width: int, height: int) -> tuple[Layer, ...]:
    """The three layers in this many cells; numbers go first where it is narrow, then the room for the edges."""
    for numbers, names, gap in ((True, True, NAMED_GAP), (True, False, NUMBERED_GAP), (False, True, 0)):
        texts = neuron_texts(snapshot, numbers, names)
        widths = [max(map(len, column)) for column in texts]
        if sum(widths) + 2 * gap <= width:
            break
    between = max((width - sum(widths)) // 2, 0)
    lefts = (0, widths[0] + between, max(width - widths[2], 0))
    return tuple(
        _layer(SYMBOLS[code], column, left, wide, height)
        for code, column, left, wide in zip(("x1", "x3", "x4"), texts, lefts, widths, strict=True)
    )


def _layer(head: str, texts: tuple[str, ...], left: int, width: int, height: int) -> Layer:
    starts = tuple(
        ((2 * index + 1) * height // (2 * len(texts)), left + (width - len(text)) // 2)
        for index, text in enumerate(texts)
    )
    return Layer(head, left + width / 2, texts, starts)


def edges_between(
    layers: tuple[Layer, ...], theta1: Array | None, theta2: Array | None, pulse: int | None = None
) -> list[Edge]:
    """Every parameter as an edge: θ1 from the inputs to the hidden units, θ2 from those to the output.

    `pulse` is 0 or 1 where the phase goes through the one or the other alone.
    """
    inputs, hidden, output = layers
    edges: list[Edge] = []
    parts = ((inputs, hidden, 1, theta1), (hidden, output, 0, theta2))
    for part, (source, target, first, weights) in enumerate(parts):
        for i, (row, column) in enumerate(target.starts[first:]):
            for j, (start, text) in enumerate(zip(source.starts, source.texts, strict=True)):
                value = None if weights is None else float(weights[i, j])
                edges.append(
                    Edge((start[0], start[1] + len(text)), (row, column - 1), value, pulse not in (None, part))
                )
    return edges


def edge_dots(edge: Edge, thickness: int) -> NDArray[np.intp]:
    """The (row, column) of the dots of an edge: solid for plus, dashed for minus, sparse for zero and for no number."""
    # The dashes of neighbours begin at different places, or they would line up across the edges.
    begin = 2 * edge.start[0] + 3 * edge.end[0]

    def pattern(steps: NDArray[np.intp]) -> NDArray[np.bool_]:
        if not edge.value or np.isnan(edge.value):
            return steps % SPARSE == 0
        return (edge.value > 0) | ((steps + begin) // DASH % 2 == 0)

    start = DOT_ROWS * edge.start[0] + 1, DOT_COLUMNS * edge.start[1]
    end = DOT_ROWS * edge.end[0] + 1, DOT_COLUMNS * edge.end[1] + 1
    return line_dots(start, end, pattern, thickness)


class NetworkPane(ScrollView, can_focus=True, inherit_bindings=False):
    """The neurons and, in one of three modes, the parameters, their gradient or their last change as edges.

    An edge is the thicker and the more coloured the larger its number; solid is plus, dashed is minus.
    """

    DEFAULT_CSS = """
    NetworkPane {
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-size-vertical: 1;
        & > .network--neuron { color: $foreground; background: $surface; text-style: bold; }
        & > .network--head { color: $foreground 70%; }
        & > .network--none { color: $foreground 40%; }
        & > .network--positive { color: #f2a73b; }
        & > .network--negative { color: #66bdf2; }
        &:light > .network--positive { color: #7a4100; }
        &:light > .network--negative { color: #004f8b; }
        &:ansi > .network--positive { color: ansi_yellow; }
        &:ansi > .network--negative { color: ansi_bright_blue; }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"network--{part}" for part in ("neuron", "head", "none", "positive", "negative")
    }

    # Of ScrollView's own keys → ← home end are left to the screen.
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "scroll_up", show=False),
        Binding("down", "scroll_down", show=False),
        Binding("pageup", "page_up", show=False),
        Binding("pagedown", "page_down", show=False),
    ]

    mode: reactive[Mode] = reactive("theta", repaint=False)

    def __init__(self, *, name: str | None = None, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self._snapshot: Snapshot | None = None
        self._drawn: tuple[object, ...] = ()
        self._painting: tuple[Size, list[Strip]] | None = None

    def show(self, snapshot: Snapshot) -> None:
        """Take the moment to draw; repaint if an activation or an edge is another one."""
        self._snapshot = snapshot
        self._update()

    def cycle_mode(self) -> None:
        """Go on to the next mode: the parameters, their gradient, their last change."""
        modes: list[Mode] = [*MODES, *MODES]
        self.mode = modes[modes.index(self.mode) + 1]

    def watch_mode(self) -> None:
        """Draw other edges."""
        self._update()

    def on_resize(self) -> None:
        """Lay out again."""
        self._update()

    def notify_style_update(self) -> None:
        """Paint again in the colours of another theme."""
        self._painting = None
        super().notify_style_update()

    def render_line(self, y: int) -> Strip:
        """A line of the drawing, which is made once for each change."""
        size = self._canvas_size()
        if self._painting is None or self._painting[0] != size:
            self._painting = (size, self._paint(size))
        strips, line = self._painting[1], y + self.scroll_offset.y
        return strips[line] if line < len(strips) else Strip.blank(size.width, self.rich_style)

    def _update(self) -> None:
        snapshot = self._snapshot
        if snapshot is None:
            return
        size = self._canvas_size()
        if self.virtual_size != size:
            self.virtual_size = size
        edges = self._edge_values(snapshot)
        values = (snapshot.value("x1"), snapshot.value("x2"), snapshot.value("x3"), snapshot.value("x4"), *edges)
        drawn = (
            self.mode,
            snapshot.phase,
            size,
            words(),
            *(None if value is None else (value.shape, value.tobytes()) for value in values),
        )
        if drawn != self._drawn:
            self._drawn = drawn
            self._painting = None
            self._set_titles(edges)
            self.refresh()

    def _set_titles(self, edges: tuple[Array | None, Array | None]) -> None:
        said, room = words().network_screen, self.size.width - 4
        titles = said.network_title(edges=self.mode, missing=any(edge is None for edge in edges))
        self.border_title = next((title for title in titles if cell_len(title) <= room), titles[-1])
        sizes = [float(np.abs(edge[np.isfinite(edge)]).max(initial=0)) for edge in edges if edge is not None]
        largest = max(sizes, default=0.0)
        legend = said.edge_legend(largest=number(largest).strip().lstrip("+")) if largest else said.signs_of_edges
        choices = [f"{answer} · {legend}", answer, legend] if (answer := self._answer()) else [legend]
        self.border_subtitle = next((text for text in choices if cell_len(text) <= room), said.signs_of_edges)

    def _answer(self) -> str:
        """The label, and the error, as soon as the forward pass has got there."""
        snapshot = self._snapshot
        if snapshot is None or (x5 := snapshot.value("x5")) is None:
            return ""
        return f"t {snapshot.values['tx1'][0, 0]:g} · E {number(float(x5[0, 0])).strip().lstrip('+')}"

    def _edge_values(self, snapshot: Snapshot) -> tuple[Array | None, Array | None]:
        return snapshot.value(MODES[self.mode][0]), snapshot.value(MODES[self.mode][1])

    def _canvas_size(self) -> Size:
        """All of the pane, and at least a row a neuron of the largest layer; what does not fit is scrolled to."""
        region = self.scrollable_content_region
        neurons = 1 if self._snapshot is None else 1 + max(self._snapshot.hidden, self._snapshot.inputs)
        return Size(region.width, max(region.height, neurons + (self.size.height >= ROWS_WITH_HEADS)))

    def _paint(self, size: Size) -> list[Strip]:
        if self._snapshot is None or not size.area:
            return []
        heads = self.size.height >= ROWS_WITH_HEADS
        rows = size.height - heads
        layers = laid_out(self._snapshot, size.width, rows)
        pulse = PULSE.get(self._snapshot.phase, (None, ""))[0]
        cells = self._edge_cells(edges_between(layers, *self._edge_values(self._snapshot), pulse))
        neuron = self.get_component_rich_style("network--neuron")
        for layer in layers:
            for (row, column), text in zip(layer.starts, layer.texts, strict=True):
                cells |= {(row, column + index): (character, neuron) for index, character in enumerate(text)}
        blank = (" ", self.rich_style)
        lines = [self._head_line(layers, size.width)] if heads else []
        for row in range(rows):
            looks = (cells.get((row, column), blank) for column in range(size.width))
            runs = groupby(looks, key=lambda look: look[1])
            segments = [Segment("".join(character for character, _ in run), style) for style, run in runs]
            lines.append(Strip(segments, size.width))
        return lines

    def _edge_cells(self, edges: list[Edge]) -> dict[Position, tuple[str, Style]]:
        """The edges as characters. Lines that share a cell keep all their dots; the larger one gives the colour."""
        paper = self.background_colors[1]
        colours = {sign: self.get_component_styles("network--" + sign).color for sign in ("positive", "negative")}
        none = self.get_component_rich_style("network--none")
        largest = max(edge.size for edge in edges)
        rows = 1 + max(max(edge.start[0], edge.end[0]) for edge in edges)
        columns = 2 + max(edge.end[1] for edge in edges)
        canvas = np.zeros((DOT_ROWS * rows, DOT_COLUMNS * columns), dtype=np.bool_)
        owners = np.zeros((rows, columns), dtype=np.intp)
        styles: list[Style] = []
        for index, edge in enumerate(sorted(edges, key=lambda edge: edge.size)):
            size = edge.size / largest if largest else 0.0
            y, x = edge_dots(edge, 1 + int(size * (1.999 if len(edges) > MANY_EDGES else 2.999))).T
            inside = (y >= 0) & (y < canvas.shape[0]) & (x >= 0) & (x < canvas.shape[1])
            y, x = y[inside], x[inside]
            canvas[y, x], owners[y // DOT_ROWS, x // DOT_COLUMNS] = True, index
            sign = "positive" if (edge.value or 0) > 0 else "negative"
            styles.append(_edge_style(colours[sign], paper, size) if size and not edge.rests else none)
        return {cell: (character, styles[owners[cell]]) for cell, character in braille(canvas).items()}

    def _head_line(self, layers: tuple[Layer, ...], width: int) -> Strip:
        """The symbols of the layers over their neurons, and of the parameters over their edges."""
        heads = [(layer.middle, layer.head) for layer in layers]
        pulse, arrow = PULSE.get(self._snapshot.phase, (None, "")) if self._snapshot is not None else (None, "")
        for part, (code, before, after) in enumerate(zip(MODES[self.mode], layers, layers[1:], strict=False)):
            way = f" {arrow}" if part == pulse else ""
            heads.append(((before.middle + after.middle) / 2, SYMBOLS[code] + way))
        line = [" "] * width
        for middle, text in heads:
            start = min(max(int(middle - len(text) / 2), 0), max(width - len(text), 0))
            line[start : start + len(text)] = text
        return Strip([Segment("".join(line)[:width], self.get_component_rich_style("network--head"))], width)


def _edge_style(colour: Color, paper: Color, size: float) -> Style:
    faded = colour if colour.ansi is not None else paper.blend(colour, 0.4 + 0.6 * size)
    return Style(color=faded.rich_color, bgcolor=paper.rich_color)
