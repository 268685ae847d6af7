"""What is taken along: which piece, in which format, to the clipboard or into a file. One dialog for all screens."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any, ClassVar, NamedTuple

from rich.text import Text
from textual import on
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Input, Static
from textual.widgets.option_list import Option

from tui_backprop.explain.plain import skinned
from tui_backprop.files import write_whole
from tui_backprop.printable import printable
from tui_backprop.tui.dialogs.copied import copy
from tui_backprop.tui.dialogs.dialog import Dialog
from tui_backprop.tui.kit.choices import Choices
from tui_backprop.words import words

SUFFIXES: Mapping[str, str] = {
    "latex": ".tex", "markdown": ".md", "numpy": ".py", "torch": ".py", "csv": ".csv", "json": ".json", "text": ".txt",
    "svg": ".svg",
}  # fmt: skip
"""The ends of file names by the codes of the formats."""

CLIPBOARD, FILE = "clipboard", "file"


@dataclass(frozen=True)
class Piece:
    """Something to take along: its name, the `stem` of a file's name, its formats by their codes, and what makes the text."""

    name: str
    stem: str
    formats: tuple[str, ...]
    make: Callable[[str], Awaitable[str]]


class Taken(NamedTuple):
    """What was chosen: the number of the piece, the format, and the file, None for the clipboard."""

    piece: int
    format: str
    path: Path | None


def picture(app: App[Any]) -> Piece:
    """The screen as it is now, before any dialog opens over it."""
    drawn = app.export_screenshot()

    async def make(format: str) -> str:
        return drawn

    return Piece(words().export.screen, "tui-backprop", ("svg",), make)


async def take_along(app: App[Any], pieces: Sequence[Piece], missing: str = "") -> None:
    """Ask what, as what and where to, and do it; called from an action that is marked with `opens_dialog`.

    `missing` says what could be taken beside the pieces, and how.
    """
    taken = await app.push_screen_wait(ExportScreen(pieces, missing))
    if taken is None:
        return
    text = await pieces[taken.piece].make(taken.format)
    if taken.path is None:
        await copy(app, text)
    elif app.is_web:
        app.deliver_text(StringIO(text), save_filename=taken.path.name)  # the visitor's own file
    else:
        await _write(app, taken.path, text)


async def _write(app: App[Any], path: Path, text: str) -> None:
    said, shown = words().export, printable(str(path))
    try:
        await asyncio.to_thread(write_whole, path, text.encode())
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        app.notify(said.not_written(path=shown, why=why), severity="warning", markup=False)
    else:
        app.notify(said.written(path=shown), markup=False)


