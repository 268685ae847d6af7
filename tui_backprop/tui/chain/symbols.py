"""The chain rule in symbols: f and g in full, and the entries of the three matrices as expressions."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import wrap
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.text import Text
from textual.containers import VerticalScroll
from textual.widgets import Static

from tui_backprop.explain.chain.notation import clipped, equation, jacobian, partial, space
from tui_backprop.explain.typeset import column, expression, indexed
from tui_backprop.tui.kit.keys import SCROLL_KEYS
from tui_backprop.words import words

if TYPE_CHECKING:
    from tui_backprop.calculus.chain.vector_function import VectorFunction
    from tui_backprop.training.chain.study import ChainSnapshot

_GAP = 2


class ScrollPane(VerticalScroll, can_focus=True, inherit_bindings=False):
    """Text that scrolls up and down; left, right, home and end belong to the screen."""

    DEFAULT_CSS = "ScrollPane { scrollbar-size-vertical: 1; } ScrollPane Static { height: auto; }"

    BINDINGS = SCROLL_KEYS

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(Static(classes="text"), id=id, classes=classes)
        self._text = Text()
        self._end: float | None = None

    def show_beginning(self) -> None:
        """Scroll to the first line."""
        self._end = None
        self.scroll_to(y=0, animate=False, force=True, immediate=True)

    def show_end(self) -> None:
        """Scroll to the last line, and stay there however late the text comes, until something else scrolls it."""
        self._end = self.max_scroll_y
        self.scroll_to(y=self._end, animate=False, force=True, immediate=True)

    def on_resize(self) -> None:
        """There is more room or less."""
        self._keep_the_end()

    def watch_virtual_size(self) -> None:
        """The text has become longer or shorter, of which nothing else is told."""
        self._keep_the_end()

    def _keep_the_end(self) -> None:
        if self._end is not None:
            if self.scroll_y in (self._end, min(self._end, self.max_scroll_y)):
                self.show_end()
            else:
                self._end = None

    def put(self, text: Text) -> None:
        """Show a text; repaint when it is another one."""
        if text != self._text:
            self._text = text
            self.query_one(".text", Static).update(text)


class SymbolsPane(ScrollPane):
    """The matrices, side by side where there is room; an entry that is too long has its own line.

    Then f and g in full, where the lines at the top of the screen have no room for them.
    """

    flipped = False

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._snapshot: ChainSnapshot | None = None
        self._shown: tuple[object, ...] = ()

    def show(self, snapshot: ChainSnapshot) -> None:
        """Take a snapshot; the point does not matter here."""
        self._snapshot = snapshot
        width = self.scrollable_content_region.width
        looks = (*snapshot.study.functions, width, self.flipped, words())
        if width and looks != self._shown:
            self._shown = looks
            self.border_title = words().chain.panes["symbols"]
            self.put(symbols_text(snapshot, width, self.flipped))

    def on_resize(self) -> None:
        """Set the matrices anew for the new width."""
        if self._snapshot is not None:
            self.show(self._snapshot)


def definitions(snapshot: ChainSnapshot) -> list[str]:
    """f and g, a line each."""
    lines: list[str] = []
    for name, function, inner, _ in _functions(snapshot):
        components = ", ".join(expression(clipped(str(component))) for component in function.components)
        lines.append(f"{name}({inner}) = " + (f"({components})" if function.outputs > 1 else components))
    return lines


def _functions(snapshot: ChainSnapshot) -> tuple[tuple[str, VectorFunction, str, str], ...]:
    """f and g with their letters and those of their inputs and outputs."""
    return ("f", snapshot.f, "x", "y"), ("g", snapshot.g, "y", "z")


def symbols_text(snapshot: ChainSnapshot, width: int, flipped: bool) -> Text:
    """Everything in symbols, in lines of this width."""
    point = snapshot.point
    order = [("f", point.jt_f_texts), ("g", point.jt_g_texts)]
    first, second = reversed(order) if flipped else order
    blocks = [_block(code, texts, flipped, width) for code, texts in (first, second, ("gf", point.jt_gf_texts))]
    text = _flow(blocks, width)
    text.append(f"\n{words().chain.product_note}\n", style="italic")
    if all(cell_len(line) <= width for line in definitions(snapshot)):
        text.rstrip()
        return text
    text.append("\n")
    for name, function, inner, outer in _functions(snapshot):
        text.append(f"{outer} = {name}({inner}): {space(function.inputs)} → {space(function.outputs)}\n", style="bold")
        for index, component in enumerate(function.components):
            text.append(f"  {indexed(outer, index)} = {expression(clipped(str(component)))}\n")
    text.rstrip()
    return text


_Block = tuple[list[str], bool]


def _block(code: str, texts: Sequence[Sequence[str]], flipped: bool, width: int) -> _Block:
    """Title and rows of a matrix, all of one width; or, where it is too wide, its entries one below the other."""
    entries = [[expression(clipped(text)) for text in row] for row in texts]
    rows = [list(row) for row in zip(*entries, strict=True)] if flipped else entries
    title = f"{jacobian(code, flipped)} {len(rows)}×{len(rows[0])} ({equation(code)})"
    widths = [max(map(cell_len, texts)) for texts in zip(*rows, strict=True)]
    if sum(widths) + _GAP * (len(widths) + 1) <= width:
        body = [
            (" " * _GAP).join(column(text, room, "middle") for text, room in zip(row, widths, strict=True))
            for row in rows
        ]
        framed = [left + line + right for (left, right), line in zip(_brackets(len(rows)), body, strict=True)]
        most = max(map(cell_len, (title, *framed)))
        return [line + " " * (most - cell_len(line)) for line in (title, *framed)], True
    lines = [title]
    for i, row in enumerate(entries):
        for k, text in enumerate(row):
            line = f"{partial(code, i, k)} = {text}"
            lines += wrap(line, max(width - 2 * _GAP, 1), initial_indent="  ", subsequent_indent="      ")
    return lines, False


def _brackets(rows: int) -> list[str]:
    return ["[]"] if rows == 1 else ["⎡⎤", *["⎢⎥"] * (rows - 2), "⎣⎦"]


def _flow(blocks: Sequence[_Block], width: int) -> Text:
    """The matrices with · and = between them, on one line while there is room."""
    text = Text()
    line: list[str] = []

    def end_line() -> None:
        if line:
            text.append(line[0] + "\n", style="bold")
            text.append("".join(part + "\n" for part in line[1:]))
        line.clear()

    for (lines, is_matrix), joiner in zip(blocks, ("", " · ", " = "), strict=True):
        if line and is_matrix and cell_len(line[0]) + len(joiner) + cell_len(lines[0]) <= width:
            height = max(len(line), len(lines))
            left, right = _level(line, height), _level(lines, height)
            middle = height // 2
            line[:] = [
                one + (joiner if row == middle else " " * len(joiner)) + other
                for row, (one, other) in enumerate(zip(left, right, strict=True))
            ]
        else:
            end_line()
            ahead = joiner.lstrip()
            line[:] = [ahead + lines[0], *(" " * len(ahead) + other for other in lines[1:])]
            if not is_matrix:
                end_line()
    end_line()
    return text


def _level(lines: Sequence[str], height: int) -> list[str]:
    blank = " " * cell_len(lines[0])
    return [*lines, *[blank] * (height - len(lines))]
