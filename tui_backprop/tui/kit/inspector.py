"""Where the number under the cursor comes from: symbol, formula, the formula with numbers, the result."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from rich.text import Text
from textual.containers import VerticalScroll
from textual.geometry import Size
from textual.widgets import Static

from tui_backprop.explain.plain import skinned
from tui_backprop.explain.typeset import minus, short, written
from tui_backprop.words import sentence, words

if TYPE_CHECKING:
    from tui_backprop.explain.explanation import Explanation


class _Explained(Static):
    """Text that is as high as it needs; nothing else depends on that, so no second layout follows the first."""

    if not TYPE_CHECKING:  # what is Textual's own affair

        def _size_updated(self, size: Size, virtual_size: Size, container_size: Size, layout: bool = True) -> bool:
            return super()._size_updated(size, virtual_size, container_size, layout=False)


class Inspector(VerticalScroll, can_focus=False):
    """Shows one explanation, or a sentence; it is out of sight while there is none."""

    DEFAULT_CSS = """
    Inspector {
        height: auto; max-height: 7; border-top: solid $accent; background: $panel; padding: 0 1;
        border-title-color: $foreground; border-title-style: bold; border-subtitle-color: $foreground;
    }
    Inspector Static { height: auto; }
    """

    def __init__(self, *, id: str | None = None) -> None:
        self._text = _Explained(id="inspector-text")
        super().__init__(self._text, id=id)
        self.display = False
        self._shown: Text | None = None

    def explain(self, explanation: Explanation, warning: str = "", place: str = "", hint: str = "") -> None:
        """Show where a cell comes from, between a warning and a hint; `place` is its row and column in words."""
        title = " · ".join(part for part in (explanation.symbol, place, f"({explanation.equation})") if part)
        text = Text.assemble((warning, "bold"), explanation_text(explanation))
        if hint:
            text.append(f"\n{hint}", style="dim")
        self._put(text, skinned(title))

    def say(self, title: str, sentence: str) -> None:
        """Show a sentence about a cell."""
        self._put(Text(sentence), title)

    def clear(self) -> None:
        """Go out of sight."""
        self.display = False

    def _put(self, text: Text, title: str) -> None:
        if text != self._shown:
            self._shown = text
            self._write(text)
        if title != self.border_title:
            self.border_title = title
        self.display = True

    def _write(self, text: Text) -> None:
        """Put the text in; the screen is laid out again where it takes another number of lines."""
        width, height = size = self._text.size
        self._text.update(text, layout=False)
        same = self._text.get_content_height(size, self.app.size, width) == height
        if not (self.display and height and same and height <= self.scrollable_content_region.height):
            self._text.refresh(layout=True)


def explanation_text(explanation: Explanation) -> Text:
    """Formula, numbers, running sum, result and sentence, a line each; lines may wrap at their spaces."""
    text = Text()
    text.append(skinned(explanation.symbol), style="bold")
    result = _result(explanation.result)
    said = {explanation.symbol, result.removesuffix(".0")}
    if explanation.formula not in said:
        text.append(skinned(f" = {explanation.formula}"))
        if explanation.numbers not in said | {explanation.formula}:
            text.append(skinned(f"\n= {explanation.numbers}"))
    text.append("\n")
    shown = [term for term in explanation.terms if not term.structural]
    if len(shown) > 1:
        sums = skinned(" → ".join(short(term.running_sum) for term in shown))
        text.append(f"  {words().app.running_sum} {sums}\n", style="dim")
    text.append(f"= {result}", style="bold")
    text.append(f"   {sentence(explanation.why)}")
    if explanation.misprint is not None:
        text.append(f"\n{sentence(explanation.misprint)}", style="italic")
    return text


def _result(value: float) -> str:
    """Every digit, and words where there is no number."""
    if math.isnan(value):
        return words().app.no_value
    return minus(repr(value or 0.0)) if math.isfinite(value) else skinned(written(value))
