"""The network and the loss in three lines, for a screen that has no room for their panes."""

from __future__ import annotations

from typing import ClassVar

import numpy as np
from rich.cells import cell_len
from rich.style import Style
from rich.text import Text
from textual.widget import Widget

from tui_backprop.calculus.array import Array
from tui_backprop.calculus.network.quantities import Phase
from tui_backprop.explain.network.notation import SYMBOLS
from tui_backprop.explain.plain import is_plain, skinned
from tui_backprop.explain.typeset import brief, number
from tui_backprop.training.network.loss_curve import Curve
from tui_backprop.training.network.snapshot import Snapshot
from tui_backprop.tui.kit.half_blocks import DOT_COLUMNS, DOT_ROWS, Dots, braille, line_dots
from tui_backprop.tui.kit.late_styles import LateStyles
from tui_backprop.words import words

BARS = "▁▂▃▄▅▆▇█"
_LABEL = 14


class StripView(LateStyles, Widget):
    """The forward pass in a line, under it the loss as a small curve with the cursor."""

    DEFAULT_CSS = """
    StripView {
        background: $surface; color: $foreground; padding: 0 1;
        & > .strip--name { color: $foreground 75%; }
        & > .strip--number { color: $foreground; }
        & > .strip--current { color: $foreground; text-style: bold; }
        & > .strip--curve { color: $foreground; }
        & > .strip--cursor { color: #f2a73b; text-style: bold; }
        &:light > .strip--cursor { color: #7a4100; }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"strip--{part}" for part in ("name", "number", "current", "curve", "cursor")
    }

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._snapshot: Snapshot | None = None

    def show(self, snapshot: Snapshot) -> None:
        """Take the moment to draw."""
        self._snapshot = snapshot
        self.refresh()

    def render(self) -> Text:
        """A line for the network, the other lines for the loss."""
        width, height = self.content_size
        if self._snapshot is None or not width or not height:
            return Text()
        lines = [self._network(self._snapshot, width)]
        if height > 1:
            lines += self._loss(self._snapshot, width, height - 1)
        for line in lines:
            line.truncate(width)
        return Text("\n", no_wrap=True).join(lines)

    def _network(self, snapshot: Snapshot, width: int) -> Text:
        """x1, the hidden units as bars, x4 against t, E; what the forward pass has not reached is a dash.

        How many samples are right stands at the end, as a sign where a word has no room.
        """
        line = Text()
        x1, x3, x4, x5 = (snapshot.value(code) for code in ("x1", "x3", "x4", "x5"))
        inputs = "(–)" if x1 is None else f"({','.join(map(brief, x1[:, 0].tolist()))})"
        bars = "–" * snapshot.hidden if x3 is None else "".join(map(_bar, x3[1:, 0].tolist()))
        label = "–" if snapshot.phase < Phase.F1 else brief(float(snapshot.values["tx1"][0, 0]))
        for name, text, phase in (
            (SYMBOLS["x1"], inputs, Phase.F1),
            (f" → {SYMBOLS['x3']}", bars, Phase.F2),
            (f" → {SYMBOLS['x4']}", _number(x4), Phase.F3),
            (" t", label, Phase.F1),
            ("  E", _number(x5), Phase.F4),
        ):
            line.append(skinned(f"{name} "), self._look("name"))
            line.append(text, self._look("current" if snapshot.phase is phase else "number"))
        # None as long as one of them has not been asked.
        right = snapshot.table.right if snapshot.phase >= Phase.F3 else None
        said = words().network_screen.right(right=right, samples=snapshot.table.sides)
        if line.cell_len + 2 + cell_len(said) > width:
            said = skinned(f"{'–' if right is None else right}/{snapshot.table.sides} ✓")
        return line.append(f"  {said}", self._look("name"))

    def _loss(self, snapshot: Snapshot, width: int, rows: int) -> list[Text]:
        error = "—" if snapshot.iteration_error is None else number(snapshot.iteration_error).strip().lstrip("+")
        lines = [
            Text(skinned(f"ΣE {error}").ljust(_LABEL), self._look("number")),
            *(Text(" " * _LABEL) for _ in range(rows - 1)),
        ]
        columns = width - _LABEL
        chart = snapshot.chart
        finite = _finite(chart.curve)
        if columns < 2 or not len(finite):
            return lines
        dots = curve_dots(finite, chart.window, columns, rows)
        cells = braille(dots)
        first, last = chart.window
        at = round((chart.cursor - first) / max(last - first, 1) * (columns - 1))
        for row in range(rows):
            for column in range(columns):
                character = cells.get((row, column), " ")
                cursor = column == at and chart.cursor >= first
                lines[row].append("│" if cursor else character, self._look("cursor" if cursor else "curve"))
        return lines

    def _look(self, name: str) -> Style:
        return self.get_component_rich_style(f"strip--{name}", partial=True)


def curve_dots(curve: Curve, window: tuple[int, int], columns: int, rows: int) -> Dots:
    """The loss as dots, from zero at the bottom to its highest at the top."""
    dots = np.zeros((rows * DOT_ROWS, columns * DOT_COLUMNS), dtype=np.bool_)
    first, last = window
    top = float(curve.high.max()) or 1.0
    x = np.clip((curve.iteration - first) / max(last - first, 1), 0, 1) * (dots.shape[1] - 1)
    y = (1 - (curve.low + curve.high) / 2 / top) * (dots.shape[0] - 1)
    points = list(zip(np.rint(y).astype(int).tolist(), np.rint(x).astype(int).tolist(), strict=True))
    for start, end in zip(points, points[1:] or points, strict=False):
        line = line_dots(start, end, lambda steps: np.ones(len(steps), dtype=np.bool_))
        dots[line[:, 0], line[:, 1]] = True
    return dots


def _finite(curve: Curve) -> Curve:
    kept = np.isfinite(curve.low) & np.isfinite(curve.high)
    return Curve(curve.iteration[kept], curve.low[kept], curve.high[kept])


def _number(value: Array | None) -> str:
    return "      —" if value is None else number(float(value[0, 0]))


def _bar(share: float) -> str:
    """How far a unit is on: a bar, or in ASCII a digit from 1 to 8."""
    if not np.isfinite(share):
        return "?"
    level = min(int(share * len(BARS)), len(BARS) - 1)
    return str(level + 1) if is_plain() else BARS[level]
