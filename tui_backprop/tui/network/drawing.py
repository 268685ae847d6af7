"""The network as figure 3-1 draws it: neurons with their numbers, and an edge for each parameter."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar, Literal, NamedTuple

import numpy as np
from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.color import Color
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui_backprop.calculus.array import Array
from tui_backprop.calculus.network.quantities import Phase
from tui_backprop.explain.cell import Cell
from tui_backprop.explain.network.notation import SYMBOLS
from tui_backprop.explain.typeset import number
from tui_backprop.training.network.snapshot import Snapshot
from tui_backprop.tui.kit.half_blocks import DOT_COLUMNS, DOT_ROWS, braille
from tui_backprop.tui.kit.keys import SCROLL_KEYS
from tui_backprop.tui.kit.late_styles import LateStyles
from tui_backprop.tui.kit.lines import refresh_lines
from tui_backprop.tui.kit.theme import legible_on, role_rules
from tui_backprop.tui.kit.titles import entitle
from tui_backprop.tui.network.diagram import Edge, Layer, Position, edge_dots, edge_labels, edges_between, laid_out
from tui_backprop.tui.network.heat_map import MANY_UNITS, Tile, heat_lines
from tui_backprop.words import words

Mode = Literal["theta", "gradient", "change"]

MODES: dict[Mode, tuple[str, str]] = {
    "theta": ("theta1", "theta2"),
    "gradient": ("theta1_gradient", "theta2_gradient"),
    "change": ("theta1_change", "theta2_change"),
}

MANY_EDGES = 40
ROWS_WITH_HEADS = 6
SHADED = 0.65
"""How much of its colour the ground of the largest parameter of the table has."""


class Pulse(NamedTuple):
    """Where a phase goes: between which layers, which way, through what, and the layer of what it computes.

    `between` 0 is θ1, 1 is θ2, 2 is from the output to E; None is none of them.
    """

    between: int | None
    arrow: str = ""
    through: tuple[int, ...] = ()
    result: int | None = None


PULSES: Mapping[Phase, Pulse] = {
    Phase.F1: Pulse(0, "▶", (0,), 1),
    Phase.F2: Pulse(None, result=1),
    Phase.F3: Pulse(1, "▶", (1,), 2),
    Phase.F4: Pulse(2, "▶", (2,), 3),
    Phase.THETA2_GRADIENT: Pulse(1, "◀", (2, 1)),
    Phase.THETA1_GRADIENT: Pulse(0, "◀", (2, 1, 0)),
}
"""The numbers go forward, the gradients back from E; before a cycle and after its update nothing is under way."""


class NetworkPane(LateStyles, ScrollView, can_focus=True, inherit_bindings=False):
    """The neurons and, in one of three modes, the parameters, their gradient or their last change as edges.

    An edge is the thicker and the more coloured the larger its number; solid is plus, dashed is minus. Many hidden units
    have a table in colours in the place of the edges. A click goes to the number that is drawn, the pointer tells it.
    """

    ALLOW_SELECT = False

    DEFAULT_CSS = """
    NetworkPane {
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-size-vertical: 1;
        & > .network--neuron { color: $foreground; background: $surface; text-style: bold; }
        & > .network--result { color: $foreground; background: $primary-muted; text-style: bold; }
        & > .network--head { color: $foreground 70%; }
        & > .network--none { color: $foreground 40%; }
        & > .network--arrow { color: $foreground; text-style: bold; }
        &:ansi > .network--neuron { background: transparent; }
        &:ansi > .network--result { background: transparent; text-style: bold reverse; }
    }
    """ + role_rules("NetworkPane", {"network--positive": "positive", "network--negative": "negative"})
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"network--{part}" for part in ("neuron", "result", "head", "none", "arrow", "positive", "negative")
    }

    BINDINGS = SCROLL_KEYS

    mode: reactive[Mode] = reactive("theta", repaint=False)

    @dataclass
    class Chosen(Message):
        """A click on a number: a parameter, or what a neuron holds."""

        cell: Cell

    @dataclass
    class Hovered(Message):
        """The pointer is over another number, or over none."""

        cell: Cell | None

    def __init__(self, *, name: str | None = None, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self._snapshot: Snapshot | None = None
        self._drawn: tuple[object, ...] = ()
        self._painting: tuple[Size, list[Strip]] | None = None
        self._holds: dict[Position, Cell] = {}
        self._hovered: Cell | None = None

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
        strips, line = self._strips(size), y + self.scroll_offset.y
        return strips[line] if line < len(strips) else Strip.blank(size.width, self.rich_style)

    def _strips(self, size: Size) -> list[Strip]:
        if self._painting is None or self._painting[0] != size:
            self._painting = (size, self._paint(size))
        return self._painting[1]

    # --- the mouse

    def on_click(self, event: events.Click) -> None:
        """Choose what is drawn under the pointer."""
        if (cell := self._under(event)) is not None:
            self.post_message(self.Chosen(cell))

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Tell what is drawn under the pointer."""
        self._hover(self._under(event))

    def on_leave(self) -> None:
        """The pointer is over nothing of it any more."""
        self._hover(None)

    def _hover(self, cell: Cell | None) -> None:
        if cell != self._hovered:
            self._hovered = cell
            self.post_message(self.Hovered(cell))

    def _under(self, event: events.MouseEvent) -> Cell | None:
        """The number under the pointer; a thin line counts in the cells beside it as well."""
        offset = event.get_content_offset(self)
        if offset is None:
            return None
        row, column = offset.y + self.scroll_offset.y, offset.x
        near = ((0, 0), (-1, 0), (1, 0), (0, -1), (0, 1))
        return next((found for y, x in near if (found := self._holds.get((row + y, column + x)))), None)

    # --- what is shown

    @property
    def _is_table(self) -> bool:
        return self._snapshot is not None and self._snapshot.hidden >= MANY_UNITS

    def _update(self) -> None:
        snapshot = self._snapshot
        if snapshot is None:
            return
        size = self._canvas_size()
        # Were it as high as the pane, it would call for a scrollbar whenever the pane has become lower.
        self.virtual_size = Size(size.width, self._least_rows())
        edges = self._edge_values(snapshot)
        values = (snapshot.value("x1"), snapshot.value("x2"), snapshot.value("x3"), snapshot.value("x4"), *edges)
        drawn = (
            self.mode,
            snapshot.phase,
            size,
            words(),
            *(None if value is None else (value.shape, value.tobytes()) for value in values),
            snapshot.values["tx1"].tobytes(),
        )
        if drawn != self._drawn:
            self._drawn = drawn
            self._set_titles(snapshot, edges)
            old, self._painting = self._painting, None
            top = self.scroll_offset.y
            before = None if old is None or old[0] != size else old[1][top : top + self.size.height]
            refresh_lines(self, before, self._strips(size)[top : top + self.size.height])

    def _set_titles(self, snapshot: Snapshot, edges: tuple[Array | None, Array | None]) -> None:
        said, room = words().network_screen, self.size.width - 4
        titles = said.network_title(edges=self.mode, missing=any(edge is None for edge in edges))
        title = next((title for title in titles if cell_len(title) <= room), titles[-1])
        sizes = [float(np.abs(edge[np.isfinite(edge)]).max(initial=0)) for edge in edges if edge is not None]
        largest = max(sizes, default=0.0)
        shown = number(largest).strip().lstrip("+")
        if self._is_table:
            choices = [said.table_legend(largest=shown)] if largest else []
        else:
            legend = said.edge_legend(largest=shown) if largest else said.signs_of_edges
            has_error = len(laid_out(snapshot, *self._canvas_size())) > 3
            answer = "" if has_error else self._answer(snapshot)
            choices = [f"{answer} · {legend}", answer, legend] if answer else [legend]
            choices.append(said.signs_of_edges)
        entitle(self, title, next((text for text in choices if cell_len(text) <= room), None))

    def _answer(self, snapshot: Snapshot) -> str:
        """The label, and the error, as soon as the forward pass has got there."""
        if (x5 := snapshot.value("x5")) is None:
            return ""
        return f"t {snapshot.values['tx1'][0, 0]:g} · E {number(float(x5[0, 0])).strip().lstrip('+')}"

    def _edge_values(self, snapshot: Snapshot) -> tuple[Array | None, Array | None]:
        return snapshot.value(MODES[self.mode][0]), snapshot.value(MODES[self.mode][1])

    def _canvas_size(self) -> Size:
        """All of the pane, and what does not fit and is scrolled to."""
        region = self.scrollable_content_region
        return Size(region.width, max(region.height, self._least_rows()))

    def _least_rows(self) -> int:
        """How many rows the drawing needs: at least one per neuron of the largest layer."""
        snapshot = self._snapshot
        if snapshot is None:
            return 1
        if self._is_table:
            return snapshot.hidden + 3
        return 1 + max(snapshot.hidden, snapshot.inputs) + (self.size.height >= ROWS_WITH_HEADS)

    # --- painting

    def _paint(self, size: Size) -> list[Strip]:
        if self._snapshot is None or not size.area:
            return []
        self._holds = {}
        if self._is_table:
            lines = heat_lines(self._snapshot, *self._edge_values(self._snapshot), size.width)
            return [self._tiles(row, line, size.width) for row, line in enumerate(lines)]
        return self._diagram(self._snapshot, size)

    def _tiles(self, row: int, line: list[Tile], width: int) -> Strip:
        """A line of the table."""
        segments: list[Segment] = []
        column = 0
        for tile in line:
            segments.append(Segment(" " * (tile.column - column), self.rich_style))
            segments.append(Segment(tile.text, self._tile_style(tile)))
            column = tile.column + len(tile.text)
            if tile.holds is not None:
                self._holds |= dict.fromkeys(((row, at) for at in range(tile.column, column)), tile.holds)
        return Strip(segments, column).crop_extend(0, width, self.rich_style)

    def _tile_style(self, tile: Tile) -> Style:
        if tile.kind != "parameter":
            return self.get_component_rich_style(f"network--{tile.kind}")
        pulse = None if self._snapshot is None else PULSES.get(self._snapshot.phase)
        rests = pulse is not None and pulse.between != tile.part
        if rests or not tile.share:
            return self.get_component_rich_style("network--none")
        paper, colour = self.background_colors[1], self._sign_colour(tile.share > 0)
        if colour.ansi is not None:
            return Style(color=colour.rich_color, bold=abs(tile.share) > 0.5)
        ground = paper.blend(colour, SHADED * abs(tile.share))
        return Style(color=legible_on(ground).rich_color, bgcolor=ground.rich_color)

    def _diagram(self, snapshot: Snapshot, size: Size) -> list[Strip]:
        heads = self.size.height >= ROWS_WITH_HEADS
        rows = size.height - heads
        layers = laid_out(snapshot, size.width, rows)
        pulse = PULSES.get(snapshot.phase, Pulse(None))
        between = (pulse.between if pulse.between is not None else -1) if snapshot.phase in PULSES else None
        edges = edges_between(layers, *self._edge_values(snapshot), between)
        cells = self._edge_cells(edges, heads)
        for label in edge_labels(edges, layers):
            style = Style(color=self._sign_colour((label.edge.value or 0) > 0).rich_color, bold=True)
            self._write(cells, (label.row, label.column), label.text, self.rich_style + style, label.edge.holds, heads)
        if len(layers) > 3:
            self._error_edge(cells, layers, pulse)
        self._neurons(cells, layers, pulse, heads)
        self._arrows(cells, layers, pulse)
        blank = (" ", self.rich_style)
        lines = [self._head_line(layers, pulse, size.width)] if heads else []
        for row in range(rows):
            looks = (cells.get((row, column), blank) for column in range(size.width))
            runs = groupby(looks, key=lambda look: look[1])
            segments = [Segment("".join(character for character, _ in run), style) for style, run in runs]
            lines.append(Strip(segments, size.width))
        return lines

    def _write(
        self,
        cells: dict[Position, tuple[str, Style]],
        start: Position,
        text: str,
        style: Style,
        holds: Cell | None,
        below: int,
    ) -> None:
        row, column = start
        cells |= {(row, column + index): (character, style) for index, character in enumerate(text)}
        if holds is not None:
            self._holds |= {(row + below, column + index): holds for index in range(len(text))}

    def _neurons(
        self, cells: dict[Position, tuple[str, Style]], layers: tuple[Layer, ...], pulse: Pulse, below: int
    ) -> None:
        neuron, result = (self.get_component_rich_style(f"network--{kind}") for kind in ("neuron", "result"))
        for index, layer in enumerate(layers):
            neurons = zip(layer.starts, layer.texts, layer.holds, layer.entered, strict=True)
            for start, text, holds, entered in neurons:
                lit = index == pulse.result and entered
                self._write(cells, start, text, result if lit else neuron, holds, below)

    def _error_edge(self, cells: dict[Position, tuple[str, Style]], layers: tuple[Layer, ...], pulse: Pulse) -> None:
        """From the output to E, and from t down to it."""
        (row, column), text = layers[2].starts[0], layers[2].texts[0]
        (above, left), (_, end) = layers[3].starts
        style = self.get_component_rich_style("network--arrow" if 2 in pulse.through else "network--none")
        cells |= {(row, at): ("─", style) for at in range(column + len(text), end)}
        cells |= {(at, left + 1): ("│", style) for at in range(min(above, row) + 1, max(above, row))}

    def _arrows(self, cells: dict[Position, tuple[str, Style]], layers: tuple[Layer, ...], pulse: Pulse) -> None:
        """Where the phase goes: into the neurons before which it arrives, or back out of those that it comes from."""
        style = self.get_component_rich_style("network--arrow")
        for part in pulse.through:
            if part + 1 >= len(layers):
                continue
            if pulse.arrow == "▶":
                target = layers[part + 1]
                into = zip(target.starts, target.entered, strict=True)
                places = [(row, column - 1) for (row, column), entered in into if entered]
            else:
                source = layers[part]
                out = zip(source.starts, source.texts, strict=True)
                places = [(row, column + len(text)) for (row, column), text in out]
            cells |= dict.fromkeys(places, (pulse.arrow, style))

    def _edge_cells(self, edges: list[Edge], below: int) -> dict[Position, tuple[str, Style]]:
        """The edges as characters. Lines that share a cell keep all their dots; the larger one gives the colour."""
        paper = self.background_colors[1]
        none = self.get_component_rich_style("network--none")
        largest = max(edge.size for edge in edges)
        rows = 1 + max(max(edge.start[0], edge.end[0]) for edge in edges)
        columns = 2 + max(edge.end[1] for edge in edges)
        canvas = np.zeros((DOT_ROWS * rows, DOT_COLUMNS * columns), dtype=np.bool_)
        owners = np.zeros((rows, columns), dtype=np.intp)
        ordered = sorted(edges, key=lambda edge: (not edge.rests, edge.size))
        styles: list[Style] = []
        for index, edge in enumerate(ordered):
            size = edge.size / largest if largest else 0.0
            y, x = edge_dots(edge, 1 + int(size * (1.999 if len(edges) > MANY_EDGES else 2.999))).T
            inside = (y >= 0) & (y < canvas.shape[0]) & (x >= 0) & (x < canvas.shape[1])
            y, x = y[inside], x[inside]
            canvas[y, x], owners[y // DOT_ROWS, x // DOT_COLUMNS] = True, index
            colour = self._sign_colour((edge.value or 0) > 0)
            styles.append(_edge_style(colour, paper, size) if size and not edge.rests else none)
        characters = braille(canvas)
        for row, column in characters:
            if (holds := ordered[owners[row, column]].holds) is not None:
                self._holds[row + below, column] = holds
        return {cell: (character, styles[owners[cell]]) for cell, character in characters.items()}

    def _sign_colour(self, positive: bool) -> Color:
        return self.get_component_styles(f"network--{'positive' if positive else 'negative'}").color

    def _head_line(self, layers: tuple[Layer, ...], pulse: Pulse, width: int) -> Strip:
        """The symbols of the layers over their neurons, and of the parameters over their edges."""
        heads = [(layer.middle, layer.head) for layer in layers]
        for part, (code, before, after) in enumerate(zip(MODES[self.mode], layers, layers[1:], strict=False)):
            way = f" {pulse.arrow}" if part == pulse.between else ""
            heads.append(((before.middle + after.middle) / 2, SYMBOLS[code] + way))
        line = [" "] * width
        for middle, text in heads:
            start = min(max(int(middle - len(text) / 2), 0), max(width - len(text), 0))
            line[start : start + len(text)] = text
        return Strip([Segment("".join(line)[:width], self.get_component_rich_style("network--head"))], width)


def _edge_style(colour: Color, paper: Color, size: float) -> Style:
    faded = colour if colour.ansi is not None else paper.blend(colour, 0.4 + 0.6 * size)
    return Style(color=faded.rich_color, bgcolor=paper.rich_color)
