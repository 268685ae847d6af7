"""Textual's border and padding around the lines of a widget, in a third of the time.

Around every line that is painted Textual asks the style sheet anew for borders, padding, tints and colours, and so it does
for every widget at every paint, though none of that changes while numbers do.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import textual.widget
from rich.segment import Segment
from rich.style import Style as RichStyle
from textual._border import get_box  # pyright: ignore[reportPrivateUsage]
from textual._segment_tools import make_blank  # pyright: ignore[reportPrivateUsage]
from textual._styles_cache import StylesCache  # pyright: ignore[reportPrivateUsage]
from textual.color import Color
from textual.filter import LineFilter
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.style import Style
from textual.widget import Widget

Painter = Callable[[int], Sequence[Segment]]
"""The segments of a line of content, by its number.

A widget may have a method `painter(width)` that gives one whose lines are so wide: it is asked once for all the lines that
are painted at a time, where `render_line` is asked for each of them.
"""


class _Frame(NamedTuple):
    """What stands to the left and to the right of a line of content, what fills it up, and the lines above the first one."""

    left: tuple[Segment, ...]
    right: tuple[Segment, ...]
    ground: RichStyle
    above: int


class _Known(NamedTuple):
    """What is asked of a widget to paint any of its lines; `frame` is None where it takes more than a frame."""

    styles: int
    filters: Sequence[LineFilter]
    colours: tuple[Color, Color]
    title: tuple[Any, ...]
    subtitle: tuple[Any, ...]
    opacity: float
    ansi_theme: Any
    native_ansi: bool
    frame: _Frame | None


class SparingStylesCache(StylesCache):
    """Paints as Textual's does, and keeps the lines as the filters leave them.

    What is around the lines is kept as long as they are: until all of them are painted.
    """

    def __init__(self) -> None:
        super().__init__()
        self._known: _Known | None = None
        self._lines: dict[int, Strip] = {}

    def clear(self) -> None:
        """Forget the lines, and what is around them."""
        self._known = None
        self._lines.clear()
        super().clear()

    def render_widget(self, widget: Widget, crop: Region) -> list[Strip]:
        """The lines of a region of the widget."""
        inner: Any = widget
        if widget.auto_links and inner.hover_style._link_id:
            self.clear()  # Textual keeps them as they are before the filters
            return super().render_widget(widget, crop)
        self._simple_strip = None
        width = widget.region.width
        if width != self._width:  # before it is asked what is around the lines: this forgets it
            self.clear()
            self._width = width
        known, filters = self._known, widget.get_line_filters()
        if known is None or known.styles != inner.styles._cache_key or known.filters != filters:
            self._lines.clear()
            known = self._known = self._ask(widget, filters)
        lines, dirty = self._lines, self._dirty_lines
        kept = {y: lines[y] for y in crop.line_range if y in lines and y not in dirty}
        missing = [y for y in crop.line_range if y not in kept]
        if missing:
            painted = self._paint(widget, known, missing)
            kept |= painted
            if self._known is known:  # a list measures itself while it is painted, and forgets its lines
                lines.update(painted)
                dirty.difference_update(missing)
        strips = [kept[y] for y in crop.line_range]
        left, right = crop.column_span
        return strips if (left, right) == (0, width) else [strip.crop(left, right) for strip in strips]

    def _paint(self, widget: Any, known: _Known, missing: list[int]) -> dict[int, Strip]:
        """Paint these lines, by their numbers; those of a border, or in a style that is seldom worn, as Textual does."""
        frame, background, width = known.frame, known.colours[1], self._width
        content: Size = widget.content_region.size
        painter: Painter | None = None
        painted: dict[int, Strip] = {}
        for y in missing:
            if frame is None or not 0 <= y - frame.above < content.height:
                line = self._as_textual_does(widget, known, y, content)
            else:
                painter = painter or _painter(widget, content.width, frame.ground)
                line = [*frame.left, *painter(y - frame.above), *frame.right]
            for part in known.filters:
                line = part.apply(line, background)
            painted[y] = Strip(line, width)
        return painted

    def _as_textual_does(self, widget: Any, known: _Known, y: int, content: Size) -> list[Segment]:
        styles, title, subtitle = widget.styles, widget._border_title, widget._border_subtitle
        strip = self.render_line(
            styles,
            y,
            widget.region.size,
            content,
            styles.padding,
            *known.colours,
            widget.render_line,
            None if title is None else (title, *known.title),
            None if subtitle is None else (subtitle, *known.subtitle),
            known.opacity,
            known.ansi_theme,
            known.native_ansi,
        )
        return list(strip)

    def _ask(self, widget: Any, filters: Sequence[LineFilter]) -> _Known:
        styles, app = widget.styles, widget.app
        beneath, background = colours = widget.background_colors
        opacity = widget.opacity
        seldom = styles.tint.a or styles.text_opacity != 1 or any(edge for edge, _ in styles.outline)
        hatched = styles.has_rule("hatch") and styles.hatch != "none"
        frame = None if seldom or hatched or opacity != 1 else self._frame(styles, beneath, background)
        return _Known(
            styles._cache_key,
            filters,
            colours,
            widget._get_title_style_information(beneath),
            widget._get_subtitle_style_information(beneath),
            opacity,
            app.ansi_theme,
            app.native_ansi_color,
            frame,
        )

    def _frame(self, styles: Any, beneath: Color, background: Color) -> _Frame:
        """The frame in these styles, between what is `beneath` the widget and the background of its content."""
        inner, outer = self.get_inner_outer(beneath, background)
        ground = inner.rich_style
        _, (right, right_colour), _, (left, left_colour) = styles.border
        _, pad_right, _, pad_left = styles.padding
        before, after = [], []
        if left:
            before.append(get_box(left, inner, outer, Style(foreground=beneath + left_colour))[1][0])
        if pad_left:
            before.append(make_blank(pad_left, ground))
        if pad_right:
            after.append(make_blank(pad_right, ground))
        if right:
            after.append(get_box(right, inner, outer, Style(foreground=beneath + right_colour))[1][2])
        return _Frame(tuple(before), tuple(after), ground, styles.gutter.top)


def _painter(widget: Any, width: int, ground: RichStyle) -> Painter:
    """What paints the content of a widget; lines that are not as wide are made so."""
    if (own := getattr(widget, "painter", None)) is not None:
        return own(width)
    return lambda y: list(widget.render_line(y).adjust_cell_length(width, ground))


def paint_sparingly() -> None:
    """Have the widgets that are made from now on painted so."""
    textual.widget.StylesCache = SparingStylesCache  # pyright: ignore[reportPrivateImportUsage]
