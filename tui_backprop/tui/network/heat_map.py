"""The parameters of many hidden units as a table in colours: so many edges would be a tangle. Pure: no widget."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from tui_backprop.calculus.array import Array
from tui_backprop.calculus.network.quantities import Phase
from tui_backprop.explain.cell import Cell
from tui_backprop.explain.network.notation import SYMBOLS
from tui_backprop.explain.typeset import MISSING, WIDTH, number, subscript
from tui_backprop.training.network.snapshot import Snapshot

MANY_UNITS = 9
"""From so many hidden units on there is the table."""

NARROWEST, WIDEST = 3, 9
_NAME, _GAP = 4, 2


class Tile(NamedTuple):
    """A piece of a line: a parameter with its `share` of the largest one, from −1 to 1, or a text of another kind.

    `kind` is "head", "neuron" or "parameter"; `part` is 0 for θ1, 1 for θ2; `holds` is the number that it shows.
    """

    column: int
    text: str
    kind: str
    share: float = 0.0
    part: int = 0
    holds: Cell | None = None


def tile_width(width: int, inputs: int) -> int:
    """The columns of a parameter, where a line holds a name, those of θ1, the unit's output and that of θ2."""
    return min(max((width - _NAME - 2 * _GAP - WIDTH) // (inputs + 2), NARROWEST), WIDEST)


def heat_lines(snapshot: Snapshot, theta1: Array | None, theta2: Array | None, width: int) -> list[list[Tile]]:
    """The head, what enters, one line for each hidden unit, and the answer.

    A tile has its number where there is room for it, else one to three signs + or −, so that it can be read without
    colours.
    """
    wide = tile_width(width, snapshot.inputs)
    outputs = _NAME + (snapshot.inputs + 1) * wide + _GAP
    last = outputs + WIDTH + _GAP
    code, skipped = ("x2", 0) if snapshot.phase is Phase.F1 else ("x3", 1)
    values, inputs = snapshot.value(code), snapshot.value("x1")
    scale1, scale2 = _scale(theta1), _scale(theta2)

    def parameter(part: int, row: int, column: int, at: int) -> Tile:
        theta, scale = ((theta1, scale1), (theta2, scale2))[part]
        value = None if theta is None else float(theta[row, column])
        share = 0.0 if value is None or not np.isfinite(value) else float(np.clip(value / scale, -1, 1))
        text = _text(value, share, wide)
        return Tile(at, text, "parameter", share, part, Cell(f"theta{part + 1}", row, column))

    columns = range(snapshot.inputs + 1)
    heads = ["1", *(f"x{subscript(j)}" for j in columns[1:])]
    lines = [
        [
            Tile(0, SYMBOLS["theta1"], "head"),
            *(Tile(_NAME + j * wide, heads[j].rjust(wide - 1), "head") for j in columns),
            Tile(outputs, SYMBOLS[code].rjust(WIDTH), "head"),
            Tile(last, SYMBOLS["theta2"].rjust(wide - 1), "head"),
        ],
        [
            *(
                Tile(_NAME + j * wide, _input(inputs, j - 1, wide), "neuron", holds=Cell("x1", j - 1, 0))
                for j in columns[1:]
            ),
            Tile(outputs, "1".rjust(WIDTH), "neuron", holds=Cell("x3", 0, 0)),
            parameter(1, 0, 0, last),
        ],
    ]
    for k in range(snapshot.hidden):
        shown = MISSING if values is None else number(float(values[k + skipped, 0]))
        lines.append(
            [
                Tile(0, f"x{subscript(k + 1)}".rjust(_NAME - 1), "head"),
                *(parameter(0, k, j, _NAME + j * wide) for j in columns),
                Tile(outputs, shown, "neuron", holds=Cell(code, k + skipped, 0)),
                parameter(1, 0, k + 1, last),
            ]
        )
    lines.append(_answer(snapshot))
    return lines


def _answer(snapshot: Snapshot) -> list[Tile]:
    label = f"{snapshot.values['tx1'][0, 0]:g}" if snapshot.phase >= Phase.F1 else MISSING.strip()
    tiles: list[Tile] = []
    at = 0
    for code, shown in (("x4", _number(snapshot, "x4")), ("tx1", label), ("x5", _number(snapshot, "x5"))):
        head = f"{SYMBOLS[code]} "
        tiles += [Tile(at, head, "head"), Tile(at + len(head), shown, "neuron", holds=Cell(code, 0, 0))]
        at += len(head) + len(shown) + _GAP
    return tiles


def _number(snapshot: Snapshot, code: str) -> str:
    value = snapshot.value(code)
    return MISSING if value is None else number(float(value[0, 0]))


def _input(inputs: Array | None, row: int, wide: int) -> str:
    return (MISSING.strip() if inputs is None else f"{inputs[row, 0]:g}").rjust(wide - 1)


def _scale(theta: Array | None) -> float:
    return 1.0 if theta is None else float(np.abs(theta[np.isfinite(theta)]).max(initial=0)) or 1.0


def _text(value: float | None, share: float, wide: int) -> str:
    """What a tile says, one column narrower than its place."""
    if value is None:
        return MISSING.strip().center(wide - 1)
    if wide > WIDTH:
        return number(value).center(wide - 1)
    sign = "?" if np.isnan(value) else "0" if value == 0 else "+" if value > 0 else "−"
    return (sign * min(1 + int(abs(share) * 3), 3, wide - 1)).center(wide - 1)