class ExportScreen(Dialog[Taken | None]):
    """Three lists and a line for the file's name; enter takes what is under the three bars.

    Who types the name of a file need not choose one first. A file that is there is written over only when enter is pressed
    a second time.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "close"),
        Binding("left", "column(-1)", "column to the left"),
        Binding("right", "column(1)", "column to the right"),
    ]

    DEFAULT_CSS = """
    ExportScreen { align: center middle; }
    ExportScreen > Vertical {
        width: 76; max-width: 100%; height: auto; border: round $primary; background: $surface; padding: 0 1;
    }
    ExportScreen Horizontal { height: auto; }
    ExportScreen Choices, ExportScreen Choices:focus {
        height: 8; border: none; border-top: solid $primary; background: $surface; padding: 0; margin-right: 2;
        border-title-color: $foreground; text-wrap: nowrap; text-overflow: ellipsis;
    }
    ExportScreen Choices:focus { border-top: solid $accent; border-title-style: bold; }
    ExportScreen #export-what { width: 1fr; }
    ExportScreen #export-as { width: 13; }
    ExportScreen #export-where { width: 14; margin-right: 0; }
    ExportScreen Static { height: auto; }
    ExportScreen #export-error { color: $text-error; min-height: 1; }
    """

    def __init__(self, pieces: Sequence[Piece], missing: str = "") -> None:
        super().__init__()
        self._pieces = tuple(pieces)
        self._missing = missing
        self._proposed = ""
        self._offering = -1
        self._offered = self._by_hand = False
        self._heeded = ""
        self._warned: Path | None = None

    def compose(self) -> ComposeResult:
        """What, as what, where to; then the file's name and what is wrong with it."""
        said = words().export
        lists = (
            ("what", said.what, [(str(number), piece.name) for number, piece in enumerate(self._pieces)]),
            ("as", said.format, []),
            ("where", said.where, [(CLIPBOARD, said.clipboard), (FILE, said.file)]),
        )
        with Vertical() as box:
            box.border_title, box.border_subtitle = Text(said.title), Text(said.hint)
            with Horizontal():
                for name, title, entries in lists:
                    options = (Option(Text(skinned(text), no_wrap=True), id=code) for code, text in entries)
                    choices = Choices(*options, id=f"export-{name}")
                    choices.border_title = Text(title)
                    choices.highlighted = 0 if entries else None
                    if name == "what" and self._missing:
                        choices.add_option(Option(Text(skinned(self._missing), no_wrap=True), disabled=True))
                    yield choices
            yield Static(said.file_name, id="export-label")
            yield Input("", select_on_focus=True, compact=True)
            yield Static("", id="export-error", markup=False)

    @on(Choices.OptionHighlighted, "#export-where")
    def _keep_where(self) -> None:
        """What was chosen by hand stays, whatever else is chosen."""
        self._by_hand = self._by_hand or self._into_a_file != self._offered

    def on_mount(self) -> None:
        """Begin at what is taken, which no notice from before covers."""
        self.app.clear_notifications()
        self._offer_formats()
        self.set_focus(self._choices("what"))

    def _choices(self, name: str) -> Choices:
        return self.query_one(f"#export-{name}", Choices)

    @property
    def _piece(self) -> int:
        return self._choices("what").highlighted or 0

    @property
    def _format(self) -> str:
        formats = self._pieces[self._piece].formats
        return formats[min(self._choices("as").highlighted or 0, len(formats) - 1)]

    @property
    def _into_a_file(self) -> bool:
        return self._choices("where").highlighted == 1

    @on(Choices.OptionHighlighted, "#export-what")
    def _offer_formats(self) -> None:
        """The formats of the piece under the bar, the one chosen before if it has it; nothing where they are there."""
        if self._piece == self._offering:
            return
        self._offering = self._piece
        said, choices, formats = words().export, self._choices("as"), self._pieces[self._piece].formats
        at = choices.highlighted
        before = None if at is None else choices.get_option_at_index(at).id
        with self.prevent(Choices.OptionHighlighted):
            choices.clear_options()
            choices.add_options(Option(said.formats[format], id=format) for format in formats)
            choices.highlighted = formats.index(before) if before in formats else 0
        if not self._by_hand:
            # A picture is longer than what terminals take.
            self._offer_a_file(formats == ("svg",))
        self._propose()

    def _offer_a_file(self, offered: bool) -> None:
        """Put the bar on the file, or on the clipboard."""
        self._offered = offered
        with self.prevent(Choices.OptionHighlighted):
            self._choices("where").highlighted = int(offered)

    @on(Choices.OptionHighlighted, "#export-as")
    @on(Choices.OptionHighlighted, "#export-where")
    def _propose(self) -> None:
        """Propose a file's name, unless another one was typed."""
        line = self.query_one(Input)
        proposed = self._pieces[self._piece].stem + SUFFIXES[self._format]
        if line.value == self._proposed:
            line.value = proposed
        self._proposed = proposed
        self._complain("")

    @on(Input.Changed)
    def _typed(self) -> None:
        """Who types a name wants a file."""
        text = self.query_one(Input).value
        if text == self._heeded:
            return
        self._heeded, self._warned = text, None
        if text != self._proposed:
            self._by_hand = True
            self._offer_a_file(True)
        self._complain("")

    def _complain(self, sentence: str) -> None:
        self.query_one("#export-error", Static).update(sentence)

    def action_column(self, by: int) -> None:
        """Go to the list beside this one."""
        # At once, as all that follows from this list: the next key may be in the queue already.
        self._keep_where()
        self._offer_formats()
        lists = [self._choices(name) for name in ("what", "as", "where")]
        at = next((number for number, choices in enumerate(lists) if choices is self.focused), 0)
        self.set_focus(lists[(at + by) % len(lists)])

    @on(Choices.OptionSelected)
    @on(Input.Submitted)
    def _take(self) -> None:
        # At once, too: what the line and the lists have to tell of a change may come later than this key.
        self._typed()
        self._offer_formats()
        path = None
        if self._into_a_file:
            path = self._path()
            if path is None:
                return
        self.dismiss(Taken(self._piece, self._format, path))

    def _path(self) -> Path | None:
        """The file to be written; None where something is wrong with it, or it is there and this was not yet said."""
        said, text = words().export, self.query_one(Input).value.strip()
        if not text:
            self._complain(said.no_file_name)
            return None
        try:
            path = Path(text).expanduser()
            there, folder = path.exists(), path.is_dir()
        except (OSError, ValueError, RuntimeError) as error:
            self._complain(said.not_written(path=printable(text), why=getattr(error, "strerror", None) or str(error)))
            return None
        if folder:
            self._complain(said.is_a_folder(path=printable(str(path))))
            return None
        if there and path != self._warned and not self.app.is_web:
            self._warned = path
            self._complain(said.there_already(path=printable(str(path))))
            return None
        return path
