"""Three lines that say what has just happened: the formula, the formula with numbers, and why."""

from __future__ import annotations

import re
from typing import ClassVar

from rich.cells import cell_len
from rich.text import Text
from textual.widget import Widget

from tui_backprop.explain.network.now import Now
from tui_backprop.explain.plain import skinned
from tui_backprop.tui.kit.late_styles import LateStyles
from tui_backprop.tui.kit.text_lines import TextLines
from tui_backprop.words import sentence, words


class NowLines(LateStyles, TextLines, Widget):
    """Always three lines, so that nothing under them moves; a tip may take the place of the last one for a while."""

    DEFAULT_CSS = """
    NowLines {
        height: 3; padding: 0 1; background: $background; color: $foreground;
        & > .now--formula { color: $foreground; text-style: bold; }
        & > .now--numbers { color: $foreground; }
        & > .now--why { color: $foreground; text-style: italic; }
        & > .now--event { color: $background; background: #f2a73b; text-style: bold; }
        & > .now--tip { color: $foreground 80%; }
        &:light > .now--event { background: #7a4100; }
        &:ansi > .now--event { color: ansi_default; background: transparent; text-style: bold reverse; }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"now--{part}" for part in ("formula", "numbers", "why", "event", "tip")}

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._now: Now | None = None
        self._tip = ""

    def show(self, now: Now) -> None:
        """Show what has just happened."""
        if now != self._now:
            self._now = now
            self.repaint()

    def tip(self, text: str) -> None:
        """Have a line about the number under the pointer in the place of the last one; "" for none."""
        if text != self._tip:
            self._tip = text
            self.repaint()

    def lines(self) -> list[Text]:
        """The lines, each cut where the room ends."""
        if self._now is None:
            return []
        said, look = words().network_screen, self.get_component_rich_style
        why = Text()
        if self._tip:
            why.append(self._tip, look("now--tip"))
        else:
            if self._now.event:
                why.append(f" ▲ {said.events[self._now.event]} ", look("now--event"))
                why.append(" ")
            why.append(sentence(self._now.why), look("now--why"))
        lines = [
            Text(skinned(self._now.formula), look("now--formula")),
            Text(
                shortened(skinned(self._now.numbers), self.content_size.width) or said.no_numbers_yet,
                look("now--numbers"),
            ),
            why,
        ]
        for line in lines:
            line.truncate(self.content_size.width, overflow="ellipsis")
        return lines


_TERM = re.compile(r"(?= [+−-] )")


def shortened(numbers: str, room: int) -> str:
    """A calculation in so many cells: where it is longer, terms in the middle of its sum give way, never the result."""
    first, *terms = _TERM.split(numbers)
    if cell_len(numbers) <= room or len(terms) < 3:
        return numbers
    gap = skinned(" + …")
    kept = len(terms) - 2
    while kept and cell_len("".join((first, *terms[:kept], gap, terms[-1]))) > room:
        kept -= 1
    return "".join((first, *terms[:kept], gap, terms[-1]))
