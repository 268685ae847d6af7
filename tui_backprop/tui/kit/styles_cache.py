"""Textual's border and padding around the lines of a widget, in a third of the time.

Around every line that is painted Textual asks the style sheet anew for borders, padding, tints and colours, and so it does
for every widget at every paint, though none of that changes while numbers do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import textual.widget
from rich.segment import Segment
from rich.style import Style as RichStyle
from textual._border import get_box  # pyright: ignore[reportPrivateUsage]
from textual._segment_tools import make_blank  # pyright: ignore[reportPrivateUsage]
from textual._styles_cache import StylesCache  # pyright: ignore[reportPrivateUsage]
from textual.color import Color
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.style import Style
from textual.widget import Widget


class _Frame(NamedTuple):
    """What stands to the left and to the right of a line of content, what fills it up, and the lines above the first one."""

    left: tuple[Segment, ...]
    right: tuple[Segment, ...]
    ground: RichStyle
    above: int


class _Known(NamedTuple):
    """What is asked of a widget to paint any of its lines; `frame` is None where it takes more than a frame."""

    styles: int
    colours: tuple[Color, Color]
    title: tuple[Any, ...]
    subtitle: tuple[Any, ...]
    opacity: float
    ansi_theme: Any
    native_ansi: bool
    frame: _Frame | None


class SparingStylesCache(StylesCache):
    """Paints as Textual's does; what is around the lines is kept as long as the lines are: until all of them are painted."""

    def __init__(self) -> None:
        super().__init__()
        self._known: _Known | None = None

    def clear(self) -> None:
        """Forget the lines, and what is around them."""
        self._known = None
        super().clear()

    def render_widget(self, widget: Widget, crop: Region) -> list[Strip]:
        """The lines of a region of the widget."""
        inner: Any = widget
        if widget.auto_links and inner.hover_style._link_id:
            return super().render_widget(widget, crop)
        self._simple_strip = None
        size = widget.region.size
        if size.width != self._width:  # before it is asked what is around the lines: this forgets it
            self.clear()
            self._width = size.width
        styles, known = inner.styles, self._known
        if known is None or known.styles != styles._cache_key:
            known = self._known = self._ask(widget)
        title, subtitle = inner._border_title, inner._border_subtitle
        return self.render(
            styles,
            size,
            *known.colours,
            widget.render_line,
            widget.get_line_filters(),
            None if title is None else (title, *known.title),
            None if subtitle is None else (subtitle, *known.subtitle),
            content_size=widget.content_region.size,
            padding=styles.padding,
            crop=crop,
            opacity=known.opacity,
            ansi_theme=known.ansi_theme,
            native_ansi=known.native_ansi,
        )

    if not TYPE_CHECKING:  # Textual names thirteen arguments, of which few are looked at here

        def render_line(self, styles: Any, y: int, size: Size, content_size: Size, *more: Any) -> Strip:
            """Line `y` of the widget; that of a border, or in a style that is seldom worn, as Textual paints it."""
            frame = self._known.frame if self._known is not None else None
            if frame is None or not 0 <= y - frame.above < content_size.height:
                return super().render_line(styles, y, size, content_size, *more)
            _, _, _, render_content_line, *_ = more
            content: Strip = render_content_line(y - frame.above).adjust_cell_length(content_size.width, frame.ground)
            return Strip([*frame.left, *content, *frame.right], size.width)

    def _ask(self, widget: Any) -> _Known:
        styles, app = widget.styles, widget.app
        beneath, background = colours = widget.background_colors
        opacity = widget.opacity
        seldom = styles.tint.a or styles.text_opacity != 1 or any(edge for edge, _ in styles.outline)
        hatched = styles.has_rule("hatch") and styles.hatch != "none"
        frame = None if seldom or hatched or opacity != 1 else self._frame(styles, beneath, background)
        return _Known(
            styles._cache_key,
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


def paint_sparingly() -> None:
    """Have the widgets that are made from now on painted so."""
    textual.widget.StylesCache = SparingStylesCache  # pyright: ignore[reportPrivateImportUsage]
