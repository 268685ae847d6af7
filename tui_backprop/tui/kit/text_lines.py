"""Lines of Rich's Text, painted in a fraction of the time that Textual takes for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from rich.text import Text
from textual.strip import Strip
from textual.widget import _RenderCache  # pyright: ignore[reportPrivateUsage]

if TYPE_CHECKING:
    from textual.widget import Widget as Base
else:  # its methods go before those of the widget that it is mixed into
    Base = object


class TextLines(Base):
    """To be mixed into a widget before its base: it shows `lines()`, which fit its width and are never wrapped.

    Textual turns a text into a content of its own, divides and wraps it and makes segments of the pieces. That is
    left to it only while text is selected with the mouse.
    """

    def lines(self) -> list[Text]:
        """What the widget shows, by lines."""
        raise NotImplementedError

    def render(self) -> Text:
        """The lines as Textual wants them, also for what is copied from them."""
        return Text("\n", no_wrap=True).join(self.lines())

    if not TYPE_CHECKING:  # what is Textual's own affair

        def _render_content(self) -> None:
            if self.text_selection is not None:
                super()._render_content()
                return
            base, size = self.visual_style.rich_style, self.size
            strips = [self._strip(line, base, y) for y, line in enumerate(self.lines()[: size.height])]
            self._render_cache = _RenderCache(size, strips)
            self._dirty_regions.clear()

        def _strip(self, line: Text, base: Style, y: int) -> Strip:
            """A line with the places in the text that the mouse selects by."""
            console = self.app.console
            style = base + console.get_style(line.style)
            return Strip(Segment.apply_style(line.render(console), style)).apply_offsets(0, y)
