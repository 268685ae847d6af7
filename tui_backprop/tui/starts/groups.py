"""How the starts of a setting end: grouped by the samples that stay wrong, each with a picture of what it has learned."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.strip import Strip

from tui_backprop.calculus.array import Array
from tui_backprop.explain.network.notation import label_side
from tui_backprop.explain.typeset import count, short
from tui_backprop.training.starts.results import StartResult
from tui_backprop.training.starts.summary import Group
from tui_backprop.tui.kit.half_blocks import Mark, Palette, half_block_lines, pixel_classes
from tui_backprop.tui.starts.look import Look
from tui_backprop.tui.starts.rows_pane import RowsPane
from tui_backprop.tui.starts.texts import none_ended
from tui_backprop.words import words

_PICTURE = 16
_LINES = 8


class GroupsPane(RowsPane):
    """One block per group: its picture, beside it how many starts end so."""

    LINES = _LINES + 1

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._palette: Palette | None = None

    @property
    def _groups(self) -> tuple[Group, ...]:
        return () if self._look is None else self._look.summary.groups

    @property
    def rows(self) -> int:
        """One per group."""
        return len(self._groups)

    @property
    def result(self) -> StartResult | None:
        """The example of the group under the cursor."""
        return self._groups[self.cursor].example if self.cursor < self.rows else None

    def show(self, look: Look) -> None:
        """Take what there is to show."""
        self.border_title = words().starts_screen.panes["groups"]
        super().show(look)

    def notify_style_update(self) -> None:
        """Draw in the colours of the new theme."""
        super().notify_style_update()
        self._palette = None

    def render_line(self, y: int) -> Strip:
        """A line of a group's block, as scrolled."""
        width = self.scrollable_content_region.width
        row, line = divmod(y + self.scroll_offset.y, self.LINES)
        if self._look is None or row >= self.rows:
            if y == 0 and not self.rows and self._look is not None:
                none = Segment(none_ended(self._look.snapshot), self.rich_style)
                return Strip([none]).adjust_cell_length(width, self.rich_style)
            return Strip.blank(width, self.rich_style)
        group = self._groups[row]
        picture = self._look.portraits.get((self._look.snapshot.chosen, group.wrong))
        pictured = self._look.snapshot.setting.recipe(0).inputs == 2
        segments = self._picture(picture, group.wrong, line) if pictured else []
        segments.append(Segment(self._text(self._look, group, row, line), self._style(row, line)))
        return Strip(segments).adjust_cell_length(width, self.rich_style)

    def _style(self, row: int, line: int):
        kind = "cursor" if row == self.cursor and line == 0 else "row" if line == 0 else "head"
        return self.get_component_rich_style(f"rows--{kind}")

    def _text(self, look: Look, group: Group, row: int, line: int) -> str:
        said = words().starts_screen
        if line == 0:
            mark = "▸ " if row == self.cursor else "  "
            share = f"{group.starts / look.summary.done:.0%}"
            return mark + said.group(wrong=group.wrong, starts=count(group.starts), share=share)
        if line == 1:
            return f"  {said.seed} {count(group.example.seed)}"
        if line == 2 and not group.wrong and (short_of := group.starts - group.reached):
            return f"  {said.right_but_not_under(starts=count(short_of), target=short(look.snapshot.plan.until_error))}"
        return ""

    def _picture(self, picture: Array | None, wrong: tuple[int, ...], line: int) -> list[Segment]:
        if picture is None or line >= _LINES:
            return [Segment(" " * _PICTURE, self.rich_style)]
        return half_block_lines(pixel_classes(picture), self._inks(), self._marks(wrong))[line]

    def _marks(self, wrong: tuple[int, ...]) -> dict[tuple[int, int], Mark]:
        """The labels of the samples where they stand, and a cross beside those that are wrong."""
        if self._look is None:
            return {}
        table = self._look.snapshot.setting.table
        (left, right), (bottom, top) = table.window
        label = self.rich_style + Style(bold=True)  # on a ground of their own, whatever the picture's colour there
        marks: dict[tuple[int, int], Mark] = {}
        for number, (x1, t) in enumerate(zip(table.x1.tolist(), table.t.tolist(), strict=True), start=1):
            column = round((x1[0] - left) / (right - left) * (_PICTURE - 1))
            row = round((top - x1[1]) / (top - bottom) * (_LINES - 1))
            marks[row, column] = Mark(label_side(t), label)
            if number in wrong:
                marks[row, column + 1] = Mark("✗", label)
        return marks

    def _inks(self) -> Palette:
        if self._palette is None:
            zero, one = (self.get_component_styles(f"rows--{end}").color for end in ("zero", "one"))
            paper = self.background_colors[1]
            if paper.ansi is not None:
                self._palette = Palette.of_the_terminal(missing=paper)
            else:
                self._palette = Palette(zero, Color(128, 128, 128), one, missing=paper)
        return self._palette
