"""Lines of Rich's Text, painted in a fraction of the time that Textual takes for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Console
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
    left to it only while text is selected with the mouse, by the places in the text that the pieces bring with them.
    """

    def lines(self) -> list[Text]:
        """What the widget shows, by lines."""
        raise NotImplementedError

    def render(self) -> Text:
        """The lines as Textual wants them, also for what is copied from them."""
        return Text("\n", no_wrap=True).join(self.lines())

    def repaint(self) -> None:
        """Have the lines painted anew; what is around them stays as it is, and known."""
        self.refresh(self.size.region)

    if not TYPE_CHECKING:  # what is Textual's own affair

        def _render_content(self) -> None:
            if self.text_selection is not None:
                super()._render_content()
                return
            base, size = self.visual_style.rich_style, self.size
            console = self.app.console
            strips = [
                _strip(line, base, console).apply_offsets(0, y) for y, line in enumerate(self.lines()[: size.height])
            ]
            self._render_cache = _RenderCache(size, strips)
            self._dirty_regions.clear()


def _strip(line: Text, base: Style, console: Console) -> Strip:
    """A line whose pieces are styled one after the other, as they are that have been appended; any other by Rich."""
    plain, style = line.plain, base + console.get_style(line.style)
    segments: list[Segment] = []
    done = 0
    for start, end, look in line.spans:
        if start < done:
            return Strip(Segment.apply_style(line.render(console), style))
        if start > done:
            segments.append(Segment(plain[done:start], style))
        if end > start:
            segments.append(Segment(plain[start:end], style + console.get_style(look)))
            done = end
    if done < len(plain):
        segments.append(Segment(plain[done:], style))
    return Strip(segments)
