"""A table to choose a row from: the dialog of the marks and of the kept runs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static
from textual.widgets.option_list import Option

from tui_backprop.explain.plain import skinned
from tui_backprop.tui.dialogs.dialog import Dialog
from tui_backprop.tui.kit.choices import Choices
from tui_backprop.tui.kit.table_lines import table_lines


class Row(NamedTuple):
    """What a row is of, by an id, and its cells."""

    id: str
    cells: tuple[str, ...]


class TableScreen(Dialog[tuple[str, str] | None]):
    """Gives what is to be done with which row: ("enter", id) or that of another key, or None after escape.

    The rows may change while it is open. Under them stands what was cut of the row under the bar. `keys` are Textual's
    names of the other keys, with what they ask for; column `wide` is the one that is cut where there is no room, and
    `nothing` is said where there are no rows.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q", "dismiss(None)", "close")]

    DEFAULT_CSS = """
    TableScreen { align: center middle; }
    TableScreen > Vertical {
        width: 95%; max-width: 110; height: auto; max-height: 90%; border: round $primary; background: $surface;
        padding: 0 1;
    }
    TableScreen Static { height: auto; color: $foreground 80%; }
    TableScreen #table-heads.-heads { text-style: underline; }
    TableScreen Choices, TableScreen Choices:focus {
        height: auto; max-height: 20; border: none; padding: 0; background: $surface; text-wrap: nowrap;
    }
    """

    def __init__(
        self,
        title: str,
        hint: str,
        nothing: str,
        heads: Sequence[str],
        rows: Sequence[Row],
        keys: Sequence[tuple[str, str]] = (),
        wide: int = 1,
        highlighted: str = "",
    ) -> None:
        super().__init__()
        self._title, self._hint, self._nothing = title, hint, nothing
        self._heads, self._rows, self._wide = tuple(heads), tuple(rows), wide
        self._highlighted = highlighted
        self._lines: list[str] = []
        for key, what in keys:
            self._bindings.bind(key, f"take({what!r})", what)

    def compose(self) -> ComposeResult:
        """The heads, and the rows under them."""
        with Vertical() as box:
            box.border_title, box.border_subtitle = Text(self._title), Text(self._hint)
            yield Static("", id="table-heads", markup=False)
            yield Choices()
            yield Static("", id="table-whole", markup=False)

    def on_mount(self) -> None:
        """Begin at the rows, which no notice from before covers."""
        self.app.clear_notifications()
        self.query_one(Choices).focus()
        self.call_after_refresh(self._fill)

    def on_resize(self) -> None:
        """Fit the columns."""
        self.call_after_refresh(self._fill)

    def show(self, title: str, heads: Sequence[str], rows: Sequence[Row]) -> None:
        """Show other rows, the bar on the one that it was on."""
        if (title, tuple(heads), tuple(rows)) != (self._title, self._heads, self._rows):
            self._title, self._heads, self._rows = title, tuple(heads), tuple(rows)
            self._fill()

    def _fill(self) -> None:
        if not self.query(Choices):
            return
        choices, heads = self.query_one(Choices), self.query_one("#table-heads", Static)
        self.query_one(Vertical).border_title = Text(self._title)
        at = choices.highlighted
        chosen = self._highlighted if at is None else choices.get_option_at_index(at).id
        width = self.query_one(Vertical).content_size.width - 1
        lines = [*map(skinned, table_lines([self._heads, *(row.cells for row in self._rows)], width, self._wide))]
        self._lines = lines
        heads.set_class(bool(self._rows), "-heads")
        heads.update(lines[0] if self._rows else self._nothing)
        choices.display = bool(self._rows)
        with self.prevent(Choices.OptionHighlighted):
            choices.clear_options()
            choices.add_options(
                Option(Text(line, no_wrap=True), id=row.id) for line, row in zip(lines[1:], self._rows, strict=True)
            )
            ids = [row.id for row in self._rows]
            if ids:
                choices.highlighted = ids.index(chosen) if chosen in ids else min(at or 0, len(ids) - 1)
                self.call_after_refresh(choices.focus)  # which it has lost if it was hidden until now

        self._show_whole()

    @on(Choices.OptionHighlighted)
    def _show_whole(self) -> None:
        """Show the whole of what is cut in the row under the bar, and nothing where nothing is."""
        at = self.query_one(Choices).highlighted
        texts = [skinned(row.cells[self._wide]) for row in self._rows]
        cut = [text not in line for text, line in zip(texts, self._lines[1:], strict=True)]
        whole = self.query_one("#table-whole", Static)
        whole.update(texts[at] if at is not None and at < len(texts) and cut[at] else "")
        whole.display = any(cut)  # the line keeps its place while the bar moves

    def action_take(self, what: str) -> None:
        """Take the row under the bar for something."""
        choices = self.query_one(Choices)
        if choices.highlighted is not None and self._rows:
            self.dismiss((what, self._rows[choices.highlighted].id))

    @on(Choices.OptionSelected)
    def _enter(self) -> None:
        self.action_take("enter")
