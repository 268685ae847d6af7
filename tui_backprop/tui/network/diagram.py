"""Where everything of figure 3-1 stands: neurons with their numbers, an edge for each parameter, labels. Pure: no widget."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from tui_backprop.calculus.array import Array
from tui_backprop.calculus.network.quantities import Phase
from tui_backprop.explain.cell import Cell
from tui_backprop.explain.network.notation import SYMBOLS
from tui_backprop.explain.typeset import MISSING, number, subscript
from tui_backprop.training.network.snapshot import Snapshot
from tui_backprop.tui.kit.half_blocks import DOT_COLUMNS, DOT_ROWS, line_dots

NAMED_GAP, NUMBERED_GAP, LAST_GAP = 16, 10, 4
"""The least columns for the edges between neurons with names, without names, and before E."""

DASH, SPARSE = 4, 5

LABELS = 3
"""So many of the edges between two layers have their number written on them."""

WORTH_A_LABEL = 0.2
"""An edge has a label if its number is at least so large a share of the largest one."""

_SHARES = (0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74)

Position = tuple[int, int]


class Form(NamedTuple):
    """How much of the drawing there is room for: the numbers, the sums beside the outputs, the names, t and E."""

    numbers: bool
    sums: bool
    names: bool
    error: bool
    gap: int


_WIDEST_FIRST = (
    Form(True, True, True, True, NAMED_GAP),
    Form(True, False, True, True, NAMED_GAP),
    Form(True, False, False, True, NUMBERED_GAP),
    Form(True, False, False, False, NUMBERED_GAP),
    Form(False, False, True, False, 0),
)


ENTERED_BY_NONE = (None, Cell("x3", 0, 0), Cell("tx1", 0, 0))
"""What the neurons hold that no edge enters: the constants 1 and the label."""


class Layer(NamedTuple):
    """A column of neurons: its head and its middle, the text in each neuron, its first cell, and the number it holds."""

    head: str
    middle: float
    texts: tuple[str, ...]
    starts: tuple[Position, ...]
    holds: tuple[Cell | None, ...] = ()

    @property
    def entered(self) -> tuple[bool, ...]:
        """Which neurons a phase may arrive in."""
        return tuple(cell not in ENTERED_BY_NONE for cell in self.holds)


class Edge(NamedTuple):
    """A parameter from a neuron's right side to the next one's left side, in cells; None is a number not computed.

    `rests` says that the phase goes through other ones, `holds` which parameter it is; the edge from x4 to E is none.
    """

    start: Position
    end: Position
    value: float | None
    rests: bool = False
    holds: Cell | None = None

    @property
    def size(self) -> float:
        """How large the number is; 0 for none."""
        return abs(self.value) if self.value is not None and np.isfinite(self.value) else 0.0

    def row_at(self, column: float) -> float:
        """The row in which the edge passes a column."""
        (top, left), (bottom, right) = self.start, self.end
        return top + (bottom - top) * (column - left) / max(right - left, 1)


class Label(NamedTuple):
    """A number on an edge, from its first cell on."""

    row: int
    column: int
    text: str
    edge: Edge


def laid_out(snapshot: Snapshot, width: int, height: int) -> tuple[Layer, ...]:
    """The layers x1, x3, x4 and, where there is room for it, t over E, in this many cells.

    Where it is narrow the sums go first, then the names, then t and E, then the numbers.
    """
    made = [(form, _columns(snapshot, form)) for form in _WIDEST_FIRST]
    form, columns = next(((form, columns) for form, columns in made if _least(form, columns) <= width), made[-1])
    widths = [max(map(len, texts)) for _, texts, _ in columns]
    last = LAST_GAP + widths[3] if form.error else 0
    between = max((width - last - sum(widths[:3])) // 2, 0)
    lefts = [0, widths[0] + between, max(width - last - widths[2], 0), width - last + LAST_GAP]
    layers = [
        _layer(head, texts, holds, left, wide, height)
        for (head, texts, holds), left, wide in zip(columns[:3], lefts, widths, strict=False)
    ]
    return (*layers, _error_layer(columns[3], layers[2], lefts[3], widths[3], height)) if form.error else tuple(layers)


_Column = tuple[str, tuple[str, ...], tuple[Cell | None, ...]]


def _least(form: Form, columns: Sequence[_Column]) -> int:
    """The columns that a form takes at the least."""
    widths = [max(map(len, texts)) for _, texts, _ in columns]
    return sum(widths[:3]) + 2 * form.gap + (LAST_GAP + widths[3] if form.error else 0)


def _columns(snapshot: Snapshot, form: Form) -> tuple[_Column, ...]:
    """The head, the texts and the cells of each layer; the constant 1 comes first."""
    names = [f"x{subscript(unit)}" for unit in range(1, 1 + max(snapshot.inputs, snapshot.hidden))]
    inputs, units = names[: snapshot.inputs], names[: snapshot.hidden]
    rows = tuple(Cell("x1", row, 0) for row in range(snapshot.inputs))
    summing = snapshot.phase is Phase.F1 and not form.sums
    code, first = ("x2", 0) if summing else ("x3", 1)
    hidden = tuple(Cell(code, row + first, 0) for row in range(snapshot.hidden))
    outputs = _numbers(snapshot, code, len(units))
    if form.sums:
        outputs = [f"{x2}→{x3}" for x2, x3 in zip(_numbers(snapshot, "x2", len(units)), outputs, strict=True)]
    head = f"{SYMBOLS['x2']}→{SYMBOLS['x3']}" if form.sums else SYMBOLS[code]
    label = f"{snapshot.values['tx1'][0, 0]:g}" if snapshot.phase >= Phase.F1 else MISSING.strip()
    return (
        (SYMBOLS["x1"], ("(1)", *_circles(inputs, _numbers(snapshot, "x1", len(inputs)), form)), (None, *rows)),
        (head, ("(1)", *_circles(units, outputs, form)), (Cell("x3", 0, 0), *hidden)),
        (SYMBOLS["x4"], _output(snapshot, form), (Cell("x4", 0, 0),)),
        ("", (f"(t {label})", f"(E {_numbers(snapshot, 'x5', 1)[0]})"), (Cell("tx1", 0, 0), Cell("x5", 0, 0))),
    )


def _output(snapshot: Snapshot, form: Form) -> tuple[str, ...]:
    return (f"({_numbers(snapshot, 'x4', 1)[0]})" if form.numbers else f"({SYMBOLS['x4']})",)


def _numbers(snapshot: Snapshot, code: str, count: int) -> list[str]:
    """The last `count` numbers of a vector; dashes for what is not computed yet."""
    values = snapshot.value(code)
    return [MISSING] * count if values is None else [number(float(x)) for x in values.ravel()[-count:]]


def _circles(names: Sequence[str], numbers: Sequence[str], form: Form) -> tuple[str, ...]:
    if not form.numbers:
        return tuple(f"({name})" for name in names)
    wide = max(map(len, names)) if form.names else 0
    return tuple(
        f"({name:{wide}} {text})" if form.names else f"({text})" for name, text in zip(names, numbers, strict=True)
    )


def _layer(
    head: str, texts: tuple[str, ...], holds: tuple[Cell | None, ...], left: int, width: int, height: int
) -> Layer:
    starts = tuple(
        ((2 * index + 1) * height // (2 * len(texts)), left + (width - len(text)) // 2)
        for index, text in enumerate(texts)
    )
    return Layer(head, left + width / 2, texts, starts, holds)


def _error_layer(column: _Column, output: Layer, left: int, width: int, height: int) -> Layer:
    """E beside the output, t over it, which enters E and nothing else."""
    head, texts, holds = column
    row = output.starts[0][0]
    above = max(row - 2, 0) if row else min(1, height - 1)
    return Layer(head, left + width / 2, texts, ((above, left), (row, left)), holds)


def edges_between(
    layers: tuple[Layer, ...], theta1: Array | None, theta2: Array | None, pulse: int | None = None
) -> list[Edge]:
    """Every parameter as an edge: θ1 from the inputs to the hidden units, θ2 from those to the output.

    `pulse` is 0 or 1 where the phase goes through the one or the other alone, and 2 where it goes from the output to E.
    """
    edges: list[Edge] = []
    parts = ((layers[0], layers[1], 1, theta1), (layers[1], layers[2], 0, theta2))
    for part, (source, target, first, weights) in enumerate(parts):
        for i, (row, column) in enumerate(target.starts[first:]):
            for j, (start, text) in enumerate(zip(source.starts, source.texts, strict=True)):
                value = None if weights is None else float(weights[i, j])
                side = start[0], start[1] + len(text)
                edges.append(
                    Edge(side, (row, column - 1), value, pulse not in (None, part), Cell(f"theta{part + 1}", i, j))
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


def edge_labels(edges: Sequence[Edge], layers: Sequence[Layer]) -> list[Label]:
    """The numbers of the strongest edges of each layer, each on its own edge and over no other label and no neuron.

    Each stands where the other edges with labels are far away, so that one sees which it belongs to. One that finds
    no room is left out.
    """
    labels: list[Label] = []
    taken = [(*start, len(text)) for layer in layers for start, text in zip(layer.starts, layer.texts, strict=True)]
    for code in ("theta1", "theta2"):
        strong = _strongest([edge for edge in edges if edge.holds is not None and edge.holds.code == code])
        for edge in strong:
            text = number(edge.value or 0.0).strip()
            places = _places_on(edge, len(text))
            free = [place for place in places if all(_apart(place, len(text), *other) for other in taken)]
            if free:
                labelled = [_distance(place, len(text), edge, strong) for place in free]
                crossed = [_distance(place, len(text), edge, edges) for place in free]
                best = max(range(len(free)), key=lambda at: (labelled[at], crossed[at], -at))
                labels.append(Label(*free[best], text, edge))
                taken.append((*free[best], len(text)))
    return labels


def _strongest(edges: Sequence[Edge]) -> list[Edge]:
    ordered = sorted(edges, key=lambda edge: -edge.size)
    largest = ordered[0].size if ordered else 0.0
    return [edge for edge in ordered[:LABELS] if not edge.rests and edge.size and edge.size >= WORTH_A_LABEL * largest]


def _places_on(edge: Edge, length: int) -> list[Position]:
    """Where a text of this length may stand on an edge, with some of the edge to see on both sides."""
    left, right = edge.start[1] + 1, edge.end[1]
    places: list[Position] = []
    for share in _SHARES:
        middle = left + share * (right - left)
        column = round(middle - length / 2)
        if column >= left + 1 and column + length <= right - 1:
            places.append((round(edge.row_at(column + length / 2)), column))
    return places


def _apart(place: Position, length: int, row: int, column: int, other: int) -> bool:
    """Whether a text at a place leaves a cell between itself and another one of length `other`."""
    return place[0] != row or place[1] > column + other or place[1] + length < column


def _distance(place: Position, length: int, own: Edge, edges: Sequence[Edge]) -> float:
    """How far away the nearest edge but its own is, in rows; what is more than one and a half away is far enough."""
    row, column = place
    others = [edge for edge in edges if edge is not own and edge.start[1] < column < edge.end[1]]
    rows = [abs(edge.row_at(at) - row) for edge in others for at in (column, column + length / 2, column + length)]
    return min((1.5, *rows))
