"""The rail: the phases of a cycle in a line, the one that has just been taken in the light."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from rich.style import Style
from rich.text import Text
from textual import events
from textual.message import Message
from textual.widget import Widget

from tui_backprop.calculus.network.quantities import Phase
from tui_backprop.explain.plain import skinned
from tui_backprop.tui.kit.late_styles import LateStyles
from tui_backprop.tui.kit.text_lines import TextLines
from tui_backprop.tui.network.phases import phase_label
from tui_backprop.words import words

DONE, CURRENT, COMING = "●", "▶", "○"
"""What stands before a phase, so that shape tells as well as colour."""

MOST_KNOWN = 50
"""So many lines: of each width sixteen, one for each phase and each way to write Jacobians."""


class Stop(NamedTuple):
    """A part of the line that can be clicked: a phase, or the badge (None)."""

    x: int
    text: str
    phase: Phase | None


class Rail(LateStyles, TextLines, Widget):
    """forward f₁ f₂ f₃ f₄ │ backward ∇θ⁽²⁾ ∇θ⁽¹⁾ │ update, and at its end which way Jacobians are written."""

    DEFAULT_CSS = """
    Rail {
        height: 1; background: $surface; color: $foreground;
        & > .rail--word { color: $foreground 75%; }
        & > .rail--done { color: $foreground; }
        & > .rail--current { color: $foreground; text-style: bold reverse; }
        & > .rail--coming { color: $foreground 60%; }
        & > .rail--badge { color: $foreground 75%; }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"rail--{part}" for part in ("word", "done", "current", "coming", "badge")}
    ALLOW_SELECT = False

    @dataclass
    class Chosen(Message):
        """A click on a phase."""

        phase: Phase

    class Turned(Message):
        """A click on the badge."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._shown = (Phase.START, False)
        self._stops: list[Stop] = []
        self._known: dict[object, tuple[Text, list[Stop]]] = {}

    def show(self, phase: Phase, turned: bool) -> None:
        """Show how far the cycle has got, and whether the Jacobians are transposed."""
        if (phase, turned) != self._shown:
            self._shown = (phase, turned)
            self.repaint()

    def notify_style_update(self) -> None:
        """Forget the lines in the styles of the theme before."""
        self._known.clear()
        super().notify_style_update()

    def lines(self) -> list[Text]:
        """The line, which is made once for each phase."""
        width = self.content_size.width
        key = (*self._shown, width, words())
        if key not in self._known:
            if len(self._known) >= MOST_KNOWN:
                self._known.clear()
            self._known[key] = self._whole_line(width), self._stops
        line, self._stops = self._known[key]
        return [line]

    def _whole_line(self, width: int) -> Text:
        """In a narrow line the phases stand closer, so that the badge has room for the key that turns J over.

        Where not even the phases fit the words are left out.
        """
        badges = [skinned(f" {badge} ") for badge in words().app.convention(transposed=self._shown[1])]
        least = min(map(cell_len, badges))
        looks = ((True, " "), (True, ""), (False, " "), (False, ""))
        lines = (self._line(named, before) for named, before in looks)
        line = next((line for line in lines if line.cell_len + least <= width), None) or self._line(False, "")
        badge = next((badge for badge in badges if line.cell_len + cell_len(badge) <= width), "")
        if badge:
            line.append(" " * (width - line.cell_len - cell_len(badge)))
            self._stops.append(Stop(line.cell_len, badge, None))
            line.append(badge, self._look("badge"))
        return line

    def _line(self, named: bool, before: str) -> Text:
        """The phases, `before` standing before each, with the words in front of their groups or without."""
        said = words().network_screen
        phase = self._shown[0]
        line = Text(no_wrap=True)
        self._stops = []
        for word, phases in (
            (said.forward, (Phase.F1, Phase.F2, Phase.F3, Phase.F4)),
            (said.backward, (Phase.THETA2_GRADIENT, Phase.THETA1_GRADIENT)),
            ("", (Phase.UPDATE,)),
        ):
            line.append(" " if not self._stops else "│ ", self._look("word"))
            line.append(f"{word} " if word and named else "", self._look("word"))
            for stop in phases:
                look = "done" if stop < phase else "current" if stop == phase else "coming"
                mark = {"done": DONE, "current": CURRENT, "coming": COMING}[look]
                text = skinned(f"{before}{mark} {phase_label(stop)} ")
                self._stops.append(Stop(line.cell_len, text, stop))
                line.append(text, self._look(look))
        return line

    def on_click(self, event: events.Click) -> None:
        """Choose the phase under the pointer, or turn the Jacobians over."""
        for stop in self._stops:
            if stop.x <= event.x < stop.x + Text(stop.text).cell_len:
                self.post_message(self.Turned() if stop.phase is None else self.Chosen(stop.phase))

    def _look(self, name: str) -> Style:
        return self.get_component_rich_style(f"rail--{name}")
