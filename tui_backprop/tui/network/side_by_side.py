"""Two runs side by side: their parameters after the same iteration, and the difference."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static

from tui_backprop.calculus.array import Array
from tui_backprop.explain.network.notation import SYMBOLS, element
from tui_backprop.explain.plain import skinned
from tui_backprop.explain.typeset import count, short
from tui_backprop.training.network.comparison import Beside, Comparison
from tui_backprop.training.network.kept import PRESENT
from tui_backprop.tui.dialogs.dialog import Dialog
from tui_backprop.tui.kit.matrix_board import MatrixBoard
from tui_backprop.tui.kit.matrix_layout import MatrixView
from tui_backprop.tui.kit.typed import with_wide_keys
from tui_backprop.tui.network.loss import letter
from tui_backprop.tui.network.marks import error_text
from tui_backprop.words import words


class SideBySideScreen(Dialog[None]):
    """Shows the comparison that it is given; `step` moves this run by so many iterations, `go` to one.

    Back from behind the end of the kept run leads to its end at once.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "dismiss(None)", "close"),
        Binding(with_wide_keys("right_square_bracket"), "step(1)", "on"),
        Binding(with_wide_keys("left_square_bracket"), "step(-1)", "back"),
    ]

    DEFAULT_CSS = """
    SideBySideScreen { align: center middle; }
    SideBySideScreen > Vertical {
        width: 100%; max-width: 120; height: auto; max-height: 95%; border: round $primary; background: $surface;
    }
    SideBySideScreen Static { height: auto; padding: 0 1; }
    SideBySideScreen MatrixBoard { width: 100%; height: auto; max-height: 75vh; padding: 0 1; background: $surface; }
    """

    def __init__(self, step: Callable[[int], None], go: Callable[[int], None]) -> None:
        super().__init__()
        self._step, self._go = step, go
        self._found: Comparison | None = None

    def compose(self) -> ComposeResult:
        """What is to be said, and the matrices."""
        with Vertical() as box:
            box.border_subtitle = Text(words().runs.beside_hint)
            yield Static("", markup=False)
            yield MatrixBoard()

    def on_mount(self) -> None:
        """Let the arrows move over the numbers, which no notice from before covers."""
        self.app.clear_notifications()
        self.query_one(MatrixBoard).focus()
        self.call_after_refresh(self._fill)

    def on_resize(self) -> None:
        """Fit the matrices."""
        self.call_after_refresh(self._fill)

    def show(self, found: Comparison) -> None:
        """Show these two runs."""
        self._found = found
        self._fill()

    def _fill(self) -> None:
        found, beside = self._found, self._found.beside if self._found is not None else None
        if found is None or beside is None or not self.query(MatrixBoard):
            return
        name, said = letter(beside.label), words().runs
        box, board = self.query_one(Vertical), self.query_one(MatrixBoard)
        box.border_title = Text(skinned(said.beside_title(label=name, iteration=count(beside.iteration))))
        self.query_one(Static).update("\n".join(_sentences(found, beside)))
        board.show_views(_views(beside, self.size.width))
        board.refresh(layout=True)

    def action_step(self, iterations: int) -> None:
        """Go on or back."""
        found = self._found
        if iterations < 0 and found is not None and found.beside is not None and found.beside.kept is None:
            self._go(next(row.iterations for row in found.rows if row.label == found.beside.label))
        else:
            self._step(iterations)


def _sentences(found: Comparison, beside: Beside) -> list[str]:
    said, name = words().runs, letter(beside.label)
    rows = {row.label: row for row in found.rows}
    present, kept = rows[PRESENT], rows[beside.label]
    lines = [said.errors_beside(present=error_text(present.error), label=name, kept=error_text(kept.error))]
    if beside.kept is None:
        lines.append(said.not_so_far(label=name, iterations=count(kept.iterations)))
    elif beside.difference is None:
        lines.append(said.other_sizes())
    elif beside.largest is None:
        lines.append(said.same_parameters())
    else:
        code, row, column = beside.largest
        value = beside.difference[code == "theta2"][row, column]
        lines.append(said.largest_difference(entry=element(code, row, column), value=short(float(value))))
    return lines


def _views(beside: Beside, width: int) -> list[MatrixView]:
    """θ1, then θ2: this run's minus the kept one's, and what that gives."""
    said = words().runs
    views: list[MatrixView] = []
    for index, code in enumerate(("theta1", "theta2")):
        symbol = SYMBOLS[code]
        titles = (
            said.of_run(symbol=symbol, run=said.present),
            said.of_run(symbol=symbol, run=letter(beside.label)),
            said.difference,
        )
        joiners = ("", " − " if beside.difference is not None else "", " = ")
        # Three matrices of a network as large as the article's stand in one line of 80 columns without their brackets.
        bare = width < BARE_WIDTH
        for part, title, joiner in zip((beside.present, beside.kept, beside.difference), titles, joiners, strict=True):
            if part is not None:
                views.append(
                    _view(f"{code} {title}", title, part[index], joiner, not joiner and title == titles[0], bare)
                )
    return views


BARE_WIDTH = 90


def _view(code: str, title: str, values: Array, joiner: str, first: bool, bare: bool) -> MatrixView:
    rows, columns = values.shape
    return MatrixView(code, title, (rows, columns), values, joiner=joiner, break_before=first, bare=bare)
