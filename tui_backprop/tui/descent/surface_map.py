"""The map of a surface from above: its levels, the path of the descent on it, and where the next step goes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.color import Color
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui_backprop.explain.typeset import count, power_of_ten, short
from tui_backprop.training.descent.snapshot import X2, DescentSnapshot
from tui_backprop.tui.descent.surface_grid import (
    MARGIN,
    Frame,
    Levels,
    arrow_of,
    column_ticks,
    path_dots,
    row_ticks,
)
from tui_backprop.tui.kit.half_blocks import (
    BLACK_TO_GREEN,
    DOT_COLUMNS,
    DOT_ROWS,
    MISSING,
    Mark,
    Palette,
    Pixels,
    braille_marks,
    contour,
    half_block_lines,
    pixel_classes,
)
from tui_backprop.tui.kit.late_styles import LateStyles
from tui_backprop.tui.kit.titles import entitle
from tui_backprop.words import words

LEGEND_WIDTH, AXIS_NAME = 13, 3
WIDTH_WITH_LEGEND = 50
NEAR = 1e4


@dataclass(frozen=True)
class _Inks:
    """The styles of everything that is drawn, from the theme."""

    palette: Palette
    axis: Style
    line: Style
    path: Style
    future: Style
    arrow: Style
    start: Style
    current: Style


@dataclass(frozen=True, eq=False)
class _Ground:
    """What lies under a path: the same for all points of a run."""

    frame: Frame
    classes: Pixels
    marks: dict[tuple[int, int], Mark]
    gutter: list[Segment]
    legend: list[list[Segment]]
    strips: list[Strip]


class SurfaceMapPane(LateStyles, Widget, can_focus=True):
    """f over a part of the plane: darker is lower, the lines are level lines.

    A click is a wish for another start, a drag one for another part of the plane, a turn of the wheel for a closer look.
    """

    ALLOW_SELECT = False

    DEFAULT_CSS = """
    SurfaceMapPane {
        & > .surface--low { color: #0a1a3f; }
        & > .surface--middle { color: #1d5273; }
        & > .surface--high { color: #5f8f7c; }
        & > .surface--line { color: #a9c4d6; }
        & > .surface--path { color: #ffffff; text-style: bold; }
        & > .surface--future { color: #c3c3c3; }
        & > .surface--arrow { color: #ffc24d; text-style: bold; }
        & > .surface--axis { color: $foreground 70%; }
        & > .surface--start { color: #000000; background: #ffffff; text-style: bold; }
        & > .surface--current { color: #000000; background: #ffc24d; text-style: bold; }
        &:light > .surface--low { color: #6fa3d0; }
        &:light > .surface--middle { color: #bcd6e2; }
        &:light > .surface--high { color: #fbf5e2; }
        &:light > .surface--line { color: #4c6f8c; }
        &:light > .surface--path { color: #000000; }
        &:light > .surface--future { color: #4a4a4a; }
        &:light > .surface--arrow { color: #8c2d00; }
        &:light > .surface--start { color: #ffffff; background: #000000; }
        &:light > .surface--current { color: #ffffff; background: #8c2d00; }
        &:ansi > .surface--line { color: ansi_white; }
        &:ansi > .surface--path, &:ansi > .surface--future { color: ansi_bright_white; }
        &:ansi > .surface--arrow { color: ansi_bright_yellow; }
        &:ansi > .surface--start, &:ansi > .surface--current {
            color: ansi_default; background: ansi_default; text-style: bold reverse;
        }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"surface--{name}"
        for name in ("low", "middle", "high", "line", "path", "future", "arrow", "axis", "start", "current")
    }

    @dataclass
    class Picked(Message):
        """A click on a point of the map."""

        x1: float
        x2: float

    @dataclass
    class Dragged(Message):
        """The map was moved by so many of its window's widths and heights."""

        right: float
        up: float

    @dataclass
    class Scaled(Message):
        """A closer look by `factor`, or a wider one, with the point under the mouse where it is."""

        factor: float
        about: tuple[float, float]

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._snapshot: DescentSnapshot | None = None
        self._drawn: tuple[object, ...] = ()
        self._inks: _Inks | None = None
        self._ground: tuple[object, _Ground] | None = None
        self._changed: dict[int, Strip] | None = None
        self._pressed: tuple[int, int] | None = None
        self._is_dragged = False

    def show(self, snapshot: DescentSnapshot) -> None:
        """Take the moment to draw; repaint if the path, the point or the window is another one."""
        self._snapshot = snapshot
        drawn = (snapshot.recipe, snapshot.k, snapshot.reached, snapshot.view.window, words())
        if drawn != self._drawn:
            self._drawn = drawn
            self._set_titles()
            self._repaint()

    def on_resize(self) -> None:
        """Fit the titles, and draw for the new size."""
        self._changed = None
        self._set_titles()

    def notify_style_update(self) -> None:
        """Paint again in the colours of another theme."""
        self._inks = self._ground = self._changed = None
        super().notify_style_update()

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Begin a drag, or a click, which is a drag of no length."""
        if event.button == 1 and event.get_content_offset(self) is not None:
            self._pressed, self._is_dragged = (event.screen_x, event.screen_y), False
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Say how far the map is dragged."""
        if self._pressed is None or self._ground is None:
            return
        across, down = event.screen_x - self._pressed[0], event.screen_y - self._pressed[1]
        if (across or down) and self._snapshot is not None:
            self._pressed, self._is_dragged = (event.screen_x, event.screen_y), True
            cell, ((a, b), (c, d)) = self._ground[1].frame.cell, self._snapshot.view.window
            self.post_message(self.Dragged(-across * cell / (b - a), 2 * down * cell / (d - c)))

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Say which point was clicked, if the map has not been dragged."""
        pressed, self._pressed = self._pressed, None
        self.release_mouse()
        if pressed is not None and not self._is_dragged and (cell := self._cell_under(event)) is not None:
            self.post_message(self.Picked(*cell[0].point(*cell[1])))

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Look closer."""
        self._scale(event, 1.25)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Look at more."""
        self._scale(event, 0.8)

    def _scale(self, event: events.MouseEvent, factor: float) -> None:
        event.stop()
        if (cell := self._cell_under(event)) is not None:
            self.post_message(self.Scaled(factor, cell[0].place(*cell[1])))

    def _cell_under(self, event: events.MouseEvent) -> tuple[Frame, tuple[int, int]] | None:
        """The (row, column) of the cell of the map under the mouse, with its frame."""
        offset, ground = event.get_content_offset(self), self._ground
        if offset is None or ground is None:
            return None
        frame, column = ground[1].frame, offset.x - MARGIN
        inside = 0 <= column < frame.columns and 0 <= offset.y < frame.rows
        return (frame, (offset.y, column)) if inside else None

    def render_line(self, y: int) -> Strip:
        """A line of the map: of the ground, or one with something on it, made once for each change."""
        snapshot, frame = self._snapshot, self._frame()
        if snapshot is None or frame is None:
            return Strip.blank(self.size.width, self.rich_style)
        ground = self._ground_of(snapshot, frame)
        if self._changed is None:
            self._changed = self._with_path(snapshot, ground)
        strip = self._changed.get(y) or (ground.strips[y] if y < len(ground.strips) else None)
        return strip or Strip.blank(self.size.width, self.rich_style)

    def _repaint(self) -> None:
        """Ask for the lines on which something was or is; for all of them if the ground is another one."""
        snapshot, frame, before = self._snapshot, self._frame(), self._changed
        self._changed = None
        if snapshot is None or frame is None or before is None:
            self.refresh()
            return
        old, ground = self._ground, self._ground_of(snapshot, frame)
        self._changed = self._with_path(snapshot, ground)
        if old is None or old[1] is not ground:
            self.refresh()
        elif rows := [row for row in {*before, *self._changed} if before.get(row) != self._changed.get(row)]:
            self.refresh(*(Region(0, row, self.size.width, 1) for row in rows))

    def _frame(self) -> Frame | None:
        beside = LEGEND_WIDTH if self.size.width >= WIDTH_WITH_LEGEND else AXIS_NAME
        columns, rows = self.size.width - MARGIN - beside, self.size.height - 1
        if self._snapshot is None or columns < 4 or rows < 2:
            return None
        return Frame.around(self._snapshot.view.window, columns, rows)

    def _set_titles(self) -> None:
        frame = self._frame()
        if self._snapshot is None or frame is None:
            return
        said, point = words().descent, self._snapshot.point
        if frame.cell_of(point.x) is None:
            title = said.map_off if np.abs(point.x).max() < NEAR else said.map_far
        else:
            arrow = arrow_of(frame, point.x, self._snapshot.after)
            coloured = not self._plain and self.size.width >= WIDTH_WITH_LEGEND
            title = said.map_title(coloured=coloured, factor=times(arrow.factor) if arrow else "")
        entitle(self, title)

    # --- painting

    def _with_path(self, snapshot: DescentSnapshot, ground: _Ground) -> dict[int, Strip]:
        """The lines on which the path, the arrow or a point is."""
        frame, inks, path = ground.frame, self._colours(), snapshot.path[:, : X2 + 1]
        marks = braille_marks(path_dots(frame, path[snapshot.k - 1 :], dotted=True), inks.future)
        marks |= braille_marks(path_dots(frame, path[: snapshot.k]), inks.path)
        if (arrow := arrow_of(frame, snapshot.point.x, snapshot.after)) is not None:
            marks |= braille_marks(path_dots(frame, arrow.line), inks.arrow)
            if arrow.head is not None:
                marks[arrow.head] = Mark(arrow.character, inks.arrow)
        for x, mark in ((path[0], Mark("1", inks.start)), (snapshot.point.x, Mark("●", inks.current))):
            if (cell := frame.cell_of(x)) is not None:
                marks[cell] = mark
        by_row: dict[int, dict[tuple[int, int], Mark]] = {row: {} for row, _ in marks}
        for row, column in {*ground.marks, *marks}:
            if row in by_row:
                mark = marks.get((row, column)) or ground.marks[row, column]
                by_row[row][0, column] = mark
        lines = {
            row: half_block_lines(ground.classes[2 * row : 2 * row + 2], inks.palette, above)[0]
            for row, above in by_row.items()
        }
        return {row: self._framed(ground, row, line) for row, line in lines.items()}

    def _ground_of(self, snapshot: DescentSnapshot, frame: Frame) -> _Ground:
        key = (snapshot.recipe.f, frame, self.size, words())
        if self._ground is None or self._ground[0] != key:
            self._ground = (key, self._make_ground(snapshot, frame))
        return self._ground[1]

    def _make_ground(self, snapshot: DescentSnapshot, frame: Frame) -> _Ground:
        inks, f = self._colours(), snapshot.surface.values
        x1, x2 = frame.axes(1, 2)
        pixels = f(x1[None, :], x2[:, None])
        x1, x2 = frame.axes(DOT_COLUMNS, DOT_ROWS)
        dots = f(x1[None, :], x2[:, None])
        levels = Levels.of(dots)
        classes = pixel_classes(levels.shares(pixels))
        if self._plain:
            classes = np.full_like(classes, MISSING)
        drawn = np.zeros(dots.shape, dtype=np.bool_)
        for level in levels.lines():
            drawn |= contour(dots, level)
        marks = braille_marks(drawn, inks.line)
        ticks = row_ticks(frame)
        gutter = [Segment(f"{ticks.get(row, ''):>{MARGIN - 1}} ", inks.axis) for row in range(frame.rows)]
        legend = self._legend(levels, inks, frame.rows) if self.size.width >= WIDTH_WITH_LEGEND else []
        ground = _Ground(frame, classes, marks, gutter, legend, [])
        for row, line in enumerate(half_block_lines(classes, inks.palette, marks)):
            ground.strips.append(self._framed(ground, row, line))
        axis = Segment(" " * MARGIN + column_ticks(frame), inks.axis)
        ground.strips.append(Strip([axis]).adjust_cell_length(self.size.width, self.rich_style))
        return ground

    @property
    def _plain(self) -> bool:
        """Whether the terminal gets no colours at all, so that only the lines can tell the levels."""
        return self.app.no_color and self.app.native_ansi_color

    def _framed(self, ground: _Ground, row: int, line: list[Segment]) -> Strip:
        """A line of the map between its axis and the legend."""
        base = self.rich_style
        beside = [Segment("  ", base), *ground.legend[row]] if row < len(ground.legend) else []
        return Strip([ground.gutter[row], *line, *beside]).adjust_cell_length(self.size.width, base)

    def _legend(self, levels: Levels, inks: _Inks, rows: int) -> list[list[Segment]]:
        """The value of each level line, the highest first, and the marks; with a gap between where there is a row for it."""
        said, plain, palette = words().descent, inks.axis, inks.palette
        entries = [[Segment("f(x)", plain)]]
        lines = levels.lines()
        for share, value in reversed([*zip(levels.shares(np.array(lines)).tolist(), lines, strict=True)]):
            at = MISSING if self._plain else int(pixel_classes(np.array([share]))[0])
            entries.append([Segment("⠒⠒", palette.over(inks.line, at, at)), Segment(f" {short(value)}", plain)])
        floor = MISSING if self._plain else 0
        marks = (
            ("1", inks.start, said.legend_start),
            ("●", inks.current, "x⁽ᵏ⁾"),
            ("→", palette.over(inks.arrow, floor, floor), said.legend_step),
            ("⠒", palette.over(inks.path, floor, floor), said.legend_path),
            ("⠂", palette.over(inks.future, floor, floor), said.legend_future),
        )
        gap: list[list[Segment]] = [[]] if len(entries) + len(marks) < rows else []
        return [*entries, *gap, *([Segment(sign, style), Segment(f"  {name}", plain)] for sign, style, name in marks)]

    # --- colours

    def _colours(self) -> _Inks:
        if self._inks is None:
            style, paper = self.get_component_rich_style, self.background_colors[1]
            low, middle, high = (self._component(name) for name in ("low", "middle", "high"))
            line, path, future, arrow = (
                Style(color=self._component(name).rich_color, bold=name in ("path", "arrow"))
                for name in ("line", "path", "future", "arrow")
            )
            self._inks = _Inks(
                palette=Palette.of_the_terminal(paper, BLACK_TO_GREEN)
                if paper.ansi is not None
                else Palette(low, middle, high, missing=paper),
                axis=style("surface--axis"),
                line=line,
                path=path,
                future=future,
                arrow=arrow,
                start=style("surface--start"),
                current=style("surface--current"),
            )
        return self._inks

    def _component(self, name: str) -> Color:
        return self.get_component_styles("surface--" + name).color


def times(factor: int) -> str:
    """How many times, 1, 2 or 5 times a power of ten, in few cells: 500, 5·10⁸."""
    digit = int(str(factor)[0])
    power = power_of_ten(len(str(factor)) - 1)
    return count(factor) if factor < 10_000 else power if digit == 1 else f"{digit}·{power}"
