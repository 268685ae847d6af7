"""The starts of a setting, one row each."""

from __future__ import annotations

from rich.segment import Segment
from textual.strip import Strip

from tui_backprop.explain.typeset import column, count, number
from tui_backprop.training.starts.results import StartResult
from tui_backprop.tui.starts.look import Look
from tui_backprop.tui.starts.rows_pane import RowsPane
from tui_backprop.words import words

_SEED, _ITERATION, _ERROR = 12, 13, 9


class SeedsPane(RowsPane):
    """Seed, iteration, ΣE and the wrong samples of every start that has ended, sorted as one wishes."""

    HEAD = 1

    @property
    def rows(self) -> int:
        """One per ended start of the setting."""
        return 0 if self._look is None else len(self._look.order)

    @property
    def result(self) -> StartResult | None:
        """The start under the cursor."""
        return self._result(self.cursor)

    def _result(self, row: int) -> StartResult | None:
        if self._look is None or not 0 <= row < self.rows:
            return None
        return self._look.snapshot.results[int(self._look.order[row])]

    def _head(self, column: str, name: str) -> str:
        """The name of a column, with an arrow where it is the one that the rows are sorted by."""
        if self._look is None or self._look.column != column:
            return name
        return ("▼ " if self._look.descending else "▲ ") + name

    def show(self, look: Look) -> None:
        """Take what there is to show."""
        self.border_title = words().starts_screen.panes["seeds"]
        super().show(look)

    def render_line(self, y: int) -> Strip:
        """The head, then the rows as scrolled."""
        width, said = self.scrollable_content_region.width, words().starts_screen
        row = y - self.HEAD + self.scroll_offset.y
        kind, text = "head", ""
        if y == 0:
            text = _line(
                "",
                self._head("number", said.seed),
                self._head("iteration", said.iteration),
                self._head("error", "ΣE"),
                said.wrong,
            )
        elif (result := self._result(row)) is not None:
            wrong = ", ".join(map(str, result.wrong)) or said.all_right
            reached = said.never if result.iteration is None else count(result.iteration)
            kind = "cursor" if row == self.cursor else "never" if result.iteration is None else "row"
            mark = "▸" if row == self.cursor else ""
            text = _line(mark, count(result.seed), reached, number(result.error), wrong)
        strip = Strip([Segment(text, self.get_component_rich_style(f"rows--{kind}"))])
        return strip.adjust_cell_length(width, self.get_component_rich_style(f"rows--{kind}"))


def _line(mark: str, seed: str, iteration: str, error: str, wrong: str) -> str:
    return f"{mark:1}{column(seed, _SEED)} {column(iteration, _ITERATION)} {column(error, _ERROR)}  {wrong}"
